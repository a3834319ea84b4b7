// Supplementary food: begun for a reason the measuring gives, written week by week, ended with what it brought. Must stay
// true: one running programme a child; the length comes from the edition; days are counted from ticks.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { asRole, HEALTH_WORKERS, MEASURERS } from './access.ts'
import { insertPmt, listPmtOfChild, listPmtWeeks, lockPmt, type PmtRead, putPmtWeek } from './care-store.ts'
import { standing } from './child.ts'
import { childOf } from './child-codec.ts'
import { findPosyandu, lockChild } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { countChildMonths } from './count-months.ts'
import { measurementOf } from './measurement-codec.ts'
import { listMeasurements } from './measurement-store.ts'
import { endPmt } from './pmt-end.ts'
import { giversOf, newPmt, type PmtStart } from './pmt-row.ts'
import { kg } from './posyandu-words.ts'
import {
  decidePmtReason,
  findWeightJump,
  lastDayTicked,
  PMT_2023,
  type PmtProgress,
  planPmt,
  pmtProgress,
} from './rules/pmt.ts'
import { PREGNANCY_2021 } from './rules/pregnancy.ts'

/** Begins today. Refuses `not-found`, `growth.pmt-no-reason`, `growth.pmt-running`, `growth.pmt-partner`. */
export async function startPmt(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  start: PmtStart,
): Promise<Result<{ pmtId: string }>> {
  const region = visitor.region!.code
  if (!isUuid(childId)) return refuse('not-found')
  const givers = giversOf(start)
  if (!givers.ok) return givers
  return context.database.inRegion(region, async (tx): Promise<Result<{ pmtId: string }>> => {
    const known = await lockChild(tx, region, childId)
    const posyandu = known === undefined ? undefined : await findPosyandu(tx, region, known.posyandu_id)
    const role = asRole(visitor, posyandu, HEALTH_WORKERS)
    if (known === undefined || posyandu === undefined || !role.ok) return refuse('not-found')
    const before = await listPmtOfChild(tx, region, childId)
    if (before.some(({ state }) => state === 'running')) return refuse('growth.pmt-running')
    const child = childOf(context.ring, known)
    const measured = (await listMeasurements(tx, region, childId)).map(measurementOf)
    const month = countChildMonths(child, measured, new Map(), context.editions(region)).at(-1)
    const latest = standing(measured).at(-1)
    const reason =
      latest === undefined
        ? undefined
        : decidePmtReason(latest, month?.decision?.status, context.editions(region).categories)
    if (latest === undefined || reason === undefined || reason === 'kek') return refuse('growth.pmt-no-reason')
    const plan = planPmt(reason, context.today(region), PMT_2023)
    const row = newPmt(region, posyandu, start, givers.value, plan, {
      child_id: childId,
      reason,
      cycle: before.length + 1,
      start_weight_g: latest.weightG ?? null,
      category_before: month?.categories.nutrition?.code ?? null,
    })
    await insertPmt(tx, row)
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role: role.value,
      device: visitor.device,
      action: 'child-food.start',
      subject: childId,
    })
    return accept({ pmtId: row.pmt_id })
  })
}

const ARM = PREGNANCY_2021.entry.armTenthMm
/** A child's sheet is written by whoever measures; a pregnant woman's by those who see pregnant women and treat. */
export const writersOf = (pmt: PmtRead | undefined): readonly Role[] =>
  pmt?.pregnancy_id == null ? MEASURERS : HEALTH_WORKERS

export type PmtWeekRequest = {
  readonly week: number
  readonly given: readonly boolean[]
  readonly daysEaten?: number
  readonly weightG?: number
  /** Whoever weighed was asked about a weight far from the one before, and weighed again. */
  readonly isWeighedAgain?: boolean
  readonly lengthTenthMm?: number
  readonly position?: 'l' | 'h'
  /** The mother's arm, on the sheet of a pregnant woman. */
  readonly armTenthMm?: number
  readonly ill?: boolean
  readonly next: 'continue' | 'finish' | 'hospital'
}

/** Writes one week of the sheet; written again it replaces. `finish` and `hospital` end the programme, and so does the last
 * week when none is missing. Refuses `not-found`, `growth.pmt-*`. */
export async function recordPmtWeek(
  context: GrowthContext,
  visitor: Visitor,
  pmtId: string,
  request: PmtWeekRequest,
): Promise<Result<PmtProgress>> {
  const region = visitor.region!.code
  if (!isUuid(pmtId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<PmtProgress>> => {
    const pmt = await lockPmt(tx, region, pmtId)
    const posyandu = pmt === undefined ? undefined : await findPosyandu(tx, region, pmt.posyandu_id)
    const role = asRole(visitor, posyandu, writersOf(pmt))
    if (pmt === undefined || !role.ok) return refuse('not-found')
    const { lengthTenthMm: length, position } = request
    if (length !== undefined && (length < 3000 || length > 16_000 || position === undefined))
      return refuse(
        position === undefined ? 'growth.pmt-position' : 'growth.pmt-length',
        position === undefined ? 'position' : 'length',
      )
    const arm = request.armTenthMm
    if (arm !== undefined && (arm < ARM.min || arm > ARM.max)) return refuse('growth.pmt-arm', 'arm')
    const { weightG } = request
    const range =
      pmt.pregnancy_id === null ? context.editions(region).measuring.softLimits.weightG : PREGNANCY_2021.entry.weightG
    if (weightG !== undefined && (weightG < range.min || weightG > range.max))
      return refuse('growth.pmt-weight', 'weight', {
        minId: kg(range.min, 'id'),
        maxId: kg(range.max, 'id'),
        minEn: kg(range.min, 'en'),
        maxEn: kg(range.max, 'en'),
      })
    if (pmt.state !== 'running') return refuse('growth.pmt-ended')
    const written = await listPmtWeeks(tx, region, pmtId)
    const weeks = [
      ...written
        .filter(({ week }) => week !== request.week)
        .map((row) => ({
          week: row.week,
          given: row.given,
          ...(row.days_eaten === null ? {} : { daysEaten: row.days_eaten }),
          ...(row.weight_g === null ? {} : { weightG: row.weight_g }),
        })),
      {
        week: request.week,
        given: request.given,
        ...(request.daysEaten === undefined ? {} : { daysEaten: request.daysEaten }),
        ...(request.weightG === undefined ? {} : { weightG: request.weightG }),
      },
    ]
    const progress = pmtProgress(planOf(pmt), weeks, pmt.start_weight_g ?? undefined)
    if (!progress.ok) return progress
    const before =
      request.isWeighedAgain === true || pmt.pregnancy_id !== null
        ? undefined
        : findWeightJump(weeks, request, pmt.start_weight_g ?? undefined, context.editions(region).measuring.past)
    if (before !== undefined && weightG !== undefined)
      return refuse('growth.pmt-weight-change', 'weight', {
        nowId: kg(weightG, 'id'),
        nowEn: kg(weightG, 'en'),
        beforeId: kg(before, 'id'),
        beforeEn: kg(before, 'en'),
      })
    const ticked = lastDayTicked(pmt.first_day, request)
    if (ticked !== undefined && ticked > context.today(region)) return refuse('growth.pmt-future', 'given')
    const now = context.clock.now()
    await putPmtWeek(tx, {
      region_code: region,
      pmt_id: pmtId,
      week: request.week,
      given: [...request.given],
      days_eaten: request.daysEaten ?? null,
      weight_g: request.weightG ?? null,
      length_tenth_mm: request.lengthTenthMm ?? null,
      position: request.position ?? null,
      arm_tenth_mm: arm ?? null,
      ill: request.ill ?? null,
      next_step: request.next,
      recorded_by: visitor.actor!.accountId,
      recorded_at: now,
    })
    // The last week closes the sheet when none is missing: nobody has to come back to say so.
    const isOver = weeks.length === pmt.weeks && context.today(region) >= pmt.last_day
    if (request.next !== 'continue' || isOver)
      await endPmt(
        tx,
        context,
        { region, actor: visitor.actor!.accountId, role: role.value },
        pmt,
        request.next === 'hospital' ? 'hospital' : 'finish',
      )
    await writeJournal(tx, {
      at: now,
      actor: visitor.actor!.accountId,
      role: role.value,
      device: visitor.device,
      action: pmt.pregnancy_id === null ? 'child-food.week' : 'mother-food.week',
      subject: pmt.child_id ?? pmt.pregnancy_id ?? pmtId,
    })
    return progress
  })
}

export function planOf(pmt: PmtRead): Parameters<typeof pmtProgress>[0] {
  return {
    reason: pmt.reason,
    firstDay: pmt.first_day,
    lastDay: pmt.last_day,
    days: pmt.days,
    weeks: pmt.weeks,
    edition: pmt.edition,
  }
}
