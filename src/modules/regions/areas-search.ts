// Finds villages by words among 83,000: every word must begin a word of the village, its district, regency or province.
// Must stay true: a search touches typed arrays only, never 83,000 strings, so that it stays within milliseconds at every key press.
import type { AreaList, AreaTable } from './areas-table.ts'

export type AreaSearch = (query: string, options?: SearchOptions) => readonly number[]
export type SearchOptions = {
  /** Only inside this area. */
  readonly inside?: string
  /** Areas of this regency come first, then those of its province. */
  readonly near?: string
  /** At most 50, which is also the default. */
  readonly limit?: number
}

const MAX_RESULTS = 50
const MAX_WORDS = 6
// What a matching word is worth: a whole word of the village, its beginning, the area around it.
const WHOLE = 4
const BEGINNING = 3
const AROUND = 1
const NAME_BEGINS = 3
const SAME_REGENCY = 6
const SAME_PROVINCE = 2

/** The words of a name or query: lower case, letters and digits. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** The index of one list: every word, and the whole name run together, points to the places that have it. */
type WordIndex = { readonly words: readonly string[]; readonly places: readonly Uint32Array[] }

function indexOf({ names }: AreaList): WordIndex {
  const byWord = new Map<string, number[]>()
  names.forEach((name, place) => {
    const words = wordsOf(name)
    // "Batu Mandi" is also found as "batumandi".
    for (const word of new Set([...words, words.join('')])) {
      const places = byWord.get(word)
      if (places === undefined) byWord.set(word, [place])
      else places.push(place)
    }
  })
  const words = [...byWord.keys()].sort()
  return { words, places: words.map((word) => Uint32Array.from(byWord.get(word)!)) }
}

/** Builds the search once, some 300 ms; each search after that takes a millisecond or two. */
export function areaSearch(table: AreaTable): AreaSearch {
  const villages = indexOf(table.villages)
  const around = [table.provinces, table.regencies, table.districts].map((list) => ({
    index: indexOf(list),
    stretches: list.codes.map((code) => stretchOf(table.villages.codes, code)),
  }))
  const runTogether = table.villages.names.map((name) => wordsOf(name).join(''))
  const count = table.villages.codes.length
  const best = new Uint8Array(count)
  const score = new Uint8Array(count)
  const matched = new Uint8Array(count)

  // Fills `best` with what each village earns for this word.
  function earn(word: string): void {
    best.fill(0)
    for (const { index, stretches } of around) {
      eachBeginning(index, word, (places) => {
        for (const place of places) best.fill(AROUND, stretches[place]![0], stretches[place]![1])
      })
    }
    eachBeginning(villages, word, (places, whole) => {
      for (const place of places) best[place] = Math.max(best[place]!, whole ? WHOLE : BEGINNING)
    })
  }

  return (query, { inside, near, limit = MAX_RESULTS } = {}) => {
    const words = [...new Set(wordsOf(query))].slice(0, MAX_WORDS)
    if (words.length === 0) return []
    const joined = wordsOf(query).join('')
    score.fill(0)
    matched.fill(0)
    for (const word of words) {
      earn(word)
      for (let place = 0; place < count; place++) {
        if (best[place] === 0) continue
        matched[place]!++
        score[place]! += best[place]!
      }
    }
    // Words written apart that stand together in the name: "muara uya" and "muarauya".
    if (words.length > 1) {
      eachBeginning(villages, joined, (places) => {
        for (const place of places) {
          matched[place] = words.length
          score[place] = Math.max(score[place]!, words.length * BEGINNING)
        }
      })
    }
    const [from, to] = inside === undefined || inside === '00' ? [0, count] : stretchOf(table.villages.codes, inside)
    const regency = near === undefined ? [0, 0] : stretchOf(table.villages.codes, near.slice(0, 5))
    const province = near === undefined ? [0, 0] : stretchOf(table.villages.codes, near.slice(0, 2))
    const byScore: number[][] = []
    for (let place = from; place < to; place++) {
      if (matched[place] !== words.length) continue
      let total = score[place]!
      if (place >= regency[0]! && place < regency[1]!) total += SAME_REGENCY
      else if (place >= province[0]! && place < province[1]!) total += SAME_PROVINCE
      if (runTogether[place]!.startsWith(joined)) total += runTogether[place] === joined ? 2 * NAME_BEGINS : NAME_BEGINS
      const row = byScore[total]
      if (row === undefined) byScore[total] = [place]
      else row.push(place)
    }
    const wanted = Math.max(0, Math.min(limit, MAX_RESULTS))
    return byScore
      .reverse()
      .flatMap((row) => row ?? [])
      .slice(0, wanted)
  }
}

// Calls back for every word of the index that begins with `start`.
function eachBeginning(
  { words, places }: WordIndex,
  start: string,
  found: (places: Uint32Array, whole: boolean) => void,
): void {
  for (let at = lowerBound(words, start); at < words.length && words[at]!.startsWith(start); at++)
    found(places[at]!, words[at] === start)
}

/** First and one past the last place of the codes inside an area, in a list sorted by code. */
export function stretchOf(codes: readonly string[], area: string): [number, number] {
  // '/' is the sign after '.', so that 63.1 does not take in 63.11.
  const from = lowerBound(codes, area)
  return [from, codes[from] === area ? from + 1 : lowerBound(codes, `${area}/`)]
}

/** The first place whose text is not before `wanted`. */
export function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
