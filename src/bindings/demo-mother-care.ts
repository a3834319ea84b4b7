// What midwife and family assistants did for the mother of the story before her daughter came: visits, extra food after a thin arm, a visit
// at home. Must stay true: by the use cases of the pages, on days that lie back; invented; she sees it in the copy of her own data.
import { addDays } from '../kernel/date.ts'
import type { Acting } from '../modules/convergence/acting.ts'
import { refreshVillage } from '../modules/convergence/list-commands.ts'
import { periodOn } from '../modules/convergence/period.ts'
import { noteFamilyVisit } from '../modules/convergence/visit-commands.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { startMotherPmt } from '../modules/growth/mother-food-commands.ts'
import { recordPmtWeek } from '../modules/growth/pmt-commands.ts'
import { endPregnancy, recordVisit, registerPregnancy } from '../modules/growth/pregnancy/pregnancy-commands.ts'
import { PREGNANCY_2021 } from '../modules/growth/rules/pregnancy.ts'
import { findByNik } from '../modules/register/find-by-nik.ts'
import { familyOf } from '../modules/register/kinship.ts'
import { loadSnapshot } from '../modules/register/load.ts'
import { newId } from '../platform/ids.ts'
import { visitorOf } from './demo-cases.ts'
import { HOUSEHOLD } from './demo-household.ts'
import type { House } from './house.ts'

const BORN_DAYS_AGO = 12
/** Weeks of pregnancy, arm in tenths of a millimetre, Hb in tenths of a gram, weight in grams, tablets taken since the last time. */
const VISITS = [
  [11, 2280, 114, 45_200, 0],
  [17, 2295, undefined, 46_900, 26],
  [23, 2320, 118, 49_100, 28],
  [29, 2340, undefined, 51_600, 30],
  [34, 2355, 121, 53_800, 29],
  [38, 2370, undefined, 55_000, 27],
] as const
const FOOD_WEEKS = 6

export async function seedMotherOfStory(
  house: House,
  context: GrowthContext,
  region: string,
  { midwife, team }: { readonly midwife: string; readonly team: string },
): Promise<void> {
  const mother = HOUSEHOLD.persons?.find(({ id }) => id === 'ibu')
  if (mother?.nik === undefined || mother.birthDate === undefined) return
  const today = context.today(region)
  const visitor = visitorOf(house, region, midwife, undefined, ['midwife'])
  const pregnancyId = newId()
  const bornOn = addDays(today, -BORN_DAYS_AGO)
  const dueOn = addDays(bornOn, 4)
  const dayOf = (weeks: number) => addDays(dueOn, weeks * 7 - PREGNANCY_2021.pregnancyDays)
  const then = (day: string): GrowthContext => ({ ...context, today: () => day })
  const registered = await registerPregnancy(then(dayOf(VISITS[0][0])), visitor, 'melati', pregnancyId, {
    name: mother.name,
    birthDate: mother.birthDate,
    nik: mother.nik,
    details: {},
    lastPeriod: dayOf(0),
    dueOn,
    gravida: 1,
  })
  if (!registered.ok) return
  for (const [index, [weeks, armTenthMm, haemoglobinTenthGdl, weightG, tabletsTaken]] of VISITS.entries()) {
    await recordVisit(then(dayOf(weeks)), visitor, pregnancyId, {
      visitId: newId(),
      on: dayOf(weeks),
      armTenthMm,
      ...(haemoglobinTenthGdl === undefined ? {} : { haemoglobinTenthGdl }),
      weightG,
      tabletsGiven: 30,
      tabletsTaken,
      foodGiven: false,
      classAttended: index % 2 === 1,
    })
    if (index === 0) await feed(then(dayOf(weeks)), context, visitor, pregnancyId, weightG)
  }
  await noteVisit(house, context, region, team, mother.nik)
  await endPregnancy(context, visitor, pregnancyId, 'born', bornOn)
}

async function feed(
  then: GrowthContext,
  context: GrowthContext,
  visitor: ReturnType<typeof visitorOf>,
  pregnancyId: string,
  startG: number,
): Promise<void> {
  const begun = await startMotherPmt(then, visitor, pregnancyId, { food: 'local', money: 'village', byGuideline: true })
  if (!begun.ok) return
  for (let week = 1; week <= FOOD_WEEKS; week++)
    await recordPmtWeek(context, visitor, begun.value.pmtId, {
      week,
      given: [true, true, true, true, true, week % 2 === 0, false],
      daysEaten: 5,
      weightG: startG + week * 300,
      armTenthMm: 2280 + week * 5,
      next: 'continue',
    })
}

/** The list of her village is made first: only a listed family is visited. */
async function noteVisit(house: House, context: GrowthContext, region: string, team: string, nik: string) {
  const { ring, clock } = house.cases
  const today = context.today(region)
  await house.database.inRegion(region, async (tx) => {
    const person = await findByNik(tx, ring, region, nik)
    if (person === undefined) return
    const snapshot = await loadSnapshot(tx, ring, region, { personIds: [person.personId] })
    const village = snapshot.persons.get(person.personId)?.villageCode
    const family = familyOf(snapshot, person.personId)
    if (family === undefined || village === undefined) return
    await refreshVillage(tx, region, village, { now: clock.now(), on: today, period: periodOn(today).key })
    const acting: Acting = {
      region,
      actor: { accountId: team, name: 'tpk', sessionId: 'demo', assignments: [] },
      role: 'family-team',
      device: 'demo',
      now: clock.now(),
      today,
    }
    await noteFamilyVisit(tx, acting, ring, () => true, family.id, {
      visitId: newId(),
      visitedOn: addDays(today, -20),
      topics: ['food', 'posyandu'],
      words: 'Rencana bersalin di Puskesmas; kartu jaminan sudah ada.',
      nextOn: addDays(today, -6),
    })
  })
}
