import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { refusals } from './refusals.ts'

const sources = ['.', './effects/', './demo/']
  .flatMap((folder) => {
    const place = new URL(folder, import.meta.url)
    try {
      return readdirSync(place).map((name) => new URL(`${folder === '.' ? './' : folder}${name}`, import.meta.url))
    } catch {
      return []
    }
  })
  .filter(
    (url) => url.pathname.endsWith('.ts') && !url.pathname.endsWith('.test.ts') && !url.pathname.includes('refusals'),
  )
const code = sources.map((url) => readFileSync(url, 'utf8')).join('\n')
const used = new Set(
  [...code.matchAll(/['`]((?:register|duplicate|coverage|paper-letter)-[a-z-]+[a-z])['`]/g)].map(
    (match) => match[1] ?? '',
  ),
)
// Codes that are put together from a role or a register.
for (const name of [
  'register-mother-sex',
  'register-father-sex',
  'register-second-birth-deed',
  'register-second-death-deed',
])
  used.add(name)

describe('sentences of the register', () => {
  test('exist for every code in use, and none stands unused', () => {
    const known = Object.keys(refusals)
    expect([...used].filter((name) => !known.includes(name)).sort()).toEqual([])
    expect(known.filter((name) => !used.has(name)).sort()).toEqual([])
  })

  test('keep the voice, and fill the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
    for (const [name, { text }] of Object.entries(refusals)) {
      expect(places(text.id), name).toEqual(places(text.en))
      for (const sentence of [text.id, text.en]) {
        expect(sentence, name).not.toMatch(/!|silakan|\bmohon\b|maaf|please|sorry|invalid|tidak valid|gagal/i)
        expect(sentence, name).toMatch(/[.?]$/)
        for (const part of sentence.split(/[.?:]\s/))
          expect(part.split(' ').length, `${name}: ${part}`).toBeLessThanOrEqual(20)
      }
    }
  })
})
