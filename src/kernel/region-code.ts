// Codes of the Ministry of Home Affairs: PP, PP.RR, PP.RR.DD, PP.RR.DD.VVVV. A tenant is a regency or city (PP.RR),
// a province (PP) or the nation (00).
export type RegionCode = string & { readonly __brand?: 'RegionCode' }

const SHAPES = {
  nation: /^00$/,
  province: /^[1-9]\d$/,
  regency: /^[1-9]\d\.\d{2}$/,
  district: /^[1-9]\d\.\d{2}\.\d{2}$/,
  village: /^[1-9]\d\.\d{2}\.\d{2}\.[12]\d{3}$/,
} as const
export type RegionLevel = keyof typeof SHAPES

/** The level a code has, or undefined when it is no code. */
export function regionLevel(code: string): RegionLevel | undefined {
  return (Object.keys(SHAPES) as RegionLevel[]).find((level) => SHAPES[level].test(code))
}

export function isTenantCode(code: string): code is RegionCode {
  const level = regionLevel(code)
  return level === 'nation' || level === 'province' || level === 'regency'
}

/** `63.11.06.2001` -> `63.11`: the tenant a district or village belongs to. */
export function tenantOf(code: string): RegionCode {
  return code.slice(0, 5)
}

/** True when `inner` is the same place as `outer` or lies inside it. */
export function isInside(inner: string, outer: string): boolean {
  return outer === '00' || inner === outer || inner.startsWith(`${outer}.`)
}
