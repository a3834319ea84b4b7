// What happens to papers and cards. The register only asks: the documents module numbers, signs and prints. A family
// card belongs to the family, an extract to its deed, everything else to the person.
import type { DocumentAction, Thing } from '../change.ts'
import type { EffectOf } from '../effect.ts'
import type { DeedRegister, DocumentKind, PeopleRef, PersonRef, ThingRef } from '../effect-parts.ts'
import { deedsOf, everMarried, familyOf, isAdult, openMembers } from '../kinship.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Person, PersonId } from '../snapshot.ts'

type DocumentEffect = EffectOf<'issueDocument' | 'supersedeDocument' | 'revokeDocument' | 'extendDocument'>

const EXTRACTS: Partial<Record<DocumentKind, DeedRegister>> = {
  'birth-deed-extract': 'birth',
  'death-deed-extract': 'death',
  'marriage-deed-extract': 'marriage',
  'divorce-deed-extract': 'divorce',
  'acknowledgment-deed-extract': 'acknowledgment',
  'legitimation-deed-extract': 'legitimation',
}

/**
 * A request about somebody who is not in this register, or about a card that is not there, is left out unless it issues.
 * One for each of several people is left out for those it does not fit, be it all of them; a card is issued to nobody who
 * does not live here after the effects before it.
 */
export function requestDocument(
  action: Exclude<DocumentAction, 'keep'>,
): (context: PlanContext, effect: DocumentEffect) => void {
  return (context, effect) => {
    const { of: ref } = effect
    if (typeof ref !== 'string' && 'each' in ref) {
      for (const thing of thingsFor(context, effect, ref.each))
        if (action !== 'issue' || mayCarry(context, effect.document, thing))
          context.register.note({ kind: 'document', action, document: effect.document, of: thing })
      return
    }
    const of = thingFor(context, effect.document, ref)
    if (of !== undefined) context.register.note({ kind: 'document', action, document: effect.document, of })
    else if (action === 'issue' && !issuedForOutsider(context, effect.document, ref))
      context.refuse('register-nothing-to-issue', effect.document)
  }
}

/** Whether a card can be printed for somebody: not for the deceased, nor for those who left. */
function mayCarry({ register }: PlanContext, document: DocumentKind, { kind, id }: Thing): boolean {
  return (document !== 'ktp-el' && document !== 'kia') || kind !== 'person' || register.person(id).status === 'active'
}

/** Somebody of elsewhere gets the receipt of the stay this plan records, and the card that this office prints for theirs; nothing else. */
function issuedForOutsider(context: PlanContext, document: DocumentKind, ref: ThingRef): boolean {
  const outsider = isPersonRef(ref) ? context.find(ref)?.outsider : undefined
  if (outsider === undefined) return false
  const id =
    document === 'ktp-el' ? context.newId() : document === 'non-permanent-receipt' ? stayOf(context) : undefined
  if (id === undefined) return false
  context.register.note({ kind: 'document', action: 'issue', document, of: { kind: 'outsider', id }, outsider })
  return true
}

const isPersonRef = (ref: ThingRef): ref is PersonRef =>
  typeof ref === 'string' || 'spouseOf' in ref || 'motherOf' in ref || 'fatherOf' in ref

function stayOf(context: PlanContext): string | undefined {
  const stay = context.register.changes.find(
    (change) => change.kind === 'stay-recorded' && change.outsider !== undefined,
  )
  return stay?.kind === 'stay-recorded' ? stay.stayId : undefined
}

/** Cards that go along with a move are withdrawn at the destination, not here. */
export function keepCards(context: PlanContext, effect: EffectOf<'keepCards'>): undefined {
  for (const person of keepers(context, effect.of)) {
    const document = effect.document ?? cardOf(person, context.register.from)
    context.register.note({ kind: 'document', action: 'keep', document, of: { kind: 'person', id: person.id } })
  }
}

/** The card somebody can have: a child's until 17 or the first marriage. */
function cardOf(person: Person, on: string): DocumentKind {
  return isAdult(person, on) || everMarried(person) ? 'ktp-el' : 'kia'
}

function keepers(context: PlanContext, ref: EffectOf<'keepCards'>['of']): readonly Person[] {
  if (typeof ref === 'string' || Array.isArray(ref)) return context.persons(ref)
  if ('familyOf' in ref || 'kk' in ref) {
    const family = context.family(ref)
    return family === undefined ? [] : openMembers(family).map((member) => context.register.person(member.personId))
  }
  return 'deed' in ref || 'deedNumber' in ref ? [] : context.persons(ref)
}

/** What the document is about for each of the people it fits: their own paper, their card, their deed; each once. */
function thingsFor(context: PlanContext, { document, where }: DocumentEffect, people: PeopleRef): readonly Thing[] {
  const things = context
    .persons(people)
    .filter((person) => context.holds(where, { item: person.id }))
    .map((person) => ofPerson(context, document, person.id))
    .filter((thing) => thing !== undefined)
  return [...new Map(things.map((thing) => [`${thing.kind} ${thing.id}`, thing])).values()]
}

function thingFor(context: PlanContext, document: DocumentKind, ref: ThingRef): Thing | undefined {
  const thing = findThing(context, ref)
  return thing?.kind === 'person' ? ofPerson(context, document, thing.id) : thing
}

function ofPerson(context: PlanContext, document: DocumentKind, personId: PersonId): Thing | undefined {
  if (document === 'kk') return cardThing(context, personId)
  const register = EXTRACTS[document]
  // Of an event abroad there is no extract of ours.
  const deed = register && deedsOf(context.register, personId, register).find((one) => one.register !== 'overseas')
  return deed === undefined ? { kind: 'person', id: personId } : { kind: 'deed', id: deed.id }
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
