// The eight indicators of the WHO Child Growth Standards (0-5 years) and the three of the WHO Reference 2007:
// their names, tables, limits of plausibility and whether scores beyond 3 SD are restricted.
// Must stay true: the order is the order of WHO's own output (len, wei, wfl, bmi, hc, ac, ts, ss).
import type { Text } from '../../kernel/text.ts'

export const INDICATORS = [
  'lengthForAge',
  'weightForAge',
  'weightForLength',
  'bmiForAge',
  'headForAge',
  'armForAge',
  'tricepsForAge',
  'subscapularForAge',
] as const
export type Indicator = (typeof INDICATORS)[number]

export const SCHOOL_INDICATORS = ['schoolHeightForAge', 'schoolWeightForAge', 'schoolBmiForAge'] as const
export type SchoolIndicator = (typeof SCHOOL_INDICATORS)[number]

/** The edition every stored score names, so that a later standard never changes an old record silently. */
export const STANDARD_EDITION = 'WHO 2006/2007'

type Limits = { readonly flagBelow: number; readonly flagAbove: number }
type Described = Limits & {
  /** WHO's short name: columns are `z` + code and `f` + code. */
  readonly code: string
  /** How the official forms name it. */
  readonly label: Text
  readonly unit: 'cm' | 'kg' | 'kg/m²' | 'mm'
  /** Scores beyond 3 SD follow the distance between SD 2 and SD 3 (README step 7); lengths and heads do not need it. */
  readonly restricted: boolean
}

/** Flag limits are in SD and strict: a score on the limit is still plausible. Source: WHO, biologically implausible values. */
export const DESCRIBED: Readonly<Record<Indicator, Described>> = {
  lengthForAge: {
    code: 'len',
    flagBelow: -6,
    flagAbove: 6,
    restricted: false,
    unit: 'cm',
    label: { id: 'PB/U atau TB/U', en: 'Length or height for age' },
  },
  weightForAge: {
    code: 'wei',
    flagBelow: -6,
    flagAbove: 5,
    restricted: true,
    unit: 'kg',
    label: { id: 'BB/U', en: 'Weight for age' },
  },
  weightForLength: {
    code: 'wfl',
    flagBelow: -5,
    flagAbove: 5,
    restricted: true,
    unit: 'kg',
    label: { id: 'BB/PB atau BB/TB', en: 'Weight for length or height' },
  },
  bmiForAge: {
    code: 'bmi',
    flagBelow: -5,
    flagAbove: 5,
    restricted: true,
    unit: 'kg/m²',
    label: { id: 'IMT/U', en: 'BMI for age' },
  },
  headForAge: {
    code: 'hc',
    flagBelow: -5,
    flagAbove: 5,
    restricted: false,
    unit: 'cm',
    label: { id: 'LK/U', en: 'Head circumference for age' },
  },
  armForAge: {
    code: 'ac',
    flagBelow: -5,
    flagAbove: 5,
    restricted: true,
    unit: 'cm',
    label: { id: 'LiLA/U', en: 'Arm circumference for age' },
  },
  tricepsForAge: {
    code: 'ts',
    flagBelow: -5,
    flagAbove: 5,
    restricted: true,
    unit: 'mm',
    label: { id: 'Lipatan trisep/U', en: 'Triceps skinfold for age' },
  },
  subscapularForAge: {
    code: 'ss',
    flagBelow: -5,
    flagAbove: 5,
    restricted: true,
    unit: 'mm',
    label: { id: 'Lipatan subskapula/U', en: 'Subscapular skinfold for age' },
  },
}

export const SCHOOL_DESCRIBED: Readonly<Record<SchoolIndicator, Described & { readonly lastMonth: number }>> = {
  schoolHeightForAge: {
    code: 'len',
    flagBelow: -6,
    flagAbove: 6,
    restricted: false,
    unit: 'cm',
    label: { id: 'TB/U 5-19 tahun', en: 'Height for age, 5-19 years' },
    lastMonth: 228,
  },
  schoolWeightForAge: {
    code: 'wei',
    flagBelow: -6,
    flagAbove: 5,
    restricted: true,
    unit: 'kg',
    label: { id: 'BB/U 5-10 tahun', en: 'Weight for age, 5-10 years' },
    lastMonth: 120,
  },
  schoolBmiForAge: {
    code: 'bmi',
    flagBelow: -5,
    flagAbove: 5,
    restricted: true,
    unit: 'kg/m²',
    label: { id: 'IMT/U 5-19 tahun', en: 'BMI for age, 5-19 years' },
    lastMonth: 228,
  },
}
