// Which cards a service may end with: what the office prints on plastic. Everything else is a signed file.

import type { CompiledService } from './compile.ts'
import { evaluateCondition } from './condition.ts'
import type { Condition } from './expression.ts'
import type { Scope } from './scope.ts'

export const CARD_KINDS = ['ktp-el', 'kia'] as const
export type CardKind = (typeof CARD_KINDS)[number]

/** The cards a case of this service may produce, whatever is answered. */
export function cardsOf(service: CompiledService): readonly CardKind[] {
  return CARD_KINDS.filter((kind) => printing(service).some((one) => one.document === kind))
}

/** Whether this very case produces one; an effect whose condition is still open does not count. */
export function issuesCards(service: CompiledService, scope: Scope): boolean {
  const isCard = (document: string) => CARD_KINDS.some((kind) => kind === document)
  return printing(service).some(
    (one) => isCard(one.document) && (one.when === undefined || evaluateCondition(one.when, scope).truth === true),
  )
}

function printing(service: CompiledService): readonly { readonly document: string; readonly when?: Condition }[] {
  const effects = service.definition.effects.filter((effect) => effect.op === 'issueDocument')
  return [...effects, ...service.definition.issues]
}
