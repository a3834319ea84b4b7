import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import type { CaseContext } from './case-scope.ts'
import { session } from './session.ts'
import { compiled, context, facts } from './testing/small-service.ts'

const service = compiled()
const at = (answers: Answers, more: Partial<CaseContext> = {}, of = service) =>
  session(of, answers, facts, { ...context, ...more })
const full: Answers = { kind: 'oar', builtOn: '2026-04-01', owner: { personId: 'budi' } }
const keys = (answers: Answers, more: Partial<CaseContext> = {}) =>
  at(answers, more).pages.flatMap((page) => page.fields.map((field) => field.field.key))

describe('a session', () => {
  test('asks only what applies, and takes what the account knows', () => {
    expect(keys({})).not.toContain('power')
    expect(keys({ kind: 'motor' })).toContain('power')
    const here = at({})
    expect(here.derived.map((one) => one.field.key)).toEqual(['contactPhone'])
    expect(at({}, { contactPhone: null }).derived).toEqual([])
    expect(here.pages[1]?.fields.find((one) => one.field.key === 'owner')).toMatchObject({
      state: 'prefilled',
      suggestion: { personId: 'budi' },
    })
    expect(here.questionsAsked).toBe(5)
    expect(here.questionsPrefilled).toBe(1)
  })

  test('knows the first page that is not finished', () => {
    expect(at({}).firstIncompletePage).toBe('boat')
    expect(at({ kind: 'oar', builtOn: '2026-04-01' }).firstIncompletePage).toBe('people')
    expect(at(full).firstIncompletePage).toBeUndefined()
  })

  test('drops answers to hidden questions and keeps the others', () => {
    expect(at({ ...full, power: 9 }).answersThatCount).toEqual({ ...full, contactPhone: '+6281200009901' })
  })

  test('names what is wrong at its question', () => {
    const wrong = at({ ...full, builtOn: '2026-04-11', helper: { personId: 'ani' } })
    expect(wrong.problems.map((one) => [one.code, one.at])).toEqual([
      ['date-in-future', 'builtOn.day'],
      ['person-not-fitting', 'helper'],
    ])
    expect(at({ ...full, helper: { personId: 'budi' } }).problems.map((one) => one.code)).toEqual(['person-twice'])
    expect(at({ ...full, helper: { none: true } }).problems).toEqual([])
    expect(at({ ...full, kind: 'submarine' }).problems.map((one) => one.code)).toEqual(['choice-unknown'])
    expect(
      at({ ...full, owner: { nik: '6311061703869901', name: 'Budi Santoso' } }).problems.map((one) => one.code),
    ).toEqual(['person-not-found'])
  })

  test('asks for papers nobody holds, and lets an alternative stand in', () => {
    expect(at(full).documents.map((one) => [one.document.id, one.status])).toEqual([
      ['photo', 'missing'],
      ['kk', 'held'],
    ])
    const motor = { ...full, kind: 'motor', power: 40 }
    expect(at(motor).missingDocuments).toEqual(['photo', 'engine-bill'])
    expect(at(motor, { uploads: ['engine-oath', 'photo'] }).missingDocuments).toEqual([])
    expect(at(motor, { uploads: ['engine-oath'] }).documents[1]).toMatchObject({
      status: 'replaced',
      by: 'engine-oath',
    })
    expect(at({}).documents.map((one) => one.status)).toEqual(['missing', 'later', 'missing'])
    expect(at({ ...full, owner: { personId: 'ani' } }).missingDocuments).toEqual(['photo', 'kk'])
  })

  test('refuses who is not entitled, and leaves to an officer what nobody can tell', () => {
    const child = at({ ...full, owner: { personId: 'adik' } })
    expect(child.refusals.map((one) => one.id)).toEqual(['adult'])
    expect(child.complete).toBe(false)
    const outside = at({ ...full, owner: { nik: '6311061703869901', name: 'Budi Santoso' } })
    expect(outside.refusals).toEqual([])
    expect(outside.unclear.map((one) => one.rule.id)).toEqual(['adult'])
  })

  test('is late on the day after the last', () => {
    expect(at({ ...full, builtOn: '2026-03-11' })).toMatchObject({
      late: false,
      daysSinceEvent: 30,
      needsDecision: false,
    })
    expect(at({ ...full, builtOn: '2026-03-10' })).toMatchObject({
      late: true,
      daysSinceEvent: 31,
      needsDecision: true,
    })
    expect(at({}).late).toBeUndefined()
  })

  test('is complete when nothing is missing, and only then', () => {
    expect(at(full).complete).toBe(false)
    expect(at(full, { uploads: ['photo'] }).complete).toBe(true)
    const two = compiled((raw) => {
      raw.applicants = ['self', 'mandate']
    })
    expect(at(full, { uploads: ['photo'], applicantRole: undefined }, two).complete).toBe(false)
    expect(at(full, { uploads: ['photo'], applicantRole: 'mandate' }, two).complete).toBe(true)
    expect(at(full, {}, two).questionsAsked).toBe(6)
  })

  test('a warning waits for its confirmation', () => {
    const named = compiled((raw) => {
      const pages = raw.pages as { fields: Record<string, unknown>[] }[]
      pages[0]!.fields.push({ key: 'boatName', type: 'name-new', label: { id: 'Nama', en: 'Name' }, required: true })
    })
    const one = { ...full, boatName: 'Garuda' }
    expect(at(one, {}, named).pages[0]).toMatchObject({ complete: false })
    expect(at(one, { confirmed: ['boatName'] }, named).pages[0]).toMatchObject({ complete: true })
  })

  test('never throws, whatever was stored, and never counts an answer with a problem', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('kind', 'power', 'builtOn', 'nickname', 'owner', 'helper', 'parts', 'contactPhone', 'other'),
          fc.jsonValue(),
        ),
        (answers) => {
          const here = at(answers as Answers)
          for (const { field, problems } of here.pages.flatMap((page) => page.fields))
            if (problems.length > 0) expect(here.answersThatCount).not.toHaveProperty(field.key)
        },
      ),
      { numRuns: 300 },
    )
  })
})
