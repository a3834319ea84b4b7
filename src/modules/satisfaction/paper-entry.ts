// Paper forms as they are typed in: one line a sheet, nine digits in the order of the form, `-` for what was left empty, and what was written
// behind a semicolon. Pure. Must stay true: a line that is not understood is named and nothing of the bundle is kept.
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import type { Edition } from './edition.ts'
import type { Filled } from './questionnaire.ts'

/** Where paper comes from; phones and the web answer by their token. */
export const PAPER_CHANNELS = ['counter', 'village'] as const
export const isPaperChannel = (text: string): boolean => PAPER_CHANNELS.some((one) => one === text)
const MOST_COMMENT = 1000

/** Refuses every line that is none, at once: `satisfaction-paper-line`; nothing typed: `satisfaction-paper-forms`. */
export function readPaperLines(text: string, edition: Pick<Edition, 'elements'>): Result<readonly Filled[]> {
  const count = edition.elements.length
  const refusals: Refusal[] = []
  const sheets = text.split(/\r?\n/).flatMap((typed, index): Filled[] => {
    if (typed.trim() === '') return []
    const [marks = '', ...words] = typed.split(';')
    const answers = marks.replace(/[\s,]/g, '')
    const comment = words.join(';').trim()
    if (answers.length !== count || !/^[1-4-]+$/.test(answers) || comment.length > MOST_COMMENT) {
      refusals.push({ code: 'satisfaction-paper-line', at: 'lines', params: { line: index + 1, count } })
      return []
    }
    return [
      { answers: [...answers].map((mark) => (mark === '-' ? null : Number(mark))), extras: {}, about: {}, comment },
    ]
  })
  if (refusals.length > 0) return refuseAll(refusals)
  return sheets.length === 0 ? refuseAll([{ code: 'satisfaction-paper-forms', at: 'lines' }]) : accept(sheets)
}
