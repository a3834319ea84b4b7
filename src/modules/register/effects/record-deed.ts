// A new entry in a deed register. A divorce or an annulment also ends the marriage it is about, wherever it was recorded;
// the annulment of a divorce opens it again.
import { isPlainDate } from '../../../kernel/date.ts'
import type { EffectOf } from '../effect.ts'
import { OWN_REGISTERS } from '../effect-parts.ts'
import { deedsOf, hasParty, isDivorce, openMarriagesOf } from '../kinship.ts'
import type { OwnRegister } from '../numbers.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Deed, DeedParty, FieldValue } from '../snapshot.ts'

export function recordDeed(context: PlanContext, effect: EffectOf<'recordDeed'>): undefined {
  const date = context.text(effect.date, 'date')
  if (date === undefined) return
  if (!isPlainDate(date)) return context.refuse('register-date-unreal', 'date')
  if (date > context.input.today) return context.refuse('register-date-future', 'date')
  const parties = readParties(context, effect)
  if (parties.length === 0) return context.refuse('register-deed-without-party', effect.register)
  const number = numberOf(context, effect)
  if (number === undefined && context.input.numbers !== undefined) return
  const place = effect.place === undefined ? null : context.value(effect.place)
  const enteredOn = context.input.today
  const old = isFromOldBook(effect)
  const deed: Deed = {
    id: context.input.newId(),
    version: 1,
    register: effect.register,
    number: number ?? '',
    year: Number((old ? date : enteredOn).slice(0, 4)),
    date,
    enteredOn,
    ...(typeof place === 'string' ? { place } : {}),
    parties,
    fields: { ...readFields(context, effect.fields ?? {}), ...(old ? { fromOldBook: true } : {}) },
    witnesses: (effect.witnesses ?? []).map((key) => witnessOf(context, key)).filter((witness) => witness !== null),
    status: 'valid',
    notes: [],
    corrections: [],
  }
  context.register.recordDeed(deed)
  if (effect.as !== undefined) context.deeds.set(effect.as, deed.id)
  context.proof ??= deed.id
  if (isDivorce(deed) || deed.register === 'marriage-annulment') endMarriages(context, deed)
  if (effect.register === 'divorce-annulment') reopenMarriage(context, deed)
}

function readParties(context: PlanContext, effect: EffectOf<'recordDeed'>): DeedParty[] {
  const parties: DeedParty[] = []
  for (const [role, ref] of Object.entries(effect.parties)) {
    const found = context.find(ref)
    if (found === undefined) continue
    if (found.person === undefined) parties.push({ role, outsider: found.outsider })
    else {
      context.register.touch('person', found.person.id)
      parties.push({ role, personId: found.person.id })
    }
  }
  return parties
}

/** A deed that stands in a book of ours since before this register: it keeps the number it has. */
function isFromOldBook(effect: EffectOf<'recordDeed'>): boolean {
  return effect.number !== undefined && OWN_REGISTERS.some((own) => own === effect.register)
}

function numberOf(context: PlanContext, effect: EffectOf<'recordDeed'>): string | undefined {
  const own = OWN_REGISTERS.find((register) => register === effect.register) as OwnRegister | undefined
  if (own === undefined || isFromOldBook(effect)) return context.text(effect.number, 'number')
  const late = context.scope.fact({ fact: 'isLate' })
  return context.number({
    kind: 'deed',
    register: own,
    enteredOn: context.input.today,
    late: late.is === 'known' && late.value === true,
  })
}

/** Values of `fields`, without those that have no answer. */
export function readFields(
  context: PlanContext,
  fields: Readonly<Record<string, Parameters<PlanContext['value']>[0]>>,
): Record<string, FieldValue> {
  const read: Record<string, FieldValue> = {}
  for (const [key, value] of Object.entries(fields)) {
    const answer = context.value(value)
    if (answer !== null && answer !== '') read[key] = answer as FieldValue
  }
  return read
}

function witnessOf(context: PlanContext, key: string): FieldValue {
  const found = context.find(key)
  if (found === undefined) return null
  return found.person === undefined ? { ...found.outsider } : { personId: found.person.id, name: found.person.name }
}

/** One marriage may be known twice, from abroad and from a book of ours: both end. */
function endMarriages(context: PlanContext, deed: Deed): undefined {
  const marriages = marriagesOf(context, deed)
  if (marriages.length === 0 && !isToldAlready(context, deed))
    context.warn('register-marriage-not-found', deed.register)
  for (const marriage of marriages) {
    context.register.setDeed(marriage.id, 'endedOn', deed.date)
    context.register.setDeed(marriage.id, 'endedBy', deed.id)
  }
}

/** The same divorce, told by a second proof: it ended the marriage on that day. */
function isToldAlready(context: PlanContext, deed: Deed): boolean {
  const ids = deed.parties.map((party) => party.personId).filter((id) => id !== undefined)
  return ids.some((id) => deedsOf(context.register, id, 'marriage').some((marriage) => marriage.endedOn === deed.date))
}

function marriagesOf(context: PlanContext, deed: Deed): readonly Deed[] {
  const spouses = deed.parties.filter((party) => party.role === 'husband' || party.role === 'wife')
  const ids = spouses.map((party) => party.personId).filter((id) => id !== undefined)
  const [first] = ids
  if (first === undefined) return []
  const open = openMarriagesOf(context.register, first)
  // One of them is not in this register: whoever it was, it is the marriage that is open.
  return ids.length < spouses.length
    ? open.slice(0, 1)
    : open.filter((marriage) => ids.every((id) => hasParty(marriage, id)))
}

/** The annulled divorce is cancelled and the marriage it ended goes on; a marriage recorded elsewhere has no entry to open. */
function reopenMarriage(context: PlanContext, deed: Deed): undefined {
  const { register } = context
  const ids = deed.parties.map((party) => party.personId).filter((id) => id !== undefined)
  const [first] = ids
  const ofBoth = (name: 'marriage' | 'divorce') =>
    first === undefined ? [] : deedsOf(register, first, name).filter((one) => ids.every((id) => hasParty(one, id)))
  const ended = ofBoth('marriage').filter((one) => one.endedBy !== undefined)
  const divorceId = ended[0]?.endedBy ?? ofBoth('divorce')[0]?.id
  const divorce = divorceId === undefined ? undefined : register.deeds.get(divorceId)
  if (divorceId === undefined) return context.refuse('register-divorce-not-found', 'parties')
  const reopened = ended.filter((one) => one.endedBy === divorceId)
  if (reopened.length === 0) context.warn('register-no-marriage-to-reopen', 'parties')
  for (const marriage of reopened) {
    register.setDeed(marriage.id, 'endedOn', null)
    register.setDeed(marriage.id, 'endedBy', null)
  }
  if (divorce !== undefined) register.setDeed(divorce.id, 'status', 'cancelled')
}
