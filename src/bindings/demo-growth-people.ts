// The people of child growth in the demo: cadres, midwife, nutritionist, doctor, head of a health centre, and a mother whose
// child is at a posyandu. Invented; a name that the list already has is left as it is.
import type { Text } from '../kernel/text.ts'
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting, insertAssignment, setSetting } from '../modules/regions/store.ts'
import type { Role } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import type { House } from './house.ts'

type Appointed = {
  readonly key: string
  readonly name: string
  readonly role: Role
  readonly place: string
  readonly unit: string
  readonly title: Text
}
export const GROWTH_PEOPLE: readonly Appointed[] = [
  {
    key: 'kader',
    name: 'Rusmini',
    role: 'cadre',
    place: '63.11.06.1023',
    unit: 'melati',
    title: { id: 'Kader Posyandu Melati: menimbang dan mencatat', en: 'Cadre of Posyandu Melati: weighs and records' },
  },
  {
    key: 'bidan',
    name: 'Bidan Rahmi',
    role: 'midwife',
    place: '63.11.06',
    unit: 'pkm-paringin',
    title: {
      id: 'Bidan Paringin: memverifikasi, menutup bulan',
      en: 'Midwife of Paringin: verifies, closes the month',
    },
  },
  {
    key: 'gizi',
    name: 'Contoh Ahli Gizi',
    role: 'nutritionist',
    place: '63.11.06',
    unit: 'pkm-paringin',
    title: { id: 'Tenaga gizi Puskesmas Paringin', en: 'Nutritionist, Puskesmas Paringin' },
  },
  {
    key: 'dokter',
    name: 'dr. Contoh Paringin',
    role: 'doctor',
    place: '63.11.06',
    unit: 'pkm-paringin',
    title: { id: 'Dokter Puskesmas Paringin', en: 'Doctor, Puskesmas Paringin' },
  },
  {
    key: 'kapus',
    name: 'Contoh Kepala Puskesmas',
    role: 'health-centre-head',
    place: '63.11.06',
    unit: 'pkm-paringin',
    title: { id: 'Kepala Puskesmas Paringin', en: 'Head of Puskesmas Paringin' },
  },
  {
    key: 'kader2',
    name: 'Jumiati',
    role: 'cadre',
    place: '63.11.04',
    unit: 'kenanga',
    title: { id: 'Kader Posyandu Kenanga, Batu Mandi', en: 'Cadre of Posyandu Kenanga, Batu Mandi' },
  },
  {
    key: 'gizi2',
    name: 'Contoh Gizi Batu Mandi',
    role: 'nutritionist',
    place: '63.11.04',
    unit: 'pkm-batu-mandi',
    title: { id: 'Tenaga gizi Puskesmas Batu Mandi', en: 'Nutritionist, Puskesmas Batu Mandi' },
  },
]

/** Appoints them; gives the account of each by its key. */
export async function seedGrowthPeople(house: House, region: string, now: Date): Promise<ReadonlyMap<string, string>> {
  const known = ((await house.database.inRegion(region, (tx) => findSetting(tx, region, 'demo-people'))) ??
    []) as readonly DemoPerson[]
  const added: DemoPerson[] = []
  const accounts = new Map<string, string>()
  for (const one of GROWTH_PEOPLE) {
    const before = known.find(({ name }) => name === one.name)
    if (before !== undefined) {
      accounts.set(one.key, before.accountId)
      continue
    }
    const accountId = await house.accounts.createAccount({ name: one.name, email: `${one.key}@contoh.example` })
    accounts.set(one.key, accountId)
    await house.database.inRegion(region, (tx) =>
      insertAssignment(tx, {
        region_code: region,
        assignment_id: newId(),
        account_id: accountId,
        role: one.role,
        place: one.place,
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
      group: 'health',
      start: `/${region}/balanting/posyandu`,
    })
  }
  if (added.length > 0)
    await house.database.inRegion(region, (tx) =>
      setSetting(tx, {
        region_code: region,
        name: 'demo-people',
        value: [...known, ...added],
        changed_by: 'demo',
        changed_at: now,
      }),
    )
  return accounts
}
