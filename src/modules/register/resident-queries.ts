// What health and convergence lists need of residents: the few facts that decide a target group, names for those who may see
// them, and who a typed number or name is. Must stay true: seals stay closed, no list is longer than one village, and who may
// ask is decided by the caller.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHashes } from '../../platform/secrets/seal.ts'
import type { RegisterTables } from './tables.ts'

export type ResidentFacts = {
  readonly personId: string
  readonly villageCode: string
  readonly familyId?: string
  readonly sex: 'L' | 'P'
  readonly birthDate: string
  readonly isMarried: boolean
  readonly status: 'active' | 'moved' | 'died'
}
type Row = {
  person_id: string
  village_code: string
  family_id: string | null
  sex: string
  birth_date: string
  marital_status: string
  status: string
}

const COLUMNS = ['person_id', 'village_code', 'family_id', 'sex', 'birth_date', 'marital_status', 'status'] as const
const people = (tx: Tx, region: string) =>
  tx.withTables<RegisterTables>().selectFrom('person').select(COLUMNS).where('region_code', '=', region)

function factsOf(row: Row): ResidentFacts {
  return {
    personId: row.person_id,
    villageCode: row.village_code,
    ...(row.family_id === null ? {} : { familyId: row.family_id }),
    sex: row.sex === 'L' ? 'L' : 'P',
    birthDate: row.birth_date,
    isMarried: row.marital_status === '2' || row.marital_status === '3',
    status:
      row.status === 'deceased' ? 'died' : row.status === 'active' || row.status === 'moving' ? 'active' : 'moved',
  }
}

/** Some families of a village, and people beside them. */
export type VillagePart = { readonly families: readonly string[]; readonly people: readonly string[] }

/** Active residents of a village born since a day, and women born since an earlier one. */
export async function listYoungAndWomen(
  tx: Tx,
  region: string,
  query: {
    readonly village: string
    readonly bornFrom: string
    readonly womenBornFrom: string
    readonly part?: VillagePart
  },
): Promise<readonly ResidentFacts[]> {
  const { part } = query
  const all = people(tx, region)
  const rows = await (part === undefined
    ? all
    : all.where(
        sql<boolean>`(family_id = any(${[...part.families]}::uuid[]) or person_id = any(${[...part.people]}::uuid[]))`,
      )
  )
    .where('village_code', '=', query.village)
    .where('status', 'in', ['active', 'moving'])
    .where((e) =>
      e.or([
        e('birth_date', '>=', query.bornFrom),
        e.and([e('sex', '=', 'P'), e('birth_date', '>=', query.womenBornFrom)]),
      ]),
    )
    .orderBy('person_id')
    .execute()
  return rows.map(factsOf)
}

/** These people as the register has them now, wherever they are. */
export async function listResidentFacts(
  tx: Tx,
  region: string,
  ids: readonly string[],
): Promise<readonly ResidentFacts[]> {
  if (ids.length === 0) return []
  const rows = await people(tx, region)
    .where(sql<boolean>`person_id = any(${`{${ids.join(',')}}`}::uuid[])`)
    .execute()
  return rows.map(factsOf)
}

/** These people's families, and those of their parents: whose list something that happened to them can change. */
export async function listFamiliesAround(tx: Tx, region: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ family_id: string }>`
    with own as (
      select person_id, mother_id, father_id from person where region_code = ${region} and person_id = any(${[...ids]}::uuid[])
    ), around as (
      select person_id from own union select mother_id from own union select father_id from own
    )
    select distinct family_id from person
    where region_code = ${region} and person_id = any(array(select person_id from around)) and family_id is not null`.execute(
    tx,
  )
  return rows.map((row) => row.family_id)
}

/** Birth dates of the living and dead children of mothers. */
export async function listBirthsOf(
  tx: Tx,
  region: string,
  mothers: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const births = new Map<string, string[]>()
  if (mothers.length === 0) return births
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('person')
    .select(['mother_id', 'birth_date'])
    .where('region_code', '=', region)
    .where(sql<boolean>`mother_id = any(${`{${mothers.join(',')}}`}::uuid[])`)
    .where('status', 'not in', ['duplicate', 'cancelled'])
    .execute()
  for (const { mother_id, birth_date } of rows)
    if (mother_id !== null) births.set(mother_id, [...(births.get(mother_id) ?? []), birth_date])
  return births
}

export type ResidentName = { readonly name: string; readonly birthDate: string; readonly sex: 'L' | 'P' }

/** Names of people and, for families, of their heads. Ids that are neither are left out. */
export async function listNames(
  tx: Tx,
  region: string,
  ids: { readonly people: readonly string[]; readonly families: readonly string[] },
): Promise<ReadonlyMap<string, ResidentName>> {
  const { rows } = await sql<{ id: string; name: string; birth_date: string; sex: 'L' | 'P' }>`
    select person_id::text as id, name, birth_date, sex from person
    where region_code = ${region} and person_id = any(${`{${ids.people.join(',')}}`}::uuid[])
    union all
    select f.family_id::text, p.name, p.birth_date, p.sex
    from family f join person p on p.region_code = f.region_code and p.person_id = f.head_id
    where f.region_code = ${region} and f.family_id = any(${`{${ids.families.join(',')}}`}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, { name: row.name, birthDate: row.birth_date, sex: row.sex }]))
}

/** People by their numbers; a number nobody has is not in the answer. */
export async function findByNiks(
  tx: Tx,
  ring: KeyRing,
  region: string,
  niks: readonly string[],
): Promise<ReadonlyMap<string, ResidentFacts>> {
  if (niks.length === 0) return new Map()
  const byHash = new Map(niks.flatMap((nik) => keyedHashes(ring, nik).map((hash) => [hash, nik] as const)))
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('person')
    .select([...COLUMNS, 'nik_hash'])
    .where('region_code', '=', region)
    .where('nik_hash', 'in', [...byHash.keys()])
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const nik = row.nik_hash === null ? undefined : byHash.get(row.nik_hash)
      return nik === undefined ? [] : [[nik, factsOf(row)] as const]
    }),
  )
}

/** Active people with exactly this birth date in a village, for matching a list without numbers. */
export async function listBornOn(
  tx: Tx,
  region: string,
  village: string,
  birthDates: readonly string[],
): Promise<readonly (ResidentFacts & { readonly name: string })[]> {
  if (birthDates.length === 0) return []
  const rows = await people(tx, region)
    .select('name')
    .where('village_code', '=', village)
    .where('birth_date', 'in', [...birthDates])
    .where('status', 'in', ['active', 'moving'])
    .execute()
  return rows.map((row) => ({ ...factsOf(row), name: row.name }))
}
