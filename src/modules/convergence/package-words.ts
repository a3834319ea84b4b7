// Words of foster parents’ packages: their kinds, states and consents.
import type { Text } from '../../kernel/text.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import type { Consent, PackageKind, PackageResult, PackageState } from './tables.ts'

export const PACKAGE_WORDS = {
  district: { id: 'Kecamatan', en: 'District' },
  packages: { id: 'Orang tua asuh', en: 'Foster parents' },
  giverLead: {
    id: 'Paket Anda, penyerahannya, dan hasilnya. Keluarga tampil dengan nama depan atau kode, sesuai persetujuannya.',
    en: 'Your packages, their deliveries and effects. Families appear by first name or code, as they agreed.',
  },
  villageLead: {
    id: 'Paket untuk keluarga di wilayah Anda: catat persetujuan, penyerahan, dan hasilnya.',
    en: 'Packages for families of your area: note consent, deliveries and effects.',
  },
  package: { id: 'Paket', en: 'Package' },
  giver: { id: 'Pemberi', en: 'Giver' },
  state: { id: 'Keadaan', en: 'State' },
  deliveries: { id: 'Diserahkan', en: 'Delivered' },
  amount: { id: 'Nilai', en: 'Amount' },
  months: { id: '{n} bulan', en: '{n} months' },
  noPackages: { id: 'Belum ada paket', en: 'No package yet' },
  noPackagesText: {
    id: 'Paket muncul setelah seorang pemberi memilih desa dan jenis bantuan.',
    en: 'Packages appear when a giver chose a village and a kind of help.',
  },
  offer: { id: 'Tawarkan paket', en: 'Offer a package' },
  offerLead: {
    id: 'Pilih kebutuhan dan desanya. Sistem memilih keluarga yang paling lama menunggu, lalu tim pendamping menanyakan persetujuannya.',
    en: 'Choose need and village. The program picks the family that waits longest; the family team then asks for its consent.',
  },
  need: { id: 'Kebutuhan', en: 'Need' },
  needLine: { id: '{kind}, {village}: {n} keluarga', en: '{kind}, {village}: {n} families' },
  monthsField: { id: 'Lama, bulan', en: 'Months' },
  amountField: { id: 'Nilai seluruhnya', en: 'Whole amount' },
  send: { id: 'Tawarkan', en: 'Offer' },
  noNeeds: {
    id: 'Tidak ada kelompok kebutuhan yang cukup besar untuk ditampilkan.',
    en: 'No group of needs is large enough to be shown.',
  },
  consent: { id: 'Persetujuan keluarga', en: 'Consent of the family' },
  saveConsent: { id: 'Catat jawaban keluarga', en: 'Record the family’s answer' },
  events: { id: 'Penyerahan dan hasil', en: 'Deliveries and effects' },
  noEvents: { id: 'Belum ada penyerahan.', en: 'No delivery yet.' },
  delivery: { id: 'Penyerahan', en: 'Delivery' },
  effect: { id: 'Hasil', en: 'Effect' },
  on: { id: 'Tanggal', en: 'Day' },
  body: { id: 'Apa yang diserahkan atau berubah', en: 'What was delivered or changed' },
  bodyHint: {
    id: 'Pemberi membaca ini. Tanpa nama lengkap, nomor, atau alamat.',
    en: 'The giver reads this. No full name, number or address.',
  },
  proof: { id: 'Bukti (foto kuitansi, tanpa wajah)', en: 'Proof (photo of the receipt, no faces)' },
  saveEvent: { id: 'Catat', en: 'Record' },
  openProof: { id: 'Buka bukti', en: 'Open the proof' },
  close: { id: 'Tutup paket dengan hasilnya', en: 'Close the package with its result' },
  closeLead: {
    id: 'Pemberi membaca hasil ini. Setelah ditutup, tidak ada lagi yang dicatat.',
    en: 'The giver reads this result. Once closed, nothing more is recorded.',
  },
  result: { id: 'Hasil akhir', en: 'Result' },
  endedOn: { id: 'Tanggal berakhir', en: 'Last day' },
  resultNote: { id: 'Apa yang berubah', en: 'What changed' },
  resultHint: {
    id: 'Misalnya “berat naik 1,2 kg dalam 6 bulan” atau “jamban selesai dibangun”. Tanpa nama lengkap, nomor, atau alamat.',
    en: 'Such as “gained 1.2 kg in 6 months” or “the latrine is built”. No full name, number or address.',
  },
  closeIt: { id: 'Tutup paket', en: 'Close the package' },
  ended: { id: 'Berakhir {date}: {result}', en: 'Ended on {date}: {result}' },
  isDue: { id: 'Bulannya sudah habis, hasilnya belum dicatat', en: 'Its months are over; the result is not recorded' },
} as const satisfies Record<string, Text>

export const PACKAGE: Readonly<Record<PackageKind, Text>> = {
  food: { id: 'Makanan tambahan', en: 'Extra food' },
  latrine: { id: 'Jamban', en: 'Latrine' },
  water: { id: 'Air bersih', en: 'Clean water' },
  house: { id: 'Rumah', en: 'House' },
  education: { id: 'Pendidikan', en: 'Education' },
}

export const CONSENT: Readonly<Record<Consent, Text>> = {
  waiting: { id: 'menunggu jawaban keluarga', en: 'waiting for the family' },
  'first-name': { id: 'setuju, nama depan boleh tampil', en: 'agreed, first name may be shown' },
  code: { id: 'setuju, hanya kode', en: 'agreed, code only' },
  refused: { id: 'tidak setuju', en: 'did not agree' },
  withdrawn: { id: 'persetujuan ditarik', en: 'consent withdrawn' },
}

export const STATE: Readonly<Record<PackageState, { readonly name: Text; readonly tone: BadgeTone }>> = {
  proposed: { name: { id: 'ditawarkan', en: 'offered' }, tone: 'wait' },
  running: { name: { id: 'berjalan', en: 'running' }, tone: 'work' },
  finished: { name: { id: 'selesai', en: 'finished' }, tone: 'done' },
  stopped: { name: { id: 'dihentikan', en: 'stopped' }, tone: 'stop' },
}

export const RESULT: Readonly<Record<PackageResult, Text>> = {
  'factor-gone': { id: 'faktor risiko keluarga hilang', en: 'a factor of the family’s risk is gone' },
  better: { id: 'berat atau kategori membaik', en: 'weight or category is better' },
  same: { id: 'belum ada perubahan', en: 'no change yet' },
  'ended-early': { id: 'berakhir lebih awal', en: 'ended early' },
}
