// From effects as data to a plan: which small changes happen, which numbers they need, what officers see before and
// after. Pure: answers, days, ids and numbers come in. Must stay true: a plan with a refusal changes nothing, and the
// same input gives the same plan.
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import { evaluateCondition } from '../catalogue/condition.ts'
import { referencesOfCondition } from '../catalogue/references.ts'
import { evaluateValue } from '../catalogue/value.ts'
import { type BeforeAfter, describeChanges } from './before-after.ts'
import type { Change, Thing, TouchedThing } from './change.ts'
import type { Effect } from './effect.ts'
import { effectLine } from './effect-line.ts'
import { FOREIGN_REGISTERS } from './effect-parts.ts'
import { usesOfEffect } from './effect-uses.ts'
import { runEffect } from './effects/registry.ts'
import { retireEmptied } from './effects/retire-family.ts'
import { checkInvariants } from './invariants.ts'
import type { NumberNeed } from './numbers.ts'
import { PlanContext, type PlanInput } from './plan-context.ts'
import { type PlanResult, resultOf } from './plan-result.ts'
import { WorkingRegister } from './working-register.ts'

export type { PlanInput } from './plan-context.ts'

export type Plan = {
  readonly changes: readonly Change[]
  /** Numbers the changes need; a plan made without them is not ready to be stored. */
  readonly needs: readonly NumberNeed[]
  readonly touched: readonly TouchedThing[]
  readonly beforeAfter: readonly BeforeAfter[]
  readonly warnings: readonly Refusal[]
  /** Since when the changes are true. */
  readonly from: string
  /** What each alias of the definition came to be. */
  readonly named: Readonly<Record<string, readonly Thing[]>>
  /** One line for each effect carried out, for golden examples. */
  readonly done: readonly string[]
  /** Everything the changes made or altered, whole, as it will be. */
  readonly result: PlanResult
  /** Cases this plan undoes. */
  readonly undoes: readonly string[]
}

/**
 * Plans effects. Refusals: those of single effects (all at once), and those of the invariants when the effects
 * themselves went through.
 */
export function planEffects(effects: readonly Effect[], input: PlanInput): Result<Plan> {
  const from = eventDateOf(effects, input)
  const register = new WorkingRegister(input.snapshot, from)
  const context = new PlanContext(input, register)
  const done: string[] = []
  // What a refused effect should have made is missing; effects that lean on it would only repeat the same fault.
  const missing = new Set<string>()
  for (const effect of effects) {
    const leansOnMissing = namesOf(effect).some((name) => missing.has(name))
    if (!leansOnMissing && !context.holds(effect.when)) continue
    const before = context.refusals.length
    if (!leansOnMissing) runEffect(context, effect)
    if ((leansOnMissing || context.refusals.length > before) && 'as' in effect && effect.as !== undefined)
      missing.add(effect.as)
    done.push(effectLine(effect))
  }
  if (context.refusals.length > 0) return refuseAll(context.refusals)
  retireEmptied(context)
  const findings = checkInvariants(register, register.changes, input.today)
  if (findings.refusals.length > 0) return refuseAll(findings.refusals)
  return accept({
    changes: register.changes,
    needs: context.needs,
    touched: register.touched,
    beforeAfter: describeChanges(register.changes, register, input.placeName),
    warnings: [...context.warnings, ...findings.warnings],
    from,
    named: namedThings(context),
    done,
    result: resultOf(register),
    undoes: context.undoes,
  })
}

function namesOf(effect: Effect): readonly string[] {
  const { persons, families, deeds, things, when, where } = usesOfEffect(effect)
  const inCondition = [when, where].flatMap((condition) =>
    condition === undefined
      ? []
      : referencesOfCondition(condition).flatMap((one) => (one.kind === 'person' ? [one.name] : [])),
  )
  return [...persons, ...families, ...deeds, ...things, ...inCondition]
}

/**
 * The date of the first deed that is recorded, else the effective date of the case, else today. A proof that is only
 * cited (of others, of an old book) does not move a case into its past when the case says itself since when it holds.
 */
function eventDateOf(effects: readonly Effect[], input: PlanInput): string {
  for (const effect of effects) {
    if (effect.op !== 'recordDeed') continue
    if (input.eventDate !== undefined && (effect.number !== undefined || isForeign(effect.register))) continue
    if (effect.when !== undefined && evaluateCondition(effect.when, input.scope).truth === false) continue
    const date = evaluateValue(effect.date, input.scope)
    if (date.is === 'known' && typeof date.value === 'string') return date.value
  }
  return input.eventDate ?? input.today
}

function isForeign(register: string): boolean {
  return FOREIGN_REGISTERS.some((one) => one === register)
}

function namedThings(context: PlanContext): Plan['named'] {
  const named: Record<string, readonly Thing[]> = {}
  for (const [name, ids] of context.people) named[name] = ids.map((id) => ({ kind: 'person', id }))
  for (const [name, id] of context.families) named[name] = [{ kind: 'family', id }]
  for (const [name, id] of context.deeds) named[name] = [{ kind: 'deed', id }]
  return named
}
