// Drives a case from the draft to any state by the real routes: its applicant fills in and sends, officers take it and do
// their part. Each step throws with the sentences of the page when the house says no, so a test fails where it went wrong.
import { photoOfLetter } from './people.ts'
import type { TestServer } from './server.ts'
import { type Answer, type Fields, formsOn, plain, refusalsOn, Walker } from './walker.ts'

export const OFFICERS = {
  'front-office': 'Rusdiana',
  verifier: 'Lailatul Hikmah',
  validator: 'Norhayati',
  head: 'Contoh Kepala Dinas',
  production: 'Ahmad Zaini',
  delivery: 'Fitriani',
} as const
export type OfficerRole = keyof typeof OFFICERS
export type Crew = Readonly<Record<OfficerRole, Walker>>

/** All officers of a region, signed in; the head has shown the second factor. */
export async function signInCrew(server: TestServer, region = '63.11'): Promise<Crew> {
  const suffix = region === '63.11' ? '' : ', Tabalong'
  const crew = {} as Record<OfficerRole, Walker>
  for (const role of Object.keys(OFFICERS) as OfficerRole[])
    crew[role] = await new Walker(server.base).signIn(`${OFFICERS[role]}${suffix}`)
  await stepUp(crew.head)
  return crew
}

/** Shows the second factor with the code that the stand-in took. */
export async function stepUp(officer: Walker): Promise<void> {
  await officer.get('/sign-in/step-up?back=%2F')
  const messages = plain((await officer.get('/demo/messages')).text)
  const code = /tanda tangan Puja Indah: (\d{6})/.exec(messages)?.[1]
  if (code === undefined) throw new Error('No signing code was sent')
  const done = await officer.post('/sign-in/step-up', { code, back: '/' })
  if (done.path !== '/') throw new Error(`The second factor was refused: ${refusalsOn(done).join(' ')}`)
}

let photo: Promise<Awaited<ReturnType<typeof photoOfLetter>>> | undefined
export const letterPhoto = (): Promise<Awaited<ReturnType<typeof photoOfLetter>>> => (photo ??= photoOfLetter())

const caseIn = (path: string): string => {
  const id = /\/cases\/([0-9a-f-]{36})/.exec(path)?.[1]
  if (id === undefined) throw new Error(`No case in ${path}`)
  return id
}

export function mustBeFine(page: Answer): Answer {
  if (page.status >= 400) throw new Error(`${page.status} at ${page.path}: ${refusalsOn(page).join(' ')}`)
  return page
}

/** Begins a draft and gives the page it opens on. */
export async function beginDraft(
  citizen: Walker,
  service: string,
  region = '63.11',
): Promise<Answer & { caseId: string }> {
  const page = mustBeFine(await citizen.post(`/${region}/services/${service}/start`, {}))
  return { ...page, caseId: caseIn(page.path) }
}

/** Sends one page with these answers and what the page already holds, as a browser would. */
export async function answerPage(
  citizen: Walker,
  page: Answer,
  answers: Fields,
  options: { readonly confirm?: boolean } = {},
): Promise<Answer> {
  const [path = ''] = page.path.split('?')
  const form = formsOn(page).find((one) => one.action === path)
  if (form === undefined) throw new Error(`No form for ${path}`)
  const fields: Record<string, string | readonly string[]> = { ...form.fields }
  for (const [name, value] of Object.entries(answers))
    if (name in fields || `${name}.query` in fields) fields[name] = value
  if (options.confirm === true)
    fields.confirm = [...page.text.matchAll(/id="confirm-([\w]+)"/g)].map((found) => found[1]!)
  return citizen.post(path, fields)
}

/** Goes through pages and documents until the summary. */
export async function fillDraft(citizen: Walker, first: Answer, answers: Fields): Promise<Answer> {
  let page = mustBeFine(first)
  for (let n = 0; n < 20; n++) {
    const [path = ''] = page.path.split('?')
    if (path.endsWith('/review')) return page
    if (path.endsWith('/documents')) {
      await uploadMissing(citizen, page)
      page = mustBeFine(await citizen.get(path.replace(/documents$/, 'review')))
      continue
    }
    // A page may ask more once it knows an answer, or ask to confirm one: the second time it has seen everything.
    const once = await answerPage(citizen, page, answers)
    page =
      once.path.split('?')[0] === path ? mustBeFine(await answerPage(citizen, once, answers, { confirm: true })) : once
    if (page.path.split('?')[0] === path)
      throw new Error(`The page does not let go on: ${path} ${plain(page.text).slice(0, 400)}`)
  }
  throw new Error('The draft has no end')
}

/** Uploads a legible photo for each document that has none yet. */
export async function uploadMissing(citizen: Walker, page: Answer): Promise<void> {
  for (const section of page.text.split(/<section\b/).slice(1)) {
    const id = /data-document="([\w-]+)"/.exec(section)?.[1]
    const part = section.slice(0, section.indexOf('</section>'))
    if (id === undefined || part.includes('upload-has')) continue
    mustBeFine(
      await citizen.upload(page.path.split('?')[0]!.replace(/documents$/, `uploads/${id}`), {
        file: await letterPhoto(),
      }),
    )
  }
}

/** Presses send; gives the case number. */
export async function send(
  citizen: Walker,
  caseId: string,
  region = '63.11',
  key: string = crypto.randomUUID(),
): Promise<string> {
  const page = mustBeFine(await citizen.post(`/${region}/cases/${caseId}/submit`, { key }))
  return numberOn(page)
}

export function numberOn(page: Answer): string {
  const number = /GS-\d{8}-[0-9A-Z]{4}-\d{5}-[0-9A-Z]/.exec(page.text)?.[0]
  if (number === undefined) throw new Error(`No case number at ${page.path}`)
  return number
}

export type Sent = { readonly caseId: string; readonly number: string }

/** Says as whom the citizen applies, when the service asks. */
export async function chooseRole(citizen: Walker, draft: Answer, answers: Fields): Promise<Answer> {
  return draft.path.endsWith('/role')
    ? mustBeFine(await citizen.post(draft.path, { role: String(answers.role ?? '') }))
    : draft
}

/** A whole application of a service, sent. */
export async function apply(citizen: Walker, service: string, answers: Fields, region = '63.11'): Promise<Sent> {
  const draft = await beginDraft(citizen, service, region)
  await fillDraft(citizen, await chooseRole(citizen, draft, answers), answers)
  return { caseId: draft.caseId, number: await send(citizen, draft.caseId, region) }
}

/** One step of an officer; the answer as the house gave it, refused or not. */
export function step(
  officer: Walker,
  caseId: string,
  action: string,
  fields: Fields = {},
  region = '63.11',
): Promise<Answer> {
  return officer.post(`/${region}/office/cases/${caseId}/actions/${action}`, {
    key: crypto.randomUUID(),
    seen: 'yes',
    ...fields,
  })
}

/** The step must have been done: the office's own list follows it. */
export async function mustStep(...arguments_: Parameters<typeof step>): Promise<void> {
  const done = await step(...arguments_)
  if (!/\/office\?show=mine&done=[a-z-]+$/.test(done.path))
    throw new Error(`${arguments_[2]} was refused with ${done.status}: ${refusalsOn(done).join(' ')}`)
}

/** What each action of the process asks for beside the button. */
export const INPUT: Readonly<Record<string, Fields>> = {
  return: { 'fault:birth-statement': 'unreadable', note: 'Foto buram' },
  'return-later': { 'fault:birth-statement': 'unreadable', note: 'Foto buram' },
  decide: { note: 'Alasan terlambat dapat diterima' },
  'send-back': { note: 'Periksa lagi nama ibu' },
  'send-back-unsigned': { note: 'Periksa lagi' },
  hold: { reason: 'origin-region', 'until.day': '17', 'until.month': '4', 'until.year': '2026', note: 'Menunggu' },
  reject: { reason: 'wrong-document', note: 'Surat bukan untuk anak ini' },
  object: { note: 'Suratnya benar' },
  'accept-objection': { note: 'Keberatan benar' },
  'refuse-objection': { note: 'Tidak terbukti' },
  'propose-annulment': { reason: 'office-error', note: 'Keliru' },
  'refuse-annulment': { note: 'Tidak perlu' },
  'hand-over': {
    takenBy: 'Siti Aminah',
    relation: 'parent',
    originals: ['identity'],
    originalsNote: 'Surat asli sudah dilihat di loket',
    proof: 'slip',
    slip: 'TT-0412',
  },
}

/** How a sent case gets to a state: who does what, in order. `decision` needs a late report. */
export const WAYS = {
  screening: [],
  returned: [['front-office', 'return']],
  verification: [['front-office', 'screen']],
  decision: [
    ['front-office', 'screen'],
    ['verifier', 'verify'],
  ],
  on_hold: [
    ['front-office', 'screen'],
    ['verifier', 'hold'],
  ],
  validation: [
    ['front-office', 'screen'],
    ['verifier', 'verify'],
  ],
  signing: [
    ['front-office', 'screen'],
    ['verifier', 'verify'],
    ['validator', 'validate'],
  ],
  issued: [
    ['front-office', 'screen'],
    ['verifier', 'verify'],
    ['validator', 'validate'],
    ['head', 'sign'],
  ],
  ready: [
    ['front-office', 'screen'],
    ['verifier', 'verify'],
    ['validator', 'validate'],
    ['head', 'sign'],
    ['production', 'print'],
  ],
  completed: [
    ['front-office', 'screen'],
    ['verifier', 'verify'],
    ['validator', 'validate'],
    ['head', 'sign'],
    ['production', 'print'],
    ['delivery', 'hand-over'],
  ],
  rejected: [['front-office', 'reject']],
} as const satisfies Record<string, readonly (readonly [OfficerRole, string])[]>
export type ReachableState = keyof typeof WAYS

/** The officers bring a sent case to a state. */
export async function bringTo(crew: Crew, caseId: string, state: ReachableState, region = '63.11'): Promise<void> {
  for (const [role, action] of WAYS[state]) await mustStep(crew[role], caseId, action, INPUT[action] ?? {}, region)
}

const NEIGHBOURS: readonly Named[] = [
  { nik: '6311061208819901', name: 'Rahmadi' },
  { nik: '6311065509849901', name: 'Jamilah' },
]
type Named = { readonly nik: string; readonly name: string }

/** A birth report as a parent fills it in; the story's neighbours are the witnesses unless others are named. */
export function birthAnswers(more: Fields = {}, witnesses: readonly Named[] = NEIGHBOURS): Fields {
  const [first, second] = witnesses
  return {
    role: 'parent',
    childName: 'Aisyah Nur Ramadhani',
    childSex: 'P',
    'birthDate.day': '5',
    'birthDate.month': '3',
    'birthDate.year': '2026',
    birthTime: '04.10',
    birthFacility: '2',
    birthAttendant: '2',
    birthPlurality: '1',
    birthWeightGrams: '3150',
    birthLengthCm: '49',
    birthPlace: 'Balangan',
    witness1: 'nik',
    'witness1.nik': first!.nik,
    'witness1.name': first!.name,
    witness2: 'nik',
    'witness2.nik': second!.nik,
    'witness2.name': second!.name,
    ...more,
  }
}
