import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { refusals } from './refusals.ts'

const folder = new URL('.', import.meta.url)
const sources = readdirSync(folder).filter(
  (name) => /\.tsx?$/.test(name) && !name.includes('.test.') && name !== 'refusals.ts',
)
const used = new Set(
  sources.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(satisfaction-[a-z-]+)'/g)].map((m) => m[1]!),
  ),
)

describe('sentences of the survey', () => {
  it('exist for every code in use, and none stands unused', () => {
    const known = Object.keys(refusals)
    expect([...used].filter((code) => !known.includes(code))).toEqual([])
    expect(known.filter((code) => !used.has(code))).toEqual([])
  })

  it('keep the voice: no politeness formula, no exclamation mark, the same places in both languages', () => {
    for (const [code, { text }] of Object.entries(refusals)) {
      expect(`${text.id} ${text.en}`, code).not.toMatch(/!|silakan|mohon maaf|please|sorry/i)
      const places = (words: string) => [...words.matchAll(/\{(\w+?)(?:Id|En)?\}/g)].map((m) => m[1]).sort()
      expect(places(text.id), code).toEqual(places(text.en))
    }
  })
})
