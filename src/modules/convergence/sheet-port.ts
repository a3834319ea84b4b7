// What the sheet for the village meeting needs, as types.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Report } from '../documents/report.ts'
import type { AssignmentLine, VillageView } from './port.ts'

export type SheetView = {
  readonly village: VillageView
  readonly assignments: readonly AssignmentLine[]
  readonly printedOn: PlainDate
  readonly year: number
}
export interface SheetPort {
  visitor(request: Request): Promise<Visitor>
  now(): Date
  drawReport(report: Report): Promise<Uint8Array>
  readSheet(visitor: Visitor, village: string, period: string | undefined): Promise<Result<SheetView>>
}
