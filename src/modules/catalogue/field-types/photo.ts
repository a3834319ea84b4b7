// A picture of a person: the answer is the id of an upload; the picture itself was judged when it came in.
import * as v from 'valibot'
import { baseEntries, type FieldType, refused, taken, textual } from './field-type.ts'

const PhotoFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('photo') })

export const photo: FieldType<v.InferOutput<typeof PhotoFieldSchema>> = textual(
  'photo',
  PhotoFieldSchema,
  (typed, _, { at }) => (/^[A-Za-z0-9-]{1,64}$/.test(typed) ? taken(typed) : refused('answer-shape', at)),
)
