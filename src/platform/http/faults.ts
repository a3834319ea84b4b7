// Refusals as a form shows them: at which box, in the visitor's language. Safe in the browser.
import type { Refusal } from '../../kernel/refusal.ts'
import type { Visitor } from './visitor.ts'

export type FormFault = { readonly at?: string; readonly text: string }

export const faultsOf = (visitor: Pick<Visitor, 'tell'>, refusals: readonly Refusal[]): readonly FormFault[] =>
  refusals.map((one) => ({ ...(one.at === undefined ? {} : { at: one.at }), text: visitor.tell(one) }))
