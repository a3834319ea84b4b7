// What the open pages of a region need: help and hours, who looked at my data, figures as open data.
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

export type AccessLine = {
  readonly at: string
  readonly unit: string
  readonly role: string
  readonly what: Text
  readonly reason?: string
}
export type OpenFigure = {
  readonly service: string
  readonly name: Text
  readonly month: string
  readonly submitted: number
  readonly issued: number
  readonly onTime: number
  readonly returned: number
  readonly rejected: number
  /** Put on hold; "<5" for a few. */
  readonly held: string
}
export type HelpView = {
  readonly office: string
  readonly address: string
  readonly contact: string
  readonly hours: readonly Text[]
  /** Numbers that our messages come from. */
  readonly notices: readonly string[]
  readonly hasLogo: boolean
}

export interface PublicPort {
  visitor(request: Request): Promise<Visitor>
  readHelp(visitor: Visitor): Promise<HelpView>
  /** Who opened the visitor's own data: unit, role, purpose, time; never a name. Empty for someone who is not bound to a person. */
  listAccess(visitor: Visitor): Promise<readonly AccessLine[]>
  listFigures(visitor: Visitor): Promise<readonly OpenFigure[]>
}
