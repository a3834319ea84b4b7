// Names of people: one given now (the name rules of 2022 hold) and one that stands as it stands on an older paper.
import * as v from 'valibot'
import { readNewName, readStoredName } from '../../../kernel/person-name.ts'
import { baseEntries, type FieldType, fromResult, textual } from './field-type.ts'

const NewNameFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('name-new') })
const NameFieldSchema = v.strictObject({ ...baseEntries, type: v.literal('name') })

export const newName: FieldType<v.InferOutput<typeof NewNameFieldSchema>> = textual(
  'name-new',
  NewNameFieldSchema,
  (typed, _, { at }) =>
    fromResult(
      readNewName(typed, at),
      (reading) => reading.name,
      (reading) => reading.warnings,
    ),
)

export const storedName: FieldType<v.InferOutput<typeof NameFieldSchema>> = textual(
  'name',
  NameFieldSchema,
  (typed, _, { at }) =>
    fromResult(
      readStoredName(typed, at),
      (reading) => reading.name,
      (reading) => reading.warnings,
    ),
)
