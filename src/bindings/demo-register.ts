// What the register's pages show in the demo: a village operator and two data officers. Must stay true: invented people;
// a role that the region already has is left as it is.

import type { Text } from '../kernel/text.ts'
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting, insertAssignment, insertUnits, setSetting } from '../modules/regions/store.ts'
import type { Role } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import type { House } from './house.ts'

const STORY_VILLAGE = '63.11.06.2006'
type Appointed = {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly place?: string
  readonly unit: string
  readonly title: Text
  readonly start: string
}
const APPOINTED: readonly Appointed[] = [
  {
    key: 'data',
    name: 'Siti Maimunah',
    role: 'data-officer',
    unit: 'verifikasi',
    title: {
      id: 'Petugas data: register, data ganda, cakupan, mitra, register nasional',
      en: 'Data officer: register, duplicates, coverage, partners, national register',
    },
    start: 'register',
  },
  {
    key: 'data2',
    name: 'Abdul Hadi',
    role: 'data-officer',
    unit: 'verifikasi',
    title: {
      id: 'Petugas data kedua: menyetujui mitra dan data ganda',
      en: 'Second data officer: agrees to partners and duplicates',
    },
    start: 'register',
  },
  {
    key: 'desa',
    name: 'Hairiah',
    role: 'village-operator',
    place: STORY_VILLAGE,
    unit: 'desa-kalahiang',
    title: {
      id: 'Operator Desa Kalahiang: data warga desanya',
      en: 'Village operator of Kalahiang: people of the village',
    },
    start: 'register',
  },
]

/** Appoints them in the story's region and puts them on the list of the sign-in page. */
export async function seedRegisterOfficers(house: House, region: string, now: Date): Promise<void> {
  const people = ((await house.database.inRegion(region, (tx) => findSetting(tx, region, 'demo-people'))) ??
    []) as readonly DemoPerson[]
  const added: DemoPerson[] = []
  await house.database.inRegion(region, (tx) =>
    insertUnits(tx, [
      {
        region_code: region,
        unit_id: 'desa-kalahiang',
        agency_id: 'disdukcapil',
        name: 'Pemerintah Desa Kalahiang',
        place: STORY_VILLAGE,
      },
    ]),
  )
  for (const one of APPOINTED) {
    if (people.some((known) => known.name === one.name)) continue
    const accountId = await house.accounts.createAccount({ name: one.name, email: `${one.key}@contoh.example` })
    await house.database.inRegion(region, (tx) =>
      insertAssignment(tx, {
        region_code: region,
        assignment_id: newId(),
        account_id: accountId,
        role: one.role,
        place: one.place ?? region,
        services: ['*'],
        unit_id: one.unit,
        deputy_for: null,
        valid_from: new Date(now.getTime() - 86_400_000),
        valid_until: null,
        created_by: 'demo',
      }),
    )
    added.push({
      accountId,
      name: one.name,
      role: one.title,
      group: 'office',
      start: `/${region}/office/${one.start}`,
    })
  }
  await house.database.inRegion(region, (tx) =>
    setSetting(tx, {
      region_code: region,
      name: 'demo-people',
      value: [...people, ...added],
      changed_by: 'demo',
      changed_at: now,
    }),
  )
}
