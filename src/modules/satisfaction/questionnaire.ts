// The questionnaire as pages, each one question on one small screen, working without script and without a draft on the server:
// what was answered so far travels in the form. Must stay true: nothing here asks for name, NIK, telephone or case number; every
// question may be left empty; the pages and the answers read back from a form are the same for server and field worker.
import type { Text } from '../../kernel/text.ts'
import { speaksOfPayment } from './comment-subjects.ts'
import type { Edition, Element } from './edition.ts'
import type { ExtraQuestion } from './period.ts'

export type AboutField = {
  readonly name: string
  readonly label: Text
  readonly values: readonly { readonly value: string; readonly label: Text }[]
}

const choice = (value: string, id: string, en: string) => ({ value, label: { id, en } })

/** All optional. Counted each for itself and never stored with an answer: together they would name a person. */
export const ABOUT: readonly AboutField[] = [
  {
    name: 'age',
    label: { id: 'Umur', en: 'Age' },
    values: [
      choice('under-17', 'di bawah 17', 'under 17'),
      choice('17-25', '17–25', '17–25'),
      choice('26-35', '26–35', '26–35'),
      choice('36-45', '36–45', '36–45'),
      choice('46-55', '46–55', '46–55'),
      choice('56-65', '56–65', '56–65'),
      choice('over-65', 'di atas 65', 'over 65'),
    ],
  },
  {
    name: 'sex',
    label: { id: 'Jenis kelamin', en: 'Sex' },
    values: [choice('P', 'Perempuan', 'Female'), choice('L', 'Laki-laki', 'Male')],
  },
  {
    name: 'education',
    label: { id: 'Pendidikan terakhir', en: 'Education' },
    values: [
      choice('sd', 'SD atau di bawahnya', 'Primary or less'),
      choice('smp', 'SMP', 'Lower secondary'),
      choice('sma', 'SMA', 'Upper secondary'),
      choice('diploma', 'D1–D3', 'Diploma'),
      choice('s1', 'S1', 'Bachelor'),
      choice('s2', 'S2–S3', 'Master or more'),
    ],
  },
  {
    name: 'occupation',
    label: { id: 'Pekerjaan', en: 'Occupation' },
    values: [
      choice('pns', 'PNS', 'Civil servant'),
      choice('tni', 'TNI', 'Armed forces'),
      choice('polri', 'Polri', 'Police'),
      choice('employee', 'Karyawan swasta', 'Private employee'),
      choice('business', 'Wirausaha', 'Own business'),
      choice('farmer', 'Petani atau pekebun', 'Farmer'),
      choice('fisher', 'Nelayan', 'Fisher'),
      choice('student', 'Pelajar atau mahasiswa', 'Student'),
      choice('home', 'Ibu rumah tangga', 'Homemaker'),
      choice('none', 'Tidak bekerja', 'Not working'),
      choice('else', 'Lainnya', 'Other'),
    ],
  },
  {
    name: 'disability',
    label: { id: 'Penyandang disabilitas', en: 'Disability' },
    values: [choice('yes', 'Ya', 'Yes'), choice('no', 'Tidak', 'No')],
  },
]

export const COMMENT_LENGTH = 1000

export type Page =
  | { readonly kind: 'start' }
  | { readonly kind: 'question'; readonly element: Element; readonly number: number; readonly of: number }
  | { readonly kind: 'extra'; readonly question: ExtraQuestion }
  | { readonly kind: 'about' }
  | { readonly kind: 'comment' }

/** Start, one page for each question, then the optional pages. */
export function pagesOf(edition: Edition, extras: readonly ExtraQuestion[]): readonly Page[] {
  return [
    { kind: 'start' },
    ...edition.elements.map(
      (element, i): Page => ({ kind: 'question', element, number: i + 1, of: edition.elements.length }),
    ),
    ...extras.map((question): Page => ({ kind: 'extra', question })),
    { kind: 'about' },
    { kind: 'comment' },
  ]
}

export type Filled = {
  /** In the order of the edition's elements. */
  readonly answers: readonly (number | null)[]
  readonly extras: Readonly<Record<string, number>>
  readonly about: Readonly<Record<string, string>>
  readonly comment: string
}

export type Step = { readonly at: number; readonly filled: Filled; readonly send: boolean }

type Fields = Readonly<Record<string, readonly string[]>>
// The last value wins: an answer button comes after the hidden field of an earlier answer to the same question.
const last = (fields: Fields, name: string): string => fields[name]?.at(-1) ?? ''

/** Reads a posted page: the answers so far and the page to show next. Values that no page offers are dropped as empty; the
 *  comment is cut at its length. `page` is the number of the posted page, `go` is `back`, `open` (the first question
 *  without an answer), `send`, or anything else for next. */
export function readStep(edition: Edition, extras: readonly ExtraQuestion[], fields: Fields): Step {
  const pages = pagesOf(edition, extras)
  const page = Math.min(Math.max(Number.parseInt(last(fields, 'page'), 10) || 0, 0), pages.length - 1)
  const go = last(fields, 'go')
  const filled = readFilled(edition, extras, fields)
  const open = filled.answers.indexOf(null)
  const next = go === 'back' ? page - 1 : go === 'open' && open >= 0 ? open + 1 : page + 1
  const at = Math.min(Math.max(next, 0), pages.length - 1)
  return { at, filled, send: go === 'send' && page === pages.length - 1 }
}

export function readFilled(edition: Edition, extras: readonly ExtraQuestion[], fields: Fields): Filled {
  const answers = edition.elements.map(({ code }) =>
    /^[1-4]$/.test(last(fields, code)) ? Number(last(fields, code)) : null,
  )
  const chosen = extras.flatMap(({ key, answers: offered }) => {
    const n = /^[1-7]$/.test(last(fields, `x-${key}`)) ? Number(last(fields, `x-${key}`)) : 0
    return n >= 1 && n <= offered.length ? [[key, n] as const] : []
  })
  const about = ABOUT.flatMap(({ name, values }) =>
    values.some((v) => v.value === last(fields, name)) ? [[name, last(fields, name)] as const] : [],
  )
  const comment = [
    ...last(fields, 'comment')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, ''),
  ]
    .slice(0, COMMENT_LENGTH)
    .join('')
    .trim()
  return { answers, extras: Object.fromEntries(chosen), about: Object.fromEntries(about), comment }
}

/** What must travel in the form of the shown page: everything answered except what this page itself asks. */
export function carried(
  edition: Edition,
  page: Page,
  filled: Filled,
): readonly (readonly [name: string, value: string])[] {
  const own = page.kind === 'question' ? page.element.code : page.kind === 'extra' ? `x-${page.question.key}` : ''
  const all: (readonly [string, string])[] = [
    ...edition.elements.flatMap(({ code }, i) =>
      filled.answers[i] === null ? [] : [[code, String(filled.answers[i])] as const],
    ),
    ...Object.entries(filled.extras).map(([key, n]) => [`x-${key}`, String(n)] as const),
    ...(page.kind === 'about' ? [] : Object.entries(filled.about)),
    ...(page.kind === 'comment' || filled.comment === '' ? [] : [['comment', filled.comment] as const]),
  ]
  return all.filter(([name]) => name !== own)
}

/** Why the way to the inspectorate is offered after sending: money was asked for a free service, or the comment speaks of payment.
 *  Undefined when it is not offered. The offer carries nothing of the answer. */
export function complaintOffer(
  edition: Edition,
  filled: Filled,
  serviceIsFree: boolean,
): 'cost' | 'comment' | undefined {
  const paid = edition.elements.some(({ freeAnswer }, i) => {
    const answer = filled.answers[i]
    return serviceIsFree && freeAnswer !== undefined && answer != null && answer < freeAnswer
  })
  return paid ? 'cost' : speaksOfPayment(filled.comment) ? 'comment' : undefined
}
