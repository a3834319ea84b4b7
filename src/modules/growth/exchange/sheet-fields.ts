// From a record to the text of each cell of an e-PPGBM sheet. One table a sheet; layouts (instruments/exchange) say which
// field stands where. Must stay true: every cell is text, decimals have a point, dates are yyyy-mm-dd, NIK and KK keep all
// sixteen digits, and what was not recorded is an empty cell.
import { addDays } from '../../../kernel/date.ts'
import { PMT_2023 } from '../rules/pmt.ts'
import type { SheetKind, SheetTemplate } from './sheet-template.ts'
import type { ChildRecord, ComplementaryFoodRecord, MeasurementRecord, OfChild, PmtRecord } from './types.ts'

type Fields<T> = Readonly<Record<string, (record: T, row: number) => string>>

/** Kilograms and centimetres with a point, zeros at the end left out: 7350 g is "7.35". */
export const kg = (grams: number | undefined) => decimalCell(grams, 3)
export const cm = (tenthMm: number | undefined) => decimalCell(tenthMm, 2)

function decimalCell(units: number | undefined, decimals: number): string {
  if (units === undefined) return ''
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0')
  const rest = digits.slice(-decimals).replace(/0+$/, '')
  return `${units < 0 ? '-' : ''}${digits.slice(0, -decimals)}${rest === '' ? '' : `.${rest}`}`
}

const whole = (value: number | undefined) => (value === undefined ? '' : String(value))
const yesNo = (value: boolean | undefined) => (value === undefined ? '' : value ? 'ya' : 'tidak')
const oneZero = (value: boolean) => (value ? '1' : '0')
const eppgbmCode = (list: readonly { code: string; eppgbm: number | null }[], code: string) =>
  whole(list.find((entry) => entry.code === code)?.eppgbm ?? undefined)

const identity: Fields<ChildRecord> = {
  row: (_, row) => String(row),
  birthOrder: (c) => whole(c.birthOrder),
  birthDate: (c) => c.birthDate,
  sexWord: (c) => (c.sex === 1 ? 'Laki-laki' : 'Perempuan'),
  sexLetter: (c) => (c.sex === 1 ? 'L' : 'P'),
  kk: (c) => c.kk ?? '',
  nik: (c) => c.nik ?? '',
  name: (c) => c.name,
  gestationWeeks: (c) => whole(c.gestationWeeks),
  birthWeightKg: (c) => kg(c.birthWeightG),
  birthLengthCm: (c) => cm(c.birthLengthTenthMm),
  birthHeadCm: (c) => cm(c.birthHeadTenthMm),
  kiaBook: (c) => (c.book === undefined ? '' : yesNo(c.book === 'kia')),
  smallBabyBook: (c) => (c.book === undefined ? '' : yesNo(c.book === 'small-baby')),
  earlyBreastfed: (c) => yesNo(c.earlyBreastfed),
  parents: (c) => [c.motherName, c.fatherName].filter((name) => name !== undefined && name !== '').join(' / '),
  parentNik: (c) => c.motherNik ?? '',
  phone: (c) => c.phone ?? '',
  address: (c) => c.address ?? '',
  rt: (c) => c.rt ?? '',
  rw: (c) => c.rw ?? '',
  moved: (c) => (c.moved ? 'ya' : ''),
  posyandu: (c) => c.posyandu,
  empty: () => '',
}

const measurements: Fields<OfChild<MeasurementRecord>> = {
  row: (_, row) => String(row),
  nik: ({ child }) => child.nik ?? '',
  name: ({ child }) => child.name,
  date: (m) => m.date,
  weightKg: (m) => kg(m.weightG),
  lengthHeightCm: (m) => cm(m.lengthHeightTenthMm),
  armCm: (m) => cm(m.armTenthMm),
  headCm: (m) => cm(m.headTenthMm),
  oedema: (m) => (m.oedema === undefined ? '' : m.oedema === 0 ? 'tidak' : String(m.oedema)),
  positionSmall: (m) => (m.position === undefined ? '' : m.position === 'l' ? 'terlentang' : 'berdiri'),
  vitaminA: (m) => yesNo(m.vitaminA),
  ...Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6].map((month) => [
      `breastfed${month}`,
      (m: OfChild<MeasurementRecord>) => yesNo(m.breastfed?.[month]),
    ]),
  ),
  motherClass: (m) => yesNo(m.motherClass),
  freeMeal: (m) => yesNo(m.freeMeal),
}

/** A day that had not come when the week was looked at is not a day without food. */
function dayGiven({ given, firstDay, week, monitoredOn }: PmtRecord, day: number): string {
  const isGiven = given[day - 1] === true
  return !isGiven && addDays(firstDay, (week - 1) * 7 + day - 1) > monitoredOn ? '' : oneZero(isGiven)
}

const pmt: Fields<OfChild<PmtRecord>> = {
  nik: ({ child }) => child.nik ?? '',
  name: ({ child }) => child.name,
  firstDay: (p) => p.firstDay,
  cycle: (p) => String(p.cycle),
  kind: (p) => eppgbmCode(PMT_2023.kinds, p.kind),
  money: (p) => eppgbmCode(PMT_2023.money, p.money),
  partner: (p) => p.partner ?? '',
  partnerOther: (p) => p.partnerOther ?? '',
  perGuideline: (p) => oneZero(p.perGuideline),
  reason: (p) => eppgbmCode(PMT_2023.reasons, p.reason),
  week: (p) => String(p.week),
  monitoredOn: (p) => p.monitoredOn,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`day${day}`, (p: PmtRecord) => dayGiven(p, day)])),
  weightKg: (p) => kg(p.weightG),
  lengthCm: (p) => cm(p.lengthHeightTenthMm),
  positionCode: (p) => (p.position === undefined ? '' : p.position === 'h' ? '1' : '2'),
  healthProblem: (p) => oneZero(p.ill),
  next: (p) => ({ continue: '1', finish: '2', hospital: '3' })[p.next],
}

const food: Fields<OfChild<ComplementaryFoodRecord>> = {
  row: (_, row) => String(row),
  nik: ({ child }) => child.nik ?? '',
  name: ({ child }) => child.name,
  date: (f) => f.date,
  breastmilk: (f) => oneZero(f.eaten.breastmilk),
  grains: (f) => oneZero(f.eaten.grains),
  pulses: (f) => oneZero(f.eaten.pulses),
  dairy: (f) => oneZero(f.eaten.dairy),
  flesh: (f) => oneZero(f.eaten.flesh),
  eggs: (f) => oneZero(f.eaten.eggs),
  vitaminAFruit: (f) => oneZero(f.eaten.vitaminAFruit),
  otherFruit: (f) => oneZero(f.eaten.otherFruit),
  intervened: (f) => oneZero(f.intervened),
}

/** What can be written; the child list is the download of the other program and comes in only. */
export type SheetRecords = {
  readonly identity: ChildRecord
  readonly measurements: OfChild<MeasurementRecord>
  readonly pmt: OfChild<PmtRecord>
  readonly 'complementary-food': OfChild<ComplementaryFoodRecord>
}
export type WrittenSheet = keyof SheetRecords & SheetKind
const FIELDS: { readonly [S in WrittenSheet]: Fields<SheetRecords[S]> } = {
  identity,
  measurements,
  pmt,
  'complementary-food': food,
}

/** Header and rows of a sheet, all text, in the order of its layout. Throws on a layout with an unknown field. */
export function* sheetRows<S extends WrittenSheet>(
  template: SheetTemplate & { readonly sheet: S | SheetKind },
  sheet: S,
  records: Iterable<SheetRecords[S]>,
): Generator<readonly string[]> {
  const fields: Fields<SheetRecords[S]> = FIELDS[sheet]
  const write = template.columns.map(({ field }) => {
    const known = fields[field]
    if (known === undefined) throw new RangeError(`layout ${template.id} names an unknown field ${field}`)
    return known
  })
  yield template.columns.map(({ name }) => name)
  let row = 0
  for (const record of records) {
    row++
    yield write.map((cell) => cell(record, row))
  }
}
