// Undoes what a past case did to the register: a deed cancelled by a court, a move that did not happen.
import type { EffectOf } from '../effect.ts'
import type { PlanContext } from '../plan-context.ts'
import { type PastCase, reversePastCase } from '../reverse.ts'

export function reverseEffects(context: PlanContext, effect: EffectOf<'reverseEffects'>): undefined {
  const past = findPastCase(context, effect)
  if (past === undefined) return context.refuse('register-past-case-missing', 'of')
  if (past !== 'deed-only') reversePastCase(context, past)
}

function findPastCase(context: PlanContext, effect: EffectOf<'reverseEffects'>): PastCase | 'deed-only' | undefined {
  const past = context.input.pastCases ?? new Map<string, PastCase>()
  const { of } = effect
  if (typeof of !== 'string' && ('caseNumber' in of || 'letter' in of)) {
    const key = context.scope.answer('caseNumber' in of ? of.caseNumber : of.letter)
    return key.is === 'known' && typeof key.value === 'string' ? past.get(key.value.trim()) : undefined
  }
  const deed = context.deed(typeof of !== 'string' && 'caseOf' in of ? of.caseOf : of)
  if (deed === undefined) return undefined
  const found = past.get(deed.id)
  if (found !== undefined) return found
  // An entry older than this register: the deed itself is cancelled, what it once changed is for the officer to settle.
  context.register.setDeed(deed.id, 'status', 'cancelled')
  context.warn('register-nothing-stored-to-undo', 'of', { number: deed.number })
  return 'deed-only'
}
