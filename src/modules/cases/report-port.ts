// What the pages of reports need: the kinds a visitor may report with their questions, what waits at the office.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Fields } from '../../platform/http/form.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Field } from '../catalogue/field-types/all.ts'
import type { ReportKind } from './report-kinds.ts'

export type ReportForm = {
  readonly kind: ReportKind
  readonly unit: string
  readonly fields: readonly { readonly field: Field; readonly optional: boolean }[]
}
export type ReportView = {
  readonly kinds: readonly { readonly id: string; readonly label: Text }[]
  readonly form?: ReportForm
  /** What this account reported: kind, unit, time. Never what became of it. */
  readonly sent: readonly { readonly label: Text; readonly unit: string; readonly at: string }[]
}
export type ReportPost = {
  readonly kind: string
  readonly nik: string
  readonly name: string
  readonly number: string
  readonly phone: string
  readonly lines: string
  readonly fields: Fields
}
export type WaitingView = {
  readonly lines: readonly {
    readonly reportId: string
    readonly label: Text
    readonly about: Text
    readonly unit: string
    readonly at: string
    readonly nik: string
    readonly name: string
  }[]
}

export interface ReportPort {
  visitor(request: Request): Promise<Visitor>
  /** Refuses `not-yours`. */
  read(visitor: Visitor, kind: string | undefined): Promise<Result<ReportView>>
  send(visitor: Visitor, typed: ReportPost): Promise<Result<{ readonly received: number }>>
  readWaiting(visitor: Visitor): Promise<Result<WaitingView>>
  match(visitor: Visitor, reportId: string, nik: string, name: string): Promise<Result<void>>
  close(visitor: Visitor, reportId: string): Promise<Result<void>>
}
