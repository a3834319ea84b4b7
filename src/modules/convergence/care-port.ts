// What case audits and foster parents need, as types. Must stay true: an audit view carries names only for the audit team; a giver's
// view has no field in which a number or an address could stand.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { MeasuredOnce } from './reading.ts'
import type {
  AuditKind,
  AuditSelection,
  Consent,
  GiverKind,
  PackageKind,
  PackageResult,
  PackageState,
} from './tables.ts'

export type AuditLine = {
  readonly id: string
  readonly year: number
  readonly cycle: number
  readonly step: number
  readonly cases: number
}
export type AuditsView = { readonly audits: readonly AuditLine[]; readonly mayOpen: boolean; readonly year: number }
export type AuditCaseLine = {
  readonly id: string
  readonly pseudonym: string
  readonly kind: AuditKind
  readonly selection: AuditSelection
  readonly districtName: string
  readonly hasFindings: boolean
  readonly plan: string | null
  readonly approvedOn: PlainDate | null
}
export type AuditView = AuditLine & {
  readonly steps: readonly {
    readonly step: number
    readonly name: Text
    readonly doneOn: PlainDate | null
    readonly note: string | null
  }[]
  readonly caseLines: readonly AuditCaseLine[]
  readonly isTeam: boolean
  readonly mayMove: boolean
  readonly today: PlainDate
}
/** Only for the audit team. */
export type AuditCaseView = AuditCaseLine & {
  readonly auditId: string
  readonly name: string
  readonly about: Text
  readonly villageName: string
  readonly findings: string
  /** How a child grew in the last half year; absent for others. */
  readonly measured?: readonly MeasuredOnce[]
  readonly mayApprove: boolean
}

export type PackageLine = {
  readonly id: string
  readonly code: string
  /** First name or code, as the family agreed; the code while nobody agreed. */
  readonly who: string
  readonly kind: PackageKind
  readonly giverKind: GiverKind
  readonly giverName: string
  readonly months: number
  readonly amountRupiah: number
  readonly consent: Consent
  readonly state: PackageState
  readonly districtName: string
  readonly deliveries: number
  /** Its months are over and nobody recorded the result. */
  readonly isDue: boolean
}
export type PackageView = PackageLine & {
  readonly end?: { readonly result: PackageResult; readonly on: PlainDate; readonly note: string }
  readonly mayClose: boolean
  readonly events: readonly {
    readonly id: string
    readonly kind: 'delivery' | 'effect'
    readonly on: PlainDate
    readonly body: string
    readonly hasProof: boolean
  }[]
  readonly mayNote: boolean
  readonly mayConsent: boolean
  readonly today: PlainDate
}
export type PackagesView = {
  readonly packages: readonly PackageLine[]
  readonly role: 'giver' | 'village' | 'secretariat'
  /** Villages and kinds with families at risk and no package: counts only, small ones hidden. */
  readonly needs: readonly {
    readonly village: string
    readonly villageName: string
    readonly kind: PackageKind
    readonly families: number
  }[]
}
export type PackageInput = {
  readonly village: string
  readonly kind: string
  readonly months: string
  readonly amount: string
}

export interface CarePort {
  visitor(request: Request): Promise<Visitor>
  listAudits(visitor: Visitor): Promise<Result<AuditsView>>
  openAudit(visitor: Visitor, year: string, cycle: string): Promise<Result<{ readonly id: string }>>
  readAudit(visitor: Visitor, id: string): Promise<Result<AuditView>>
  stepAudit(
    visitor: Visitor,
    id: string,
    input: { readonly step: string; readonly doneOn: string; readonly note: string },
  ): Promise<Result<null>>
  addCase(
    visitor: Visitor,
    id: string,
    input: { readonly nik: string; readonly kind: string; readonly selection: string },
  ): Promise<Result<null>>
  readCase(visitor: Visitor, auditId: string, caseId: string): Promise<Result<AuditCaseView>>
  writeCase(
    visitor: Visitor,
    auditId: string,
    caseId: string,
    input: { readonly findings: string; readonly plan: string },
  ): Promise<Result<null>>
  approveCase(visitor: Visitor, auditId: string, caseId: string): Promise<Result<null>>
  listPackages(visitor: Visitor): Promise<Result<PackagesView>>
  offerPackage(visitor: Visitor, input: PackageInput): Promise<Result<{ readonly id: string }>>
  readPackage(visitor: Visitor, id: string): Promise<Result<PackageView>>
  consent(visitor: Visitor, id: string, consent: string): Promise<Result<null>>
  closePackage(
    visitor: Visitor,
    id: string,
    input: { readonly result: string; readonly endedOn: string; readonly note: string },
  ): Promise<Result<null>>
  /** The proof of an event, for those who may read the package; journalled. */
  readProof(visitor: Visitor, id: string, event: string): Promise<Result<Uint8Array>>
  noteEvent(
    visitor: Visitor,
    id: string,
    input: {
      readonly kind: string
      readonly on: string
      readonly body: string
      readonly proof?: Uint8Array
    },
  ): Promise<Result<null>>
}
