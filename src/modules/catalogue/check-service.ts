// Proves a compiled service: every name exists and fits, nothing goes round in a circle or leans on a later question,
// every paper can be asked for, every effect and issued document speaks of something there is.
import { FLAGS, LEAVE_REASONS, RELATIONS, SETTABLE_FIELDS } from '../register/effect-parts.ts'
import { usesOfEffect } from '../register/effect-uses.ts'
import { findEdition } from '../satisfaction/editions.ts'
import { type ExpressionChecker as Checker, ExpressionChecker, type Names, type Place } from './check-expressions.ts'
import { codesOf } from './code-lists.ts'
import { type CompiledService, serviceFile } from './compile.ts'
import { type Fault, pointerOf } from './fault.ts'
import type { Field } from './field-types/all.ts'
import type { ItemField } from './field-types/list.ts'
import { isLocalKey } from './local.ts'
import { referencesOfCondition, referencesOfValue } from './references.ts'
import { CHECKS, readCheck } from './rules.ts'

export type Surroundings = {
  /** Ids of all services of the folder, for `startService`. */
  readonly services: ReadonlySet<string>
  /** Templates this service may print: its own and the shared ones. */
  readonly templates: Readonly<Record<string, unknown>>
}

function hasPlace(template: unknown, key: string): boolean {
  const fields = typeof template === 'object' && template !== null && 'fields' in template ? template.fields : undefined
  return typeof fields === 'object' && fields !== null && Object.hasOwn(fields, key)
}

export function checkService(service: CompiledService, around: Surroundings): readonly Fault[] {
  const checker = new ExpressionChecker(service)
  const file = serviceFile(service.id)
  const here = (...path: (string | number)[]): Place => ({ file, pointer: pointerOf(path) })
  const placeOf = (key: string): Place => service.origins[key] ?? here()
  const { definition } = service

  definition.pages.forEach((page, index) => {
    checker.condition(page.when, here('pages', index, 'when'))
  })
  for (const field of Object.values(service.fields)) checkField(field, placeOf(field.key), checker, {})
  for (const [key, value] of Object.entries(service.calculations)) checker.value(value, placeOf(key))
  for (const rule of service.eligibility) {
    const place = placeOf(`eligibility:${rule.id}`)
    checker.condition(rule.require, { file: place.file, pointer: `${place.pointer}/require` })
  }
  checkDocuments(service, checker, placeOf)
  if (typeof definition.decision === 'object') checker.condition(definition.decision, here('decision'))
  checker.value(definition.effectiveDate, here('effectiveDate'))
  const { report } = definition
  if (report !== undefined) {
    checker.used.add(report.from)
    if (service.fields[report.from]?.type !== 'date')
      checker.fault(here('report', 'from'), [], `"${report.from}" is no question for a date`)
  }
  if (service.notices.process !== service.process.id)
    checker.fault(
      here('notices'),
      [],
      `the notices "${service.notices.id}" belong to the process "${service.notices.process}"`,
    )
  if (definition.survey !== undefined && findEdition(definition.survey) === undefined)
    checker.fault(here('survey'), [], `there is no edition "${definition.survey}" of the survey`)
  const aliases = checkEffects(service, checker, here, around)
  definition.issues.forEach((issue, index) => {
    const template = around.templates[issue.template]
    if (template === undefined)
      checker.fault(here('issues', index, 'template'), [], `there is no template "${issue.template}"`)
    if (!aliases.has(issue.for)) checker.person(issue.for, here('issues', index, 'for'), [], {})
    // Read from the answers alone: what the effects make, the document takes from the register.
    checker.condition(issue.when, here('issues', index, 'when'))
    for (const [key, value] of Object.entries(issue.data ?? {})) {
      checker.value(value, here('issues', index, 'data', key))
      if (template !== undefined && !hasPlace(template, key))
        checker.fault(here('issues', index, 'data', key), [], `the template "${issue.template}" has no field "${key}"`)
    }
  })
  return [...checker.faults, ...checkOrder(service, placeOf), ...checkUsed(service, checker, placeOf)]
}

/** Only the keys a case itself reads may stand without being named by the definition. */
const READ_BY_THE_CASE = new Set(['contactPhone', 'contactEmail'])

function checkUsed(service: CompiledService, checker: Checker, placeOf: (key: string) => Place): readonly Fault[] {
  return Object.keys(service.fields)
    .filter((key) => !checker.used.has(key) && !READ_BY_THE_CASE.has(key) && !isLocalKey(key))
    .map((key) => ({ ...placeOf(key), message: `"${key}" is asked, but nothing uses the answer` }))
}

function checkField(field: Field | ItemField, place: Place, checker: Checker, names: Names): void {
  const say = (key: string, message: string) => checker.fault(place, [key], message)
  const at = (key: string): Place => ({ file: place.file, pointer: `${place.pointer}/${key}` })
  checker.condition(field.when, at('when'), names)
  if (typeof field.required === 'object') checker.condition(field.required, at('required'), names)
  checker.value(field.prefill, at('prefill'), names)
  checker.value(field.derive, at('derive'), names)
  for (const rule of field.check ?? []) {
    const check = readCheck(rule)
    if (check === undefined) say('check', `there is no rule "${rule}"; known are ${Object.keys(CHECKS).join(', ')}`)
    else {
      if (!CHECKS[check.id].types.some((type) => type === field.type))
        say('check', `the rule "${check.id}" is not for ${field.type}`)
      if (check.argument !== undefined) checkArgument(check.argument, check.id, say, checker)
    }
  }
  if ('min' in field && field.min !== undefined && field.max !== undefined && field.min > field.max)
    say('min', 'min is larger than max')
  if (field.type === 'choice') checkChoice(field, say)
  if (field.type === 'person' || field.type === 'people')
    checker.condition(field.filter, at('filter'), { ...names, candidate: true })
  if (field.type === 'list') {
    field.fields.forEach((inner, index) => {
      if (field.fields.findIndex((one) => one.key === inner.key) !== index)
        say('fields', `the key "${inner.key}" is used twice in this list`)
      checkField(inner, { file: place.file, pointer: `${place.pointer}/fields/${index}` }, checker, {
        item: { list: field.key },
      })
    })
  }
}

function checkArgument(
  argument: string,
  rule: string,
  say: (key: string, message: string) => void,
  checker: Checker,
): void {
  checker.used.add(argument)
  if (rule === 'unlike' && argument === 'applicant') return
  const kind = checker.kindOf(argument)
  if (kind === undefined) say('check', `there is no answer "${argument}"`)
  else if (kind !== (rule === 'unlike' ? 'person' : 'date'))
    say('check', `"${argument}" is no ${rule === 'unlike' ? 'person' : 'date'}`)
}

function checkChoice(field: Extract<Field, { type: 'choice' }>, say: (key: string, message: string) => void): void {
  const codes = field.list === undefined ? [] : codesOf(field.list).map((row) => row.code)
  for (const code of field.only ?? []) if (!codes.includes(code)) say('only', `the list ${field.list} has no "${code}"`)
  for (const key of ['labels', 'hints'] as const)
    for (const code of Object.keys(field[key] ?? {}))
      if (!codes.includes(code)) say(key, `the list ${field.list ?? ''} has no "${code}"`)
  const values = (field.options ?? []).map((option) => option.value)
  for (const value of values.filter((one, index) => values.indexOf(one) !== index))
    say('options', `"${value}" stands twice`)
}

function checkDocuments(service: CompiledService, checker: Checker, placeOf: (key: string) => Place): void {
  for (const document of service.documents) {
    const place = placeOf(`document:${document.id}`)
    const say = (key: string, message: string) => checker.fault(place, [key], message)
    if (typeof document.required === 'object')
      checker.condition(document.required, { file: place.file, pointer: `${place.pointer}/required` })
    if (document.required === false) say('required', 'never needed and never possible; leave it out, or say when')
    for (const way of [document.satisfiedBy ?? []].flat()) checker.person(way.of, place, ['satisfiedBy', 'of'], {})
    if (document.alternativeTo !== undefined) {
      const other = service.documents.find((one) => one.id === document.alternativeTo)
      if (other === undefined) say('alternativeTo', `there is no document "${document.alternativeTo}"`)
      else if (other.alternativeTo !== undefined) say('alternativeTo', 'an alternative of an alternative')
    }
  }
}

function checkEffects(
  service: CompiledService,
  checker: Checker,
  here: (...path: (string | number)[]) => Place,
  around: Surroundings,
): ReadonlySet<string> {
  const aliases = new Set<string>()
  service.definition.effects.forEach((effect, index) => {
    const place = here('effects', index)
    const names: Names = { aliases }
    const uses = usesOfEffect(effect)
    checker.condition(uses.when, here('effects', index, 'when'), names)
    checker.condition(uses.where, here('effects', index, 'where'), { ...names, item: 'person' })
    if (uses.where !== undefined && !goesThroughPeople(effect))
      checker.fault(here('effects', index, 'where'), [], 'without "of": {"each": …} there is nobody to choose among')
    for (const { at, value } of uses.values) {
      const pointer = here('effects', index, ...at.split('.'))
      // Words of closed lists stand in some places as they are; what they are is proven by the register's schema.
      if (typeof value === 'string' && isCodeWord(effect.op, at, value)) continue
      checker.value(value, pointer, names)
    }
    for (const name of uses.persons) {
      if (checker.kindOf(name) === 'people') checker.used.add(name)
      else checker.person(name, place, [], names)
    }
    for (const name of [...uses.families, ...uses.deeds])
      if (!aliases.has(name)) checker.fault(place, [], `no earlier effect makes "${name}"`)
    for (const name of uses.things) if (!aliases.has(name)) checker.person(name, place, [], names)
    for (const name of uses.answers) {
      checker.used.add(name)
      if (checker.kindOf(name) === undefined) checker.fault(place, [], `there is no answer "${name}"`)
    }
    if (effect.op === 'sealField') checkSeal(service, effect, index, checker, here)
    if (
      (effect.op === 'startService' || effect.op === 'suggestServices') &&
      effect.service !== undefined &&
      !around.services.has(effect.service)
    )
      checker.fault(place, ['service'], `there is no service "${effect.service}"`)
    for (const alias of uses.makes) {
      if (checker.kindOf(alias) !== undefined) checker.fault(place, ['as'], `"${alias}" is an answer already`)
      aliases.add(alias)
    }
  })
  return aliases
}

const SEALABLE: ReadonlySet<string> = new Set([...SETTABLE_FIELDS, 'motherId', 'fatherId'])

/** A seal on a name that nothing bears closes nothing, and a role that is none opens it to nobody. */
function checkSeal(
  service: CompiledService,
  seal: Extract<CompiledService['definition']['effects'][number], { op: 'sealField' }>,
  index: number,
  checker: Checker,
  here: (...path: (string | number)[]) => Place,
): void {
  const { effects } = service.definition
  const deed = effects.find((one) => one.op === 'recordDeed' && one.as === seal.on)
  const noted = effects.flatMap((one) => (one.op === 'marginNote' ? [one.kind] : []))
  const borne =
    deed?.op === 'recordDeed' ? new Set(Object.keys(deed.fields ?? {})) : new Set<string>([...SEALABLE, ...noted])
  seal.fields.forEach((field, at) => {
    if (!borne.has(field))
      checker.fault(here('effects', index, 'fields', at), [], `"${seal.on}" has no "${field}" to seal`)
  })
  const roles = new Set(service.process.roles.map((role) => role.id))
  seal.roles.forEach((role, at) => {
    if (!roles.has(role)) checker.fault(here('effects', index, 'roles', at), [], `there is no role "${role}"`)
  })
}

function goesThroughPeople(effect: CompiledService['definition']['effects'][number]): boolean {
  return 'of' in effect && typeof effect.of === 'object' && 'each' in effect.of
}

const PLACES_OF_CODES: Readonly<Record<string, readonly string[]>> = {
  sex: ['L', 'P'],
  citizenship: ['WNI', 'OA'],
  religion: codesOf('religion').map((row) => row.code),
  relation: RELATIONS,
  reason: LEAVE_REASONS,
  flag: FLAGS,
  result: ['unique', 'duplicate', 'pending'],
  'setMaritalStatus.value': [...codesOf('maritalStatus').map((row) => row.code), 'previous'],
}

/** A code that stands where the register expects one of its closed list, and so names no answer. */
function isCodeWord(op: string, property: string, value: string): boolean {
  return (PLACES_OF_CODES[property] ?? PLACES_OF_CODES[`${op}.${property}`] ?? []).includes(value)
}

/** No circle among conditions and calculations, and no question that hangs on a later one. */
function checkOrder(service: CompiledService, placeOf: (key: string) => Place): readonly Fault[] {
  const faults: Fault[] = []
  const needs = new Map<string, ReadonlySet<string>>()
  const { report } = service.definition
  const namesIn = (references: ReturnType<typeof referencesOfValue>) =>
    references.flatMap((one) => {
      if (one.kind === 'answer' || one.kind === 'person') return [one.name.split('.')[0]!]
      const late = one.kind === 'fact' && ['isLate', 'daysSinceEvent', 'needsDecision'].includes(one.fact.fact)
      return late && report !== undefined ? [report.from] : []
    })
  for (const [key, value] of Object.entries(service.calculations))
    needs.set(key, new Set(namesIn(referencesOfValue(value))))
  for (const page of service.pages)
    for (const field of page.fields) {
      const conditions = [
        page.when,
        field.when,
        typeof field.required === 'object' ? field.required : undefined,
      ].flatMap((one) => (one === undefined ? [] : referencesOfCondition(one)))
      const values = field.derive === undefined ? [] : referencesOfValue(field.derive)
      needs.set(field.key, new Set([...namesIn(conditions), ...namesIn(values)]))
    }
  for (const key of needs.keys())
    if (reaches(key, key, needs)) faults.push({ ...placeOf(key), message: `"${key}" hangs on itself, in a circle` })
  const order = new Map(service.pages.flatMap((page) => page.fields).map((field, index) => [field.key, index]))
  for (const [key, at] of order)
    for (const other of answersBehind(key, needs))
      if ((order.get(other) ?? -1) > at)
        faults.push({ ...placeOf(key), message: `"${key}" hangs on "${other}", which is asked later` })
  return faults
}

function reaches(from: string, to: string, needs: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return answersBehind(from, needs).has(to)
}

function answersBehind(key: string, needs: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...(needs.get(key) ?? [])]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
    if (!seen.has(one)) {
      seen.add(one)
      waiting.push(...(needs.get(one) ?? []))
    }
  return seen
}
