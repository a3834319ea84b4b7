// What the reports of the office need: figures of a span of days, the cases behind one of them, and the same as a file.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CaseView } from './port.ts'

export type ReportSpan = { readonly from: string; readonly to: string; readonly month?: string }
/** What the reader asked for, as it stands in the address. */
export type ReportQuery = { readonly month?: string; readonly from?: string; readonly to?: string }

export type FigureLine = {
  readonly key: string
  readonly name: Text
  readonly submitted: number
  readonly issued: number
  readonly onTimePercent?: number
  readonly late: number
  readonly averageHours?: number
  readonly returned: number
  readonly rejected: number
  readonly deeds: number
}
export type ReportView = {
  readonly span: ReportSpan
  readonly spanText: string
  readonly now: string
  readonly months: readonly { readonly value: string; readonly label: string }[]
  readonly total: FigureLine
  readonly services: readonly FigureLine[]
  readonly channels: readonly FigureLine[]
  readonly states: readonly { readonly state: string; readonly name: Text; readonly count: number }[]
  readonly trend: readonly { readonly label: string; readonly value?: number; readonly issued: number }[]
  readonly officers: readonly { readonly name: string; readonly role: Text; readonly steps: number }[]
  /** False where only units are named. */
  readonly namesOfficers: boolean
  readonly cards: readonly {
    readonly kind: Text
    readonly printed: number
    readonly spoiled: number
    readonly handed: number
  }[]
  readonly mayOpenStock: boolean
  /** A span that was asked for and could not be read. */
  readonly fault?: string
}

export type BehindQuery = ReportQuery & {
  readonly figure: string
  readonly service?: string
  readonly channel?: string
  readonly state?: string
  readonly after?: string
  readonly first?: number
}
export type BehindView = {
  readonly title: Text
  readonly spanText: string
  readonly parts: readonly Text[]
  readonly lines: readonly {
    readonly caseId: string
    readonly number: string
    readonly href?: string
    readonly serviceName: Text
    readonly village: string
    readonly channel: Text
    readonly stateLabel: Text
    readonly tone: CaseView['tone']
    readonly when: string
    readonly hours?: string
    readonly late: boolean
  }[]
  readonly from: number
  readonly next?: string
}

export interface OfficeReportPort {
  visitor(request: Request): Promise<Visitor>
  /** Refuses `not-yours`. */
  readReport(visitor: Visitor, query: ReportQuery): Promise<Result<ReportView>>
  /** Refuses `not-yours`, `not-found` for a figure that is none. */
  listBehind(visitor: Visitor, query: BehindQuery): Promise<Result<BehindView>>
  /** The rows of each day as CSV. Refuses `not-yours`, `report-span`. */
  exportReport(
    visitor: Visitor,
    query: ReportQuery,
  ): Promise<Result<{ readonly csv: string; readonly fileName: string }>>
}
