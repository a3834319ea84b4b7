// Loads the part of the register a case needs into one snapshot: the people and cards it names, whoever shares a card
// with them, parents, children, spouses, ancestors, and the deeds that bind them. Must stay true: one round trip for the
// keys and one for the rows, whatever the size of the register.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHashes } from '../../platform/secrets/seal.ts'
import { deedOfRow, familyOfRow } from './family-row.ts'
import { personOfRow } from './person-row.ts'
import { type HeldDocument, type RegisterSnapshot, snapshotOf } from './snapshot.ts'
import type { DeedRow, FamilyRow, MemberRow, NoteRow, PersonRow, RegisterTables } from './tables.ts'
import { transfersByLetter } from './transfer-store.ts'

/** What a case names. Numbers are as people wrote them, without spaces. */
export type RegisterKeys = {
  readonly personIds?: readonly string[]
  readonly familyIds?: readonly string[]
  readonly niks?: readonly string[]
  readonly kks?: readonly string[]
  readonly deedNumbers?: readonly string[]
  readonly letters?: readonly string[]
}

const ANCESTOR_STEPS = 4

/** A snapshot for a plan or for facts. `documents` are what the archive holds for these people. */
export async function loadSnapshot(
  tx: Tx,
  ring: KeyRing,
  region: string,
  keys: RegisterKeys,
  documents: readonly HeldDocument[] = [],
): Promise<RegisterSnapshot> {
  const ids = await relatedIds(tx, ring, region, keys)
  const table = tx.withTables<RegisterTables>()
  const [persons, families, members, deeds, parties, notes] = [
    ids.persons.length === 0
      ? []
      : await table
          .selectFrom('person')
          .selectAll()
          .where('region_code', '=', region)
          .where('person_id', '=', anyOf(ids.persons))
          .execute(),
    ...(await cards(tx, region, ids.families)),
    ...(await deedRows(tx, region, ids.deeds)),
  ] as const
  const transfers = await transfersByLetter(tx, ring, region, keys.letters ?? [])
  const membersOf = groupBy(members, (member) => member.family_id)
  const partiesOf = groupBy(parties, (party) => party.deed_id)
  const notesOf = groupBy(notes, (note) => note.deed_id)
  return snapshotOf(region, {
    persons: persons.map((row) => personOfRow(ring, row as PersonRow)),
    families: families.map((row) => familyOfRow(ring, row, membersOf.get(row.family_id) ?? [])),
    deeds: deeds.map((row) => deedOfRow(ring, row, partiesOf.get(row.deed_id) ?? [], notesOf.get(row.deed_id) ?? [])),
    documents,
    transfers,
  })
}

type Related = {
  readonly persons: readonly string[]
  readonly families: readonly string[]
  readonly deeds: readonly string[]
}

/** Everyone who matters for the people named, in one statement. */
async function relatedIds(tx: Tx, ring: KeyRing, region: string, keys: RegisterKeys): Promise<Related> {
  const nikHashes = (keys.niks ?? []).flatMap((nik) => keyedHashes(ring, nik))
  const kkHashes = (keys.kks ?? []).flatMap((kk) => keyedHashes(ring, `kk ${kk}`))
  const uuids = (values: readonly string[] = []) => values.filter((id) => /^[0-9a-f-]{36}$/.test(id))
  const { rows } = await sql<Related>`
    with recursive numbered as (
      select deed_id from deed where region_code = ${region} and number = any(${[...(keys.deedNumbers ?? [])]}::text[])
    ), base as (
      select person_id, family_id, mother_id, father_id from person
      where region_code = ${region} and person_id in (
        select unnest(${uuids(keys.personIds)}::uuid[])
        union select person_id from person where region_code = ${region} and nik_hash = any(${nikHashes}::text[])
        union select person_id from deed_party join numbered using (deed_id) where region_code = ${region}
        union select unnest(person_ids) from transfer where region_code = ${region} and letter = any(${[...(keys.letters ?? [])]}::text[]))
    ), cards as (
      select family_id from base where family_id is not null
      union select family_id from family where region_code = ${region}
        and (kk_hash = any(${kkHashes}::text[]) or family_id = any(${uuids(keys.familyIds)}::uuid[]))
    ), housemates as (
      select p.person_id, p.mother_id, p.father_id from person p join cards using (family_id) where p.region_code = ${region}
      union select person_id, mother_id, father_id from base
    ), ancestors (person_id, step) as (
      select parent, 1 from housemates cross join lateral (values (mother_id), (father_id)) as up (parent) where parent is not null
      union select up.parent, a.step + 1 from ancestors a
        join person p on p.region_code = ${region} and p.person_id = a.person_id
        cross join lateral (values (p.mother_id), (p.father_id)) as up (parent)
      where up.parent is not null and a.step < ${ANCESTOR_STEPS}
    ), kin as (
      select person_id from housemates
      union select person_id from ancestors
      union select c.person_id from person c join base b on c.mother_id = b.person_id where c.region_code = ${region}
      union select c.person_id from person c join base b on c.father_id = b.person_id where c.region_code = ${region}
    ), bonds as (
      select deed_id from numbered
      union select deed_id from deed_party join kin using (person_id) where region_code = ${region}
    ), parties as (
      select person_id from deed_party join bonds using (deed_id) where region_code = ${region}
    )
    select array(select person_id::text from kin union select person_id::text from parties) as persons,
           array(select family_id::text from cards
                 union select p.family_id::text from person p join kin using (person_id) where p.region_code = ${region} and p.family_id is not null) as families,
           array(select deed_id::text from bonds) as deeds`.execute(tx)
  return rows[0] ?? { persons: [], families: [], deeds: [] }
}

function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${[...ids]}::uuid[])`
}

async function cards(tx: Tx, region: string, ids: readonly string[]): Promise<readonly [FamilyRow[], MemberRow[]]> {
  if (ids.length === 0) return [[], []]
  const table = tx.withTables<RegisterTables>()
  const families = await table
    .selectFrom('family')
    .selectAll()
    .where('region_code', '=', region)
    .where('family_id', '=', anyOf(ids))
    .execute()
  const members = await table
    .selectFrom('family_member')
    .selectAll()
    .where('region_code', '=', region)
    .where('family_id', '=', anyOf(ids))
    .where('ended_on', 'is', null)
    .orderBy('started_on')
    .orderBy('membership_id')
    .execute()
  return [families, members]
}

type PartyRow = RegisterTables['deed_party']

async function deedRows(
  tx: Tx,
  region: string,
  ids: readonly string[],
): Promise<readonly [DeedRow[], PartyRow[], NoteRow[]]> {
  if (ids.length === 0) return [[], [], []]
  const table = tx.withTables<RegisterTables>()
  const of = <T extends 'deed' | 'deed_party' | 'margin_note'>(name: T) =>
    table
      .selectFrom(name as 'deed')
      .selectAll()
      .where('region_code', '=', region)
      .where('deed_id', '=', anyOf(ids))
  const deeds = await of('deed').execute()
  const parties = (await of('deed_party').execute()) as unknown as PartyRow[]
  const notes = (await of('margin_note').execute()) as unknown as NoteRow[]
  return [deeds, parties, notes]
}

export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}
