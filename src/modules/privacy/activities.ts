// What this program does with personal data: the register of processing (Law 27/2022 article 31) as data. Must stay true:
// each activity names its tables, so that a table nobody describes is found and shown.
import type { Text } from '../../kernel/text.ts'
import type { RetentionId } from './retention.ts'

const t = (id: string, en: string): Text => ({ id, en })
const DUTY = (law: string): Text => t(`Kewajiban hukum: ${law}`, `Legal duty: ${law}`)

export type Activity = {
  readonly id: string
  readonly name: Text
  readonly purpose: Text
  readonly basis: Text
  readonly categories: Text
  readonly recipients: Text
  readonly retention: readonly RetentionId[]
  /** Tables or beginnings of table names (`case_`) it works on. */
  readonly tables: readonly string[]
}

export const ACTIVITIES: readonly Activity[] = [
  {
    id: 'register',
    name: t('Register kependudukan dan pencatatan sipil', 'Population and civil register'),
    purpose: t('Mencatat penduduk, keluarga, dan peristiwa penting', 'Recording people, families and vital events'),
    basis: DUTY('UU 23/2006, UU 24/2013, PP 40/2019'),
    categories: t(
      'Identitas, keluarga, alamat, agama, status kawin; data anak; disabilitas dan golongan darah tersegel terpisah',
      'Identity, family, address, religion, marital status; data of children; disability and blood group sealed apart',
    ),
    recipients: t(
      'Petugas menurut peran dan wilayah; daerah tujuan saat pindah',
      'Officers by role and place; the region moved to',
    ),
    retention: ['register'],
    tables: [
      'person',
      'person_',
      'family',
      'family_',
      'deed',
      'deed_',
      'margin_note',
      'register_',
      'number_',
      'stay',
      'transfer',
      'duplicate_',
      'coverage_',
      'prepared_',
    ],
  },
  {
    id: 'cases',
    name: t('Permohonan layanan', 'Applications for services'),
    purpose: t('Menerima, memeriksa, dan menerbitkan dokumen', 'Receiving, checking and issuing papers'),
    basis: DUTY('Perpres 96/2018, Permendagri 7/2019, 108/2019'),
    categories: t('Isian, kontak, unggahan surat; semuanya tersegel', 'Answers, contact, uploaded papers; all sealed'),
    recipients: t(
      'Petugas layanan yang menangani; penandatangan elektronik',
      'Officers who handle it; the provider of electronic signatures',
    ),
    retention: ['drafts', 'closed', 'issued'],
    tables: ['case_', 'files', 'mandate', 'chat_', 'event_report'],
  },
  {
    id: 'documents',
    name: t('Dokumen, kartu, dan pemeriksaan QR', 'Papers, cards and QR checks'),
    purpose: t('Menerbitkan, menyerahkan, dan memeriksa keaslian', 'Issuing, handing over and proving papers'),
    basis: DUTY('Permendagri 104/2019, 109/2019, 72/2022'),
    categories: t('Isi dokumen; siapa yang mengambil kartu, tersegel', 'Contents of papers; who took a card, sealed'),
    recipients: t(
      'Pemegang dokumen; siapa pun yang memegang QR, hanya hasil periksa',
      'The holder; whoever holds the QR, only the result of the check',
    ),
    retention: ['register'],
    tables: ['document', 'document_', 'card', 'card_'],
  },
  {
    id: 'accounts',
    name: t('Akun dan masuk', 'Accounts and sign-in'),
    purpose: t('Memastikan siapa yang meminta', 'Making sure who asks'),
    basis: t('Pelaksanaan tugas publik; persetujuan untuk kontak', 'Public task; consent for contact'),
    categories: t('Nama, nomor ponsel, email, kunci sandi, perangkat', 'Name, phone, e-mail, passkeys, devices'),
    recipients: t(
      'Pengantar SMS, WhatsApp, email: hanya alamat dan nomor permohonan',
      'Carriers of SMS, WhatsApp, e-mail: address and application number only',
    ),
    retention: ['codes', 'sessions', 'notices'],
    tables: ['account_person', 'role_assignment', 'officer_', 'deputy', 'notice', 'notice_'],
  },
  {
    id: 'growth',
    name: t('Pertumbuhan anak dan posyandu', 'Child growth and posyandu'),
    purpose: t(
      'Memantau pertumbuhan, menemukan dan merawat anak yang terhambat',
      'Watching growth, finding and treating children who falter',
    ),
    basis: t(
      'Tugas publik: Perpres 72/2021; data kesehatan anak',
      'Public task: presidential regulation 72/2021; health data of children',
    ),
    categories: t(
      'Identitas anak dan ibu, berat, tinggi, rujukan; NIK dan rincian tersegel',
      'Identity of child and mother, weight, height, referrals; NIK and details sealed',
    ),
    recipients: t(
      'Kader, bidan, Puskesmas menurut wilayah; angka tanpa nama untuk TPPS',
      'Cadres, midwives, health centres by place; figures without names for the task force',
    ),
    retention: ['register'],
    tables: ['growth_', 'posyandu', 'school_'],
  },
  {
    id: 'convergence',
    name: t('Konvergensi penurunan stunting', 'Convergence against stunting'),
    purpose: t('Memastikan keluarga berisiko menerima layanannya', 'Making sure families at risk get their services'),
    basis: t('Tugas publik: Perpres 72/2021', 'Public task: presidential regulation 72/2021'),
    categories: t(
      'Anggota keluarga sasaran, layanan yang diterima, catatan kunjungan',
      'Members of families, services received, notes of visits',
    ),
    recipients: t(
      'Desa, pendamping keluarga, perangkat daerah menurut wilayah',
      'Villages, family teams, agencies by place',
    ),
    retention: ['register'],
    tables: ['convergence_'],
  },
  {
    id: 'satisfaction',
    name: t('Survei kepuasan', 'Satisfaction survey'),
    purpose: t('Mengukur mutu layanan', 'Measuring the quality of services'),
    basis: t('Persetujuan; PermenPANRB 14/2017', 'Consent; regulation of the reform ministry 14/2017'),
    categories: t(
      'Jawaban tanpa nama, dipisahkan dari undangan',
      'Answers without a name, kept apart from the invitation',
    ),
    recipients: t('Angka untuk umum', 'Figures for everyone'),
    retention: ['notices'],
    tables: ['satisfaction_'],
  },
  {
    id: 'national',
    name: t('Pencocokan dengan register nasional', 'Agreement with the national register'),
    purpose: t(
      'Memastikan perubahan daerah tercatat di pusat',
      'Making sure that the region’s changes are known nationally',
    ),
    basis: DUTY('UU 23/2006, PP 40/2019'),
    categories: t(
      'Kunci orang, jenis dan tanggal peristiwa, jawaban pusat dan rujukannya',
      'Key of the person, kind and date of the event, the national answer and its reference',
    ),
    recipients: t('Sistem pusat, lewat petugas data', 'The national system, through data officers'),
    retention: ['register'],
    tables: ['national_'],
  },
  {
    id: 'partners',
    name: t('Pencocokan data oleh mitra', 'Checks by partners'),
    purpose: t(
      'Menjawab ya atau tidak kepada mitra dengan perjanjian',
      'Answering yes or no to partners under an agreement',
    ),
    basis: t('Perjanjian kerja sama; UU 24/2013 pasal 58 dan 79', 'Agreement; Law 24/2013 articles 58 and 79'),
    categories: t(
      'Ya atau tidak untuk tiap data yang ditanyakan; jumlah sehari; isi pertanyaan tidak disimpan',
      'Yes or no for each field asked; counts a day; the questions are not kept',
    ),
    recipients: t('Mitra yang terdaftar', 'Registered partners'),
    retention: ['journal'],
    tables: ['partner', 'partner_'],
  },
  {
    id: 'protection',
    name: t('Pelindungan data dan jurnal', 'Data protection and journal'),
    purpose: t(
      'Menjawab hak warga, menemukan dan membuktikan penyalahgunaan',
      'Answering rights, finding and proving misuse',
    ),
    basis: DUTY('UU 27/2022'),
    categories: t(
      'Siapa membuka data siapa, kapan, untuk apa; permintaan warga tersegel',
      'Who opened whose data, when, why; requests of citizens sealed',
    ),
    recipients: t(
      'Warga yang bersangkutan, auditor, petugas data; lembaga PDP saat ada kebocoran',
      'The person concerned, auditors, data officers; the authority in a breach',
    ),
    retention: ['journal', 'outbox', 'answers'],
    tables: [
      'journal',
      'journal_',
      'privacy_',
      'odd_read',
      'odd_',
      'protected_person',
      'outbox',
      'inbox',
      'idempotency',
      'messages',
    ],
  },
]

/** Tables of a region that hold nothing about people. */
export const WITHOUT_PEOPLE: readonly string[] = [
  'region_setting',
  'agency',
  'unit',
  'service_',
  'installed_service',
  'boundary_',
]

const names = (patterns: readonly string[], table: string): boolean =>
  patterns.some((one) => (one.endsWith('_') ? table.startsWith(one) : table === one))

/** Tables that no activity describes. */
export function undescribed(tables: readonly string[]): readonly string[] {
  return tables.filter((table) => !names(WITHOUT_PEOPLE, table) && !ACTIVITIES.some((one) => names(one.tables, table)))
}
