// Z-scores as health workers read them: "BB/U −3,68; PB/U −2,88". Pure. Must stay true: never on the pages of a cadre or a family;
// a flagged score says that it is measured again.
import { formatFigure } from '../../kernel/decimal.ts'
import { type Language, say, type Text } from '../../kernel/text.ts'
import type { Indicator } from './indicators.ts'
import { cm } from './posyandu-words.ts'
import { MEASURING_2020 } from './rules/editions.ts'
import type { JudgedMeasurement } from './rules/measurement.ts'
import { expectedPosition } from './rules/measuring.ts'
import type { Position, Score } from './zscores.ts'

const AGAIN: Text = { id: 'ukur ulang', en: 'measure again' }

/** The usual short name; length and height have their own in Indonesian, by the age that decides which of them is scored. */
function nameOf(indicator: Indicator, position: Position): Text | undefined {
  const length = position === 'h' ? 'TB' : 'PB'
  switch (indicator) {
    case 'weightForAge':
      return { id: 'BB/U', en: 'WAZ' }
    case 'lengthForAge':
      return { id: `${length}/U`, en: 'HAZ' }
    case 'weightForLength':
      return { id: `BB/${length}`, en: 'WHZ' }
    case 'bmiForAge':
      return { id: 'IMT/U', en: 'BAZ' }
    case 'headForAge':
      return { id: 'LK/U', en: 'head circumference' }
    case 'armForAge':
      return { id: 'LiLA/U', en: 'MUAC' }
    default:
      return undefined
  }
}
const ORDER = ['weightForAge', 'lengthForAge', 'weightForLength', 'bmiForAge', 'headForAge', 'armForAge'] as const

/** "−2,88" */
export const scoreText = (score: Score, language: Language): string => formatFigure(score.z, 2, language)

/** One text an indicator that has a score. */
export function scoreTexts({ scores, ageDays }: JudgedMeasurement, language: Language): readonly string[] {
  return ORDER.flatMap((indicator) => {
    const score = scores[indicator]
    const name = nameOf(indicator, expectedPosition(ageDays, MEASURING_2020))
    if (score === undefined || name === undefined) return []
    return [
      `${say(name, language)}\u00a0${scoreText(score, language)}${score.flagged ? ` (${say(AGAIN, language)})` : ''}`,
    ]
  })
}

/** "Dihitung dengan 81 cm terlentang." where 0.7 cm were added or taken; undefined where the figure was used as it is. */
export function usedLengthText(measurement: JudgedMeasurement, language: Language): string | undefined {
  const { usedLengthHeightCm } = measurement.scores
  if (usedLengthHeightCm === undefined || measurement.lengthHeightTenthMm === undefined) return undefined
  const used = Math.round(usedLengthHeightCm * 100)
  if (used === measurement.lengthHeightTenthMm) return undefined
  const how: Text =
    expectedPosition(measurement.ageDays, MEASURING_2020) === 'h'
      ? { id: 'berdiri', en: 'standing' }
      : { id: 'terlentang', en: 'lying' }
  return say(
    {
      id: `Dihitung dengan ${cm(used, 'id')} ${how.id}.`,
      en: `Worked out with ${cm(used, 'en')} ${how.en}.`,
    },
    language,
  )
}
