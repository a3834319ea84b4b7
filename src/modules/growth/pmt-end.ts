// The end of supplementary food: what it brought, kept with the programme and told to the alert it began with. Must stay true: the
// category after is judged from a weight taken during the programme, never from the one that began it; without one it stays empty.
import { addDays, type PlainDate } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { insertAlertEvents } from './alert-store.ts'
import { listPmtWeeks, type PmtRead, updatePmt } from './care-store.ts'
import { standing } from './child.ts'
import { childOf } from './child-codec.ts'
import { findChild } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { measurementOf } from './measurement-codec.ts'
import { listMeasurements } from './measurement-store.ts'
import { listVisits } from './pregnancy/pregnancy-store.ts'
import { classifyChild } from './rules/classify.ts'
import { judgeMeasurement, type Measurement } from './rules/measurement.ts'

/** A length this old still serves beside a new weight. */
const LENGTH_DAYS = 45

/** Ends a programme inside the caller's transaction. */
export async function endPmt(
  tx: Tx,
  context: GrowthContext,
  by: { readonly region: string; readonly actor: string; readonly role: string },
  pmt: PmtRead,
  result: 'finish' | 'hospital',
): Promise<void> {
  const { region } = by
  const today = context.today(region)
  await updatePmt(tx, region, pmt.pmt_id, {
    state: result === 'finish' ? 'finished' : 'stopped',
    ended_on: today,
    result,
    ...(await after(tx, context, region, pmt, today)),
  })
  if (pmt.alert_id === null) return
  await insertAlertEvents(tx, [
    {
      region_code: region,
      alert_id: pmt.alert_id,
      event_id: newId(),
      at: context.clock.now(),
      actor: by.actor,
      role: by.role,
      kind: result === 'finish' ? 'food-ended' : 'food-hospital',
      note: null,
      data: '{}',
    },
  ])
}

/** What the programme brought: nutrition of a child, the arm of a pregnant woman, as measured while it ran. */
async function after(
  tx: Tx,
  context: GrowthContext,
  region: string,
  pmt: PmtRead,
  today: PlainDate,
): Promise<{ readonly category_after: string | null; readonly end_arm_tenth_mm: number | null }> {
  if (pmt.child_id !== null) {
    const category = await categoryAfter(tx, context, region, { ...pmt, child_id: pmt.child_id }, today)
    return { category_after: category ?? null, end_arm_tenth_mm: null }
  }
  const weeks = await listPmtWeeks(tx, region, pmt.pmt_id)
  const written = weeks.findLast(({ arm_tenth_mm }) => arm_tenth_mm !== null)
  const visits = await listVisits(tx, region, [pmt.pregnancy_id ?? ''])
  const visit = visits.findLast(
    ({ visited_on, arm_tenth_mm, state }) =>
      state === 'recorded' && arm_tenth_mm !== null && visited_on > pmt.first_day,
  )
  const writtenOn = written === undefined ? '' : addDays(pmt.first_day, written.week * 7 - 1)
  const arm =
    visit !== undefined && visit.visited_on >= writtenOn ? visit.arm_tenth_mm : (written?.arm_tenth_mm ?? null)
  const { armBelowTenthMm } = context.editions(region).categories.pregnancy
  return {
    end_arm_tenth_mm: arm,
    category_after: arm === null ? null : arm < armBelowTenthMm ? 'kek' : 'not-kek',
  }
}

async function categoryAfter(
  tx: Tx,
  context: GrowthContext,
  region: string,
  pmt: PmtRead & { readonly child_id: string },
  today: PlainDate,
): Promise<string | undefined> {
  const row = await findChild(tx, region, pmt.child_id)
  if (row === undefined) return undefined
  const child = childOf(context.ring, row)
  const measured = standing((await listMeasurements(tx, region, pmt.child_id)).map(measurementOf))
  const weeks = await listPmtWeeks(tx, region, pmt.pmt_id)
  const weighed = weeks.findLast(({ weight_g }) => weight_g !== null)
  const during = measured.findLast(({ date, weightG }) => date > pmt.first_day && weightG !== undefined)
  const weighedOn = weighed === undefined ? undefined : addDays(pmt.first_day, weighed.week * 7 - 1)
  const on = weighedOn === undefined || weighedOn > today ? today : weighedOn
  if (weighed === undefined || (during !== undefined && during.date >= on))
    return during === undefined ? undefined : classifyChild(during, context.editions(region).categories).nutrition?.code
  const long = measured.findLast(
    ({ date, lengthHeightTenthMm }) => lengthHeightTenthMm !== undefined && date >= addDays(on, -LENGTH_DAYS),
  )
  const figures: Measurement = {
    id: pmt.pmt_id,
    date: on,
    place: 'home',
    verified: false,
    weightG: weighed.weight_g ?? undefined,
    ...(weighed.length_tenth_mm !== null && weighed.position !== null
      ? { lengthHeightTenthMm: weighed.length_tenth_mm, position: weighed.position }
      : long?.lengthHeightTenthMm === undefined
        ? {}
        : { lengthHeightTenthMm: long.lengthHeightTenthMm, position: long.position }),
  }
  return classifyChild(judgeMeasurement(child, figures), context.editions(region).categories).nutrition?.code
}
