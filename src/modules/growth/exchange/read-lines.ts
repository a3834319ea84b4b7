// From the rows of a file to what each line says: finds the header below title lines, tells by its columns which sheet it is,
// reads every cell. Must stay true: a line that cannot be read keeps its number and a reason for each bad cell; no line is
// dropped; columns may stand in any order and others may stand between.
import { accept, type Refusal, type Result, refuse } from '../../../kernel/refusal.ts'
import {
  isBlank,
  readAgeCell,
  readBirthWeightCell,
  readDateCell,
  readLengthCell,
  readOedemaCell,
  readPositionCell,
  readRareLengthCell,
  readScoreCell,
  readSexCell,
  readSixteenCell,
  readWeightCell,
  readYesNoCell,
  splitParents,
} from './cells.ts'
import type { IncomingChild, IncomingLine, IncomingMeasurement } from './incoming.ts'
import type { SheetRow } from './sheet-read.ts'
import { type SheetKind, TEMPLATES } from './sheet-template.ts'

export type ReadSheet = {
  readonly sheet: ImportedSheet
  readonly template: string
  readonly lines: readonly IncomingLine[]
}
export const IMPORTED = ['child-list', 'identity', 'measurements'] as const satisfies readonly SheetKind[]
export type ImportedSheet = (typeof IMPORTED)[number]

const HEADER_WITHIN = 15
const LONGEST_NAME = 150
/** Fields without which a header is not that sheet. */
const NEEDED: Readonly<Record<ImportedSheet, readonly string[]>> = {
  'child-list': ['name', 'birthDate', 'sexLetter'],
  identity: ['name', 'birthDate', 'sexWord'],
  measurements: ['name', 'date', 'weightKg', 'lengthHeightCm'],
}

/** Refuses `exchange.no-header` when no row of the first fifteen names the columns of a sheet we know. */
export function readLines(rows: readonly SheetRow[]): Result<ReadSheet> {
  const first = rows[0]?.line ?? 1
  for (const [i, row] of rows.entries()) {
    if (row.line - first >= HEADER_WITHIN) break
    const found = sheetOf(row.cells)
    if (found === undefined) continue
    const { sheet, template, columns } = found
    return accept({ sheet, template: template.id, lines: rows.slice(i + 1).map((data) => readLine(data, columns)) })
  }
  return refuse('exchange.no-header')
}

type Columns = ReadonlyMap<string, { readonly at: number; readonly name: string }>
const headerKey = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim()

function sheetOf(cells: readonly string[]) {
  const names = cells.map(headerKey)
  const fits = TEMPLATES.flatMap((template) => {
    const sheet = IMPORTED.find((kind) => kind === template.sheet)
    if (sheet === undefined) return []
    const columns = new Map(
      template.columns.flatMap(({ name, field }) => {
        const at = names.indexOf(headerKey(name))
        return at < 0 || field === 'empty' ? [] : [[field, { at, name }] as const]
      }),
    )
    return NEEDED[sheet].every((field) => columns.has(field)) ? [{ sheet, template, columns }] : []
  })
  return fits.sort((a, b) => b.columns.size - a.columns.size)[0]
}

function readLine({ line, cells }: SheetRow, columns: Columns): IncomingLine {
  const refusals: Refusal[] = []
  const text = (field: string) => {
    const column = columns.get(field)
    const cell = column === undefined ? undefined : cells[column.at]
    return isBlank(cell) ? undefined : cell
  }
  const read = <T>(field: string, reader: (cell: string | undefined, column: string) => Result<T | undefined>) => {
    const done = reader(text(field), columns.get(field)?.name ?? field)
    if (done.ok) return done.value
    refusals.push(...done.refusals)
    return undefined
  }
  const name = text('name')
  if (name === undefined) refusals.push({ code: 'exchange.line-name-missing', at: 'name' })
  else if (name.length > LONGEST_NAME)
    refusals.push({ code: 'exchange.line-name-long', at: 'name', params: { most: LONGEST_NAME } })
  const wholeNumber = (field: string, most: number) =>
    read(field, (cell, column) => {
      if (cell === undefined) return accept(undefined)
      return /^\d{1,3}$/.test(cell) && Number(cell) <= most
        ? accept(Number(cell))
        : refuse('exchange.line-unreadable', column, { column, value: /^[\d.,-]{1,12}$/.test(cell) ? cell : '…' })
    })
  const parents = splitParents(text('parents'))
  const smallBaby = read('smallBabyBook', readYesNoCell)
  const kia = read('kiaBook', readYesNoCell)
  const child: IncomingChild = defined({
    name: (name ?? '').slice(0, LONGEST_NAME),
    sex: read('sexLetter', readSexCell) ?? read('sexWord', readSexCell),
    birthDate: read('birthDate', readDateCell),
    nik: read('nik', (cell, column) => readSixteenCell(cell, 'nik', column)),
    kk: read('kk', (cell, column) => readSixteenCell(cell, 'kk', column)),
    birthOrder: wholeNumber('birthOrder', 20),
    birthWeightG: read('birthWeightKg', readBirthWeightCell),
    birthLengthTenthMm: read('birthLengthCm', readRareLengthCell),
    birthHeadTenthMm: read('birthHeadCm', readRareLengthCell),
    gestationWeeks: wholeNumber('gestationWeeks', 45),
    earlyBreastfed: read('earlyBreastfed', readYesNoCell),
    book: smallBaby === true ? ('small-baby' as const) : kia === true ? ('kia' as const) : undefined,
    motherName: parents[0]?.slice(0, LONGEST_NAME),
    fatherName: parents[1]?.slice(0, LONGEST_NAME),
    motherNik: read('parentNik', (cell, column) => readSixteenCell(cell, 'nik', column)),
    phone: text('phone')?.slice(0, 30),
    address: text('address')?.slice(0, 300),
    rt: text('rt')?.slice(0, 5),
    rw: text('rw')?.slice(0, 5),
    posyandu: text('posyandu'),
    village: text('village'),
  })
  const measurement = readMeasurement(text, read)
  return defined({ line, child, measurement, printedAge: readAgeCell(text('ageText')), refusals })
}

type ReadCell = <T>(
  field: string,
  reader: (cell: string | undefined, column: string) => Result<T | undefined>,
) => T | undefined

function readMeasurement(text: (field: string) => string | undefined, read: ReadCell): IncomingMeasurement | undefined {
  if (text('date') === undefined) return undefined
  const date = read('date', readDateCell)
  const breastfed = Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6].flatMap((month) => {
      const given = read(`breastfed${month}`, readYesNoCell)
      return given === undefined ? [] : [[month, given]]
    }),
  )
  const reported = defined({
    weight: readScoreCell(text('zWeight')),
    length: readScoreCell(text('zLength')),
    weightLength: readScoreCell(text('zWeightLength')),
  })
  const values = {
    weightG: read('weightKg', readWeightCell),
    lengthHeightTenthMm: read('lengthHeightCm', readLengthCell),
    position: read('positionSmall', readPositionCell) ?? read('positionWord', readPositionCell),
    armTenthMm: read('armCm', readRareLengthCell),
    headTenthMm: read('headCm', readRareLengthCell),
    oedema: read('oedema', readOedemaCell),
    vitaminA: read('vitaminA', readYesNoCell),
    breastfed: Object.keys(breastfed).length === 0 ? undefined : breastfed,
    motherClass: read('motherClass', readYesNoCell),
    freeMeal: read('freeMeal', readYesNoCell),
    reported: Object.keys(reported).length === 0 ? undefined : reported,
  }
  return date === undefined ? undefined : defined({ date, ...values })
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The same without what is undefined, so that absent stays absent. */
export function defined<T extends object>(values: T): Defined<T>
export function defined(values: Readonly<Record<string, unknown>>): object {
  // called several times for each line of a file: a loop is some five times faster than lists of entries
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(values)) {
    const value = values[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}
