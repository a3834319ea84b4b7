// Deciding alarms, and whose record is guarded. Must stay true: nobody decides an alarm about themselves; a breach opens its
// record in the same step, so that its clock runs; explanations are sealed.
import { isUuid } from '../../kernel/id.ts'
import { readNik } from '../../kernel/nik.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { sealWords } from './codec.ts'
import { keeperRole, type PrivacyTools, tell } from './context.ts'
import { dueOf, faultOfWords } from './rules.ts'
import { insertBreach } from './store.ts'
import { changeAlarm, findAlarm, protectPerson } from './watch-store.ts'

/** Refuses `not-found`, `privacy-outcome-alarm`, words, `privacy-state`, `privacy-own-alarm`. */
export async function decideAlarm(
  tools: PrivacyTools,
  visitor: Visitor,
  id: string,
  outcome: string,
  words: string,
  key: string,
): Promise<Result<{ readonly breachId?: string }>> {
  if (keeperRole(visitor) === undefined || !isUuid(id)) return refuse('not-found')
  if (outcome !== 'explained' && outcome !== 'breach') return refuse('privacy-outcome-alarm', 'outcome')
  const fault = faultOfWords(words, 'words')
  if (fault !== undefined) return refuseAll([fault])
  const region = visitor.region!.code
  const account = visitor.actor!.accountId
  const now = tools.clock.now()
  return tools.database.inRegion(region, (tx) =>
    once(tx, `alarm:${id}:${key}`, `${outcome}:${account}`, async () => {
      const row = await findAlarm(tx, region, id, true)
      if (row === undefined) return refuse('not-found')
      if (row.state !== 'open') return refuse('privacy-state')
      if (row.actor === account) return refuse('privacy-own-alarm')
      const breachId = outcome === 'breach' ? newId() : undefined
      if (breachId !== undefined)
        await insertBreach(tx, {
          region_code: region,
          breach_id: breachId,
          drill: false,
          facts: sealWords(
            tools.ring,
            'breach',
            breachId,
            JSON.stringify({
              what: `Pembacaan data di luar tugas (${row.rule}, ${row.seen} kali).`,
              how: words.trim(),
            }),
          ),
          kinds: ['identity'],
          people: row.subject === null ? null : 1,
          found_at: now,
          due_at: dueOf(now),
          recorded_at: now,
          recorded_by: account,
          authority_at: null,
          subjects_at: null,
          closed_at: null,
          closed_by: null,
        })
      await changeAlarm(tx, region, id, {
        state: outcome,
        decided_by: account,
        decided_at: now,
        words: sealWords(tools.ring, 'alarm', id, words.trim()),
        breach_id: breachId ?? null,
      })
      await tell(tx, tools, visitor, `alarm.${outcome}`)
      return accept(breachId === undefined ? {} : { breachId })
    }),
  )
}

/** Whoever opens this person's record from now on is asked why. */
export async function guardPerson(
  tools: PrivacyTools & { readonly findPerson: (tx: Tx, region: string, nik: string) => Promise<string | undefined> },
  visitor: Visitor,
  nik: string,
  key: string,
): Promise<Result<null>> {
  if (keeperRole(visitor) === undefined) return refuse('not-yours')
  const { code: region, timeZone } = visitor.region!
  const now = tools.clock.now()
  const read = readNik(nik, { at: 'nik', today: todayIn(timeZone, now.getTime()) })
  if (!read.ok) return read
  const account = visitor.actor!.accountId
  return tools.database.inRegion(region, (tx) =>
    once(tx, `protect:${key}`, account, async () => {
      const person = await tools.findPerson(tx, region, read.value.nik)
      if (person === undefined) return refuse('privacy-no-person', 'nik')
      await protectPerson(tx, region, person, account, now)
      await tell(tx, tools, visitor, 'alarm.protect', { subject: person })
      return accept(null)
    }),
  )
}
