// Words for fields, deeds, notes and documents as officers and citizens read them. Must stay true: every closed list of
// the register has a word for each of its entries; the types below see to it.
import type { Text } from '../../kernel/text.ts'
import type { CodeListName } from '../catalogue/code-lists.ts'
import type { PersonField } from './change.ts'
import type { DeedRegister, DocumentKind, MarginNoteKind } from './effect-parts.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const FIELD_WORDS: Readonly<Record<PersonField, Text>> = {
  nikStatus: t('Status NIK', 'State of the NIK'),
  status: t('Status kependudukan', 'Residence status'),
  name: t('Nama', 'Name'),
  titleBefore: t('Gelar depan', 'Title before the name'),
  titleAfter: t('Gelar belakang', 'Title after the name'),
  otherName: t('Ejaan lain', 'Other spelling'),
  sex: t('Jenis kelamin', 'Sex'),
  birthDate: t('Tanggal lahir', 'Birth date'),
  birthPlace: t('Tempat lahir', 'Birth place'),
  birthTime: t('Jam lahir', 'Time of birth'),
  citizenship: t('Kewarganegaraan', 'Citizenship'),
  religion: t('Agama', 'Religion'),
  beliefOrganisation: t('Organisasi kepercayaan', 'Organisation of belief'),
  maritalStatus: t('Status perkawinan', 'Marital status'),
  previousMaritalStatus: t('Status perkawinan sebelumnya', 'Marital status before'),
  education: t('Pendidikan', 'Education'),
  occupation: t('Pekerjaan', 'Occupation'),
  bloodType: t('Golongan darah', 'Blood type'),
  disability: t('Disabilitas', 'Disability'),
  motherId: t('Ibu', 'Mother'),
  fatherId: t('Ayah', 'Father'),
  motherName: t('Nama ibu', 'Name of the mother'),
  fatherName: t('Nama ayah', 'Name of the father'),
  villageCode: t('Desa', 'Village'),
  deathDate: t('Tanggal meninggal', 'Date of death'),
  travelDocument: t('Nomor paspor', 'Travel document'),
  travelDocumentUntil: t('Paspor berlaku sampai', 'Travel document valid until'),
  stayPermit: t('Izin tinggal', 'Stay permit'),
  stayPermitUntil: t('Izin tinggal berlaku sampai', 'Stay permit valid until'),
  phone: t('Nomor ponsel', 'Phone number'),
  email: t('Email', 'E-mail'),
  birthDeedNumber: t('Nomor akta kelahiran', 'Number of the birth deed'),
  enrolledOn: t('Perekaman KTP-el', 'KTP-el enrolment'),
  uniqueness: t('Cek ketunggalan data', 'Uniqueness check'),
  deviceBoundOn: t('Aktivasi IKD', 'Digital identity'),
  flags: t('Layanan khusus', 'Special service'),
  duplicateOf: t('Data yang dipakai', 'Entry used instead'),
  sealed: t('Data tertutup', 'Sealed fields'),
}

export const FIELD_LISTS: Partial<Record<PersonField, CodeListName>> = {
  status: 'personStatus',
  nikStatus: 'nikStatus',
  sex: 'sex',
  citizenship: 'citizenship',
  religion: 'religion',
  maritalStatus: 'maritalStatus',
  previousMaritalStatus: 'maritalStatus',
  education: 'education',
  bloodType: 'bloodType',
  disability: 'disability',
}

/** Values that are on no official list. */
export const OWN_VALUES: Partial<Record<string, Readonly<Record<string, Text>>>> = {
  uniqueness: {
    unique: t('tunggal', 'unique'),
    duplicate: t('ganda', 'duplicate'),
    pending: t('belum dijawab pusat', 'not answered by the centre'),
  },
}

export const DEED_WORDS: Readonly<Record<DeedRegister, Text>> = {
  birth: t('Akta kelahiran', 'Birth deed'),
  death: t('Akta kematian', 'Death deed'),
  stillbirth: t('Catatan lahir mati', 'Stillbirth record'),
  marriage: t('Akta perkawinan', 'Marriage deed'),
  'marriage-annulment': t('Catatan pembatalan perkawinan', 'Annulment of a marriage'),
  divorce: t('Akta perceraian', 'Divorce deed'),
  'divorce-annulment': t('Catatan pembatalan perceraian', 'Annulment of a divorce'),
  acknowledgment: t('Akta pengakuan anak', 'Acknowledgment deed'),
  legitimation: t('Akta pengesahan anak', 'Legitimation deed'),
  overseas: t('Laporan peristiwa di luar negeri', 'Report of an event abroad'),
  'marriage-book': t('Buku nikah', 'Marriage book'),
  'divorce-certificate': t('Akta cerai pengadilan agama', 'Divorce certificate of the religious court'),
}

export const NOTE_WORDS: Readonly<Record<MarginNoteKind, Text>> = {
  'name-change': t('perubahan nama', 'name change'),
  adoption: t('pengangkatan anak', 'adoption'),
  acknowledgment: t('pengakuan anak', 'acknowledgment of the child'),
  legitimation: t('pengesahan anak', 'legitimation of the child'),
  citizenship: t('perubahan kewarganegaraan', 'change of citizenship'),
  'sex-change': t('perubahan jenis kelamin', 'change of sex'),
  'other-event': t('peristiwa penting lain', 'other vital event'),
  'marriage-agreement': t('perjanjian perkawinan', 'marriage agreement'),
  'marriage-agreement-changed': t('perubahan perjanjian perkawinan', 'marriage agreement changed'),
  'marriage-agreement-withdrawn': t('pencabutan perjanjian perkawinan', 'marriage agreement withdrawn'),
  annulled: t('dibatalkan', 'annulled'),
  correction: t('pembetulan', 'correction'),
  'cancelled-by-court': t('dibatalkan pengadilan', 'cancelled by a court'),
  'cancelled-by-office': t('dibatalkan dinas', 'cancelled by the department'),
}

export const DOCUMENT_WORDS: Readonly<Record<DocumentKind, Text>> = {
  kk: t('Kartu Keluarga', 'Family card'),
  biodata: t('Biodata penduduk', 'Biodata sheet'),
  'birth-deed-extract': t('Kutipan akta kelahiran', 'Birth deed extract'),
  'death-deed-extract': t('Kutipan akta kematian', 'Death deed extract'),
  'marriage-deed-extract': t('Kutipan akta perkawinan', 'Marriage deed extract'),
  'divorce-deed-extract': t('Kutipan akta perceraian', 'Divorce deed extract'),
  'acknowledgment-deed-extract': t('Kutipan akta pengakuan anak', 'Acknowledgment deed extract'),
  'legitimation-deed-extract': t('Kutipan akta pengesahan anak', 'Legitimation deed extract'),
  'deed-extract': t('Kutipan akta', 'Deed extract'),
  'corrected-deed-extract': t('Kutipan akta hasil pembetulan', 'Corrected deed extract'),
  'stillbirth-letter': t('Surat keterangan lahir mati', 'Stillbirth letter'),
  'marriage-annulment-letter': t('Surat keterangan pembatalan perkawinan', 'Marriage annulment letter'),
  'divorce-annulment-letter': t('Surat keterangan pembatalan perceraian', 'Divorce annulment letter'),
  'deed-cancellation-letter': t('Surat keterangan pembatalan akta', 'Deed cancellation letter'),
  'cancellation-letter': t('Surat pembatalan dokumen', 'Document cancellation letter'),
  'overseas-report-letter': t('Surat keterangan pelaporan dari luar negeri', 'Letter on an event abroad'),
  skpwni: t('Surat keterangan pindah WNI (SKPWNI)', 'Moving letter (SKPWNI)'),
  skpln: t('Surat keterangan pindah ke luar negeri (SKPLN)', 'Letter of moving abroad (SKPLN)'),
  skdln: t('Surat keterangan datang dari luar negeri (SKDLN)', 'Letter of arrival from abroad (SKDLN)'),
  skpoa: t('Surat keterangan pindah Orang Asing (SKPOA)', 'Moving letter of a foreigner (SKPOA)'),
  'identity-replacement-letter': t('Surat keterangan pengganti tanda identitas', 'Letter in place of an identity card'),
  'non-permanent-receipt': t('Bukti pendaftaran penduduk nonpermanen', 'Receipt of a non-permanent resident'),
  'ktp-el': t('KTP-el', 'KTP-el'),
  kia: t('Kartu Identitas Anak (KIA)', 'Child identity card (KIA)'),
  ikd: t('Identitas Kependudukan Digital (IKD)', 'Digital identity (IKD)'),
}
