// One element of a person gets a new value, or several at once from a list of changes. What the register cannot hold
// (photo, signature) is left to the office with a warning.
import { readNewName, readStoredName } from '../../../kernel/person-name.ts'
import { splitTitles, TITLES_BEFORE } from '../../../kernel/titles.ts'
import type { EffectOf } from '../effect.ts'
import { SETTABLE_FIELDS, type SettableField } from '../effect-parts.ts'
import { codeIn, readChanges, readField } from '../field-value.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Person } from '../snapshot.ts'
import { changeMaritalStatus } from './set-marital-status.ts'

export function setField(context: PlanContext, effect: EffectOf<'setField'>): undefined {
  const person = context.person(effect.person)
  if (person === undefined) return
  if (effect.field !== undefined && effect.value !== undefined) {
    const text = context.text(effect.value, effect.field)
    if (text !== undefined) write(context, person, effect.field, text, true)
    return
  }
  if (effect.changes === undefined) return context.refuse('register-no-corrections', 'changes')
  for (const change of readChanges(context.value(effect.changes)))
    writeElement(context, person, change.element, change.new)
}

function write(
  context: PlanContext,
  person: Person,
  field: SettableField,
  text: string,
  isNewName: boolean,
): undefined {
  if (field === 'name') {
    const name = isNewName ? readNewName(text, 'name') : readStoredName(text, 'name')
    if (!name.ok) context.refusals.push(...name.refusals)
    else {
      context.warnings.push(...name.value.warnings)
      context.register.setPerson(person.id, 'name', name.value.name, context.proof)
    }
    return
  }
  const value = readField(field, text)
  if (!value.ok) context.refusals.push(...value.refusals)
  else context.register.setPerson(person.id, field, value.value, context.proof)
}

function writeElement(context: PlanContext, person: Person, element: string, text: string): undefined {
  const field = SETTABLE_FIELDS.find((one) => one === element)
  if (field !== undefined) return write(context, person, field, text, false)
  if (element === 'title') return writeTitles(context, person, text)
  if (element === 'maritalStatus') {
    const status = codeIn('maritalStatus', text)
    if (status === undefined) return context.refuse('register-code-unknown', element)
    return changeMaritalStatus(context, person, status as Person['maritalStatus'])
  }
  context.warn('register-element-by-hand', element, { element })
}

/** A title is told by what it is: `Hj.` stands before, `S.Pd.` after; a whole name with titles is taken apart. */
function writeTitles(context: PlanContext, person: Person, text: string): undefined {
  const isBefore = TITLES_BEFORE.has(text.replaceAll('.', '').trim().toLowerCase())
  const { titleBefore, titleAfter } = splitTitles(
    isBefore ? `${text} ${person.name}` : `${person.name}, ${text.replace(/^.*?,\s*/, '')}`,
  )
  if (titleBefore !== '') context.register.setPerson(person.id, 'titleBefore', titleBefore, context.proof)
  if (titleAfter !== '') context.register.setPerson(person.id, 'titleAfter', titleAfter, context.proof)
}
