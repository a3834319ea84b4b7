// Invented names from the word lists of instruments/register/demo-names.json.
import words from '../../../../instruments/register/demo-names.json' with { type: 'json' }
import type { Sex } from '../snapshot.ts'
import type { Random } from './random.ts'

export const DEMO_WORDS = words

export function inventName(random: Random, sex: Sex): string {
  const [first, last] = sex === 'L' ? [words.male, words.maleLast] : [words.female, words.femaleLast]
  const parts = [random.pick(first)]
  if (random.chance(0.25)) parts.push(random.pick(first))
  parts.push(random.pick(last))
  return parts.filter((part, index) => parts.indexOf(part) === index).join(' ')
}
