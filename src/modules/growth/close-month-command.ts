// A midwife closes the month of a posyandu; a later correction becomes a version with a reason. Must stay true: what does not
// add up is not closed; a closed version never changes; reports name their version.
import type { PlainDate } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { asRole, CHILD_ROLES, HEALTH_WORKERS } from './access.ts'
import type { Posyandu } from './child.ts'
import { standing } from './child.ts'
import { findPosyandu, lockPosyandu } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { ofMonth } from './count-months.ts'
import { measurementOf } from './measurement-codec.ts'
import { findClosedMonth, insertMonth, listMeasurementsOfMonth, listMonthVersions } from './month-store.ts'
import type { RollupCounts } from './rollup.ts'
import { countPosyanduMonth } from './rollup-store.ts'
import { QUALITY_2021, SKDN_2021 } from './rules/editions.ts'
import {
  type ClosedMonth,
  checkCounts,
  closeMonth as decideClose,
  type MonthCounts,
  type SkdnIndicator,
  skdnIndicators,
} from './rules/month-close.ts'
import { decideQuality, type QualitySigns } from './rules/quality.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

export function monthCounts(counts: RollupCounts): MonthCounts {
  const { S, K, D, N, T, O, B, twoT, BGM, lengths, vitaminA, breastfed } = counts
  return { S, K, D, N, T, O, B, twoT, BGM, lengthMeasured: lengths, vitaminA, exclusivelyBreastfed: breastfed }
}

/** Refuses `not-found`, `growth.month-*`, `growth.reason-missing`. Closing what is closed and unchanged is refused by name. */
export async function closeMonth(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
  month: string,
  { reason }: { readonly reason?: string } = {},
): Promise<Result<ClosedMonth>> {
  const region = visitor.region!.code
  if (!MONTH.test(month)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<ClosedMonth>> => {
    const posyandu = await lockPosyandu(tx, region, posyanduId)
    const role = asRole(visitor, posyandu, HEALTH_WORKERS)
    if (posyandu === undefined || !role.ok) return refuse('not-found')
    const counts = monthCounts(await countPosyanduMonth(tx, region, { posyanduId, month }))
    const before = await findClosedMonth(tx, region, posyanduId, month)
    const previous = before === undefined ? undefined : { month, version: before.version, counts: before.counts }
    const closed = decideClose(month, counts, context.today(region), previous, reason)
    if (!closed.ok) return closed
    const now = context.clock.now()
    await insertMonth(tx, {
      region_code: region,
      posyandu_id: posyanduId,
      month,
      version: closed.value.version,
      state: 'closed',
      counts: JSON.stringify(counts),
      edition: `${SKDN_2021.id} ${ofMonth(context.editions(region), month).kbm.id}`,
      closed_by: visitor.actor!.accountId,
      closed_at: now,
      reason: closed.value.reason ?? null,
    })
    await writeJournal(tx, {
      at: now,
      actor: visitor.actor!.accountId,
      role: role.value,
      device: visitor.device,
      action: 'posyandu-month.close',
      subject: `posyandu:${posyanduId}`,
      ...(closed.value.reason === undefined ? {} : { reason: closed.value.reason }),
    })
    return closed
  })
}

export type MonthReport = {
  readonly posyandu: Posyandu
  readonly month: string
  readonly counts: MonthCounts
  /** What keeps the month from being closed; empty when it adds up. */
  readonly broken: ReturnType<typeof checkCounts>
  readonly indicators: readonly SkdnIndicator[]
  readonly quality: QualitySigns
  /** The name of the limits of these signs. */
  readonly qualityEdition: Text
  /** Closed versions, newest first. */
  readonly versions: readonly (ClosedMonth & { readonly closedOn: PlainDate; readonly edition: string })[]
  /** The counts differ from the newest closed version. */
  readonly changedSince: boolean
  readonly mayClose: boolean
}

/** The month as it stands now, with its versions. Refuses `not-found`. */
export async function monthReport(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
  month: string,
): Promise<Result<MonthReport>> {
  const region = visitor.region!.code
  if (!MONTH.test(month)) return refuse('not-found')
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<MonthReport>> => {
      const posyandu = await findPosyandu(tx, region, posyanduId)
      if (posyandu === undefined || !asRole(visitor, posyandu, CHILD_ROLES).ok) return refuse('not-found')
      return accept({
        ...(await report(tx, context, region, posyandu, month)),
        mayClose: asRole(visitor, posyandu, HEALTH_WORKERS).ok,
      })
    },
    { readOnly: true },
  )
}

async function report(
  tx: Tx,
  context: GrowthContext,
  region: string,
  posyandu: Posyandu,
  month: string,
): Promise<Omit<MonthReport, 'mayClose'>> {
  const { posyanduId } = posyandu
  const counts = monthCounts(await countPosyanduMonth(tx, region, { posyanduId, month }))
  const versions = (await listMonthVersions(tx, region, posyanduId, month)).map((row) => ({
    month,
    version: row.version,
    counts: row.counts,
    ...(row.reason === null ? {} : { reason: row.reason }),
    closedOn: context.dayOf(region, row.closed_at ?? new Date(0)),
    edition: row.edition,
  }))
  const measured = standing((await listMeasurementsOfMonth(tx, region, posyanduId, month)).map(measurementOf))
  const newest = versions[0]?.counts
  return {
    posyandu,
    month,
    counts,
    broken: checkCounts(counts),
    indicators: skdnIndicators(counts, SKDN_2021),
    quality: decideQuality(measured, QUALITY_2021, context.editions(region).measuring),
    qualityEdition: QUALITY_2021.name,
    versions,
    changedSince:
      newest !== undefined && (Object.keys(counts) as (keyof MonthCounts)[]).some((key) => newest[key] !== counts[key]),
  }
}
