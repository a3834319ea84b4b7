// Values that only named roles may read: where an adopted child comes from, how a child was found.
import type { EffectOf } from '../effect.ts'
import type { PlanContext } from '../plan-context.ts'
import type { FieldValue } from '../snapshot.ts'

export function sealField(context: PlanContext, effect: EffectOf<'sealField'>): undefined {
  const roles = [...effect.roles].sort()
  const deedId = context.deeds.get(effect.on)
  if (deedId !== undefined) {
    const deed = context.register.deed(deedId)
    const sealed = { ...((deed.fields.sealed ?? {}) as Record<string, FieldValue>) }
    for (const field of effect.fields) sealed[field] = roles
    context.register.setDeed(deedId, 'fields', { ...deed.fields, sealed })
    return
  }
  const person = context.person(effect.on, 'on')
  if (person === undefined) return
  const sealed = new Map(
    (person.sealed ?? '')
      .split(';')
      .filter(Boolean)
      .map((part) => part.split('=') as [string, string]),
  )
  for (const field of effect.fields) sealed.set(field, roles.join(','))
  context.register.setPerson(
    person.id,
    'sealed',
    [...sealed]
      .map(([field, who]) => `${field}=${who}`)
      .sort()
      .join(';'),
  )
}

/** Roles that may read a field of a person, or `undefined` when it is not sealed. */
export function sealedFor(sealed: string | undefined, field: string): readonly string[] | undefined {
  const part = (sealed ?? '').split(';').find((one) => one.startsWith(`${field}=`))
  return part?.slice(field.length + 1).split(',')
}
