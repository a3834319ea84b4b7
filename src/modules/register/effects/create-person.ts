// A person enters the register, by birth or at a first recording. The NIK follows the district of first registration and
// is given once for life.
import { isPlainDate } from '../../../kernel/date.ts'
import { readNewName, readStoredName } from '../../../kernel/person-name.ts'
import { regionLevel } from '../../../kernel/region-code.ts'
import type { EffectOf } from '../effect.ts'
import { SETTABLE_FIELDS } from '../effect-parts.ts'
import { readField } from '../field-value.ts'
import type { FoundPerson, PlanContext } from '../plan-context.ts'
import type { FieldValue, MaritalStatus, Person } from '../snapshot.ts'

/** Permendagri 73/2022 binds names recorded from this day; an older name on an authentic paper stays as it is. */
export const NEW_NAME_RULES_FROM = '2022-04-21'

export function createPerson(context: PlanContext, effect: EffectOf<'createPerson'>): undefined {
  const birthDate = context.text(effect.birthDate, 'birthDate')
  const sex = context.code(['L', 'P'], effect.sex, 'sex')
  const birthPlace = context.text(effect.birthPlace, 'birthPlace')
  const village = context.text(effect.village, 'village')
  const written = context.text(effect.name, 'name')
  const citizenship =
    effect.citizenship === undefined ? 'WNI' : context.code(['WNI', 'OA'], effect.citizenship, 'citizenship')
  if (!birthDate || !sex || !birthPlace || !village || !written || !citizenship) return
  if (!isPlainDate(birthDate)) return context.refuse('register-date-unreal', 'birthDate')
  if (birthDate > context.input.today) return context.refuse('register-date-future', 'birthDate')
  if (regionLevel(village) !== 'village') return context.refuse('register-village-unknown', 'village')

  const name = birthDate >= NEW_NAME_RULES_FROM ? readNewName(written, 'name') : readStoredName(written, 'name')
  if (!name.ok) {
    context.refusals.push(...name.refusals)
    return
  }
  context.warnings.push(...name.value.warnings)

  const mother = effect.mother === undefined ? undefined : context.find(effect.mother)
  const father = effect.father === undefined ? undefined : context.find(effect.father)
  for (const parent of [mother, father]) if (parent?.person) context.register.touch('person', parent.person.id)
  const extra = readFields(context, effect.fields ?? {})
  const religion =
    effect.religion === undefined
      ? sharedReligion(mother, father)
      : context.code(['1', '2', '3', '4', '5', '6', '7'], effect.religion, 'religion')
  const nik =
    effect.nik === 'assign'
      ? context.number({ kind: 'nik', districtCode: village.slice(0, 8), birthDate, sex })
      : undefined

  const person: Person = {
    maritalStatus: '1',
    ...extra,
    id: context.input.newId(),
    version: 1,
    ...(nik === undefined ? {} : { nik }),
    nikStatus: effect.nik === 'assign' ? 'active' : 'none',
    status: 'active',
    name: name.value.name,
    sex,
    birthDate,
    birthPlace,
    citizenship,
    ...(religion === undefined ? {} : { religion }),
    ...parentOf('mother', mother),
    ...parentOf('father', father),
    villageCode: village,
  }
  context.register.createPerson(person, mother === undefined && father === undefined ? 'registration' : 'birth')
  context.people.set(effect.as, [person.id])
}

function parentOf(parent: 'mother' | 'father', found: FoundPerson | undefined): Partial<Person> {
  if (found === undefined) return {}
  if (found.person === undefined) return { [`${parent}Name`]: found.outsider.name }
  return { [`${parent}Id`]: found.person.id, [`${parent}Name`]: found.person.name }
}

/** A child is entered with the religion of its parents when the register knows one and the same. */
function sharedReligion(mother: FoundPerson | undefined, father: FoundPerson | undefined): string | undefined {
  const known = [mother?.person?.religion, father?.person?.religion].filter((religion) => religion !== undefined)
  return new Set(known).size === 1 ? known[0] : undefined
}

function readFields(
  context: PlanContext,
  fields: Readonly<Record<string, Parameters<PlanContext['value']>[0]>>,
): Partial<Person> {
  const read: Record<string, FieldValue> = {}
  for (const [key, value] of Object.entries(fields)) {
    const answer = context.value(value)
    if (answer === null || answer === '') continue
    if (key === 'maritalStatus') {
      const status = context.code(['1', '2', '3', '4', '5', '6'], value ?? null!, key)
      if (status !== undefined) read[key] = status satisfies MaritalStatus
      continue
    }
    const field = SETTABLE_FIELDS.find((one) => one === key)
    if (field === undefined) {
      context.refuse('register-field-unknown', key, { field: key })
      continue
    }
    const result = readField(field, String(answer))
    if (result.ok) read[field] = result.value
    else context.refusals.push(...result.refusals)
  }
  return read as Partial<Person>
}
