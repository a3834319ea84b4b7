// Words of case audits.
import type { Text } from '../../kernel/text.ts'
import type { AuditKind, AuditSelection } from './tables.ts'

export const AUDIT_WORDS = {
  audits: { id: 'Audit kasus stunting', en: 'Case audits' },
  auditsLead: {
    id: 'Mencari sebab risiko pada kasus sulit, bukan kesalahan. Dua siklus setahun, tujuh langkah.',
    en: 'Looking for the cause of risk in hard cases, not for fault. Two cycles a year, seven steps.',
  },
  audit: { id: 'Audit kasus {year}, siklus {cycle}', en: 'Case audit {year}, cycle {cycle}' },
  notBegun: { id: 'Belum mulai', en: 'Not begun' },
  step: { id: 'Langkah {n} dari 7', en: 'Step {n} of 7' },
  cases: { id: 'Kasus', en: 'Cases' },
  noAudits: { id: 'Belum ada audit', en: 'No audit yet' },
  noAuditsText: {
    id: 'Sekretariat membuka siklus, tim pakar memilih kasus.',
    en: 'The secretariat opens a cycle; the expert team chooses the cases.',
  },
  open: { id: 'Buka siklus audit', en: 'Open an audit cycle' },
  year: { id: 'Tahun', en: 'Year' },
  cycle: { id: 'Siklus', en: 'Cycle' },
  names: {
    id: 'Di sini hanya nama samaran. Nama asli hanya dibuka tim audit, dan setiap kali dicatat.',
    en: 'Pseudonyms only. The audit team alone opens names, and each time is recorded.',
  },
  pseudonym: { id: 'Nama samaran', en: 'Pseudonym' },
  kind: { id: 'Kelompok', en: 'Group' },
  selection: { id: 'Alasan dipilih', en: 'Why chosen' },
  plan: { id: 'Rencana tindak lanjut', en: 'Follow-up plan' },
  approved: { id: 'disetujui {date}', en: 'approved {date}' },
  waits: { id: 'menunggu persetujuan', en: 'waits for approval' },
  noPlan: { id: 'belum ada', en: 'none yet' },
  approve: { id: 'Setujui rencana', en: 'Approve the plan' },
  steps: { id: 'Langkah', en: 'Steps' },
  next: { id: 'Catat langkah: {name}', en: 'Record the step: {name}' },
  doneOn: { id: 'Tanggal', en: 'Day' },
  note: { id: 'Catatan atau nomor dokumen', en: 'Note or number of the document' },
  saveStep: { id: 'Langkah ini selesai', en: 'This step is done' },
  addCase: { id: 'Tambahkan kasus', en: 'Add a case' },
  nik: { id: 'NIK', en: 'NIK' },
  nikHint: {
    id: 'Dipakai mencari orangnya di register, lalu tidak disimpan',
    en: 'Used to find the person in the register, then not kept',
  },
  add: { id: 'Tambahkan', en: 'Add' },
  measured: { id: 'Pengukuran enam bulan terakhir', en: 'Measurements of the last six months' },
  notMeasured: {
    id: 'Belum ada pengukuran dalam enam bulan. Kader menimbang tiap bulan; hasilnya tampil di sini.',
    en: 'No measurement within six months. Cadres weigh every month; what they find is shown here.',
  },
  on: { id: 'Tanggal', en: 'Day' },
  weight: { id: 'Berat (kg)', en: 'Weight (kg)' },
  length: { id: 'Panjang atau tinggi (cm)', en: 'Length or height (cm)' },
  wfa: { id: 'BB/U', en: 'Weight for age' },
  lfa: { id: 'PB/U atau TB/U', en: 'Length for age' },
  wfl: { id: 'BB/PB atau BB/TB', en: 'Weight for length' },
  findings: { id: 'Temuan dan sebab risiko', en: 'Findings and causes' },
  findingsHint: {
    id: 'Disimpan tersegel; hanya tim audit yang membacanya',
    en: 'Kept sealed; only the audit team reads it',
  },
  saveCase: { id: 'Simpan temuan dan rencana', en: 'Save findings and plan' },
} as const satisfies Record<string, Text>

export const KIND: Readonly<Record<AuditKind, Text>> = {
  'couple-to-be': { id: 'calon pengantin', en: 'couple-to-be' },
  pregnant: { id: 'ibu hamil', en: 'pregnant' },
  postpartum: { id: 'ibu nifas', en: 'after birth' },
  child: { id: 'anak', en: 'child' },
}

export const SELECTION: Readonly<Record<AuditSelection, Text>> = {
  'no-improvement': { id: 'tidak membaik setelah bantuan', en: 'no improvement after help' },
  'many-cases': { id: 'banyak kasus di tempatnya', en: 'many cases in the place' },
  'complete-data': { id: 'datanya lengkap', en: 'complete data' },
}

export const options = <K extends string>(names: Readonly<Record<K, Text>>) =>
  (Object.entries(names) as [K, Text][]).map(([value, label]) => ({ value, label }))
