// The open figures as another program reads them: a fall is a negative number, and no name becomes a formula.
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { currentEdition } from './editions.ts'
import type { ReportView } from './port.ts'
import { reportCsv } from './report-csv.ts'
import { computeResult, type PeriodResult } from './result.ts'

const asked = { edition: currentEdition, users: 1000, comments: [], groups: {}, notStored: 0 }
const all = (value: number, previous: PeriodResult | null = null) =>
  computeResult({
    ...asked,
    previous,
    answers: Array.from({ length: 20 }, () => ({ answers: Array(9).fill(value), service: 'birth-wni', marks: [] })),
  })

test('a fall since the last period is a number', () => {
  const csv = reportCsv({
    edition: currentEdition,
    unitName: '=Disdukcapil',
    from: '2026-04-01',
    to: '2026-06-30',
    number: 1,
    result: all(3, all(4)),
    serviceName: (id: string) => ({ id, en: id }),
  } as ReportView)
  const rows: Record<string, string>[] = parse(csv, { columns: true })
  expect(rows.slice(0, 2).map(({ kind, change, unit }) => [kind, change, unit])).toEqual([
    ['index', '-25.00', "'=Disdukcapil"],
    ['element', '-25.00', "'=Disdukcapil"],
  ])
})
