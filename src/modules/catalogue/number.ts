// Numbers among answers: whole ones as numbers, others as plain decimal text ("48.5"). Must stay true: exact from the
// answer to the comparison, through the kernel's decimals; text that is no plain number (a date, a code) is none.
import { type Decimal, decimal, decimalText, trimDecimal } from '../../kernel/decimal.ts'

/** The decimal an answer stands for, or undefined when it is no number. */
export function decimalOf(answer: unknown): Decimal | undefined {
  if (typeof answer === 'number' && Number.isFinite(answer)) return decimal(String(answer))
  return typeof answer === 'string' && /^-?\d+(\.\d+)?$/.test(answer) ? decimal(answer) : undefined
}

/** A number as an answer: a safe whole number, or text without zeros at the end. */
export function numberAnswer(value: Decimal): number | string {
  const plain = trimDecimal(value)
  if (plain.scale === 0 && Number.isSafeInteger(Number(plain.units))) return Number(plain.units)
  return decimalText(plain)
}
