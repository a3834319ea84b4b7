// Every code this module refuses with has its sentence in both languages, in the voice of the house, and none is idle.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { refusals as care } from './care-refusals.ts'
import { refusals as growth } from './refusals.ts'

const refusals = { ...growth, ...care }

const here = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !/^([a-z-]+-)?refusals\.ts$/.test(name))
  .map((name) => readFileSync(join(here, name), 'utf8'))
  .join('\n')
  // names of jobs and journal entries are no refusals
  .replace(/(?:defineJob\(|kind:|action:|_JOB =)\s*'growth\.[a-z-]+'/g, '')
const used = new Set([...sources.matchAll(/'(growth\.[a-z-]+)'/g)].map((match) => match[1]!))

test('codes in use and sentences are the same set', () => {
  expect([...used].sort()).toEqual(Object.keys(refusals).sort())
})

test.each(Object.entries(refusals))('%s speaks the voice of the house', (code, { text }) => {
  for (const sentence of [text.id, text.en]) {
    expect(sentence).not.toMatch(/!|silakan|mohon maaf|please|sorry|failed|gagal/i)
    for (const part of sentence.split(/[.;:]/)) expect(part.trim().split(/\s+/).length).toBeLessThanOrEqual(26)
    // sentences for people end with a full stop; those of a line of a file follow "line 7:"
    expect(sentence.endsWith('.')).toBe(!code.startsWith('growth.line-'))
  }
  const places = (sentence: string) =>
    [...new Set((sentence.match(/\{\w+\}/g) ?? []).map((place) => place.replace(/(Id|En)\}$/, '}')))].sort()
  expect(places(text.id)).toEqual(places(text.en))
})
