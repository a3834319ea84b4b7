// All areas of Indonesia for choosing and naming a place: lists by parent, name by code, villages by words.
// Must stay true: read once, on the first question; no list for a screen is longer than 50 villages found by words, and the lists by
// parent are as long as the parent is large (a district has at most some 70 villages).
import type { RegionCode } from '../../kernel/region-code.ts'
import { regionLevel } from '../../kernel/region-code.ts'
import { type VillageKind, villageKind } from './areas-own.ts'
import { areaSearch, lowerBound, type SearchOptions, stretchOf } from './areas-search.ts'
import { type AreaList, type AreaTable, mustHaveAreaFiles, readAreaTable } from './areas-table.ts'

export type Area = { readonly code: RegionCode; readonly name: string }
export type Village = Area & {
  readonly kind: VillageKind
  readonly district: Area
  readonly regency: Area
  readonly province: Area
}

export type Areas = {
  /** 38 provinces in the order of their codes. */
  readonly provinces: () => Area[]
  /** Regencies and cities of a province; all 514 without one. Names begin with Kabupaten or Kota. */
  readonly regencies: (provinceCode?: string) => Area[]
  readonly districts: (regencyCode: string) => Area[]
  readonly villages: (districtCode: string) => Area[]
  /** The area with this code, whatever its level; undefined when there is none today. */
  readonly find: (code: string) => Area | undefined
  /** A village with the areas around it, or undefined. */
  readonly findVillage: (code: string) => Village | undefined
  /** For NIK and family card numbers: whether a district exists today. */
  readonly isDistrict: (code: string) => boolean
  /** Villages of which every word of the query begins a word of their name or of the areas around them; at most 50, best first. */
  readonly searchVillages: (query: string, options?: SearchOptions) => Village[]
}

let known: Areas | undefined

/** The areas of all Indonesia. Calling again costs nothing; the table is read with the first question about an area. */
export async function loadAreas(): Promise<Areas> {
  if (known === undefined) {
    mustHaveAreaFiles()
    let read: AreaTable | undefined
    known = areasOf(() => (read ??= readAreaTable()))
  }
  return known
}

/** The same over a table of the caller's. The search index is built on the first search. */
export function areasOf(tableOf: () => AreaTable): Areas {
  let search: ReturnType<typeof areaSearch> | undefined
  const children = (list: AreaList, parent?: string): Area[] => {
    const [from, to] = parent === undefined ? [0, list.codes.length] : stretchOf(list.codes, parent)
    return list.codes.slice(from, to).map((code, i) => ({ code, name: list.names[from + i]! }))
  }
  const listOf = (code: string): AreaList | undefined => {
    const level = regionLevel(code)
    const table = tableOf()
    if (level === 'province') return table.provinces
    if (level === 'regency') return table.regencies
    if (level === 'district') return table.districts
    // A few customary villages have a last part that begins with 3.
    return /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(code) ? table.villages : undefined
  }
  const find = (code: string): Area | undefined => {
    const list = listOf(code)
    if (list === undefined) return undefined
    const place = lowerBound(list.codes, code)
    return list.codes[place] === code ? { code, name: list.names[place]! } : undefined
  }
  const village = (area: Area): Village => ({
    ...area,
    kind: villageKind(area.code),
    district: find(area.code.slice(0, 8)) ?? { code: area.code.slice(0, 8), name: area.code.slice(0, 8) },
    regency: find(area.code.slice(0, 5)) ?? { code: area.code.slice(0, 5), name: area.code.slice(0, 5) },
    province: find(area.code.slice(0, 2)) ?? { code: area.code.slice(0, 2), name: area.code.slice(0, 2) },
  })
  return {
    provinces: () => children(tableOf().provinces),
    regencies: (provinceCode) => children(tableOf().regencies, provinceCode),
    districts: (regencyCode) => children(tableOf().districts, regencyCode),
    villages: (districtCode) => children(tableOf().villages, districtCode),
    find,
    findVillage: (code) => {
      const area = code.length === 13 ? find(code) : undefined
      return area === undefined ? undefined : village(area)
    },
    isDistrict: (code) => regionLevel(code) === 'district' && find(code) !== undefined,
    searchVillages: (query, options) => {
      const table = tableOf()
      search ??= areaSearch(table)
      return search(query, options).map((place) =>
        village({ code: table.villages.codes[place]!, name: table.villages.names[place]! }),
      )
    },
  }
}
