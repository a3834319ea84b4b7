// The origin lets go of people whom another region has accepted: off their card, moved out, their numbers with them.
// Must stay true: it happens once for a letter, by the message of the destination and never before.
import { sql } from 'kysely'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { familyOf, openMembers } from './kinship.ts'
import { loadSnapshot } from './load.ts'
import { resultOf } from './plan-result.ts'
import { eventsOf } from './register-events.ts'
import type { TransferRow } from './tables.ts'
import { WorkingRegister } from './working-register.ts'
import { type Writing, writePlan } from './write-changes.ts'

export async function letGo(tx: Tx, writing: Writing, transfer: TransferRow): Promise<void> {
  const { region, now, newId } = writing
  const snapshot = await loadSnapshot(tx, writing.ring, region, { personIds: transfer.person_ids })
  const register = new WorkingRegister(snapshot, todayIn(await zoneOf(tx, region), now.getTime()))
  const cards = new Set<string>()
  for (const id of transfer.person_ids) {
    const person = register.persons.get(id)
    if (person?.status !== 'moving') continue
    const family = familyOf(register, id)
    if (family !== undefined) cards.add(family.id)
    register.closeMembership(id, 'moved')
    register.setPerson(id, 'status', 'moved-out')
    if (person.nikStatus !== 'none') register.setPerson(id, 'nikStatus', 'moved-out')
  }
  for (const id of cards) if (openMembers(register.family(id)).length === 0) register.setFamily(id, 'status', 'retired')
  const plan = { changes: register.changes, result: resultOf(register), from: register.from }
  const events = eventsOf(plan, newId)
  await writePlan(tx, writing, plan, events)
  if (events.length > 0) await writeOutbox(tx, { kind: 'register.events', key: region })
}

/** The clock of a region's offices. */
async function zoneOf(tx: Tx, region: string): Promise<string> {
  const { rows } = await sql<{ time_zone: string }>`select time_zone from regions where code = ${region}`.execute(tx)
  return rows[0]?.time_zone ?? 'Asia/Jakarta'
}
