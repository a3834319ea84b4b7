// Numbers that stand on papers: NIK, family card, deed, travel document. Kept as text from beginning to end. A NIK's
// warnings (other district, other sex) are for officers; they never stop an applicant, so they are not passed on here.
import * as v from 'valibot'
import { readKk } from '../../../kernel/kk.ts'
import { readNik } from '../../../kernel/nik.ts'
import { baseEntries, type FieldType, fromResult, refused, taken, textual } from './field-type.ts'

const NikFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('nik') })
const KkFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('kk') })
const DeedNumberFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('deed-number') })
const TravelDocumentFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('travel-document') })

export const nik: FieldType<v.InferOutput<typeof NikFieldSchema>> = textual(
  'nik',
  NikFieldSchema,
  (typed, _, { at, today }) => fromResult(readNik(typed, { at, today }), (reading) => reading.nik),
)

export const kk: FieldType<v.InferOutput<typeof KkFieldSchema>> = textual(
  'kk',
  KkFieldSchema,
  (typed, _, { at, today }) => fromResult(readKk(typed, { at, today }), (reading) => reading.kk),
)

/** Old deeds have every shape of number, so only length and invisible signs are refused. */
export const deedNumber: FieldType<v.InferOutput<typeof DeedNumberFieldSchema>> = textual(
  'deed-number',
  DeedNumberFieldSchema,
  (typed, _, { at }) => {
    const number = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
    if (number.length > 60) return refused('text-too-long', at, { count: number.length, max: 60 })
    return /\p{Cc}/u.test(number) || !/\d/.test(number) ? refused('deed-number-shape', at) : taken(number)
  },
)

export function readTravelDocument(typed: string, at: string) {
  const number = typed.replace(/[\s-]/g, '').toUpperCase()
  return /^[A-Z0-9]{6,12}$/.test(number) ? taken(number) : refused('travel-document-shape', at)
}

export const travelDocument: FieldType<v.InferOutput<typeof TravelDocumentFieldSchema>> = textual(
  'travel-document',
  TravelDocumentFieldSchema,
  (typed, _, { at }) => readTravelDocument(typed, at),
)
