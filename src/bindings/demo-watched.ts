// What the demo shows of doors to the register: partners, the national register, odd reads. One call for the demo.
import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting } from '../modules/regions/store.ts'
import { visitorOf } from './demo-cases.ts'
import { seedNational } from './demo-national.ts'
import { seedOddReads } from './demo-odd-reads.ts'
import { seedPartners } from './demo-partners.ts'
import type { House } from './house.ts'

export async function seedWatched(house: House, region: string, now: Date): Promise<void> {
  const people = ((await house.database.inRegion(region, (tx) => findSetting(tx, region, 'demo-people'))) ??
    []) as readonly DemoPerson[]
  const account = (name: string): string | undefined => people.find((one) => one.name === name)?.accountId
  const [data, auditor, chief] = ['Siti Maimunah', 'Salasiah', 'Contoh Kepala Dinas'].map(account)
  if (data === undefined || auditor === undefined || chief === undefined) return
  const piak = visitorOf(house, region, data, undefined, ['data-officer'])
  await seedNational(house, region, now, piak)
  await seedPartners(house, region, now, {
    data: piak,
    head: visitorOf(house, region, chief, undefined, ['head']),
  })
  const officers = people.filter((one) => /[Vv]erifi|[Ll]oket|[Kk]abid|[Kk]epala bidang/.test(one.role.id))
  await seedOddReads(house, region, now, {
    officers: officers.map((one) => one.accountId),
    keeper: visitorOf(house, region, auditor, undefined, ['auditor']),
  })
}
