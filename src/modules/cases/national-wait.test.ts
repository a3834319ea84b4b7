import { expect, it } from 'vitest'
import { answersLine } from './national-wait.ts'

const at = '/63.11/office/national'

it('says nothing of a case that the national register was not asked about', () => {
  expect(answersLine([], at)).toBeUndefined()
})

it('is fine only when every change was confirmed', () => {
  expect(answersLine([{ state: 'confirmed', count: 2 }], at)).toEqual({
    title: { id: 'Register nasional', en: 'National register' },
    text: { id: '2 cocok.', en: '2 confirmed.' },
    tone: 'ok',
    link: { href: at, label: { id: 'Buka register nasional', en: 'Open the national register' } },
  })
  const mixed = answersLine(
    [
      { state: 'confirmed', count: 1 },
      { state: 'differs', count: 1 },
      { state: 'waiting', count: 3 },
    ],
    undefined,
  )
  expect(mixed?.tone).toBe('care')
  expect(mixed?.text).toEqual({
    id: '1 cocok, 1 berbeda, 3 belum ditanyakan.',
    en: '1 confirmed, 1 differ, 3 not asked yet.',
  })
  // Who may not open the national register is not sent there.
  expect(mixed?.link).toBeUndefined()
})
