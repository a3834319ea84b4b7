// The sealer's work on one region: numbers committed entries in order and chains their hashes. Must stay true: one
// sealer at a time for a region (an advisory lock, and the unique number as second lock); it runs beside the requests,
// never inside them; sealing twice changes nothing.
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Tx } from '../db/tx.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { entryHash, genesis } from './chain.ts'
import { type HeadStore, type SignedHead, signHead } from './heads.ts'
import type { JournalTable } from './journal.ts'

export type SealingTools = { readonly ring: KeyRing; readonly heads: HeadStore; readonly clock: Clock }
export type Sealed = { readonly sealed: number; readonly number: number }

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
type End = { number: number; hash: Buffer }

const PAGE = 1000

async function lockChain(tx: Tx, region: string): Promise<boolean> {
  const { rows } = await sql<{
    locked: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`journal ${region}`}, 0)) as locked`.execute(tx)
  return rows[0]?.locked === true
}

async function endOfChain(tx: Tx, region: string): Promise<End> {
  const last = await tx
    .withTables<Tables>()
    .selectFrom('journal')
    .select(['number', 'hash'])
    .where('region_code', '=', region)
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { number: last?.number ?? 0, hash: last?.hash ?? genesis(region) }
}

async function appendPage(tx: Tx, region: string, from: End): Promise<{ end: End; count: number }> {
  const entries = await tx
    .withTables<Tables>()
    .selectFrom('journal')
    .selectAll()
    .where('region_code', '=', region)
    .where('number', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(PAGE)
    .execute()
  if (entries.length === 0) return { end: from, count: 0 }
  let { number, hash } = from
  const links = entries.map((entry) => {
    number += 1
    hash = entryHash(hash, number, entry)
    return { id: entry.id, number, hash }
  })
  await sql`
    update journal set number = link.number, hash = link.hash
    from unnest(${links.map(({ id }) => id)}::uuid[], ${links.map((link) => link.number)}::bigint[], ${links.map((link) => link.hash)}::bytea[]) as link (id, number, hash)
    where journal.region_code = ${region} and journal.id = link.id`.execute(tx)
  return { end: { number, hash }, count: links.length }
}

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/**
 * Signs the head of the last full day, once: the newest entry from before today. Nothing when no entry came since the
 * last head.
 */
async function closeDay(tx: Tx, region: string, now: Date, ring: KeyRing): Promise<SignedHead | undefined> {
  const yesterday = dayOf(new Date(now.getTime() - 86_400_000))
  const heads = tx.withTables<Tables>().selectFrom('journal_heads').select(['day', 'number'])
  const last = await heads.where('region_code', '=', region).orderBy('day', 'desc').limit(1).executeTakeFirst()
  if (last !== undefined && last.day >= yesterday) return undefined
  const end = await tx
    .withTables<Tables>()
    .selectFrom('journal')
    .select(['number', 'hash'])
    .where('region_code', '=', region)
    .where('number', '>', last?.number ?? 0)
    .where('at', '<', new Date(`${dayOf(now)}T00:00:00Z`))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (end?.number == null || end.hash === null) return undefined
  const head = signHead(ring, {
    region,
    day: yesterday,
    number: end.number,
    hash: end.hash.toString('hex'),
    at: now.toISOString(),
  })
  await tx
    .withTables<Tables>()
    .insertInto('journal_heads')
    .values({
      region_code: region,
      day: yesterday,
      number: end.number,
      hash: end.hash,
      signed_at: now,
      key_id: head.keyId,
      signature: Buffer.from(head.signature, 'base64'),
    })
    .execute()
  return head
}

/**
 * Seals what is committed and not yet sealed, closes the last day when its head is missing, and keeps the running head
 * outside the database. Gives how many entries were sealed and the last number; nothing is done while another sealer works.
 * `daysClosed` remembers between calls which regions need no head today.
 */
export async function sealJournal(
  db: Database,
  region: string,
  tools: SealingTools,
  daysClosed: Map<string, string> = new Map(),
): Promise<Sealed> {
  const now = tools.clock.now()
  const done = await db.asPlatform(async (tx) => {
    if (!(await lockChain(tx, region))) return undefined
    let end = await endOfChain(tx, region)
    const closed = daysClosed.get(region) === dayOf(now) ? undefined : await closeDay(tx, region, now, tools.ring)
    let sealed = 0
    for (;;) {
      const page = await appendPage(tx, region, end)
      end = page.end
      sealed += page.count
      if (page.count < PAGE) return { closed, end, sealed }
    }
  })
  if (done === undefined) return { sealed: 0, number: 0 }
  if (done.closed !== undefined) await tools.heads.write(done.closed)
  daysClosed.set(region, dayOf(now))
  if (done.sealed > 0) {
    const at = now.toISOString()
    await tools.heads.write(
      signHead(tools.ring, { region, day: 'latest', number: done.end.number, hash: done.end.hash.toString('hex'), at }),
    )
  }
  return { sealed: done.sealed, number: done.end.number }
}

/** The regions that have unsealed entries. */
export async function regionsToSeal(db: Database): Promise<readonly string[]> {
  return db.asPlatform(
    async (tx) => {
      const rows = await tx
        .withTables<Tables>()
        .selectFrom('journal')
        .select('region_code')
        .distinct()
        .where('number', 'is', null)
        .execute()
      return rows.map(({ region_code }) => region_code)
    },
    { readOnly: true },
  )
}
