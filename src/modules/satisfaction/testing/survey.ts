// A survey on a real database for tests: a unit of its own for each test, its people, tokens and answers. Must stay true: only what
// commands offer is used, so that a test meets the survey as the program does.
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import type { Token } from '../../../kernel/id.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { memoryKeyRing } from '../../../platform/secrets/memory-key-ring.ts'
import { insertAgency, insertRegion, insertUnits } from '../../regions/store.ts'
import { listAnswers } from '../answer-store.ts'
import { answerSurvey, type FinishedCase, invite, type Moment } from '../commands.ts'
import * as actions from '../period-commands.ts'
import { listResults } from '../period-store.ts'
import type { Filled } from '../questionnaire.ts'
import { releaseWaiting, runDue } from '../release-commands.ts'
import { surveyMigrations } from './migrations.ts'

export let db: Database
export const ring = memoryKeyRing()
export const region = '63.11'
export const deps = () => ({ db, ring })
export let unit = ''

/** Opens a database for the file and gives each test a unit of its own, so that periods never overlap. */
export function useSurveyDatabase(): void {
  beforeAll(async () => {
    db = await openTestDatabase({ migrations: surveyMigrations() })
    await db.asPlatform((tx) =>
      insertRegion(tx, { code: region, name: 'Kabupaten Balangan', level: 'regency', time_zone: 'Asia/Makassar' }),
    )
    await db.inRegion(region, (tx) =>
      insertAgency(tx, { region_code: region, agency_id: 'disdukcapil', name: 'Disdukcapil', address: '', phone: '' }),
    )
  })
  afterAll(() => db.close())

  beforeEach(async () => {
    unit = `unit-${newRandomId().slice(0, 8)}`
    await db.inRegion(region, (tx) =>
      insertUnits(tx, [{ region_code: region, unit_id: unit, agency_id: 'disdukcapil', name: unit, place: region }]),
    )
  })
}

export const on = (day: string, time = '02:00'): Moment => ({ today: day, now: new Date(`${day}T${time}:00Z`) })
export const manager: actions.Officer = {
  accountId: 'acc-manager',
  role: 'coordinator',
  unitId: 'bappeda',
  step: { kind: 'person', headOf: [], managesSurvey: true },
}
export const head = (): actions.Officer => ({
  accountId: 'acc-head',
  role: 'head',
  unitId: unit,
  step: { kind: 'person', headOf: [unit], managesSurvey: false },
})
export const filled = (value: number | (number | null)[], more: Partial<Filled> = {}): Filled => ({
  answers: typeof value === 'number' ? Array(9).fill(value) : value,
  extras: {},
  about: {},
  comment: '',
  ...more,
})
export const around = { device: null, serviceIsFree: true }
export const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map((r) => r.code))
export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

export async function openPeriod(users = 1000): Promise<string> {
  const draft = {
    unitId: unit,
    services: ['birth-wni', 'death'],
    kind: 'quarter',
    year: 2026,
    number: 2,
    users,
    extras: [],
  } as const
  const id = value(await actions.plan(deps(), region, draft, manager, on('2026-03-20')))
  value(await actions.open(deps(), region, id, manager, on('2026-04-01')))
  return id
}
export const finished = (more: Partial<FinishedCase> = {}): FinishedCase => ({
  caseId: newRandomId(),
  unitId: unit,
  serviceId: 'birth-wni',
  channel: 'web',
  ...more,
})
export const ask = (about = finished(), day = '2026-05-04') =>
  db.inRegion(region, (tx) => invite(tx, { ring }, region, about, on(day)))
export const asked = async (about = finished(), day = '2026-05-04'): Promise<Token> => (await ask(about, day))!
export const answer = (token: string, what = filled(3), day = '2026-05-06', time = '02:00') =>
  answerSurvey(deps(), region, token, what, around, on(day, time))
export const stored = (periodId: string) => db.inRegion(region, (tx) => listAnswers(tx, region, periodId))

export async function answerMany(
  n: number,
  what: (i: number) => Filled = () => filled(3),
  about: Partial<FinishedCase> = {},
): Promise<void> {
  for (let i = 0; i < n; i++) value(await answer(await asked(finished(about)), what(i)))
}

/** Five answers that came too late to leave at 03:00 that day: they stay behind, so that the earlier ones may go. */
export async function company(day = '2026-05-06'): Promise<void> {
  for (let i = 0; i < 5; i++) value(await answer(await asked(), filled(1), day, '02:55'))
}
export const release = (periodId: string, day = '2026-05-06', time = '03:00') =>
  releaseWaiting(deps(), region, periodId, on(day, time).now)

export async function computed(n: number, users = 1000): Promise<string> {
  const periodId = await openPeriod(users)
  await answerMany(n, (i) =>
    filled(
      Array(9)
        .fill(3)
        .with(i % 9, 4)
        .with(2, 2),
    ),
  )
  await runDue(deps(), region, on('2026-07-01'))
  await runDue(deps(), region, on('2026-07-09'))
  return periodId
}
export const lines: actions.PlanLine[] = ['U3', 'U1', 'U2', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'].map((element) => ({
  element,
  what: 'Buka loket kedua pada pagi hari',
  who: 'Bidang Pelayanan',
  until: '2026-10-01',
}))
export const resultOf = async (periodId: string) =>
  (await db.inRegion(region, (tx) => listResults(tx, region, [periodId]))).get(periodId)!
