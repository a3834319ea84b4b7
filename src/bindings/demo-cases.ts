// Cases for the demo in every state, made by the same commands that people use, on days of the last weeks. So the lists,
// clocks and figures of the demo come from work that was really done, and nothing looks dead.

import { addDays } from '../kernel/date.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { isOfficeDay } from '../kernel/working-time.ts'
import { instantOf, todayIn } from '../kernel/zone.ts'
import { actAsOfficer, submitCase, takeCase } from '../modules/cases/commands.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { startDraft } from '../modules/cases/draft-commands.ts'
import { finishSigning } from '../modules/cases/sign-commands.ts'
import { saveUpload } from '../modules/cases/upload-commands.ts'
import type { Answers } from '../modules/catalogue/answers.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Assignment, Role, Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { refusalRegistry } from '../refusals.ts'
import { drawLetter } from './demo-letter.ts'
import type { House } from './house.ts'

type Couple = { readonly mother: string; readonly father: string; readonly phone: string }
type Goal = 'screening' | 'verification' | 'validation' | 'signing' | 'issued' | 'returned' | 'on_hold' | 'rejected'
type Story = {
  readonly service: string
  readonly answers: (couple: Couple, day: string, index: number) => Answers
  readonly documents: readonly string[]
  readonly role?: string
}

const GIRLS = [
  'Aisyah Nur Hafizah',
  'Zahra Amelia Putri',
  'Nabila Rahma Sari',
  'Khairunnisa Azzahra',
  'Salwa Maulida Hasanah',
]
const BOYS = [
  'Muhammad Rizky Pratama',
  'Ahmad Fadil Ramadhan',
  'Rafi Akbar Maulana',
  'Ilham Saputra Rahman',
  'Hafiz Alfian Noor',
]

export const STORIES: Readonly<Record<string, Story>> = {
  birth: {
    service: 'birth-wni',
    role: 'parent',
    documents: ['birth-statement'],
    answers: ({ mother, father }, day, index) => ({
      childName: (index % 2 === 0 ? GIRLS : BOYS)[index % 5]!,
      childSex: index % 2 === 0 ? 'P' : 'L',
      birthDate: addDays(day, -(7 + (index % 30))),
      birthTime: '04:10',
      birthFacility: '2',
      birthAttendant: '2',
      birthPlurality: '1',
      birthOrder: 1 + (index % 3),
      birthPlace: 'Balangan',
      birthWeightGrams: 2900 + (index % 9) * 50,
      birthLengthCm: '49',
      mother: { personId: mother },
      father: { personId: father },
      witness1: {
        name: 'Saksi Contoh Satu',
        nik: '6309051208819901',
        birthPlace: 'Tabalong',
        birthDate: '1981-08-12',
        citizenship: 'WNI',
      },
      witness2: {
        name: 'Saksi Contoh Dua',
        nik: '6309055509849901',
        birthPlace: 'Tabalong',
        birthDate: '1984-09-15',
        citizenship: 'WNI',
      },
    }),
  },
  card: { service: 'kk-lost-damaged', documents: ['police-loss-letter'], answers: () => ({ lostOrDamaged: 'lost' }) },
  ktp: { service: 'ktp-lost', documents: ['police-loss-letter'], answers: () => ({}) },
}

/** What the demo shows: how many cases rest in which state, and how many days ago they were sent. */
export const CASE_PLAN: readonly {
  readonly goal: Goal
  readonly story: keyof typeof STORIES
  readonly count: number
  readonly daysAgo: number
}[] = [
  { goal: 'issued', story: 'ktp', count: 3, daysAgo: 105 },
  { goal: 'issued', story: 'ktp', count: 4, daysAgo: 74 },
  { goal: 'issued', story: 'ktp', count: 4, daysAgo: 44 },
  { goal: 'issued', story: 'birth', count: 14, daysAgo: 20 },
  { goal: 'issued', story: 'card', count: 8, daysAgo: 16 },
  { goal: 'issued', story: 'ktp', count: 6, daysAgo: 12 },
  { goal: 'rejected', story: 'card', count: 1, daysAgo: 9 },
  { goal: 'verification', story: 'birth', count: 1, daysAgo: 6 },
  { goal: 'on_hold', story: 'ktp', count: 2, daysAgo: 3 },
  { goal: 'returned', story: 'birth', count: 3, daysAgo: 3 },
  { goal: 'signing', story: 'birth', count: 3, daysAgo: 2 },
  { goal: 'validation', story: 'birth', count: 4, daysAgo: 2 },
  { goal: 'verification', story: 'birth', count: 4, daysAgo: 1 },
  { goal: 'verification', story: 'card', count: 3, daysAgo: 1 },
  { goal: 'screening', story: 'birth', count: 5, daysAgo: 0 },
  { goal: 'screening', story: 'card', count: 3, daysAgo: 0 },
]

/** A case of the demo that did not get where its story goes, and what was in the way. */
export type StuckCase = { readonly service: string; readonly goal: Goal; readonly why: string }
export type SeededCases = { readonly made: number; readonly stuck: readonly StuckCase[] }

/** Cases played beside each other: while the papers of one are drawn and signed in threads, another asks the database. */
const LANES = 3

/** Makes the cases; says how many, and which got stuck (a test allows none). Needs officers by role and a population. */
export async function seedCases(
  house: House,
  region: string,
  officers: Readonly<Partial<Record<Role, string>>>,
  /** At most so many of each line of the plan; a test has less time than a demo. */
  atMost = Number.POSITIVE_INFINITY,
): Promise<SeededCases> {
  const total = CASE_PLAN.reduce((sum, line) => sum + Math.min(line.count, atMost), 0)
  const couples = await findCouples(house, region, total)
  const letter = await drawLetter()
  const stuck: StuckCase[] = []
  const offered = new Set<string>()
  for (const { service } of Object.values(STORIES))
    if ((await house.cases.services.find(region, service)) !== undefined) offered.add(service)
  const waiting = CASE_PLAN.filter((line) => offered.has(STORIES[line.story]!.service))
    .flatMap((line) => Array.from({ length: Math.min(line.count, atMost) }, () => line))
    .slice(0, couples.length)
    .entries()
  let made = 0
  // Lanes share one list of what is still to be played: each takes the next one when it is done.
  const lane = async (): Promise<void> => {
    for (const [index, { goal, story: name, daysAgo }] of waiting) {
      const story = STORIES[name]!
      const why = await play(house, region, officers, couples[index]!, goal, story, daysAgo, index, letter)
      if (why !== undefined) stuck.push({ service: story.service, goal, why })
      made++
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return { made, stuck }
}

/** Plays one story up to its goal; gives what was in the way, and nothing when it got there. */
async function play(
  house: House,
  region: string,
  officers: Readonly<Partial<Record<Role, string>>>,
  couple: Couple,
  goal: Goal,
  story: Story,
  daysAgo: number,
  index: number,
  letter: Uint8Array,
): Promise<string | undefined> {
  const { timeZone, calendar } = house.regions.get(region)
  let day = addDays(todayIn(timeZone, house.cases.clock.now().getTime()), -daysAgo)
  while (!isOfficeDay(calendar, day)) day = addDays(day, -1)
  const clock = fixedClock(new Date(instantOf(timeZone, day, 8 * 60 + 30 + (index % 7) * 40)))
  const cases: CasesContext = { ...house.cases, clock }
  const citizen = visitorOf(house, region, `demo-${couple.mother}`, couple.mother, [])
  const officer = (role: Role): Visitor => visitorOf(house, region, officers[role]!, undefined, [role])
  const started = await startDraft(cases, citizen, story.service, {
    personId: couple.mother,
    phone: couple.phone,
    answers: story.answers(couple, day, index),
    channel: (['app', 'web', 'whatsapp', 'village', 'counter'] as const)[index % 5]!,
    ...(story.role === undefined ? {} : { role: story.role }),
  })
  if (!started.ok) return because('begin', started.refusals)
  const { caseId } = started.value
  for (const document of story.documents) await saveUpload(cases, citizen, caseId, document, letter)
  const sent = await submitCase(cases, citizen, caseId)
  if (!sent.ok) return because('submit', sent.refusals)
  const act = async (
    role: Role,
    request: Parameters<typeof actAsOfficer>[3],
    minutes: number,
  ): Promise<string | undefined> => {
    clock.advance(minutes * 60_000)
    const done = await actAsOfficer(cases, officer(role), caseId, request, newId())
    return done.ok ? undefined : because(request.id, done.refusals)
  }
  if (goal === 'screening') return undefined
  if (goal === 'returned') {
    const place = story.documents[0]!
    return act(
      'front-office',
      { id: 'return', faults: [{ place, reason: 'unreadable' }], points: [{ at: place, reason: 'unreadable' }] },
      35,
    )
  }
  if (goal === 'rejected')
    return act(
      'front-office',
      { id: 'reject', reason: 'duplicate', note: 'Permohonan yang sama sudah selesai pekan lalu.' },
      50,
    )
  const screened = await act('front-office', { id: 'screen' }, 25)
  if (screened !== undefined) return screened
  if (goal === 'verification') {
    if (index % 2 === 0) await takeCase(house.cases, officer('verifier'), caseId, true)
    return undefined
  }
  if (goal === 'on_hold') {
    const untilMs = house.cases.clock.now().getTime() + 2 * 86_400_000
    const reason = index % 2 === 0 ? 'national-centre' : 'siak-down'
    return act('verifier', { id: 'hold', reason, until: new Date(untilMs).toISOString(), holdUntilMs: untilMs }, 60)
  }
  const verified = await act('verifier', { id: 'verify' }, 55 + (index % 5) * 30)
  if (verified !== undefined || goal === 'validation') return verified
  const validated = await act('validator', { id: 'validate' }, 40 + (index % 4) * 25)
  if (validated !== undefined || goal === 'signing') return validated
  clock.advance((20 + (index % 6) * 15) * 60_000)
  const signed = await finishSigning(cases, region, caseId, {
    id: officers.head!,
    roles: ['head'],
    role: 'head',
    unit: 'Kepala Dinas',
  })
  return signed.ok ? undefined : because('sign', signed.refusals)
}

const because = (step: string, refusals: readonly Refusal[]): string =>
  `${step}: ${refusals.map(({ code, at }) => (at === undefined ? code : `${code} (${at})`)).join(', ')}`

/** Somebody of the demo at work, without a browser. */
export function visitorOf(
  house: House,
  region: string,
  accountId: string,
  personId: string | undefined,
  roles: readonly Role[],
): Visitor {
  const assignments = roles.map(
    (role): Assignment => ({ role, region, place: region, services: ['*'], unit: UNIT_OF[role] ?? 'Disdukcapil' }),
  )
  return {
    requestId: newId(),
    language: 'id',
    region: house.regions.get(region),
    actor: { accountId, name: '', sessionId: '', assignments, ...(personId === undefined ? {} : { personId }) },
    page: { language: 'id', region: { code: region, name: '', hue: 168 }, path: '/', assets: { styles: [] } },
    demo: true,
    device: 'demo',
    tell: (refusal) => refusalRegistry.tell(refusal, 'id'),
    statusOf: (refusals) => refusalRegistry.status(refusals),
  }
}

const UNIT_OF: Readonly<Partial<Record<Role, string>>> = {
  'front-office': 'Loket pelayanan',
  verifier: 'Seksi Verifikasi Data',
  validator: 'Bidang Pencatatan Sipil',
  head: 'Kepala Dinas',
  production: 'Seksi Produksi dan Arsip',
  delivery: 'Loket penyerahan',
}

type Tables = {
  person: {
    region_code: string
    person_id: string
    sex: string
    birth_date: string
    marital_status: string
    status: string
    family_id: string | null
    mother_id: string | null
  }
  family: { region_code: string; family_id: string; head_id: string | null }
  deed_party: { region_code: string; deed_id: string; role: string; person_id: string }
}

/** Mothers of 20 to 38 on a card headed by the man whose marriage to her is recorded, with no child of the last year. */
async function findCouples(house: House, region: string, count: number): Promise<readonly Couple[]> {
  const today = todayIn(house.regions.get(region).timeZone, house.cases.clock.now().getTime())
  const year = Number(today.slice(0, 4))
  const rows = await house.database.inRegion(
    region,
    (tx) =>
      tx
        .withTables<Tables>()
        .selectFrom('person as m')
        .innerJoin('family as f', (join) =>
          join.onRef('f.region_code', '=', 'm.region_code').onRef('f.family_id', '=', 'm.family_id'),
        )
        .innerJoin('person as p', (join) =>
          join.onRef('p.region_code', '=', 'f.region_code').onRef('p.person_id', '=', 'f.head_id'),
        )
        .select(['m.person_id as mother', 'p.person_id as father'])
        .where('m.region_code', '=', region)
        .where('m.sex', '=', 'P')
        .where('p.sex', '=', 'L')
        .where('m.marital_status', '=', '2')
        .where('p.marital_status', '=', '2')
        .where('m.status', '=', 'active')
        .where('m.birth_date', '>', `${year - 38}-01-01`)
        .where('m.birth_date', '<', `${year - 20}-01-01`)
        .where((where) =>
          where.exists(
            where
              .selectFrom('deed_party as wife')
              .innerJoin('deed_party as husband', (join) =>
                join
                  .onRef('husband.region_code', '=', 'wife.region_code')
                  .onRef('husband.deed_id', '=', 'wife.deed_id')
                  .on('husband.role', '=', 'husband'),
              )
              .select('wife.deed_id')
              .whereRef('wife.region_code', '=', 'm.region_code')
              .whereRef('wife.person_id', '=', 'm.person_id')
              .where('wife.role', '=', 'wife')
              .whereRef('husband.person_id', '=', 'p.person_id'),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('person as c')
                .select('c.person_id')
                .whereRef('c.region_code', '=', 'm.region_code')
                .whereRef('c.mother_id', '=', 'm.person_id')
                .where('c.birth_date', '>', addDays(today, -400)),
            ),
          ),
        )
        .orderBy('m.person_id')
        .limit(count)
        .execute(),
    { readOnly: true },
  )
  return rows.map((row, index) => ({ ...row, phone: `+62812555${String(10_000 + index)}` }))
}
