// Which cards a service may end with: what the office prints on plastic. Everything else is a signed file.
import type { ThingsRef } from '../register/effect-parts.ts'
import type { Answer } from './answers.ts'
import type { CompiledService } from './compile.ts'
import { evaluateCondition } from './condition.ts'
import type { Condition } from './expression.ts'
import type { Scope } from './scope.ts'

export const CARD_KINDS = ['ktp-el', 'kia'] as const
export type CardKind = (typeof CARD_KINDS)[number]

/** The cards a case of this service may produce, whatever is answered. */
export function cardsOf(service: Pick<CompiledService, 'definition'>): readonly CardKind[] {
  return CARD_KINDS.filter((kind) => printing(service).some((one) => one.document === kind))
}

/** Whether it may end with anything to download: a card alone is fetched, there is nothing to print. */
export function issuesPapers(service: Pick<CompiledService, 'definition'>): boolean {
  return printing(service).some((one) => !CARD_KINDS.some((kind) => kind === one.document))
}

/** Whether a card is all that it ends with. */
export function endsWithCardAlone(service: Pick<CompiledService, 'definition'>): boolean {
  return cardsOf(service).length > 0 && !issuesPapers(service)
}

/**
 * Whether this very case produces one; an effect whose condition is still open does not count. Of people whom only the
 * register finds (arrivals) nobody can tell here whom it fits: the office looks.
 */
export function issuesCards(service: CompiledService, scope: Scope): boolean {
  const isCard = (document: string) => CARD_KINDS.some((kind) => kind === document)
  return printing(service).some(
    (one) =>
      isCard(one.document) &&
      (one.when === undefined || evaluateCondition(one.when, scope).truth === true) &&
      fitsSomebody(one, scope),
  )
}

function fitsSomebody({ of, where }: Printing, scope: Scope): boolean {
  if (typeof of !== 'object' || !('each' in of) || where === undefined) return true
  return [of.each].flat().some((one) => {
    if (typeof one !== 'string') return true
    const found = scope.answer(one)
    if (found.is !== 'known') return found.is === 'unknown'
    const people: readonly Answer[] = Array.isArray(found.value) ? found.value : [found.value]
    return people.some((person) => evaluateCondition(where, scope.with('item', person)).truth === true)
  })
}

type Printing = {
  readonly document: string
  readonly when?: Condition
  readonly of?: ThingsRef
  readonly where?: Condition
}

function printing(service: Pick<CompiledService, 'definition'>): readonly Printing[] {
  const effects = service.definition.effects.filter((effect) => effect.op === 'issueDocument')
  return [...effects, ...service.definition.issues]
}
