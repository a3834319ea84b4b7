// Between a measuring and its row. Scores are stored as whole hundredths with the edition that made them, and read back as
// they were: a later standard never changes an old result.
import type { Insertable, Selectable } from 'kysely'
import type { StoredMeasurement } from './child.ts'
import { monthOf } from './rules/measurement.ts'
import type { GrowthTables } from './tables.ts'
import { type ChildScores, type Score, scoreChild } from './zscores.ts'

type Row = Selectable<GrowthTables['growth_measurement']>

const STORED = [
  ['lengthForAge', 'z_length', 'len'],
  ['weightForAge', 'z_weight', 'wei'],
  ['weightForLength', 'z_weight_length', 'wfl'],
  ['bmiForAge', 'z_bmi', 'bmi'],
  ['headForAge', 'z_head', 'hc'],
  ['armForAge', 'z_arm', 'ac'],
] as const

const given = <K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> =>
  value === null ? {} : ({ [key]: value } as Record<K, V>)

export function measurementOf(row: Row): StoredMeasurement {
  const scores: Partial<Record<(typeof STORED)[number][0], Score>> = {}
  for (const [name, column, code] of STORED) {
    const z = row[column]
    if (z !== null) scores[name] = { z: z / 100, flagged: row.flags.includes(code) }
  }
  return {
    id: row.measurement_id,
    childId: row.child_id,
    posyanduId: row.posyandu_id,
    villageCode: row.village_code,
    date: row.measured_on,
    place: row.place,
    ...given('weightG', row.weight_g),
    ...given('lengthHeightTenthMm', row.length_tenth_mm),
    ...given('position', row.position),
    ...given('armTenthMm', row.arm_tenth_mm),
    ...given('headTenthMm', row.head_tenth_mm),
    oedema: row.oedema,
    verified: row.state === 'verified',
    ageDays: row.age_days,
    ageMonths: row.age_months,
    standard: row.standard,
    scores: { ...lengthUsed(row), ...scores },
    facts: row.facts,
    findings: row.findings,
    measurer: row.measurer,
    state: row.state,
    ...given('replaces', row.replaces),
    ...given('reason', row.reason),
    ...given('verifiedBy', row.verified_by),
    recordedAt: row.recorded_at,
  }
}

/** The corrected length, the position used and the BMI are arithmetic on the row and not stored. */
function lengthUsed(row: Row): ChildScores {
  const { usedLengthHeightCm, usedPosition, standingTooYoung, bmi } = scoreChild({
    ageDays: row.age_days,
    ...(row.weight_g === null ? {} : { weightKg: row.weight_g / 1000 }),
    ...(row.length_tenth_mm === null ? {} : { lengthHeightCm: row.length_tenth_mm / 100 }),
    ...(row.position === null ? {} : { position: row.position }),
  })
  return {
    standingTooYoung,
    ...(usedLengthHeightCm === undefined ? {} : { usedLengthHeightCm }),
    ...(usedPosition === undefined ? {} : { usedPosition }),
    ...(bmi === undefined ? {} : { bmi }),
  }
}

/** A score so far out is flagged and never read again; the column holds no more. */
const BEYOND = 32_767

export function measurementColumns(
  region: string,
  measurement: StoredMeasurement,
): Insertable<GrowthTables['growth_measurement']> {
  const { scores } = measurement
  const z = (name: (typeof STORED)[number][0]) => {
    const score = scores[name]
    return score === undefined ? null : Math.max(-BEYOND, Math.min(BEYOND, Math.round(score.z * 100)))
  }
  return {
    region_code: region,
    measurement_id: measurement.id,
    child_id: measurement.childId,
    posyandu_id: measurement.posyanduId,
    village_code: measurement.villageCode,
    measured_on: measurement.date,
    month: monthOf(measurement.date),
    place: measurement.place,
    weight_g: measurement.weightG ?? null,
    length_tenth_mm: measurement.lengthHeightTenthMm ?? null,
    position: measurement.position ?? null,
    arm_tenth_mm: measurement.armTenthMm ?? null,
    head_tenth_mm: measurement.headTenthMm ?? null,
    oedema: measurement.oedema ?? 0,
    facts: JSON.stringify(measurement.facts),
    age_days: measurement.ageDays,
    age_months: measurement.ageMonths,
    standard: measurement.standard,
    z_length: z('lengthForAge'),
    z_weight: z('weightForAge'),
    z_weight_length: z('weightForLength'),
    z_bmi: z('bmiForAge'),
    z_head: z('headForAge'),
    z_arm: z('armForAge'),
    flags: STORED.filter(([name]) => scores[name]?.flagged === true).map(([, , code]) => code),
    findings: JSON.stringify(measurement.findings),
    measurer: measurement.measurer,
    device: null,
    state: measurement.state,
    replaces: measurement.replaces ?? null,
    reason: measurement.reason ?? null,
    verified_by: measurement.verifiedBy ?? null,
    verified_at: null,
    recorded_at: measurement.recordedAt,
  }
}
