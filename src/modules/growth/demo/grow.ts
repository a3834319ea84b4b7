// An invented childhood: lengths and weights of one child month by month, a seeded walk around the curves of the standard. Must
// stay true: the same seed gives the same child; lengths never shrink; what is odd (a slip, a gap, a falling curve) is odd on
// purpose and rare.
import { addDays, addMonths, completedMonths, daysBetween, type PlainDate } from '../../../kernel/date.ts'
import type { Random } from '../../register/demo/random.ts'
import type { Facts } from '../facts-of-day.ts'
import { measureAt } from '../lms.ts'
import { ALERTS_2022 } from '../rules/alert-edition.ts'
import { FOOD_GROUPS, type FoodGroup, isAskedAboutFood } from '../rules/feeding.ts'
import type { Measurement } from '../rules/measurement.ts'
import { getTable } from '../tables/decode.ts'
import type { Sex } from '../zscores.ts'

export type GrownChild = { readonly sex: Sex; readonly birthDate: PlainDate }
const SCREENING_AGES = ALERTS_2022.schedules.kpsp.ageMonths

export type Visit = { readonly measurement: Omit<Measurement, 'id' | 'verified'>; readonly facts: Facts }
/** How this child grows; most are steady. */
export type Course = 'steady' | 'stunted' | 'wasted' | 'faltering' | 'heavy' | 'slip' | 'irregular'

const COURSES: readonly (readonly [Course, number])[] = [
  ['steady', 66],
  ['stunted', 7],
  ['wasted', 5],
  ['faltering', 8],
  ['heavy', 4],
  ['slip', 3],
  ['irregular', 7],
]

/** How a posyandu measures: by the book, as most do, or rounding what the scale says. */
export type Manner = 'careful' | 'usual' | 'rounding'
type Hand = {
  /** Share of readings written to the half kilogram and half centimetre. */
  readonly round: number
  /** Centimetres, grams: the error of the hand. */
  readonly errorCm: number
  readonly errorG: number
  readonly noPosition: number
  readonly missed: number
}
const HANDS: Readonly<Record<Manner, Hand>> = {
  careful: { round: 0.03, errorCm: 0.15, errorG: 15, noPosition: 0, missed: 0.05 },
  usual: { round: 0.1, errorCm: 0.3, errorG: 25, noPosition: 0.01, missed: 0.08 },
  rounding: { round: 0.75, errorCm: 1.4, errorG: 150, noPosition: 0.12, missed: 0.22 },
}

export function pickCourse(random: Random): Course {
  return COURSES[random.weighted(COURSES.map(([, weight]) => weight))]![0]
}

/** A number around 0 with a standard deviation of 1: five even numbers, each with a variance of 1/12. */
function normal(random: Random): number {
  return (random.next() + random.next() + random.next() + random.next() + random.next() - 2.5) * Math.sqrt(12 / 5)
}

function lengthCm(sex: Sex, day: number, z: number): number {
  const table = getTable('lengthForAge')
  const at = 3 * ((sex - 1) * table.rows + Math.max(0, Math.min(1826, day)))
  return measureAt(table.lms[at]!, table.lms[at + 1]!, table.lms[at + 2]!, z)
}

function weightKg(sex: Sex, day: number, cm: number, z: number): number {
  const table = getTable(day < 731 ? 'weightForLength' : 'weightForHeight')
  const key = Math.max(table.first, Math.min(table.first + table.rows - 1, Math.round(cm * 10)))
  const at = 3 * ((sex - 1) * table.rows + key - table.first)
  return measureAt(table.lms[at]!, table.lms[at + 1]!, table.lms[at + 2]!, z)
}

/**
 * The visits of a child on these days, oldest first; months are missed by chance. `isIn` decides about the last day, so that
 * a list of today can be half done.
 */
export function growChild(
  child: GrownChild,
  days: readonly PlainDate[],
  random: Random,
  course: Course,
  manner: Manner = 'usual',
): readonly Visit[] {
  const hand = HANDS[manner]
  const z = {
    length: course === 'stunted' ? -2.6 + 0.35 * normal(random) : -0.55 + 0.98 * normal(random),
    weight:
      course === 'wasted'
        ? -2.7 + 0.25 * normal(random)
        : course === 'heavy'
          ? 2.0 + 0.3 * normal(random)
          : -0.85 + 0.9 * normal(random),
  }
  // Some catch up over a year, some fall behind.
  const trend = 0.022 * normal(random)
  const slipAt = course === 'slip' ? random.between(1, Math.max(1, days.length - 2)) : -1
  const fallsFrom = course === 'faltering' ? days.length - random.between(3, 6) : days.length
  const isScreened = random.chance(0.8)
  let screenedFor = 0
  const visits: Visit[] = []
  let longest = 0
  for (const [index, date] of days.entries()) {
    const day = daysBetween(child.birthDate, date)
    const months = completedMonths(child.birthDate, date)
    z.length += trend + 0.012 * normal(random)
    z.weight +=
      0.05 + 0.02 * normal(random) - 0.02 * (z.weight - (course === 'wasted' ? -2.2 : course === 'heavy' ? 2 : -0.3))
    if (index >= fallsFrom) z.weight -= 0.35
    const isMissed = random.chance(course === 'irregular' ? 0.4 : hand.missed)
    if (day < 0 || months >= 60 || isMissed) continue
    const isIll = random.chance(index >= fallsFrom ? 0.4 : 0.07)
    const lying = day < 731
    const trueCm = Math.max(longest, lengthCm(child.sex, day, z.length)) - (day === 731 ? 0.7 : 0)
    longest = lying ? trueCm : Math.max(trueCm, longest - 0.7)
    const kg = weightKg(child.sex, day, trueCm, z.weight - (isIll ? 0.2 : 0) + 0.02 * normal(random))
    // Some read the scale to 50 grams, some to 10; who rounds writes both figures to the half.
    const rounds = random.chance(hand.round)
    const step = rounds ? 500 : random.chance(0.4) ? 50 : 10
    const weightG = Math.round((kg * 1000 + hand.errorG * normal(random)) / step) * step
    const readCm = trueCm + hand.errorCm * normal(random)
    const cmStep = rounds ? 50 : 10
    const hasLength = random.chance(0.9)
    // Screened at the first weighing after each age of the schedule.
    const screening = SCREENING_AGES.findLast((at) => at <= months) ?? 0
    const screens = isScreened && screening > screenedFor
    if (screens) screenedFor = screening
    visits.push({
      measurement: {
        date,
        place: random.chance(0.03) ? 'home' : 'posyandu',
        weightG: index === slipAt ? Math.round(weightG / 3) : weightG,
        ...(hasLength
          ? {
              lengthHeightTenthMm: Math.round((readCm * 100) / cmStep) * cmStep,
              ...(random.chance(hand.noPosition) ? {} : { position: lying ? ('l' as const) : ('h' as const) }),
            }
          : {}),
        ...(months >= 6 && random.chance(0.5)
          ? { armTenthMm: Math.round(145 + 6 * (z.weight + 0.3) + 0.15 * months + 1.5 * normal(random)) * 10 }
          : {}),
        ...(months < 24 && random.chance(0.4) ? { headTenthMm: headTenthMm(child.sex, day, z.length) } : {}),
        oedema: 0,
      },
      facts: {
        ...(isIll ? { illness: [random.pick(['fever', 'cough', 'diarrhoea', 'cough'])] } : {}),
        ...(isAskedAboutFood(months) && random.chance(0.75) ? { eaten: eatenOf(random, course) } : {}),
        ...(months < 6 ? { exclusivelyBreastfed: random.chance(0.72) } : {}),
        ...(['02', '08'].includes(date.slice(5, 7)) && months >= 6 && random.chance(0.9)
          ? { vitaminA: months < 12 ? ('blue' as const) : ('red' as const) }
          : {}),
        ...(screens ? { development: random.chance(0.95) ? ('fits' as const) : ('doubtful' as const) } : {}),
      },
    })
  }
  return visits
}

/** Nearly all have rice; eggs, fish and green leaves are what is missing where children grow badly. */
function eatenOf(random: Random, course: Course): readonly FoodGroup[] {
  const poor = course === 'stunted' || course === 'wasted' || course === 'faltering'
  const chances: Readonly<Record<FoodGroup, number>> = {
    breastmilk: 0.75,
    grains: 0.98,
    pulses: 0.6,
    dairy: 0.35,
    flesh: poor ? 0.45 : 0.7,
    eggs: poor ? 0.35 : 0.65,
    vitaminAFruit: poor ? 0.5 : 0.7,
    otherFruit: 0.55,
  }
  return FOOD_GROUPS.filter((group) => random.chance(chances[group]))
}

function headTenthMm(sex: Sex, day: number, z: number): number {
  const table = getTable('headForAge')
  const at = 3 * ((sex - 1) * table.rows + Math.max(0, Math.min(1826, day)))
  return Math.round(measureAt(table.lms[at]!, table.lms[at + 1]!, table.lms[at + 2]!, z * 0.5) * 10) * 10
}

/** The posyandu's day in each of the last months, oldest first; the last one is `lastDay`. */
export function sessionDays(lastDay: PlainDate, months: number, dayOfMonth: number): readonly PlainDate[] {
  const first = `${lastDay.slice(0, 7)}-01`
  return [...Array.from({ length: months }, (_, i) => addDays(addMonths(first, i - months), dayOfMonth - 1)), lastDay]
}
