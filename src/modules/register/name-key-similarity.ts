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
  return Math.max(byWords, together(a, b), together(b, a))
}

// Words written together by one and apart by the other, in any order of up to three words: SalamahJuleha and Juleha Salamah.
function together(a: readonly string[], b: readonly string[]): number {
  if (a.length >= b.length) return 0
  const joined = a.join('')
  const length = b.reduce((sum, word) => sum + word.length, 0)
  if (Math.abs(joined.length - length) > 2) return 0
  if (b.length > 3) return nearly(joined, b.join(''))
  return Math.max(...orders(b).map((words) => nearly(joined, words.join(''))))
}

function nearly(a: string, b: string): number {
  const similarity = wordSimilarity(a, b)
  return similarity > 0.8 ? similarity : 0
}

function orders(words: readonly string[]): string[][] {
  if (words.length < 2) return [[...words]]
  return words.flatMap((word, i) => orders(words.filter((_, j) => j !== i)).map((rest) => [word, ...rest]))
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

// Thousands of words are compared for one newcomer, and a place for each costs more than the comparison.
let rows = new Uint8Array(3 * 64)

/** Letters to change, add, drop or swap with their neighbour; up to 255 letters. */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1
  // Three rows of the table, taken in turn: two back, one back, this one.
  if (rows.length < 3 * width) rows = new Uint8Array(3 * width)
  for (let j = 0; j < width; j++) rows[j] = j
  for (let i = 1; i <= a.length; i++) {
    const row = (i % 3) * width
    const last = ((i + 2) % 3) * width
    const before = ((i + 1) % 3) * width
    rows[row] = i
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(rows[last + j]! + 1, rows[row + j - 1]! + 1, rows[last + j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, rows[before + j - 2]! + 1)
      rows[row + j] = cost
    }
  }
  return rows[(a.length % 3) * width + b.length]!
}
