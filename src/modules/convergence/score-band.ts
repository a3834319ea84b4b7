// Between which two numbers a village's score lies, where it is told in steps: "C, 60 – 70" beside "D, 50 – 60" and never 60 for both.
// Pure. Must stay true: nothing is told but the rounded score and the grade that stands beside it.
import { formatFigure } from '../../kernel/decimal.ts'
import type { Language } from '../../kernel/text.ts'

export type Band = { readonly from: number; readonly to: number }
/** Where each grade begins, the best first; as the key of the map says. */
const GRADES: readonly (readonly [letter: string, from: number])[] = [
  ['A', 90],
  ['B', 75],
  ['C', 60],
  ['D', 0],
]

/** `step` in tenths of a point: 1 tells the score itself. Without a grade the step alone bounds it. */
export function scoreBand(told: number, step: number, grade: string | null): Band {
  if (step <= 1) return { from: told, to: told }
  const at = GRADES.findIndex(([letter]) => letter === grade)
  const from = Math.max(told - step / 20, GRADES[at]?.[1] ?? 0)
  const to = Math.min(told + step / 20, GRADES[at - 1]?.[1] ?? 100)
  // A region's own scale may grade otherwise: then the rounded score alone speaks.
  return from < to ? { from, to } : { from: told, to: told }
}

export function bandText({ from, to }: Band, language: Language): string {
  const figure = (value: number) => formatFigure(value, Number.isInteger(value) ? 0 : 1, language)
  return from === to ? formatFigure(from, 1, language) : `${figure(from)} – ${figure(to)}`
}
