// Cells of tables that are downloaded: text in, text out. Must stay true: what is not known is empty, a small count stays hidden.
import type { ShownCount, ShownNumber } from '../modules/convergence/access.ts'

export const cell = (value: string | number | null | undefined): string =>
  value === undefined || value === null ? '' : String(value)
export const yesNo = (value: boolean | null | undefined): string =>
  value === undefined || value === null ? '' : value ? 'ya' : 'tidak'
/** A number that may be hidden: `<5`, or `ditutup` where a small one would follow from it. */
export const few = (value: ShownNumber | undefined): string =>
  value === undefined ? '' : value === 'few' ? '<5' : value === 'withheld' ? 'ditutup' : String(value)
/** Numerator and denominator as they may be shown. */
export function countCells(count: ShownCount | undefined): readonly [string, string] {
  if (count === undefined) return ['', '']
  if (count.kind === 'exact') return [String(count.numerator), String(count.denominator)]
  if (count.kind === 'few-people') return ['', '<5']
  if (count.kind === 'withheld') return ['ditutup', cell(count.denominator ?? 'ditutup')]
  return [count.kind === 'few-reached' ? '<5' : `>${count.denominator - 5}`, String(count.denominator)]
}
/** 7350 by 1000 is "7.35": whole units to a decimal with a point, zeros at the end left out. */
export function decimalText(units: number, by: 100 | 1000): string {
  return (units / by).toFixed(by === 100 ? 2 : 3).replace(/\.?0+$/, '')
}
/** As the e-PPGBM sheets write it. */
export const SEX = { 1: 'L', 2: 'P' } as const
