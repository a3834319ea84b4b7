// Releasing, closing and computing on a real database.
import { describe, expect, it } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { countAnswers, listComments, listCounts } from './answer-store.ts'
import { answerSurvey } from './commands.ts'
import { HIDDEN } from './comment-filter.ts'
import { findPeriod } from './period-store.ts'
import { computeDue, runDue } from './release-commands.ts'
import {
  answer,
  answerMany,
  around,
  asked,
  codes,
  company,
  computed,
  db,
  deps,
  filled,
  on,
  openPeriod,
  region,
  release,
  resultOf,
  ring,
  stored,
  useSurveyDatabase,
  value,
} from './testing/survey.ts'

useSurveyDatabase()

describe('release', () => {
  it('keeps answers sealed until five of one service have waited 15 minutes', async () => {
    const periodId = await openPeriod()
    await answerMany(5)
    await answerMany(5, () => filled(2), { serviceId: 'death' })
    expect(await release(periodId, '2026-05-06', '02:10')).toEqual({ released: 0, waiting: 10 })
    expect(await release(periodId, '2026-05-06', '02:15')).toEqual({ released: 5, waiting: 5 })
    expect(await release(periodId, '2026-05-07')).toEqual({ released: 0, waiting: 5 })
    const counts = await db.inRegion(region, (tx) => countAnswers(tx, region, periodId))
    expect(counts).toHaveLength(1)
    expect(counts[0]!.answers).toBe(5)
  })

  it('counts who answered each for itself, filters comments, and keeps no tie between them', async () => {
    const periodId = await openPeriod()
    await answerMany(6, (i) =>
      filled(3, {
        about: { sex: i < 4 ? 'P' : 'L', age: '26-35' },
        comment: i === 0 ? 'Antre lama, telepon saya 0812-3456-7890' : '',
      }),
    )
    await company()
    await release(periodId)
    const counts = await db.inRegion(region, (tx) => listCounts(tx, region, periodId))
    expect(counts).toEqual({
      age: [{ value: '26-35', answers: 6 }],
      channel: [{ value: 'web', answers: 6 }],
      sex: [
        { value: 'L', answers: 2 },
        { value: 'P', answers: 4 },
      ],
    })
    expect(await db.inRegion(region, (tx) => listComments(tx, region, periodId))).toEqual([
      `Antre lama, telepon saya ${HIDDEN.phone}`,
    ])
  })

  it('keeps an answer whose sender vanished before the token was marked, and counts it once', async () => {
    const periodId = await openPeriod()
    const token = await asked()
    // The first of the two transactions, then the power goes.
    const half = { ring, db: { inRegion: failAfter(1) } }
    await expect(answerSurvey(half, region, token, filled(4), around, on('2026-05-06'))).rejects.toThrow('power')
    await answerMany(4)
    await company()
    await release(periodId)
    expect(await stored(periodId)).toHaveLength(5)
    expect(codes(await answer(token))).toEqual(['satisfaction-token-used'])
  })

  it('marks a burst from one device, and shows the figure with and without', async () => {
    const periodId = await openPeriod()
    for (let i = 0; i < 6; i++)
      value(
        await answerSurvey(
          deps(),
          region,
          await asked(),
          filled(4),
          { device: 'tablet-x', serviceIsFree: true },
          on('2026-05-06', `02:0${i}`),
        ),
      )
    for (let i = 0; i < 6; i++)
      value(
        await answerSurvey(
          deps(),
          region,
          await asked(),
          filled(2),
          { device: `phone-${i}`, serviceIsFree: true },
          on('2026-05-06', '02:05'),
        ),
      )
    await company()
    await release(periodId)
    expect((await stored(periodId)).map((a) => [a.answers[0], a.marks.join()]).sort()).toEqual([
      ...Array(6).fill([2, '']),
      ...Array(6).fill([4, 'one-device']),
    ])
  })
})

function failAfter(transactions: number): Database['inRegion'] {
  let left = transactions
  return (...args) => {
    if (left-- <= 0) return Promise.reject(new Error('power'))
    return db.inRegion(...args)
  }
}

describe('closing and computing', () => {
  it('closes after the last day, computes after the paper days, with a hash that repeats', async () => {
    const periodId = await computed(12)
    const [result] = await resultOf(periodId)
    expect(result!.result).toMatchObject({ counted: 12, needed: 278, enough: false, tooFew: false, grade: 'C' })
    expect(result!.result.inputHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await runDue(deps(), region, on('2026-07-10'))).toEqual([])
    expect(codes(await computeDue(deps(), region, periodId, on('2026-07-10')))).toEqual(['satisfaction-step-order'])
    expect(await resultOf(periodId)).toHaveLength(1)
  })

  it('gives no value for three answers and keeps no row of them', async () => {
    const periodId = await computed(3)
    expect((await resultOf(periodId))[0]!.result).toMatchObject({ answered: 3, tooFew: true, index: null })
    expect(await stored(periodId)).toEqual([])
    expect((await db.inRegion(region, (tx) => findPeriod(tx, region, periodId)))!.notStored).toBe(3)
  })
})
