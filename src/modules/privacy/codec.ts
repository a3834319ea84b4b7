// What people wrote about their data is sealed to its own row. Must stay true: words never stand in the open in the database.
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'

type Place = 'request' | 'answer' | 'breach' | 'step' | 'alarm'
export const wordsContext = (place: Place, id: string): string => `privacy.${place}:${id}`

export const sealWords = (ring: KeyRing, place: Place, id: string, words: string): Buffer =>
  seal(ring, words, wordsContext(place, id))
export const openWords = (ring: KeyRing, place: Place, id: string, sealed: Uint8Array): string =>
  openSealedText(ring, sealed, wordsContext(place, id))

export type BreachFacts = { readonly what: string; readonly how: string }
export const openFacts = (ring: KeyRing, id: string, sealed: Uint8Array): BreachFacts => {
  const { what, how } = JSON.parse(openWords(ring, 'breach', id, sealed)) as Partial<BreachFacts>
  return { what: what ?? '', how: how ?? '' }
}
