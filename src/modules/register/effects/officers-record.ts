// Answers of national systems, as an officer saw and recorded them, and the marks an office puts on a person. Must stay
// true: nothing here claims to have asked a national system itself; without an answer, of the definition or noted by an
// officer, a uniqueness check is pending.
import { isPlainDate } from '../../../kernel/date.ts'
import type { EffectOf } from '../effect.ts'
import { FLAGS } from '../effect-parts.ts'
import type { PlanContext } from '../plan-context.ts'
import type { FieldValue } from '../snapshot.ts'
import { readAddress } from './create-family.ts'

export function enrolBiometrics(context: PlanContext, effect: EffectOf<'enrolBiometrics'>): undefined {
  const person = context.person(effect.person)
  if (person !== undefined) context.register.setPerson(person.id, 'enrolledOn', context.register.from)
}

export function uniquenessCheck(context: PlanContext, effect: EffectOf<'uniquenessCheck'>): undefined {
  const person = context.person(effect.person)
  if (person === undefined) return
  const result =
    effect.result === undefined
      ? (context.input.nationalAnswer ?? 'pending')
      : context.code(['unique', 'duplicate', 'pending'], effect.result, 'result')
  if (result !== undefined) context.register.setPerson(person.id, 'uniqueness', result)
}

export function bindDevice(context: PlanContext, effect: EffectOf<'bindDevice'>): undefined {
  const person = context.person(effect.person)
  if (person !== undefined) context.register.setPerson(person.id, 'deviceBoundOn', context.register.from)
}

export function flagPerson(context: PlanContext, effect: EffectOf<'flagPerson'>): undefined {
  const person = context.person(effect.person)
  const flag = context.code(FLAGS, effect.flag, 'flag')
  if (person === undefined || flag === undefined) return
  const flags = new Set((person.flags ?? '').split(' ').filter((one) => one !== ''))
  context.register.setPerson(person.id, 'flags', [...flags.add(flag)].sort().join(' '))
}

/** Somebody who stays for a time; the home address does not change. The person may belong to another region. */
export function recordStay(context: PlanContext, effect: EffectOf<'recordStay'>): undefined {
  const found = context.find(effect.person)
  if (found === undefined) return context.refuse('register-person-missing', 'person')
  const address = readAddress(context, effect.address)
  const until = context.text(effect.until, 'until')
  if (address === undefined || until === undefined) return
  if (!isPlainDate(until)) return context.refuse('register-date-unreal', 'until')
  if (until <= context.register.from) return context.refuse('register-stay-over', 'until')
  const who = found.person === undefined ? { outsider: found.outsider } : { personId: found.person.id }
  if (found.person !== undefined) context.register.touch('person', found.person.id)
  context.register.note({
    kind: 'stay-recorded',
    stayId: context.input.newId(),
    ...who,
    address: address as FieldValue,
    from: context.register.from,
    until,
  })
}
