// The closed list of facts a definition may name, what each is about, its type and how it reads in a sentence. The
// register answers those of persons and families, the case those of the case. Must stay true: a fact that nobody can
// answer is undefined, never a guess; a new fact is one line here and one answer in a FactSource.
import type { Text } from '../../kernel/text.ts'

export type { FactExtra, FactSource, FactValue } from './fact-source.ts'

export type FactType = 'yes-no' | 'code' | 'text' | 'date' | 'number' | 'person' | 'people' | 'address'
/** Who a fact is about: a person, the family of the applicant with its movers, or the case itself. */
export type FactSubject = 'person' | 'movers' | 'case'
export type FactArgument = 'kind' | 'register' | 'other' | 'number'

type FactEntry = {
  readonly subject: FactSubject
  readonly type: FactType
  /** The code list of a `code` fact, for its words. */
  readonly list?: string
  readonly argument?: FactArgument | readonly FactArgument[]
  /** A whole sentence for a yes/no fact, a noun phrase for any other; `{of}` and `{other}` are filled in. */
  readonly phrase: Text
  /** The sentence when a yes/no fact is denied. */
  readonly denial?: Text
}

const t = (id: string, en: string): Text => ({ id, en })

export const FACTS = {
  inRegister: {
    subject: 'person',
    type: 'yes-no',
    phrase: t('{of} terdaftar di sini', '{of} is in the register here'),
    denial: t('{of} tidak terdaftar di sini', '{of} is not in the register here'),
  },
  status: {
    subject: 'person',
    type: 'code',
    list: 'personStatus',
    phrase: t('status kependudukan {of}', 'the residence status of {of}'),
  },
  nikStatus: {
    subject: 'person',
    type: 'code',
    list: 'nikStatus',
    phrase: t('status NIK {of}', 'the state of the NIK of {of}'),
  },
  name: { subject: 'person', type: 'text', phrase: t('nama {of}', 'the name of {of}') },
  nik: { subject: 'person', type: 'text', phrase: t('NIK {of}', 'the NIK of {of}') },
  sex: { subject: 'person', type: 'code', list: 'sex', phrase: t('jenis kelamin {of}', 'the sex of {of}') },
  birthDate: { subject: 'person', type: 'date', phrase: t('tanggal lahir {of}', 'the birth date of {of}') },
  birthPlace: { subject: 'person', type: 'text', phrase: t('tempat lahir {of}', 'the birth place of {of}') },
  ageYears: { subject: 'person', type: 'number', phrase: t('usia {of}', 'the age of {of}') },
  citizenship: {
    subject: 'person',
    type: 'code',
    list: 'citizenship',
    phrase: t('kewarganegaraan {of}', 'the citizenship of {of}'),
  },
  religion: { subject: 'person', type: 'code', list: 'religion', phrase: t('agama {of}', 'the religion of {of}') },
  maritalStatus: {
    subject: 'person',
    type: 'code',
    list: 'maritalStatus',
    phrase: t('status perkawinan {of}', 'the marital status of {of}'),
  },
  everMarried: {
    subject: 'person',
    type: 'yes-no',
    phrase: t('{of} sedang atau pernah kawin', '{of} is or was married'),
    denial: t('{of} belum pernah kawin', '{of} was never married'),
  },
  isHead: {
    subject: 'person',
    type: 'yes-no',
    phrase: t('{of} kepala keluarga', '{of} is the head of the family'),
    denial: t('{of} bukan kepala keluarga', '{of} is not the head of the family'),
  },
  relation: {
    subject: 'person',
    type: 'code',
    list: 'familyRelation',
    phrase: t('hubungan {of} dalam KK', 'the place of {of} on the family card'),
  },
  villageCode: { subject: 'person', type: 'text', phrase: t('desa {of}', 'the village of {of}') },
  address: { subject: 'person', type: 'text', phrase: t('alamat {of}', 'the address of {of}') },
  home: {
    subject: 'person',
    type: 'address',
    phrase: t('alamat pada KK {of}', 'the address on the card of {of}'),
  },
  familyMembers: {
    subject: 'person',
    type: 'people',
    phrase: t('anggota KK {of}', 'the people on the card of {of}'),
  },
  familySize: {
    subject: 'person',
    type: 'number',
    phrase: t('jumlah anggota KK {of}', 'the number of people on the card of {of}'),
  },
  kk: { subject: 'person', type: 'text', phrase: t('nomor KK {of}', 'the family card number of {of}') },
  motherName: { subject: 'person', type: 'text', phrase: t('nama ibu dari {of}', 'the name of the mother of {of}') },
  fatherName: { subject: 'person', type: 'text', phrase: t('nama ayah dari {of}', 'the name of the father of {of}') },
  spouse: {
    subject: 'person',
    type: 'person',
    phrase: t('suami atau istri {of} menurut catatan', 'the recorded spouse of {of}'),
  },
  mother: {
    subject: 'person',
    type: 'person',
    phrase: t('ibu dari {of} menurut catatan', 'the recorded mother of {of}'),
  },
  father: {
    subject: 'person',
    type: 'person',
    phrase: t('ayah dari {of} menurut catatan', 'the recorded father of {of}'),
  },
  headOfFamily: {
    subject: 'person',
    type: 'person',
    phrase: t('kepala keluarga {of}', 'the head of the family of {of}'),
  },
  childrenCount: {
    subject: 'person',
    type: 'number',
    phrase: t('jumlah anak {of} yang tercatat', 'the number of recorded children of {of}'),
  },
  hasDocument: {
    subject: 'person',
    type: 'yes-no',
    argument: 'kind',
    phrase: t('{of} memegang {kind} yang berlaku', '{of} holds a valid {kind}'),
    denial: t('{of} tidak memegang {kind} yang berlaku', '{of} holds no valid {kind}'),
  },
  hasSignedDocument: {
    subject: 'person',
    type: 'yes-no',
    argument: 'kind',
    phrase: t(
      '{of} memegang {kind} bertanda tangan elektronik dari sini',
      '{of} holds a {kind} signed electronically here',
    ),
    denial: t(
      '{of} belum memegang {kind} bertanda tangan elektronik dari sini',
      '{of} holds no {kind} signed electronically here',
    ),
  },
  hasDeed: {
    subject: 'person',
    type: 'yes-no',
    argument: 'register',
    phrase: t('{of} punya {register} di sini', '{of} has a {register} here'),
    denial: t('{of} tidak punya {register} di sini', '{of} has no {register} here'),
  },
  subjectOfDeed: {
    subject: 'person',
    type: 'yes-no',
    argument: ['register', 'number'],
    phrase: t('{of} pemilik {register} bernomor itu', '{of} is a subject of the {register} with that number'),
    denial: t('{of} bukan pemilik {register} bernomor itu', '{of} is no subject of the {register} with that number'),
  },
  deedNumber: {
    subject: 'person',
    type: 'text',
    argument: 'register',
    phrase: t('nomor {register} {of}', 'the number of the {register} of {of}'),
  },
  deedDate: {
    subject: 'person',
    type: 'date',
    argument: 'register',
    phrase: t('tanggal {register} {of}', 'the date of the {register} of {of}'),
  },
  hasOpenMarriage: {
    subject: 'person',
    type: 'yes-no',
    phrase: t('perkawinan {of} tercatat dan masih berlangsung', '{of} has a recorded marriage that has not ended'),
    denial: t('{of} tidak sedang dalam perkawinan yang tercatat', '{of} is in no recorded marriage'),
  },
  enrolled: {
    subject: 'person',
    type: 'yes-no',
    phrase: t('{of} sudah merekam KTP-el', '{of} is enrolled for the KTP-el'),
    denial: t('{of} belum merekam KTP-el', '{of} is not enrolled for the KTP-el'),
  },
  sameFamilyAs: {
    subject: 'person',
    type: 'yes-no',
    argument: 'other',
    phrase: t('{of} satu KK dengan {other}', '{of} is on the card of {other}'),
    denial: t('{of} tidak satu KK dengan {other}', '{of} is not on the card of {other}'),
  },
  samePersonAs: {
    subject: 'person',
    type: 'yes-no',
    argument: 'other',
    phrase: t('{of} dan {other} orang yang sama', '{of} and {other} are the same person'),
    denial: t('{of} bukan {other}', '{of} is not {other}'),
  },
  marriedTo: {
    subject: 'person',
    type: 'yes-no',
    argument: 'other',
    phrase: t('{of} menurut catatan kawin dengan {other}', '{of} is recorded as married to {other}'),
    denial: t('{of} tidak tercatat kawin dengan {other}', '{of} is not recorded as married to {other}'),
  },
  parentOf: {
    subject: 'person',
    type: 'yes-no',
    argument: 'other',
    phrase: t('{of} orang tua {other}', '{of} is a parent of {other}'),
    denial: t('{of} bukan orang tua {other}', '{of} is not a parent of {other}'),
  },
  closeKinOf: {
    subject: 'person',
    type: 'yes-no',
    argument: 'other',
    phrase: t(
      '{of} saudara kandung atau segaris keturunan dengan {other}',
      '{of} is a sibling or of the line of {other}',
    ),
    denial: t(
      '{of} bukan saudara kandung dan tidak segaris keturunan dengan {other}',
      '{of} is neither a sibling nor of the line of {other}',
    ),
  },
  everyoneMoves: {
    subject: 'movers',
    type: 'yes-no',
    phrase: t('semua anggota KK pindah', 'everyone on the card moves'),
    denial: t('tidak semua anggota KK pindah', 'not everyone on the card moves'),
  },
  headMoves: {
    subject: 'movers',
    type: 'yes-no',
    phrase: t('kepala keluarga ikut pindah', 'the head of the family moves'),
    denial: t('kepala keluarga tidak ikut pindah', 'the head of the family does not move'),
  },
  someoneStays: {
    subject: 'movers',
    type: 'yes-no',
    phrase: t('ada anggota KK yang tinggal', 'someone on the card stays'),
    denial: t('tidak ada anggota KK yang tinggal', 'nobody on the card stays'),
  },
  stayersAllMinors: {
    subject: 'movers',
    type: 'yes-no',
    phrase: t('yang tinggal hanya anak-anak', 'those who stay are all minors'),
    denial: t('yang tinggal bukan hanya anak-anak', 'those who stay are not all minors'),
  },
  stayersCanHead: {
    subject: 'movers',
    type: 'yes-no',
    phrase: t(
      'di antara yang tinggal ada yang dapat menjadi kepala keluarga',
      'one of those who stay can head a family',
    ),
    denial: t('tidak ada yang tinggal yang dapat menjadi kepala keluarga', 'none of those who stay can head a family'),
  },
  moversAllMinors: {
    subject: 'movers',
    type: 'yes-no',
    phrase: t('yang pindah hanya anak-anak', 'those who move are all minors'),
    denial: t('yang pindah bukan hanya anak-anak', 'those who move are not all minors'),
  },
  channel: {
    subject: 'case',
    type: 'code',
    list: 'channel',
    phrase: t('jalur permohonan', 'the channel of the application'),
  },
  applicantRole: {
    subject: 'case',
    type: 'code',
    list: 'applicantRole',
    phrase: t('peran pemohon', 'the role of the applicant'),
  },
  isLate: {
    subject: 'case',
    type: 'yes-no',
    phrase: t('laporan lewat batas waktu', 'the report is late'),
    denial: t('laporan tepat waktu', 'the report is in time'),
  },
  daysSinceEvent: {
    subject: 'case',
    type: 'number',
    phrase: t('jumlah hari sejak peristiwa', 'the number of days since the event'),
  },
  regionName: {
    subject: 'case',
    type: 'text',
    phrase: t('nama kabupaten atau kota yang menerima', 'the name of the regency or city that receives it'),
  },
  needsDecision: {
    subject: 'case',
    type: 'yes-no',
    phrase: t('kepala dinas perlu memutuskan lebih dulu', 'the head of the department decides first'),
    denial: t('tidak perlu keputusan kepala dinas', 'no decision of the head of the department is needed'),
  },
  issuesCards: {
    subject: 'case',
    type: 'yes-no',
    phrase: t('ada kartu yang dicetak kantor', 'the office prints a card'),
    denial: t('tidak ada kartu yang dicetak kantor', 'the office prints no card'),
  },
  contactPhone: {
    subject: 'case',
    type: 'text',
    phrase: t('nomor ponsel akun pemohon', 'the phone number of the account of the applicant'),
  },
  contactEmail: {
    subject: 'case',
    type: 'text',
    phrase: t('email akun pemohon', 'the e-mail address of the account of the applicant'),
  },
} as const satisfies Readonly<Record<string, FactEntry>>

export type FactName = keyof typeof FACTS
export const FACT_NAMES = Object.keys(FACTS) as [FactName, ...FactName[]]

/** What a fact needs besides its person. */
export function argumentsOf(entry: FactEntry): readonly FactArgument[] {
  if (entry.argument === undefined) return []
  return typeof entry.argument === 'string' ? [entry.argument] : entry.argument
}

export function factEntry(name: FactName): FactEntry {
  return FACTS[name]
}
