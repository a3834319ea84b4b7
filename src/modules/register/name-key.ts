// How a name sounds, for finding it again under another spelling: oe = u, dj = j, tj = c, sj = sy, ch = kh, single for double letters,
// one key for Muhammad, Muh., M., Moh. and one for Siti, St. Must stay true: a key is for finding and comparing, never for printing;
// changing a rule here means rebuilding the stored keys (KEY_EDITION).
import { TITLES_BEFORE } from '../../kernel/titles.ts'

/** Stored beside the keys, so that a register knows which rules made them. */
export const KEY_EDITION = '2026.1'

const WHOLE_WORDS = new Map<string, string>()
for (const [key, spellings] of [
  [
    'muhamat',
    'm md mhd mhmd muh muhd moh mohd moch mochd much mokh muhamad muhamat muhammad muhammat mohamad mohamat mohammad mohammed muhammed mochamad mochammad mochamat muchamad muchammad mukhamad mukhammad mokhamad mokhammad moehamad moehammad',
  ],
  ['siti', 'st sti siti sitti sity ste'],
  ['apdul', 'abd abdl abdul abdoel abdl'],
  ['ahmat', 'ahm ach akh ahmad achmad akhmad ahmat ahmed akmad'],
  ['nur', 'nr nur nor noor noer nuur'],
] as const) {
  for (const spelling of spellings.split(' ')) WHOLE_WORDS.set(spelling, key)
}

/** Keys that half the country shares; they say little about who somebody is. */
export const COMMON_KEYS: ReadonlySet<string> = new Set([
  'muhamat',
  'siti',
  'apdul',
  'ahmat',
  'nur',
  'ni',
  'i',
  'bin',
  'binti',
  'al',
  'el',
  'dui',
  'tri',
  'putra',
  'putri',
  'sri',
])

/** Nearly every name: nothing in it stands with an accent. */
const PLAIN = /^[A-Za-z .,'-]*$/

/** Words of a name in plain letters: lower case, no accents, apostrophes or hyphens, no titles in front. */
export function nameWords(name: string): string[] {
  const plain = PLAIN.test(name) ? name : name.normalize('NFD').replace(/\p{M}/gu, '')
  const words = plain
    // A forgotten space: SitiAminah.
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’`ʼ]/g, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  let start = 0
  while (start < words.length - 1 && TITLES_BEFORE.has(words[start]!)) start++
  // `binti`, `bin` and `bt` only say whose child somebody is.
  return words.slice(start).filter((word, i, all) => all.length === 1 || !/^(bin|binti|bt|b)$/.test(word) || i === 0)
}

// The same few thousand words come again and again; a full memory is simply begun anew.
const remembered = new Map<string, string>()
const REMEMBERED_MAX = 20_000

/** The sound of one word, given in plain lower-case letters. */
export function wordKey(word: string): string {
  const known = WHOLE_WORDS.get(word) ?? remembered.get(word)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  const key = soundOf(word)
  remembered.set(word, key)
  return key
}

function soundOf(word: string): string {
  let key = word
    // Spelling before 1972 and Dutch habits.
    .replace(/oe/g, 'u')
    .replace(/oo/g, 'u')
    .replace(/tj/g, 'c')
    .replace(/dj/g, 'j')
    .replace(/sj/g, 'sy')
    .replace(/nj/g, 'ny')
    .replace(/ie(?![aeiou])/g, 'i')
    // Letters for Arabic sounds that are written in several ways.
    .replace(/[ck]h/g, 'h')
    .replace(/dz|ts|sy|z|x(?=[aeiou])/g, 's')
    .replace(/x/g, 'ks')
    .replace(/([dtg])h/g, '$1')
    .replace(/ph|[fv]/g, 'p')
    .replace(/q|ck/g, 'k')
    .replace(/y|j$/g, 'i')
    .replace(/w(?![aeiou])/g, 'u')
    .replace(/(.)\1+/g, '$1')
    .replace(/^nor(?=[^aeiou]|$)/, 'nur')
  if (key.length > 3) key = key.replace(/h$/, '')
  key = key.replace(/d$/, 't').replace(/b$/, 'p').replace(/g$/, 'k').replace(/nk$/, 'ng')
  return key.replace(/(.)\1+/g, '$1')
}

// First words that people run together with the next one.
const RUN_TOGETHER = /^(m[uo]c?[hk]?h?amm?[ae][dt]|a[ck]?h?mad|abd[uo]e?l|siti)([a-z]{3,})$/

/** The keys of the words of a name, in their order. `Muhammadhusin` counts as two words. */
export function nameKeys(name: string): readonly string[] {
  const known = rememberedNames.get(name)
  if (known !== undefined) return known
  const keys = nameWords(name).flatMap(keysOfWord)
  if (rememberedNames.size >= REMEMBERED_NAMES_MAX) rememberedNames.clear()
  rememberedNames.set(name, keys)
  return keys
}

function keysOfWord(word: string): readonly string[] {
  const known = rememberedParts.get(word)
  if (known !== undefined) return known
  const together = RUN_TOGETHER.exec(word)
  const keys = together ? [wordKey(together[1]!), wordKey(together[2]!)] : [wordKey(word)]
  if (rememberedParts.size >= REMEMBERED_MAX) rememberedParts.clear()
  rememberedParts.set(word, keys)
  return keys
}

const rememberedParts = new Map<string, readonly string[]>()

// One name is asked for several times in a row: for the person, as a parent, for each kind of key.
const rememberedNames = new Map<string, readonly string[]>()
const REMEMBERED_NAMES_MAX = 2_000

/** One key for the whole name, the same for any order of its words and for `Nur Hayati` and `Nurhayati`. */
export function nameKey(name: string): string {
  return [...nameKeys(name)].sort().join(' ')
}

/** The keys that tell people apart: those that are not common; all of them when every one is. */
export function tellingKeys(name: string): readonly string[] {
  const keys = [...new Set(nameKeys(name))]
  const rare = keys.filter((key) => key.length > 1 && !COMMON_KEYS.has(key))
  return rare.length > 0 ? rare : keys
}
