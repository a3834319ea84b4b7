// From what stands in the boxes of the measuring form to a request: comma or point, second and third readings, facts of the
// day. Pure. Must stay true: nothing typed is changed on the way back; what is empty was not measured.
import { isPlainDate, type PlainDate } from '../../kernel/date.ts'
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import { parseDayParts } from './day-parts.ts'
import type { Facts } from './facts-of-day.ts'
import type { MeasureRequest } from './measure-command.ts'
import type { MeasuringEdition } from './rules/editions.ts'
import { FOOD_GROUPS } from './rules/feeding.ts'
import { type Measurement, type MeasuringPlace, readTenthMm, readWeightG } from './rules/measurement.ts'
import { decideReadings, type MeasureKind } from './rules/measuring.ts'

export type FormFields = Readonly<Record<string, readonly string[]>>

/** The box of each figure; the second and third reading stand in `weight2`, `weight3`. */
export const BOXES = {
  weightG: 'weight',
  lengthHeightTenthMm: 'length',
  armTenthMm: 'arm',
  headTenthMm: 'head',
} as const satisfies Record<MeasureKind, string>
export const ILLNESSES = ['fever', 'cough', 'diarrhoea', 'other'] as const
const PLACES: readonly MeasuringPlace[] = ['posyandu', 'home', 'puskesmas', 'mobile-clinic', 'mass-month']
const NOTE_LENGTH = 500

const first = (fields: FormFields, name: string) => (fields[name]?.[0] ?? '').trim()

/** `at` of a refusal is the box. Refuses the number reader's codes, `growth.third-reading`, those of the date. */
export function readMeasureForm(
  fields: FormFields,
  today: PlainDate,
  edition: MeasuringEdition,
  dangerSigns: readonly string[],
): Result<MeasureRequest> {
  const refusals: Refusal[] = []
  const figures: Partial<Record<MeasureKind, number>> = {}
  const readings: Partial<Record<MeasureKind, readonly number[]>> = {}
  for (const [kind, box] of Object.entries(BOXES) as [MeasureKind, string][]) {
    const values: number[] = []
    for (const name of [box, `${box}2`, `${box}3`]) {
      const typed = first(fields, name)
      if (typed === '') continue
      const read = kind === 'weightG' ? readWeightG(typed, name) : readTenthMm(typed, name)
      if (read.ok) values.push(read.value)
      else refusals.push(...read.refusals)
    }
    if (values.length === 0) continue
    if (values.length === 1) figures[kind] = values[0]
    else {
      const decided = decideReadings(values, kind, edition)
      if (decided.accepted) figures[kind] = decided.value
      else refusals.push({ code: 'growth.third-reading', at: `${box}3` })
      readings[kind] = values
    }
  }
  const date = readDay(fields, today)
  if (!date.ok) refusals.push(...date.refusals)
  if (refusals.length > 0 || !date.ok) return refuseAll(refusals)
  const position = first(fields, 'position')
  const oedema = Number(first(fields, 'oedema') || '0')
  const place = first(fields, 'place') as MeasuringPlace
  const measurement: Omit<Measurement, 'id' | 'verified'> = {
    date: date.value,
    place: PLACES.includes(place) ? place : 'posyandu',
    ...figures,
    ...(position === 'l' || position === 'h' ? { position } : {}),
    oedema: oedema === 1 || oedema === 2 || oedema === 3 ? oedema : 0,
  }
  const replaces = first(fields, 'replaces')
  const reason = first(fields, 'reason').slice(0, NOTE_LENGTH)
  return accept({
    measurementId: first(fields, 'measurementId'),
    measurement,
    facts: readFacts(fields, readings, dangerSigns),
    confirmed: first(fields, 'confirmed') === 'yes',
    ...(replaces === '' ? {} : { replaces }),
    ...(reason === '' ? {} : { reason }),
  })
}

function readDay(fields: FormFields, today: PlainDate): Result<PlainDate> {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => first(fields, `date.${part}`)) as [
    string,
    string,
    string,
  ]
  if (day === '' && month === '' && year === '') {
    const known = first(fields, 'date')
    return accept(isPlainDate(known) ? known : today)
  }
  return parseDayParts({ day, month, year }, 'date')
}

function readFacts(
  fields: FormFields,
  readings: Partial<Record<MeasureKind, readonly number[]>>,
  dangerSigns: readonly string[],
): Facts {
  const many = (name: string, known: readonly string[]) => (fields[name] ?? []).filter((one) => known.includes(one))
  const illness = many('illness', ILLNESSES)
  const signs = many('sign', dangerSigns)
  const vitaminA = first(fields, 'vitaminA')
  const breastfed = first(fields, 'breastfed')
  const development = first(fields, 'development')
  const freeMeal = first(fields, 'freeMeal')
  const eaten = many('eaten', [...FOOD_GROUPS, 'none'])
  const note = first(fields, 'note').slice(0, NOTE_LENGTH)
  return {
    ...(Object.keys(readings).length === 0 ? {} : { readings }),
    ...(illness.length === 0 ? {} : { illness }),
    ...(signs.length === 0 ? {} : { dangerSigns: signs }),
    ...(vitaminA === 'blue' || vitaminA === 'red' ? { vitaminA } : {}),
    ...(first(fields, 'dewormed') === 'yes' ? { dewormed: true } : {}),
    ...(breastfed === 'yes' || breastfed === 'no' ? { exclusivelyBreastfed: breastfed === 'yes' } : {}),
    ...(eaten.length === 0 ? {} : { eaten: FOOD_GROUPS.filter((group) => eaten.includes(group)) }),
    ...(first(fields, 'class') === 'yes' ? { attendedClass: true } : {}),
    ...(freeMeal === 'yes' || freeMeal === 'no' ? { freeMeal: freeMeal === 'yes' } : {}),
    ...(development === 'fits' || development === 'doubtful' || development === 'deviates' ? { development } : {}),
    ...(note === '' ? {} : { note }),
  }
}
