// Comments are read by staff, so what could lead back to a person is hidden before a comment is stored: telephone numbers,
// NIKs and family card numbers, however they are spaced or spelled, and e-mail addresses.
// Must stay true: hides too much rather than too little; sums of money and dates stay readable.

export const HIDDEN = {
  nik: '[NIK disembunyikan]',
  phone: '[nomor disembunyikan]',
  email: '[alamat disembunyikan]',
} as const

export type FilteredComment = { readonly text: string; readonly hidden: number }

// Letters people use for digits; only inside a run that is mostly digits.
const LOOKALIKES: Readonly<Record<string, string>> = { o: '0', O: '0', l: '1', I: '1', i: '1' }
const DIGIT = String.raw`\p{Nd}`
const SIGN = String.raw`[\s.\-‐-―()/_*+]`
/** Digits with up to three signs between them, lookalikes allowed between digits. */
const RUN = new RegExp(String.raw`\+?${DIGIT}(?:(?:${SIGN}{0,3}|[oOlIi]{1,2})${DIGIT})*[oO]?`, 'gu')
const WORDS: Readonly<Record<string, string>> = {
  nol: '0',
  kosong: '0',
  satu: '1',
  dua: '2',
  tiga: '3',
  empat: '4',
  lima: '5',
  enam: '6',
  tujuh: '7',
  delapan: '8',
  lapan: '8',
  sembilan: '9',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
}
const SPELLED = new RegExp(
  String.raw`\b(?:${Object.keys(WORDS).join('|')})(?:[\s,.-]+(?:${Object.keys(WORDS).join('|')}|${DIGIT})){7,}`,
  'giu',
)
const EMAIL = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>.,;]{2,}/gu
const MONEY_BEFORE = /(?:rp|idr|rupiah)\.?\s*$/iu
const DATE = new RegExp(
  `^${DIGIT}{1,2}[-/. ]${DIGIT}{1,2}[-/. ]${DIGIT}{4}$|^${DIGIT}{4}-${DIGIT}{2}-${DIGIT}{2}$`,
  'u',
)

/** The comment without numbers that name a person, and how many were hidden. Running it again changes nothing. */
export function filterComment(comment: string): FilteredComment {
  let hidden = 0
  const hide = (mark: string): string => {
    hidden++
    return mark
  }
  const text = comment
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(EMAIL, () => hide(HIDDEN.email))
    .replace(SPELLED, (run) => hide(markOf(spelledDigits(run)) ?? HIDDEN.phone))
    .replace(RUN, (run, at: number, whole: string) => {
      const mark = DATE.test(run.trim())
        ? undefined
        : markOf(digitsOf(run), MONEY_BEFORE.test(whole.slice(Math.max(0, at - 12), at)))
      return mark === undefined ? run : hide(mark)
    })
  return { text, hidden }
}

// 15 to 17 digits are a NIK or card number with a slip; 9 to 14 a telephone number (the shortest land line has nine).
function markOf(digits: string, isMoney = false): string | undefined {
  if (isMoney && !digits.startsWith('0') && digits.length < 15) return undefined
  if (digits.length >= 15) return HIDDEN.nik
  return digits.length >= 9 ? HIDDEN.phone : undefined
}

function digitsOf(run: string): string {
  return [...run]
    .map((sign) => LOOKALIKES[sign] ?? sign)
    .join('')
    .replace(/[^\p{Nd}]/gu, '')
}

function spelledDigits(run: string): string {
  return run
    .toLowerCase()
    .split(/[\s,.-]+/)
    .map((word) => WORDS[word] ?? word)
    .join('')
}
