// What an issued case leads to: a service it starts for somebody, and, later, a case that undoes it. Must stay true: the draft
// waits with whoever brought the case; the officer sees what an undoing would do before anybody approves it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { caseOf } from '../../src/modules/cases/case-codec.ts'
import { withPast } from '../../src/modules/cases/past-cases.ts'
import { finishSigning } from '../../src/modules/cases/sign-commands.ts'
import { findCase } from '../../src/modules/cases/store.ts'
import { plainScope } from '../../src/modules/register/plain-scope.ts'
import { planEffects } from '../../src/modules/register/plan.ts'
import { newId } from '../../src/platform/ids.ts'
import { journalOf } from '../support/case-rows.ts'
import { apply, birthAnswers, bringTo, type Crew, signInCrew } from '../support/case-walk.ts'
import { type Couple, settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, titleOf, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let couple: Couple
let mother: Walker
let sent: { caseId: string; number: string }
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  couple = await settleCouple(server, 1)
  mother = await new Walker(server.base).signInAccount(couple.wife.account)
  sent = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Anak Berikutnya' }))
  await bringTo(crew, sent.caseId, 'signing')
})
afterAll(() => server?.close())

it('a service that the commit starts is a draft with who brought the case, begun once', async () => {
  const { cases } = server.house
  const { writer } = cases
  const starting = {
    ...cases,
    writer: {
      ...writer,
      commit: async (...given: Parameters<typeof writer.commit>) => {
        const done = await writer.commit(...given)
        const starts = [
          { service: 'ktp-lost', personId: couple.wife.personId },
          { service: 'no-such-service', personId: couple.wife.personId },
        ]
        return done.ok ? { ok: true as const, value: { starts: [...done.value.starts, ...starts] } } : done
      },
    },
  }
  const head = { id: 'test-head', roles: ['head'], role: 'head' }
  for (const _press of [1, 2])
    expect(await finishSigning(starting, '63.11', sent.caseId, head)).toMatchObject({ ok: true })
  expect(titleOf(await mother.get(`/63.11/cases/${sent.caseId}`))).toBe('Terbit')
  const list = await mother.get('/63.11/me')
  const drafts = [...new Set([...list.text.matchAll(/cases\/([0-9a-f-]{36})\/review/g)].map((found) => found[1]!))]
  expect(drafts).toHaveLength(1)
  expect(plain(list.text)).toMatch(/KTP-el/)
  expect((await mother.get(`/63.11/cases/${drafts[0]}/review`)).status).toBe(200)
  expect(await journalOf(server, drafts[0]!)).toMatchObject([{ action: 'case.follow-up', actor: 'system:cases' }])
})

it('a case that undoes it by its number is planned for the officer as it will be for the approval', async () => {
  const { cases } = server.house
  const effects = [{ op: 'reverseEffects', of: { caseNumber: 'actCase' } }] as const
  const plan = (typed: string) =>
    server.house.database.inRegion(
      '63.11',
      async (tx) => {
        const file = caseOf((await findCase(tx, '63.11', sent.caseId))!, cases.ring)
        const snapshot = await cases.register.loadSnapshot(tx, '63.11', { personIds: [file.applicantPerson!] })
        const scope = plainScope({ snapshot, answers: { actCase: typed }, today: '2026-04-10' })
        const { pastCases, ...view } = await withPast(tx, cases, '63.11', { effects, scope, snapshot })
        return planEffects(effects, {
          snapshot: view,
          scope,
          today: '2026-04-10',
          newId,
          ...(pastCases === undefined ? {} : { pastCases }),
        })
      },
      { readOnly: true },
    )
  const undone = await plan(` ${sent.number} `)
  expect(undone.ok && undone.value.undoes).toEqual([sent.caseId])
  expect(await plan('GS-20260410-AAAA-00001-A')).toMatchObject({
    ok: false,
    refusals: [{ code: 'register-past-case-missing' }],
  })
})
