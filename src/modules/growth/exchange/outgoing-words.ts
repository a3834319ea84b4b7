// Words of the pages of outgoing items, in both languages.
import type { Text } from '../../../kernel/text.ts'
import type { BadgeTone } from '../../../platform/ui/badge.tsx'
import type { ItemState, Target } from './outgoing-port.ts'

export const OUTGOING_WORDS = {
  title: { id: 'Kiriman ke sistem lain', en: 'Items for other systems' },
  lead: {
    id: 'Kunjungan anak ke SATUSEHAT dan hitungan bulanan ke DHIS2: apa yang menunggu, terkirim, atau ditolak, dan mengapa.',
    en: 'Visits of children to SATUSEHAT and monthly counts to DHIS2: what waits, what was sent or refused, and why.',
  },
  receivers: { id: 'Penerima', en: 'Receivers' },
  receiver: { id: 'Penerima', en: 'Receiver' },
  address: { id: 'Alamat', en: 'Address' },
  noAddress: { id: 'belum diatur', en: 'not set yet' },
  inside: { id: 'Penerima tiruan di dalam demo', en: 'Stand-in inside the demo' },
  on: { id: 'Aktif', en: 'On' },
  off: { id: 'Tidak aktif', en: 'Off' },
  set: { id: 'Atur', en: 'Set' },
  items: { id: 'Kiriman', en: 'Items' },
  all: { id: 'Semua', en: 'All' },
  about: { id: 'Isi', en: 'About' },
  visit: { id: 'Kunjungan anak', en: 'Visit of a child' },
  month: { id: 'Hitungan {month}, {place}', en: 'Counts of {month}, {place}' },
  state: { id: 'Keadaan', en: 'State' },
  tries: { id: 'Dicoba', en: 'Tried' },
  times: { id: '{count} kali', en: '{count} times' },
  reason: { id: 'Keterangan', en: 'Remark' },
  changed: { id: 'Terakhir', en: 'Last change' },
  nextTry: { id: 'Dicoba lagi {at}', en: 'Next try {at}' },
  taken: { id: 'nomor penerima {id}', en: 'receiver’s number {id}' },
  more: { id: 'Kiriman yang lebih lama', en: 'Older items' },
  none: { id: 'Belum ada kiriman', en: 'No item yet' },
  noneText: {
    id: 'Atur penerima, lalu siapkan kiriman satu bulan. Setelah itu setiap malam kiriman bulan lalu disiapkan sendiri.',
    en: 'Set a receiver, then queue a month. After that last month is queued each night by itself.',
  },
  noneHere: { id: 'Tidak ada kiriman dalam keadaan ini', en: 'No item in this state' },
  noneHereText: { id: 'Pilih keadaan lain di atas.', en: 'Choose another state above.' },
  queueTitle: { id: 'Siapkan kiriman satu bulan', en: 'Queue a month' },
  queueHint: {
    id: 'Hanya pengukuran yang sudah diverifikasi. Yang sudah pernah disiapkan dan tidak berubah tidak disiapkan dua kali.',
    en: 'Verified measurements only. What was queued before and has not changed is not queued twice.',
  },
  queueMonth: { id: 'Bulan', en: 'Month' },
  queue: { id: 'Siapkan kiriman', en: 'Queue items' },
  queued: { id: '{count} kiriman baru disiapkan.', en: '{count} new items queued.' },
  back: { id: 'Kiriman ke sistem lain', en: 'Items for other systems' },
  attempts: { id: 'Riwayat percobaan', en: 'Tries so far' },
  noAttempt: { id: 'Belum pernah dicoba', en: 'Not tried yet' },
  noAttemptText: { id: 'Kiriman dicoba dalam lima menit.', en: 'The item will be tried within five minutes.' },
  at: { id: 'Waktu', en: 'When' },
  answer: { id: 'Jawaban', en: 'Answer' },
  received: { id: 'Yang diterima di sana', en: 'Received there' },
  read: { id: 'Yang dibaca di sana', en: 'Read there' },
  resend: { id: 'Kirim lagi', en: 'Send again' },
  resendText: {
    id: 'Perbaiki dulu sebabnya: catatan yang sudah betul dikirim sebagai versi baru. Sistem tujuan mencari nomornya, jadi tidak tercatat dua kali.',
    en: 'Repair the cause first: a record put right goes as a new version. The other side searches by its number, so nothing is recorded twice.',
  },
  version: { id: 'Versi', en: 'Version' },
  created: { id: 'Disiapkan', en: 'Queued' },
  print: { id: 'Sidik isi', en: 'Fingerprint' },
  holds: { id: 'Yang ada di dalamnya', en: 'What is inside' },
  lacks: { id: 'Yang masih kosong', en: 'What is still empty' },
  where: { id: 'Tempat dan bulan', en: 'Place and month' },
  whereText: { id: '{place}, {month}', en: '{place}, {month}' },
  child: { id: 'Halaman anak', en: 'Page of the child' },
  childText: {
    id: 'Hanya petugas posyandu dan Puskesmas anak ini yang dapat membukanya. Kirim alamatnya kepada mereka bila catatannya perlu dibetulkan.',
    en: 'Only workers of this child’s posyandu and Puskesmas can open it. Give them its address when the record must be put right.',
  },
  noContent: {
    id: 'Isi kiriman memuat data anak dan tidak ditampilkan di sini.',
    en: 'The content carries children’s data and is not shown here.',
  },
  noCounts: {
    id: 'Isi kiriman adalah hitungan, tanpa nama anak, dan tidak ditampilkan di sini.',
    en: 'The content is counts, without children’s names, and is not shown here.',
  },
  setTitle: { id: 'Atur penerima: {target}', en: 'Set the receiver: {target}' },
  addressHint: {
    id: 'Alamat https milik sistem penerima. Alamat di dalam jaringan tidak diterima.',
    en: 'The https address of the receiving system. Addresses inside a network are not taken.',
  },
  addressHintDemo: {
    id: 'Alamat https milik sistem penerima, atau “stand-in” untuk penerima tiruan di dalam demo.',
    en: 'The https address of the receiving system, or “stand-in” for the one inside the demo.',
  },
  organisation: { id: 'Nomor organisasi (IHS)', en: 'Number of the organisation (IHS)' },
  practitioner: { id: 'Nomor petugas penanggung jawab (IHS)', en: 'Number of the responsible health worker (IHS)' },
  clientId: { id: 'Nama klien (client id)', en: 'Client id' },
  secret: { id: 'Kunci klien (client secret)', en: 'Client secret' },
  secretKept: {
    id: 'Sudah tersimpan. Kosongkan bila tidak diganti; alamat baru menghapus kunci lama.',
    en: 'One is kept. Leave it empty to keep it; a new address removes the old one.',
  },
  optional: { id: 'boleh kosong', en: 'may be empty' },
  switch: { id: 'Kirim ke penerima ini', en: 'Send to this receiver' },
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Tidak, tahan dulu', en: 'No, hold back' },
  save: { id: 'Simpan', en: 'Save' },
} as const satisfies Record<string, Text>

export const TARGET_NAMES: Readonly<Record<Target, Text>> = {
  satusehat: { id: 'SATUSEHAT (FHIR R4)', en: 'SATUSEHAT (FHIR R4)' },
  dhis2: { id: 'DHIS2', en: 'DHIS2' },
}

export const ITEM_STATE_WORDS: Readonly<Record<ItemState, { readonly label: Text; readonly tone: BadgeTone }>> = {
  waiting: { label: { id: 'Menunggu', en: 'Waiting' }, tone: 'work' },
  sent: { label: { id: 'Sedang dikirim', en: 'Being sent' }, tone: 'work' },
  accepted: { label: { id: 'Diterima', en: 'Accepted' }, tone: 'done' },
  refused: { label: { id: 'Ditolak', en: 'Refused' }, tone: 'stop' },
  superseded: { label: { id: 'Diganti versi baru', en: 'Replaced by a newer one' }, tone: 'stop' },
}

export const RECEIVED_WORDS: Readonly<Record<string, Text>> = {
  Patient: { id: 'pasien', en: 'patient' },
  RelatedPerson: { id: 'orang tua', en: 'related person' },
  Encounter: { id: 'kunjungan', en: 'encounter' },
  Observation: { id: 'hasil ukur', en: 'observations' },
  Condition: { id: 'diagnosis', en: 'conditions' },
  Immunization: { id: 'imunisasi', en: 'immunisations' },
  ServiceRequest: { id: 'rujukan', en: 'referrals' },
  NutritionOrder: { id: 'makanan tambahan', en: 'extra food' },
  dataValues: { id: 'angka', en: 'values' },
}

/** Elements that somebody can fill in; the others are told by their name in the standard. */
export const ELEMENT_WORDS: Readonly<Record<string, Text>> = {
  identifier: { id: 'nomor identitas', en: 'identifier' },
  name: { id: 'nama', en: 'name' },
  gender: { id: 'jenis kelamin', en: 'sex' },
  birthDate: { id: 'tanggal lahir yang pasti', en: 'exact birth date' },
  address: { id: 'alamat', en: 'address' },
  location: { id: 'tempat', en: 'place' },
  performer: { id: 'pengukur', en: 'who measured' },
  participant: { id: 'petugas', en: 'health worker' },
  serviceProvider: { id: 'organisasi', en: 'organisation' },
  effectiveDateTime: { id: 'waktu', en: 'time' },
}
