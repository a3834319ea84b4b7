// A paper that is no deed: a growth card, a scorecard, a sheet for a meeting, as plain data from the top to the foot. Must stay true: no
// markup but the drawings our own pages make; plain data only, so that a thread may draw it.
import type { Language } from '../../kernel/text.ts'

export type ReportColumn = {
  readonly label: string
  readonly share: number
  readonly end?: true
  readonly bold?: true
}
/** A cell, with what stands small behind it. */
export type ReportCell = string | { readonly text: string; readonly small: string }
export type ReportPart =
  | { readonly part: 'title'; readonly text: string }
  | { readonly part: 'heading'; readonly text: string }
  | { readonly part: 'text'; readonly text: string; readonly bold?: true; readonly small?: true }
  | { readonly part: 'rows'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly part: 'table'
      readonly columns: readonly ReportColumn[]
      readonly rows: readonly (readonly ReportCell[])[]
      /** Room to write by hand; it gives way before letters do. */
      readonly leastMm?: number
    }
  | { readonly part: 'list'; readonly items: readonly string[] }
  /** An SVG of `platform/ui/charts` or of a growth chart, as wide as the paper. */
  | { readonly part: 'drawing'; readonly svg: string }
  /** Room for ink above each of these names. */
  | { readonly part: 'signs'; readonly names: readonly string[] }
  /** What follows begins on a new sheet. */
  | { readonly part: 'sheet' }

export type Report = {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly createdAtMs: number
  readonly language: Language
  readonly parts: readonly ReportPart[]
  /** At the foot of each page, before its number. */
  readonly foot: string
}
