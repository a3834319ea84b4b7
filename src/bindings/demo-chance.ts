// Chance of the demo: the same for the same words, so that every demo is alike. Pure.

/** A number from 0 to 1 that depends on its words only. */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 2_166_136_261
  for (const sign of words.join(' ')) hash = Math.imul(hash ^ sign.charCodeAt(0), 16_777_619)
  hash ^= hash >>> 13
  return (Math.imul(hash, 2_246_822_507) >>> 0) / 4_294_967_296
}
