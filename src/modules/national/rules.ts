// What the national register may answer, how its answer files are read, and how our files hang together, pure. Must stay true: a
// line that cannot be taken says why and stops no other; the same answer twice changes nothing; another answer is not taken
// over one that was given.
import type { Role } from '../../platform/http/visitor.ts'

export const NATIONAL_READERS: readonly Role[] = ['data-officer', 'head', 'auditor']
export const NATIONAL_KEEPERS: readonly Role[] = ['data-officer']
export const ANSWERS = ['confirmed', 'differs', 'unknown'] as const
export type Answer = (typeof ANSWERS)[number]
export type RequestState = 'waiting' | 'asked' | 'failed' | Answer
export const isAnswer = (text: string): text is Answer => ANSWERS.some((one) => one === text)
/** What an officer notes of the centre's screen about the uniqueness check of one application. */
export const CHECK_ANSWERS = ['asked', 'unique', 'duplicate'] as const
export type CheckAnswer = (typeof CHECK_ANSWERS)[number]
export const isCheckAnswer = (text: string): text is CheckAnswer => CHECK_ANSWERS.some((one) => one === text)
export type NationalCheck = {
  readonly answer: CheckAnswer
  readonly reference?: string
  readonly unit: string
  readonly at: Date
}
/** After this an asked request goes into the next file again. */
export const PATIENCE_MS = 3 * 86_400_000
export const MOST_LINES = 5000

/** A reference is the national system's own; a NIK does not belong here. */
export function faultOfReference(reference: string): string | undefined {
  const text = reference.trim()
  if (text.length < 3 || text.length > 60) return 'national-reference'
  return /(?<!\d)\d{16}(?!\d)/.test(text) ? 'national-number' : undefined
}

export type AnswerLine =
  | { readonly line: number; readonly requestId: string; readonly answer: Answer; readonly reference: string }
  | { readonly line: number; readonly fault: string }

/** Lines `request;answer;reference` (or with commas); a first line of names is passed over. */
export function readAnswers(text: string): readonly AnswerLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((raw, index): AnswerLine[] => {
      const line = index + 1
      const cells = raw.split(raw.includes(';') ? ';' : ',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
      if (raw.trim() === '' || (index === 0 && cells[0] === 'request')) return []
      const [requestId = '', answer = '', reference = ''] = cells
      if (cells.length !== 3) return [{ line, fault: 'national-cells' }]
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(requestId)) return [{ line, fault: 'national-unknown' }]
      if (!isAnswer(answer)) return [{ line, fault: 'national-answer' }]
      const fault = faultOfReference(reference)
      return [fault === undefined ? { line, requestId, answer, reference } : { line, fault }]
    })
}

export type Known = { readonly state: RequestState; readonly reference?: string }
export type Verdict = 'take' | 'same' | 'national-unknown' | 'national-given' | 'national-twice'

/** What becomes of one line. */
export function decideLine(
  line: { readonly answer: Answer; readonly reference: string },
  known: Known | undefined,
  isRepeated: boolean,
): Verdict {
  if (known === undefined) return 'national-unknown'
  if (isRepeated) return 'national-twice'
  if (!isAnswer(known.state)) return 'take'
  return known.state === line.answer && known.reference === line.reference ? 'same' : 'national-given'
}

/** The first number missing in a row of numbers after `after`, or undefined. */
export function missingIn(after: number, positions: readonly number[]): number | undefined {
  let next = after + 1
  for (const position of positions) {
    if (position !== next) return next
    next += 1
  }
  return undefined
}

export type BatchHead = {
  readonly format: 'puja-national-1'
  readonly region: string
  readonly number: number
  readonly previous: string
  readonly rows: number
  readonly first: number
  readonly last: number
  readonly madeAt: string
}
/** What is signed: the head and each line, in order. */
export const batchText = (head: BatchHead, lines: readonly string[]): string =>
  [JSON.stringify(head), ...lines].map((line) => `${line}\n`).join('')
