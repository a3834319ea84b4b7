// Exact decimal numbers for calculations and comparisons: an integer and the number of its decimals. Must stay true: no
// floating point takes part, so 0.1 + 0.2 is 0.3, and rounding is half away from zero, once, where the definition says so.
export type Decimal = { readonly units: bigint; readonly scale: number }

/** Reads `12`, `-3.50` or a finite JavaScript number; undefined for anything else. */
export function readDecimal(value: unknown): Decimal | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (match === null) return undefined
  const [, sign, whole, part = ''] = match
  const units = BigInt(`${whole}${part}`)
  return { units: sign === '-' ? -units : units, scale: part.length }
}

function atScale(x: Decimal, scale: number): bigint {
  return x.units * 10n ** BigInt(scale - x.scale)
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: atScale(a, scale) + atScale(b, scale), scale }
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, { units: -b.units, scale: b.scale })
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** Negative, zero or positive, like a comparator. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const x = atScale(a, scale)
  const y = atScale(b, scale)
  return x < y ? -1 : x > y ? 1 : 0
}

/** Rounds half away from zero to so many decimals. */
export function roundDecimal(x: Decimal, decimals: number): Decimal {
  if (x.scale <= decimals) return x
  const divisor = 10n ** BigInt(x.scale - decimals)
  const positive = x.units < 0n ? -x.units : x.units
  const rounded = (positive * 2n + divisor) / (divisor * 2n)
  return { units: x.units < 0n ? -rounded : rounded, scale: decimals }
}

/** A safe whole number as a number, anything else as text without trailing zeros: `3`, `"48.5"`. */
export function writeDecimal(x: Decimal): number | string {
  let { units, scale } = x
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n
    scale -= 1
  }
  if (scale === 0) {
    const whole = Number(units)
    return Number.isSafeInteger(whole) ? whole : units.toString()
  }
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
