import { describe, expect, it } from 'vitest'
import { getEdition } from './editions.ts'
import type { ExtraQuestion } from './period.ts'
import { ABOUT, carried, complaintOffer, pagesOf, readFilled, readStep } from './questionnaire.ts'

const edition = getEdition('permenpan-14-2017')
const extras: ExtraQuestion[] = [
  {
    key: 'hours',
    question: { id: 'Jam buka cocok?', en: 'Do the hours suit you?' },
    answers: [
      { id: 'Ya', en: 'Yes' },
      { id: 'Tidak', en: 'No' },
    ],
  },
]
const step = (fields: Record<string, string | string[]>, with_ = extras) =>
  readStep(
    edition,
    with_,
    Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, typeof v === 'string' ? [v] : v])),
  )

/** Goes through the questionnaire as a browser without script does: only what the page's form holds is sent. */
function walk(press: (kind: string, n: number) => Record<string, string>) {
  const pages = pagesOf(edition, extras)
  let now = step({ page: '0', go: 'next' })
  const seen = [0]
  for (let i = 0; i < 30 && !now.send; i++) {
    seen.push(now.at)
    const page = pages[now.at]!
    const hidden = Object.fromEntries(carried(edition, page, now.filled))
    now = step({ ...hidden, page: String(now.at), ...press(page.kind, now.at) })
  }
  return { seen, now, pages }
}

describe('questionnaire', () => {
  it('has one page for each question, then extras, about you and the comment', () => {
    expect(pagesOf(edition, extras).map((p) => p.kind)).toEqual([
      'start',
      ...Array(9).fill('question'),
      'extra',
      'about',
      'comment',
    ])
    expect(pagesOf(edition, [])).toHaveLength(12)
  })

  it('keeps all answers through the pages with nothing but the form', () => {
    const { seen, now, pages } = walk(
      (kind, n): Record<string, string> =>
        kind === 'question'
          ? { [`U${n}`]: String((n % 4) + 1) }
          : kind === 'extra'
            ? { 'x-hours': '2' }
            : kind === 'about'
              ? { sex: 'P', age: '26-35', go: 'next' }
              : { comment: ' Terima kasih. ', go: 'send' },
    )
    expect(seen).toEqual(pages.map((_, i) => i))
    expect(now.filled).toEqual({
      answers: [2, 3, 4, 1, 2, 3, 4, 1, 2],
      extras: { hours: 2 },
      about: { sex: 'P', age: '26-35' },
      comment: 'Terima kasih.',
    })
  })

  it('lets every question be left empty', () => {
    const { now } = walk((kind) => ({ go: kind === 'comment' ? 'send' : 'next' }))
    expect(now.filled).toEqual({ answers: Array(9).fill(null), extras: {}, about: {}, comment: '' })
  })

  it('goes back without losing what was answered, and a new answer replaces the old one', () => {
    const back = step({ page: '3', go: 'back', U1: '4', U2: '3' })
    expect([back.at, back.filled.answers.slice(0, 3)]).toEqual([2, [4, 3, null]])
    expect(carried(edition, pagesOf(edition, extras)[2]!, back.filled)).toEqual([['U1', '4']])
    expect(step({ page: '2', U1: '4', U2: ['3', '1'] }).filled.answers[1]).toBe(1)
    expect(step({ page: '0', go: 'back' }).at).toBe(0)
  })

  it('leads from the end to the first question without an answer', () => {
    expect(step({ page: '12', go: 'open', U1: '4', U2: '3', U4: '1' }).at).toBe(3)
    expect(step({ page: '12', go: 'open', ...Object.fromEntries(edition.elements.map((e) => [e.code, '3'])) }).at).toBe(
      12,
    )
  })

  it('takes nothing that no page offers', () => {
    const filled = readFilled(edition, extras, {
      U1: ['5'],
      U2: ['0'],
      U3: ['4 or 1=1'],
      U99: ['4'],
      'x-hours': ['3'],
      'x-else': ['1'],
      sex: ['X'],
      nik: ['6311064503909901'],
      name: ['Rahmah'],
      comment: [`a\u0000b\u0007\nc${'x'.repeat(2000)}`],
    })
    expect(filled.answers).toEqual(Array(9).fill(null))
    expect([filled.extras, filled.about]).toEqual([{}, {}])
    expect(filled.comment.startsWith('ab\ncx')).toBe(true)
    expect([...filled.comment]).toHaveLength(1000)
    expect(JSON.stringify(filled)).not.toMatch(/6311|Rahmah/)
  })

  it('sends from the last page only, and survives a page number that is none', () => {
    expect(step({ page: '3', go: 'send' }).send).toBe(false)
    expect(step({ page: '12', go: 'send' }).send).toBe(true)
    for (const page of ['-4', '99', 'x', '']) expect(step({ page }).at).toBeLessThan(13)
  })

  it('asks nothing that names a person', () => {
    const names = [...ABOUT.map((f) => f.name), ...ABOUT.flatMap((f) => [f.label.id.toLowerCase()])]
    for (const never of ['name', 'nama', 'nik', 'phone', 'telepon', 'address', 'alamat', 'case', 'birth'])
      expect(names).not.toContain(never)
  })

  it('offers the inspectorate when money was asked for a free service or the comment speaks of it', () => {
    const filled = (cost: number | null, comment = '') => ({
      answers: [4, 4, 4, cost, 4, 4, 4, 4, 4],
      extras: {},
      about: {},
      comment,
    })
    expect([4, 3, null].map((cost) => complaintOffer(edition, filled(cost), true))).toEqual([
      undefined,
      'cost',
      undefined,
    ])
    expect(complaintOffer(edition, filled(3), false)).toBeUndefined()
    expect(complaintOffer(edition, filled(4, 'Diminta uang rokok di loket'), false)).toBe('comment')
  })
})
