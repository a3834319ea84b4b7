// The sheet for the village meeting and the scorecard of a village as reports for paper. Must stay true: no name of a person; counts come
// hidden already; source and date stand on the paper.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import type { Report, ReportPart } from '../documents/report.ts'
import { scoreOf, shown } from './page-parts.tsx'
import type { IndicatorLine } from './port.ts'
import type { SheetView } from './sheet-port.ts'
import { gapsOf, leadText, promiseText, SIGNERS, sourceText, standRows, SHEET_WORDS as w } from './sheet-words.ts'
import { reachedText, targetText, together, VILLAGE_WORDS, villageName } from './village-pages.tsx'

export type PaperAt = {
  readonly nowMs: number
  readonly region: string
  readonly language: Language
  readonly edition: string
}

/** A hand needs a line of its own, and some more. */
const WRITE_MM = 19

function paper(title: string, subject: string, view: SheetView, at: PaperAt, parts: readonly ReportPart[]): Report {
  const { language } = at
  return {
    title,
    subject,
    author: at.region,
    createdAtMs: at.nowMs,
    language,
    foot: `${title}, Balanting ${at.region.replace(/^(Kabupaten|Kota) /, '')}`,
    parts: [
      { part: 'title', text: title },
      { part: 'text', text: leadText(view.village, at.region, language) },
      {
        part: 'rows',
        rows: standRows(view.village, language).map(({ term, value }) => ({ label: say(term, language), value })),
      },
      ...parts,
      { part: 'text', small: true, text: sourceText(view, at.edition, language) },
    ],
  }
}

const serviceCell = (one: IndicatorLine, language: Language) => ({
  text: say(one.indicator.name, language),
  small: `${one.indicator.code}, ${one.ownerName}, ${together(targetText(one, language))}`,
})

export function sheetReport(view: SheetView, at: PaperAt): Report {
  const { language } = at
  const word = (text: Text) => say(text, language)
  const gaps = gapsOf(view.village)
  const title = fill(word(w.title), { village: villageName(view.village, language) })
  return paper(title, 'rembuk', view, at, [
    { part: 'heading', text: word(w.gaps) },
    gaps.length === 0
      ? { part: 'text', text: word(w.noGaps) }
      : {
          part: 'table',
          leastMm: WRITE_MM,
          columns: [
            { label: word(w.service), share: 3.2 },
            { label: word(w.reached), share: 1.5 },
            { label: word(w.missing), share: 0.9, end: true, bold: true },
            { label: word(w.agreed), share: 2.6 },
            { label: word(w.money), share: 1.3 },
            { label: word(w.who), share: 1.6 },
          ],
          rows: gaps.map((one) => [
            serviceCell(one, language),
            reachedText(one, language),
            shown(one.missing, language),
            '',
            '',
            '',
          ]),
        },
    { part: 'heading', text: word(w.promised) },
    view.assignments.length === 0
      ? { part: 'text', text: word(w.nothing) }
      : { part: 'list', items: view.assignments.map((one) => promiseText(one, language)) },
    { part: 'signs', names: SIGNERS.map(word) },
  ])
}

export function scorecardReport(view: SheetView, at: PaperAt): Report {
  const { language } = at
  const word = (text: Text) => say(text, language)
  const { village } = view
  const title = `${word(VILLAGE_WORDS.scorecard)}, ${villageName(village, language)}`
  return paper(title, 'rapor', view, at, [
    { part: 'heading', text: word(VILLAGE_WORDS.gaps) },
    {
      part: 'table',
      columns: [
        { label: word(VILLAGE_WORDS.indicator), share: 5 },
        { label: word(VILLAGE_WORDS.reached), share: 2.2 },
        { label: word(VILLAGE_WORDS.missing), share: 1, end: true, bold: true },
      ],
      rows: village.indicators.map((one) => [
        serviceCell(one, language),
        reachedText(one, language),
        one.count === undefined ? '–' : shown(one.missing, language),
      ]),
    },
    ...(village.trend.length < 2
      ? []
      : [
          { part: 'heading' as const, text: word(VILLAGE_WORDS.trend) },
          {
            part: 'table' as const,
            columns: [
              { label: word(VILLAGE_WORDS.quarter), share: 2 },
              { label: word(w.score), share: 1, end: true as const },
              { label: word(VILLAGE_WORDS.withData), share: 1, end: true as const },
            ],
            rows: [...village.trend]
              .reverse()
              .map((one) => [say(one.name, language), scoreOf(one.score, language), `${one.available}/${one.of}`]),
          },
        ]),
  ])
}
