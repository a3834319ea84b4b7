// How alike two names sound, 0 to 1. Must stay true: symmetric; 1 for two spellings of one name; a shared Muhammad or Siti alone
// says little; a word left out costs less than a word that differs.
import { COMMON_KEYS, nameKeys } from './name-key.ts'

const COMMON_WEIGHT = 0.35
const INITIAL_SIMILARITY = 0.85
const LEFT_OUT_WEIGHT = 0.5
/** Words less alike than this are different words. */
const WORD_MINIMUM = 0.6

/** How alike two names sound. */
export function nameSimilarity(a: string, b: string): number {
  return keySimilarity(nameKeys(a), nameKeys(b))
}

/** The same for keys that are already at hand, as the register stores them. */
export function keySimilarity(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const joinedA = a.join('')
  const joinedB = b.join('')
  if (joinedA === joinedB) return 1
  const byWords = wordwise(a, b)
  if (byWords >= 0.95) return byWords
  // Words written apart or together: only worth a look when the whole is nearly the same length.
  const joined = wordSimilarity(joinedA, joinedB)
  return joined > 0.85 ? Math.max(byWords, joined) : byWords
}

function wordwise(a: readonly string[], b: readonly string[]): number {
  const pairs: { i: number; j: number; similarity: number }[] = []
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      const similarity = wordSimilarity(x, y)
      if (similarity >= WORD_MINIMUM) pairs.push({ i, j, similarity })
    })
  })
  pairs.sort(
    (p, q) =>
      q.similarity * weightOf(a[q.i]!, b[q.j]!) - p.similarity * weightOf(a[p.i]!, b[p.j]!) || p.i + p.j - q.i - q.j,
  )
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  let matched = 0
  let total = 0
  for (const { i, j, similarity } of pairs) {
    if (usedA.has(i) || usedB.has(j)) continue
    usedA.add(i)
    usedB.add(j)
    const weight = 2 * weightOf(a[i]!, b[j]!)
    matched += weight * similarity
    total += weight
  }
  const restA = restOf(a, usedA)
  const restB = restOf(b, usedB)
  // When one name is wholly inside the other, words were left out; when both have words of their own, they differ.
  total += restA === 0 || restB === 0 ? LEFT_OUT_WEIGHT * (restA + restB) : restA + restB
  return total === 0 ? 0 : matched / total
}

function restOf(keys: readonly string[], used: ReadonlySet<number>): number {
  return keys.reduce((sum, key, i) => (used.has(i) ? sum : sum + weightOf(key, key)), 0)
}

function weightOf(a: string, b: string): number {
  return COMMON_KEYS.has(a) && COMMON_KEYS.has(b) ? COMMON_WEIGHT : 1
}

/** How alike two keys are: 1 minus the share of letters to change, add, drop or swap. An initial stands for its word. */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? INITIAL_SIMILARITY : 0
  const longest = Math.max(a.length, b.length)
  if (Math.abs(a.length - b.length) > longest * 0.4) return 0
  return 1 - editDistance(a, b) / longest
}

/** Letters to change, add, drop or swap with their neighbour. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
