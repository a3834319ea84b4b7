// Numbers as people here write them: decimal comma and thousands with a point in Indonesian. For figures that pictures show; money, dates
// and exact decimals have their own words in the kernel. Rounding that officials rely on happened before.
import { decimal as exact, formatDecimal } from '../../kernel/decimal.ts'
import type { Language } from '../../kernel/text.ts'

/** 1206 -> "1.206", 18.4 with one digit -> "18,4". Always shows `digits` decimals. */
export function decimal(value: number, digits: number, language: Language): string {
  return formatDecimal(exact(value.toFixed(digits)), language, digits)
}

/** A share with a space before the sign: "69,6 %" and, in English, "69.6%". */
export function percent(value: number, digits: number, language: Language): string {
  return `${decimal(value, digits, language)}${language === 'id' ? ' %' : '%'}`
}
