// What the demo shows of doors to the register: partners, the national register, odd reads. One call for the demo.
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting } from '../modules/regions/store.ts'
import { visitorOf } from './demo-cases.ts'
import { seedPartners } from './demo-partners.ts'
import type { House } from './house.ts'

export async function seedWatched(house: House, region: string, now: Date): Promise<void> {
  const { database } = house
  const people = ((await database.inRegion(region, (tx) => findSetting(tx, region, 'demo-people'))) ??
    []) as readonly DemoPerson[]
  const data = people.find((one) => one.name === 'Siti Maimunah')?.accountId
  const chief = people.find((one) => one.name === 'Contoh Kepala Dinas')?.accountId
  if (data === undefined || chief === undefined) return
  const head = visitorOf(house, region, chief, undefined, ['head'])
  await seedPartners(house, region, now, { data: visitorOf(house, region, data, undefined, ['data-officer']), head })
}
