// Messages between regions: each side writes its own rows only, once, whatever is repeated or breaks on the way.
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { accept, refuse } from '../../kernel/refusal.ts'
import { systemClock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../ids.ts'
import { queueState } from './dead.ts'
import { type JobRunner, startJobs } from './jobs.ts'
import { type MessageKind, messageJobs, onMessage, type Receipt, sendMessage } from './messages.ts'
import { writeOutbox } from './outbox.ts'

let db: Database
let runner: JobRunner | undefined
const start = async (...kinds: MessageKind[]) => {
  runner = await startJobs(db, messageJobs(db, kinds), { clock: systemClock, pollMs: 100 })
  return runner
}
beforeAll(async () => {
  db = await openTestDatabase({ migrations: platformMigrations() })
  await db.asPlatform((tx) =>
    sql`insert into regions (code, name, level) values ('63.11', 'Balangan', 'regency'), ('64.02', 'Kutai Barat', 'regency')`.execute(
      tx,
    ),
  )
})
afterAll(() => db.close())
afterEach(() => runner?.stop())
const rows = async (region: string, table: 'messages' | 'inbox') =>
  (
    await db.inRegion(region, (tx) =>
      sql<{
        id: string
        state: string
      }>`select id, state from ${sql.table(table)} where kind = 'person.move' order by id`.execute(tx),
    )
  ).rows

describe('a message', () => {
  it('is received in the other region, and its receipt comes back once', async () => {
    const received: object[] = []
    const receipts: Receipt[] = []
    const jobs = await start(
      onMessage(
        'person.move',
        async (tx, message) => {
          const { rows: where } = await sql<{ region: string }>`select current_setting('app.region') as region`.execute(
            tx,
          )
          received.push({ ...message, sentAt: undefined, where: where[0]?.region })
          return accept({ registered: true })
        },
        async (tx, receipt) => {
          await writeOutbox(tx, { kind: 'message.deliver', payload: { message: receipt.id } })
          receipts.push(receipt)
        },
      ),
    )
    const id = newId()
    const send = () =>
      db.inRegion('63.11', (tx) => sendMessage(tx, { to: '64.02', kind: 'person.move', id, body: { person: 'p1' } }))
    await send()
    await send()
    await jobs.settle()
    expect(received).toEqual([
      {
        from: '63.11',
        to: '64.02',
        kind: 'person.move',
        id,
        body: { person: 'p1' },
        sentAt: undefined,
        where: '64.02',
      },
    ])
    expect(receipts).toEqual([{ id, from: '64.02', kind: 'person.move', accepted: true, answer: { registered: true } }])
    expect(await rows('63.11', 'messages')).toEqual([{ id, state: 'accepted' }])
    expect(await rows('64.02', 'inbox')).toEqual([{ id, state: 'accepted' }])
    expect(await rows('63.11', 'inbox')).toEqual([])
  })

  it('that is refused leaves nothing but the refusal, which the sender gets', async () => {
    const receipts: Receipt[] = []
    const jobs = await start(
      onMessage(
        'person.refuse',
        async (tx) => {
          await sql`insert into idempotency (key, request_hash) values ('trace of a refused message', '')`.execute(tx)
          return refuse('person-known', 'person')
        },
        async (_tx, receipt) => void receipts.push(receipt),
      ),
    )
    const id = newId()
    await db.inRegion('63.11', (tx) => sendMessage(tx, { to: '64.02', kind: 'person.refuse', id, body: null }))
    await jobs.settle()
    expect(receipts).toEqual([
      { id, from: '64.02', kind: 'person.refuse', accepted: false, refusals: [{ code: 'person-known', at: 'person' }] },
    ])
    const trace = await db.inRegion('64.02', (tx) => sql`select 1 from idempotency where key like 'trace%'`.execute(tx))
    expect(trace.rows).toEqual([])
  })

  it('whose sender did not hear the receipt is not received twice', async () => {
    let received = 0
    let deaf = true
    const jobs = await start(
      onMessage(
        'person.deaf',
        async () => accept(++received),
        async () => {
          if (deaf) throw new Error('the sender broke down')
        },
      ),
    )
    const id = newId()
    await db.inRegion('63.11', (tx) => sendMessage(tx, { to: '64.02', kind: 'person.deaf', id, body: null }))
    await jobs.settle()
    deaf = false
    await db.inRegion('63.11', (tx) => writeOutbox(tx, { kind: 'message.deliver', payload: { message: id } }))
    await jobs.settle()
    expect(received).toBe(1)
    const state = await db.inRegion('63.11', (tx) =>
      sql<{ state: string; receipt: { answer: number } }>`select state, receipt from messages where id = ${id}`.execute(
        tx,
      ),
    )
    expect(state.rows).toEqual([{ state: 'accepted', receipt: expect.objectContaining({ answer: 1 }) }])
  })

  it('to a region that is not here comes back refused', async () => {
    const receipts: Receipt[] = []
    const jobs = await start(
      onMessage(
        'person.far',
        async () => accept(null),
        async (_tx, receipt) => void receipts.push(receipt),
      ),
    )
    await db.inRegion('63.11', (tx) => sendMessage(tx, { to: '91.01', kind: 'person.far', id: newId(), body: null }))
    await jobs.settle()
    expect(receipts).toMatchObject([{ accepted: false, refusals: [{ code: 'message-region-unknown' }] }])
  })

  it('that nobody can receive yet waits in the queue', async () => {
    const jobs = await start()
    await db.inRegion('63.11', (tx) =>
      sendMessage(tx, { to: '64.02', kind: 'person.new-kind', id: newId(), body: null }),
    )
    await jobs.settle()
    expect((await queueState(db)).waiting).toBeGreaterThan(0)
  })
})
