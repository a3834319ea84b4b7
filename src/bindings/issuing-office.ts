// What the office of a region brings along to each paper: its names, its place, who signs, where papers are checked.
import type { IssuingOffice } from '../modules/documents/prepare.ts'
import type { Areas } from '../modules/regions/areas.ts'
import type { RegionDirectory } from './region-directory.ts'

export const issuingOfficeOf =
  (regions: Pick<RegionDirectory, 'get'>, areas: Pick<Areas, 'find'>, origin: string) =>
  (code: string): IssuingOffice => {
    const { profile, name, timeZone, logo } = regions.get(code)
    return {
      region: code,
      zone: timeZone,
      values: {
        regency: name,
        regencyName: name.replace(/^(Kabupaten|Kota) /, ''),
        province: areas.find(code.slice(0, 2))?.name ?? '',
        office: profile.unit,
        address: profile.address,
        contact: profile.contact,
        place: profile.place,
      },
      signer: profile.head,
      verifyOrigin: origin,
      typeAt: `${origin.replace(/^https?:\/\//, '')}/${code}/v`,
      emblems: logo === undefined ? {} : { region: logo },
    }
  }
