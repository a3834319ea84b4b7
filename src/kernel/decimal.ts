// Exact decimal numbers from what people type: 3,2 and 3.2 are the same weight, 1.250 may be one thing or another.
// Must stay true: no floating point between the text and the comparison; what could mean two numbers is asked, not guessed.
import { divideHalfUp } from './percent.ts'
import { accept, type Refusal, type Result, refuse } from './refusal.ts'
import { grouped } from './rupiah.ts'
import type { Language } from './text.ts'

/** `units / 10^scale`: 3.20 is { units: 320n, scale: 2 }. The scale keeps the decimals that were written. */
export type Decimal = { readonly units: bigint; readonly scale: number }

export type DecimalRule = {
  /** Decimals allowed after the comma; more are refused. */
  readonly maxDecimals?: number
  readonly min?: Decimal | number
  readonly max?: Decimal | number
}

/**
 * Reads a number with comma or point. `1.250,5` and `1,250.5` are plain; a single sign before exactly three digits (`1.250`) could be
 * thousands or decimals and is refused, unless the rule allows fewer than three decimals and `thousandsAllowed`, or it begins with 0.
 * Refusals: `number-missing`, `number-sign`, `number-shape`, `number-ambiguous`, `number-decimals`, `number-too-small`, `number-too-large`.
 */
export function readDecimal(text: string, at?: string, rule: DecimalRule = {}): Result<Decimal> {
  const written = text.trim().replace(/\s/g, '').replace(/^\+/, '').replace(/^[−–]/, '-')
  if (written === '') return refuse('number-missing', at)
  const foreign = /[^\d.,-]+/.exec(written)?.[0]
  if (foreign !== undefined) return refuse('number-sign', at, { sign: foreign.slice(0, 20) })
  const plain = plainDecimal(written)
  if (plain === undefined) return refuse('number-shape', at)
  if (plain === 'ambiguous') {
    return refuse('number-ambiguous', at, {
      written,
      whole: written.replace(/[.,]/, ''),
      decimalId: written.replace('.', ',').replace(/0+$/, ''),
      decimalEn: written.replace(',', '.').replace(/0+$/, ''),
    })
  }
  const value = decimal(plain)
  if (rule.maxDecimals !== undefined && trimDecimal(value).scale > rule.maxDecimals) {
    return refuse('number-decimals', at, { max: rule.maxDecimals })
  }
  const refusal = refuseRange(value, at, rule)
  return refusal === undefined ? accept(value) : { ok: false, refusals: [refusal] }
}

function refuseRange(value: Decimal, at: string | undefined, { min, max }: DecimalRule): Refusal | undefined {
  if (min !== undefined && compareDecimal(value, decimal(min)) < 0)
    return { code: 'number-too-small', at, params: bothWays('min', decimal(min)) }
  if (max !== undefined && compareDecimal(value, decimal(max)) > 0)
    return { code: 'number-too-large', at, params: bothWays('max', decimal(max)) }
  return undefined
}

function bothWays(name: string, value: Decimal): Record<string, string> {
  return { [`${name}Id`]: formatDecimal(value, 'id'), [`${name}En`]: formatDecimal(value, 'en') }
}

// The text with a point as the only sign, 'ambiguous', or undefined when it is no number.
function plainDecimal(written: string): string | 'ambiguous' | undefined {
  if (/^-?\d+$/.test(written)) return written
  const mixed = /^(-?\d{1,3})((?:\.\d{3})+),(\d+)$/.exec(written) ?? /^(-?\d{1,3})((?:,\d{3})+)\.(\d+)$/.exec(written)
  if (mixed) return `${mixed[1]}${mixed[2]!.replace(/[.,]/g, '')}.${mixed[3]}`
  if (/^-?\d{1,3}(\.\d{3}){2,}$/.test(written) || /^-?\d{1,3}(,\d{3}){2,}$/.test(written))
    return written.replace(/[.,]/g, '')
  if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(written)) return 'ambiguous'
  return /^-?\d*[.,]\d+$/.test(written) ? written.replace(',', '.') : undefined
}

/** A decimal from a plain literal (`'3.20'`, `3.2`, `5n`). Throws on anything else: for our own constants and stored values. */
export function decimal(value: string | number | bigint | Decimal): Decimal {
  if (typeof value === 'object') return value
  if (typeof value === 'bigint') return { units: value, scale: 0 }
  const match = /^(-?)(\d*)(?:\.(\d+))?$/.exec(String(value))
  if (match === null || ((match[2] ?? '') === '' && match[3] === undefined)) throw new RangeError('not a plain decimal')
  const decimals = match[3] ?? ''
  return { units: BigInt(`${match[1]}${match[2]}${decimals}`), scale: decimals.length }
}

/** The same number without zeros at the end. */
export function trimDecimal({ units, scale }: Decimal): Decimal {
  let u = units
  let s = scale
  while (s > 0 && u % 10n === 0n) {
    u /= 10n
    s--
  }
  return { units: u, scale: s }
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale), scale]
}

/** Negative, 0 or positive, like a sort function. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return { units: x + y, scale }
}

export function subtractDecimal(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return { units: x - y, scale }
}

export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** a / b rounded half up once to so many decimals. Throws on 0. */
export function divideDecimal(a: Decimal, b: Decimal, decimals: number): Decimal {
  const [x, y] = aligned(a, b)
  return { units: divideHalfUp(x, y, decimals), scale: decimals }
}

/** Rounded half away from zero to so many decimals; fewer decimals are filled with zeros. */
export function roundDecimal(value: Decimal, decimals: number): Decimal {
  return { units: divideHalfUp(value.units, 10n ** BigInt(value.scale), decimals), scale: decimals }
}

/** The plain literal with a point, as stored: "3.20". */
export function decimalText({ units, scale }: Decimal): string {
  if (scale === 0) return String(units)
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** For charts and formulas that need a float; not for comparisons. */
export function decimalToNumber(value: Decimal): number {
  return Number(decimalText(value))
}

/** For people: "1.250,5" / "1,250.5", zeros at the end left out unless `decimals` fixes their number. */
export function formatDecimal(value: Decimal, language: Language, decimals?: number): string {
  const shown = decimals === undefined ? trimDecimal(value) : roundDecimal(value, decimals)
  const [whole = '0', rest] = decimalText(shown).replace('-', '').split('.')
  const text =
    grouped(BigInt(whole), language === 'id' ? '.' : ',') +
    (rest === undefined ? '' : (language === 'id' ? ',' : '.') + rest)
  return shown.units < 0n ? `-${text}` : text
}

/** A figure with so many decimals, for people: "−2,12" / "−2.12", "1.206,0" / "1,206.0"; with a true minus. */
export function formatFigure(value: number, digits: number, language: Language): string {
  // The literal as it is written, so that 7.35 is rounded as a person rounds it; tiny ones are written with an exponent.
  const literal = String(value)
  return formatDecimal(decimal(literal.includes('e') ? value.toFixed(digits) : literal), language, digits).replace(
    '-',
    '−',
  )
}

/** A stored literal ("78.40") for people, with the decimals it has: "78,40" / "78.40". Throws on anything else. */
export function formatLiteral(text: string, language: Language): string {
  const value = decimal(text)
  return formatDecimal(value, language, value.scale).replace('-', '−')
}
