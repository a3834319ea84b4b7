// Places: a village by its code (found by search, never from a long list) and an address inside one.
import * as v from 'valibot'
import { regionLevel } from '../../../kernel/region-code.ts'
import { isAddressAnswer } from '../answers.ts'
import {
  baseEntries,
  type FieldType,
  NOTHING,
  type ReadContext,
  type Reading,
  refused,
  taken,
  textual,
} from './field-type.ts'

/** `region`: only villages of the region that receives the application; `outside`: only those of all others. */
const WITHIN = ['region', 'nation', 'outside'] as const
const within = v.optional(v.picklist(WITHIN))

const VillageFieldSchema = v.strictObject({
  ...baseEntries,
  type: v.literal('village'),
  within,
})
const AddressFieldSchema = v.strictObject({
  ...baseEntries,
  type: v.literal('address'),
  within,
})
type VillageField = v.InferOutput<typeof VillageFieldSchema>
type AddressField = v.InferOutput<typeof AddressFieldSchema>

function readVillage(code: string, within: (typeof WITHIN)[number] | undefined, { at, region }: ReadContext): Reading {
  const plain = code.trim()
  if (regionLevel(plain) !== 'village') return refused('village-unknown', at)
  if (within === 'region' && !plain.startsWith(`${region}.`)) return refused('village-elsewhere', at)
  if (within === 'outside' && plain.startsWith(`${region}.`)) return refused('village-inside', at)
  return taken(plain)
}

export const village: FieldType<VillageField> = textual('village', VillageFieldSchema, (typed, field, context) =>
  readVillage(typed, field.within, context),
)

type Parts = {
  readonly street: string
  readonly rt: string
  readonly rw: string
  readonly village: string
  readonly postalCode: string
}

function readParts(parts: Parts, field: AddressField, context: ReadContext): Reading {
  const { at } = context
  const street = parts.street.normalize('NFC').replace(/\s+/g, ' ').trim()
  const village = readVillage(parts.village, field.within, { ...context, at: `${at}.village` })
  const refusals = [...village.refusals]
  if (street === '') refusals.push({ code: 'address-street-missing', at: `${at}.street` })
  if ([...street].length > 120)
    refusals.push({ code: 'text-too-long', at: `${at}.street`, params: { count: [...street].length, max: 120 } })
  for (const part of ['rt', 'rw'] as const)
    if (!/^\d{1,3}$/.test(parts[part].trim())) refusals.push({ code: `address-${part}`, at: `${at}.${part}` })
  const postalCode = parts.postalCode.trim()
  if (postalCode !== '' && !/^[1-9]\d{4}$/.test(postalCode))
    refusals.push({ code: 'postal-code-shape', at: `${at}.postalCode` })
  if (refusals.length > 0) return { refusals, warnings: [] }
  // "001" and "1" are the same RT; kept without zeros in front.
  const plain = (part: string) => String(Number(part.trim()))
  return taken({
    street,
    rt: plain(parts.rt),
    rw: plain(parts.rw),
    village: parts.village.trim(),
    ...(postalCode === '' ? {} : { postalCode }),
  })
}

export const address: FieldType<AddressField> = {
  type: 'address',
  schema: AddressFieldSchema,
  read(typed, field, context) {
    const part = (name: keyof Parts) => typed.first(name)
    const parts: Parts = {
      street: part('street'),
      rt: part('rt'),
      rw: part('rw'),
      village: part('village'),
      postalCode: part('postalCode'),
    }
    return Object.values(parts).every((one) => one.trim() === '') ? NOTHING : readParts(parts, field, context)
  },
  check(answer, field, context) {
    if (!isAddressAnswer(answer)) return refused('answer-shape', context.at)
    const { street = '', rt = '', rw = '', village, postalCode = '' } = answer
    return readParts({ street, rt, rw, village, postalCode }, field, context)
  },
}
