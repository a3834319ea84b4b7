// One child at a time: what a form, a chart and an alert need. The arithmetic is engine.ts; here are only names.
// Must stay true: a missing measure stays undefined and never becomes zero.
import { createColumns, createScores, PER_ROW, POSITION, scoreRows } from './engine.ts'
import { INDICATORS, type Indicator } from './indicators.ts'

export type Sex = 1 | 2
/** `l` lying (terlentang), `h` standing (berdiri). */
export type Position = 'l' | 'h'

export type ChildMeasure = {
  /** 1 boy, 2 girl. */
  readonly sex?: Sex
  readonly ageDays?: number
  readonly weightKg?: number
  readonly lengthHeightCm?: number
  readonly position?: Position
  readonly headCm?: number
  readonly armCm?: number
  readonly tricepsMm?: number
  readonly subscapularMm?: number
  /** Pitting oedema of both feet; unknown counts as no. */
  readonly oedema?: boolean
}

export type Score = {
  /** Two decimals, halves away from zero, never negative zero. */
  readonly z: number
  /** Biologically implausible: shown, measured again, left out of prevalence, never classified. */
  readonly flagged: boolean
}

export type ChildScores = Readonly<Partial<Record<Indicator, Score>>> & {
  /** Length or height after the 0.7 cm correction. */
  readonly usedLengthHeightCm?: number
  /** Position after the nine-month check. */
  readonly usedPosition?: Position
  /** Recorded standing below nine months: the position was dropped and should be checked. */
  readonly standingTooYoung: boolean
  /** kg/m², not rounded. */
  readonly bmi?: number
}

const one = createColumns(1)
const result = createScores(1)

/** All scores of one measuring. Pure; an indicator without a score is absent. Source: WHO 2006/2007, see engine.ts. */
export function scoreChild(child: ChildMeasure): ChildScores {
  one.sex[0] = child.sex ?? 0
  one.ageDays[0] = child.ageDays ?? Number.NaN
  one.weightKg[0] = child.weightKg ?? Number.NaN
  one.lengthHeightCm[0] = child.lengthHeightCm ?? Number.NaN
  one.position[0] =
    child.position === 'l' ? POSITION.lying : child.position === 'h' ? POSITION.standing : POSITION.unknown
  one.headCm[0] = child.headCm ?? Number.NaN
  one.armCm[0] = child.armCm ?? Number.NaN
  one.tricepsMm[0] = child.tricepsMm ?? Number.NaN
  one.subscapularMm[0] = child.subscapularMm ?? Number.NaN
  one.oedema[0] = child.oedema === true ? 1 : 0
  scoreRows(one, result, 0, 1)
  const scores: Partial<Record<Indicator, Score>> = {}
  for (let k = 0; k < PER_ROW; k++) {
    const z = result.scores[k]!
    if (!Number.isNaN(z)) scores[INDICATORS[k]!] = { z: z / 100, flagged: result.flags[k] === 1 }
  }
  const used = result.usedLengthHeightCm[0]!
  const position = result.usedPosition[0]
  const bmi = result.bmi[0]!
  return {
    ...scores,
    standingTooYoung: result.standingTooYoung[0] === 1,
    ...(Number.isNaN(used) ? {} : { usedLengthHeightCm: used }),
    ...(position === POSITION.unknown
      ? {}
      : { usedPosition: position === POSITION.lying ? ('l' as const) : ('h' as const) }),
    ...(Number.isFinite(bmi) ? { bmi } : {}),
  }
}
