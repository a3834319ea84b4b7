// Entries of the registers: breaches with their steps, and what the region does with data outside this program. Must stay
// true: steps are appended, never changed; whoever recorded a breach does not close it; a drill is marked as one.

import { isPlainDate } from '../../kernel/date.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { instantOf, todayIn } from '../../kernel/zone.ts'
import { once } from '../../platform/db/once.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { sealWords } from './codec.ts'
import { keeperRole, type PrivacyTools, tell } from './context.ts'
import { RUN_NOW } from './jobs.ts'
import {
  type ActivityEntry,
  type BreachEntry,
  dueOf,
  faultOfWords,
  faultsOfActivity,
  faultsOfBreach,
  isStepKind,
} from './rules.ts'
import {
  changeBreach,
  endActivity as endActivityRow,
  findBreach,
  insertActivity,
  insertBreach,
  insertStep,
} from './store.ts'

/** Queues the nightly removal of this region at once; a second press while it waits queues nothing more. Refuses `not-yours`. */
export async function runRetentionNow(tools: PrivacyTools, visitor: Visitor): Promise<Result<null>> {
  if (keeperRole(visitor) === undefined) return refuse('not-yours')
  return tools.database.inRegion(visitor.region!.code, async (tx) => {
    await tell(tx, tools, visitor, 'privacy.retention.run')
    await writeOutbox(tx, { kind: RUN_NOW, key: 'all' })
    return accept(null)
  })
}

export type FoundBreach = BreachEntry & { readonly foundOn: string; readonly foundAt: string }

function foundMs(zone: string, day: string, time: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(time.trim()) ?? []
  if (!isPlainDate(day) || hour === undefined || minute === undefined) return undefined
  if (Number(hour) > 23 || Number(minute) > 59) return undefined
  return instantOf(zone, day, Number(hour) * 60 + Number(minute))
}

export async function recordBreach(
  tools: PrivacyTools,
  visitor: Visitor,
  entry: FoundBreach,
  key: string,
): Promise<Result<{ readonly breachId: string }>> {
  if (keeperRole(visitor) === undefined) return refuse('not-yours')
  const { code: region, timeZone } = visitor.region!
  const now = tools.clock.now()
  const found = foundMs(timeZone, entry.foundOn, entry.foundAt)
  const faults = faultsOfBreach(entry, found, now.getTime())
  if (faults.length > 0 || found === undefined) return refuseAll(faults)
  return tools.database.inRegion(region, (tx) =>
    once(tx, `breach:${key}`, `record:${visitor.actor!.accountId}`, async () => {
      const breachId = newId()
      const foundAt = new Date(found)
      await insertBreach(tx, {
        region_code: region,
        breach_id: breachId,
        drill: entry.drill,
        facts: sealWords(
          tools.ring,
          'breach',
          breachId,
          JSON.stringify({ what: entry.what.trim(), how: entry.how.trim() }),
        ),
        kinds: [...new Set(entry.kinds)],
        people: entry.people.trim() === '' ? null : Number(entry.people),
        found_at: foundAt,
        due_at: dueOf(foundAt),
        recorded_at: now,
        recorded_by: visitor.actor!.accountId,
        authority_at: null,
        subjects_at: null,
        closed_at: null,
        closed_by: null,
      })
      await tell(tx, tools, visitor, 'breach.record', { fields: ['what', 'how', 'kinds', 'people', 'found'] })
      return accept({ breachId })
    }),
  )
}

/** One step: a measure, the authority told, the people told, closed. Refuses `privacy-step`, words, `privacy-state`, `privacy-told`, `privacy-four-eyes`. */
export async function stepBreach(
  tools: PrivacyTools,
  visitor: Visitor,
  breachId: string,
  kind: string,
  words: string,
  key: string,
): Promise<Result<null>> {
  if (keeperRole(visitor) === undefined || !isUuid(breachId)) return refuse('not-found')
  if (!isStepKind(kind)) return refuse('privacy-step', 'kind')
  const fault = faultOfWords(words, 'words')
  if (fault !== undefined) return refuseAll([fault])
  const region = visitor.region!.code
  const now = tools.clock.now()
  const { accountId } = visitor.actor!
  return tools.database.inRegion(region, (tx) =>
    once(tx, `breach:${breachId}:${key}`, `${kind}:${accountId}`, async () => {
      const row = await findBreach(tx, region, breachId, true)
      if (row === undefined) return refuse('not-found')
      if (row.closed_at !== null) return refuse('privacy-state')
      if (kind === 'close') {
        if (row.recorded_by === accountId) return refuse('privacy-four-eyes')
        if (row.authority_at === null || row.subjects_at === null) return refuse('privacy-told')
        await changeBreach(tx, region, breachId, { closed_at: now, closed_by: accountId })
      }
      // The first notice is the one the clock asks for; later ones are steps only.
      if (kind === 'authority' && row.authority_at === null)
        await changeBreach(tx, region, breachId, { authority_at: now })
      if (kind === 'subjects' && row.subjects_at === null)
        await changeBreach(tx, region, breachId, { subjects_at: now })
      const stepId = newId()
      await insertStep(tx, {
        region_code: region,
        breach_id: breachId,
        step_id: stepId,
        at: now,
        kind,
        account_id: accountId,
        words: sealWords(tools.ring, 'step', stepId, words.trim()),
      })
      await tell(tx, tools, visitor, `breach.${kind}`)
      return accept(null)
    }),
  )
}

export async function addActivity(
  tools: PrivacyTools,
  visitor: Visitor,
  entry: ActivityEntry,
  key: string,
): Promise<Result<null>> {
  if (keeperRole(visitor) === undefined) return refuse('not-yours')
  const { code: region, timeZone } = visitor.region!
  const now = tools.clock.now()
  const faults = faultsOfActivity(entry, todayIn(timeZone, now.getTime()))
  if (faults.length > 0) return refuseAll(faults)
  return tools.database.inRegion(region, (tx) =>
    once(tx, `activity:${key}`, `add:${visitor.actor!.accountId}`, async () => {
      await insertActivity(tx, {
        region_code: region,
        activity_id: newId(),
        name: entry.name.trim(),
        purpose: entry.purpose.trim(),
        basis: entry.basis.trim(),
        categories: entry.categories.trim(),
        recipients: entry.recipients.trim(),
        retention: entry.retention.trim(),
        owner: entry.owner.trim(),
        review_on: entry.reviewOn,
        created_by: visitor.actor!.accountId,
        created_at: now,
        ended_by: null,
        ended_at: null,
      })
      await tell(tx, tools, visitor, 'processing.add')
      return accept(null)
    }),
  )
}

/** Ends an entry; it stays in the database for whoever asks what was done then. */
export async function endActivity(
  tools: PrivacyTools,
  visitor: Visitor,
  activityId: string,
  key: string,
): Promise<Result<null>> {
  if (keeperRole(visitor) === undefined || !isUuid(activityId)) return refuse('not-found')
  const region = visitor.region!.code
  const { accountId } = visitor.actor!
  return tools.database.inRegion(region, (tx) =>
    once(tx, `activity:${activityId}:${key}`, `end:${accountId}`, async () => {
      if (!(await endActivityRow(tx, region, activityId, accountId, tools.clock.now()))) return refuse('not-found')
      await tell(tx, tools, visitor, 'processing.end')
      return accept(null)
    }),
  )
}
