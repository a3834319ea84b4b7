// Priority villages: the ranking proposed from the figures, the decision of a meeting drafted by one person and confirmed by another.
// Must stay true: a village that differs from the proposal has a reason; a confirmed year is never changed.

import { isPlainDate } from '../../kernel/date.ts'
import { dateParams } from '../../kernel/date-format.ts'
import { decimal, fraction } from '../../kernel/fraction.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import { priority } from './editions.ts'
import { countRisk } from './people-store.ts'
import type { DecisionInput } from './planning-port.ts'
import { type RankedVillage, rankVillages } from './priority.ts'
import * as store from './priority-store.ts'
import type { ConvergenceTools } from './reading.ts'
import { listScores } from './rollup-store.ts'

/** The ranking of all villages from the newest figures of a quarter. */
export async function proposePriority(
  tx: Tx,
  tools: ConvergenceTools,
  region: string,
  year: number,
  period: string,
): Promise<readonly RankedVillage[]> {
  const scores = new Map((await listScores(tx, region, period)).map((row) => [row.village_code, row]))
  const risks = new Map((await countRisk(tx, region)).map((one) => [one.village, one]))
  const growth = await tools.growthFigures(tx, region, period)
  const hard = await store.listHardToReach(tx, region)
  const past = await store.listPastPriority(tx, region, year)
  return rankVillages(
    tools.villages(region).map(({ code }) => {
      const score = scores.get(code)
      const risk = risks.get(code)
      const grown = growth.get(code)
      return {
        village: code,
        isHardToReach: hard.has(code),
        wasPriority: past.has(code),
        ...(grown === undefined
          ? {}
          : { growth: { measured: grown.measured, stunted: grown.stunted, due: grown.coverage.due } }),
        ...(risk === undefined ? {} : { families: { atRisk: risk.atRisk, known: risk.known } }),
        ...(score?.score_n == null || score.score_d == null
          ? score?.score == null
            ? {}
            : { score: decimal(score.score) }
          : { score: fraction(BigInt(score.score_n), BigInt(score.score_d)) }),
      }
    }),
    priority,
  )
}

/** Drafts or repairs the decision of a year. */
export async function draftPriority(
  tx: Tx,
  tools: ConvergenceTools,
  acting: Acting,
  target: { readonly year: number; readonly period: string },
  input: DecisionInput,
): Promise<Result<null>> {
  const { region } = acting
  const [known] = await store.listDecisions(tx, region, target.year, true)
  if (known?.state === 'confirmed')
    return refuse('convergence-priority-confirmed', undefined, {
      year: target.year,
      ...dateParams('date', known.decided_on ?? acting.today),
    })
  const ranked = known?.proposal ?? (await proposePriority(tx, tools, region, target.year, target.period))
  const faults: Refusal[] = []
  const wanted = /^\d{1,4}$/.test(input.howMany.trim()) ? Number(input.howMany) : 0
  if (wanted < 1 || wanted > ranked.length)
    faults.push({ code: 'convergence-how-many', at: 'howMany', params: { max: ranked.length } })
  if (!isPlainDate(input.decidedOn) || input.decidedOn > acting.today)
    faults.push({ code: 'convergence-due-date', at: 'decidedOn' })
  for (const [at, text] of [
    ['minutes', input.minutes],
    ['decree', input.decree],
  ] as const) {
    if (text.trim().length < 3) faults.push({ code: 'convergence-text-missing', at })
    if (text.length > 2000) faults.push({ code: 'convergence-text-long', at, params: { max: 2000 } })
  }
  const names = new Map(tools.villages(region).map((one) => [one.code, one.name]))
  const reasons = new Map(input.changes.map((one) => [one.village, one.reason.trim()]))
  for (const [village, reason] of reasons)
    if (reason.length < 5 || reason.length > 500 || !names.has(village))
      faults.push({
        code: 'convergence-priority-reason',
        at: 'changes',
        params: { village: names.get(village) ?? village },
      })
  if (faults.length > 0) return refuseAll(faults)
  const villages = ranked.map((one, index) => ({
    village: one.village,
    isIn: index < wanted !== reasons.has(one.village),
    reason: reasons.get(one.village) ?? '',
  }))
  const change = { villages, decided_on: input.decidedOn, minutes: input.minutes.trim(), decree: input.decree.trim() }
  if (known !== undefined) await store.updateDecision(tx, region, target.year, known.decision_id, change)
  else
    await store.insertDecision(tx, {
      region_code: region,
      year: target.year,
      decision_id: newId(),
      period: target.period,
      edition: priority.id,
      proposal: ranked,
      ...change,
      state: 'drafted',
      drafted_by: acting.actor.accountId,
      drafted_at: acting.now,
      confirmed_by: null,
      confirmed_at: null,
    })
  await writeJournal(tx, entryOf(acting, 'convergence.priority-draft', { fields: [String(target.year)] }))
  return accept(null)
}

/** A second person confirms. Twice is once. */
export async function confirmPriority(tx: Tx, acting: Acting, year: number, decisionId: string): Promise<Result<null>> {
  const found = (await store.listDecisions(tx, acting.region, year, true)).find((one) => one.decision_id === decisionId)
  if (found === undefined) return refuse('convergence-not-yours')
  if (found.state === 'confirmed') return accept(null)
  if (found.drafted_by === acting.actor.accountId) return refuse('convergence-second-person')
  await store.updateDecision(tx, acting.region, year, decisionId, {
    state: 'confirmed',
    confirmed_by: acting.actor.accountId,
    confirmed_at: acting.now,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.priority-confirm', { fields: [String(year)] }))
  return accept(null)
}
