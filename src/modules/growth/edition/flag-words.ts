// Red flags of a referral in a region's own words: shipped ones said otherwise, and further ones of its own. Pure.
// Must stay true: the code of an own flag is never given again, so that a referral's sign keeps its meaning; a flag that is emptied is
// no longer asked for, or has the shipped words again; English words do not stay behind unsaid; a fault is told at its field.
import type { PlainDate } from '../../../kernel/date.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { GrowthEditions } from '../context.ts'

/** By the code of a red flag: all that differ from the shipped ones. */
export type FlagWords = Readonly<Record<string, Text>>
export type FlagLine = { readonly code: string; readonly text: Text }

export const NEW_FLAGS = ['new-1', 'new-2', 'new-3'] as const
export const MOST_FLAG = 120
const OWN = /^own-(\d{1,4})$/

export const wordsField = (code: string): string => `words-${code}`
export const englishField = (code: string): string => `words-${code}-en`
/** Ticked: English words that were left as they were still say what the new Indonesian ones say. */
export const ENGLISH_FITS = 'words-english-fits'

/** The editions with these words; whether a shipped flag is asked for stays as it is. */
export function withFlagWords(editions: GrowthEditions, words: FlagWords): GrowthEditions {
  const { care } = editions
  const shipped = new Set(care.redFlags.map(({ code }) => code))
  const own = Object.entries(words).filter(([code]) => OWN.test(code) && !shipped.has(code))
  if (Object.keys(words).length === 0) return editions
  return {
    ...editions,
    care: {
      ...care,
      redFlags: [
        ...care.redFlags.map((flag) => ({ ...flag, text: words[flag.code] ?? flag.text })),
        ...own.map(([code, text]) => ({ code, text, asked: true })),
      ],
    },
  }
}

/** Signs of a referral in the words of its own day. */
export function redFlagTexts(editions: GrowthEditions, on: PlainDate, codes: readonly string[]): readonly Text[] {
  return (editions.on?.(on) ?? editions).care.redFlags
    .filter(({ code }) => codes.includes(code))
    .map(({ text }) => text)
}

const isSame = (one: Text, other: Text) => one.id === other.id && one.en === other.en
/** New Indonesian words beside English ones that still say the old. */
const isLeftBehind = (was: Text | undefined, is: Text) =>
  was !== undefined && is.id !== was.id && is.en === was.en && was.en !== was.id
const wordsOf = (typed: string | undefined) => (typed ?? '').trim().replace(/\s+/g, ' ')

export type TypedFlags = Readonly<Record<string, string>>

/** What was typed, over the words before. A field that is not in the form leaves its flag as it was. */
export function readFlagWords(
  shipped: GrowthEditions,
  before: FlagWords,
  typed: TypedFlags,
  everGiven: Iterable<string>,
): { readonly words: FlagWords; readonly faults: readonly Refusal[]; readonly differs: boolean } {
  const given = [...everGiven].map((code) => Number(OWN.exec(code)?.[1] ?? 0))
  let highest = Math.max(0, ...given)
  const words: Record<string, Text> = {}
  const faults: Refusal[] = []
  const flags = withFlagWords(shipped, before).care.redFlags
  for (const code of [...flags.map((flag) => flag.code), ...NEW_FLAGS]) {
    const at = wordsField(code)
    const shippedText = shipped.care.redFlags.find((flag) => flag.code === code)?.text
    if (typed[at] === undefined) {
      if (before[code] !== undefined) words[code] = before[code]
      continue
    }
    const [id, english] = [wordsOf(typed[at]), wordsOf(typed[englishField(code)])]
    for (const [field, text] of [
      [at, id],
      [englishField(code), english],
    ] as const)
      if (text.length > MOST_FLAG) faults.push({ code: 'growth.flag-long', at: field, params: { most: MOST_FLAG } })
    if (id === '') {
      if (english !== '' && shippedText === undefined) faults.push({ code: 'growth.flag-words', at })
      continue
    }
    const text: Text = { id, en: english === '' ? id : english }
    if (shippedText !== undefined && isSame(text, shippedText)) continue
    if (typed[ENGLISH_FITS] === undefined && isLeftBehind(flags.find((flag) => flag.code === code)?.text, text))
      faults.push({ code: 'growth.flag-english', at: englishField(code), params: { words: english } })
    if ((NEW_FLAGS as readonly string[]).includes(code)) {
      highest += 1
      words[`own-${highest}`] = text
    } else words[code] = text
  }
  const said = withFlagWords(shipped, words).care.redFlags
  for (const [index, flag] of said.entries())
    if (said.findIndex(({ text }) => text.id.toLowerCase() === flag.text.id.toLowerCase()) < index)
      faults.push({
        code: 'growth.flag-same',
        at: fieldOf(flag.code, typed, flag.text),
        params: { words: flag.text.id },
      })
  return { words, faults, differs: changedFlags(shipped, before, words).length > 0 }
}

/** Where somebody typed these words: of a new flag the field has not the code it is given. */
const fieldOf = (code: string, typed: TypedFlags, text: Text): string =>
  wordsField(NEW_FLAGS.find((one) => wordsOf(typed[wordsField(one)]) === text.id) ?? code)

export type FlagChange = { readonly before?: Text; readonly after?: Text }

export function changedFlags(shipped: GrowthEditions, before: FlagWords, after: FlagWords): readonly FlagChange[] {
  const [was, is] = [before, after].map((words) => withFlagWords(shipped, words).care.redFlags)
  const codes = new Set([...was!, ...is!].map(({ code }) => code))
  return [...codes].flatMap((code): FlagChange[] => {
    const [old, now] = [was, is].map((flags) => flags!.find((flag) => flag.code === code)?.text)
    if (old !== undefined && now !== undefined && isSame(old, now)) return []
    return [{ ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }]
  })
}
