// Loads the part of the register a case needs into one snapshot: the people and cards it names, whoever shares a card
// with them, parents, children, spouses, ancestors, and the deeds that bind them. Must stay true: one round trip, whatever the
// size of the register.
import { sql } from 'kysely'
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
  const { person, family, member, deed, party, note } = await relatedRows(tx, ring, region, keys)
  const letters = keys.letters ?? []
  const membersOf = groupBy(member, (row) => row.family_id)
  const partiesOf = groupBy(party, (row) => row.deed_id)
  const notesOf = groupBy(note, (row) => row.deed_id)
  return snapshotOf(region, {
    persons: person.map((row) => personOfRow(ring, row)),
    families: family.map((row) => familyOfRow(ring, row, membersOf.get(row.family_id) ?? [])),
    deeds: deed.map((row) => deedOfRow(ring, row, partiesOf.get(row.deed_id) ?? [], notesOf.get(row.deed_id) ?? [])),
    documents,
    transfers: letters.length === 0 ? [] : await transfersByLetter(tx, ring, region, letters),
  })
}

type Rows = {
  readonly person: PersonRow[]
  readonly family: FamilyRow[]
  readonly member: MemberRow[]
  readonly deed: DeedRow[]
  readonly party: RegisterTables['deed_party'][]
  readonly note: NoteRow[]
}

/**
 * Everyone who matters for the people named, in one statement. Arrays instead of joins at the end: the planner cannot
 * guess how small a family tree is and would read whole tables. What is asked for comes in by `asked`, so that the lengths of the
 * lists are no news to the planner: planning anew for each cost three times the reading.
 */
async function relatedRows(tx: Tx, ring: KeyRing, region: string, keys: RegisterKeys): Promise<Rows> {
  const nikHashes = (keys.niks ?? []).flatMap((nik) => keyedHashes(ring, nik))
  const kkHashes = (keys.kks ?? []).flatMap((kk) => keyedHashes(ring, kk))
  const uuids = (values: readonly string[] = []) => values.filter((id) => /^[0-9a-f-]{36}$/.test(id))
  const { rows } = await sql<{ kind: keyof Rows; row: Record<string, unknown> }>`
    with recursive asked as materialized (
      select ${uuids(keys.personIds)}::uuid[] as persons, ${uuids(keys.familyIds)}::uuid[] as families, ${nikHashes}::text[] as niks,
        ${kkHashes}::text[] as kks, ${[...(keys.deedNumbers ?? [])]}::text[] as deeds, ${[...(keys.letters ?? [])]}::text[] as letters
    ), numbered as (
      select deed_id from deed where region_code = ${region} and number = any((select deeds from asked)::text[])
    ), named (person_id) as (
        select unnest(persons) from asked
        union select person_id from person where region_code = ${region} and nik_hash = any((select niks from asked)::text[])
        union select person_id from deed_party where region_code = ${region} and deed_id = any(array(select deed_id from numbered))
        union select unnest(person_ids) from transfer where region_code = ${region} and letter = any((select letters from asked)::text[])
    ), base as (
      select person_id, family_id, mother_id, father_id from person
      where region_code = ${region} and person_id = any(array(select person_id from named))
    ), cards as (
      select family_id from base where family_id is not null
      union select family_id from family where region_code = ${region}
        and kk_hash = any((select kks from asked)::text[])
      union select family_id from family where region_code = ${region} and family_id = any((select families from asked)::uuid[])
    ), housemates as (
      select p.person_id, p.mother_id, p.father_id from person p
      where p.region_code = ${region} and p.family_id = any(array(select family_id from cards))
      union select person_id, mother_id, father_id from base
    ), ancestors (person_id, step) as (
      select parent, 1 from housemates cross join lateral (values (mother_id), (father_id)) as up (parent) where parent is not null
      union select up.parent, a.step + 1 from ancestors a
        cross join lateral (
          select mother_id, father_id from person where region_code = ${region} and person_id = a.person_id limit 1) p
        cross join lateral (values (p.mother_id), (p.father_id)) as up (parent)
      where up.parent is not null and a.step < ${ANCESTOR_STEPS}
    ), kin as (
      select person_id from housemates
      union select person_id from ancestors
      union select person_id from person where region_code = ${region} and mother_id = any(array(select person_id from base))
      union select person_id from person where region_code = ${region} and father_id = any(array(select person_id from base))
    ), bonds as (
      select deed_id from numbered
      union select deed_id from deed_party where region_code = ${region} and person_id = any(array(select person_id from kin))
    ), everyone as (
      select person_id from kin
      union select person_id from deed_party where region_code = ${region} and deed_id = any(array(select deed_id from bonds))
    ), families as (
      select family_id from cards
      union select family_id from person where region_code = ${region} and person_id = any(array(select person_id from everyone)) and family_id is not null
    )
    select 'person' as kind, to_jsonb(p) - 'keys' as row from person p
      where p.region_code = ${region} and p.person_id = any(array(select person_id from everyone))
    union all select 'family', to_jsonb(f) from family f
      where f.region_code = ${region} and f.family_id = any(array(select family_id from families))
    union all select 'member', to_jsonb(m) from (
      select * from family_member where region_code = ${region} and ended_on is null and family_id = any(array(select family_id from families))
      order by started_on, membership_id) m
    union all select 'deed', to_jsonb(d) from deed d
      where d.region_code = ${region} and d.deed_id = any(array(select deed_id from bonds))
    union all select 'party', to_jsonb(d) from deed_party d
      where d.region_code = ${region} and d.deed_id = any(array(select deed_id from bonds))
    union all select 'note', to_jsonb(n) from margin_note n
      where n.region_code = ${region} and n.deed_id = any(array(select deed_id from bonds))`.execute(tx)
  const found: Record<keyof Rows, unknown[]> = { person: [], family: [], member: [], deed: [], party: [], note: [] }
  for (const { kind, row } of rows) found[kind].push(withBytes(row))
  return found as unknown as Rows
}

const BYTES = ['nik_sealed', 'kk_sealed', 'details']

/** JSON has no bytes: PostgreSQL writes them as `\x` and hex digits. */
function withBytes(row: Record<string, unknown>): Record<string, unknown> {
  for (const column of BYTES) {
    const value = row[column]
    if (typeof value === 'string') row[column] = Buffer.from(value.slice(2), 'hex')
  }
  return row
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
