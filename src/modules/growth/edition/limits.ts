// What a region may set for itself: weight gains of the card, the red line, what is asked about at entry, what does not fit a child's past,
// red flags, days of alerts. As data: a key, words, a range, where it stands in the editions. Must stay true: limits of Permenkes 2/2020 are
// not among them, nor what is WHO's own: SD lines, the 0.7 cm step, the borders at 9 and 24 months, how far two readings may differ.
import type { GrowthEditions } from '../context.ts'
import {
  alertLimits,
  both,
  CM,
  careLimits,
  DAYS,
  digitLimit,
  entryLimit,
  fallOf,
  kbmLimits,
  type Limit,
  type LimitValues,
  MONTHS,
  PERCENT,
  pastLimit,
  redLine,
  watchLimit,
  withFall,
} from './limit-kinds.ts'

const ENTRY = [
  ['weightG', 'weight', both('Berat', 'Weight'), 'kg', [900, 2500], [20_000, 58_000]],
  [
    'lengthHeightTenthMm',
    'length',
    both('Panjang atau tinggi', 'Length or height'),
    'cm',
    [3800, 4800],
    [11_000, 15_000],
  ],
  ['armTenthMm', 'arm', both('LiLA', 'Arm circumference'), 'cm', [600, 1000], [2000, 3500]],
  ['headTenthMm', 'head', both('Lingkar kepala', 'Head circumference'), 'cm', [2500, 3000], [5000, 6000]],
] as const

const entryLimits = (): readonly Limit[] =>
  ENTRY.flatMap(([kind, key, name, unit, low, high]) => {
    const isWeight = unit === 'kg'
    const head = { unit: isWeight ? both('kg', 'kg') : CM, decimals: isWeight ? (3 as const) : (2 as const) }
    return [
      entryLimit(kind, 'min', {
        ...head,
        key: `entry-${key}-min`,
        label: both(`${name.id}: tanya bila di bawah`, `${name.en}: ask when below`),
        range: low,
      }),
      entryLimit(kind, 'max', {
        ...head,
        key: `entry-${key}-max`,
        label: both(`${name.id}: tanya bila di atas`, `${name.en}: ask when above`),
        range: high,
      }),
    ]
  })

/** Every limit of these editions, in the order of the form. */
function limitsOf(shipped: GrowthEditions): readonly Limit[] {
  return [
    ...kbmLimits(shipped),
    redLine('reportingBelow', both('Dilaporkan BGM bila BB/U di bawah', 'Reported below the red line under')),
    redLine('referralBelow', both('Dirujuk bila BB/U di bawah', 'Referred under')),
    ...entryLimits(),
    pastLimit('shrinkMoreThanTenthMm', {
      key: 'past-shrink',
      label: both('Tanya bila lebih pendek dari dulu lebih dari', 'Ask when shorter than before by more than'),
      unit: CM,
      range: [20, 500],
      decimals: 2,
    }),
    pastLimit('weightChangeFromPercent', {
      key: 'past-weight',
      label: both('Tanya bila berat berubah paling sedikit', 'Ask when weight changed by at least'),
      unit: PERCENT,
      range: [5, 50],
    }),
    pastLimit('weightChangeWithinDays', {
      key: 'past-days',
      label: both('dibanding penimbangan yang umurnya kurang dari', 'against a weighing younger than'),
      unit: DAYS,
      range: [7, 180],
    }),
    digitLimit('moreThanPercent', {
      key: 'digit-percent',
      label: both('Angka dibulatkan bila berakhir ,0 atau ,5 lebih dari', 'Rounded when ending in .0 or .5 more than'),
      unit: PERCENT,
      range: [25, 90],
    }),
    digitLimit('window', {
      key: 'digit-window',
      label: both('dari pengukuran terakhir sebanyak', 'of the latest measurings, as many as'),
      unit: both('pengukuran', 'measurings'),
      range: [20, 200],
    }),
    watchLimit(
      {
        key: 'fall-sd',
        label: both('Peringatan dini bila skor turun paling sedikit', 'Early warning when a score falls by at least'),
        unit: both('SD', 'SD'),
        range: [30, 200],
        decimals: 2,
      },
      ({ alerts }) =>
        Math.round((alerts.map((rule) => fallOf(rule.trigger)).find((one) => one !== undefined) ?? 0.67) * 100),
      (alerts, value) => ({
        ...alerts,
        alerts: alerts.alerts.map((rule) => ({ ...rule, trigger: withFall(rule.trigger, value / 100) })),
      }),
    ),
    ...(
      [
        ['fall', 'fall-months', both('Penurunan skor dilihat dalam', 'A fall is looked for within')],
        [
          'headMove',
          'head-months',
          both('Perubahan lingkar kepala dilihat dalam', 'A move of the head’s score is looked for within'),
        ],
      ] as const
    ).map(([part, key, label]) =>
      watchLimit(
        { key, label, unit: MONTHS, range: [1, 12] },
        (alerts) => alerts[part].withinMonths,
        (alerts, withinMonths) => ({ ...alerts, [part]: { withinMonths } }),
      ),
    ),
    watchLimit(
      {
        key: 'referral-days',
        label: both('Rujukan tanpa jawaban dinaikkan setelah', 'A referral without an answer is escalated after'),
        unit: DAYS,
        range: [1, 60],
      },
      (alerts) => alerts.referralOpenDays,
      (alerts, referralOpenDays) => ({ ...alerts, referralOpenDays }),
    ),
    ...careLimits(shipped),
    ...shipped.alerts.alerts.flatMap(alertLimits),
  ]
}

const known = new WeakMap<GrowthEditions, readonly Limit[]>()
/** The same list, made once for editions that live as long as the program. */
export function knownLimits(shipped: GrowthEditions): readonly Limit[] {
  const limits = known.get(shipped) ?? limitsOf(shipped)
  known.set(shipped, limits)
  return limits
}

/** The shipped editions with these limits; a key nobody knows (an alert of an older program) changes nothing. */
export function withLimits(shipped: GrowthEditions, values: LimitValues): GrowthEditions {
  return knownLimits(shipped).reduce((held, limit) => {
    const value = values[limit.key]
    return value === undefined ? held : limit.write(held, value)
  }, shipped)
}
