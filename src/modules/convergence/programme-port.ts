// What the catalogue of programmes needs, as types.
import type { PlainDate } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

export type ProgrammeView = {
  readonly id: string
  readonly name: string
  readonly about: Text
  readonly agencyId: string
  readonly agencyName: string
  readonly pillar: number
  readonly pillarName: Text
  readonly services: readonly { readonly code: string; readonly name: Text; readonly indicator: string | null }[]
  readonly isActive: boolean
  readonly closedOn: PlainDate | null
  readonly closedReason: string
  readonly source: string
  /** This reader may change and close it. */
  readonly mayChange: boolean
}
export type ProgrammeChoices = {
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly pillars: readonly Text[]
  readonly services: readonly { readonly code: string; readonly name: Text; readonly indicator: string | null }[]
}
export type ProgrammesView = { readonly programmes: readonly ProgrammeView[]; readonly mayMake: boolean }
export type ProgrammeForm = ProgrammeChoices & {
  readonly programme?: ProgrammeView
  readonly history: readonly { readonly kind: 'made' | 'changed' | 'closed' | 'opened'; readonly on: PlainDate }[]
}
export type ProgrammeInput = {
  readonly name: string
  readonly about: string
  readonly aboutEnglish: string
  readonly agency: string
  readonly pillar: string
  readonly services: readonly string[]
  readonly source: string
}

export interface ProgrammePort {
  visitor(request: Request): Promise<Visitor>
  listProgrammes(visitor: Visitor): Promise<Result<ProgrammesView>>
  /** The form of a new programme, or of one that this reader may change. */
  readForm(visitor: Visitor, id?: string): Promise<Result<ProgrammeForm>>
  saveProgramme(
    visitor: Visitor,
    id: string | undefined,
    input: ProgrammeInput,
  ): Promise<Result<{ readonly id: string }>>
  closeProgramme(visitor: Visitor, id: string, reason: string): Promise<Result<null>>
  openProgramme(visitor: Visitor, id: string): Promise<Result<null>>
}
