// Words of the pages of partners.
import type { Text } from '../../kernel/text.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import type { CheckField, PartnerService, PartnerState, Step } from './rules.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const PARTNER_WORDS = {
  tab: t('Mitra', 'Partners'),
  title: t('Mitra yang mencocokkan data', 'Partners that check data'),
  lead: t(
    'Bank, rumah sakit, dan sekolah dengan perjanjian menanyakan apakah data yang diberikan warga cocok dengan register. Jawabannya hanya ya atau tidak, dan warga melihatnya di “Siapa melihat data saya”.',
    'Banks, hospitals and schools under an agreement ask whether what a resident told them agrees with the register. The answer is only yes or no, and the resident sees it under “Who looked at my data”.',
  ),
  name: t('Nama mitra', 'Name of the partner'),
  agreement: t('Nomor perjanjian', 'Number of the agreement'),
  purpose: t('Tujuan', 'Purpose'),
  purposeHint: t('Dibaca warga. Misalnya: pembukaan rekening.', 'Residents read it. For example: opening an account.'),
  fields: t('Data yang boleh dicocokkan', 'Fields that may be checked'),
  dailyLimit: t('Batas pertanyaan sehari', 'Questions a day, at most'),
  from: t('Berlaku sejak', 'Valid from'),
  until: t('Berakhir', 'Ends'),
  state: t('Keadaan', 'State'),
  today: t('Hari ini', 'Today'),
  of: t('dari', 'of'),
  act: t('Langkah', 'Step'),
  open: t('Buka', 'Open'),
  register: t('Daftarkan mitra', 'Register a partner'),
  registerHint: t(
    'Petugas lain menyetujui sebelum mitra dapat bertanya.',
    'Another officer confirms before the partner can ask.',
  ),
  empty: t('Belum ada mitra', 'No partners yet'),
  emptyText: t(
    'Daftarkan mitra pertama dengan perjanjian, tujuan, dan data yang boleh dicocokkan.',
    'Register the first partner with its agreement, purpose and the fields that may be checked.',
  ),
  emptyReader: t('Petugas data mendaftarkan mitra.', 'The data officer registers partners.'),
  waits: t('Menunggu petugas kedua', 'Waits for a second officer'),
  over: t('Masa berlaku habis', 'Agreement is over'),
  madeBy: t('Didaftarkan oleh', 'Registered by'),
  decidedBy: t('Disetujui oleh', 'Confirmed by'),
  resumeBy: t('Diusulkan lanjut oleh', 'Proposed to go on by'),
  reason: t('Alasan', 'Reason'),
  reasonLast: t('Alasan terakhir', 'Last reason'),
  key: t('Kunci permintaan', 'Request key'),
  noKey: t('Belum dibuat: npx puja partner key', 'Not made yet: npx puja partner key'),
  usage: t('Pemakaian 14 hari terakhir', 'Use in the last 14 days'),
  usageEmpty: t('Belum ada pertanyaan', 'No questions yet'),
  usageEmptyText: t(
    'Jumlah pertanyaan sehari muncul di sini, tanpa nama dan nilai.',
    'Questions a day will show here, without names or values.',
  ),
  day: t('Hari', 'Day'),
  asked: t('Ditanya', 'Asked'),
  agreed: t('Semua cocok', 'All agree'),
  partly: t('Sebagian', 'Some agree'),
  none: t('Tidak cocok', 'None agrees'),
  refused: t('Ditolak', 'Refused'),
  asOf: t('Angka sampai', 'Figures as of'),
  source: t('Sumber: hitungan harian pintu mitra.', 'Source: daily counts of the partners’ door.'),
  decide: t('Ubah keadaan', 'Change the state'),
} as const satisfies Record<string, Text>

export const FIELD_WORDS: Readonly<Record<CheckField | PartnerService, Text>> = {
  name: t('Nama lengkap', 'Full name'),
  birthDate: t('Tanggal lahir', 'Date of birth'),
  birthPlace: t('Tempat lahir', 'Place of birth'),
  sex: t('Jenis kelamin', 'Sex'),
  motherName: t('Nama ibu kandung', 'Mother’s name'),
  village: t('Desa/kelurahan', 'Village'),
  kk: t('Nomor KK', 'Family card number'),
  resident: t('Penduduk aktif daerah ini', 'Active resident of this region'),
  'fhir-growth': t(
    'Membaca pertumbuhan anak (FHIR): nama, NIK, ukuran, z-score',
    'Reading child growth (FHIR): name, NIK, measures, z-scores',
  ),
}
export const STATE_WORDS: Readonly<Record<PartnerState, Text>> = {
  proposed: t('Diusulkan', 'Proposed'),
  active: t('Berjalan', 'Active'),
  suspended: t('Dihentikan sementara', 'Suspended'),
  ended: t('Berakhir', 'Ended'),
}
export const STATE_TONES: Readonly<Record<PartnerState, BadgeTone>> = {
  proposed: 'wait',
  active: 'done',
  suspended: 'care',
  ended: 'stop',
}
export const STEP_WORDS: Readonly<Record<Step, Text>> = {
  confirm: t('Setujui', 'Confirm'),
  suspend: t('Hentikan sementara', 'Suspend'),
  resume: t('Usulkan lanjut', 'Propose to go on'),
  end: t('Akhiri perjanjian', 'End the agreement'),
}
