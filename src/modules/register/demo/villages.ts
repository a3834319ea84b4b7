// How many invented residents each village gets: a few large ones, many small ones, the same for the same seed. Shares
// are made up; only the sum is the one that was asked for.
import { loadAreas } from '../../regions/areas.ts'
import type { Random } from './random.ts'

export type VillageShare = { readonly code: string; readonly residents: number }

/** Villages of a regency with residents that add up to `residents`. Throws for a code that has no villages. */
export async function shareResidents(
  random: Random,
  region: string,
  residents: number,
): Promise<readonly VillageShare[]> {
  const areas = await loadAreas()
  const codes = areas
    .districts(region)
    .flatMap((district) => areas.villages(district.code).map((village) => village.code))
  if (codes.length === 0) throw new RangeError(`no villages known for ${region}`)
  // A kelurahan (fourth part begins with 1) is a town quarter and larger.
  const weights = codes.map((code) => Math.exp(random.next() * 1.6) * (code.slice(9, 10) === '1' ? 3 : 1))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const shares = weights.map((weight) => Math.floor((residents * weight) / sum))
  let rest = residents - shares.reduce((total, share) => total + share, 0)
  for (let i = 0; rest > 0; i = (i + 1) % shares.length, rest--) shares[i] = (shares[i] ?? 0) + 1
  return codes.map((code, index) => ({ code, residents: shares[index] ?? 0 }))
}
