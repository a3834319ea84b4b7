// One text for one value, so that a hash of it names the value: keys sorted by code unit, no spaces, numbers and strings as
// JSON writes them (RFC 8785). Must stay true: equal values give equal bytes in every runtime.
const LONE_SURROGATE = /\p{Surrogate}/u
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * The canonical text. Properties that are undefined are left out. Throws on what JSON cannot hold (NaN, Infinity, bigint, functions,
 * lone surrogates, undefined in a list, class instances such as Date): hashing them would silently lose something.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('no JSON for a number that is not finite')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`no JSON for ${typeof value}`)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('no canonical JSON for a class instance')
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${quoted(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

function quoted(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError('no JSON for a lone surrogate')
  return JSON.stringify(text)
}
