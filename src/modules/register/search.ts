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

/**
 * People who fit every part of the query, in the order of their keys, `limit` at most (50). An empty query finds nobody:
 * the register is not a list to browse.
 */
export async function searchPersons(
  tx: Tx,
  ring: KeyRing,
  region: string,
  query: PersonQuery,
  page: { readonly limit: number; readonly after?: string },
): Promise<PersonPage> {
  const words = nameKeys(splitTitles(query.name ?? '').name).filter((word) => word !== '')
  const isExact = query.nik !== undefined || query.kk !== undefined
  if (words.length === 0 && !isExact && query.birthDate === undefined && query.place === undefined) return { hits: [] }
  const limit = Math.min(Math.max(page.limit, 1), 50)
  const exact = await select(tx, ring, region, query, words, false, limit, page.after)
  // An unfinished last word is tried only when nothing fits as it stands.
  const isUnfinished =
    exact.length === 0 && words.length > 0 && page.after === undefined && (words.at(-1) ?? '').length >= SHORTEST_PREFIX
  const rows = isUnfinished ? await select(tx, ring, region, query, words, true, limit, page.after) : exact
  const hits = rows.slice(0, limit).map(hitOf)
  const last = hits.at(-1)
  return rows.length > limit && last !== undefined ? { hits, next: last.personId } : { hits }
}

async function select(
  tx: Tx,
  ring: KeyRing,
  region: string,
  query: PersonQuery,
  words: readonly string[],
  isPrefix: boolean,
  limit: number,
  after: string | undefined,
): Promise<readonly Row[]> {
  const conditions: RawBuilder<unknown>[] = [sql`p.region_code = ${region}`]
  const statuses = query.statuses ?? ['active', 'moving']
  conditions.push(sql`p.status = any(${[...statuses]}::text[])`)
  if (after !== undefined) conditions.push(sql`p.person_id > ${after}::uuid`)
  if (query.nik !== undefined) conditions.push(sql`p.nik_hash = any(${[...keyedHashes(ring, query.nik)]}::text[])`)
  if (query.kk !== undefined) {
    const hashes = [...keyedHashes(ring, `kk ${query.kk}`)]
    conditions.push(
      sql`p.family_id in (select family_id from family where region_code = ${region} and kk_hash = any(${hashes}::text[]))`,
    )
  }
  if (query.birthDate !== undefined) conditions.push(sql`p.birth_date = ${query.birthDate}::date`)
  if (query.place !== undefined && query.place !== region)
    conditions.push(
      query.place.length > 8 ? sql`p.village_code = ${query.place}` : sql`p.village_code like ${`${query.place}.%`}`,
    )
  words.forEach((word, index) => {
    const match = isPrefix && index === words.length - 1 ? sql`w.word like ${`${word}%`}` : sql`w.word = ${word}`
    conditions.push(
      sql`exists (select from person_name_word w where w.region_code = ${region} and w.person_id = p.person_id and ${match})`,
    )
  })
  // The rarest way in drives the search; the rest are look-ups by key.
  const from = drivingTable(region, query, words, isPrefix, after)
  const { rows } = await sql<Row>`
    select ${COLUMNS} from ${from} where ${sql.join(conditions, sql` and `)} order by p.person_id limit ${limit + 1}`.execute(
    tx,
  )
  return rows
}

function drivingTable(
  region: string,
  query: PersonQuery,
  words: readonly string[],
  isPrefix: boolean,
  after: string | undefined,
): RawBuilder<unknown> {
  const isNarrow = query.nik !== undefined || query.kk !== undefined || query.birthDate !== undefined
  const exactWords = isPrefix ? words.slice(0, -1) : words
  const [longest] = [...exactWords].sort((a, b) => b.length - a.length)
  if (isNarrow || longest === undefined) return sql`person p`
  const from = after === undefined ? sql`` : sql` and v.person_id > ${after}::uuid`
  return sql`(select v.person_id as id from person_name_word v where v.region_code = ${region} and v.word = ${longest}${from} order by v.person_id) v join person p on p.region_code = ${region} and p.person_id = v.id`
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
