// What the population register tells growth: deaths and moves end stays, corrections put sex, birth date and name right. Must
// stay true: events are read in order from the last position seen, and reading one twice changes nothing; an event that is
// not genuine is left out; nothing is told back.

import type { Tx } from '../../platform/db/tx.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { findSetting, setSetting } from '../regions/store.ts'
import { listEventsAfter, type NumberedEvent } from '../register/event-store.ts'
import type { RegisterTables } from '../register/tables.ts'
import type { ChildRecord } from './child.ts'
import { endStay, rescore } from './child-change-commands.ts'
import { childOf } from './child-codec.ts'
import { findChildByPerson, lockChild, updateChild } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { measurementOf } from './measurement-codec.ts'
import { listMeasurements } from './measurement-store.ts'
import { recountChild } from './recount-child.ts'

const POSITION = 'register-position-of-children'
const AT_ONCE = 200

/** Takes up all events that wait; gives how many. Calling again takes up nothing. */
export async function takeRegisterNews(context: GrowthContext, region: string): Promise<number> {
  let done = 0
  for (;;) {
    const taken = await context.database.inRegion(region, async (tx) => {
      const known = await findSetting(tx, region, POSITION)
      const after = typeof known === 'number' ? known : 0
      const events = await listEventsAfter(tx, context.ring, region, after, AT_ONCE)
      for (const event of events) if (event.isGenuine) await takeUp(tx, context, region, event)
      const last = events.at(-1)
      if (last !== undefined)
        await setSetting(tx, {
          region_code: region,
          name: POSITION,
          value: last.position,
          changed_by: 'system:growth',
          changed_at: context.clock.now(),
        })
      return events.length
    })
    done += taken
    if (taken < AT_ONCE) return done
  }
}

async function takeUp(tx: Tx, context: GrowthContext, region: string, event: NumberedEvent): Promise<void> {
  const found = await findChildByPerson(tx, region, { personId: event.personId })
  if (found === undefined || found.status === 'duplicate' || found.status === 'died') return
  const row = await lockChild(tx, region, found.child_id)
  if (row === undefined) return
  const child = childOf(context.ring, row)
  const person = await tx
    .withTables<Pick<RegisterTables, 'person'>>()
    .selectFrom('person')
    .select(['name', 'sex', 'birth_date', 'status', 'village_code'])
    .where('region_code', '=', region)
    .where('person_id', '=', event.personId)
    .executeTakeFirst()
  if (person === undefined) return
  const today = context.today(region)
  const on = event.date > today ? today : event.date
  let action: string | undefined
  if (event.kind === 'person.died') {
    await endStay(tx, context, region, child, { kind: 'died', on: on < child.birthDate ? child.birthDate : on })
    action = 'child.died'
  } else if (event.kind === 'person.moved' && child.status === 'active') {
    // A child of another village stands in that village's list of newcomers and brings its history along.
    const hasLeft = person.status !== 'active' || person.village_code !== child.villageCode
    if (hasLeft) {
      await endStay(tx, context, region, child, { kind: 'moved', on: on < child.birthDate ? child.birthDate : on })
      action = 'child.left'
    }
  } else if (event.kind === 'person.corrected') {
    const sex = person.sex === 'L' ? 1 : 2
    const next: ChildRecord = { ...child, name: person.name, sex, birthDate: person.birth_date }
    if (next.name !== child.name || next.sex !== child.sex || next.birthDate !== child.birthDate) {
      await updateChild(tx, region, child.childId, child.version, {
        name: next.name,
        sex: next.sex,
        birth_date: next.birthDate,
        updated_at: context.clock.now(),
      })
      if (next.sex !== child.sex || next.birthDate !== child.birthDate) {
        const all = (await listMeasurements(tx, region, child.childId)).map(measurementOf)
        const scored = await rescore(tx, region, next, all)
        await recountChild(tx, region, next, scored, context.editions(region))
      }
      action = 'child.change'
    }
  }
  if (action !== undefined)
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: 'system:growth',
      role: 'system',
      subject: event.personId,
      action,
    })
}
