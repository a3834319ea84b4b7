// Sums of measuring quality. SQL only. Must stay true: counted from what stands; a posyandu and month are counted whole; a page reads
// months of some posyandu, never measurings.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { PosyanduMonth } from '../rollup-store.ts'
import type { QualityCounts } from '../rules/quality-signs.ts'

const SUMS = (['z_length', 'z_weight', 'z_weight_length'] as const).map((column, i) => ({
  column,
  name: ['lengthForAge', 'weightForAge', 'weightForLength'][i]!,
  flag: ['len', 'wei', 'wfl'][i]!,
}))
const SPREAD = sql.raw(
  SUMS.map(
    ({ column, name, flag }) =>
      `'${name}', jsonb_build_object('n', count(${column}) filter (where not '${flag}' = any(flags)), 'sum', coalesce(sum(${column}) filter (where not '${flag}' = any(flags)), 0), 'squares', coalesce(sum(${column}::bigint * ${column}) filter (where not '${flag}' = any(flags)), 0))`,
  ).join(', '),
)

/** Counts these months of posyandu anew. */
export async function countQuality(
  tx: Tx,
  region: string,
  of: readonly PosyanduMonth[],
  steps: { readonly weightStepG: number; readonly lengthStepTenthMm: number },
): Promise<void> {
  if (of.length === 0) return
  const ids = of.map(({ posyanduId }) => posyanduId)
  const months = of.map(({ month }) => month)
  await sql`
    delete from growth_quality q using unnest(${ids}::text[], ${months}::text[]) as asked (posyandu_id, month)
    where q.region_code = ${region} and q.posyandu_id = asked.posyandu_id and q.month = asked.month`.execute(tx)
  await sql`
    with own as (
      select m.*, count(*) over (partition by m.posyandu_id, m.measured_on, m.weight_g, m.length_tenth_mm) as alike
      from unnest(${ids}::text[], ${months}::text[]) as asked (posyandu_id, month)
      join growth_measurement m on m.region_code = ${region} and m.posyandu_id = asked.posyandu_id
        and m.measured_on between (asked.month || '-01')::date and ((asked.month || '-01')::date + interval '1 month' - interval '1 day')::date
        and m.state in ('recorded', 'verified')
    )
    insert into growth_quality (region_code, posyandu_id, month, measurer, counts)
    select ${region}, posyandu_id, month, measurer, jsonb_build_object(
      'measured', count(*),
      'flagged', count(*) filter (where flags && '{len,wei,wfl}'::text[]),
      'lengths', count(length_tenth_mm),
      'noPosition', count(*) filter (where length_tenth_mm is not null and position is null),
      'pairs', count(*) filter (where weight_g is not null and length_tenth_mm is not null),
      'round', count(*) filter (where weight_g % ${steps.weightStepG} = 0 and length_tenth_mm % ${steps.lengthStepTenthMm} = 0),
      'same', count(*) filter (where alike > 1 and weight_g is not null and length_tenth_mm is not null),
      'spread', jsonb_build_object(${SPREAD}))
    from own group by posyandu_id, month, measurer`.execute(tx)
}

export type QualityRow = {
  readonly posyandu_id: string
  readonly month: string
  readonly measurer: string
  readonly counts: QualityCounts
}

/** Sums of these posyandu since a month, the newest month first. */
export async function listQuality(
  tx: Tx,
  region: string,
  posyanduIds: readonly string[],
  since: string,
): Promise<readonly QualityRow[]> {
  if (posyanduIds.length === 0) return []
  const { rows } = await sql<QualityRow>`
    select posyandu_id, month, measurer, counts from growth_quality
    where region_code = ${region} and posyandu_id = any(${[...posyanduIds]}::text[]) and month >= ${since}
    order by month desc, posyandu_id, measurer limit 5000`.execute(tx)
  return rows
}
