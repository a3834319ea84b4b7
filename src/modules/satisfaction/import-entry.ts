// The figures of an old report as somebody types them. Pure. Must stay true: every fault is told at once, and a figure is kept as it was
// written ("3,31"), because what was printed decides how far a re-computation may be off.
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import { findEdition } from './editions.ts'
import { KINDS, periodDates } from './period.ts'
import type { ImportTyped } from './port.ts'
import type { ImportDraft } from './tables.ts'

const MOST_SOURCE = 300

export function readImport(
  typed: ImportTyped,
  units: readonly { readonly id: string }[],
  today: string,
): Result<ImportDraft> {
  const refusals: Refusal[] = []
  if (!units.some((unit) => unit.id === typed.unit)) refusals.push({ code: 'satisfaction-import-unit', at: 'unit' })
  const edition = findEdition(typed.edition)
  if (edition === undefined) refusals.push({ code: 'satisfaction-import-edition', at: 'edition' })
  const kind = KINDS.find((one) => one === typed.kind)
  const year = /^\d{4}$/.test(typed.year.trim()) ? Number(typed.year) : Number.NaN
  const number = /^\d{1,2}$/.test(typed.number.trim()) ? Number(typed.number) : Number.NaN
  const days = kind === undefined || Number.isNaN(year) ? undefined : periodDates(kind, year, number)
  if (days === undefined || days.to >= today) refusals.push({ code: 'satisfaction-import-days', at: 'year' })
  const answers = /^\d{1,7}$/.test(typed.answers.trim()) ? Number(typed.answers) : 0
  if (answers < 1) refusals.push({ code: 'satisfaction-import-answers', at: 'answers' })
  if (typed.source.trim().length < 5) refusals.push({ code: 'satisfaction-import-source', at: 'source' })
  if (refusals.length > 0 || days === undefined) return refuseAll(refusals)
  const written = typed.averages.split(/[\s;]+/).filter((one) => one !== '')
  return accept({
    unitId: typed.unit,
    editionId: typed.edition,
    from: days.from,
    to: days.to,
    order: typed.order,
    averages: written.length === 0 ? null : written.map((one) => (one === '-' ? null : one.slice(0, 20))),
    index: typed.index.trim().slice(0, 20),
    grade: typed.grade.trim() === '' ? null : typed.grade.trim().slice(0, 20),
    answers,
    source: typed.source.trim().slice(0, MOST_SOURCE),
  })
}
