// The oracle of who may do what to a case, when: every role with every action in a state, against the process of the services
// as its file says it. In two test files, because each state costs seconds. Must stay true: what the oracle does not allow is refused, changes nothing and is not on the page.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtCase } from './case-rows.ts'
import {
  apply,
  birthAnswers,
  bringTo,
  type Crew,
  INPUT,
  OFFICERS,
  type OfficerRole,
  type ReachableState,
  signInCrew,
  step,
  stepUp,
} from './case-walk.ts'
import { settleCouple } from './families.ts'
import { openTestServer, type TestServer } from './server.ts'
import { type Fields, formsOn, refusalsOn, Walker } from './walker.ts'

type Action = { id: string; from: string[]; roles: string[]; when?: unknown }
const PROCESS = JSON.parse(readFileSync('services/shared/processes/civil.json', 'utf8')) as {
  states: { id: string; turn?: string }[]
  actions: Action[]
}

/** A birth of a small child gets a card, so `finish` (only without one) is for nobody. */
const NEVER = new Set(['finish'])

/** What the process file says, read here a second time and not by the program. */
function mayDo(role: string, action: Action, state: string): boolean {
  const turn = PROCESS.states.find((one) => one.id === state)?.turn
  const only = turn !== undefined && action.roles.includes(turn) ? [turn] : action.roles
  return action.from.includes(state) && only.includes(role) && !NEVER.has(action.id)
}

export const EARLY = [
  'screening',
  'returned',
  'verification',
  'on_hold',
  'decision',
] as const satisfies readonly ReachableState[]
export const LATE = [
  'validation',
  'rejected',
  'signing',
  'issued',
  'ready',
] as const satisfies readonly ReachableState[]

const NAMES = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan', 'Sepuluh']
const ROLES = Object.keys(OFFICERS) as OfficerRole[]

/** Registers the tests of these states; each file that calls it opens a house of its own. */
export function testRoleMatrix(states: readonly ReachableState[]): void {
  let server: TestServer
  let crew: Crew
  const cases = new Map<string, { caseId: string; applicant: Walker }>()
  beforeAll(async () => {
    server = await openTestServer()
    crew = await signInCrew(server)
    for (const role of ['front-office', 'verifier', 'validator', 'production', 'delivery'] as const)
      await stepUp(crew[role])
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const couples = []
    for (const n of [1, 2]) couples.push(await settleCouple(server, n))
    const mothers = [mother]
    for (const { wife } of couples) mothers.push(await new Walker(server.base).signInAccount(wife.account))
    for (const [index, state] of states.entries()) {
      const applicant = mothers[['signing', 'issued', 'ready'].indexOf(state)] ?? mother
      const day: Fields = state === 'decision' ? { 'birthDate.day': '2', 'birthDate.month': '1' } : {}
      const sent = await apply(applicant, 'birth-wni', birthAnswers({ childName: `Anak ${NAMES[index]}`, ...day }))
      await bringTo(crew, sent.caseId, state)
      cases.set(state, { caseId: sent.caseId, applicant })
    }
  }, 240_000)
  afterAll(() => server?.close())

  const lookAt = (caseId: string) => lookAtCase(server, caseId)

  describe.each(states)('a case in %s', (state) => {
    it('refuses every officer what is not theirs or not now, and stays as it is', async () => {
      const { caseId } = cases.get(state)!
      const before = await lookAt(caseId)
      expect(before.state).toBe(state)
      const wrong: string[] = []
      let tried = 0
      for (const role of ROLES)
        for (const action of PROCESS.actions) {
          const isTheirs = action.roles.includes(role)
          const isNow = action.from.includes(state)
          // Neither theirs nor now says nothing new for most; one in eight of them is tried.
          if (mayDo(role, action, state) || (!isTheirs && !isNow && (tried + action.id.length) % 8 !== 0)) continue
          tried++
          const answer = await step(crew[role], caseId, action.id, INPUT[action.id] ?? {})
          if (![403, 404, 409, 422].includes(answer.status) || refusalsOn(answer).length === 0)
            wrong.push(`${role} ${action.id}: ${answer.status} at ${answer.path}`)
        }
      expect(tried).toBeGreaterThan(20)
      expect(wrong).toEqual([])
      expect(await lookAt(caseId)).toEqual(before)
    })

    it('refuses its applicant everything but their own part, and strangers everything', async () => {
      const { caseId, applicant } = cases.get(state)!
      const stranger = await new Walker(server.base).signIn('Ahmad Fauzan')
      const before = await lookAt(caseId)
      for (const [index, action] of PROCESS.actions.entries()) {
        const post = (who: Walker) =>
          who.post(`/63.11/cases/${caseId}/actions/${action.id}`, { key: crypto.randomUUID(), ...INPUT[action.id] })
        if (!mayDo('applicant', action, state))
          expect((await post(applicant)).status, action.id).toBeGreaterThanOrEqual(403)
        if (index % 3 !== states.indexOf(state) % 3) continue
        expect((await post(stranger)).status, action.id).toBe(404)
        expect((await step(applicant, caseId, action.id, INPUT[action.id] ?? {})).status, action.id).toBe(403)
      }
      expect(await lookAt(caseId)).toEqual(before)
    })

    it('offers each officer exactly what the oracle allows', async () => {
      const { caseId } = cases.get(state)!
      for (const role of ROLES) {
        const page = `/63.11/office/cases/${caseId}`
        await crew[role].post(`${page}/take`, {})
        const forms = formsOn(await crew[role].get(page))
        await crew[role].post(`${page}/release`, {})
        const offered = forms.flatMap(({ action }) => (/\/actions\/([\w-]+)$/.exec(action) ?? []).slice(1)).sort()
        const allowed = PROCESS.actions.filter((action) => mayDo(role, action, state)).map(({ id }) => id)
        expect(offered, `${role} in ${state}`).toEqual(allowed.sort())
      }
    })
  })
}
