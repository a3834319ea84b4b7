// Takes over what the growth module measured and gave: conditions begin and end, services become received. Must stay true: running
// twice changes nothing; what a person noted or an agency delivered is never undone; a service done in an earlier quarter (90
// tablets, complete immunisation) counts in this one too, with the day it was done.
import { addDays, type PlainDate } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { findService, services } from './editions.ts'
import { queueRollup, refreshVillage } from './list-commands.ts'
import * as people from './people-store.ts'
import { listServicesOfSubjects, putServices } from './service-store.ts'

export type CareNews = {
  readonly personId: string
  /** Conditions the teller can judge of this person: what is not in `holds` does not hold. */
  readonly judged: readonly string[]
  readonly holds: readonly { readonly code: string; readonly from: PlainDate }[]
  readonly received: readonly { readonly service: string; readonly on: PlainDate; readonly by: string }[]
}
const SOURCE = 'growth'
const SYSTEM = 'system:growth'
/** A condition that still holds is noted anew when it would soon end by itself. */
const RENEW_DAYS = 31

/** Gives how many rows changed. */
export async function followCare(
  tx: Tx,
  region: string,
  news: readonly CareNews[],
  at: { readonly period: string; readonly on: PlainDate; readonly now: Date },
): Promise<number> {
  const touched = new Set<string>()
  let changed = 0
  const known = await people.listConditions(
    tx,
    region,
    news.map(({ personId }) => personId),
    at.on,
  )
  for (const one of news) {
    const person = await people.findTargetPerson(tx, region, one.personId)
    if (person === undefined || person.status !== 'active') continue
    const own = known.filter(({ person_id }) => person_id === one.personId)
    for (const code of one.judged) {
      const lasts = services.conditions.find((condition) => condition.code === code)?.days
      if (lasts === undefined) continue
      const held = one.holds.find((hold) => hold.code === code)
      const standing = own.filter(
        (row) => row.code === code && row.until_day === null && addDays(row.from_day, lasts) >= at.on,
      )
      if (held === undefined) {
        const ended =
          standing.length === 0 ? 0 : await people.endConditions(tx, region, one.personId, code, at.on, SYSTEM)
        if (ended > 0) await note(tx, one.personId, code, 'convergence.condition-end', at.now)
        if (ended > 0) touched.add(person.village_code)
        changed += ended
        continue
      }
      const isFresh = standing.some(
        (row) => row.from_day >= held.from || addDays(row.from_day, lasts - RENEW_DAYS) >= at.on,
      )
      if (isFresh || addDays(held.from, lasts) < at.on) continue
      const isNew = await people.insertCondition(tx, {
        region_code: region,
        condition_id: newId(),
        person_id: one.personId,
        code,
        from_day: held.from,
        until_day: null,
        source: SOURCE,
        noted_by: SYSTEM,
        noted_at: at.now,
        ended_by: null,
      })
      if (!isNew) continue
      await note(tx, one.personId, code, 'convergence.condition', at.now)
      touched.add(person.village_code)
      changed++
    }
  }
  for (const village of [...touched].sort()) await refreshVillage(tx, region, village, at)
  return changed + (await receive(tx, region, news, at))
}

async function note(tx: Tx, subject: string, code: string, action: string, at: Date): Promise<void> {
  await writeJournal(tx, { at, actor: SYSTEM, role: 'system', subject, action, fields: [code] })
}

async function receive(
  tx: Tx,
  region: string,
  news: readonly CareNews[],
  at: { readonly period: string; readonly now: Date },
): Promise<number> {
  const rows = await listServicesOfSubjects(
    tx,
    region,
    at.period,
    news.filter(({ received }) => received.length > 0).map(({ personId }) => personId),
  )
  const put = rows.flatMap((row) => {
    if (row.state === 'received' || row.state === 'refused') return []
    const got = news
      .find(({ personId }) => personId === row.subject_id)
      ?.received.find(({ service }) => service === row.service)
    if (got === undefined || findService(row.service) === undefined) return []
    return [
      {
        ...row,
        state: 'received' as const,
        given_on: got.on,
        giver: got.by,
        reason: null,
        changed_by: SYSTEM,
        changed_at: at.now,
      },
    ]
  })
  await putServices(tx, put)
  for (const village of new Set(put.map((row) => row.village_code))) await queueRollup(tx, at.period, village)
  return put.length
}
