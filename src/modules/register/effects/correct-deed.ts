// A clerical fault of a deed is repaired; the old and the new words are both kept. Anything more needs a court.
import type { EffectOf } from '../effect.ts'
import { readChanges } from '../field-value.ts'
import type { PlanContext } from '../plan-context.ts'

export function correctDeed(context: PlanContext, effect: EffectOf<'correctDeed'>): undefined {
  const deed = context.deed(effect.deed)
  if (deed === undefined) return
  if (deed.status === 'cancelled') return context.refuse('register-deed-cancelled', 'deed', { number: deed.number })
  const changes = readChanges(context.value(effect.changes))
  if (changes.length === 0) return context.refuse('register-no-corrections', 'changes')
  const fields = { ...deed.fields }
  for (const change of changes) {
    context.register.addCorrection(deed.id, { ...change, on: context.input.today })
    if (change.element in fields) fields[change.element] = change.new
    if (change.element === 'place') context.register.setDeed(deed.id, 'place', change.new)
  }
  context.register.setDeed(deed.id, 'fields', fields)
}
