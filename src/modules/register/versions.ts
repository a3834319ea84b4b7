// Has anything that a plan leaned on changed since it was made? Must stay true: the rows are locked in one order while
// they are compared, so that two commits never pass each other; a difference is told by field, not only by number.
import { sql } from 'kysely'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { codeText } from '../catalogue/code-lists.ts'
import type { PersonField, ThingKind, TouchedThing } from './change.ts'
import type { RegisterTables } from './tables.ts'
import { DEED_WORDS, FIELD_LISTS, FIELD_WORDS } from './words.ts'

/** One fact that became known after the plan was made. */
export type RegisterDifference = {
  readonly thing: { readonly kind: ThingKind; readonly id: string }
  /** Name of the person, the card by its head (its number is left out on purpose), number of the deed. */
  readonly about: string
  readonly field: Text
  readonly now: Text
  readonly recordedAt: Date
  readonly caseId?: string
}

type Row = { readonly kind: ThingKind; readonly id: string; readonly version: number }

/** Locks everything a plan leaned on and gives the things whose version is no longer the one the plan saw. */
export async function lockAndCompare(
  tx: Tx,
  region: string,
  touched: readonly TouchedThing[],
): Promise<readonly TouchedThing[]> {
  const known = touched.filter((thing) => thing.version > 0)
  const ids = (kind: ThingKind) => known.filter((thing) => thing.kind === kind).map((thing) => thing.id)
  const { rows } = await sql<Row>`
    with f as (select family_id, version from family where region_code = ${region} and family_id = any(${ids('family')}::uuid[]) order by family_id for update),
         p as (select person_id, version from person where region_code = ${region} and person_id = any(${ids('person')}::uuid[]) order by person_id for update),
         d as (select deed_id, version from deed where region_code = ${region} and deed_id = any(${ids('deed')}::uuid[]) order by deed_id for update)
    select 'family' as kind, family_id::text as id, version from f
    union all select 'person', person_id::text, version from p
    union all select 'deed', deed_id::text, version from d`.execute(tx)
  const now = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row.version]))
  return known.filter((thing) => now.get(`${thing.kind} ${thing.id}`) !== thing.version)
}

/** What became known about these things since an instant, newest last; at most 40 lines. */
export async function differencesSince(
  tx: Tx,
  region: string,
  things: readonly TouchedThing[],
  since: Date,
): Promise<readonly RegisterDifference[]> {
  if (things.length === 0) return []
  const { rows } = await sql<{
    kind: ThingKind
    id: string
    field: string
    value: unknown
    recorded_at: Date
    case_id: string | null
    about: string
  }>`
    select f.kind, f.thing_id::text as id, f.field, f.value, f.recorded_at, f.case_id::text,
           coalesce(p.name, d.number, 'KK ' || h.name, '') as about
    from register_fact f
      left join person p on p.region_code = f.region_code and p.person_id = f.thing_id
      left join deed d on d.region_code = f.region_code and d.deed_id = f.thing_id
      left join family k on k.region_code = f.region_code and k.family_id = f.thing_id
      left join person h on h.region_code = k.region_code and h.person_id = k.head_id
    where f.region_code = ${region} and f.thing_id = any(${things.map((thing) => thing.id)}::uuid[]) and f.recorded_at > ${since}
    order by f.recorded_at, f.fact_id limit 40`.execute(tx)
  return rows.map((row) => ({
    thing: { kind: row.kind, id: row.id },
    about: row.about,
    field: fieldWords(row.kind, row.field),
    now: valueWords(row.field, row.value),
    recordedAt: row.recorded_at,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
  }))
}

const OTHER_WORDS: Readonly<Record<string, Text>> = {
  card: { id: 'Kartu Keluarga', en: 'Family card' },
  address: { id: 'Alamat', en: 'Address' },
  headId: { id: 'Kepala keluarga', en: 'Head of the family' },
  status: { id: 'Status', en: 'State' },
  notes: { id: 'Catatan pinggir', en: 'Margin note' },
  created: { id: 'Entri baru', en: 'New entry' },
  endedOn: { id: 'Berakhir', en: 'Ended' },
}

function fieldWords(kind: ThingKind, field: string): Text {
  const words = kind === 'person' && Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field as PersonField] : undefined
  return words ?? OTHER_WORDS[field] ?? { id: field, en: field }
}

function valueWords(field: string, value: unknown): Text {
  if (value === null) return { id: '–', en: '–' }
  if (typeof value === 'object') {
    const { register } = value as { readonly register?: keyof RegisterTables }
    const deed = register === undefined ? undefined : DEED_WORDS[register as keyof typeof DEED_WORDS]
    return deed ?? { id: 'berubah', en: 'changed' }
  }
  const list = FIELD_LISTS[field as PersonField]
  const text = String(value)
  return (list === undefined ? undefined : codeText(list, text)) ?? { id: text, en: text }
}
