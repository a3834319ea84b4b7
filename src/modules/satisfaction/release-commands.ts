// Letting sealed answers out in shuffled groups, and computing a period when it is over. Only the system calls these. Must stay true:
// one release is one transaction that writes everything stored of the period anew; an answer leaves only once its token is marked.
import { randomInt } from 'node:crypto'
import { daysBetween } from '../../kernel/date.ts'
import type { Result } from '../../kernel/refusal.ts'
import { accept, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newRandomId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import * as answers from './answer-store.ts'
import type { Moment, SurveyDeps } from './commands.ts'
import { getEdition } from './editions.ts'
import * as invitations from './invitation-store.ts'
import { BURST_MINUTES, burstOf, isLastDayFlood, type Mark } from './patterns.ts'
import type { Period } from './period.ts'
import { closePeriod, computePeriod, openPeriod } from './period-steps.ts'
import * as periods from './period-store.ts'
import { decideRelease, isTooFew, SMALLEST_GROUP, shuffled } from './release.ts'
import { computeResult, type GroupCount, type StoredAnswer } from './result.ts'
import { type SealedAnswer, waitingRoomOf } from './waiting-room.ts'

type Waiting = SealedAnswer & { readonly id: string }

async function readWaiting(tx: Tx, deps: SurveyDeps, region: RegionCode, periodId: string): Promise<Waiting[]> {
  const room = waitingRoomOf(deps.ring, region)
  return (await answers.listWaiting(tx, region, periodId)).map(({ place, sealed }) => ({
    ...room.open(periodId, sealed),
    id: place,
  }))
}

const hashesOf = (waiting: readonly SealedAnswer[]): string[] => [
  ...new Set(waiting.flatMap(({ tokenHash }) => tokenHash ?? [])),
]

/** Marks the tokens of answers whose sender vanished between the two steps of answering. Calling again does nothing. */
export async function settleWaiting(
  deps: SurveyDeps,
  region: RegionCode,
  periodId: string,
  nowMinute: number,
): Promise<number> {
  return deps.db.inRegion(region, async (tx) => {
    const old = (await readWaiting(tx, deps, region, periodId)).filter(
      ({ minute }) => minute <= nowMinute - BURST_MINUTES,
    )
    return invitations.spendInvitations(tx, region, hashesOf(old))
  })
}

export type Released = { readonly released: number; readonly waiting: number }

/** Lets out what may leave now; with `closing`, all of it. Safe to call at any time and again. */
export async function releaseWaiting(
  deps: SurveyDeps,
  region: RegionCode,
  periodId: string,
  now: Date,
  closing = false,
): Promise<Released> {
  const nowMinute = Math.floor(now.getTime() / 60_000)
  await settleWaiting(deps, region, periodId, closing ? nowMinute + BURST_MINUTES : nowMinute)
  return deps.db.inRegion(region, async (tx) => {
    const period = await periods.findPeriod(tx, region, periodId, true)
    if (!period) return { released: 0, waiting: 0 }
    const all = await readWaiting(tx, deps, region, periodId)
    const spent = await invitations.listSpent(tx, region, hashesOf(all))
    const waiting = all.filter(({ tokenHash }) => tokenHash === null || spent.has(tokenHash))
    const kept = await answers.listAnswers(tx, region, periodId)
    if (closing && waiting.length > 0 && isTooFew(waiting.length, kept.length)) {
      await periods.setNotStored(tx, region, periodId, period.notStored + waiting.length)
      await answers.deleteWaiting(
        tx,
        region,
        periodId,
        waiting.map(({ id }) => id),
      )
      return { released: 0, waiting: all.length - waiting.length }
    }
    const release = decideRelease(waiting, kept.length, nowMinute, BURST_MINUTES, closing)
    if (!release) return { released: 0, waiting: all.length }
    const leaving = new Set(release.ids)
    const out = waiting.filter(({ id }) => leaving.has(id))
    const marks = marksOf(waiting, out, kept.length, daysBetween(period.from, period.to) + 1)
    const fresh = out.map(
      ({ id, service, answers: row }): StoredAnswer => ({
        answers: row,
        service: release.unnamed.has(id) ? null : service,
        marks: marks.get(id) ?? [],
      }),
    )
    await answers.replaceAnswers(
      tx,
      region,
      periodId,
      shuffled([...kept, ...fresh], randomInt).map((answer) => ({ ...answer, id: newRandomId() })),
    )
    const comments = [
      ...(await answers.listComments(tx, region, periodId)),
      ...out.flatMap(({ comment }) => (comment === '' ? [] : [comment])),
    ]
    await answers.replaceComments(
      tx,
      region,
      periodId,
      shuffled(comments, randomInt).map((comment) => ({ comment, id: newRandomId() })),
    )
    await answers.addCounts(tx, region, periodId, countsOf(out))
    await answers.deleteWaiting(tx, region, periodId, release.ids)
    return { released: out.length, waiting: all.length - out.length }
  })
}

/** Marks of the answers that leave; a mark that fewer than five of them would carry is not given, because it would single them out. */
function marksOf(
  waiting: readonly Waiting[],
  out: readonly Waiting[],
  storedBefore: number,
  days: number,
): ReadonlyMap<string, Mark[]> {
  const burst = burstOf(waiting)
  const onLastDay = out.filter(({ lastDay }) => lastDay).length
  const flood = isLastDayFlood(onLastDay, storedBefore + out.length - onLastDay, days)
  const marked = new Map<string, Mark[]>()
  const give = (mark: Mark, who: readonly Waiting[]) => {
    if (who.length < SMALLEST_GROUP) return
    for (const { id } of who) marked.set(id, [...(marked.get(id) ?? []), mark])
  }
  give(
    'one-device',
    out.filter(({ id }) => burst.has(id)),
  )
  if (flood)
    give(
      'last-day',
      out.filter(({ lastDay }) => lastDay),
    )
  return marked
}

function countsOf(out: readonly SealedAnswer[]): { attribute: string; value: string; answers: number }[] {
  const counts = new Map<string, { attribute: string; value: string; answers: number }>()
  const count = (attribute: string, value: string) => {
    const key = `${attribute}\n${value}`
    counts.set(key, { attribute, value, answers: (counts.get(key)?.answers ?? 0) + 1 })
  }
  for (const answer of out) {
    count('channel', answer.channel)
    for (const [name, value] of Object.entries(answer.about)) count(name, value)
    for (const [key, n] of Object.entries(answer.extras)) count(`extra:${key}`, String(n))
  }
  return [...counts.values()]
}

/** Opens periods whose first day has come, closes those whose last day has passed, releases what may leave, and computes those whose paper days are over. One call does
 *  for all periods of a region what is due; the job calls it every few minutes. Gives the periods computed. */
export async function runDue(deps: SurveyDeps, region: RegionCode, moment: Moment): Promise<readonly string[]> {
  const computed: string[] = []
  for (const period of await deps.db.inRegion(region, (tx) => periods.listPeriods(tx, region), { readOnly: true })) {
    if (period.state === 'planned' && moment.today >= period.from)
      await stepDue(deps, region, period.id, (found) => openPeriod(found, { kind: 'system' }, moment.today))
    if (period.state === 'open') {
      if (moment.today > period.to)
        await stepDue(deps, region, period.id, (found) => closePeriod(found, { kind: 'system' }, moment.today))
      else await releaseWaiting(deps, region, period.id, moment.now)
    }
    if (
      period.state === 'closed' &&
      period.paperUntil !== null &&
      moment.today > period.paperUntil &&
      (await computeDue(deps, region, period.id, moment)).ok
    )
      computed.push(period.id)
  }
  return computed
}

async function stepDue(
  deps: SurveyDeps,
  region: RegionCode,
  periodId: string,
  step: (period: Period) => Result<Period>,
): Promise<void> {
  await deps.db.inRegion(region, async (tx) => {
    const period = await periods.findPeriod(tx, region, periodId, true)
    const taken = period && step(period)
    if (taken?.ok) await periods.updatePeriodStep(tx, region, taken.value)
  })
}

/** Releases the rest and computes the result of a closed period, once. Refuses as `computePeriod` does. */
export async function computeDue(
  deps: SurveyDeps,
  region: RegionCode,
  periodId: string,
  moment: Moment,
): Promise<Result<{ index: string | null }>> {
  const before = await deps.db.inRegion(region, (tx) => periods.findPeriod(tx, region, periodId), { readOnly: true })
  if (!before) return refuse('satisfaction-period-unknown')
  const may = computePeriod(before, { kind: 'system' }, 0, moment.today)
  if (!may.ok) return may
  await releaseWaiting(deps, region, periodId, moment.now, true)
  return deps.db.inRegion(region, async (tx) => {
    const period = await periods.findPeriod(tx, region, periodId, true)
    if (!period) return refuse('satisfaction-period-unknown')
    const step = computePeriod(
      period,
      { kind: 'system' },
      await answers.countWaiting(tx, region, periodId),
      moment.today,
    )
    if (!step.ok) return step
    const result = computeResult(await inputsOf(tx, region, period))
    await periods.appendResult(tx, region, periodId, 1, result, null, moment.today)
    await periods.updatePeriodStep(tx, region, step.value)
    await writeJournal(tx, {
      at: moment.now,
      actor: 'system:satisfaction',
      role: 'system',
      action: 'satisfaction.compute',
      fields: ['result'],
    })
    return accept({ index: result.index })
  })
}

/** What a result is computed from: only what is stored. The same rows give the same result and hash, on any day. */
export async function inputsOf(tx: Tx, region: RegionCode, period: periods.StoredPeriod, users = period.users) {
  const earlier = (await periods.listPeriods(tx, region, period.unitId)).filter(
    (p) => p.publishedOn !== null && p.to < period.from,
  )
  const previousId = earlier[0]?.id
  const results =
    previousId === undefined ? undefined : (await periods.listResults(tx, region, [previousId])).get(previousId)
  const groups: Readonly<Record<string, readonly GroupCount[]>> = await answers.listCounts(tx, region, period.id)
  return {
    edition: getEdition(period.editionId),
    users,
    answers: await answers.listAnswers(tx, region, period.id),
    comments: await answers.listComments(tx, region, period.id),
    groups,
    notStored: period.notStored,
    previous: results?.[0]?.result ?? null,
  }
}
