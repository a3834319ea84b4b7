// Numbers as people here write them: decimal comma and thousands with a point in Indonesian. Pure; rounding happened before.
import type { Language } from '../../kernel/text.ts'

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const

/** 1206 -> "1.206", 18.4 with one digit -> "18,4". Always shows `digits` decimals. */
export function decimal(value: number, digits: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}

/** A share with a space before the sign: "69,6 %" and, in English, "69.6%". */
export function percent(value: number, digits: number, language: Language): string {
  return `${decimal(value, digits, language)}${language === 'id' ? ' %' : '%'}`
}
