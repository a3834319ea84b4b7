// One person by NIK, with as little of the record as another module needs to recognise them. Must stay true: the number is
// looked up by its keyed hash and never given out.
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHashes, openSealedText } from '../../platform/secrets/seal.ts'
import { nikContext } from './person-row.ts'
import type { RegisterTables } from './tables.ts'

export type PersonMatch = { readonly personId: string; readonly sex: string; readonly birthDate: string }

/** A living resident with this NIK; undefined when the register does not know the number. */
export async function findByNik(tx: Tx, ring: KeyRing, region: string, nik: string): Promise<PersonMatch | undefined> {
  const row = await tx
    .withTables<Pick<RegisterTables, 'person'>>()
    .selectFrom('person')
    .select(['person_id', 'sex', 'birth_date'])
    .where('region_code', '=', region)
    .where('nik_hash', 'in', [...keyedHashes(ring, nik)])
    .where('duplicate_of', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : { personId: row.person_id, sex: row.sex, birthDate: row.birth_date }
}

export type SmallResident = {
  readonly name: string
  readonly sex: string
  readonly birthDate: string
  readonly villageCode: string
  readonly nik?: string
  readonly motherName?: string
  readonly fatherName?: string
}

/** What a posyandu needs of a resident child it welcomes; undefined when nobody active has this key. */
export async function findSmallResident(
  tx: Tx,
  ring: KeyRing,
  region: string,
  personId: string,
): Promise<SmallResident | undefined> {
  const row = await tx
    .withTables<Pick<RegisterTables, 'person'>>()
    .selectFrom('person as p')
    .leftJoin('person as m', (join) =>
      join.onRef('m.region_code', '=', 'p.region_code').onRef('m.person_id', '=', 'p.mother_id'),
    )
    .leftJoin('person as f', (join) =>
      join.onRef('f.region_code', '=', 'p.region_code').onRef('f.person_id', '=', 'p.father_id'),
    )
    .select([
      'p.name',
      'p.sex',
      'p.birth_date',
      'p.village_code',
      'p.nik_sealed',
      'm.name as mother',
      'f.name as father',
    ])
    .where('p.region_code', '=', region)
    .where('p.person_id', '=', personId)
    .where('p.status', '=', 'active')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    villageCode: row.village_code,
    ...(row.nik_sealed === null ? {} : { nik: openSealedText(ring, row.nik_sealed, nikContext(personId)) }),
    ...(row.mother === null ? {} : { motherName: row.mother }),
    ...(row.father === null ? {} : { fatherName: row.father }),
  }
}
