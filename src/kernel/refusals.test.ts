import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { refusals } from './refusals.ts'

const folder = new URL('.', import.meta.url)
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('refusals'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

describe('the sentences of the kernel', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+?)(Id|En)?\}/g)].map((match) => match[1]).sort()

  it('exist for every code that the kernel refuses or warns with, and for no other', () => {
    const used = new Set<string>()
    for (const match of sources.matchAll(/(?:refuse\(|code: |outside\()\s*'([a-z-]+)'/g)) used.add(match[1]!)
    for (const match of sources.matchAll(/(?:refuse\(|code: )\s*`\$\{kind\}-([a-z-]+)`/g))
      for (const kind of ['nik', 'kk']) used.add(`${kind}-${match[1]}`)
    expect([...used].sort()).toEqual(Object.keys(refusals).sort())
  })

  it('fill the same places in both languages', () => {
    for (const [code, { text }] of Object.entries(refusals)) expect(places(text.en), code).toEqual(places(text.id))
  })

  it('keep the voice: short sentences, nobody scolded', () => {
    for (const [code, { text }] of Object.entries(refusals)) {
      for (const sentence of [text.id, text.en]) {
        expect(sentence, code).not.toMatch(/!|silakan|\bmohon\b|maaf|please|sorry|invalid|tidak valid|error|gagal/i)
        expect(sentence, code).toMatch(/[.?]$/)
        for (const part of sentence.split(/[.?:]\s/))
          expect(part.split(' ').length, `${code}: ${part}`).toBeLessThanOrEqual(18)
      }
    }
  })
})
