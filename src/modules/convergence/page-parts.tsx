// Parts that several pages of convergence share: counts as they may be shown, grades, choice of quarter, forms' faults.

import { formatDate } from '../../kernel/date-format.ts'
import { formatLiteral } from '../../kernel/decimal.ts'
import { percentText } from '../../kernel/percent.ts'
import { formatCount } from '../../kernel/rupiah.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import type { ShownCount, ShownNumber } from './access.ts'
import type { ServiceState } from './due.ts'
import type { PeriodChoice, VillageLine } from './port.ts'
import { bandText, scoreBand } from './score-band.ts'

export type Fault = { readonly at?: string; readonly text: string }
export const faultAt = (faults: readonly Fault[], at: string): string | undefined =>
  faults.find((one) => one.at === at)?.text

export const PART_WORDS = {
  coarse: {
    id: 'Nilai ditulis sebagai rentang atau dibulatkan, dan – tidak ditulis, bila jumlah di bawah 5 orang dapat dihitung darinya.',
    en: 'Scores are told as a range or rounded, and – not told, where a count under 5 people would follow from them.',
  },
  few: { id: '<5', en: '<5' },
  noData: { id: 'tidak ada data', en: 'no data' },
  fewPeople: { id: 'kurang dari 5 sasaran', en: 'fewer than 5 entitled' },
  fewWaiting: { id: 'hampir semua dari {d}', en: 'nearly all of {d}' },
  fewReached: { id: 'kurang dari 5 dari {d}', en: 'fewer than 5 of {d}' },
  withheld: { id: 'ditutup', en: 'withheld' },
  of: { id: '{n} dari {d}', en: '{n} of {d}' },
  quarter: { id: 'Triwulan', en: 'Quarter' },
  noGrade: { id: 'data belum cukup', en: 'data not enough' },
  running: { id: 'berjalan', en: 'running' },
} as const satisfies Record<string, Text>

export const STATE_NAMES: Readonly<Record<ServiceState, Text>> = {
  due: { id: 'belum', en: 'due' },
  received: { id: 'sudah', en: 'received' },
  'not-entitled': { id: 'tidak berhak', en: 'not entitled' },
  refused: { id: 'menolak', en: 'refused' },
  unknown: { id: 'belum diketahui', en: 'unknown' },
}
export const STATE_TONES: Readonly<Record<ServiceState, BadgeTone>> = {
  due: 'wait',
  received: 'done',
  'not-entitled': 'stop',
  refused: 'stop',
  unknown: 'care',
}

export function shown(value: ShownNumber, language: Language): string {
  if (value === 'withheld') return say(PART_WORDS.withheld, language)
  return value === 'few' ? PART_WORDS.few[language] : formatCount(value, language)
}

/** "90 dari 120 (75,00 %)", or what may be said of a small group. */
export function countText(count: ShownCount | undefined, language: Language): string {
  if (count === undefined) return say(PART_WORDS.noData, language)
  if (count.kind === 'few-people') return say(PART_WORDS.fewPeople, language)
  if (count.kind === 'withheld')
    return count.denominator === undefined
      ? say(PART_WORDS.withheld, language)
      : say(PART_WORDS.of, language)
          .replace('{n}', say(PART_WORDS.withheld, language))
          .replace('{d}', formatCount(count.denominator, language))
  const d = formatCount(count.denominator, language)
  if (count.kind === 'few-waiting') return say(PART_WORDS.fewWaiting, language).replace('{d}', d)
  if (count.kind !== 'exact') return say(PART_WORDS.fewReached, language).replace('{d}', d)
  if (count.denominator === 0) return say(PART_WORDS.noData, language)
  return `${say(PART_WORDS.of, language).replace('{n}', formatCount(count.numerator, language)).replace('{d}', d)} (${percentText(count.numerator, count.denominator, language)})`
}

/** "78,4" of a stored score. */
export function scoreOf(score: string | null, language: Language): string {
  return score === null ? '–' : formatLiteral(score, language)
}

export function PeriodChips({
  periods,
  current,
  href,
  language,
}: {
  periods: readonly PeriodChoice[]
  current: string
  href: (period: string) => string
  language: Language
}) {
  return (
    <Chips
      label={PART_WORDS.quarter}
      chips={periods.slice(0, 5).map((one) => ({
        href: href(one.key),
        label: one.isCurrent ? `${say(one.name, language)} (${say(PART_WORDS.running, language)})` : one.name,
        current: one.key === current,
      }))}
    />
  )
}

export const day = (date: string, language: Language): string => formatDate(date, language)

/** The day as the fields of the date component, for a first value. */
export function dateParts(date: string): { readonly day: string; readonly month: string; readonly year: string } {
  return { day: String(Number(date.slice(8, 10))), month: String(Number(date.slice(5, 7))), year: date.slice(0, 4) }
}

/** Part of whole in this sentence; nothing known is said, never "0 of 0". */
export function pairText(
  sentence: Text,
  { n, d }: { readonly n: ShownNumber; readonly d: ShownNumber },
  language: Language,
): string {
  if (d === 0) return say(PART_WORDS.noData, language)
  return fill(say(sentence, language), { n: shown(n, language), d: shown(d, language) })
}

/** The score as it is told: "60 – 70" beside C where the score itself would give too much away. */
export function toldScore(
  { score, grade, scoreStep }: Pick<VillageLine, 'score' | 'grade' | 'scoreStep'>,
  language: Language,
): string {
  return score === null ? scoreOf(score, language) : bandText(scoreBand(Number(score), scoreStep, grade), language)
}
