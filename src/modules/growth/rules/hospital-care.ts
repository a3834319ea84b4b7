// The three parts of hospital care in a counter-referral (Kepmenkes 1928/2022): special medical food, sleep, activity. Pure. Must stay
// true: every part may be left out; what lies outside the guide is kept and said, because the doctor decides.
import { readDecimal } from '../../../kernel/decimal.ts'
import { accept, type Refusal, type Result, refuseAll } from '../../../kernel/refusal.ts'

/** Protein-energy ratio of the special food in percent; minutes and days of activity. */
export const HOSPITAL_GUIDE = {
  ratioPercent: { from: 10, to: 15 },
  activityMinutes: { from: 30, to: 60 },
  activityDays: { from: 3, to: 5 },
} as const

export type HospitalCare = {
  /** Special medical food (PKMK): what is given and how much; in tenths of a percent where the ratio is known. */
  readonly food?: { readonly words: string; readonly ratioTenths?: number }
  readonly sleep?: string
  readonly activity?: { readonly minutes: number; readonly days: number; readonly words?: string }
}
export const CARE_FIELDS = ['pkmk', 'pkmkRatio', 'sleep', 'activityMinutes', 'activityDays', 'activity'] as const
export type TypedCare = Readonly<Record<(typeof CARE_FIELDS)[number], string>>
const MOST_WORDS = 500

/** Refuses `growth.care-words`, `growth.care-ratio`, `growth.care-activity`. Undefined when nothing was written. */
export function readHospitalCare(typed: TypedCare): Result<HospitalCare | undefined> {
  const faults: Refusal[] = []
  const words = (at: 'pkmk' | 'sleep' | 'activity') => {
    const text = typed[at].trim()
    if (text.length > MOST_WORDS) faults.push({ code: 'growth.care-words', at, params: { most: MOST_WORDS } })
    return text
  }
  const [pkmk, sleep, activity] = [words('pkmk'), words('sleep'), words('activity')]
  const ratio =
    typed.pkmkRatio.trim() === '' ? undefined : readDecimal(typed.pkmkRatio, 'pkmkRatio', { maxDecimals: 1 })
  const ratioTenths = ratio?.ok ? Number(ratio.value.units) * 10 ** (1 - ratio.value.scale) : undefined
  if (ratio?.ok === false || (ratioTenths !== undefined && (ratioTenths < 10 || ratioTenths > 400)))
    faults.push({ code: 'growth.care-ratio', at: 'pkmkRatio' })
  if (ratioTenths !== undefined && pkmk === '') faults.push({ code: 'growth.care-ratio', at: 'pkmk' })
  const [minutes, days] = [typed.activityMinutes.trim(), typed.activityDays.trim()]
  const isWhole = (text: string, most: number) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most
  const isMoved = minutes !== '' || days !== '' || activity !== ''
  if (isMoved && !isWhole(minutes, 180)) faults.push({ code: 'growth.care-activity', at: 'activityMinutes' })
  if (isMoved && !isWhole(days, 7)) faults.push({ code: 'growth.care-activity', at: 'activityDays' })
  if (faults.length > 0) return refuseAll(faults)
  const care: HospitalCare = {
    ...(pkmk === '' ? {} : { food: { words: pkmk, ...(ratioTenths === undefined ? {} : { ratioTenths }) } }),
    ...(sleep === '' ? {} : { sleep }),
    ...(isMoved
      ? { activity: { minutes: Number(minutes), days: Number(days), ...(activity === '' ? {} : { words: activity }) } }
      : {}),
  }
  return accept(Object.keys(care).length === 0 ? undefined : care)
}

/** Which figures lie outside the guide. */
export function outsideGuide({ food, activity }: HospitalCare): readonly ('ratio' | 'minutes' | 'days')[] {
  const { ratioPercent, activityMinutes, activityDays } = HOSPITAL_GUIDE
  const out = (value: number | undefined, { from, to }: { readonly from: number; readonly to: number }) =>
    value !== undefined && (value < from || value > to)
  return [
    ...(out(food?.ratioTenths === undefined ? undefined : food.ratioTenths / 10, ratioPercent)
      ? (['ratio'] as const)
      : []),
    ...(out(activity?.minutes, activityMinutes) ? (['minutes'] as const) : []),
    ...(out(activity?.days, activityDays) ? (['days'] as const) : []),
  ]
}
