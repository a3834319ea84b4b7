// Which feature of a file is which village: by the ministry's code in any of the usual columns, else by the names of village and
// district. Pure. Must stay true: a feature goes to one village and a village to one feature; nothing is guessed between two.
import type { BoundaryFeature } from './geojson.ts'
import { NAME_COLUMNS } from './village-names.ts'

export type KnownVillage = {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly districtCode: string
}
export type OddFeature = {
  readonly line: number
  /** What the file calls it. */
  readonly label: string
  /** No village of this name or code; two villages of this name; the village has a feature already. */
  readonly why: 'unknown' | 'two' | 'taken'
}
export type Matched = {
  readonly byVillage: ReadonlyMap<string, BoundaryFeature>
  readonly odd: readonly OddFeature[]
  /** Villages without a feature, by code. */
  readonly missing: readonly string[]
}

// Columns as the mapping agency (BIG), the statistics office and village offices name them, lower case.
const CODES = [
  'kdepum',
  'kode_desa',
  'kode',
  'code',
  'village_code',
  'kdebps',
  'kd_desa',
  'id',
  'kemendagri',
  'kode_kemendagri',
]
const NAMES = NAME_COLUMNS
const DISTRICTS = ['wadmkc', 'kecamatan', 'nama_kecamatan', 'district']

export function matchVillages(features: readonly BoundaryFeature[], villages: readonly KnownVillage[]): Matched {
  const byCode = new Map(villages.map((one) => [one.code.replaceAll('.', ''), one.code]))
  const byVillage = new Map<string, BoundaryFeature>()
  const odd: OddFeature[] = []
  for (const feature of features) {
    const found = findCode(feature, byCode) ?? findName(feature, villages)
    if (found.length !== 1)
      odd.push({ line: feature.line, label: labelOf(feature), why: found.length > 1 ? 'two' : 'unknown' })
    else if (byVillage.has(found[0]!)) odd.push({ line: feature.line, label: labelOf(feature), why: 'taken' })
    else byVillage.set(found[0]!, feature)
  }
  return { byVillage, odd, missing: villages.map((one) => one.code).filter((code) => !byVillage.has(code)) }
}

function findCode(feature: BoundaryFeature, byCode: ReadonlyMap<string, string>): readonly string[] | undefined {
  for (const column of CODES) {
    const found = byCode.get((feature.properties[column] ?? '').replace(/\D/g, ''))
    if (found !== undefined) return [found]
  }
  return undefined
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(desa|kelurahan|kel\.|kecamatan|kec\.)\s+/, '')
    .replace(/[^a-z0-9]/g, '')

function findName(feature: BoundaryFeature, villages: readonly KnownVillage[]): readonly string[] {
  const first = (columns: readonly string[]): string =>
    plain(columns.map((column) => feature.properties[column] ?? '').find((one) => one !== '') ?? '')
  const [name, district] = [first(NAMES), first(DISTRICTS)]
  if (name === '') return []
  return villages
    .filter((one) => plain(one.name) === name && (district === '' || plain(one.district) === district))
    .map((one) => one.code)
}

function labelOf(feature: BoundaryFeature): string {
  const part = (columns: readonly string[]): string | undefined =>
    columns.map((column) => feature.properties[column]).find((one) => one !== undefined && one !== '')
  return [part(NAMES), part(DISTRICTS), part(CODES)].filter((one) => one !== undefined).join(', ') || '–'
}
