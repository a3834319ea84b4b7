// The sheet for the meeting and the scorecard as files: the sheet is one of A4 however long its names, every word on it inside the margins.
import { expect, test } from 'vitest'
import { PAPER_WORK_HERE } from '../documents/paper-work.ts'
import { hasPoppler, wordsOf } from '../documents/render/test-tools.ts'
import { indicators } from './editions.ts'
import { scorecardReport, sheetReport } from './sheet-papers.ts'
import type { SheetView } from './sheet-port.ts'

const period = { key: '2026-Q2', name: { id: 'Triwulan II 2026', en: 'Second quarter of 2026' }, isCurrent: false }
const view: SheetView = {
  printedOn: '2026-06-20',
  year: 2026,
  assignments: Array.from({ length: 12 }, (_, at) => ({
    id: String(at),
    programmeName: `Program ${at} dengan nama yang panjang sekali untuk satu baris kertas`,
    agencyName: 'Dinas Perumahan, Permukiman, dan Pekerjaan Umum',
    serviceName: { id: 'Jamban sehat', en: 'Latrine' },
    delivered: 'few',
    people: 12,
    dueOn: '2026-09-30',
  })) as unknown as SheetView['assignments'],
  village: {
    code: '63.11.05.2005',
    name: "Desa'; -- 🙂",
    district: 'Paringin',
    kind: 'desa',
    period,
    periods: [period],
    indicators: indicators.indicators.map((indicator) => ({
      indicator,
      ownerName: 'Dinas Kesehatan, Pengendalian Penduduk, dan Keluarga Berencana',
      targetShare: '90.0',
      isTargetConfirmed: false,
      waiting: 0,
      basis: 'report',
      count: { kind: 'exact', numerator: 12, denominator: 40 },
      missing: 24,
    })),
    households: { complete: 'few', of: 21 },
    atRisk: 6,
    riskKnown: 40,
    trend: [1, 2, 3].map((at) => ({ name: { id: `T${at}`, en: `Q${at}` }, score: '61.5', available: 9, of: 20 })),
    isList: false,
    mayConfirm: false,
    maySeeFamilies: false,
    maySeeCouples: false,
    mayCheck: false,
    updatedOn: '2026-06-19',
  },
}
const at = { nowMs: 0, region: 'Kabupaten Balangan', language: 'id' as const, edition: 'Perpres 72/2021' }

test.skipIf(!hasPoppler)(
  'one sheet for the meeting, whatever the names; both with their source, nothing cut',
  async () => {
    for (const [report, pages] of [
      [sheetReport(view, at), [1]],
      [scorecardReport(view, at), [1, 2]],
    ] as const) {
      const words = wordsOf(await PAPER_WORK_HERE.report(report))
      expect(new Set(words.map(({ page }) => page))).toEqual(new Set(pages))
      for (const { text, box } of words)
        expect([text, box[0] > 36 && box[2] < 559 && box[3] < 815]).toEqual([text, true])
      const all = words.map(({ text }) => text).join(' ')
      for (const part of [
        'Desa&apos;; --',
        'Sumber:',
        '20 Juni 2026',
        '&lt;5 dari 21',
        '12 dari 40',
        `1/${pages.length}`,
      ])
        expect(all).toContain(part)
    }
  },
)
