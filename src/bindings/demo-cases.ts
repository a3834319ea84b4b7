// Cases for the demo in every state, made by the same commands that people use, on days of the last weeks. So the lists,
// clocks and figures of the demo come from work that was really done, and nothing looks dead.

import { addDays } from '../kernel/date.ts'
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

const STORIES: Readonly<Record<string, Story>> = {
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
const PLAN: readonly {
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

/** Makes the cases; gives how many. Needs officers by role and a population. */
export async function seedCases(
  house: House,
  region: string,
  officers: Readonly<Partial<Record<Role, string>>>,
): Promise<number> {
  const total = PLAN.reduce((sum, line) => sum + line.count, 0)
  const couples = await findCouples(house, region, total)
  const letter = await drawLetter()
  let made = 0
  for (const line of PLAN) {
    if ((await house.cases.services.find(region, STORIES[line.story]!.service)) === undefined) continue
    for (let n = 0; n < line.count; n++) {
      const couple = couples[made]
      if (couple === undefined) return made
      await play(house, region, officers, couple, line.goal, STORIES[line.story]!, line.daysAgo, made, letter)
      made++
    }
  }
  return made
}

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
): Promise<void> {
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
  if (!started.ok) throw new Error(`Demo case not begun: ${JSON.stringify(started.refusals)}`)
  const { caseId } = started.value
  for (const document of story.documents) await saveUpload(cases, citizen, caseId, document, letter)
  const sent = await submitCase(cases, citizen, caseId)
  // A family that does not fit a story (a mother too old, a child too soon after the last) is left as a draft.
  if (!sent.ok) return
  const act = async (role: Role, request: Parameters<typeof actAsOfficer>[3], minutes: number): Promise<boolean> => {
    clock.advance(minutes * 60_000)
    return (await actAsOfficer(cases, officer(role), caseId, request, newId())).ok
  }
  if (goal === 'screening') return
  if (goal === 'returned') {
    const place = story.documents[0]!
    await act(
      'front-office',
      { id: 'return', faults: [{ place, reason: 'unreadable' }], points: [{ at: place, reason: 'unreadable' }] },
      35,
    )
    return
  }
  if (goal === 'rejected') {
    await act(
      'front-office',
      { id: 'reject', reason: 'duplicate', note: 'Permohonan yang sama sudah selesai pekan lalu.' },
      50,
    )
    return
  }
  if (!(await act('front-office', { id: 'screen' }, 25))) return
  if (goal === 'verification') {
    if (index % 2 === 0) await takeCase(house.cases, officer('verifier'), caseId, true)
    return
  }
  if (goal === 'on_hold') {
    const untilMs = house.cases.clock.now().getTime() + 2 * 86_400_000
    await act(
      'verifier',
      { id: 'hold', reason: 'national-centre', until: new Date(untilMs).toISOString(), holdUntilMs: untilMs },
      60,
    )
    return
  }
  if (!(await act('verifier', { id: 'verify' }, 55 + (index % 5) * 30))) return
  if (goal === 'validation') return
  if (!(await act('validator', { id: 'validate' }, 40 + (index % 4) * 25)) || goal === 'signing') return
  clock.advance((20 + (index % 6) * 15) * 60_000)
  await finishSigning(cases, region, caseId, {
    id: officers.head!,
    roles: ['head'],
    role: 'head',
    unit: 'Kepala Dinas',
  })
}

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
  }
  family: { region_code: string; family_id: string; head_id: string | null }
}

/** Mothers of 20 to 38 on a card headed by a man. */
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
        .orderBy('m.person_id')
        .limit(count)
        .execute(),
    { readOnly: true },
  )
  return rows.map((row, index) => ({ ...row, phone: `+62812555${String(10_000 + index)}` }))
}
