// Scores of a measuring written anew, when the child's sex or birth date was put right. SQL only. Must stay true: what was
// measured, when and by whom is never touched.
import type { Tx } from '../../platform/db/tx.ts'
import type { StoredMeasurement } from './child.ts'
import { measurementColumns } from './measurement-codec.ts'
import type { GrowthTables } from './tables.ts'

export async function rescoreMeasurement(tx: Tx, region: string, measurement: StoredMeasurement): Promise<void> {
  const row = measurementColumns(region, measurement)
  await tx
    .withTables<GrowthTables>()
    .updateTable('growth_measurement')
    .set({
      age_days: row.age_days,
      age_months: row.age_months,
      standard: row.standard,
      z_length: row.z_length,
      z_weight: row.z_weight,
      z_weight_length: row.z_weight_length,
      z_bmi: row.z_bmi,
      z_head: row.z_head,
      z_arm: row.z_arm,
      flags: row.flags,
    })
    .where('region_code', '=', region)
    .where('measurement_id', '=', measurement.id)
    .execute()
}
