// A new entry in a deed register. A divorce or an annulment also ends the marriage it is about; the annulment of a
// divorce opens it again.
import { isPlainDate } from '../../../kernel/date.ts'
import type { EffectOf } from '../effect.ts'
import { OWN_REGISTERS } from '../effect-parts.ts'
import { deedsOf, hasParty, openMarriagesOf } from '../kinship.ts'
import type { OwnRegister } from '../numbers.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Deed, DeedParty, FieldValue } from '../snapshot.ts'

const ENDS_MARRIAGE = new Set(['divorce', 'divorce-certificate', 'marriage-annulment'])

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
  const deed: Deed = {
    id: context.input.newId(),
    version: 1,
    register: effect.register,
    number: number ?? '',
    year: Number(enteredOn.slice(0, 4)),
    date,
    enteredOn,
    ...(typeof place === 'string' ? { place } : {}),
    parties,
    fields: readFields(context, effect.fields ?? {}),
    witnesses: (effect.witnesses ?? []).map((key) => witnessOf(context, key)).filter((witness) => witness !== null),
    status: 'valid',
    notes: [],
    corrections: [],
  }
  context.register.recordDeed(deed)
  if (effect.as !== undefined) context.deeds.set(effect.as, deed.id)
  context.proof ??= deed.id
  if (ENDS_MARRIAGE.has(effect.register)) endMarriage(context, deed)
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

function numberOf(context: PlanContext, effect: EffectOf<'recordDeed'>): string | undefined {
  const own = OWN_REGISTERS.find((register) => register === effect.register) as OwnRegister | undefined
  if (own === undefined) return context.text(effect.number, 'number')
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

function endMarriage(context: PlanContext, deed: Deed): undefined {
  const marriage = marriageOf(context, deed)
  if (marriage === undefined) {
    context.warn('register-marriage-not-found', deed.register)
    return
  }
  context.register.setDeed(marriage.id, 'endedOn', deed.date)
  context.register.setDeed(marriage.id, 'endedBy', deed.id)
}

function marriageOf(context: PlanContext, deed: Deed): Deed | undefined {
  const spouses = deed.parties.filter((party) => party.role === 'husband' || party.role === 'wife')
  const ids = spouses.map((party) => party.personId).filter((id) => id !== undefined)
  const [first] = ids
  if (first === undefined) return undefined
  return openMarriagesOf(context.register, first).find((marriage) =>
    ids.length < spouses.length ? true : ids.every((id) => hasParty(marriage, id)),
  )
}

function reopenMarriage(context: PlanContext, deed: Deed): undefined {
  const ids = deed.parties.map((party) => party.personId).filter((id) => id !== undefined)
  const [first] = ids
  const marriage =
    first === undefined
      ? undefined
      : deedsOf(context.register, first, 'marriage').find(
          (one) => one.endedBy !== undefined && ids.every((id) => hasParty(one, id)),
        )
  if (marriage?.endedBy === undefined) return context.refuse('register-divorce-not-found', 'parties')
  const divorce = context.register.deeds.get(marriage.endedBy)
  context.register.setDeed(marriage.id, 'endedOn', null)
  context.register.setDeed(marriage.id, 'endedBy', null)
  if (divorce !== undefined) context.register.setDeed(divorce.id, 'status', 'cancelled')
}
