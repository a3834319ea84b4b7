// What a region has decided about its register; the defaults until it has. Must stay true: a setting changes what is
// done from now on, never what was done.
import type { Tx } from '../../platform/db/tx.ts'
import type { RegisterTables } from './tables.ts'

export type RegisterSettings = {
  /** The first serial ever given; 9901 where only test numbers may be given. */
  readonly firstSerial: number
  readonly newNumberAfterHeadDies: boolean
  /** Upper age of the indicator "birth deeds, 0 to 18", exclusive. */
  readonly birthUpperAgeExclusive: number
}
export const DEFAULT_SETTINGS: RegisterSettings = {
  firstSerial: 1,
  newNumberAfterHeadDies: true,
  birthUpperAgeExclusive: 18,
}

export async function getRegisterSettings(tx: Tx, region: string): Promise<RegisterSettings> {
  const row = await tx
    .withTables<RegisterTables>()
    .selectFrom('register_settings')
    .selectAll()
    .where('region_code', '=', region)
    .executeTakeFirst()
  if (row === undefined) return DEFAULT_SETTINGS
  return {
    firstSerial: row.first_serial,
    newNumberAfterHeadDies: row.new_number_after_death,
    birthUpperAgeExclusive: row.birth_upper_age_exclusive,
  }
}

/** Writes all settings of a region. Safe to call twice. */
export async function setRegisterSettings(
  tx: Tx,
  region: string,
  settings: RegisterSettings,
  now: Date,
): Promise<void> {
  const row = {
    first_serial: settings.firstSerial,
    new_number_after_death: settings.newNumberAfterHeadDies,
    birth_upper_age_exclusive: settings.birthUpperAgeExclusive,
    updated_at: now,
  }
  await tx
    .withTables<RegisterTables>()
    .insertInto('register_settings')
    .values({ region_code: region, ...row })
    .onConflict((conflict) => conflict.column('region_code').doUpdateSet(row))
    .execute()
}
