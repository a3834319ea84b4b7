// What happens to papers and cards. The register only asks: the documents module numbers, signs and prints. A family
// card belongs to the family, an extract to its deed, everything else to the person.
import type { DocumentAction, Thing } from '../change.ts'
import type { EffectOf } from '../effect.ts'
import type { DeedRegister, DocumentKind, PersonRef, ThingRef } from '../effect-parts.ts'
import { deedsOf, familyOf } from '../kinship.ts'
import type { PlanContext } from '../plan-context.ts'
import type { PersonId } from '../snapshot.ts'

type DocumentEffect = EffectOf<'issueDocument' | 'supersedeDocument' | 'revokeDocument' | 'extendDocument'>

const EXTRACTS: Partial<Record<DocumentKind, DeedRegister>> = {
  'birth-deed-extract': 'birth',
  'death-deed-extract': 'death',
  'marriage-deed-extract': 'marriage',
  'divorce-deed-extract': 'divorce',
  'acknowledgment-deed-extract': 'acknowledgment',
  'legitimation-deed-extract': 'legitimation',
}

/** A request about somebody who is not in this register, or about a card that is not there, is left out unless it issues. */
export function requestDocument(
  action: Exclude<DocumentAction, 'keep'>,
): (context: PlanContext, effect: DocumentEffect) => void {
  return (context, effect) => {
    const of = thingFor(context, effect.document, effect.of)
    if (of !== undefined) context.register.note({ kind: 'document', action, document: effect.document, of })
    else if (action === 'issue') context.refuse('register-nothing-to-issue', effect.document)
  }
}

/** Cards that go along with a move are withdrawn at the destination, not here. */
export function keepCards(context: PlanContext, effect: EffectOf<'keepCards'>): undefined {
  const kinds: readonly DocumentKind[] = effect.document === undefined ? ['ktp-el', 'kia'] : [effect.document]
  const people = typeof effect.of === 'string' || Array.isArray(effect.of) ? context.persons(effect.of) : []
  for (const person of people) {
    for (const document of kinds)
      context.register.note({ kind: 'document', action: 'keep', document, of: { kind: 'person', id: person.id } })
  }
}

function thingFor(context: PlanContext, document: DocumentKind, ref: ThingRef): Thing | undefined {
  const thing = findThing(context, ref)
  if (thing?.kind !== 'person') return thing
  if (document === 'kk') return cardThing(context, thing.id)
  const register = EXTRACTS[document]
  // Of an event abroad there is no extract of ours.
  const deed = register && deedsOf(context.register, thing.id, register).find((one) => one.register !== 'overseas')
  return deed === undefined ? thing : { kind: 'deed', id: deed.id }
}

function cardThing(context: PlanContext, personId: PersonId): Thing | undefined {
  const family = familyOf(context.register, personId) ?? familyOf(context.register.before, personId)
  return family === undefined ? undefined : { kind: 'family', id: family.id }
}

function findThing(context: PlanContext, ref: ThingRef): Thing | undefined {
  if (typeof ref === 'string') {
    const family = context.families.get(ref)
    if (family !== undefined) return { kind: 'family', id: family }
    const deed = context.deeds.get(ref)
    if (deed !== undefined) return { kind: 'deed', id: deed }
    return personThing(context, ref)
  }
  if ('familyOf' in ref || 'kk' in ref) {
    const family = context.family(ref)
    return family && { kind: 'family', id: family.id }
  }
  if ('deed' in ref || 'deedNumber' in ref) {
    const deed = context.deed(ref)
    return deed && { kind: 'deed', id: deed.id }
  }
  return personThing(context, ref)
}

function personThing(context: PlanContext, ref: PersonRef): Thing | undefined {
  const person = context.find(ref)?.person
  return person && { kind: 'person', id: person.id }
}
