// Pregnant women with KEK who get extra food in the demo: one in the fourth week, one whose food ended well. Must stay true: begun and
// written by the use cases of the pages; a second run begins none.
import { addDays } from '../kernel/date.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { startMotherPmt } from '../modules/growth/mother-food-commands.ts'
import { recordPmtWeek } from '../modules/growth/pmt-commands.ts'
import { readAllPregnancies, readPregnancy } from '../modules/growth/pregnancy/pregnancy-queries.ts'
import { visitorOf } from './demo-cases.ts'
import type { House } from './house.ts'

const WEEK = [true, true, true, true, true, true, false]

export async function seedMotherFood(
  house: House,
  context: GrowthContext,
  region: string,
  midwife: string,
): Promise<void> {
  const visitor = visitorOf(house, region, midwife, undefined, ['midwife'])
  const all = await readAllPregnancies(context, visitor)
  if (!all.ok) return
  const thin = all.value.running.filter(({ state }) => state.isKek === true).slice(0, 2)
  for (const [index, { pregnancyId }] of thin.entries()) {
    const weeks = index === 0 ? 4 : 6
    const woman = await readPregnancy(context, visitor, pregnancyId)
    const start = woman.ok
      ? (woman.value.visits.find(({ weightG }) => weightG !== undefined)?.weightG ?? 47_000)
      : 47_000
    const then: GrowthContext = { ...context, today: (code) => addDays(context.today(code), -7 * weeks) }
    const begun = await startMotherPmt(then, visitor, pregnancyId, { food: 'local', money: 'dak', byGuideline: true })
    if (!begun.ok) continue
    for (let week = 1; week <= weeks; week++)
      await recordPmtWeek(context, visitor, begun.value.pmtId, {
        week,
        given: WEEK,
        daysEaten: 5,
        weightG: start + week * 300,
        armTenthMm: 2290 + week * 15,
        next: index === 1 && week === weeks ? 'finish' : 'continue',
      })
  }
}
