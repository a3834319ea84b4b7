// What people do with a period, and imported figures, on a real database.
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import * as actions from './period-commands.ts'
import { findPeriod } from './period-store.ts'
import type { ImportDraft } from './tables.ts'
import {
  codes,
  computed,
  db,
  deps,
  head,
  lines,
  manager,
  on,
  region,
  resultOf,
  unit,
  useSurveyDatabase,
  value,
} from './testing/survey.ts'

useSurveyDatabase()

describe('review, publication, follow-up', () => {
  it('lets the head add a plan, refuses a figure, and publishes only with the plan', async () => {
    const periodId = await computed(6)
    const before = await resultOf(periodId)
    expect(codes(await actions.publish(deps(), region, periodId, manager, on('2026-07-10')))).toEqual([
      'satisfaction-plan-missing',
    ])
    expect(
      codes(await actions.review(deps(), region, periodId, lines, ['plan.0.what', 'index'], head(), on('2026-07-10'))),
    ).toEqual(['satisfaction-number-fixed'])
    expect(codes(await actions.review(deps(), region, periodId, lines, [], manager, on('2026-07-10')))).toEqual([
      'satisfaction-review-head',
    ])
    value(await actions.review(deps(), region, periodId, lines, [], head(), on('2026-07-10')))
    expect(value(await actions.publish(deps(), region, periodId, manager, on('2026-07-12')))).toEqual({ late: false })
    expect(await resultOf(periodId)).toEqual(before)
  })

  it('cannot change or remove a stored result, even with the rights of the program', async () => {
    const periodId = await computed(6)
    for (const statement of [
      sql`update satisfaction_result set result = '{}' where period_id = ${periodId}`,
      sql`delete from satisfaction_result where period_id = ${periodId}`,
    ])
      await expect(db.inRegion(region, (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/)
  })

  it('follows the plan up, corrects by a new number with a reason, and archives', async () => {
    const periodId = await computed(6)
    value(await actions.review(deps(), region, periodId, lines, [], head(), on('2026-07-10')))
    value(await actions.publish(deps(), region, periodId, manager, on('2026-07-12')))
    expect(
      value(
        await actions.correctResult(
          deps(),
          region,
          periodId,
          { users: 800, reason: 'Jumlah pengguna salah tulis' },
          manager,
          on('2026-07-20'),
        ),
      ),
    ).toEqual({ number: 2 })
    expect((await resultOf(periodId)).map((r) => [r.number, r.result.users, r.result.index, r.reason])).toEqual([
      [2, 800, (await resultOf(periodId))[1]!.result.index, 'Jumlah pengguna salah tulis'],
      [1, 1000, (await resultOf(periodId))[1]!.result.index, null],
    ])
    const period = (await db.inRegion(region, (tx) => findPeriod(tx, region, periodId)))!
    for (const action of period.plan)
      value(
        await actions.report(
          deps(),
          region,
          periodId,
          { id: action.id, status: 'done', proof: 'Berita acara 12' },
          head(),
          on('2026-09-01'),
        ),
      )
    expect(value(await actions.archive(deps(), region, periodId, manager, on('2026-10-02'))).state).toBe('archived')
  })
})

describe('figures from old reports', () => {
  const old = (year: number, index: string): ImportDraft => ({
    unitId: unit,
    editionId: 'permenpan-14-2017',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    order: 'official',
    averages: null,
    index,
    grade: null,
    answers: 150,
    source: 'Artikel',
  })
  const store = (draft: ImportDraft, by: { person: string; source: string } | null = null) =>
    actions.importReport(deps(), region, draft, by, manager, on('2026-05-06'))

  it('stops 34.37 after 83.32 and asks a second person', async () => {
    expect(value(await store(old(2021, '83.32')))).toMatchObject({ verdict: 'not-checkable' })
    expect(codes(await store(old(2022, '34.37')))).toEqual([
      'satisfaction-doubt-change',
      'satisfaction-import-second-person',
    ])
    expect(codes(await store(old(2022, '34.37'), { person: 'acc-manager', source: 'Laporan 2022 hal. 4' }))).toEqual([
      'satisfaction-import-same-person',
    ])
    value(await store(old(2022, '34.37'), { person: 'acc-head', source: 'Laporan 2022 hal. 4' }))
    expect(codes(await store(old(2022, '84.37'), { person: 'acc-head', source: 'Laporan 2022 hal. 4' }))).toEqual([
      'satisfaction-import-twice',
    ])
  })
})
