// The areas that a region keeps itself, in its own file with an edition. They win over the national list, and they are small enough
// for the service worker. Must stay true: 8 districts and 157 villages of Balangan, with the codes of the ministry.
import balangan from '../../../instruments/areas/63.11.json' with { type: 'json' }
import type { RegionCode } from '../../kernel/region-code.ts'

export type VillageKind = 'desa' | 'kelurahan'
export type OwnVillage = { readonly code: RegionCode; readonly name: string; readonly kind: VillageKind }
export type OwnDistrict = { readonly code: RegionCode; readonly name: string; readonly villages: readonly OwnVillage[] }
export type OwnAreas = {
  readonly code: RegionCode
  readonly name: string
  readonly kind: string
  readonly provinceCode: RegionCode
  readonly zone: string
  readonly edition: string
  readonly source: string
  /** Residents by the ministry's decree, not by our register. */
  readonly population: { readonly total: number; readonly male: number; readonly female: number }
  readonly districts: readonly OwnDistrict[]
}

const OWN: readonly OwnAreas[] = [{ ...balangan, districts: balangan.districts.map(typedDistrict) }]

function typedDistrict(district: (typeof balangan.districts)[number]): OwnDistrict {
  return {
    ...district,
    villages: district.villages.map((village) => ({ ...village, kind: villageKind(village.code) })),
  }
}

/** The own areas of a regency, or undefined when it relies on the national list. */
export function findOwnAreas(regencyCode: string): OwnAreas | undefined {
  return OWN.find((areas) => areas.code === regencyCode)
}

export function listOwnAreas(): readonly OwnAreas[] {
  return OWN
}

/** A village code whose last part begins with 1 is a kelurahan; all others are desa (2) or customary villages (3). */
export function villageKind(code: string): VillageKind {
  return code.charAt(9) === '1' ? 'kelurahan' : 'desa'
}
