// Which vaccines a child has, may get and has missed, by an edition of the schedule. Pure. Must stay true: a dose of a series
// waits for the one before it and the days between; what comes too late for good is "missed", never overdue for ever.
import * as v from 'valibot'
import schedule2023 from '../../../../instruments/stunting/immunisation-2023.json'
import { addDays, addMonths, completedMonths, type PlainDate } from '../../../kernel/date.ts'
import { head, text, wholeNumber } from './editions.ts'

const atLeast = (least: number) => v.pipe(wholeNumber, v.minValue(least))
const dose = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9]{1,9}$/)),
  name: text,
  fromMonths: atLeast(0),
  /** Not given any more when the child is older. */
  latestDays: v.optional(atLeast(1)),
  /** The dose before it in its series, and the days that must lie between. */
  after: v.optional(v.string()),
  minDays: v.optional(atLeast(1)),
  /** Counts for complete basic immunisation. */
  basic: v.boolean(),
})
const schema = v.pipe(
  v.strictObject({
    ...head,
    kind: v.literal('immunisation'),
    source: v.string(),
    /** A dose counts as overdue so many days after it could be given. */
    graceDays: atLeast(0),
    /** From this age on only complete basic immunisation counts as up to date. */
    completeByMonths: atLeast(1),
    /** Lists of a posyandu show children below this age. */
    watchedMonths: atLeast(1),
    doses: v.pipe(v.array(dose), v.minLength(1)),
  }),
  v.check(({ doses }) => new Set(doses.map(({ code }) => code)).size === doses.length, 'a dose stands twice'),
  v.check(
    ({ doses }) =>
      doses.every(({ after }, i) => after === undefined || doses.slice(0, i).some(({ code }) => code === after)),
    'a dose follows one that does not stand before it',
  ),
)
export type ImmunisationEdition = v.InferOutput<typeof schema>
export const IMMUNISATION_2023: ImmunisationEdition = v.parse(schema, schedule2023)

export type GivenDose = { readonly dose: string; readonly on: PlainDate }
export type DoseState = 'given' | 'overdue' | 'due' | 'later' | 'missed'
export type DoseLine = {
  readonly code: string
  readonly name: { readonly id: string; readonly en: string }
  readonly state: DoseState
  readonly basic: boolean
  readonly givenOn?: PlainDate
  /** The first day it may be given; absent while the dose before it was not given. */
  readonly from?: PlainDate
  readonly overdueFrom?: PlainDate
}

/** Every dose of the schedule on a day. */
export function decideDoses(
  birthDate: PlainDate,
  given: readonly GivenDose[],
  today: PlainDate,
  edition: ImmunisationEdition,
): readonly DoseLine[] {
  const on = new Map(given.map((one) => [one.dose, one.on]))
  return edition.doses.map((one): DoseLine => {
    const { code, name, basic } = one
    const givenOn = on.get(code)
    if (givenOn !== undefined) return { code, name, basic, state: 'given', givenOn }
    if (one.latestDays !== undefined && today > addDays(birthDate, one.latestDays))
      return { code, name, basic, state: 'missed' }
    const before = one.after === undefined ? undefined : on.get(one.after)
    if (one.after !== undefined && before === undefined) return { code, name, basic, state: 'later' }
    const byAge = addMonths(birthDate, one.fromMonths)
    const bySeries = before === undefined ? byAge : addDays(before, one.minDays ?? 0)
    const from = byAge > bySeries ? byAge : bySeries
    const overdueFrom = addDays(from, edition.graceDays + 1)
    const state = today < from ? 'later' : today < overdueFrom ? 'due' : 'overdue'
    return { code, name, basic, state, from, overdueFrom }
  })
}

export type VaccineSummary = {
  readonly overdue: number
  readonly due: number
  readonly given: number
  /** All basic doses are given; the day of the last one. */
  readonly basicOn?: PlainDate
  readonly nextOn?: PlainDate
  readonly overdueOn?: PlainDate
  readonly lastOn?: PlainDate
  /** No basic dose overdue; from the age of completeness on, all basic doses. False while nobody recorded a dose. */
  readonly isUpToDate: boolean
}

export function summarizeDoses(
  birthDate: PlainDate,
  given: readonly GivenDose[],
  today: PlainDate,
  edition: ImmunisationEdition,
): VaccineSummary {
  const lines = decideDoses(birthDate, given, today, edition)
  const count = (state: DoseState) => lines.filter((line) => line.state === state).length
  const days = (pick: (line: DoseLine) => PlainDate | undefined) => lines.flatMap((line) => pick(line) ?? []).sort()
  const basic = lines.filter((line) => line.basic)
  const basicOn = basic.every(({ state }) => state === 'given')
    ? days((l) => (l.basic ? l.givenOn : undefined)).at(-1)
    : undefined
  const nextOn = days((line) => line.from)[0]
  const overdueOn = days((line) => line.overdueFrom)[0]
  const lastOn = days((line) => line.givenOn).at(-1)
  const mustBeComplete = completedMonths(birthDate, today) >= edition.completeByMonths
  return {
    overdue: count('overdue'),
    due: count('due'),
    given: count('given'),
    ...(basicOn === undefined ? {} : { basicOn }),
    ...(nextOn === undefined ? {} : { nextOn }),
    ...(overdueOn === undefined ? {} : { overdueOn }),
    ...(lastOn === undefined ? {} : { lastOn }),
    isUpToDate:
      lastOn !== undefined &&
      (mustBeComplete ? basicOn !== undefined : basic.every(({ state }) => state !== 'overdue')),
  }
}

export type ChildVaccines = { readonly lines: readonly DoseLine[]; readonly summary: VaccineSummary }

export function childVaccines(
  birthDate: PlainDate,
  given: readonly GivenDose[],
  today: PlainDate,
  edition: ImmunisationEdition,
): ChildVaccines {
  return {
    lines: decideDoses(birthDate, given, today, edition),
    summary: summarizeDoses(birthDate, given, today, edition),
  }
}

export type DoseFault = 'future' | 'before-birth' | 'order' | 'unknown'

/** What cannot be about giving a dose on a day. `given`: what stands already, and the others of the same form. */
export function faultOfDose(
  dose: GivenDose,
  birthDate: PlainDate,
  given: readonly GivenDose[],
  today: PlainDate,
  edition: ImmunisationEdition,
): DoseFault | undefined {
  const rule = edition.doses.find(({ code }) => code === dose.dose)
  if (rule === undefined) return 'unknown'
  if (dose.on > today) return 'future'
  if (dose.on < birthDate) return 'before-birth'
  const before = rule.after === undefined ? undefined : given.find((one) => one.dose === rule.after)
  const follows = edition.doses.filter(({ after }) => after === dose.dose).map(({ code }) => code)
  if (rule.after !== undefined && (before === undefined || before.on >= dose.on)) return 'order'
  if (given.some((one) => follows.includes(one.dose) && one.on <= dose.on)) return 'order'
  return undefined
}
