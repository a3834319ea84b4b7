// Finding people: by the sound of their name, NIK, family card, birth date, village, or all of these together. Must stay
// true: every way uses an index and pages by key; rows are read without opening seals, numbers are masked elsewhere;
// who may search, and with which reason, is decided before.
import { type RawBuilder, sql } from 'kysely'
import { splitTitles } from '../../kernel/titles.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHashes } from '../../platform/secrets/seal.ts'
import { nameKeys } from './name-key.ts'
import type { FamilyId, PersonId } from './snapshot.ts'

export type PersonQuery = {
  /** As typed; every word must be found, under any spelling. The last one may be unfinished. */
  readonly name?: string
  readonly nik?: string
  readonly kk?: string
  readonly birthDate?: string
  /** Village, district or regency; narrows the others, or stands alone. */
  readonly place?: string
  /** Only people with one of these states; active and moving when left out. */
  readonly statuses?: readonly string[]
}
export type PersonHit = {
  readonly personId: PersonId
  readonly name: string
  readonly sex: 'L' | 'P'
  readonly birthDate: string
  readonly birthPlace: string
  readonly villageCode: string
  readonly status: string
  readonly familyId?: FamilyId
  readonly relation?: string
}
export type PersonPage = {
  readonly hits: readonly PersonHit[] /** Key of the next page; absent at the end. */
  readonly next?: string
}

type Row = {
  person_id: string
  name: string
  sex: 'L' | 'P'
  birth_date: string
  birth_place: string
  village_code: string
  status: string
  family_id: string | null
  relation: string | null
}

const COLUMNS = sql`p.person_id, p.name, p.sex, p.birth_date, p.birth_place, p.village_code, p.status, p.family_id, p.relation`
const SHORTEST_PREFIX = 3
/** Words that more people share than this are common; counting stops here. */
const COMMON = 2000
/** So few people of a word are looked up one by one. */
const FEW = 100
/** How many people of a common word are looked at one by one for an unfinished one. */
const FIRST_LOOK = 5000

/**
 * People who fit every part of the query, in the order of their keys, `limit` at most (50). An empty query finds nobody:
 * the register is not a list to browse. An unfinished last word is tried when nothing fits as it stands; such a page
 * has no next one.
 */
export async function searchPersons(
  tx: Tx,
  ring: KeyRing,
  region: string,
  query: PersonQuery,
  page: { readonly limit: number; readonly after?: string },
): Promise<PersonPage> {
  const words = [...new Set(nameKeys(splitTitles(query.name ?? '').name))].filter((word) => word !== '')
  const isNarrow = query.nik !== undefined || query.kk !== undefined || query.birthDate !== undefined
  if (words.length === 0 && !isNarrow && query.place === undefined) return { hits: [] }
  const limit = Math.min(Math.max(page.limit, 1), 50)
  const search = new Search(tx, region, filtersOf(ring, region, query), limit, page.after)
  const rows = isNarrow ? await search.fromPersons(words) : await search.byWords(words, query.place)
  if (rows.length === 0 && page.after === undefined && (words.at(-1) ?? '').length >= SHORTEST_PREFIX) {
    const unfinished = await search.unfinished(words, isNarrow)
    return { hits: unfinished.slice(0, limit).map(hitOf) }
  }
  const hits = rows.slice(0, limit).map(hitOf)
  const last = hits.at(-1)
  return rows.length > limit && last !== undefined ? { hits, next: last.personId } : { hits }
}

type Sql = RawBuilder<unknown>

/** What must be true of the person `p` besides the words of the name. */
function filtersOf(ring: KeyRing, region: string, query: PersonQuery): Sql {
  const filters: Sql[] = [
    sql`p.region_code = ${region}`,
    sql`p.status = any(${[...(query.statuses ?? ['active', 'moving'])]}::text[])`,
  ]
  if (query.nik !== undefined) filters.push(sql`p.nik_hash = any(${[...keyedHashes(ring, query.nik)]}::text[])`)
  if (query.kk !== undefined) {
    const hashes = [...keyedHashes(ring, query.kk)]
    filters.push(
      sql`p.family_id in (select family_id from family where region_code = ${region} and kk_hash = any(${hashes}::text[]))`,
    )
  }
  if (query.birthDate !== undefined) filters.push(sql`p.birth_date = ${query.birthDate}::date`)
  if (query.place !== undefined && query.place !== region)
    filters.push(
      query.place.length > 8 ? sql`p.village_code = ${query.place}` : sql`p.village_code like ${`${query.place}.%`}`,
    )
  return sql.join(filters, sql` and `)
}

/** The ways into the register. Each goes along an index in the order of keys and stops when the page is full. */
class Search {
  constructor(
    readonly tx: Tx,
    readonly region: string,
    readonly filters: Sql,
    readonly limit: number,
    readonly after: string | undefined,
  ) {}

  /** From the rarest way in: a village when every word is common, else the rarest word. */
  async byWords(words: readonly string[], place: string | undefined): Promise<readonly Row[]> {
    if (words.length === 0) return this.fromPersons([])
    const isVillage = place !== undefined && place.length > 8
    const counts = words.length > 1 || isVillage ? await this.#counts(words) : new Map<string, number>()
    const many = (word: string) => counts.get(word) ?? 0
    const [driver = '', ...others] = [...words].sort((a, b) => many(a) - many(b))
    const isCommon = many(driver) > COMMON
    if (isVillage && isCommon) return this.fromPersons(words)
    const near = others.filter((word) => isCommon || many(word) <= COMMON)
    if (near.length === 0 || many(driver) <= FEW) return this.#fromWord(driver, others)
    return this.#fromAll([driver, ...near], others.slice(near.length))
  }

  async #counts(words: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await sql<{ word: string; n: number }>`
      select t.word, c.n from unnest(${[...words]}::text[]) as t (word) cross join lateral (
        select count(*)::int as n from (
          select from person_name_word w where w.region_code = ${this.region} and w.word = t.word limit ${COMMON + 1}) counted) c`.execute(
      this.tx,
    )
    return new Map(rows.map((row) => [row.word, row.n]))
  }

  /** Along the people themselves: by number, birth date or village. */
  async fromPersons(words: readonly string[]): Promise<readonly Row[]> {
    const checks = words.map(
      (word) =>
        sql`and exists (select from person_name_word w where w.region_code = ${this.region} and w.person_id = p.person_id and w.word = ${word})`,
    )
    return this.#rows(
      sql`select ${COLUMNS} from person p where ${this.filters} ${this.#afterKey(sql`p.person_id`)} ${join(checks)} order by p.person_id limit ${this.limit + 1}`,
    )
  }

  async #fromWord(driver: string, others: readonly string[]): Promise<readonly Row[]> {
    const way = sql`select v.person_id from person_name_word v where v.region_code = ${this.region} and v.word = ${driver} ${this.#afterKey(sql`v.person_id`)} order by v.person_id`
    return this.#rows(
      sql`select ${COLUMNS} from (${way}) v ${this.#checks(others)} ${this.#person(sql`v.person_id`)} order by v.person_id limit ${this.limit + 1}`,
    )
  }

  /** People with all of `words`, whose lists are read side by side in the order of keys until the page is full, who have the `others` as well. */
  async #fromAll(words: readonly string[], others: readonly string[]): Promise<readonly Row[]> {
    const lists = words.map((word, index) => {
      const list = sql.raw(`l${index}`)
      return index === 0
        ? sql`person_name_word l0`
        : sql`join person_name_word ${list} on ${list}.region_code = ${this.region} and ${list}.word = ${word} and ${list}.person_id = l0.person_id ${this.#afterKey(sql`${list}.person_id`)}`
    })
    const way = sql`select l0.person_id from ${sql.join(lists, sql` `)} where l0.region_code = ${this.region} and l0.word = ${words[0]} ${this.#afterKey(sql`l0.person_id`)} order by l0.person_id`
    return this.#rows(
      sql`select ${COLUMNS} from (${way}) v ${this.#checks(others)} ${this.#person(sql`v.person_id`)} order by v.person_id limit ${this.limit + 1}`,
    )
  }

  /** The last word as typed so far; the others as they stand. */
  async unfinished(words: readonly string[], isNarrow: boolean): Promise<readonly Row[]> {
    const last = words.at(-1) ?? ''
    const others = words.slice(0, -1)
    const begins = sql`w.word >= ${last} and w.word < ${`${last}{`}`
    const check = sql`cross join lateral (select from person_name_word w where w.region_code = ${this.region} and w.person_id = p.person_id and ${begins} limit 1) u`
    if (isNarrow)
      return this.#rows(
        sql`select ${COLUMNS} from person p ${check} where ${this.filters} order by p.person_id limit ${this.limit + 1}`,
      )
    const [driver, ...rest] = others
    if (driver === undefined)
      return this.#rows(sql`
        select ${COLUMNS} from (select w.word, w.person_id from person_name_word w where w.region_code = ${this.region} and ${begins} order by w.word, w.person_id) v
        ${this.#person(sql`v.person_id`)} order by v.word, v.person_id limit ${this.limit + 1}`)
    const way = sql`select v.person_id from person_name_word v where v.region_code = ${this.region} and v.word = ${driver} order by v.person_id limit ${FIRST_LOOK}`
    const prefix = sql`cross join lateral (select from person_name_word w where w.region_code = ${this.region} and w.person_id = v.person_id and ${begins} limit 1) u`
    return this.#rows(
      sql`select ${COLUMNS} from (${way}) v ${this.#checks(rest)} ${prefix} ${this.#person(sql`v.person_id`)} order by v.person_id limit ${this.limit + 1}`,
    )
  }

  /** Looked up one at a time: the planner would rather read everybody and sort. */
  #person(id: Sql): Sql {
    return sql`cross join lateral (select * from person p where ${this.filters} and p.person_id = ${id} limit 1) p`
  }

  /** That the person `v` has these words too. */
  #checks(words: readonly string[]): Sql {
    return join(
      words.map(
        (word, index) =>
          sql`cross join lateral (select from person_name_word w where w.region_code = ${this.region} and w.word = ${word} and w.person_id = v.person_id limit 1) ${sql.raw(`w${index}`)}`,
      ),
    )
  }

  #afterKey(column: Sql): Sql {
    return this.after === undefined ? sql`` : sql`and ${column} > ${this.after}::uuid`
  }

  async #rows(query: RawBuilder<unknown>): Promise<readonly Row[]> {
    return (await (query as RawBuilder<Row>).execute(this.tx)).rows
  }
}

function join(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `)
}

function hitOf(row: Row): PersonHit {
  return {
    personId: row.person_id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    birthPlace: row.birth_place,
    villageCode: row.village_code,
    status: row.status,
    ...(row.family_id === null ? {} : { familyId: row.family_id }),
    ...(row.relation === null ? {} : { relation: row.relation }),
  }
}
