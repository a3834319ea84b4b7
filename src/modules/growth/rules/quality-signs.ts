// From sums to signs of measuring quality, each with what to do about it. Pure. Must stay true: sums only, so that months add up; too
// few measurings give no sign; a sign is a reason to talk and to train, never to drop a child's record.
import { formatFigure } from '../../../kernel/decimal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { MeasuringEdition, QualityEdition } from './editions.ts'

export type SpreadSums = { readonly n: number; readonly sum: number; readonly squares: number }
export const SPREADS = ['lengthForAge', 'weightForAge', 'weightForLength'] as const
export type SpreadName = (typeof SPREADS)[number]
export type QualityCounts = {
  readonly measured: number
  readonly flagged: number
  readonly lengths: number
  readonly noPosition: number
  /** Measurings with weight and length, and those of them where both end in .0 or .5. */
  readonly pairs: number
  readonly round: number
  /** Measurings with the weight and length of another child of the same day. */
  readonly same: number
  /** Hundredths of a standard deviation. */
  readonly spread: Readonly<Record<SpreadName, SpreadSums>>
}

export const NOTHING: QualityCounts = {
  measured: 0,
  flagged: 0,
  lengths: 0,
  noPosition: 0,
  pairs: 0,
  round: 0,
  same: 0,
  spread: {
    lengthForAge: { n: 0, sum: 0, squares: 0 },
    weightForAge: { n: 0, sum: 0, squares: 0 },
    weightForLength: { n: 0, sum: 0, squares: 0 },
  },
}

export function addCounts(a: QualityCounts, b: QualityCounts): QualityCounts {
  const spread = (name: SpreadName): SpreadSums => ({
    n: a.spread[name].n + b.spread[name].n,
    sum: a.spread[name].sum + b.spread[name].sum,
    squares: a.spread[name].squares + b.spread[name].squares,
  })
  return {
    measured: a.measured + b.measured,
    flagged: a.flagged + b.flagged,
    lengths: a.lengths + b.lengths,
    noPosition: a.noPosition + b.noPosition,
    pairs: a.pairs + b.pairs,
    round: a.round + b.round,
    same: a.same + b.same,
    spread: {
      lengthForAge: spread('lengthForAge'),
      weightForAge: spread('weightForAge'),
      weightForLength: spread('weightForLength'),
    },
  }
}

/** Sample standard deviation of the sums, in standard deviations; undefined below two values. */
export function spreadOf({ n, sum, squares }: SpreadSums): number | undefined {
  return n < 2 ? undefined : Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1)) / 100
}

export type QualitySign = {
  readonly code: 'digits' | 'position' | 'flagged' | 'same' | 'wide' | 'narrow'
  readonly name: Text
  /** The figure behind it: "18 dari 40". */
  readonly figure: Text
  readonly advice: Text
}

const of = (n: number, all: number): Text => ({ id: `${n} dari ${all}`, en: `${n} of ${all}` })
const NAMES: Readonly<Record<SpreadName, Text>> = {
  lengthForAge: { id: 'panjang menurut umur', en: 'length for age' },
  weightForAge: { id: 'berat menurut umur', en: 'weight for age' },
  weightForLength: { id: 'berat menurut panjang', en: 'weight for length' },
}
const two = (value: number, language: 'id' | 'en') => formatFigure(value, 2, language)

/** The signs of some measurings, those first that touch most children. */
export function qualitySigns(
  counts: QualityCounts,
  quality: QualityEdition,
  { digitPreference }: MeasuringEdition,
): readonly QualitySign[] {
  const signs: QualitySign[] = []
  const { measured, flagged, lengths, noPosition, pairs, round, same, spread } = counts
  if (same >= quality.duplicatesFrom && same > 0)
    signs.push({
      code: 'same',
      name: { id: 'Angka sama pada dua anak', en: 'Same figures for two children' },
      figure: of(same, pairs),
      advice: {
        id: 'Berat dan panjang yang sama pada hari yang sama jarang terjadi. Tanyakan apakah ada baris yang tersalin, lalu ukur ulang anak itu.',
        en: 'Equal weight and length on one day are rare. Ask whether a row was copied, and measure those children again.',
      },
    })
  if (measured > 0 && flagged * 1000 >= quality.flaggedFromPermille * measured && flagged > 0)
    signs.push({
      code: 'flagged',
      name: { id: 'Angka tidak masuk akal', en: 'Implausible figures' },
      figure: of(flagged, measured),
      advice: {
        id: 'Periksa timbangan dan papan ukur, lalu ukur ulang bersama kader. Sering kilogram dan sentimeter tertukar.',
        en: 'Check scale and board, then measure again together with the cadre. Kilograms and centimetres are often swapped.',
      },
    })
  if (lengths > 0 && noPosition * 1000 >= quality.missingPositionFromPermille * lengths && noPosition > 0)
    signs.push({
      code: 'position',
      name: { id: 'Posisi ukur tidak dicatat', en: 'Position not recorded' },
      figure: of(noPosition, lengths),
      advice: {
        id: 'Ingatkan untuk memilih terlentang atau berdiri: selisihnya 0,7 cm. Di bawah 2 tahun terlentang.',
        en: 'Remind them to choose lying or standing: it makes 0.7 cm. Below 2 years children lie.',
      },
    })
  if (pairs >= digitPreference.leastReadings && round * 100 > digitPreference.moreThanPercent * pairs)
    signs.push({
      code: 'digits',
      name: { id: 'Angka dibulatkan', en: 'Rounded figures' },
      figure: of(round, pairs),
      advice: {
        id: 'Banyak angka berakhir ,0 atau ,5. Latih membaca timbangan dan papan ukur sampai garis terkecil, dibaca dua orang.',
        en: 'Many figures end in .0 or .5. Train reading scale and board to the smallest mark, read by two people.',
      },
    })
  const outside = SPREADS.flatMap((name) => {
    const sd = spreadOf(spread[name])
    const { from, to } = quality.sd[name]
    return sd === undefined || spread[name].n < quality.leastChildren || (sd >= from && sd <= to)
      ? []
      : [{ name, sd, from, to, isWide: sd > to }]
  })
  for (const isWide of [true, false]) {
    const some = outside.filter((one) => one.isWide === isWide)
    if (some.length === 0) continue
    const figure = (language: 'id' | 'en') =>
      some
        .map(({ name, sd, from, to }) =>
          language === 'id'
            ? `${NAMES[name].id} SD ${two(sd, 'id')}, wajar ${two(from, 'id')}–${two(to, 'id')}`
            : `${NAMES[name].en} SD ${two(sd, 'en')}, expected ${two(from, 'en')}–${two(to, 'en')}`,
        )
        .join('; ')
    signs.push({
      code: isWide ? 'wide' : 'narrow',
      name: {
        id: `Sebaran terlalu ${isWide ? 'lebar' : 'sempit'}`,
        en: `Spread too ${isWide ? 'wide' : 'narrow'}`,
      },
      figure: { id: figure('id'), en: figure('en') },
      advice: isWide
        ? {
            id: 'Ukuran kurang teliti atau tanggal lahir keliru. Latih mengukur berdua dan cocokkan tanggal lahir dengan buku KIA.',
            en: 'Measuring is not exact or birth dates are wrong. Train measuring in pairs and compare birth dates with the KIA book.',
          }
        : {
            id: 'Angka antaranak terlalu mirip. Dampingi satu hari penimbangan dan pastikan setiap anak benar-benar diukur.',
            en: 'Children look too alike. Be there for one session and see that every child is really measured.',
          },
    })
  }
  return signs
}
