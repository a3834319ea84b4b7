// The facts an alert can be triggered by, worked out from a child's record. Pure; a fact nobody knows is absent.
// Must stay true: a flagged score is no fact (its alert is "measure again"); the present measuring is judged alone, the
// past only where a rule says so (falling in 6 months, head in 3).
import { addMonths, completedMonths, type PlainDate } from '../../../kernel/date.ts'
import type { Score } from '../zscores.ts'
import type { AlertEdition } from './alert-edition.ts'
import type { BirthFacts, PregnancyFacts } from './classify.ts'
import type { Child, JudgedMeasurement } from './measurement.ts'
import { monthOf } from './measurement.ts'
import type { Finding } from './measuring.ts'
import type { MonthlyStatus } from './monthly.ts'

export const FACTS = [
  'lengthForAge',
  'weightForAge',
  'weightForLength',
  'bmiForAge',
  'headForAge',
  'arm6to59TenthMm',
  'oedemaGrade',
  'ageMonths',
  'weightG',
  'complications',
  'tRun',
  'statusT',
  'statusN',
  'fallLength',
  'fallWeight',
  'headMove',
  'missedMonths',
  'implausible',
  'inconsistent',
  'overdueVaccines',
  'vitaminAOverdue',
  'kpspOverdue',
  'birthWeightG',
  'birthLengthTenthMm',
  'gestationWeeks',
  'pregnantArmTenthMm',
  'haemoglobinTenthGdl',
] as const
export type Fact = (typeof FACTS)[number]
export type Facts = Readonly<Partial<Record<Fact, number>>>

export type ChildHistory = {
  /** The day of deciding. */
  readonly today: PlainDate
  /** The measuring to judge; absent when the month passes without one. */
  readonly present?: JudgedMeasurement
  readonly earlier: readonly JudgedMeasurement[]
  /** Danger signs seen today, by code. */
  readonly complications?: readonly string[]
  readonly status?: MonthlyStatus
  /** Months of T in a row, this one included. */
  readonly tRun?: number
  readonly missedMonths?: number
  /** What did not fit at entry or against the past, of codes that ask for measuring again. */
  readonly findings?: readonly Finding[]
  readonly overdueVaccines?: number
  /** Days on which a capsule was given; absent when nobody keeps this record. */
  readonly vitaminADates?: readonly PlainDate[]
  readonly kpspDates?: readonly PlainDate[]
  readonly birth?: BirthFacts
}

const INCONSISTENT: readonly Finding['code'][] = ['shrunk', 'weight-jump', 'same-as-another-child']
const usable = (score: Score | undefined) => (score === undefined || score.flagged ? undefined : score.z)
/** Differences of scores in exact hundredths: 0.30 - (-0.37) is 0.67, not a hair beside it. */
const difference = (a: number, b: number) => Math.round((a - b) * 100) / 100

/** All facts known about a child on that day. */
export function childFacts(child: Child, history: ChildHistory, edition: AlertEdition): Facts {
  const { present, today } = history
  const known: Partial<Record<Fact, number>> = {}
  const set = (fact: Fact, value: number | undefined) => {
    if (value !== undefined) known[fact] = value
  }
  set('ageMonths', completedMonths(child.birthDate, today))
  set('statusT', history.status === undefined ? undefined : history.status === 'T' ? 1 : 0)
  set('statusN', history.status === undefined ? undefined : history.status === 'N' ? 1 : 0)
  set('tRun', history.tRun)
  set('missedMonths', history.missedMonths)
  set('overdueVaccines', history.overdueVaccines)
  set('vitaminAOverdue', vitaminAOverdue(child, history, edition))
  set('kpspOverdue', kpspOverdue(child, history, edition))
  set('birthWeightG', history.birth?.weightG)
  set('birthLengthTenthMm', history.birth?.lengthTenthMm)
  set('gestationWeeks', history.birth?.gestationWeeks)
  if (present === undefined) return known
  const { scores } = present
  for (const name of ['lengthForAge', 'weightForAge', 'weightForLength', 'bmiForAge', 'headForAge'] as const)
    set(name, usable(scores[name]))
  set('weightG', present.weightG)
  set('oedemaGrade', present.oedema ?? 0)
  set('complications', history.complications?.length ?? 0)
  if (present.ageMonths >= 6 && present.ageMonths < 60) set('arm6to59TenthMm', present.armTenthMm)
  set('implausible', Object.values(scores).filter((score) => typeof score === 'object' && score.flagged).length)
  set('inconsistent', history.findings?.filter((finding) => INCONSISTENT.includes(finding.code)).length ?? 0)
  const within = (months: number) =>
    history.earlier.filter((m) => m.date < present.date && m.date >= addMonths(present.date, -months))
  const fall = (name: 'lengthForAge' | 'weightForAge') => {
    const now = usable(scores[name])
    const before = within(edition.fall.withinMonths).flatMap((m) => usable(m.scores[name]) ?? [])
    return now === undefined || before.length === 0 ? undefined : difference(Math.max(...before), now)
  }
  set('fallLength', fall('lengthForAge'))
  set('fallWeight', fall('weightForAge'))
  const headNow = usable(scores.headForAge)
  const heads = within(edition.headMove.withinMonths).flatMap((m) => usable(m.scores.headForAge) ?? [])
  if (headNow !== undefined && heads.length > 0)
    set('headMove', Math.max(...heads.map((z) => Math.abs(difference(headNow, z)))))
  return known
}

/** Facts of a pregnant woman's visit. */
export function pregnancyFacts(facts: PregnancyFacts): Facts {
  return {
    ...(facts.armTenthMm === undefined ? {} : { pregnantArmTenthMm: facts.armTenthMm }),
    ...(facts.haemoglobinTenthGdl === undefined ? {} : { haemoglobinTenthGdl: facts.haemoglobinTenthGdl }),
  }
}

/** 1 when the last capsule month that is over, and in which the child was of age, passed without a capsule since. */
function vitaminAOverdue(
  child: Child,
  { vitaminADates, today }: ChildHistory,
  edition: AlertEdition,
): 0 | 1 | undefined {
  if (vitaminADates === undefined) return undefined
  const { months, fromAgeMonths, toAgeMonths } = edition.schedules.vitaminA
  const capsuleMonth = lastCapsuleMonth(today, months)
  const ageThen = completedMonths(child.birthDate, `${capsuleMonth}-01`)
  const ageNow = completedMonths(child.birthDate, today)
  if (ageThen < fromAgeMonths || ageNow >= toAgeMonths) return 0
  return vitaminADates.some((date) => monthOf(date) >= capsuleMonth && date <= today) ? 0 : 1
}

/** The latest capsule month before the month of `today`. */
export function lastCapsuleMonth(today: PlainDate, months: readonly number[]): string {
  for (let back = 1; ; back++) {
    const month = monthOf(addMonths(`${monthOf(today)}-01`, -back))
    if (months.includes(Number(month.slice(5))) || back > 12) return month
  }
}

/** 1 when the last screening age passed, with its grace, without a screening at that age or later. */
function kpspOverdue(child: Child, { kpspDates, today }: ChildHistory, edition: AlertEdition): 0 | 1 | undefined {
  if (kpspDates === undefined) return undefined
  const { ageMonths, graceMonths } = edition.schedules.kpsp
  const age = completedMonths(child.birthDate, today)
  const due = ageMonths.filter((at) => at + graceMonths <= age).at(-1)
  if (due === undefined || age >= 60 + graceMonths) return 0
  return kpspDates.some((date) => date <= today && completedMonths(child.birthDate, date) >= due) ? 0 : 1
}
