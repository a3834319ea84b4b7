// The numbers a case needs and how they are written. Must stay true: a number is reserved before the page is signed and
// final only with the commit; its serial counts inside its series; tests and demonstrations count from 9901.
import { buildKk, kkStem } from '../../kernel/kk.ts'
import { buildNik, nikStem } from '../../kernel/nik.ts'
import type { OWN_REGISTERS } from './effect-parts.ts'
import type { Sex } from './snapshot.ts'

export type OwnRegister = (typeof OWN_REGISTERS)[number]
export type NumberKind = 'nik' | 'kk' | 'deed' | 'letter'
/** A number the plan needs. `key` is the same in every run of the same plan. */
export type NumberNeed = { readonly key: string } & (
  | { readonly kind: 'nik'; readonly districtCode: string; readonly birthDate: string; readonly sex: Sex }
  | { readonly kind: 'kk'; readonly districtCode: string; readonly recordedOn: string }
  | { readonly kind: 'deed'; readonly register: OwnRegister; readonly enteredOn: string; readonly late: boolean }
  | {
      readonly kind: 'letter'
      readonly issuedOn: string
      /** The letter of a move of foreigners alone; SKPWNI otherwise. */
      readonly form?: 'SKPOA'
    }
)
/** Numbers by the key of their need. */
export type ReservedNumbers = Readonly<Record<string, string>>

/** Letters of a register as deeds carry them; a birth reported late has its own, in the same series. */
const REGISTER_LETTERS: Readonly<Record<OwnRegister, string>> = {
  birth: 'LU',
  death: 'KM',
  stillbirth: 'LM',
  marriage: 'KW',
  'marriage-annulment': 'BK',
  divorce: 'CR',
  'divorce-annulment': 'BC',
  acknowledgment: 'PK',
  legitimation: 'PS',
  overseas: 'LN',
}
export const LAST_SERIAL: Readonly<Record<NumberKind, number>> = { nik: 9999, kk: 9999, deed: 999_999, letter: 999_999 }

/** The series a serial is unique in: twelve digits for NIK and KK, register and year for deeds, year for letters. */
export function seriesOf(need: NumberNeed): string {
  switch (need.kind) {
    case 'nik':
      return nikStem(need)
    case 'kk':
      return kkStem(need)
    case 'deed':
      return `${need.register} ${need.enteredOn.slice(0, 4)}`
    case 'letter':
      return need.issuedOn.slice(0, 4)
  }
}

/** The number as people read it. */
export function numberText(region: string, need: NumberNeed, serial: number): string {
  const place = region.replaceAll('.', '')
  switch (need.kind) {
    case 'nik':
      return buildNik({ ...need, serial })
    case 'kk':
      return buildKk({ ...need, serial })
    case 'deed': {
      const letters = need.register === 'birth' && need.late ? 'LT' : REGISTER_LETTERS[need.register]
      return `${place}-${letters}-${compactDate(need.enteredOn)}-${String(serial).padStart(4, '0')}`
    }
    case 'letter':
      return `${need.form ?? 'SKPWNI'}/${place}/${compactDate(need.issuedOn)}/${String(serial).padStart(4, '0')}`
  }
}

/** `2026-03-05` -> `05032026`. */
function compactDate(date: string): string {
  return `${date.slice(8, 10)}${date.slice(5, 7)}${date.slice(0, 4)}`
}
