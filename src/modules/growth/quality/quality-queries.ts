// Measuring quality of a posyandu as the midwife and the health centre see it. Must stay true: health workers of the place only; the
// names of measurers are told to them and to nobody else; reads sums of six months.
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Role, Visitor } from '../../../platform/http/visitor.ts'
import { asRole, HEALTH_WORKERS, withinReach } from '../access.ts'
import { findPosyandu, listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { headOf } from '../posyandu-queries.ts'
import { QUALITY_2021 } from '../rules/editions.ts'
import { monthOf, shiftMonth } from '../rules/measurement.ts'
import { addCounts, NOTHING, qualitySigns } from '../rules/quality-signs.ts'
import type { QualityOf, QualityView } from './quality-port.ts'
import { listQuality, type QualityRow } from './quality-store.ts'

export const QUALITY_READERS: readonly Role[] = [...HEALTH_WORKERS, 'health-centre-head']
const MONTHS = 6

export async function readQuality(
  context: GrowthContext,
  namesOf: (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  visitor: Visitor,
  posyanduId: string,
): Promise<Result<QualityView>> {
  const region = visitor.region!.code
  const to = monthOf(context.today(region))
  const from = shiftMonth(to, 1 - MONTHS)
  const { measuring } = context.editions(region)
  const found = await context.database.inRegion(
    region,
    async (tx) => {
      const posyandu = await findPosyandu(tx, region, posyanduId)
      if (posyandu === undefined || !asRole(visitor, posyandu, QUALITY_READERS).ok) return undefined
      const beside = withinReach(visitor, await listPosyandus(tx, region), QUALITY_READERS).filter(
        ({ centreId }) => centreId === posyandu.centreId,
      )
      const rows = await listQuality(tx, region, [posyanduId, ...beside.map((one) => one.posyanduId)], from)
      return { posyandu, beside, rows }
    },
    { readOnly: true },
  )
  if (found === undefined) return refuse('not-found')
  const { posyandu, beside, rows } = found
  const judge = (some: readonly QualityRow[]): QualityOf => {
    const counts = some.reduce((sum, row) => addCounts(sum, row.counts), NOTHING)
    return { counts, signs: qualitySigns(counts, QUALITY_2021, measuring) }
  }
  const own = rows.filter((row) => row.posyandu_id === posyanduId)
  const accounts = [...new Set(own.map(({ measurer }) => measurer))]
  const names = await namesOf(accounts)
  return accept({
    posyandu: headOf(context, visitor, posyandu),
    from,
    to,
    whole: judge(own),
    measurers: accounts
      .map((account) => ({
        name: names.get(account) ?? '',
        ...judge(own.filter(({ measurer }) => measurer === account)),
      }))
      .sort((a, b) => b.signs.length - a.signs.length || b.counts.measured - a.counts.measured),
    beside: beside
      .filter((one) => one.posyanduId !== posyanduId)
      .map((one) => {
        const { counts, signs } = judge(rows.filter((row) => row.posyandu_id === one.posyanduId))
        return { posyanduId: one.posyanduId, name: one.name, measured: counts.measured, signs }
      })
      .sort((a, b) => b.signs.length - a.signs.length),
    edition: QUALITY_2021.name,
  })
}
