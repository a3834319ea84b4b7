// Holds z-scores that came in against ours (interoperability, comparing): differences above 0.05 are listed with the likely
// cause. Must stay true: what came in is never stored as ours, and a cause is named only when recomputing with that very
// mistake gives the reported figure.
import { type ChildMeasure, type ChildScores, scoreChild } from '../zscores.ts'
import type { ReportedScores } from './types.ts'

export const TOLERANCE_HUNDREDTHS = 5
export type Cause = 'months-for-days' | 'other-position' | 'no-position' | 'unknown'
export type Difference = {
  readonly indicator: keyof ReportedScores
  /** Hundredths of an SD; ours undefined: we give no score there. */
  readonly reported: number
  readonly ours?: number
  readonly cause: Cause
}

const KEYS = { weight: 'weightForAge', length: 'lengthForAge', weightLength: 'weightForLength' } as const
const hundredths = (scores: ChildScores, indicator: keyof ReportedScores) => {
  const score = scores[KEYS[indicator]]
  return score === undefined ? undefined : Math.round(score.z * 100)
}
const INDICATORS = ['weight', 'length', 'weightLength'] as const

/** Differences above 0.05 SD between what was reported and what this measuring gives. */
export function compareReported(measure: ChildMeasure, reported: ReportedScores): readonly Difference[] {
  const ours = scoreChild(measure)
  const slips: readonly (readonly [Cause, () => ChildScores])[] = [
    [
      'months-for-days',
      () => scoreChild({ ...measure, ageDays: Math.round(Math.floor((measure.ageDays ?? 0) / 30.4375) * 30.4375) }),
    ],
    ['other-position', () => scoreChild({ ...measure, position: measure.position === 'l' ? 'h' : 'l' })],
    ['no-position', () => scoreChild({ ...measure, position: undefined })],
  ]
  return INDICATORS.flatMap((indicator): Difference[] => {
    const theirs = reported[indicator]
    if (theirs === undefined) return []
    const mine = hundredths(ours, indicator)
    if (mine !== undefined && Math.abs(mine - theirs) <= TOLERANCE_HUNDREDTHS) return []
    const slip = slips.find(([, recompute]) => {
      const slipped = hundredths(recompute(), indicator)
      return slipped !== undefined && Math.abs(slipped - theirs) <= TOLERANCE_HUNDREDTHS
    })
    return [
      {
        indicator,
        reported: theirs,
        ...(mine === undefined ? {} : { ours: mine }),
        cause: slip?.[0] ?? 'unknown',
      },
    ]
  })
}
