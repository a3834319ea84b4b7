// Events in the order they were committed, repeatable from any point. Must stay true: a position is given once, after
// the commit, by one writer at a time; a reader that keeps the last position it saw misses nothing and may read twice.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { isEventGenuine, type RegisterEvent, type RegisterEventKind } from './register-events.ts'
import type { RegisterTables } from './tables.ts'

export type NumberedEvent = RegisterEvent & {
  readonly position: number
  readonly recordedAt: Date
  readonly isGenuine: boolean
}

/** Numbers committed events that have no position yet; events of one person keep their order. Gives how many. */
export async function numberEvents(tx: Tx, region: string): Promise<number> {
  const { rows } = await sql<{
    locked: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`register events ${region}`}, 0)) as locked`.execute(tx)
  if (rows[0]?.locked !== true) return 0
  const done = await sql`
    with waiting as (
      select event_id, row_number() over (order by recorded_at, person_id, person_seq, kind) as place
      from register_event where region_code = ${region} and position is null
    ), last as (select coalesce(max(position), 0) as position from register_event where region_code = ${region} and position is not null)
    update register_event e set position = last.position + waiting.place from waiting, last
    where e.region_code = ${region} and e.event_id = waiting.event_id`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}

/** Events after a position, oldest first. Start with 0. */
export async function listEventsAfter(
  tx: Tx,
  ring: KeyRing,
  region: string,
  after: number,
  limit: number,
): Promise<readonly NumberedEvent[]> {
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('register_event')
    .selectAll()
    .where('region_code', '=', region)
    .where('position', '>', after)
    .orderBy('position')
    .limit(Math.min(limit, 1000))
    .execute()
  return rows.map((row) => {
    const event: RegisterEvent = {
      eventId: row.event_id,
      personId: row.person_id,
      seq: row.person_seq,
      kind: row.kind as RegisterEventKind,
      date: row.event_date,
    }
    return {
      ...event,
      position: row.position ?? 0,
      recordedAt: row.recorded_at,
      isGenuine: isEventGenuine(ring, region, event, row.key_id, row.signature),
    }
  })
}
