// Alerts of the demo in every state: some are in work, some referred and answered, some fed, some ended with a result. Must stay
// true: done by the same use cases as the pages, in the roles that may; a second run finds nothing open to begin.
import { addDays } from '../kernel/date.ts'
import { answerReferral, closeAlert, referAlert, takeAlert } from '../modules/growth/alert-commands.ts'
import { listAlertsFor } from '../modules/growth/alert-queries.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { countCohortsOf } from '../modules/growth/figures-jobs.ts'
import { recordPmtWeek, startPmt } from '../modules/growth/pmt-commands.ts'
import { recordSurvey } from '../modules/growth/survey-commands.ts'
import type { Role, Visitor } from '../platform/http/visitor.ts'
import { visitorOf } from './demo-cases.ts'
import type { House } from './house.ts'

const WEEK = [true, true, true, true, true, false, true]

/** Gives how many alerts were worked on. */
export async function seedAlerts(
  house: House,
  context: GrowthContext,
  region: string,
  accounts: { readonly nutritionist: string; readonly doctor: string },
  centreId: string,
): Promise<number> {
  const as = (role: Role, account: string): Visitor => {
    const visitor = visitorOf(house, region, account, undefined, [role])
    const actor = visitor.actor!
    return {
      ...visitor,
      actor: { ...actor, assignments: actor.assignments.map((one) => ({ ...one, unitId: centreId })) },
    }
  }
  const nutritionist = as('nutritionist', accounts.nutritionist)
  const doctor = as('doctor', accounts.doctor)
  const list = await listAlertsFor(context, nutritionist, { show: 'all' })
  if (!list.ok || list.value.lines.some(({ state }) => state !== 'open')) return 0
  const of = (...codes: readonly string[]) => list.value.lines.filter(({ code }) => codes.includes(code))
  const results = ['improving', 'talked', 'recovered', 'measured-again'] as const
  let worked = 0
  for (const [index, { alertId }] of of('NG1').slice(0, 8).entries()) {
    await takeAlert(context, nutritionist, alertId)
    await closeAlert(context, nutritionist, alertId, { result: results[index % results.length]!, words: '' })
    worked++
  }
  for (const [index, { alertId }] of of('SHORT', 'VSHORT').slice(0, 3).entries()) {
    await referAlert(context, nutritionist, alertId, {
      toKind: index === 0 ? 'hospital' : 'puskesmas',
      toName: index === 0 ? 'RSUD Contoh Balangan' : 'Puskesmas Paringin',
      reason: 'Panjang badan menurut umur di bawah garis, ukuran sudah dipastikan.',
      redFlags: index === 0 ? ['repeated-infection'] : [],
    })
    if (index === 0)
      await answerReferral(context, doctor, alertId, {
        diagnosis: 'Perawakan pendek, infeksi saluran napas berulang.',
        plan: 'Obat sampai tuntas, makanan hewani tiap hari, timbang dua minggu lagi.',
        followUpBy: 'nutritionist',
        care: {
          pkmk: 'ONS 2 kali 200 ml sehari',
          pkmkRatio: '12,5',
          sleep: 'Tidur mulai pukul 21.00, kamar gelap',
          activityMinutes: '45',
          activityDays: '4',
          activity: 'Bermain di luar rumah',
        },
      })
    worked++
  }
  // Food is ticked day by day, so a written week lies behind us.
  const weekAgo: GrowthContext = { ...context, today: (code) => addDays(context.today(code), -7) }
  for (const [index, { alertId, childId }] of of('LOWW', 'MAM', 'NG2').slice(0, 4).entries()) {
    await takeAlert(context, nutritionist, alertId)
    const food = await startPmt(weekAgo, nutritionist, childId, {
      alertId,
      food: 'local',
      money: index === 1 ? 'partner' : 'dak',
      byGuideline: true,
      ...(index === 1 ? { partner: 'PT Contoh Tambang', partnerOther: 'Baznas Balangan' } : {}),
    })
    if (food.ok)
      await recordPmtWeek(context, nutritionist, food.value.pmtId, {
        week: 1,
        given: WEEK,
        daysEaten: 5,
        next: 'continue',
      })
    worked++
  }
  return worked
}

/** The one survey figure that is public knowledge, and what became of last year's stunted children. */
export async function seedFigures(
  house: House,
  context: GrowthContext,
  region: string,
  account: string,
): Promise<void> {
  await recordSurvey(context, visitorOf(house, region, account, undefined, ['convergence-secretariat']), {
    year: '2022',
    method: 'ssgi',
    indicator: 'stunting',
    percent: '29,8',
    source: 'SSGI 2022, Kementerian Kesehatan',
  })
  await countCohortsOf(context, region)
}
