// Reads Indonesia's 38 provinces, 514 regencies and cities, 7,277 districts and some 83,000 villages from the package idn-area-data
// into flat lists in the order of their codes, so that the areas inside another are one stretch of a list.
// Must stay true: own files of regions win over the package; nothing is read before somebody asks.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PROVINCES } from '../../kernel/provinces.ts'
import { listOwnAreas } from './areas-own.ts'

/** Codes and names side by side, sorted by code. */
export type AreaList = { readonly codes: readonly string[]; readonly names: readonly string[] }
export type AreaTable = {
  readonly provinces: AreaList
  readonly regencies: AreaList
  readonly districts: AreaList
  readonly villages: AreaList
}

const FILES = ['regencies', 'districts', 'villages'] as const

function fileOf(name: (typeof FILES)[number]): URL {
  const lib = createRequire(import.meta.url).resolve('idn-area-data')
  return new URL(`../data/${name}.csv`, `file://${lib}`)
}

/** Throws when the package is missing: that must stop the start, not the first person who chooses a village. */
export function mustHaveAreaFiles(): void {
  for (const name of FILES) if (!existsSync(fileOf(name))) throw new Error(`idn-area-data has no ${name}.csv`)
}

/** Reads the whole table: some 100 ms, once. Throws when the package is missing or has another shape. */
export function readAreaTable(): AreaTable {
  const read = (name: (typeof FILES)[number]) => readFileSync(fileOf(name), 'utf8')
  const own = listOwnAreas()
  return {
    provinces: sorted([...PROVINCES]),
    regencies: sorted(
      own.map(({ code, kind, name }) => [code, `${titleCase(kind)} ${name}`]),
      rows(read('regencies'), titleCase),
    ),
    districts: sorted(
      own.flatMap((areas) => areas.districts.map(({ code, name }) => [code, name] as const)),
      rows(read('districts'), tidy),
    ),
    villages: sorted(
      own.flatMap((areas) =>
        areas.districts.flatMap((district) => district.villages.map(({ code, name }) => [code, name] as const)),
      ),
      rows(read('villages'), tidy),
    ),
  }
}

type Row = readonly [code: string, name: string]

// Columns are code, parent code, name; a name holds no comma, and some hold a quote for an apostrophe, so no CSV reader is needed.
function rows(csv: string, name: (text: string) => string): Row[] {
  const [header, ...lines] = csv.split(/\r?\n/)
  if (!header?.startsWith('code,') || !header.endsWith(',name'))
    throw new Error('idn-area-data has changed its columns')
  const result: Row[] = []
  for (const line of lines) {
    const first = line.indexOf(',')
    const second = line.indexOf(',', first + 1)
    if (first > 0) result.push([line.slice(0, first), name(line.slice(second + 1))])
  }
  return result
}

// The first row of a code wins.
function sorted(...sources: readonly (readonly Row[])[]): AreaList {
  const byCode = new Map<string, string>()
  for (const [code, name] of sources.flat()) if (!byCode.has(code)) byCode.set(code, name)
  const codes = [...byCode.keys()].sort()
  return { codes, names: codes.map((code) => byCode.get(code)!) }
}

function tidy(name: string): string {
  return name.replaceAll('"', "'").replace(/\s+/g, ' ').trim()
}

/** `KABUPATEN HULU SUNGAI UTARA` as people write it. */
function titleCase(name: string): string {
  return tidy(name)
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
