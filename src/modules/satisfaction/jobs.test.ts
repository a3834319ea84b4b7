// What the clock does without anybody: opening, reminding once, closing, computing, forgetting; and what the office and the line then show.
import { describe, expect, it } from 'vitest'
import { runSurvey, type SurveyJobTools } from './jobs.ts'
import * as actions from './period-commands.ts'
import { findPeriod } from './period-store.ts'
import { findTokenForNotice, readOffice, readReview } from './queries.ts'
import {
  answer,
  answerMany,
  asked,
  db,
  deps,
  filled,
  finished,
  manager,
  on,
  openPeriod,
  region,
  resultOf,
  ring,
  unit,
  useSurveyDatabase,
  value,
} from './testing/survey.ts'

useSurveyDatabase()

const names = { service: (id: string) => ({ id, en: id }), unit: (id: string) => id, isFree: () => true }
const run = (day: string, reminded: string[] = []) => {
  const tools: SurveyJobTools = {
    ...deps(),
    regions: async () => [region],
    momentOf: () => on(day),
    remind: async (_, __, caseId, token) => {
      reminded.push(`${caseId} ${token}`)
    },
    onError: (_, error) => {
      throw error
    },
  }
  return runSurvey(tools, region)
}
const period = async (id: string) => (await db.inRegion(region, (tx) => findPeriod(tx, region, id)))!

describe('the survey by the clock', () => {
  it('opens a planned period on its first day, closes it after its last, computes it after the paper days', async () => {
    const id = value(
      await actions.plan(
        deps(),
        region,
        { unitId: unit, services: ['birth-wni'], kind: 'month', year: 2026, number: 5, users: 50, extras: [] },
        manager,
        on('2026-04-20'),
      ),
    )
    const states: string[] = []
    for (const day of ['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01', '2026-06-08', '2026-06-09']) {
      await run(day)
      states.push((await period(id)).state)
    }
    expect(states).toEqual(['planned', 'open', 'open', 'closed', 'closed', 'computed'])
    expect((await resultOf(id))[0]!.result).toMatchObject({ answered: 0, tooFew: true })
  })

  it('reminds once, after a week, those who have not answered, with the same token', async () => {
    await openPeriod()
    const [silent, done] = [finished(), finished()]
    const token = await asked(silent, '2026-05-04')
    value(await answer(await asked(done, '2026-05-04'), filled(3), '2026-05-05'))
    const sent: string[] = []
    for (const day of ['2026-05-10', '2026-05-11', '2026-05-12', '2026-06-10']) await run(day, sent)
    expect(sent.filter((one) => one.startsWith(silent.caseId))).toEqual([`${silent.caseId} ${token}`])
    expect(sent.some((one) => one.startsWith(done.caseId))).toBe(false)
    expect(await db.inRegion(region, (tx) => findTokenForNotice(tx, { ring }, region, done.caseId))).toBeUndefined()
  })

  it('marks a flood on the last day', async () => {
    const id = await openPeriod()
    await answerMany(6)
    for (let i = 0; i < 12; i++) value(await answer(await asked(finished(), '2026-06-29'), filled(4), '2026-06-30'))
    for (const day of ['2026-07-01', '2026-07-09']) await run(day)
    expect((await resultOf(id))[0]!.result.marked).toMatchObject([
      { mark: 'all-equal', answers: 18 },
      { mark: 'last-day', answers: 12, indexWithout: '75.00' },
    ])
  })

  it('shows the office asked, answered and needed at once, and the line with imported years', async () => {
    const id = await openPeriod()
    await answerMany(7)
    await asked()
    const office = () => db.inRegion(region, (tx) => readOffice(tx, region, [unit], 2026, true, names))
    expect((await office()).progress).toMatchObject([
      {
        answered: 7,
        waiting: 7,
        needed: 278,
        services: [
          { service: 'birth-wni', asked: 8, answered: 0, needed: 8 },
          { service: 'death', asked: 0, needed: 0 },
        ],
      },
    ])
    expect((await office()).withoutPeriod).toEqual([unit])
    const old = {
      unitId: unit,
      editionId: 'kep-25-2004',
      order: 'official',
      grade: null,
      answers: 150,
      source: 'Laporan 2014',
    }
    value(
      await actions.importReport(
        deps(),
        region,
        { ...old, from: '2014-01-01', to: '2014-12-31', index: '75.77', averages: null },
        null,
        manager,
        on('2026-05-06'),
      ),
    )
    for (const day of ['2026-07-01', '2026-07-09']) await run(day)
    const view = value(await db.inRegion(region, (tx) => readReview(tx, region, id, [unit], names)))
    expect(view.line).toMatchObject([
      { name: { id: 'Laporan 2014' }, index: '75.77', edition: 'kep-25-2004', sure: false },
      { name: { id: 'Triwulan II 2026' }, edition: 'permenpan-14-2017', sure: false },
    ])
    expect((await db.inRegion(region, (tx) => readReview(tx, region, id, ['another-unit'], names))).ok).toBe(false)
  })
})
