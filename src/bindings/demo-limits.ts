// The demo's own edition of weight gains and limits: drafted by the expert team, waiting for the secretariat.
import { addMonths } from '../kernel/date.ts'
import { draftEdition } from '../modules/growth/edition/edition-commands.ts'
import { visitorOf } from './demo-cases.ts'
import type { GrowthHouse } from './growth-context.ts'
import type { House } from './house.ts'

export async function seedLimits(house: House, growth: GrowthHouse, region: string, expert: string): Promise<void> {
  await draftEdition(growth, visitorOf(house, region, expert, undefined, ['expert']), growth.book.shipped, {
    name: 'Batas Balangan',
    source: 'Contoh keputusan tim pakar, belum disahkan',
    from: addMonths(`${growth.today(region).slice(0, 7)}-01`, 2),
    limits: { 'kbm-7-girls': '400', 'kbm-11-girls': '300', 'due-NG2': '5', 'referral-days': '10' },
  })
}
