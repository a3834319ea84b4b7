import { expect, it } from 'vitest'
import { judgePassword } from './passwords.ts'

it.each([
  ['kuda baterai benar staples', undefined],
  ['gerobak biru menanti hujan', undefined],
  ['Xk9#mQ2v!pLw', undefined],
  ['ꦥꦸꦗ ꦲꦶꦤ꧀ꦢꦃ ꦱꦼꦏꦭꦶ', undefined],
  ['pendek', 'password-short'],
  ['', 'password-short'],
  ['😀😀😀😀😀😀😀😀😀😀😀', 'password-short'],
  ['aaaaaaaaaaaaaaaa', 'password-common'],
  ['123456789012', 'password-common'],
  ['password12345', 'password-common'],
  ['P@ssw0rd2026!', 'password-common'],
  ['disdukcapil2026', 'password-common'],
  ['Bismillah123!', 'password-common'],
  ['qwertyuiop1234', 'password-common'],
  ['k'.repeat(200), 'password-long'],
] as const)('%s', (password, verdict) => {
  expect(judgePassword(password)).toBe(verdict)
})

it('refuses the own name and address with some signs around them', () => {
  const about = ['Norhayati Rahman', 'nor.hayati']
  expect(judgePassword('norhayatirahman', about)).toBe('password-common')
  expect(judgePassword('Norhayati1985!!', about)).toBe('password-common')
  expect(judgePassword('norhayati suka gerobak ungu', about)).toBeUndefined()
})
