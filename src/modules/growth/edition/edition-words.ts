// What the page of weight gains and limits says, and how a limit is written out.
import { formatDecimal } from '../../../kernel/decimal.ts'
import { type Language, say, type Text } from '../../../kernel/text.ts'
import type { Limit, LimitGroup } from './limit-kinds.ts'

export const EDITION_WORDS = {
  title: { id: 'Kenaikan berat dan batas', en: 'Weight gains and limits' },
  lead: {
    id: 'Berlaku sekarang: {held}. Tiap bulan dan tiap peringatan memakai edisi yang berlaku pada harinya; hasil lama tidak berubah.',
    en: 'In force now: {held}. Each month and each alert uses the edition of its own day; old results do not change.',
  },
  fixed: {
    id: 'Batas kategori gizi (Permenkes 2/2020) ditetapkan nasional dan tidak diubah di sini.',
    en: 'Borders of the nutrition categories (Permenkes 2/2020) are national and are not changed here.',
  },
  kbm: { id: 'Kenaikan berat badan minimal (KBM)', en: 'Least weight gain a month (KBM)' },
  age: { id: 'Umur penuh (bulan)', en: 'Completed months' },
  boys: { id: 'Laki-laki', en: 'Boys' },
  girls: { id: 'Perempuan', en: 'Girls' },
  open: { id: 'belum dipastikan', en: 'unconfirmed' },
  own: { id: 'ditetapkan daerah', en: 'set by the region' },
  source: {
    id: 'Sumber edisi bawaan: Buku KIA 2023 untuk bulan 1–6 dan baris 300 serta 200 gram; KMS menurut jenis kelamin untuk bulan 7 dan 11.',
    en: 'Source of the shipped edition: KIA book of 2023 for months 1–6 and the rows of 300 and 200 grams; growth cards by sex for months 7 and 11.',
  },
  limits: { id: 'Batas lain', en: 'Other limits' },
  limit: { id: 'Batas', en: 'Limit' },
  value: { id: 'Nilai', en: 'Value' },
  alerts: { id: 'Hari tiap peringatan', en: 'Days of each alert' },
  alert: { id: 'Peringatan', en: 'Alert' },
  due: { id: 'Ditangani dalam', en: 'Acted on within' },
  window: { id: 'Tidak dibuka lagi', en: 'Not opened again' },
  late: { id: 'Dinaikkan setelah lewat', en: 'Escalated when late by' },
  sameDay: { id: 'hari itu juga', en: 'the same day' },
  days: { id: '{n} hari', en: '{n} days' },
  flags: { id: 'Tanda bahaya saat merujuk', en: 'Red flags of a referral' },
  flag: { id: 'Tanda bahaya', en: 'Red flag' },
  asked: { id: 'Ditanyakan', en: 'Asked for' },
  flagWords: { id: 'Kata-kata daerah', en: 'In the region’s own words' },
  flagWordsHint: {
    id: 'Ubah kata-katanya, atau tambah tanda di baris kosong. Yang dikosongkan kembali ke kata bawaan; tanda tambahan yang dikosongkan tidak ditanyakan lagi.',
    en: 'Change the words, or add signs in the empty rows. What is emptied has the shipped words again; an added sign that is emptied is no longer asked for.',
  },
  flagId: { id: 'Tanda {n}', en: 'Sign {n} in Indonesian' },
  flagEn: { id: 'Tanda {n} dalam bahasa Inggris', en: 'Sign {n} in English' },
  englishFits: {
    id: 'Bahasa Inggris yang tidak saya ubah masih cocok dengan kata Indonesia yang baru',
    en: 'English words I did not change still fit the new Indonesian ones',
  },
  flagNone: { id: 'tidak ada', en: 'none' },
  editions: { id: 'Edisi daerah', en: 'Editions of the region' },
  noEditions: {
    id: 'Belum ada edisi sendiri; yang berlaku adalah edisi yang dibawa program ini.',
    en: 'No own edition yet; the edition that this program brings is in force.',
  },
  makeLead: {
    id: 'Ubah yang perlu saja. Edisi mulai pada awal bulan yang akan datang.',
    en: 'Change only what is needed. An edition begins with a month to come.',
  },
  basis: { id: 'Dasar, misalnya nomor keputusan', en: 'What it rests on, such as the number of a decree' },
  start: { id: 'Berlaku mulai', en: 'In force from' },
} as const satisfies Record<string, Text>
const w = EDITION_WORDS

/** Groups of the form and of the table, in their order. */
export const GROUPS: readonly { readonly group: LimitGroup; readonly title: Text; readonly hint?: Text }[] = [
  { group: 'kbm', title: w.kbm },
  {
    group: 'red-line',
    title: { id: 'Garis merah (BGM)', en: 'Red line (BGM)' },
    hint: {
      id: 'KMS 2010 memakai −3; Buku KIA 2020 dan 2023 memakai −2. Warna garis belum dipastikan naskah resmi.',
      en: 'The card of 2010 uses −3; the KIA books of 2020 and 2023 use −2. No official text confirms the colours.',
    },
  },
  {
    group: 'entry',
    title: { id: 'Ukuran yang ditanyakan saat dicatat', en: 'Measures asked about when written down' },
    hint: {
      id: 'Batas bawaan berasal dari program WHO: boleh dipersempit, tidak diperlebar. Ukuran di luar batas tetap boleh disimpan.',
      en: 'The shipped ends are those of WHO’s program: they may be narrowed, not widened. A measure outside may still be saved.',
    },
  },
  { group: 'past', title: { id: 'Dibanding ukuran anak sebelumnya', en: 'Against the child’s own past' } },
  { group: 'digits', title: { id: 'Angka yang dibulatkan', en: 'Rounded figures' } },
  { group: 'watch', title: { id: 'Peringatan dini dan rujukan', en: 'Early warning and referral' } },
  {
    group: 'flags',
    title: { id: 'Tanda bahaya saat merujuk', en: 'Red flags of a referral' },
    hint: {
      id: 'Menurut Kepmenkes 1928/2022; kata-katanya belum dipastikan. Rujukan lama tetap menampilkan tanda yang dulu dicatat.',
      en: 'After Kepmenkes 1928/2022; the wording is unconfirmed. Older referrals keep the signs written then.',
    },
  },
]

export const YES_NO: readonly Text[] = [
  { id: 'tidak', en: 'no' },
  { id: 'ya', en: 'yes' },
]
export const shown = (limit: Limit, value: number, language: Language): string => {
  if (limit.isYesNo) return say(YES_NO[value]!, language)
  return formatDecimal({ units: BigInt(value), scale: limit.decimals }, language).replace('-', '−')
}
/** As a person types it: a thousand has no sign, because "1.000" may be one or a thousand. */
export const typed = (limit: Limit, value: number, language: Language): string =>
  limit.isYesNo ? String(value) : shown(limit, value, language).replaceAll(language === 'id' ? '.' : ',', '')
export const withUnit = (limit: Limit, value: number, language: Language): string =>
  `${shown(limit, value, language)} ${say(limit.unit, language)}`.trim()
