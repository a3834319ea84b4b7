// What the pages of exchanges need: what may be downloaded, files that were imported, the preview of one. Types only.
import type { Result } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { Difference } from './compare-reported.ts'
import type { ExportTable } from './export-tables.ts'
import type { LineState, PlanCounts, PlanLine } from './import-plan.ts'
import type { Answer } from './incoming.ts'
import type { ImportState, UndoCounts } from './tables.ts'

export type ImportHead = {
  readonly importId: string
  readonly fileName: string
  readonly fingerprint: string
  readonly sheet: string
  readonly template: string
  readonly lines: number
  readonly state: ImportState
  readonly counts: PlanCounts
  readonly undoCounts?: UndoCounts
  readonly plannedAt: Date
  readonly writtenAt?: Date
  readonly undoneAt?: Date
}

export type ExchangeView = {
  readonly tables: readonly ExportTable[]
  readonly month: string
  /** May import; a secretariat only downloads counts. */
  readonly imports: boolean
  readonly history: readonly ImportHead[]
}

export type ImportView = {
  readonly head: ImportHead
  /** The plan as it is now, while it is not written. */
  readonly plan?: { readonly lines: readonly PlanLine[]; readonly counts: PlanCounts; readonly digest: string }
  /** Lines written or taken back so far, while that goes on. */
  readonly progress?: { readonly done: number; readonly all: number }
  /** Lines refused, after writing: to repair in the file. */
  readonly refused?: readonly PlanLine[]
  /** z-scores that differ from ours, after writing. */
  readonly differences: readonly { readonly line: number; readonly list: readonly Difference[] }[]
}
export type Show = LineState | 'all'

export interface ExchangePort {
  visitor(request: Request): Promise<Visitor>
  today(visitor: Visitor): string
  /** Refuses `not-found`. `month` undefined: the last one. */
  overview(visitor: Visitor, month: string | undefined): Promise<Result<ExchangeView>>
  download(
    visitor: Visitor,
    request: { readonly table: string; readonly format: string; readonly month: string },
  ): Promise<Result<{ readonly name: string; readonly contentType: string; readonly bytes: Uint8Array }>>
  plan(
    visitor: Visitor,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<Result<{ readonly importId: string; readonly known: boolean }>>
  read(visitor: Visitor, importId: string): Promise<Result<ImportView>>
  confirm(
    visitor: Visitor,
    importId: string,
    given: { readonly digest: string; readonly answers: Readonly<Record<string, Answer>> },
  ): Promise<Result<unknown>>
  undo(visitor: Visitor, importId: string): Promise<Result<unknown>>
  drop(visitor: Visitor, importId: string): Promise<Result<unknown>>
}
