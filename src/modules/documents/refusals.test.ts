// Every refusal that the module can give has a sentence, and every sentence a use; places are filled from given values.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { refusals } from './refusals.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/test|refusals/.test(file))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  .join('\n')
const given = new Set(
  [...sources.matchAll(/(?:refuse|fault)\(\s*'([a-z-]+)'|code: '((?:document|card|signer)-[a-z-]+)'/g)].map(
    (match) => match[1] ?? match[2]!,
  ),
)

test('each code that is given has a sentence', () => {
  const elsewhere = new Set(['not-found', 'sign-in-needed'])
  expect(given.size).toBeGreaterThan(25)
  expect([...given].filter((code) => !elsewhere.has(code) && !(code in refusals))).toEqual([])
})

test('each sentence is given somewhere, in both languages with the same places', () => {
  // A place may have a value of its own in each language: `untilId`, `nameEn`.
  const places = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+?)(?:Id|En)?\}/g)].map((match) => match[1]))].sort()
  for (const [code, { text, status }] of Object.entries(refusals)) {
    expect(sources, code).toContain(`'${code}'`)
    expect(places(text.id), code).toEqual(places(text.en))
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text.id).not.toMatch(/silakan|mohon maaf|!/i)
  }
})
