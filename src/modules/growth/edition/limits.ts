// What a region may set for itself: weight gains of the card, the red line, what does not fit a child's past, days of alerts. As data: a
// key, words, a range, where it stands in the editions. Must stay true: limits of Permenkes 2/2020 are not among them.
import type { Text } from '../../../kernel/text.ts'
import type { GrowthEditions } from '../context.ts'
import type { AlertRule, Trigger } from '../rules/alert-edition.ts'

/** Whole numbers in the smallest unit, by key. */
export type LimitValues = Readonly<Record<string, number>>
export type LimitGroup = 'kbm' | 'red-line' | 'past' | 'digits' | 'watch' | `alert-${string}`
export type Limit = {
  readonly key: string
  readonly group: LimitGroup
  readonly label: Text
  readonly unit: Text
  /** In the smallest unit; written with so many decimals. */
  readonly min: number
  readonly max: number
  readonly decimals: 0 | 1 | 2
  /** No official text confirms the shipped value. */
  readonly isOpen: boolean
  read(editions: GrowthEditions): number
  write(editions: GrowthEditions, value: number): GrowthEditions
}

const both = (id: string, en: string): Text => ({ id, en })
const DAYS = both('hari', 'days')
const MONTHS = both('bulan', 'months')

function kbmLimits(shipped: GrowthEditions): readonly Limit[] {
  return shipped.kbm.grams.flatMap((band, index) =>
    (['boys', 'girls'] as const).map((who): Limit => {
      const months = band.fromMonth === band.toMonth ? `${band.fromMonth}` : `${band.fromMonth}–${band.toMonth}`
      const [id, en] = who === 'boys' ? ['laki-laki', 'boys'] : ['perempuan', 'girls']
      return {
        key: `kbm-${band.fromMonth}-${who}`,
        group: 'kbm',
        label: both(`Umur ${months} bulan, ${id}`, `Age ${months} months, ${en}`),
        unit: both('gram', 'grams'),
        min: 50,
        max: 2000,
        decimals: 0,
        isOpen: shipped.kbm.unconfirmed.some(
          ({ month, sex }) => month === band.fromMonth && sex === (who === 'boys' ? 1 : 2),
        ),
        read: ({ kbm }) => kbm.grams[index]![who],
        write: (editions, value) => ({
          ...editions,
          kbm: {
            ...editions.kbm,
            grams: editions.kbm.grams.map((row, at) => (at === index ? { ...row, [who]: value } : row)),
          },
        }),
      }
    }),
  )
}

const redLine = (key: 'reportingBelow' | 'referralBelow', label: Text): Limit => ({
  key: key === 'reportingBelow' ? 'red-report' : 'red-referral',
  group: 'red-line',
  label,
  unit: both('SD', 'SD'),
  min: -400,
  max: -100,
  decimals: 2,
  isOpen: true,
  read: (editions) => Math.round(editions.redLine[key] * 100),
  write: (editions, value) => ({ ...editions, redLine: { ...editions.redLine, [key]: value / 100 } }),
})

function measuringLimit(
  [part, name]:
    | readonly ['past', keyof GrowthEditions['measuring']['past']]
    | readonly ['digitPreference', 'window' | 'leastReadings' | 'moreThanPercent'],
  {
    key,
    label,
    unit,
    min,
    max,
    decimals = 0,
  }: Pick<Limit, 'key' | 'label' | 'unit' | 'min' | 'max'> & { decimals?: 0 | 2 },
): Limit {
  return {
    key,
    group: part === 'past' ? 'past' : 'digits',
    label,
    unit,
    min,
    max,
    decimals,
    isOpen: false,
    read: ({ measuring }) => (part === 'past' ? measuring.past[name] : measuring.digitPreference[name]),
    write: (editions, value) => ({
      ...editions,
      measuring: { ...editions.measuring, [part]: { ...editions.measuring[part], [name]: value } },
    }),
  }
}

const watch = (
  key: string,
  label: Text,
  [min, max]: readonly [number, number],
  unit: Text,
  read: (alerts: GrowthEditions['alerts']) => number,
  write: (alerts: GrowthEditions['alerts'], value: number) => GrowthEditions['alerts'],
  decimals: 0 | 2 = 0,
): Limit => ({
  key,
  group: 'watch',
  label,
  unit,
  min,
  max,
  decimals,
  isOpen: false,
  read: (editions) => read(editions.alerts),
  write: (editions, value) => ({ ...editions, alerts: write(editions.alerts, value) }),
})

/** The limit of a fall is the project's own early warning, so a region may set it. */
function withFall(trigger: Trigger, limit: number): Trigger {
  if ('all' in trigger) return { all: trigger.all.map((part) => withFall(part, limit)) }
  if ('any' in trigger) return { any: trigger.any.map((part) => withFall(part, limit)) }
  return trigger.fact === 'fallLength' || trigger.fact === 'fallWeight' ? { fact: trigger.fact, ge: limit } : trigger
}
function fallOf(trigger: Trigger): number | undefined {
  if ('all' in trigger) return trigger.all.map(fallOf).find((one) => one !== undefined)
  if ('any' in trigger) return trigger.any.map(fallOf).find((one) => one !== undefined)
  return trigger.fact === 'fallLength' && 'ge' in trigger ? trigger.ge : undefined
}

const ruled = (
  { code }: AlertRule,
  key: 'due' | 'window' | 'late',
  label: Text,
  [min, max]: readonly [number, number],
  read: (rule: AlertRule) => number,
  write: (rule: AlertRule, value: number) => AlertRule,
): Limit => ({
  key: `${key}-${code}`,
  group: `alert-${code}`,
  label,
  unit: DAYS,
  min,
  max,
  decimals: 0,
  isOpen: false,
  read: ({ alerts }) => read(alerts.alerts.find((rule) => rule.code === code)!),
  write: (editions, value) => ({
    ...editions,
    alerts: {
      ...editions.alerts,
      alerts: editions.alerts.alerts.map((rule) => (rule.code === code ? write(rule, value) : rule)),
    },
  }),
})

/** Every limit of these editions, in the order of the form. */
function limitsOf(shipped: GrowthEditions): readonly Limit[] {
  return [
    ...kbmLimits(shipped),
    redLine('reportingBelow', both('Dilaporkan BGM bila BB/U di bawah', 'Reported below the red line under')),
    redLine('referralBelow', both('Dirujuk bila BB/U di bawah', 'Referred under')),
    measuringLimit(['past', 'shrinkMoreThanTenthMm'], {
      key: 'past-shrink',
      label: both('Tanya bila lebih pendek dari dulu lebih dari', 'Ask when shorter than before by more than'),
      unit: both('cm', 'cm'),
      min: 20,
      max: 500,
      decimals: 2,
    }),
    measuringLimit(['past', 'weightChangeFromPercent'], {
      key: 'past-weight',
      label: both('Tanya bila berat berubah paling sedikit', 'Ask when weight changed by at least'),
      unit: both('%', '%'),
      min: 5,
      max: 50,
    }),
    measuringLimit(['past', 'weightChangeWithinDays'], {
      key: 'past-days',
      label: both('dibanding penimbangan yang umurnya kurang dari', 'against a weighing younger than'),
      unit: DAYS,
      min: 7,
      max: 180,
    }),
    measuringLimit(['digitPreference', 'moreThanPercent'], {
      key: 'digit-percent',
      label: both('Angka dibulatkan bila berakhir ,0 atau ,5 lebih dari', 'Rounded when ending in .0 or .5 more than'),
      unit: both('%', '%'),
      min: 25,
      max: 90,
    }),
    measuringLimit(['digitPreference', 'window'], {
      key: 'digit-window',
      label: both('dari pengukuran terakhir sebanyak', 'of the latest measurings, as many as'),
      unit: both('pengukuran', 'measurings'),
      min: 20,
      max: 200,
    }),
    watch(
      'fall-sd',
      both('Peringatan dini bila skor turun paling sedikit', 'Early warning when a score falls by at least'),
      [30, 200],
      both('SD', 'SD'),
      (alerts) =>
        Math.round((alerts.alerts.map((rule) => fallOf(rule.trigger)).find((one) => one !== undefined) ?? 0.67) * 100),
      (alerts, value) => ({
        ...alerts,
        alerts: alerts.alerts.map((rule) => ({ ...rule, trigger: withFall(rule.trigger, value / 100) })),
      }),
      2,
    ),
    watch(
      'fall-months',
      both('Penurunan skor dilihat dalam', 'A fall is looked for within'),
      [1, 12],
      MONTHS,
      (alerts) => alerts.fall.withinMonths,
      (alerts, withinMonths) => ({ ...alerts, fall: { withinMonths } }),
    ),
    watch(
      'head-months',
      both('Perubahan lingkar kepala dilihat dalam', 'A move of the head’s score is looked for within'),
      [1, 12],
      MONTHS,
      (alerts) => alerts.headMove.withinMonths,
      (alerts, withinMonths) => ({ ...alerts, headMove: { withinMonths } }),
    ),
    watch(
      'referral-days',
      both('Rujukan tanpa jawaban dinaikkan setelah', 'A referral without an answer is escalated after'),
      [1, 60],
      DAYS,
      (alerts) => alerts.referralOpenDays,
      (alerts, referralOpenDays) => ({ ...alerts, referralOpenDays }),
    ),
    ...shipped.alerts.alerts.flatMap((rule) => [
      ruled(
        rule,
        'due',
        both('Ditangani dalam', 'Acted on within'),
        [0, 90],
        (one) => one.dueDays,
        (one, dueDays) => ({ ...one, dueDays }),
      ),
      ruled(
        rule,
        'window',
        both('Tidak dibuka lagi selama', 'Not opened again for'),
        [1, 1000],
        (one) => one.windowDays,
        (one, windowDays) => ({ ...one, windowDays }),
      ),
      ruled(
        rule,
        'late',
        both('Dinaikkan bila lewat batas lebih dari', 'Escalated when late by more than'),
        [0, 60],
        (one) => one.escalate.afterDaysLate,
        (one, afterDaysLate) => ({ ...one, escalate: { ...one.escalate, afterDaysLate } }),
      ),
    ]),
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
