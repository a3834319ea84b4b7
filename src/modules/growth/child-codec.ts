// Between a child and its row: NIK sealed and hashed as in the register, so that both find the same person; details sealed.
import type { Insertable, Selectable } from 'kysely'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHash, openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { ChildDetails, ChildRecord } from './child.ts'
import type { GrowthTables } from './tables.ts'

type Row = Selectable<GrowthTables['growth_child']>
export const nikContext = (childId: string) => `growth.child.nik:${childId}`
export const detailsContext = (childId: string) => `growth.child.details:${childId}`

const given = <K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> =>
  value === null ? {} : ({ [key]: value } as Record<K, V>)

export function childOf(ring: KeyRing, row: Row): ChildRecord {
  return {
    childId: row.child_id,
    ...given('personId', row.person_id),
    posyanduId: row.posyandu_id,
    villageCode: row.village_code,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    birthExact: row.birth_exact,
    ...given('birthOrder', row.birth_order),
    ...(row.nik_sealed === null ? {} : { nik: openSealedText(ring, row.nik_sealed, nikContext(row.child_id)) }),
    ...given('motherName', row.mother_name),
    details:
      row.details === null
        ? {}
        : (JSON.parse(openSealedText(ring, row.details, detailsContext(row.child_id))) as ChildDetails),
    ...given('birthWeightG', row.birth_weight_g),
    ...given('birthLengthTenthMm', row.birth_length_tenth_mm),
    ...given('birthHeadTenthMm', row.birth_head_tenth_mm),
    ...given('gestationWeeks', row.gestation_weeks),
    ...given('earlyBreastfed', row.early_breastfed),
    ...given('book', row.book as ChildRecord['book'] | null),
    status: row.status,
    ...given('statusOn', row.status_on),
    version: row.version,
  }
}

/** The row of a new or changed child; times and region are the store's. */
export function childColumns(
  ring: KeyRing,
  child: ChildRecord,
): Omit<Insertable<GrowthTables['growth_child']>, 'region_code' | 'created_at' | 'updated_at'> {
  const { details } = child
  return {
    child_id: child.childId,
    person_id: child.personId ?? null,
    posyandu_id: child.posyanduId,
    village_code: child.villageCode,
    name: child.name,
    sex: child.sex,
    birth_date: child.birthDate,
    birth_exact: child.birthExact,
    birth_order: child.birthOrder ?? null,
    nik_hash: child.nik === undefined ? null : keyedHash(ring, child.nik),
    nik_sealed: child.nik === undefined ? null : seal(ring, child.nik, nikContext(child.childId)),
    mother_name: child.motherName ?? null,
    mother_nik_hash: details.motherNik === undefined ? null : keyedHash(ring, details.motherNik),
    details:
      Object.keys(details).length === 0 ? null : seal(ring, JSON.stringify(details), detailsContext(child.childId)),
    birth_weight_g: child.birthWeightG ?? null,
    birth_length_tenth_mm: child.birthLengthTenthMm ?? null,
    birth_head_tenth_mm: child.birthHeadTenthMm ?? null,
    gestation_weeks: child.gestationWeeks ?? null,
    early_breastfed: child.earlyBreastfed ?? null,
    book: child.book ?? null,
    status: child.status,
    status_on: child.statusOn ?? null,
    same_as: null,
    version: child.version,
  }
}
