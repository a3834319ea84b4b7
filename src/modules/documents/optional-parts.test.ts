// Papers about events older than this system leave out what nobody wrote down, and stay whole sentences.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { holds } from './placeholders.ts'
import type { Guard } from './template.ts'

type Printed = {
  readonly text?: string
  readonly when?: Guard
  readonly rows?: readonly Printed[]
  readonly value?: string
}
const blocksOf = (kind: string): readonly Printed[] =>
  (JSON.parse(readFileSync(`services/shared/documents/${kind}.json`, 'utf8')) as { blocks: readonly Printed[] }).blocks

describe('how a marriage extract tells of the wedding', () => {
  const parts = { marriagePlace: 'Paringin', religion: '3', solemnizedBy: 'Yohanes' }
  const sentence = (...given: (keyof typeof parts)[]) =>
    blocksOf('marriage-deed-extract')
      .filter(({ text = '', when }) => /^(yang|menurut|di hadapan)/.test(text) && holds(when, pick(given)))
      .map(({ text }) => text!.replaceAll(/\*|\|upper/g, ''))
      .join(' ')
  const pick = (given: readonly (keyof typeof parts)[]) => Object.fromEntries(given.map((key) => [key, parts[key]]))
  const place = 'di {marriagePlace} '
  const begin = (at: string) => `yang telah dilangsungkan ${at}pada tanggal {marriageDate}`
  const belief = ' menurut agama atau kepercayaan {religion}'
  const before = ' di hadapan {solemnizedBy}'

  test.each([
    [['marriagePlace', 'religion', 'solemnizedBy'], begin(place) + belief + before],
    [['marriagePlace', 'religion'], begin(place) + belief],
    [['marriagePlace', 'solemnizedBy'], begin(place) + before],
    [['marriagePlace'], begin(place)],
    [['religion', 'solemnizedBy'], begin('') + belief + before],
    [['religion'], begin('') + belief],
    [['solemnizedBy'], begin('') + before],
    [[], begin('')],
  ] as const)('with %j', (given, expected) => {
    expect(sentence(...given)).toBe(expected)
  })
})

test('a cancellation names the minutes only when there are any', () => {
  const row = blocksOf('cancellation-letter')
    .flatMap((block) => block.rows ?? [])
    .find((one) => one.value?.includes('minutesNumber'))
  expect(holds(row?.when, { minutesNumber: '7/2026', minutesDate: '2026-04-10' })).toBe(true)
  expect(holds(row?.when, { minutesNumber: '7/2026' })).toBe(false)
  expect(holds(row?.when, {})).toBe(false)
})

const sets = (known: readonly Readonly<Record<string, string>>[]) => known

describe('deeds of old books, which know less', () => {
  const said = (kind: string, begins: RegExp, known: Readonly<Record<string, string>>) =>
    blocksOf(kind)
      .filter(({ text = '', when }) => begins.test(text) && holds(when, known))
      .map(({ text }) => text!.replaceAll(/\*|\|[\w-]+/g, ''))

  test('a divorce without its decision says since when it holds, and its marriage when that is known', () => {
    const about = /^(berdasarkan putusan|terhitung)/
    const decision = { court: 'Pengadilan Negeri', decisionNumber: '1/Pdt', decisionDate: '2020-01-02' }
    expect(said('divorce-deed-extract', about, {})).toEqual(['terhitung sejak tanggal {divorceDate}'])
    for (const known of sets([
      {},
      decision,
      { court: 'Pengadilan Negeri' },
      { ...decision, marriageDeedNumber: 'x' },
      { marriageDeedNumber: 'x' },
    ])) {
      const sentences = said('divorce-deed-extract', about, known)
      expect(sentences).toHaveLength(1)
      expect(sentences[0]!.includes('{court}')).toBe('decisionNumber' in known)
      expect(sentences[0]!.includes('{marriageDeedNumber}')).toBe('marriageDeedNumber' in known)
    }
  })

  test('a death without its place, at a known or an unknown hour, is one sentence', () => {
    const about = /^bahwa/
    for (const known of sets([
      {},
      { deathTime: '04.10' },
      { deathPlace: 'Paringin' },
      { deathPlace: 'x', deathTime: 'y' },
    ])) {
      const sentences = said('death-deed-extract', about, known)
      expect(sentences).toHaveLength(1)
      for (const name of ['deathPlace', 'deathTime'])
        expect(sentences[0]!.includes(`{${name}}`)).toBe(Object.hasOwn(known, name))
    }
  })

  test('a legitimation names of the marriage what is known', () => {
    const about = /^yang (tercatat|dilangsungkan)/
    expect(said('legitimation-deed-extract', about, {})).toEqual([])
    for (const known of sets([
      { marriageDeedNumber: '1' },
      { marriageDate: '2' },
      { marriageDeedNumber: '1', marriageDate: '2' },
    ]))
      expect(said('legitimation-deed-extract', about, known)).toHaveLength(1)
  })
})
