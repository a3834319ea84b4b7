// One child of a school class judged: three scores of WHO 2007, the category by BMI for age, and until when somebody acts. Pure. Must stay
// true: only from 5 to below 19 years; a flagged score is not classified, it is measured again.
import { addDays, daysBetween, type PlainDate } from '../../../kernel/date.ts'
import { accept, type Refusal, type Result, refuseAll } from '../../../kernel/refusal.ts'
import { SCHOOL_INDICATORS, type SchoolIndicator } from '../indicators.ts'
import { DAYS_PER_MONTH } from '../lms.ts'
import { type Category, classifyScore, MEASURE_AGAIN } from '../rules/classify.ts'
import type { CategoriesEdition } from '../rules/editions.ts'
import { scoreSchoolChild } from '../school-age.ts'
import type { Score, Sex } from '../zscores.ts'

const FIRST_MONTH = 60
const LAST_MONTH = 228
const MOST_WEIGHT_G = 200_000
const MOST_HEIGHT_TENTH_MM = 23_000
/** Days until somebody acts, by category; the project's own choice. */
const DUE_DAYS: Readonly<Record<string, number>> = {
  'severely-thin': 3,
  thin: 14,
  overweight: 30,
  obese: 30,
  [MEASURE_AGAIN.code]: 7,
}

export type SchoolFigures = {
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly weightG?: number
  readonly heightTenthMm?: number
}
export type JudgedSchoolChild = {
  readonly scores: Readonly<Partial<Record<SchoolIndicator, Score>>>
  readonly category?: Category
  readonly dueOn?: PlainDate
}

/** Refuses `growth.school-age`, `growth.school-weight`, `growth.school-height`, `growth.nothing-measured`. */
export function judgeSchoolChild(
  child: SchoolFigures,
  heldOn: PlainDate,
  edition: CategoriesEdition,
): Result<JudgedSchoolChild> {
  const faults: Refusal[] = []
  const ageMonths = daysBetween(child.birthDate, heldOn) / DAYS_PER_MONTH
  const { weightG, heightTenthMm } = child
  if (ageMonths < FIRST_MONTH || ageMonths > LAST_MONTH) faults.push({ code: 'growth.school-age', at: 'birth' })
  if (weightG === undefined && heightTenthMm === undefined)
    faults.push({ code: 'growth.nothing-measured', at: 'weight' })
  if (weightG !== undefined && (weightG <= 0 || weightG > MOST_WEIGHT_G))
    faults.push({ code: 'growth.school-weight', at: 'weight' })
  if (heightTenthMm !== undefined && (heightTenthMm <= 0 || heightTenthMm > MOST_HEIGHT_TENTH_MM))
    faults.push({ code: 'growth.school-height', at: 'height' })
  if (faults.length > 0) return refuseAll(faults)
  const scores = scoreSchoolChild({
    sex: child.sex,
    ageMonths,
    ...(weightG === undefined ? {} : { weightKg: weightG / 1000 }),
    ...(heightTenthMm === undefined ? {} : { heightCm: heightTenthMm / 100 }),
  })
  const isFlagged = SCHOOL_INDICATORS.some((name) => scores[name]?.flagged === true)
  const category = isFlagged ? MEASURE_AGAIN : classifyScore('schoolBmiForAge', scores.schoolBmiForAge, edition)
  const days = category === undefined ? undefined : DUE_DAYS[category.code]
  return accept({
    scores,
    ...(category === undefined ? {} : { category }),
    ...(days === undefined ? {} : { dueOn: addDays(heldOn, days) }),
  })
}
