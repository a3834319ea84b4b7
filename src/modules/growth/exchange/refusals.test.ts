// Every code the exchanges use has its sentence in both languages, in the voice of the house, and none is idle.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { refusals } from './refusals.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && name !== 'refusals.ts')
  .map((name) => readFileSync(join(here, name), 'utf8'))
  .join('\n')
const used = new Set([...sources.matchAll(/'(exchange\.[a-z-]+)'/g)].map((match) => match[1]!))

test('codes in use and sentences are the same set', () => {
  expect([...used].sort()).toEqual(Object.keys(refusals).sort())
})

test.each(Object.entries(refusals))('%s speaks the voice of the house', (code, { text }) => {
  for (const sentence of [text.id, text.en]) {
    expect(sentence).not.toMatch(/!|silakan|mohon maaf|please|sorry|failed|gagal/i)
    for (const part of sentence.split(/[.;:]/)) expect(part.trim().split(/\s+/).length).toBeLessThanOrEqual(26)
    // those of a line follow "line 7:", the others end like sentences
    expect(/[.?]$/.test(sentence)).toBe(!code.startsWith('exchange.line-'))
  }
  const places = (sentence: string) =>
    [...new Set((sentence.match(/\{\w+\}/g) ?? []).map((place) => place.replace(/(Id|En)\}$/, '}')))].sort()
  expect(places(text.id)).toEqual(places(text.en))
})
