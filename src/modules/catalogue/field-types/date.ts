// A date in three boxes and a time of day. The rules `past`, `future`, `after:key` are checked with the other answers.
import * as v from 'valibot'
import { isPlainDate } from '../../../kernel/date.ts'
import { parseDateParts, parseTime } from '../../../kernel/date-parse.ts'
import { baseEntries, type FieldType, fromResult, NOTHING, refused, taken, textual } from './field-type.ts'

const DateFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('date') })
const TimeFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('time') })

export const date: FieldType<v.InferOutput<typeof DateFieldSchema>> = {
  type: 'date',
  schema: DateFieldSchema,
  read(typed, _, { at }) {
    const input = { day: typed.first('day'), month: typed.first('month'), year: typed.first('year') }
    if (input.day.trim() === '' && input.month.trim() === '' && input.year.trim() === '') return NOTHING
    return fromResult(parseDateParts(input, at), (day) => day)
  },
  check: (answer, _, { at }) => (isPlainDate(answer) ? taken(answer) : refused('answer-shape', at)),
}

export const time: FieldType<v.InferOutput<typeof TimeFieldSchema>> = textual(
  'time',
  TimeFieldSchema,
  (typed, _, { at }) =>
    fromResult(parseTime(typed, at), (minutes) => {
      const two = (part: number) => String(part).padStart(2, '0')
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
    }),
)
