// The figures of a published result as open data: one line for the index, one for each element, service, mark and group. Must stay true: the
// same texts as on the page, with a decimal point; columns never change their meaning, new ones are added at the end.
import { stringify } from 'csv-stringify/sync'
import { csvCell } from '../../kernel/csv-cell.ts'
import type { ReportView } from './port.ts'

const COLUMNS = [
  'kind',
  'code',
  'name_id',
  'name_en',
  'value',
  'grade',
  'average',
  'weighted',
  'answers',
  'change',
  'low',
  'high',
  'needed',
  'edition',
  'unit',
  'from',
  'to',
  'number',
  'program',
  'input_hash',
] as const
type Line = Partial<Record<(typeof COLUMNS)[number], string | number | null>>

/** CSV with a header line, UTF-8, comma, CRLF. */
export function reportCsv(view: ReportView): string {
  const { result, edition } = view
  const same: Line = {
    edition: edition.id,
    unit: view.unitName,
    from: view.from,
    to: view.to,
    number: view.number,
    program: result.program,
    input_hash: result.inputHash,
  }
  const lines: Line[] = [
    {
      kind: 'index',
      name_id: 'Indeks Kepuasan Masyarakat',
      name_en: 'Public satisfaction index',
      value: result.index,
      grade: result.grade,
      answers: result.counted,
      change: result.change?.difference,
      low: result.interval?.low,
      high: result.interval?.high,
      needed: result.needed,
    },
    ...result.elements.map((row): Line => {
      const { name } = edition.elements.find((e) => e.code === row.code)!
      return {
        kind: 'element',
        code: row.code,
        name_id: name.id,
        name_en: name.en,
        value: row.value,
        grade: row.grade,
        average: row.nrr,
        weighted: row.weighted,
        answers: row.answered,
        change: row.change,
      }
    }),
    ...result.services.map(
      ({ service, counted, index, grade }): Line => ({
        kind: 'service',
        code: service,
        name_id: view.serviceName(service).id,
        name_en: view.serviceName(service).en,
        value: index,
        grade,
        answers: counted,
      }),
    ),
    ...result.marked.map(
      (m): Line => ({
        kind: 'without',
        code: m.mark,
        value: m.indexWithout,
        grade: m.gradeWithout,
        answers: m.answers,
      }),
    ),
    ...Object.entries(result.groups).flatMap(([attribute, groups]) =>
      groups.map((g): Line => ({ kind: 'group', code: `${attribute}=${g.value}`, answers: g.answers })),
    ),
  ]
  return stringify(
    lines.map((line) => ({ ...line, ...same })),
    { header: true, columns: [...COLUMNS], record_delimiter: 'windows', cast: { string: csvCell } },
  )
}
