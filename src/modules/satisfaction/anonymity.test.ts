// The claim: whoever has every right on the database cannot join an answer to a case. A thousand people answer; then an attacker who knows
// everything the database holds (system columns, physical order, ids, journal, outbox, the register behind the cases) tries.
// Every person gives a different set of answers, so each guess is right or wrong. Chance gets about one in a group right, whatever its size.
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Token } from '../../kernel/id.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import { insertAgency, insertRegion, insertUnits } from '../regions/store.ts'
import { answerSurvey, invite, type Moment } from './commands.ts'
import * as actions from './period-commands.ts'
import { shuffled } from './release.ts'
import { releaseWaiting, runDue } from './release-commands.ts'
import { surveyMigrations } from './testing/migrations.ts'

const PEOPLE = 1000
const region = '63.11'
const unit = 'disdukcapil'
const ring = memoryKeyRing()
const manager: actions.Officer = {
  accountId: 'acc',
  role: 'coordinator',
  unitId: 'bappeda',
  step: { kind: 'person', headOf: [], managesSurvey: true },
}

type Person = {
  readonly caseId: string
  readonly service: string
  readonly answers: number[]
  readonly sex: string
  token: Token
}
/** One group of one release, as two copies of the database around it show it to someone who knows the program: cases whose waiting row
 *  went (rows and tokens lie beside each other in xmin), and answers of that service that were not there before. */
type Group = { readonly cases: readonly string[]; readonly answers: readonly string[] }

let db: Database
let people: Person[]
const groups: Group[] = []
const written: string[] = []
let waitingSizes: number[] = []

const at = (minute: number): Moment => ({ today: '2026-04-02', now: new Date(Date.UTC(2026, 3, 2) + minute * 60_000) })
const owner = async <T>(query: string): Promise<T[]> => (await db.asOwner((tx) => sql.raw<T>(query).execute(tx))).rows

/** 600, 380 and 17 people of three services, and three of a fourth, each with answers nobody else gives. */
function invent(): Omit<Person, 'token'>[] {
  const vectors = new Set<string>()
  while (vectors.size < PEOPLE) vectors.add(Array.from({ length: 9 }, () => 1 + randomInt(4)).join(''))
  return [...vectors].map((vector, i) => ({
    caseId: newId(),
    service: i < 600 ? 'birth-wni' : i < 980 ? 'death' : i < 997 ? 'move-out' : 'adoption',
    answers: [...vector].map(Number),
    sex: i % 2 === 0 ? 'P' : 'L',
  }))
}

type Copy = {
  readonly waiting: ReadonlyMap<string, { caseId: string; service: string }>
  readonly answers: ReadonlyMap<string, string | null>
}

/** Who waits, by the place of the row: each token was marked in the transaction right after its waiting row was written. */
async function copy(): Promise<Copy> {
  const rows = await owner<{ place: string; case_id: string; service_id: string }>(`
    select w.place, i.case_id, i.service_id from satisfaction_waiting w
      join lateral (select case_id, service_id from satisfaction_invitation
                     where spent and xmin::text::bigint > w.xmin::text::bigint order by xmin::text::bigint limit 1) i on true
     order by w.xmin::text::bigint`)
  const answers = await owner<{ answers: number[]; service_id: string | null }>(
    'select answers, service_id from satisfaction_answer',
  )
  return {
    waiting: new Map(rows.map((row) => [row.place, { caseId: row.case_id, service: row.service_id }])),
    answers: new Map(answers.map((row) => [row.answers.join(''), row.service_id])),
  }
}

function compareCopies(before: Copy, after: Copy): void {
  const gone = [...before.waiting].filter(([place]) => !after.waiting.has(place)).map(([, one]) => one)
  const fresh = [...after.answers].filter(([vector]) => !before.answers.has(vector))
  const named = new Set(fresh.flatMap(([, service]) => service ?? []))
  for (const service of new Set(fresh.map(([, one]) => one))) {
    const cases = gone
      .filter((one) => (service === null ? !named.has(one.service) : one.service === service))
      .map((one) => one.caseId)
    groups.push({ cases, answers: fresh.filter(([, one]) => one === service).map(([vector]) => vector) })
  }
}

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    vi.spyOn(stream, 'write').mockImplementation(((chunk: string | Uint8Array, ...rest: never[]) => {
      written.push(String(chunk))
      return write(chunk, ...rest)
    }) as typeof stream.write)
  }
  db = await openTestDatabase({ migrations: surveyMigrations() })
  await db.asPlatform((tx) =>
    insertRegion(tx, { code: region, name: 'Kabupaten Balangan', level: 'regency', time_zone: 'Asia/Makassar' }),
  )
  await db.inRegion(region, async (tx) => {
    await insertAgency(tx, { region_code: region, agency_id: unit, name: 'Disdukcapil', address: '', phone: '' })
    await insertUnits(tx, [{ region_code: region, unit_id: unit, agency_id: unit, name: 'Disdukcapil', place: region }])
  })
  const draft = {
    unitId: unit,
    services: ['birth-wni', 'death', 'move-out', 'adoption'],
    kind: 'month',
    year: 2026,
    number: 4,
    users: 5000,
    extras: [],
  } as const
  const planned = await actions.plan({ db }, region, draft, manager, at(0))
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusals))
  await actions.open({ db }, region, planned.value, manager, at(0))

  people = await db.inRegion(region, async (tx) => {
    const asked: Person[] = []
    for (const person of shuffled(invent(), randomInt)) {
      const token = await invite(
        tx,
        { ring },
        region,
        { caseId: person.caseId, unitId: unit, serviceId: person.service, channel: 'web' },
        at(0),
      )
      await writeOutbox(tx, { kind: 'satisfaction.notice', key: person.caseId, payload: { caseId: person.caseId } })
      asked.push({ ...person, token: token! })
    }
    return asked
  })

  let minute = 1
  for (const [i, person] of shuffled(people, randomInt).entries()) {
    minute += randomInt(3)
    const filled = {
      answers: person.answers,
      extras: {},
      about: { sex: person.sex, age: '26-35' },
      comment: i % 50 === 0 ? `Saran nomor urut ${'x'.repeat(i % 7)}` : '',
    }
    const circumstances = { device: `d${i}`, serviceIsFree: true }
    const taken = await answerSurvey({ db, ring }, region, person.token, filled, circumstances, at(minute))
    if (!taken.ok) throw new Error(JSON.stringify(taken.refusals))
    if (i % 25 !== 24) continue
    waitingSizes = [
      ...waitingSizes,
      ...(await owner<{ n: number }>('select length(sealed)::int as n from satisfaction_waiting')).map((r) => r.n),
    ]
    const before = await copy()
    if ((await releaseWaiting({ db, ring }, region, planned.value, at(minute).now)).released > 0)
      compareCopies(before, await copy())
  }
  await runDue({ db, ring }, region, { today: '2026-05-01', now: new Date('2026-05-01T00:00:00Z') })
  const before = await copy()
  await runDue({ db, ring }, region, { today: '2026-05-09', now: new Date('2026-05-09T00:00:00Z') })
  compareCopies(before, await copy())
  vi.restoreAllMocks()
}, 600_000)
afterAll(() => db.close())

/** Pairs the two lists place by place, as an attacker who believes in an order does; gives how many pairs are true. */
function trueJoins(cases: readonly string[], vectors: readonly string[]): number {
  const truth = new Map(people.map((p) => [p.caseId, p.answers.join('')]))
  return cases.reduce((n, caseId, i) => n + (truth.get(caseId) === vectors[i] ? 1 : 0), 0)
}

// Pairing at random gets one right on average in each group, and ten or more in less than one run of a million.
const CHANCE = 10
const SERVICES = ['birth-wni', 'death', 'move-out', 'adoption']

describe('an attacker with every right', () => {
  it('finds all thousand answers, each with a random id, its period, at most its service, and nothing else', async () => {
    const columns = await owner<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name = 'satisfaction_answer' order by 1",
    )
    expect(columns.map((c) => c.column_name)).toEqual([
      'answer_id',
      'answers',
      'marks',
      'period_id',
      'region_code',
      'service_id',
    ])
    const rows = await owner<{ answers: number[]; answer_id: string }>(
      'select answers, answer_id from satisfaction_answer',
    )
    expect(new Set(rows.map((r) => r.answers.join('')))).toEqual(new Set(people.map((p) => p.answers.join(''))))
    for (const { answer_id } of rows) expect(answer_id[14]).toBe('4')
    expect(await owner('select 1 from satisfaction_waiting limit 1')).toEqual([])
  })

  const caseOrders = {
    'the order in which tokens were marked (xmin)':
      'select case_id from satisfaction_invitation where spent %S order by xmin::text::bigint, ctid',
    'the order in which invitations lie on disk (ctid)':
      'select case_id from satisfaction_invitation where spent %S order by ctid',
    'the order of case ids': 'select case_id from satisfaction_invitation where spent %S order by case_id',
    'the order of token hashes': 'select case_id from satisfaction_invitation where spent %S order by token_hash',
    'the order of a dump': 'select case_id from satisfaction_invitation where spent %S',
    'the order of notices in the outbox':
      'select i.case_id from outbox o join satisfaction_invitation i on o.key = i.case_id::text where spent %S order by o.created_at, o.id',
  }
  const answerOrders = {
    'when answers were written (xmin, cmin)':
      'select answers from satisfaction_answer where true %S order by xmin::text::bigint, cmin::text::bigint, ctid',
    'where answers lie on disk (ctid)': 'select answers from satisfaction_answer where true %S order by ctid',
    'ids of answers': 'select answers from satisfaction_answer where true %S order by answer_id',
    'the order of a dump': 'select answers from satisfaction_answer where true %S',
  }

  for (const [one, caseQuery] of Object.entries(caseOrders))
    for (const [other, answerQuery] of Object.entries(answerOrders))
      it(`does no better than chance with ${one} beside ${other}`, async () => {
        const pairs = async (where: string) => {
          const cases = (await owner<{ case_id: string }>(caseQuery.replace('%S', where))).map((r) => r.case_id)
          const vectors = (await owner<{ answers: number[] }>(answerQuery.replace('%S', where))).map((r) =>
            r.answers.join(''),
          )
          return [trueJoins(cases, vectors), trueJoins(cases, vectors.toReversed())]
        }
        for (const joins of await pairs('')) expect(joins).toBeLessThan(CHANCE)
        for (const service of SERVICES)
          for (const joins of await pairs(`and service_id = '${service}'`)) expect(joins).toBeLessThan(CHANCE)
      })

  it('has many equal candidates for every answer: none of the thousand can be joined', async () => {
    const written = await owner<{ xmin: string }>('select distinct xmin::text as xmin from satisfaction_answer')
    expect(written).toHaveLength(1)
    const answers = await owner<{ service_id: string | null; n: number }>(
      'select service_id, count(*)::int as n from satisfaction_answer group by 1',
    )
    const cases = new Map(
      (
        await owner<{ service_id: string; n: number }>(
          'select service_id, count(*)::int as n from satisfaction_invitation where spent group by 1',
        )
      ).map((r) => [r.service_id, r.n]),
    )
    // Cases that an answer without a service may belong to: those of every service with more cases than named answers.
    const named = new Map(answers.flatMap((a) => (a.service_id === null ? [] : [[a.service_id, a.n]])))
    const unnamed = [...cases]
      .filter(([service, n]) => n > (named.get(service) ?? 0))
      .reduce((sum, [, n]) => sum + n, 0)
    const candidates = answers.map((a) => ({
      answers: a.n,
      among: a.service_id === null ? unnamed : cases.get(a.service_id)!,
    }))
    const joined = candidates.filter((c) => c.among < 5).reduce((n, c) => n + c.answers, 0)
    expect(joined).toBe(0)
    expect(candidates.reduce((n, c) => n + c.answers, 0)).toBe(PEOPLE)
    expect(answers.map((a) => a.service_id)).not.toContain('adoption')
  })

  it('learns nothing from who the people of the cases are: sex and age are counted, not kept with an answer', async () => {
    const tables = await owner<{ table_name: string }>(
      "select distinct table_name from information_schema.columns where column_name in ('sex', 'age', 'about', 'device', 'token', 'answered_at', 'created_at') and table_name like 'satisfaction%'",
    )
    expect(tables).toEqual([])
    expect(
      await owner(
        "select attribute, value, answers from satisfaction_count where attribute in ('sex', 'age') order by 1, 2",
      ),
    ).toEqual([
      { attribute: 'age', value: '26-35', answers: PEOPLE },
      { attribute: 'sex', value: 'L', answers: 500 },
      { attribute: 'sex', value: 'P', answers: 500 },
    ])
  })

  it('finds neither answer nor answering in the journal, the outbox, idempotency keys or what the program wrote out', async () => {
    const journal = await owner<{ action: string; case_id: string | null }>('select action, case_id from journal')
    expect(new Set(journal.map((j) => j.action))).toEqual(
      new Set(['satisfaction.plan', 'satisfaction.open', 'satisfaction.compute']),
    )
    expect(journal.every((j) => j.case_id === null)).toBe(true)
    expect(await owner<{ kind: string }>('select distinct kind from outbox')).toEqual([{ kind: 'satisfaction.notice' }])
    expect(await owner('select 1 from idempotency')).toEqual([])
    const log = written.join('')
    for (const { caseId, token } of people) expect(log.includes(caseId) || log.includes(token)).toBe(false)
  })

  it('could not read what waited: sealed rows, all of one length, for comments of any length', () => {
    expect(waitingSizes.length).toBeGreaterThan(500)
    expect(new Set(waitingSizes).size).toBe(1)
  })

  it('with a copy from before and after each release, the last one too, still faces groups of five or more and only chance in them', () => {
    expect(groups.length).toBeGreaterThan(10)
    expect(groups.reduce((n, { answers }) => n + answers.length, 0)).toBe(PEOPLE)
    for (const { cases, answers } of groups) expect([cases.length, answers.length >= 5]).toEqual([answers.length, true])
    const truth = new Map(people.map((p) => [p.caseId, p.answers.join('')]))
    for (const { cases, answers } of groups) expect(new Set(cases.map((c) => truth.get(c)))).toEqual(new Set(answers))
    const joins = groups.reduce((n, { cases, answers }) => n + trueJoins(cases, answers), 0)
    // One true pair in each group on average; the variance is one for each too.
    expect(joins).toBeLessThan(groups.length + 6 * Math.sqrt(groups.length))
  })

  it('would win if answers were stored as they come: the attacks themselves work', async () => {
    const inOrder = (
      await owner<{ case_id: string }>(caseOrders['the order in which tokens were marked (xmin)'].replace('%S', ''))
    ).map((r) => r.case_id)
    const truth = new Map(people.map((p) => [p.caseId, p.answers.join('')]))
    await db.asOwner((tx) => sql.raw('create table naive (n serial, answers text)').execute(tx))
    await db.asOwner((tx) =>
      sql`insert into naive (answers) select * from unnest(${inOrder.map((c) => truth.get(c))}::text[])`.execute(tx),
    )
    const vectors = (await owner<{ answers: string }>('select answers from naive order by ctid')).map((r) => r.answers)
    expect(trueJoins(inOrder, vectors)).toBe(PEOPLE)
  })
})
