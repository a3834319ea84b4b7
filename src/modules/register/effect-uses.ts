// What an effect of a definition leans on: which aliases it makes, which keys it names, which values it computes.
// The checker of services uses this to prove that every name exists before it is used; nothing here runs an effect.
import type { Effect } from './effect.ts'
import type { Condition, Value } from './effect-parts.ts'

export type EffectUses = {
  /** Aliases later effects and issued documents may name. */
  readonly makes: readonly string[]
  /** Keys that must be a person answer, `applicant`, or an alias of persons. */
  readonly persons: readonly string[]
  /** Keys that must be an alias of a family (a family may also be found through a person: see `persons`). */
  readonly families: readonly string[]
  /** Keys that must be an alias of a deed. */
  readonly deeds: readonly string[]
  /** Keys that may be a person, a family or a deed. */
  readonly things: readonly string[]
  /** Keys that must be plain answers (deed numbers, card numbers, witnesses). */
  readonly answers: readonly string[]
  readonly values: readonly { readonly at: string; readonly value: Value }[]
  readonly when?: Condition
  /** A condition about one of several people, who is called `item` in it. */
  readonly where?: Condition
}

const PERSON_PROPERTIES = new Set([
  'person',
  'people',
  'head',
  'members',
  'movers',
  'mother',
  'father',
  'to',
  'newHead',
  'for',
])
const FAMILY_PROPERTIES = new Set(['family', 'target', 'stayersTarget'])
const VALUE_PROPERTIES = new Set([
  'name',
  'sex',
  'birthDate',
  'birthPlace',
  'citizenship',
  'religion',
  'village',
  'date',
  'place',
  'number',
  'changes',
  'value',
  'address',
  'relation',
  'reason',
  'letter',
  'flag',
  'until',
  'result',
])
const PLAIN_PROPERTIES = new Set([
  'op',
  'when',
  'where',
  'as',
  'register',
  'kind',
  'nik',
  'field',
  'parent',
  'status',
  'document',
  'service',
  'roles',
])

/** What `of` speaks of where it is not one thing. */
const OF: Readonly<Partial<Record<Effect['op'], 'persons' | 'deeds'>>> = {
  reverseEffects: 'deeds',
  keepCards: 'persons',
}

type Found = { persons: string[]; families: string[]; deeds: string[]; things: string[]; answers: string[] }

/** Names and values of one effect; pure, for definitions that already passed `effectSchema`. */
export function usesOfEffect(effect: Effect): EffectUses {
  const found: Found = { persons: [], families: [], deeds: [], things: [], answers: [] }
  const values: { at: string; value: Value }[] = []
  for (const [property, part] of Object.entries(effect) as [string, unknown][]) {
    if (part === undefined || PLAIN_PROPERTIES.has(property)) continue
    if (property === 'number' && effect.op === 'setFamilyHead') continue
    if (property === 'to' && effect.op === 'moveFamilyMember') readRef(part, 'families', found)
    else if (PERSON_PROPERTIES.has(property)) readRef(part, 'persons', found)
    else if (FAMILY_PROPERTIES.has(property)) readRef(part, 'families', found)
    else if (property === 'parties')
      for (const person of Object.values(part as object)) readRef(person, 'persons', found)
    else if (property === 'deed') readRef(part, 'deeds', found)
    else if (property === 'of') readRef(part, OF[effect.op] ?? 'things', found)
    else if (property === 'on') readRef(part, 'things', found)
    else if (property === 'witnesses') found.answers.push(...(part as string[]))
    else if (property === 'fields' && effect.op !== 'sealField') {
      for (const [key, value] of Object.entries(part as Record<string, Value>))
        values.push({ at: `fields.${key}`, value })
    } else if (VALUE_PROPERTIES.has(property)) values.push({ at: property, value: part as Value })
  }
  const makes = 'as' in effect && effect.as !== undefined ? [effect.as] : []
  return {
    makes,
    ...found,
    values,
    ...(effect.when === undefined ? {} : { when: effect.when }),
    ...('where' in effect && effect.where !== undefined ? { where: effect.where } : {}),
  }
}

function readRef(ref: unknown, kind: 'persons' | 'families' | 'deeds' | 'things', found: Found): void {
  if (typeof ref === 'string') found[kind].push(ref)
  else if (Array.isArray(ref)) for (const one of ref) readRef(one, kind, found)
  else if (typeof ref === 'object' && ref !== null) {
    const parts = ref as Record<string, unknown>
    for (const key of ['spouseOf', 'motherOf', 'fatherOf', 'familyOf', 'othersOn', 'each'])
      if (parts[key] !== undefined) readRef(parts[key], 'persons', found)
    if (parts.of !== undefined) readRef(parts.of, 'persons', found)
    if (parts.caseOf !== undefined) readRef(parts.caseOf, 'deeds', found)
    for (const key of ['kk', 'deedNumber', 'caseNumber', 'letter'])
      if (typeof parts[key] === 'string') found.answers.push(parts[key])
  }
}
