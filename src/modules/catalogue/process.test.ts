import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  type Actor,
  asksFacts,
  decideAction,
  hasWork,
  listActions,
  type ProcessFacts,
  type Progress,
  refuseAction,
  SYSTEM,
  startOf,
  stateOf,
} from './process.ts'
import { ProcessSchema } from './process-definition.ts'
import { refusals } from './refusals.ts'
import { compiled, scopeOf } from './testing/small-service.ts'

const civil = v.parse(ProcessSchema, JSON.parse(readFileSync('services/shared/processes/civil.json', 'utf8')))
const intime: ProcessFacts = { scope: scopeOf({ kind: 'oar', builtOn: '2026-04-01' }), isWithin: () => true }
const late: ProcessFacts = { ...intime, scope: scopeOf({ kind: 'oar', builtOn: '2026-01-01' }) }
const person = (id: string, ...roles: string[]): Actor => ({ id, roles })
const at = (state: string, ...history: (readonly [string, string])[]): Progress => ({
  state,
  history: history.map(([action, actor]) => ({ action, actor })),
})
const decide = (progress: Progress, id: string, actor: Actor, facts = intime, more: object = {}) =>
  decideAction(civil, progress, { id, note: 'x', ...more }, actor, facts)
const codes = (result: ReturnType<typeof decide>) => (result.ok ? [] : result.refusals.map((one) => one.code))

describe('the civil process', () => {
  test('goes from draft to completed, the system taking its own steps', () => {
    expect(startOf(civil)).toBe('draft')
    expect(decide(at('draft'), 'submit', person('a', 'applicant'))).toMatchObject({
      ok: true,
      value: { to: 'submitted', clock: 'start', next: 'receive' },
    })
    expect(decide(at('submitted'), 'receive', SYSTEM)).toMatchObject({ ok: true, value: { to: 'screening' } })
    expect(decide(at('screening'), 'screen', person('f', 'front-office'))).toMatchObject({
      ok: true,
      value: { to: 'verification', clock: 'confirm' },
    })
    expect(decide(at('verification'), 'verify', person('v', 'verifier'))).toMatchObject({
      ok: true,
      value: { to: 'validation' },
    })
    expect(decide(at('validation'), 'validate', person('w', 'validator'))).toMatchObject({
      ok: true,
      value: { to: 'signing', register: 'prepare' },
    })
    expect(decide(at('signing'), 'sign', person('h', 'head'))).toMatchObject({
      ok: true,
      value: { to: 'signed', next: 'issue' },
    })
    expect(decide(at('signed'), 'issue', SYSTEM)).toMatchObject({
      ok: true,
      value: { to: 'issued', register: 'commit', clock: 'end' },
    })
    expect(decide(at('issued'), 'finish', person('a', 'applicant'))).toMatchObject({
      ok: true,
      value: { to: 'completed', final: true },
    })
  })

  test('a late report goes through the decision of the head', () => {
    expect(decide(at('verification'), 'verify', person('v', 'verifier'), late)).toMatchObject({
      ok: true,
      value: { to: 'decision' },
    })
  })

  test('while the date of the event is unknown, nobody guesses: the last route holds', () => {
    const open = { ...intime, scope: scopeOf({}) }
    expect(decide(at('verification'), 'verify', person('v', 'verifier'), open)).toMatchObject({
      ok: true,
      value: { to: 'validation' },
    })
  })

  test('verifier, validator and signer are three people, whatever the order', () => {
    expect(codes(decide(at('validation', ['verify', 'x']), 'validate', person('x', 'validator')))).toEqual([
      'four-eyes',
    ])
    expect(codes(decide(at('signing', ['verify', 'x'], ['validate', 'y']), 'sign', person('x', 'head')))).toEqual([
      'four-eyes',
    ])
    expect(codes(decide(at('signing', ['verify', 'x'], ['validate', 'y']), 'sign', person('y', 'head')))).toEqual([
      'four-eyes',
    ])
    expect(
      codes(
        decide(
          at('verification', ['verify', 'x'], ['validate', 'y'], ['send-back', 'y']),
          'verify',
          person('y', 'verifier'),
        ),
      ),
    ).toEqual(['four-eyes'])
    expect(
      decide(at('signing', ['verify', 'x'], ['validate', 'y'], ['decide', 'z']), 'sign', person('z', 'head')).ok,
    ).toBe(true)
    expect(
      codes(decide(at('annulment', ['propose-annulment', 'y']), 'annul', person('y', 'head', 'validator'))),
    ).toEqual(['four-eyes'])
  })

  test('nobody handles a case about self or family, but an applicant may act on the own one', () => {
    expect(codes(decide(at('screening'), 'screen', { ...person('f', 'front-office'), related: true }))).toEqual([
      'actor-related',
    ])
    expect(decide(at('draft'), 'submit', { ...person('a', 'applicant'), related: true }).ok).toBe(true)
  })

  test('only the role whose turn it is', () => {
    expect(
      codes(decide(at('verification'), 'reject', person('f', 'front-office'), intime, { reason: 'duplicate' })),
    ).toEqual(['action-not-your-role'])
    expect(
      decide(at('verification'), 'reject', person('v', 'verifier'), intime, { reason: 'duplicate' }),
    ).toMatchObject({ ok: true, value: { to: 'rejected', final: true } })
    expect(decide(at('verification'), 'hold', SYSTEM, intime, { reason: 'siak-down', until: '2026-04-16' }).ok).toBe(
      true,
    )
    expect(decide(at('validation'), 'withdraw', person('a', 'applicant')).ok).toBe(true)
  })

  test('a return is a list, each point with a reason', () => {
    expect(codes(decide(at('screening'), 'return', person('f', 'front-office')))).toEqual(['points-missing'])
    expect(
      codes(
        decide(at('screening'), 'return', person('f', 'front-office'), intime, {
          points: [{ at: 'kk', reason: 'ugly' }],
        }),
      ),
    ).toEqual(['reason-unknown'])
    expect(
      decide(at('screening'), 'return', person('f', 'front-office'), intime, {
        points: [{ at: 'kk', reason: 'unreadable' }],
      }),
    ).toMatchObject({ ok: true, value: { to: 'returned', clock: 'reset' } })
    expect(
      decide(at('verification'), 'return-later', person('v', 'verifier'), intime, {
        points: [{ at: 'kk', reason: 'unreadable' }],
      }),
    ).toMatchObject({ ok: true, value: { clock: 'stop' } })
  })

  test('a hold has a cause and a next date, and goes back to where it came from', () => {
    expect(codes(decide(at('validation'), 'hold', person('w', 'validator')))).toEqual([
      'reason-missing',
      'until-missing',
    ])
    expect(
      decide(at('validation'), 'hold', person('w', 'validator'), intime, { reason: 'siak-down', until: '2026-04-16' }),
    ).toMatchObject({ ok: true, value: { to: 'on_hold', cameFrom: 'validation' } })
    expect(decide({ ...at('on_hold'), cameFrom: 'validation' }, 'resume', SYSTEM)).toMatchObject({
      ok: true,
      value: { to: 'validation' },
    })
    expect(decide({ ...at('annulment'), cameFrom: 'ready' }, 'refuse-annulment', person('h', 'head'))).toMatchObject({
      ok: true,
      value: { to: 'ready' },
    })
  })

  test('an objection has its time', () => {
    expect(
      codes(decide(at('rejected'), 'object', person('a', 'applicant'), { ...intime, isWithin: () => false })),
    ).toEqual(['action-too-late'])
    expect(
      decide(at('rejected'), 'object', person('a', 'applicant'), {
        ...intime,
        isWithin: (span) => 'workingDays' in span && span.workingDays === 21,
      }).ok,
    ).toBe(true)
  })

  test('an objection that was refused is not put again; a rejection after an accepted one may be objected to', () => {
    const a = person('a', 'applicant')
    const done = (...actions: string[]) => ({
      ...at('rejected'),
      history: actions.map((action) => ({ action, actor: 'x' })),
    })
    const refused = done('submit', 'reject', 'object', 'refuse-objection')
    expect(codes(decide(refused, 'object', a))).toEqual(['action-settled'])
    expect(listActions(civil, refused, a, intime).map((one) => one.id)).not.toContain('object')
    const again = done('submit', 'reject', 'object', 'accept-objection', 'reject')
    expect(decide(again, 'object', a, intime, { note: 'Surat nikah sudah ada.' }).ok).toBe(true)
    expect(listActions(civil, again, a, intime).map((one) => one.id)).toContain('object')
  })

  test('lists what can be done now, for this actor', () => {
    const names = (progress: Progress, actor: Actor) => listActions(civil, progress, actor, intime).map((one) => one.id)
    expect(names(at('screening'), person('f', 'front-office'))).toEqual(['screen', 'return', 'reject'])
    expect(names(at('screening'), person('a', 'applicant'))).toEqual(['withdraw'])
    expect(names(at('validation', ['verify', 'w']), person('w', 'validator'))).toEqual(['send-back', 'hold', 'reject'])
    expect(names(at('completed'), person('a', 'applicant'))).toEqual([])
  })

  test('what is not of the process, not now, or not possible is refused in words', () => {
    const all = [
      ...codes(decide(at('screening'), 'fly', person('f', 'front-office'))),
      ...codes(decide(at('screening'), 'sign', person('h', 'head'))),
      ...codes(decide(at('issued'), 'print', person('p', 'production'))),
    ]
    expect(all).toEqual(['action-unknown', 'action-not-now', 'action-condition'])
    for (const code of all) expect(refusals).toHaveProperty([code])
  })
})

test('a small process decides by the same rules', () => {
  const { process } = compiled()
  expect(
    decideAction(process, at('deciding', ['check', 'x']), { id: 'decide' }, person('x', 'chief'), intime),
  ).toMatchObject({ ok: false, refusals: [{ code: 'four-eyes', params: { duty: 'check' } }] })
  expect(decideAction(process, at('deciding'), { id: 'decide' }, person('x', 'clerk'), intime)).toMatchObject({
    ok: false,
    refusals: [{ code: 'action-not-your-role' }],
  })
})

test('an issued application is work for whoever prints, and only where a card is to be printed', () => {
  const issued = stateOf(civil, 'issued')!
  const print = civil.actions.find((action) => action.id === 'print')!
  expect(print.when).toEqual({ fact: 'issuesCards' })
  expect(hasWork(civil, issued, intime)).toBe(false)
  const always = { ...civil, actions: civil.actions.map(({ when: _, ...action }) => action) }
  expect(hasWork(always, issued, intime)).toBe(true)
  for (const id of ['screening', 'verification', 'validation', 'signing', 'ready', 'returned', 'draft'])
    expect([id, hasWork(civil, stateOf(civil, id)!, intime)]).toEqual([id, true])
})

test('who may act is decided without the answers where the action asks nothing of them', () => {
  expect(asksFacts(civil, 'sign')).toBe(false)
  expect(asksFacts(civil, 'print')).toBe(true)
  const signing = at('signing', ['verify', 'v'], ['validate', 'w'])
  for (const actor of [person('h', 'head'), person('w', 'head'), person('v', 'verifier')]) {
    const decided = decideAction(civil, signing, { id: 'sign' }, actor, intime)
    expect(refuseAction(civil, signing, { id: 'sign' }, actor)).toEqual(decided.ok ? [] : decided.refusals)
  }
  expect(refuseAction(civil, signing, { id: 'sign' }, person('h', 'head'))).toEqual([])
})
