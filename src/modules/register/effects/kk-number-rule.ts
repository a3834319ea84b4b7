// Which card keeps its number when people move (7.2): everyone inside the regency keeps it; those who stay with their
// head keep it; when the head leaves, the number goes with the head and those who stay get a new one. People on the way
// to another region travel together on a card that is `moving`, so that a cancelled move finds everything again.
import { isInside } from '../../../kernel/region-code.ts'
import type { EffectOf } from '../effect.ts'
import type { Address } from '../effect-parts.ts'
import { splitMembers } from '../facts-of-register.ts'
import { canHead, familyOf, spousesOf } from '../kinship.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Family, FamilyId, Person } from '../snapshot.ts'
import { newCard, readAddress } from './create-family.ts'
import { makeHead } from './family-head.ts'
import { moveTo } from './family-members.ts'

type Move = {
  readonly context: PlanContext
  readonly effect: EffectOf<'applyKkNumberRule'>
  readonly family: Family
  readonly movers: readonly Person[]
  readonly stayers: readonly Person[]
}
type Destination =
  | { readonly kind: 'inside' | 'outside'; readonly address: Address & { village: string } }
  | { readonly kind: 'abroad' }

export function applyKkNumberRule(context: PlanContext, effect: EffectOf<'applyKkNumberRule'>): undefined {
  const family = context.family(effect.family)
  if (family === undefined) return
  const wanted = context.persons(effect.movers)
  const { movers, stayers } = splitMembers(
    context.register,
    family,
    wanted.map((person) => person.id),
  )
  if (movers.length === 0) return context.refuse('register-nobody-moves', 'movers')
  const strange = wanted.find((person) => !movers.includes(person))
  if (strange !== undefined) return context.refuse('register-mover-not-on-card', 'movers', { name: strange.name })
  const destination = readDestination(context, effect)
  if (destination === undefined) return

  const move: Move = { context, effect, family, movers, stayers }
  const headLeaves = movers.some((person) => person.id === family.headId)
  if (stayers.length > 0 && headLeaves && !leaveCardToStayers(move, destination)) return
  const moved = moveMovers(move, destination, headLeaves)
  if (moved !== undefined && effect.as !== undefined) context.families.set(effect.as, moved)
}

function readDestination(context: PlanContext, effect: EffectOf<'applyKkNumberRule'>): Destination | undefined {
  if (effect.address === undefined) {
    if (effect.target === undefined) return { kind: 'abroad' }
    // Whoever joins a card lives where it says; nobody types the address of their host.
    const target = context.family(effect.target, 'target')
    return target === undefined ? undefined : { kind: 'inside', address: target.address }
  }
  const address = readAddress(context, effect.address)
  if (address === undefined) return undefined
  return { kind: isInside(address.village, context.register.before.region) ? 'inside' : 'outside', address }
}

/** The head leaves: those who stay get a new number, or join another card when none of them can be head. */
function leaveCardToStayers({ context, effect, family, stayers }: Move, _destination: Destination): boolean {
  if (effect.stayersTarget !== undefined) {
    const target = context.family(effect.stayersTarget, 'stayersTarget')
    if (target === undefined) return false
    if (target.id === family.id) return context.refuse('register-same-card', 'stayersTarget') ?? false
    for (const person of stayers) moveTo(context, context.register.family(target.id), person)
    return true
  }
  const head = chooseHead(context, effect, family, stayers)
  if (head === undefined) return false
  return newCard(context, head, stayers, family.address) !== undefined
}

function chooseHead(
  context: PlanContext,
  effect: EffectOf<'applyKkNumberRule'>,
  family: Family,
  stayers: readonly Person[],
): Person | undefined {
  const named = effect.newHead === undefined ? undefined : context.find(effect.newHead)?.person
  if (named !== undefined) {
    context.register.touch('person', named.id)
    // A guardian may come from another card to head those who stay.
    if (!canHead(named, context.input.today))
      return context.refuse('register-head-too-young', 'newHead', { name: named.name })
    return named
  }
  const head = firstWhoCanHead(context, stayers, family.headId)
  return head ?? context.refuse('register-minors-left-alone', 'newHead', { count: stayers.length })
}

/** The spouse of the old head first, then the oldest. */
function firstWhoCanHead(
  context: PlanContext,
  people: readonly Person[],
  oldHead: string | undefined,
): Person | undefined {
  const able = people.filter((person) => canHead(person, context.input.today))
  const spouses = oldHead === undefined ? [] : spousesOf(context.register.before, oldHead)
  return (
    able.find((person) => spouses.includes(person.id)) ??
    [...able].sort((a, b) => (a.birthDate < b.birthDate ? -1 : a.birthDate > b.birthDate ? 1 : a.id < b.id ? -1 : 1))[0]
  )
}

function moveMovers(move: Move, destination: Destination, headLeaves: boolean): FamilyId | undefined {
  if (destination.kind === 'abroad') return leaveForAbroad(move)
  if (destination.kind === 'outside') return travel(move, destination.address, headLeaves)
  return settleInside(move, destination.address, headLeaves)
}

function settleInside(
  { context, effect, family, movers, stayers }: Move,
  address: Address & { village: string },
  headLeaves: boolean,
): FamilyId | undefined {
  if (effect.target !== undefined) {
    const target = context.family(effect.target, 'target')
    if (target === undefined) return undefined
    if (target.id === family.id) return context.refuse('register-same-card', 'target')
    for (const person of movers) moveTo(context, context.register.family(target.id), person)
    return target.id
  }
  if (headLeaves || stayers.length === 0) {
    setCardAddress(context, family.id, address)
    return family.id
  }
  const head = firstWhoCanHead(context, movers, family.headId)
  if (head === undefined) return context.refuse('register-movers-cannot-head', 'movers', { count: movers.length })
  return newCard(context, head, movers, address)
}

/** The address of a card is the village of everyone on it. */
export function setCardAddress(
  context: PlanContext,
  familyId: FamilyId,
  address: Address & { village: string },
): undefined {
  context.register.setAddress(familyId, address)
  for (const member of context.register.family(familyId).members)
    if (member.until === undefined) context.register.setPerson(member.personId, 'villageCode', address.village)
}

function leaveForAbroad({ context, family, movers }: Move): FamilyId {
  for (const person of movers) context.register.closeMembership(person.id, 'abroad')
  return family.id
}

/** Out of the regency: the movers wait on a card of their own, without a number unless the head goes along. */
function travel(
  { context, family, movers, stayers }: Move,
  address: Address & { village: string },
  headLeaves: boolean,
): FamilyId {
  const { register, input } = context
  let travelling = family.id
  if (headLeaves || stayers.length === 0) register.setFamily(family.id, 'status', 'moving')
  else {
    const head = firstWhoCanHead(context, movers, family.headId)
    travelling = input.newId()
    register.createFamily({ id: travelling, version: 1, status: 'moving', address: family.address })
    for (const person of movers)
      moveTo(context, register.family(travelling), person, person.id === head?.id ? '1' : undefined)
    if (head !== undefined) makeHead(context, register.family(travelling), head.id)
  }
  for (const person of movers) {
    register.setPerson(person.id, 'status', 'moving')
    if (person.nikStatus !== 'none') register.setPerson(person.id, 'nikStatus', 'moving')
  }
  const foreign = movers.length > 0 && movers.every((person) => person.citizenship === 'OA')
  const letter = context.number({
    kind: 'letter',
    issuedOn: input.today,
    ...(foreign ? { form: 'SKPOA' as const } : {}),
  })
  register.note({
    kind: 'transfer-offered',
    letter: letter ?? '',
    to: address.village.slice(0, 5),
    familyId: travelling,
    personIds: movers.map((person) => person.id),
  })
  return familyOf(register, movers[0]?.id ?? '')?.id ?? travelling
}
