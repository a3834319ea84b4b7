// The sentences of the posyandu's pages, and how figures and ages read there. Pure. Must stay true: a cadre's screen may say N
// or T, a family's never; shortness is a measure until a health worker has confirmed it.
import { decimal, formatDecimal } from '../../kernel/decimal.ts'
import { formatCount } from '../../kernel/rupiah.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import type { StoredMeasurement } from './child.ts'
import type { Category } from './rules/classify.ts'
import type { MonthlyDecision } from './rules/monthly.ts'

export const POSYANDU_WORDS = {
  title: { id: 'Posyandu', en: 'Posyandu' },
  posyandus: { id: 'Posyandu dalam jangkauan Anda', en: 'Posyandu within your reach' },
  posyandusLead: {
    id: 'Bulan ini, {month}. Yang paling banyak belum ditimbang di atas.',
    en: 'This month, {month}. Those with most children waiting come first.',
  },
  notJudged: {
    id: 'Naik atau tidak belum dinilai: timbang lagi dulu.',
    en: 'Whether the weight rose is not judged yet: weigh again first.',
  },
  none: { id: 'Belum ada posyandu untuk Anda', en: 'No posyandu for you yet' },
  noneText: {
    id: 'Akun ini belum ditugaskan ke posyandu atau Puskesmas. Minta Puskesmas menambahkan tugas Anda.',
    en: 'This account has no assignment at a posyandu or health centre. Ask the health centre to add it.',
  },
  today: { id: 'Hari ini', en: 'Today' },
  done: { id: '{done} dari {all} anak sudah ditimbang bulan ini', en: '{done} of {all} children weighed this month' },
  find: { id: 'Cari nama anak atau ibu', en: 'Find a child or mother by name' },
  clear: { id: 'Hapus pencarian', en: 'Clear the search' },
  found: { id: '{count} anak cocok dengan pencarian', en: '{count} children match the search' },
  foundNone: { id: 'Tidak ada nama yang cocok', en: 'No name matches' },
  foundNoneText: {
    id: 'Coba sebagian nama saja, atau nama ibunya. Anak baru bisa didaftarkan sekarang juga.',
    en: 'Try part of the name, or the mother’s. A new child can be registered right now.',
  },
  filter: { id: 'Saring', en: 'Filter' },
  waiting: { id: 'Belum', en: 'Waiting' },
  entered: { id: 'Sudah', en: 'Done' },
  all: { id: 'Semua', en: 'All' },
  allDone: { id: 'Semua anak sudah ditimbang', en: 'All children are weighed' },
  allDoneText: {
    id: 'Daftar ini terisi lagi bulan depan. Yang sudah dicatat ada di “Sudah”.',
    en: 'This list fills again next month. Those recorded stand under “Done”.',
  },
  noneDone: { id: 'Belum ada yang dicatat bulan ini', en: 'Nothing recorded this month yet' },
  noneDoneText: { id: 'Mulai dari anak pertama di “Belum”.', en: 'Begin with the first child under “Waiting”.' },
  noChildren: { id: 'Belum ada anak di posyandu ini', en: 'No children at this posyandu yet' },
  noChildrenText: {
    id: 'Daftarkan anak pertama; NIK boleh menyusul.',
    en: 'Register the first child; the NIK may follow.',
  },
  newChild: { id: 'Daftarkan anak', en: 'Register a child' },
  newcomers: { id: '{count} anak baru di desa', en: '{count} new in the village' },
  lastWeight: { id: 'terakhir {kg} kg, {date}', en: 'last {kg} kg, {date}' },
  neverWeighed: { id: 'belum pernah ditimbang', en: 'never weighed' },
  childOf: { id: 'anak {mother}', en: 'child of {mother}' },
  months: { id: 'bulan', en: 'months' },
  days: { id: 'hari', en: 'days' },
  boy: { id: 'Laki-laki', en: 'Boy' },
  girl: { id: 'Perempuan', en: 'Girl' },
  toVerify: { id: 'Belum diverifikasi', en: 'Not yet verified' },
  verified: { id: 'Terverifikasi', en: 'Verified' },
  verifying: { id: 'Verifikasi', en: 'Verify' },
  month: { id: 'Bulan', en: 'Month' },
  followUp: { id: 'Tindak lanjut', en: 'Follow up' },
  vaccinesTab: { id: 'Imunisasi', en: 'Vaccines' },
  pregnanciesTab: { id: 'Ibu hamil', en: 'Pregnant women' },
  qualityTab: { id: 'Mutu ukur', en: 'Quality' },
  alertsTab: { id: 'Peringatan', en: 'Alerts' },
  alike: { id: 'Catatan ganda', en: 'Alike records' },
  // measuring
  measure: { id: 'Timbang dan ukur', en: 'Weigh and measure' },
  correct: { id: 'Perbaiki penimbangan {date}', en: 'Correct the weighing of {date}' },
  before: { id: 'Sebelumnya, {date}', en: 'Before, {date}' },
  first: { id: 'Penimbangan pertama di posyandu', en: 'First weighing at a posyandu' },
  weight: { id: 'Berat', en: 'Weight' },
  weightHint: { id: 'Koma atau titik sama saja: 8,75 atau 8.75', en: 'Comma or point, both are fine: 8.75 or 8,75' },
  length: { id: 'Panjang atau tinggi', en: 'Length or height' },
  again: { id: '{what}, bacaan kedua', en: '{what}, second reading' },
  third: { id: '{what}, bacaan ketiga', en: '{what}, third reading' },
  position: { id: 'Diukur dengan cara', en: 'How it was measured' },
  lying: { id: 'Terlentang', en: 'Lying' },
  standing: { id: 'Berdiri', en: 'Standing' },
  lyingHint: { id: 'Di bawah 2 tahun', en: 'Below 2 years' },
  standingHint: { id: 'Mulai 2 tahun', en: 'From 2 years' },
  arm: { id: 'Lingkar lengan atas (LiLA)', en: 'Upper arm (MUAC)' },
  head: { id: 'Lingkar kepala', en: 'Head circumference' },
  breastfed: { id: 'Hanya ASI sejak penimbangan terakhir?', en: 'Only mother’s milk since the last weighing?' },
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Tidak', en: 'No' },
  vitaminA: { id: 'Vitamin A bulan ini', en: 'Vitamin A this month' },
  capsuleBlue: { id: 'Kapsul biru sudah diberikan', en: 'Blue capsule given' },
  capsuleRed: { id: 'Kapsul merah sudah diberikan', en: 'Red capsule given' },
  notGiven: { id: 'Belum', en: 'Not yet' },
  development: { id: 'Skrining perkembangan (KPSP)', en: 'Development screening (KPSP)' },
  fits: { id: 'Sesuai', en: 'Fits the age' },
  doubtful: { id: 'Meragukan', en: 'Doubtful' },
  deviates: { id: 'Menyimpang', en: 'Deviates' },
  illness: { id: 'Sakit dua minggu terakhir', en: 'Ill in the last two weeks' },
  fever: { id: 'Demam', en: 'Fever' },
  cough: { id: 'Batuk atau sesak', en: 'Cough or short of breath' },
  diarrhoea: { id: 'Diare', en: 'Diarrhoea' },
  other: { id: 'Lainnya', en: 'Other' },
  more: { id: 'Bengkak kedua kaki, tanda bahaya, catatan', en: 'Swelling of both feet, danger signs, notes' },
  oedema: { id: 'Bekas tekan di kedua kaki (edema)', en: 'Pitting swelling of both feet (oedema)' },
  oedema0: { id: 'Tidak ada', en: 'None' },
  oedema1: { id: '+1, kaki', en: '+1, feet' },
  oedema2: { id: '+2, kaki dan tungkai', en: '+2, feet and legs' },
  oedema3: { id: '+3, seluruh badan', en: '+3, whole body' },
  signs: { id: 'Tanda bahaya hari ini', en: 'Danger signs today' },
  dewormed: { id: 'Obat cacing diberikan', en: 'Deworming given' },
  freeMeal: { id: 'Mendapat Makan Bergizi Gratis (MBG) bulan ini', en: 'Got free nutritious meals (MBG) this month' },
  classAttended: { id: 'Ikut kelas ibu balita', en: 'Attended the mothers’ class' },
  note: { id: 'Catatan', en: 'Note' },
  otherDay: { id: 'Diukur hari lain atau di tempat lain', en: 'Measured on another day or elsewhere' },
  date: { id: 'Tanggal ukur', en: 'Day of measuring' },
  place: { id: 'Tempat', en: 'Place' },
  atPosyandu: { id: 'Posyandu', en: 'Posyandu' },
  atHome: { id: 'Rumah', en: 'Home' },
  atCentre: { id: 'Puskesmas', en: 'Health centre' },
  atClinic: { id: 'Puskesmas keliling', en: 'Mobile clinic' },
  massMonth: { id: 'Bulan penimbangan', en: 'Mass weighing month' },
  reason: { id: 'Alasan perbaikan', en: 'Reason for the correction' },
  monthReason: { id: 'Alasan (bulan sudah ditutup)', en: 'Reason (the month is closed)' },
  save: { id: 'Simpan, lihat hasil', en: 'Save and see the result' },
  askTitle: { id: 'Periksa dulu sebelum disimpan', en: 'Check before it is saved' },
  askSafe: { id: 'Isian Anda aman. Belum ada yang tersimpan.', en: 'What you typed is safe. Nothing is saved yet.' },
  believe: { id: 'Sudah saya ukur ulang, angkanya benar', en: 'I measured again; the figures are right' },
  // result
  saved: { id: 'Tersimpan', en: 'Saved' },
  next: { id: 'Anak berikutnya: {name}', en: 'Next child: {name}' },
  nextNone: { id: 'Semua anak sudah ditimbang bulan ini', en: 'All children are weighed this month' },
  waitingCount: { id: '{count} anak belum', en: '{count} children waiting' },
  toList: { id: 'Ke daftar hari ini', en: 'To today’s list' },
  toChild: { id: 'Buka kartu anak', en: 'Open the child’s record' },
  openChild: { id: 'Buka kartu', en: 'Open record' },
  fix: { id: 'Perbaiki angka ini', en: 'Correct these figures' },
  due: { id: 'Paling lambat {date}.', en: 'By {date} at the latest.' },
  dueToday: { id: 'Hari ini juga.', en: 'Today.' },
  moreAlerts: { id: 'dan {count} peringatan lain di kartu anak', en: 'and {count} more alerts on the child’s record' },
  tellParent: { id: 'Katakan kepada orang tua', en: 'Tell the parents' },
  results: { id: 'Hasil ukur', en: 'Results' },
  // child
  chart: { id: 'Grafik pertumbuhan', en: 'Growth chart' },
  print: { id: 'Cetak KMS', en: 'Print the growth card' },
  cardFile: { id: 'Unduh KMS (PDF, A4)', en: 'Download the growth card (PDF, A4)' },
  charts: { id: 'Grafik', en: 'Chart' },
  chartWeight: { id: 'Berat', en: 'Weight' },
  chartLength: { id: 'Panjang', en: 'Length' },
  chartWfl: { id: 'Berat/panjang', en: 'Weight/length' },
  chartBmi: { id: 'IMT', en: 'BMI' },
  chartHead: { id: 'Kepala', en: 'Head' },
  history: { id: 'Semua penimbangan', en: 'All weighings' },
  historyEmpty: { id: 'Belum ada penimbangan', en: 'No weighing yet' },
  historyEmptyText: {
    id: 'Grafik dan riwayat muncul setelah penimbangan pertama.',
    en: 'Chart and history appear after the first weighing.',
  },
  change: { id: 'Ubah data anak', en: 'Change the child’s data' },
  move: { id: 'Pindah posyandu', en: 'Move to another posyandu' },
  end: { id: 'Meninggal atau pindah daerah', en: 'Died or left the region' },
  movedDone: { id: 'Anak sudah dipindahkan.', en: 'The child has been moved.' },
  endedDone: { id: 'Sudah dicatat.', en: 'Recorded.' },
  goneText: {
    id: 'Ia tidak lagi di daftar ini; penimbangannya yang lalu tetap tersimpan di sini.',
    en: 'He or she no longer stands on this list; earlier weighings stay kept here.',
  },
  data: { id: 'Data anak', en: 'The child’s data' },
  gain: { id: 'Perubahan', en: 'Change' },
  result: { id: 'Hasil', en: 'Result' },
  age: { id: 'Umur', en: 'Age' },
  day: { id: 'Tanggal', en: 'Date' },
  least: { id: 'Paling sedikit', en: 'Least' },
  state: { id: 'Keadaan', en: 'State' },
  replaced: { id: 'Diganti', en: 'Replaced' },
  withdrawn: { id: 'Ditarik', en: 'Withdrawn' },
  recorded: { id: 'Dicatat kader', en: 'Recorded' },
  correctShort: { id: 'Perbaiki', en: 'Correct' },
  alerts: { id: 'Peringatan terbuka', en: 'Open alerts' },
  since: { id: 'Sejak {date}, belum ada hasilnya.', en: 'Since {date}, without a result yet.' },
  scores: { id: 'Nilai z', en: 'Z-scores' },
} as const satisfies Readonly<Record<string, Text>>

export type StatusCode = 'N' | 'T' | 'O' | 'B'
export const STATUS: Readonly<Record<StatusCode, { readonly tone: BadgeTone; readonly text: Text }>> = {
  N: { tone: 'done', text: { id: 'N, naik', en: 'N, gained' } },
  T: { tone: 'care', text: { id: 'T, tidak naik', en: 'T, no gain' } },
  O: { tone: 'wait', text: { id: 'O, bulan lalu tidak ditimbang', en: 'O, not weighed last month' } },
  B: { tone: 'work', text: { id: 'B, baru', en: 'B, new' } },
}

export const TONES: Readonly<Record<Category['tone'], BadgeTone>> = {
  good: 'done',
  warn: 'care',
  bad: 'stop',
  note: 'work',
}

export const kg = (g: number, language: Language): string => `${formatDecimal(decimal(g / 1000), language)} kg`
export const cm = (tenthMm: number, language: Language): string =>
  `${formatDecimal(decimal(tenthMm / 100), language)} cm`

/** For columns, where commas stand below each other: "9,60 kg", "78,0 cm"; a finer reading keeps its decimals. */
export const kgInColumn = (g: number, language: Language): string =>
  `${formatDecimal({ units: BigInt(g), scale: 3 }, language, g % 10 === 0 ? 2 : 3)}\u00a0kg`
export const cmInColumn = (tenthMm: number, language: Language): string =>
  `${formatDecimal({ units: BigInt(tenthMm), scale: 2 }, language, tenthMm % 10 === 0 ? 1 : 2)}\u00a0cm`

/** "+250 g", "−150 g", "0 g" */
export function gain(g: number): string {
  return `${g > 0 ? '+' : g < 0 ? '−' : ''}${Math.abs(g)} g`
}

/** "14 bulan", "12 hari" below one month. */
export function age(ageMonths: number, ageDays: number, language: Language): string {
  if (ageMonths < 1) return language === 'id' ? `${ageDays} hari` : `${ageDays} days`
  return language === 'id' ? `${ageMonths} bulan` : `${ageMonths} months`
}

/** "8,75 kg, 74,5 cm terlentang, LiLA 13,5 cm" */
export function figures(measurement: StoredMeasurement, language: Language): string {
  const { weightG, lengthHeightTenthMm, position, armTenthMm, headTenthMm, oedema } = measurement
  const id = language === 'id'
  return [
    ...(weightG === undefined ? [] : [kg(weightG, language)]),
    ...(lengthHeightTenthMm === undefined
      ? []
      : [
          cm(lengthHeightTenthMm, language) +
            (position === 'l'
              ? id
                ? ' terlentang'
                : ' lying'
              : position === 'h'
                ? id
                  ? ' berdiri'
                  : ' standing'
                : ''),
        ]),
    ...(armTenthMm === undefined ? [] : [`${id ? 'LiLA' : 'arm'} ${cm(armTenthMm, language)}`]),
    ...(headTenthMm === undefined ? [] : [`${id ? 'kepala' : 'head'} ${cm(headTenthMm, language)}`]),
    ...((oedema ?? 0) > 0 ? [`${id ? 'edema' : 'oedema'} +${oedema}`] : []),
  ].join(', ')
}

/** "Naik 300 gram, paling sedikit 200 gram." A health worker reads the least gain of a gap beside what was gained. */
export function gainSentence(decision: MonthlyDecision, toHealthWorker = false): Text {
  const { status, gainG, kbmG, gapKbmG } = decision
  if (status === 'B') return { id: 'Penimbangan pertama di posyandu.', en: 'First weighing at a posyandu.' }
  if (status === 'O') {
    const beside = toHealthWorker && gapKbmG !== undefined
    return {
      id: `Bulan lalu tidak ditimbang${gainG === undefined ? '' : `; sejak terakhir ${gain(gainG)}`}${beside ? `, paling sedikit ${gapKbmG} g menurut umurnya` : ''}. Bulan depan dinilai lagi.`,
      en: `Not weighed last month${gainG === undefined ? '' : `; ${gain(gainG)} since the last time`}${beside ? `, least gain for the age ${gapKbmG} g` : ''}. Judged again next month.`,
    }
  }
  const least = kbmG === undefined ? undefined : kbmG
  return {
    id: `${(gainG ?? 0) > 0 ? 'Naik' : (gainG ?? 0) < 0 ? 'Turun' : 'Tetap,'} ${formatCount(Math.abs(gainG ?? 0), 'id')} gram${least === undefined ? '' : `, paling sedikit naik ${least} gram`}.`,
    en: `${(gainG ?? 0) > 0 ? 'Gained' : (gainG ?? 0) < 0 ? 'Lost' : 'Unchanged,'} ${formatCount(Math.abs(gainG ?? 0), 'en')} g${least === undefined ? '' : `, least gain ${least} g`}.`,
  }
}
