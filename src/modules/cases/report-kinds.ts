// What institutions report and which service it becomes: the questions are those of the service's own definition, so a report
// asks what the office asks and nothing else. Must stay true: who reports learns nothing of the register. Pure.
import type { Text } from '../../kernel/text.ts'

export type Recipient = 'self' | 'survivor' | 'parent'
export type ReportKind = {
  readonly id: string
  readonly service: string
  readonly label: Text
  /** "RSUD Contoh " + this + ".": what the family reads. */
  readonly told: Text
  /** Whom the report is about, found by NIK and name. */
  readonly about: Text
  /** The answer that holds this person, when the service asks for one. */
  readonly aboutKey?: string
  /** Who gets the draft: the person, the family that stays, a parent. */
  readonly recipient: Recipient
  readonly role?: string
  /** Questions of the service that the institution can answer; those in `must` have to be. */
  readonly keys: readonly string[]
  readonly must: readonly string[]
  /** Answers that make two reports, or a report and an application, the same event. */
  readonly same: readonly string[]
  /** Words for questions that the service puts to the family ("your husband or wife"). */
  readonly words?: Readonly<Record<string, { readonly label: Text; readonly hint: Text }>>
  /** Reported as a list, one person a line. */
  readonly list?: true
}

export const REPORT_KINDS: readonly ReportKind[] = [
  {
    id: 'birth',
    service: 'birth-wni',
    label: { id: 'Kelahiran', en: 'A birth' },
    told: { id: 'melaporkan kelahiran', en: 'reported a birth' },
    about: { id: 'Ibu', en: 'Mother' },
    aboutKey: 'mother',
    recipient: 'self',
    role: 'parent',
    keys: [
      'childName',
      'childSex',
      'birthDate',
      'birthTime',
      'birthFacility',
      'birthAttendant',
      'birthPlurality',
      'birthOrder',
      'birthWeightGrams',
      'birthLengthCm',
    ],
    must: ['childSex', 'birthDate'],
    // The order tells twins apart.
    same: ['birthDate', 'childSex', 'birthOrder'],
  },
  {
    id: 'death',
    service: 'death',
    label: { id: 'Kematian', en: 'A death' },
    told: { id: 'melaporkan kematian', en: 'reported a death' },
    about: { id: 'Yang meninggal', en: 'The deceased' },
    aboutKey: 'deceased',
    recipient: 'survivor',
    keys: ['deathDate', 'deathTime', 'deathPlace', 'statedBy'],
    must: ['deathDate'],
    same: [],
  },
  {
    id: 'marriage',
    service: 'kk-new-family',
    label: { id: 'Pernikahan di KUA', en: 'A marriage at the religious affairs office' },
    told: { id: 'melaporkan pernikahan', en: 'reported a marriage' },
    about: { id: 'Suami', en: 'Husband' },
    recipient: 'self',
    keys: ['partner', 'bookNumber', 'marriageDate'],
    words: {
      partner: {
        label: { id: 'Istri', en: 'Wife' },
        hint: { id: 'Seperti tertulis di buku nikah.', en: 'As written in the marriage book.' },
      },
    },
    must: ['partner', 'bookNumber', 'marriageDate'],
    same: ['bookNumber'],
  },
  {
    id: 'divorce',
    service: 'divorce',
    label: { id: 'Putusan cerai', en: 'A ruling of divorce' },
    told: { id: 'melaporkan putusan cerai', en: 'reported a ruling of divorce' },
    about: { id: 'Salah satu pihak', en: 'One of the parties' },
    recipient: 'self',
    keys: ['courtName', 'rulingNumber', 'rulingDate', 'decisionDate'],
    must: ['rulingNumber', 'rulingDate'],
    same: ['rulingNumber'],
  },
  {
    id: 'name-change',
    service: 'name-change',
    label: { id: 'Penetapan ganti nama', en: 'A ruling on a name' },
    told: { id: 'melaporkan penetapan ganti nama', en: 'reported a ruling on a name' },
    about: { id: 'Yang berganti nama', en: 'Whose name changes' },
    aboutKey: 'subject',
    recipient: 'self',
    role: 'self',
    keys: ['newName', 'courtName', 'rulingNumber', 'rulingDate'],
    must: ['rulingNumber', 'rulingDate'],
    same: ['rulingNumber'],
  },
  {
    id: 'school',
    service: 'kia-5-17',
    label: { id: 'Daftar siswa tanpa KIA', en: 'Pupils without a child card' },
    told: { id: 'mendaftarkan anak untuk KIA', en: 'listed a child for a child card' },
    about: { id: 'Siswa', en: 'Pupil' },
    aboutKey: 'child',
    recipient: 'parent',
    role: 'parent',
    keys: [],
    must: [],
    same: [],
    list: true,
  },
]

/** "RSUD Contoh melaporkan kelahiran." */
export function reportWords(kind: string, unit: string): Text {
  const told = REPORT_KINDS.find((one) => one.id === kind)?.told ?? { id: 'mengirim laporan', en: 'sent a report' }
  return { id: `${unit} ${told.id}.`, en: `${unit} ${told.en}.` }
}

export const MOST_LINES = 100

/** A list as typed or pasted, one person a line: number, semicolon (or tab, or comma), name. */
export function readLines(
  text: string,
): readonly { readonly line: number; readonly nik: string; readonly name: string }[] {
  return text.split('\n').flatMap((typed, index) => {
    if (typed.trim() === '') return []
    const [nik = '', ...name] = typed.split(/[;\t,]/)
    return [{ line: index + 1, nik: nik.trim(), name: name.join(' ').trim() }]
  })
}
