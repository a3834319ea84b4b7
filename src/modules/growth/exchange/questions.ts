// What a line of an import is asked about before anything is written: weight and length swapped, a slipped unit, an age that
// does not fit its dates. Must stay true: nothing is corrected silently; a proposal is offered, and written only when accepted.
import { completedMonths, daysBetween, type PlainDate } from '../../../kernel/date.ts'
import type { MeasuringEdition } from '../rules/editions.ts'
import type { PrintedAge } from './cells.ts'
import type { IncomingLine, IncomingMeasurement, Question } from './incoming.ts'
import { cm, kg } from './sheet-fields.ts'

/** The first question of a line, or undefined. `birthDate` as it is known of the child. */
export function questionOf(line: IncomingLine, birthDate: PlainDate, edition: MeasuringEdition): Question | undefined {
  if (line.measurement === undefined) return undefined
  return questionOfValues(line.measurement, edition) ?? questionOfAge(line.printedAge, birthDate, line.measurement.date)
}

function questionOfValues(
  { weightG, lengthHeightTenthMm }: IncomingMeasurement,
  { softLimits }: MeasuringEdition,
): Question | undefined {
  const fitsWeight = (grams: number) => grams >= softLimits.weightG.min && grams <= softLimits.weightG.max
  const fitsLength = (tenth: number) =>
    tenth >= softLimits.lengthHeightTenthMm.min && tenth <= softLimits.lengthHeightTenthMm.max
  const weightOk = weightG === undefined || fitsWeight(weightG)
  const lengthOk = lengthHeightTenthMm === undefined || fitsLength(lengthHeightTenthMm)
  if (weightOk && lengthOk) return undefined
  const params = { ...both('weight', kg(weightG)), ...both('length', cm(lengthHeightTenthMm)) }
  if (weightG !== undefined && lengthHeightTenthMm !== undefined) {
    // 74.5 in the column of kilograms is 74500 g; as centimetres it is 7450 tenths of a millimetre
    const swapped = { weightG: lengthHeightTenthMm * 10, lengthHeightTenthMm: Math.round(weightG / 10) }
    if (fitsWeight(swapped.weightG) && fitsLength(swapped.lengthHeightTenthMm))
      return { code: 'exchange.ask-swapped', params, proposal: swapped }
  }
  const FACTORS = [10, 0.1, 100, 0.01]
  const guess = (value: number | undefined, fits: (value: number) => boolean) =>
    value === undefined ? undefined : FACTORS.map((factor) => Math.round(value * factor)).find(fits)
  const weightGuess = weightOk ? weightG : guess(weightG, fitsWeight)
  const lengthGuess = lengthOk ? lengthHeightTenthMm : guess(lengthHeightTenthMm, fitsLength)
  if ((weightOk || weightGuess !== undefined) && (lengthOk || lengthGuess !== undefined))
    return {
      code: 'exchange.ask-unit',
      params: { ...params, ...both('guessWeight', kg(weightGuess)), ...both('guessLength', cm(lengthGuess)) },
      proposal: {
        ...(weightGuess === undefined ? {} : { weightG: weightGuess }),
        ...(lengthGuess === undefined ? {} : { lengthHeightTenthMm: lengthGuess }),
      },
    }
  return { code: 'exchange.ask-outside', params }
}

/** A figure with the decimal sign of each language. */
const both = (name: string, figure: string) => ({
  [`${name}Id`]: figure === '' ? '–' : figure.replace('.', ','),
  [`${name}En`]: figure === '' ? '–' : figure,
})

function questionOfAge(age: PrintedAge | undefined, birthDate: PlainDate, date: PlainDate): Question | undefined {
  if (age === undefined || date < birthDate) return undefined
  const days = daysBetween(birthDate, date)
  const months = completedMonths(birthDate, date)
  const params = { months, days }
  if (age.kind === 'number') {
    if (age.value === months || Math.abs(age.value - days) <= 1 || age.value === Math.floor(months / 12))
      return undefined
    return { code: 'exchange.ask-age', params: { ...params, printed: String(age.value) } }
  }
  if (age.months === months) return undefined
  // 27 months printed as "27 Hari", or the other way round
  if ((age.months === 0 && age.days === months && months > 0) || age.months === days)
    return { code: 'exchange.ask-months-as-days', params: { ...params, printed: `${age.months}/${age.days}` } }
  // a day more or less at the border of a month is a way of counting, not a question
  const printedDays = age.months * 30.4375 + age.days
  if (Math.abs(printedDays - days) <= 3) return undefined
  return { code: 'exchange.ask-age', params: { ...params, printed: `${age.months}/${age.days}` } }
}
