// The engine against WHO's own program on 500 children, cell by cell, and against itself: row by row or all at once.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createColumns, createScores, PER_ROW, POSITION, scoreRows } from './engine.ts'
import { DESCRIBED, INDICATORS } from './indicators.ts'
import { hundredths, measureAt, plainHundredths, plainScore, restrictedHundredths, restrictedScore } from './lms.ts'
import { getTable } from './tables/decode.ts'
import { type ChildMeasure, scoreChild } from './zscores.ts'

type SampleRow = Record<string, string>
const sample: SampleRow[] = parse(readFileSync(new URL('./fixtures/who-sample.csv', import.meta.url)), {
  columns: true,
})
const number = (text: string) => (text === '' ? undefined : Number(text))

function childOf(row: SampleRow): ChildMeasure {
  return {
    sex: row.sex === '1' ? 1 : row.sex === '2' ? 2 : undefined,
    ageDays: number(row.age_days!),
    weightKg: number(row.weight_kg!),
    lengthHeightCm: number(row.lenhei_cm!),
    position: row.measure === 'l' || row.measure === 'h' ? row.measure : undefined,
    headCm: number(row.headc_cm!),
    armCm: number(row.muac_cm!),
    tricepsMm: number(row.triskin_mm!),
    subscapularMm: number(row.subskin_mm!),
    oedema: row.oedema === 'y',
  }
}

test('all 500 children have the scores, flags and corrections of WHO’s program', () => {
  expect(sample).toHaveLength(500)
  let compared = 0
  for (const row of sample) {
    const got = scoreChild(childOf(row))
    for (const name of INDICATORS) {
      const { code } = DESCRIBED[name]
      const score = got[name]
      expect([
        row.id,
        name,
        score === undefined ? '' : score.z.toFixed(2),
        score === undefined ? '' : score.flagged ? '1' : '0',
      ]).toEqual([row.id, name, row[`z${code}`], row[`f${code}`]])
      compared++
    }
    expect([row.id, got.usedPosition ?? '', got.standingTooYoung ? '1' : '0']).toEqual([
      row.id,
      row.cmeasure,
      row.c9mo_flag,
    ])
    expect(got.usedLengthHeightCm === undefined ? '' : String(Number(got.usedLengthHeightCm.toFixed(4)))).toBe(
      row.clenhei,
    )
    expect(got.bmi === undefined ? '' : String(Number(got.bmi.toFixed(6)))).toBe(row.cbmi)
  }
  expect(compared).toBe(4000)
})

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 8 })
const anyNumber = (min: number, max: number) =>
  optional(fc.double({ min, max, noNaN: true }).map((x) => (Math.abs(x) < 1e-6 ? 0 : x)))
const anyChild: fc.Arbitrary<ChildMeasure> = fc.record({
  sex: optional(fc.constantFrom(1 as const, 2 as const)),
  ageDays: optional(fc.integer({ min: -10, max: 2000 })),
  weightKg: anyNumber(-1, 60),
  lengthHeightCm: anyNumber(-1, 150),
  position: optional(fc.constantFrom('l' as const, 'h' as const)),
  headCm: anyNumber(-1, 60),
  armCm: anyNumber(-1, 40),
  tricepsMm: anyNumber(-1, 40),
  subscapularMm: anyNumber(-1, 40),
  oedema: optional(fc.boolean()),
})

test('a batch gives each row what the child alone gets, whatever stood in the output before', () => {
  fc.assert(
    fc.property(fc.array(anyChild, { minLength: 1, maxLength: 20 }), (children) => {
      const columns = createColumns(children.length)
      const out = createScores(children.length)
      out.scores.fill(777)
      out.flags.fill(1)
      children.forEach((child, i) => {
        columns.sex[i] = child.sex ?? 0
        columns.ageDays[i] = child.ageDays ?? Number.NaN
        columns.weightKg[i] = child.weightKg ?? Number.NaN
        columns.lengthHeightCm[i] = child.lengthHeightCm ?? Number.NaN
        columns.position[i] =
          child.position === undefined ? POSITION.unknown : child.position === 'l' ? POSITION.lying : POSITION.standing
        columns.headCm[i] = child.headCm ?? Number.NaN
        columns.armCm[i] = child.armCm ?? Number.NaN
        columns.tricepsMm[i] = child.tricepsMm ?? Number.NaN
        columns.subscapularMm[i] = child.subscapularMm ?? Number.NaN
        columns.oedema[i] = child.oedema === true ? 1 : 0
      })
      scoreRows(columns, out, 0, children.length)
      children.forEach((child, i) => {
        const alone = scoreChild(child)
        INDICATORS.forEach((name, k) => {
          const z = out.scores[i * PER_ROW + k]!
          expect(Number.isNaN(z) ? undefined : { z: z / 100, flagged: out.flags[i * PER_ROW + k] === 1 }).toEqual(
            alone[name],
          )
        })
      })
    }),
  )
})

test('scores rise with the measure and are whole hundredths, never minus zero', () => {
  fc.assert(
    fc.property(anyChild, fc.double({ min: 0.001, max: 5, noNaN: true }), (child, more) => {
      const a = scoreChild(child)
      const b = scoreChild({ ...child, weightKg: child.weightKg === undefined ? undefined : child.weightKg + more })
      const low = a.weightForAge
      const high = b.weightForAge
      if (low !== undefined && high !== undefined) expect(high.z).toBeGreaterThanOrEqual(low.z)
      for (const name of INDICATORS) {
        const z = a[name]?.z
        if (z === undefined) continue
        expect(Object.is(z, -0)).toBe(false)
        expect(Number.isFinite(z)).toBe(true)
        expect(Math.abs(z) > 1e12 || z === Number(z.toFixed(2))).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('the quick way gives what the exact way gives, beside every rounding border too', () => {
  for (const name of [
    'weightForAge',
    'bmiForAge',
    'armForAge',
    'tricepsForAge',
    'subscapularForAge',
    'weightForHeight',
    'lengthForAge',
  ] as const) {
    const { lms } = getTable(name)
    let different = 0
    for (let at = 0; at < lms.length; at += 3 * 61)
      for (let h = -450; h <= 450; h++) {
        const [L, M, S] = [lms[at]!, lms[at + 1]!, lms[at + 2]!]
        // on the border itself, a hair to each side of it, and half way
        for (const off of [0.005, 0.005 + 1e-9, 0.005 - 1e-9, 0.005 + 1e-13, 0]) {
          const y = measureAt(L, M, S, h / 100 + off)
          if (!Object.is(restrictedHundredths(y, L, M, S), hundredths(restrictedScore(y, L, M, S)))) different++
          if (!Object.is(plainHundredths(y, L, M, S), hundredths(plainScore(y, L, M, S)))) different++
        }
      }
    expect([name, different]).toEqual([name, 0])
  }
})
