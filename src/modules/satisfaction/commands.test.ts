// Asking and answering on a real database: single use, expiry, regions, paper.
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { randomToken } from '../../kernel/id.ts'
import { insertRegion } from '../regions/store.ts'
import { answerOnPaper, openSurvey, type PaperForm } from './commands.ts'
import { runDue } from './release-commands.ts'
import {
  answer,
  answerMany,
  ask,
  asked,
  codes,
  company,
  db,
  deps,
  filled,
  finished,
  on,
  openPeriod,
  region,
  release,
  resultOf,
  stored,
  unit,
  useSurveyDatabase,
  value,
} from './testing/survey.ts'

useSurveyDatabase()

describe('invitation and token', () => {
  it('asks once about a finished case, only while its unit asks about the service', async () => {
    expect(await ask()).toBeUndefined()
    await openPeriod()
    const one = finished()
    const token = await asked(one)
    expect(token).toMatch(/^[2-9A-Z]{26}$/)
    expect(await asked(one)).toBe(token)
    expect(await ask(finished({ serviceId: 'marriage' }))).toBeUndefined()
    value(await answer(token))
    expect(await ask(one)).toBeUndefined()
  })

  it('takes the same token once: one answer, and the second sender is told', async () => {
    const periodId = await openPeriod()
    const token = await asked()
    value(await answer(token, filled(4)))
    expect(codes(await answer(token, filled(1)))).toEqual(['satisfaction-token-used'])
    await answerMany(4)
    await company()
    await release(periodId)
    expect(await stored(periodId)).toHaveLength(5)
  })

  it('takes one answer when the same token is sent many times at once', async () => {
    const periodId = await openPeriod()
    const token = await asked()
    const results = await Promise.all(Array.from({ length: 8 }, () => answer(token)))
    expect(results.filter((r) => r.ok)).toHaveLength(1)
    await answerMany(4)
    await company()
    await release(periodId)
    expect(await stored(periodId)).toHaveLength(5)
  })

  it('refuses a token after 30 days kindly, and takes it on the thirtieth', async () => {
    await openPeriod()
    const [a, b] = [await asked(finished(), '2026-05-04'), await asked(finished(), '2026-05-04')]
    expect(codes(await answer(a, filled(3), '2026-06-04'))).toEqual(['satisfaction-token-expired'])
    expect(codes(await answer(b, filled(3), '2026-06-03'))).toEqual([])
  })

  it('refuses unknown tokens, a closed period, and fewer than five answers', async () => {
    await openPeriod()
    for (const token of ['', 'x', '6311064503909901', randomToken(randomBytes)])
      expect(codes(await answer(token))).toEqual(['satisfaction-token-unknown'])
    const token = await asked(finished(), '2026-06-20')
    expect(codes(await answer(token, filled(3), '2026-07-01'))).toEqual(['satisfaction-no-period'])
    expect(codes(await answer(token, filled([4, 4, 4, 4, null, null, null, null, null]), '2026-06-21'))).toEqual([
      'satisfaction-few-answers',
    ])
    expect(
      codes(await answer(token.toLowerCase(), filled([4, 4, 4, 4, 4, null, null, null, null]), '2026-06-21')),
    ).toEqual([])
  })

  it('does not belong to another region', async () => {
    await openPeriod()
    const token = await asked()
    await db.asPlatform((tx) =>
      insertRegion(tx, { code: '63.09', name: 'Kabupaten Tabalong', level: 'regency', time_zone: 'Asia/Makassar' }),
    )
    expect(codes(await db.inRegion('63.09', (tx) => openSurvey(tx, '63.09', token, '2026-05-05')))).toEqual([
      'satisfaction-token-unknown',
    ])
  })

  it('offers the inspectorate when a free service was paid for', async () => {
    await openPeriod()
    expect(value(await answer(await asked(), filled(3)))).toEqual({ complaint: 'cost' })
    expect(value(await answer(await asked(), filled(4)))).toEqual({ complaint: undefined })
    expect(value(await answer(await asked(), filled(4, { comment: 'diminta uang' })))).toEqual({
      complaint: 'comment',
    })
  })
})

describe('paper', () => {
  const forms = (n: number): PaperForm[] =>
    Array.from({ length: n }, () => ({ serviceId: 'birth-wni', filled: filled(3) }))
  const typist = { accountId: 'acc-typist', role: 'village-operator', unitId: 'kecamatan-halong' }
  const bundle = (note = '') => ({ scan: randomBytes(32).toString('hex'), note, channel: 'village' })

  it('is typed in by another unit with its scan; the same scan twice is one bundle', async () => {
    const periodId = await openPeriod()
    const one = bundle()
    expect(value(await answerOnPaper(deps(), region, periodId, forms(6), one, typist, on('2026-05-06')))).toEqual({
      stored: 6,
    })
    expect(value(await answerOnPaper(deps(), region, periodId, forms(6), one, typist, on('2026-05-06')))).toEqual({
      stored: 0,
    })
    expect(
      codes(
        await answerOnPaper(
          deps(),
          region,
          periodId,
          forms(6),
          bundle(),
          { ...typist, unitId: unit },
          on('2026-05-06'),
        ),
      ),
    ).toEqual(['satisfaction-paper-own-unit'])
    const wrong = [{ serviceId: 'marriage', filled: filled(3) }]
    expect(codes(await answerOnPaper(deps(), region, periodId, wrong, bundle(), typist, on('2026-05-06')))).toEqual([
      'satisfaction-paper-service',
    ])
    await company()
    await release(periodId)
    expect(await stored(periodId)).toHaveLength(6)
  })

  it('comes up to seven days late with a note and is in the result', async () => {
    const periodId = await openPeriod()
    await answerMany(5)
    await runDue(deps(), region, on('2026-07-01'))
    expect(codes(await answerOnPaper(deps(), region, periodId, forms(2), bundle(), typist, on('2026-07-08')))).toEqual([
      'satisfaction-paper-note',
    ])
    value(await answerOnPaper(deps(), region, periodId, forms(2), bundle('Perahu terlambat'), typist, on('2026-07-08')))
    await runDue(deps(), region, on('2026-07-09'))
    expect((await resultOf(periodId))[0]!.result.counted).toBe(7)
  })
})
