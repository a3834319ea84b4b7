// The satisfaction survey of the demo: last quarter's published result with its follow-up plan, this quarter's open questions, and the
// coordinator who plans them. Made by the same commands that people use. Must stay true: a few transactions, however many answers.
import { addDays, datePartsOf, type PlainDate } from '../kernel/date.ts'
import type { Result } from '../kernel/refusal.ts'
import { instantOf, todayIn } from '../kernel/zone.ts'
import { answerOnPaper, type Moment, type PaperForm } from '../modules/satisfaction/commands.ts'
import { periodDates } from '../modules/satisfaction/period.ts'
import * as actions from '../modules/satisfaction/period-commands.ts'
import { runDue } from '../modules/satisfaction/release-commands.ts'
import { appointDemoOfficer } from './demo-appoint.ts'
import type { House } from './house.ts'
import { SURVEY_UNIT } from './survey-binding.ts'

const SERVICES = ['birth-wni', 'kk-lost-damaged', 'ktp-damaged', 'kia-under5', 'death', 'move-out'] as const
const FORMS = 64
/** Answers of the nine elements, in turn: waiting and facilities lower than the rest, as offices know it. */
const MOODS = [
  [4, 3, 3, 4, 3, 4, 4, 3, 3],
  [3, 3, 2, 4, 3, 3, 4, 3, 3],
  [3, 4, 3, 4, 4, 4, 3, 3, 3],
  [4, 3, 3, 4, 3, 3, 4, 4, 2],
  [3, 3, 2, 4, 3, 4, 3, 3, 3],
] as const
/** Groups of such lengths that they come in different turns. */
const PEOPLE = {
  age: ['26-35', '36-45', '17-25', '26-35', '46-55'],
  sex: ['P', 'L', 'P'],
  education: ['sma', 'smp', 'sma', 'sd', 's1', 'sma', 'diploma'],
  occupation: ['farmer', 'home', 'business', 'employee', 'home', 'farmer', 'student', 'farmer'],
  disability: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'yes', 'no'],
} as const
const COMMENTS = ['Petugasnya ramah.', 'Antrean pagi agak lama.', 'Cepat, lewat ponsel saja.', 'Kursi tunggu kurang.']

export async function seedSurvey(house: House, region: string, now: Date, head: string): Promise<void> {
  const { cases, regions } = house
  const deps = { db: cases.database, ring: cases.ring }
  const { timeZone } = regions.get(region)
  const on = (today: PlainDate): Moment => ({ today, now: new Date(instantOf(timeZone, today, 9 * 60)) })
  const coordinator = await appointDemoOfficer(house, region, now, {
    name: 'Masniah',
    email: 'survei@contoh.example',
    role: 'coordinator',
    title: { id: 'Koordinator: survei kepuasan', en: 'Coordinator: satisfaction survey' },
    start: `/${region}/office/satisfaction`,
    unit: { id: 'bagian-organisasi', name: 'Bagian Organisasi' },
  })
  const manager: actions.Officer = {
    accountId: coordinator,
    role: 'coordinator',
    unitId: 'bagian-organisasi',
    step: { kind: 'person', headOf: [], managesSurvey: true },
  }
  const headOfOffice: actions.Officer = {
    accountId: head,
    role: 'head',
    unitId: SURVEY_UNIT,
    step: { kind: 'person', headOf: [SURVEY_UNIT], managesSurvey: false },
  }
  const today = todayIn(timeZone, now.getTime())
  const { year, month } = datePartsOf(today)
  const quarter = Math.ceil(month / 3)
  const last = quarter === 1 ? { year: year - 1, number: 4 } : { year, number: quarter - 1 }
  const { from, to } = periodDates('quarter', last.year, last.number)!
  const plan = async (which: { year: number; number: number }, users: number, at: Moment) =>
    must(
      await actions.plan(
        deps,
        region,
        { unitId: SURVEY_UNIT, services: SERVICES, kind: 'quarter', ...which, users, extras: [] },
        manager,
        at,
      ),
    )
  const past = await plan(last, 74, on(addDays(from, -10)))
  must(await actions.open(deps, region, past, manager, on(from)))
  for (const [n, channel] of ['counter', 'village'].entries())
    must(
      await answerOnPaper(
        deps,
        region,
        past,
        forms(n),
        { scan: `${n}`.repeat(64), note: 'Lembar contoh', channel },
        { accountId: coordinator, role: 'coordinator', unitId: 'bagian-organisasi' },
        on(addDays(from, 40 + n)),
      ),
    )
  await runDue(deps, region, on(addDays(to, 1)))
  await runDue(deps, region, on(addDays(to, 9)))
  const lines = PLAN.map(([element, what, who]) => ({ element, what, who, until: addDays(today, 60) }))
  const reviewed = must(await actions.review(deps, region, past, lines, [], headOfOffice, on(addDays(to, 11))))
  must(await actions.publish(deps, region, past, manager, on(addDays(to, 12))))
  const done = reviewed.plan[0]!
  const proof = 'Foto loket kedua, arsip 045/2026'
  must(
    await actions.report(deps, region, past, { id: done.id, status: 'done', proof }, headOfOffice, on(addDays(to, 30))),
  )
  const current = await plan({ year, number: quarter }, 90, { today, now })
  must(await actions.open(deps, region, current, manager, { today, now }))
  // So far this quarter, on paper from the villages; the rest comes by itself with each finished application.
  must(
    await answerOnPaper(
      deps,
      region,
      current,
      forms(1).slice(0, 21),
      { scan: 'c'.repeat(64), note: 'Lembar contoh', channel: 'village' },
      { accountId: coordinator, role: 'coordinator', unitId: 'bagian-organisasi' },
      { today, now },
    ),
  )
}

const PLAN = [
  ['U3', 'Loket kedua dibuka pukul 08.00 sampai 10.00', 'Bidang Pencatatan Sipil'],
  ['U9', 'Kursi tunggu ditambah dan air minum disediakan', 'Sekretariat'],
  ['U8', 'Kotak saran dibaca tiap Jumat, jawabannya ditempel', 'Loket pelayanan'],
  ['U2', 'Alur layanan ditulis ulang dengan kata sehari-hari', 'Bidang Pencatatan Sipil'],
  ['U5', 'Hasil diperiksa bersama pemohon sebelum dicetak', 'Loket pelayanan'],
  ['U1', 'Daftar syarat dipasang di kantor desa', 'Bidang Pencatatan Sipil'],
] as const

function forms(bundle: number): readonly PaperForm[] {
  return Array.from({ length: FORMS / 2 }, (_, n) => {
    const turn = n * 2 + bundle
    return {
      serviceId: SERVICES[turn % SERVICES.length]!,
      filled: {
        answers: MOODS[turn % MOODS.length]!,
        extras: {},
        about: Object.fromEntries(
          Object.entries(PEOPLE).map(([name, values]) => [name, values[turn % values.length]!]),
        ),
        comment: turn % 5 === 0 ? COMMENTS[(turn / 5) % COMMENTS.length]! : '',
      },
    }
  })
}

function must<T>(done: Result<T>): T {
  if (!done.ok) throw new Error(`demo survey: ${JSON.stringify(done.refusals)}`)
  return done.value
}
