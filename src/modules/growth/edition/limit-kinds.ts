// What one limit of a region is, and how each kind of limit is read from the editions and written into them. Pure.
// Must stay true: reading gives back what was written, and nothing else of the editions moves.
import type { Text } from '../../../kernel/text.ts'
import type { GrowthEditions } from '../context.ts'
import type { AlertRule, Trigger } from '../rules/alert-edition.ts'
import type { MeasuringEdition } from '../rules/editions.ts'

/** Whole numbers in the smallest unit, by key. */
export type LimitValues = Readonly<Record<string, number>>
export type LimitGroup = 'kbm' | 'red-line' | 'entry' | 'past' | 'digits' | 'watch' | 'flags' | `alert-${string}`
export type Limit = {
  readonly key: string
  readonly group: LimitGroup
  readonly label: Text
  readonly unit: Text
  /** In the smallest unit; written with so many decimals. */
  readonly min: number
  readonly max: number
  readonly decimals: 0 | 2 | 3
  /** No official text confirms the shipped value. */
  readonly isOpen: boolean
  /** 1 is yes and 0 is no; chosen, not typed. */
  readonly isYesNo: boolean
  read(editions: GrowthEditions): number
  write(editions: GrowthEditions, value: number): GrowthEditions
}

export const both = (id: string, en: string): Text => ({ id, en })
export const DAYS = both('hari', 'days')
export const MONTHS = both('bulan', 'months')
export const PERCENT = both('%', '%')
export const CM = both('cm', 'cm')

type Head = Pick<Limit, 'key' | 'label' | 'unit'> & {
  readonly range: readonly [number, number]
  readonly decimals?: Limit['decimals']
  readonly isOpen?: boolean
}
function limit({
  range: [min, max],
  decimals = 0,
  isOpen = false,
  isYesNo = false,
  ...rest
}: Head & Pick<Limit, 'group' | 'read' | 'write'> & { readonly isYesNo?: boolean }): Limit {
  return { ...rest, min, max, decimals, isOpen, isYesNo }
}

export function kbmLimits(shipped: GrowthEditions): readonly Limit[] {
  return shipped.kbm.grams.flatMap((band, index) =>
    (['boys', 'girls'] as const).map((who): Limit => {
      const months = band.fromMonth === band.toMonth ? `${band.fromMonth}` : `${band.fromMonth}–${band.toMonth}`
      const [id, en] = who === 'boys' ? ['laki-laki', 'boys'] : ['perempuan', 'girls']
      return limit({
        key: `kbm-${band.fromMonth}-${who}`,
        group: 'kbm',
        label: both(`Umur ${months} bulan, ${id}`, `Age ${months} months, ${en}`),
        unit: both('gram', 'grams'),
        range: [50, 2000],
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
      })
    }),
  )
}

/** The alert of an underweight child is the card's line of referral; its other triggers are borders of Permenkes 2/2020. */
const REFERRED_BY_CARD = 'LOWW'
const withReferralLine = (alerts: GrowthEditions['alerts'], lt: number): GrowthEditions['alerts'] => ({
  ...alerts,
  alerts: alerts.alerts.map((rule) =>
    rule.code === REFERRED_BY_CARD && 'fact' in rule.trigger && rule.trigger.fact === 'weightForAge'
      ? { ...rule, trigger: { fact: 'weightForAge', lt } }
      : rule,
  ),
})

export const redLine = (key: 'reportingBelow' | 'referralBelow', label: Text): Limit =>
  limit({
    key: key === 'reportingBelow' ? 'red-report' : 'red-referral',
    group: 'red-line',
    label,
    unit: both('SD', 'SD'),
    range: [-400, -100],
    decimals: 2,
    isOpen: true,
    read: (editions) => Math.round(editions.redLine[key] * 100),
    write: (editions, value) => ({
      ...editions,
      redLine: { ...editions.redLine, [key]: value / 100 },
      ...(key === 'referralBelow' ? { alerts: withReferralLine(editions.alerts, value / 100) } : {}),
    }),
  })

/** One end of what is believed without a question. The shipped ends are those of WHO's program: they may be narrowed, not widened. */
export const entryLimit = (kind: keyof MeasuringEdition['softLimits'], end: 'min' | 'max', head: Head): Limit =>
  limit({
    ...head,
    group: 'entry',
    read: ({ measuring }) => measuring.softLimits[kind][end],
    write: (editions, value) => {
      const { softLimits } = editions.measuring
      return {
        ...editions,
        measuring: {
          ...editions.measuring,
          softLimits: { ...softLimits, [kind]: { ...softLimits[kind], [end]: value } },
        },
      }
    },
  })

export const pastLimit = (name: keyof MeasuringEdition['past'], head: Head): Limit =>
  limit({
    ...head,
    group: 'past',
    read: ({ measuring }) => measuring.past[name],
    write: (editions, value) => ({
      ...editions,
      measuring: { ...editions.measuring, past: { ...editions.measuring.past, [name]: value } },
    }),
  })

export const digitLimit = (name: 'window' | 'moreThanPercent', head: Head): Limit =>
  limit({
    ...head,
    group: 'digits',
    read: ({ measuring }) => measuring.digitPreference[name],
    write: (editions, value) => ({
      ...editions,
      measuring: {
        ...editions.measuring,
        digitPreference: { ...editions.measuring.digitPreference, [name]: value },
      },
    }),
  })

export const watchLimit = (
  head: Head,
  read: (alerts: GrowthEditions['alerts']) => number,
  write: (alerts: GrowthEditions['alerts'], value: number) => GrowthEditions['alerts'],
): Limit =>
  limit({
    ...head,
    group: 'watch',
    read: ({ alerts }) => read(alerts),
    write: (editions, value) => ({ ...editions, alerts: write(editions.alerts, value) }),
  })

/** The limit of a fall is the project's own early warning, so a region may set it. */
export function withFall(trigger: Trigger, least: number): Trigger {
  if ('all' in trigger) return { all: trigger.all.map((part) => withFall(part, least)) }
  if ('any' in trigger) return { any: trigger.any.map((part) => withFall(part, least)) }
  return trigger.fact === 'fallLength' || trigger.fact === 'fallWeight' ? { fact: trigger.fact, ge: least } : trigger
}
export function fallOf(trigger: Trigger): number | undefined {
  if ('all' in trigger) return trigger.all.map(fallOf).find((one) => one !== undefined)
  if ('any' in trigger) return trigger.any.map(fallOf).find((one) => one !== undefined)
  return trigger.fact === 'fallLength' && 'ge' in trigger ? trigger.ge : undefined
}

/** The red flags of a referral, each asked for or not, and when a child is looked at again. */
export function careLimits({ care }: GrowthEditions): readonly Limit[] {
  return [
    ...care.redFlags.map(({ code, text }) =>
      limit({
        key: `flag-${code}`,
        group: 'flags',
        label: both(`Ditanyakan: ${text.id}`, `Asked for: ${text.en}`),
        unit: both('', ''),
        range: [0, 1],
        isOpen: true,
        isYesNo: true,
        read: (editions) => (editions.care.redFlags.find((flag) => flag.code === code)!.asked ? 1 : 0),
        write: (editions, value) => ({
          ...editions,
          care: {
            ...editions.care,
            redFlags: editions.care.redFlags.map((flag) =>
              flag.code === code ? { ...flag, asked: value === 1 } : flag,
            ),
          },
        }),
      }),
    ),
    limit({
      key: 'look-again',
      group: 'flags',
      label: both('Dilihat lagi setelah rujukan dijawab', 'Looked at again after a referral is answered'),
      unit: DAYS,
      range: [1, 60],
      read: (editions) => editions.care.lookAgainDays,
      write: (editions, lookAgainDays) => ({ ...editions, care: { ...editions.care, lookAgainDays } }),
    }),
  ]
}

const alertLimit = (
  { code }: AlertRule,
  key: 'due' | 'window' | 'late',
  label: Text,
  range: readonly [number, number],
  read: (rule: AlertRule) => number,
  write: (rule: AlertRule, value: number) => AlertRule,
): Limit =>
  limit({
    key: `${key}-${code}`,
    group: `alert-${code}`,
    label,
    unit: DAYS,
    range,
    read: ({ alerts }) => read(alerts.alerts.find((rule) => rule.code === code)!),
    write: (editions, value) => ({
      ...editions,
      alerts: {
        ...editions.alerts,
        alerts: editions.alerts.alerts.map((rule) => (rule.code === code ? write(rule, value) : rule)),
      },
    }),
  })

/** Days of one alert: to act, to stay silent, to be late before somebody else hears. */
export const alertLimits = (rule: AlertRule): readonly Limit[] => [
  alertLimit(
    rule,
    'due',
    both('Ditangani dalam', 'Acted on within'),
    [0, 90],
    (one) => one.dueDays,
    (one, dueDays) => ({ ...one, dueDays }),
  ),
  alertLimit(
    rule,
    'window',
    both('Tidak dibuka lagi selama', 'Not opened again for'),
    [1, 1000],
    (one) => one.windowDays,
    (one, windowDays) => ({ ...one, windowDays }),
  ),
  alertLimit(
    rule,
    'late',
    both('Dinaikkan bila lewat batas lebih dari', 'Escalated when late by more than'),
    [0, 60],
    (one) => one.escalate.afterDaysLate,
    (one, afterDaysLate) => ({ ...one, escalate: { ...one.escalate, afterDaysLate } }),
  ),
]
