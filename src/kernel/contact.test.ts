// Telephone numbers and e-mail addresses, tested together because both are ways to reach a citizen and both are masked.
import { describe, expect, it } from 'vitest'
import { maskEmail, readEmail } from './email.ts'
import { formatPhone, lastFourOf, maskPhone, readPhone } from './phone.ts'
import type { Result } from './refusal.ts'

function outcome(result: Result<string>): string {
  return result.ok ? result.value : (result.refusals[0]?.code ?? '')
}

describe('telephone numbers', () => {
  it('are stored as +62 however they are typed', () => {
    for (const typed of [
      '081234567890',
      '0812-3456-7890',
      '+62 812 3456 7890',
      '6281234567890',
      '(0812) 3456.7890',
      '+62081234567890',
    ]) {
      expect(outcome(readPhone(typed)), typed).toBe('+6281234567890')
    }
  })

  it('say what is wrong', () => {
    expect(outcome(readPhone(' '))).toBe('phone-missing')
    expect(outcome(readPhone('0812abc'))).toBe('phone-sign')
    expect(outcome(readPhone('0526 202020'))).toBe('phone-not-mobile')
    expect(outcome(readPhone('+60812345678'))).toBe('phone-not-mobile')
    expect(outcome(readPhone('08123456'))).toBe('phone-too-short')
    expect(outcome(readPhone('081234567'))).toBe('+6281234567')
    expect(outcome(readPhone('08123456789012'))).toBe('+628123456789012')
    expect(outcome(readPhone('081234567890123'))).toBe('phone-too-long')
  })

  it('are masked without the four digits that open a case', () => {
    expect(maskPhone('+6281234567890')).toBe('0812******90')
    expect(formatPhone('+6281234567890')).toBe('0812-3456-7890')
    expect(lastFourOf('+6281234567890')).toBe('7890')
  })
})

describe('e-mail addresses', () => {
  it('accept what usual providers accept', () => {
    for (const good of ['siti.aminah@gmail.com', 'a+b@dinas.balangankab.go.id', "o'hara@x-y.id", 'x@1.co'])
      expect(outcome(readEmail(` ${good} `)), good).toBe(good)
    expect(outcome(readEmail('Siti@GMAIL.com'))).toBe('Siti@gmail.com')
  })

  it('say what is wrong and guess the usual slips', () => {
    expect(outcome(readEmail(''))).toBe('email-missing')
    expect(outcome(readEmail('siti.gmail.com'))).toBe('email-at')
    expect(outcome(readEmail('a@b@c.id'))).toBe('email-at')
    for (const wrong of [
      'siti@gmail',
      'si ti@gmail.com',
      '.a@gmail.com',
      'a..b@gmail.com',
      'a@-x.id',
      `${'a'.repeat(65)}@x.id`,
    ])
      expect(outcome(readEmail(wrong)), wrong).toBe('email-shape')
    const slip = readEmail('siti@gmial.com')
    expect(slip.ok ? undefined : slip.refusals[0]?.params).toEqual({ suggestion: 'siti@gmail.com' })
  })

  it('are masked', () => {
    expect(maskEmail('siti.aminah@gmail.com')).toBe('s****@gmail.com')
  })
})
