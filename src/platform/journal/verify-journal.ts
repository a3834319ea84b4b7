// Proves that nothing in a region's journal was changed, removed, inserted or reordered since it was sealed. Must stay
// true: reads every entry and every head; a head outside the database also uncovers entries cut off at the end.
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Tx } from '../db/tx.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { entryHash, genesis } from './chain.ts'
import { type HeadStore, isHeadGenuine, type SignedHead } from './heads.ts'
import type { JournalTable } from './journal.ts'

export type Problem = {
  /** `changed`: an entry differs from what was sealed; `missing`: numbers are gone; `head`: a signed head does not fit; `cut`: entries at the end are gone. */
  readonly kind: 'changed' | 'missing' | 'head' | 'cut'
  readonly number: number
  readonly day?: string
}
export type JournalReport = {
  readonly region: string
  readonly sealed: number
  /** Committed, not sealed yet: nothing can be proved about these. */
  readonly unsealed: number
  readonly heads: number
  /** At most 100; the first tells where to look. */
  readonly problems: readonly Problem[]
}
export type VerifyTools = { readonly ring: KeyRing; readonly heads: HeadStore }

type HeadTable = {
  region_code: string
  day: string
  number: number
  hash: Buffer
  signed_at: Date
  key_id: string
  signature: Buffer
}
type Tables = { journal: JournalTable; journal_heads: HeadTable }

const PAGE = 2000
const MOST_PROBLEMS = 100

class Check {
  readonly problems: Problem[] = []
  readonly wanted = new Map<number, { hash: string; day: string }[]>()
  constructor(
    readonly region: string,
    readonly ring: KeyRing,
  ) {}

  add(problem: Problem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem)
  }

  /** A head outside the database: genuine, of this region, and to be met on the way along the chain. */
  expect(head: SignedHead): void {
    if (head.region !== this.region || !isHeadGenuine(this.ring, head))
      this.add({ kind: 'head', number: head.number, day: head.day })
    this.wanted.set(head.number, [...(this.wanted.get(head.number) ?? []), { hash: head.hash, day: head.day }])
  }

  meet(number: number, hash: string): void {
    for (const head of this.wanted.get(number) ?? [])
      if (head.hash !== hash) this.add({ kind: 'head', number, day: head.day })
    this.wanted.delete(number)
  }
}

function pageAfter(tx: Tx, region: string, number: number) {
  return tx
    .withTables<Tables>()
    .selectFrom('journal')
    .selectAll()
    .where('region_code', '=', region)
    .where('number', '>', number)
    .orderBy('number')
    .limit(PAGE)
    .execute()
}

async function walk(tx: Tx, check: Check): Promise<{ sealed: number; last: number }> {
  let before: Uint8Array = genesis(check.region)
  let number = 0
  let sealed = 0
  // Numbers start at 1; anything below was put there by hand.
  let from = Number.MIN_SAFE_INTEGER
  for (;;) {
    const page = await pageAfter(tx, check.region, from)
    for (const entry of page) {
      const here = entry.number ?? 0
      if (here !== number + 1)
        check.add({ kind: here > number ? 'missing' : 'changed', number: here > number ? number + 1 : here })
      const hash = entry.hash ?? Buffer.of()
      if (!entryHash(before, here, entry).equals(hash)) check.add({ kind: 'changed', number: here })
      check.meet(here, hash.toString('hex'))
      before = hash
      number = here
      from = here
      sealed += 1
    }
    if (page.length < PAGE) return { sealed, last: number }
  }
}

/** Heads in the database must be the ones in the files, and the other way round. */
async function compareHeads(tx: Tx, check: Check, outside: readonly SignedHead[]): Promise<number> {
  const inside = await tx
    .withTables<Tables>()
    .selectFrom('journal_heads')
    .selectAll()
    .where('region_code', '=', check.region)
    .orderBy('day')
    .execute()
  const days = new Map(outside.map((head) => [head.day, head]))
  for (const head of inside) {
    const signed: SignedHead = {
      region: check.region,
      day: head.day,
      number: head.number,
      hash: head.hash.toString('hex'),
      at: head.signed_at.toISOString(),
      keyId: head.key_id,
      publicKey: '',
      signature: head.signature.toString('base64'),
    }
    const file = days.get(head.day)
    if (
      file === undefined ||
      file.signature !== signed.signature ||
      file.number !== signed.number ||
      file.hash !== signed.hash
    )
      check.add({ kind: 'head', number: head.number, day: head.day })
    check.expect(signed)
  }
  const known = new Set(inside.map(({ day }) => day))
  for (const head of outside)
    if (head.day !== 'latest' && !known.has(head.day)) check.add({ kind: 'head', number: head.number, day: head.day })
  return inside.length
}

/** Verifies one region. Never throws for a fault of the journal; the report names it. */
export async function verifyJournal(db: Database, region: string, tools: VerifyTools): Promise<JournalReport> {
  // Files first: what they say must then be in the database, however fast it grows meanwhile.
  const outside = await tools.heads.read(region)
  return db.asPlatform(
    async (tx) => {
      const check = new Check(region, tools.ring)
      for (const head of outside) check.expect(head)
      const heads = await compareHeads(tx, check, outside)
      const { sealed, last } = await walk(tx, check)
      for (const [number, [head]] of check.wanted)
        check.add({ kind: number > last ? 'cut' : 'missing', number, day: head?.day })
      const { rows } = await sql<{
        n: number
      }>`select count(*) as n from journal where region_code = ${region} and number is null`.execute(tx)
      return { region, sealed, unsealed: rows[0]?.n ?? 0, heads, problems: check.problems }
    },
    { readOnly: true, isolation: 'snapshot', statementTimeoutMs: 120_000 },
  )
}

/** Verifies every region that has a journal or a head, one after the other. */
export async function verifyAllJournals(db: Database, tools: VerifyTools): Promise<readonly JournalReport[]> {
  const inside = await db.asPlatform(
    (tx) =>
      sql<{
        region_code: string
      }>`select region_code from journal group by region_code union select region_code from journal_heads`.execute(tx),
    { readOnly: true },
  )
  const regions = new Set([...inside.rows.map(({ region_code }) => region_code), ...(await tools.heads.regions())])
  const reports: JournalReport[] = []
  for (const region of [...regions].sort()) reports.push(await verifyJournal(db, region, tools))
  return reports
}
