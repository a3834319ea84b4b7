import { expect, it } from 'vitest'
import { findReplacedForm } from './old-forms.ts'

it('names the form that took the place of an old one, however it is typed', () => {
  expect(findReplacedForm('F-1.15')).toEqual({ old: 'F-1.15', now: 'F-1.02', group: 'family-card' })
  expect(findReplacedForm('formulir f1.27')?.now).toBe('F-1.03')
  expect(findReplacedForm('F 2.29')).toEqual({ old: 'F-2.29', now: 'F-2.01', group: 'death' })
  expect(findReplacedForm('F-2.31')).toEqual({ old: 'F-2.31', now: 'F-2.01' })
})

it('says nothing of forms in use, of years or of words', () => {
  for (const text of ['F-1.02', 'F-1.07', 'F-2.01', 'f2.04', 'KK 2019', 'akta 1.15', '', 'F-3.15'])
    expect([text, findReplacedForm(text)]).toEqual([text, undefined])
})
