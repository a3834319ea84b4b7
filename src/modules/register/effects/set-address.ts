// The address belongs to the card: whoever is on it lives there. People on no card (a foreigner, somebody without a
// home) have only a village.
import { isInside } from '../../../kernel/region-code.ts'
import type { EffectOf } from '../effect.ts'
import { familyOf, openMembers } from '../kinship.ts'
import type { PlanContext } from '../plan-context.ts'
import { readAddress } from './create-family.ts'
import { setCardAddress } from './kk-number-rule.ts'

export function setAddress(context: PlanContext, effect: EffectOf<'setAddress'>): undefined {
  const address = readAddress(context, effect.address)
  if (address === undefined) return
  if (!isInside(address.village, context.register.before.region))
    return context.refuse('register-address-outside', 'address', { village: address.village })
  if (effect.family !== undefined) {
    const family = context.family(effect.family)
    if (family !== undefined) setCardAddress(context, family.id, address)
    return
  }
  if (effect.people === undefined) return context.refuse('register-person-missing', 'people')
  const people = context.persons(effect.people)
  const ids = new Set(people.map((person) => person.id))
  for (const person of people) {
    const family = familyOf(context.register, person.id)
    if (family === undefined) context.register.setPerson(person.id, 'villageCode', address.village)
    else if (JSON.stringify(family.address) === JSON.stringify(address)) continue
    else if (openMembers(family).every((member) => ids.has(member.personId)))
      setCardAddress(context, family.id, address)
    else context.refuse('register-address-by-card', 'people', { name: person.name })
  }
}
