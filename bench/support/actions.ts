// What 200 people do at the house, one request each: a mother sends, officers look for people, read records and lists, two
// officers register a birth, a stranger checks a paper. Must stay true: real forms over HTTP with a session each; an answer
// that is not the page wanted is an error.
import { Agent, request } from 'node:http'
import { sql } from 'kysely'
import type { House } from '../../src/bindings/house.ts'
import { stepUp } from '../../tests/support/case-walk.ts'
import { Walker } from '../../tests/support/walker.ts'
import { copyCases, findCouples, readTemplates } from './cases.ts'
import { type Facts, REGION } from './world.ts'

export type Kind = 'submit' | 'register' | 'search' | 'record' | 'list' | 'qr'
/** Of a hundred actions. */
export const SHARES: Readonly<Record<Kind, number>> = {
  submit: 25,
  register: 3,
  search: 20,
  record: 15,
  list: 22,
  qr: 15,
}

export type Reply = { readonly status: number; readonly location: string; readonly text: string }

/** One connection pool for all people, as a proxy in front would keep it. */
export class Browsers {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 })
  constructor(readonly base: string) {}

  ask(method: string, path: string, cookie: string, fields?: Readonly<Record<string, string>>): Promise<Reply> {
    const body = fields === undefined ? undefined : new URLSearchParams(fields).toString()
    return new Promise((resolve, reject) => {
      const asked = request(
        this.base + path,
        {
          method,
          agent: this.#agent,
          headers: {
            cookie,
            ...(body === undefined
              ? {}
              : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? '',
              text: Buffer.concat(parts).toString('utf8'),
            }),
          )
          response.on('error', reject)
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

type Person = { readonly cookie: string; readonly account: string }
/** Everything that is needed to act: sessions, drafts, cases to register, papers to check. */
export type Stage = {
  readonly browsers: Browsers
  readonly citizens: readonly Person[]
  readonly readers: readonly Person[]
  readonly workers: readonly Person[]
  readonly validator: Person
  readonly head: Person
  readonly drafts: { readonly id: string; readonly owner: number }[]
  readonly ready: string[]
  readonly codes: readonly string[]
  readonly facts: Facts
}

async function signedIn(base: string, account: string, needsStepUp = false): Promise<Person> {
  const walker = await new Walker(base).signInAccount(account)
  if (needsStepUp) await stepUp(walker)
  return { cookie: walker.cookies(), account }
}

export type Wanted = { readonly drafts: number; readonly registrations: number; readonly people?: number }

/**
 * Prepares the stage behind the house: drafts and validated cases as copies. What it gives signs everybody in at a server; the
 * house may be closed by then, because the embedded database knows one process only.
 */
export async function prepareStage(
  house: House,
  facts: Facts,
  wanted: Wanted,
): Promise<(base: string) => Promise<Stage>> {
  const people = wanted.people ?? facts.citizens.length
  const citizensOf = facts.citizens.slice(0, people)
  const [draft] = await readTemplates(house, REGION, { id: facts.draft })
  const [checked] = (await readTemplates(house, REGION, { state: 'validation' })).filter(
    ({ row }) => row.service_id === 'birth-wni',
  )
  if (draft === undefined || checked === undefined) throw new Error('nothing to copy')
  const salt = Math.floor(Math.random() * 1_000_000_000)
  const drafts = await copyCases(
    house,
    REGION,
    Array.from({ length: wanted.drafts }, (_, n) => {
      const { couple, accountId } = citizensOf[n % citizensOf.length]!
      return { template: draft, copy: { couple, accountId, shiftMs: 0, index: salt + n } }
    }),
  )
  const couples = (await findCouples(house, REGION, facts.citizens.length + wanted.registrations)).filter(
    ({ mother }) => !facts.citizens.some((one) => one.couple.mother === mother),
  )
  const ready = await copyCases(
    house,
    REGION,
    couples.slice(0, wanted.registrations).map((couple, n) => ({
      template: checked,
      copy: { couple, shiftMs: 0, index: salt + 500_000 + n },
    })),
  )
  const codes = (
    await house.database.inRegion(REGION, (tx) =>
      sql<{
        code: string
      }>`select short_code code from document where region_code = ${REGION} and state = 'valid' limit 60`.execute(tx),
    )
  ).rows.map(({ code }) => code)
  const accountsOf = async (role: string) =>
    (
      await house.database.inRegion(REGION, (tx) =>
        sql<{
          id: string
        }>`select account_id id from role_assignment where region_code = ${REGION} and role = ${role} and place = ${REGION}
          and exists (select from region_setting s where s.region_code = role_assignment.region_code and s.name = 'demo-people' and s.value::text like '%' || account_id || '%')`.execute(
          tx,
        ),
      )
    ).rows.map(({ id }) => id)
  const data = await accountsOf('data-officer')
  const office = [...(await accountsOf('front-office')), ...(await accountsOf('verifier'))]
  const [validator] = await accountsOf('validator')
  const [head] = await accountsOf('head')
  return async (base) => {
    const many = async (accounts: readonly string[], count: number) => {
      const list: Person[] = []
      for (let n = 0; n < count; n++) list.push(await signedIn(base, accounts[n % accounts.length]!))
      return list
    }
    return {
      browsers: new Browsers(base),
      citizens: await many(
        citizensOf.map((one) => one.accountId),
        citizensOf.length,
      ),
      readers: await many(data, Math.ceil(citizensOf.length / 7.5)),
      workers: await many(office, Math.ceil(citizensOf.length / 5.4)),
      validator: await signedIn(base, validator!),
      head: await signedIn(base, head!, true),
      drafts: drafts.map((id, n) => ({ id, owner: n % citizensOf.length })),
      ready: [...ready],
      codes,
      facts,
    }
  }
}

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!

/** Which action comes next, by its share. */
export function drawKind(shares: Readonly<Record<Kind, number>> = SHARES): Kind {
  const kinds = Object.entries(shares) as [Kind, number][]
  let rest = Math.random() * kinds.reduce((sum, [, share]) => sum + share, 0)
  for (const [kind, share] of kinds) {
    rest -= share
    if (rest < 0) return kind
  }
  return 'list'
}

function wanted(kind: Kind, reply: Reply, isRight: boolean): number {
  if (!isRight) throw new Error(`${kind}: ${reply.status} ${reply.location} ${sentences(reply.text)}`)
  return Buffer.byteLength(reply.text)
}

/** The first half of a registration: the section head approves a case, which prepares it. Gives its id. */
export async function approve({ browsers, ready, validator }: Stage): Promise<string> {
  const id = ready.pop()
  if (id === undefined) throw new Error('register: no case is left')
  const approved = await browsers.ask('POST', `/${REGION}/office/cases/${id}/actions/validate`, validator.cookie, {
    key: crypto.randomUUID(),
    seen: 'yes',
  })
  wanted('register', approved, approved.status === 303 && approved.location.includes('show=mine'))
  return id
}

/** The second half: the head of office signs it, which writes the register. */
export async function signApproved({ browsers, head }: Stage, id: string): Promise<number> {
  const signed = await browsers.ask('POST', `/${REGION}/office/cases/${id}/actions/sign`, head.cookie, {
    key: crypto.randomUUID(),
    seen: 'yes',
  })
  return wanted('register', signed, signed.status === 303 && !signed.location.includes('step-up'))
}

/** Does one action; gives the bytes of its page. Throws when the answer is not what a person wanted. */
export async function act(stage: Stage, kind: Kind): Promise<number> {
  const { browsers, facts } = stage
  const must = (reply: Reply, isRight: boolean): number => wanted(kind, reply, isRight)
  const key = crypto.randomUUID()
  switch (kind) {
    case 'submit': {
      const draft = stage.drafts.pop()
      if (draft === undefined) throw new Error('submit: no draft is left')
      const sent = await browsers.ask(
        'POST',
        `/${REGION}/cases/${draft.id}/submit`,
        stage.citizens[draft.owner]!.cookie,
        { key },
      )
      return must(sent, sent.status === 303 && sent.location.includes(draft.id))
    }
    case 'register':
      return signApproved(stage, await approve(stage))
    case 'search': {
      const { name } = pick(facts.people)
      const found = await browsers.ask('POST', `/${REGION}/office/register`, pick(stage.readers).cookie, {
        name,
        for: 'application',
        purpose: 'application',
      })
      return must(found, found.status === 200 && found.text.includes('/office/register/persons/'))
    }
    case 'record': {
      const { id } = pick(facts.people)
      const read = await browsers.ask(
        'GET',
        `/${REGION}/office/register/persons/${id}?for=application`,
        pick(stage.readers).cookie,
      )
      return must(read, read.status === 200 && read.text.includes('<h1'))
    }
    case 'list': {
      const list = await browsers.ask('GET', `/${REGION}/office`, pick(stage.workers).cookie)
      return must(list, list.status === 200 && list.text.includes('/office/cases/'))
    }
    case 'qr': {
      const paper = await browsers.ask('GET', `/${REGION}/v/${pick(stage.codes)}`, '')
      return must(paper, paper.status === 200)
    }
  }
}

function sentences(html: string): string {
  return html
    .replace(/^.*?<main/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 600)
}

/** Every kind a few times, so that plans, templates and code are warm. */
export async function warmUp(stage: Stage, rounds: number): Promise<void> {
  for (let n = 0; n < rounds; n++)
    for (const kind of ['list', 'search', 'record', 'qr', 'submit', 'register'] as const) await act(stage, kind)
}
