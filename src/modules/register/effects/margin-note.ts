// A note at the margin of a deed; the deed itself stays. A deed known only by its number in an old book becomes an entry
// first, so that the note has a place.
import type { EffectOf } from '../effect.ts'
import type { DeedRef } from '../effect-parts.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Deed } from '../snapshot.ts'
import { readFields } from './record-deed.ts'

const CANCELS = new Set(['cancelled-by-court', 'cancelled-by-office'])

export function marginNote(context: PlanContext, effect: EffectOf<'marginNote'>): undefined {
  const deed = enterFromOldBook(context, effect.deed) ?? context.deed(effect.deed)
  if (deed === undefined) return
  const note = {
    id: context.input.newId(),
    kind: effect.kind,
    on: context.input.today,
    fields: readFields(context, effect.fields ?? {}),
  }
  context.register.addNote(deed.id, note)
  if (CANCELS.has(effect.kind)) context.register.setDeed(deed.id, 'status', 'cancelled')
}

function enterFromOldBook(context: PlanContext, ref: DeedRef): Deed | undefined {
  if (typeof ref === 'string' || !('deed' in ref) || ref.deed !== 'birth') return undefined
  const person = context.find(ref.of)?.person
  if (person?.birthDeedNumber === undefined) return undefined
  const entered = [...context.register.deeds.values()].some(
    (deed) =>
      deed.register === 'birth' && deed.parties.some((party) => party.role === 'child' && party.personId === person.id),
  )
  if (entered) return undefined
  const year = /(?:19|20)\d{2}/.exec(person.birthDeedNumber)?.[0] ?? person.birthDate.slice(0, 4)
  const parents = [
    { role: 'mother', personId: person.motherId, name: person.motherName },
    { role: 'father', personId: person.fatherId, name: person.fatherName },
  ]
    .filter((parent) => parent.name !== undefined)
    .map(({ role, personId, name }) =>
      personId === undefined ? { role, outsider: { name: name ?? '' } } : { role, personId },
    )
  const deed: Deed = {
    id: context.input.newId(),
    version: 1,
    register: 'birth',
    number: person.birthDeedNumber,
    year: Number(year),
    date: person.birthDate,
    enteredOn: context.input.today,
    place: person.birthPlace,
    parties: [{ role: 'child', personId: person.id }, ...parents],
    fields: { fromOldBook: true },
    witnesses: [],
    status: 'valid',
    notes: [],
    corrections: [],
  }
  context.register.recordDeed(deed)
  return deed
}
