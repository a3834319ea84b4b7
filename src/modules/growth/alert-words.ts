// Words of the alert pages, and facts in words: why an alert opened, how old a child is, when something is due. Pure.

import { daysBetween, type PlainDate } from '../../kernel/date.ts'
import { formatDate } from '../../kernel/date-format.ts'
import { formatFigure } from '../../kernel/decimal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Evidence } from './rules/alerts.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const ALERT_WORDS = {
  title: t('Peringatan pertumbuhan', 'Growth alerts'),
  lead: t(
    'Setiap peringatan diikuti sampai ada hasilnya. Yang paling dekat batas waktunya di atas.',
    'Every alert is followed until it has a result. The nearest due day is on top.',
  ),
  mine: t('Untuk saya', 'For me'),
  late: t('Lewat waktu', 'Late'),
  referred: t('Dirujuk', 'Referred'),
  all: t('Semua', 'All'),
  filter: t('Tampilkan', 'Show'),
  empty: t('Tidak ada peringatan yang menunggu di sini', 'No alert is waiting here'),
  emptyText: t(
    'Peringatan terbuka sendiri setelah penimbangan. Lihat anak di posyandu untuk menimbang.',
    'Alerts open by themselves after a weighing. Go to the posyandu to weigh children.',
  ),
  child: t('Nama', 'Name'),
  alert: t('Peringatan', 'Alert'),
  due: t('Batas', 'Due'),
  place: t('Posyandu', 'Posyandu'),
  state: t('Keadaan', 'State'),
  todo: t('Yang harus dilakukan', 'What to do'),
  why: t('Mengapa peringatan ini terbuka', 'Why this alert opened'),
  take: t('Mulai tangani', 'Begin'),
  refer: t('Rujuk', 'Refer'),
  referTitle: t('Rujuk ke tempat lain', 'Refer to another place'),
  toKind: t('Dirujuk ke', 'Refer to'),
  puskesmas: t('Puskesmas', 'Health centre'),
  hospital: t('Rumah sakit, dokter anak', 'Hospital, paediatrician'),
  toName: t('Nama tempat', 'Name of the place'),
  reason: t('Alasan dan temuan', 'Reason and findings'),
  coded: t('Diagnosis berkode (ICD-10)', 'Coded diagnosis (ICD-10)'),
  codedHint: t(
    'Keputusan dokter. Hasil ukur saja tidak pernah menjadi diagnosis.',
    'A doctor’s decision. A measuring alone is never a diagnosis.',
  ),
  codedNone: t('Belum diputuskan', 'Not decided'),
  redFlags: t('Tanda bahaya yang terlihat', 'Red flags seen'),
  answerTitle: t('Jawaban rujukan', 'Answer to the referral'),
  diagnosis: t('Hasil pemeriksaan', 'What was found'),
  plan: t('Rencana', 'Plan'),
  followUpBy: t('Diteruskan oleh', 'Followed up by'),
  checkOn: t('Periksa lagi pada', 'Look again on'),
  answer: t('Simpan jawaban', 'Save the answer'),
  closeTitle: t('Selesaikan dengan hasil', 'End with a result'),
  result: t('Hasil', 'Result'),
  words: t('Catatan (boleh kosong)', 'Note (may be empty)'),
  close: t('Selesaikan', 'End it'),
  feedTitle: t('Mulai makanan tambahan', 'Begin extra food'),
  food: t('Jenis makanan', 'Kind of food'),
  foodLocal: t('Pangan lokal', 'Local food'),
  foodFactory: t('Pabrikan', 'Factory-made'),
  money: t('Sumber dana', 'Source of money'),
  arm: t('Lingkar lengan atas (LiLA)', 'Upper arm (LiLA)'),
  armShort: t('LiLA', 'Upper arm'),
  lengthOpen: t(
    'Lama program ini belum dipastikan naskah resmi.',
    'No official text confirms the length of this programme.',
  ),
  partner: t('Mitra yang memberi', 'Partner who gives it'),
  partnerHint: t(
    'Diisi bila sumber dananya mitra, misalnya nama perusahaan atau lembaga',
    'When a partner pays: the firm or body',
  ),
  partnerOther: t('Mitra lain', 'Another partner'),
  byGuideline: t('Sesuai petunjuk teknis', 'As the guideline says'),
  feed: t('Mulai', 'Begin'),
  sheet: t('Lembar makanan tambahan', 'Extra food sheet'),
  week: t('Minggu', 'Week'),
  weeksToCome: t('Minggu {from}–{to} belum tiba.', 'Weeks {from}–{to} are still to come.'),
  given: t('Hari makanan diberikan', 'Days food was given'),
  eaten: t('Dari hari itu, berapa hari dihabiskan?', 'On how many of those days was it eaten up?'),
  length: t('Panjang atau tinggi (cm), sebulan sekali', 'Length or height (cm), once a month'),
  position: t('Diukur dengan cara', 'How it was measured'),
  lying: t('Terlentang', 'Lying'),
  standing: t('Berdiri', 'Standing'),
  before: t('Gizi saat mulai', 'Nutrition at the start'),
  after: t('Gizi saat selesai', 'Nutrition at the end'),
  gain: t('Berat berubah', 'Weight changed by'),
  days: t('Hari diberikan', 'Days given'),
  daysEaten: t('Hari dihabiskan', 'Days eaten up'),
  notMeasured: t('tidak diukur', 'not measured'),
  weight: t('Berat (kg)', 'Weight (kg)'),
  weighedAgain: t('Sudah ditimbang lagi', 'Weighed again'),
  ill: t('Sakit minggu ini', 'Ill this week'),
  next: t('Langkah berikutnya', 'Next step'),
  continue: t('Lanjut', 'Continue'),
  finish: t('Selesai', 'Finish'),
  hospitalNext: t('Rujuk ke rumah sakit', 'Refer to hospital'),
  saveWeek: t('Simpan minggu ini', 'Save this week'),
  history: t('Yang sudah dilakukan', 'What was done'),
  others: t('Peringatan lain pada orang yang sama', 'Other alerts of the same person'),
  chart: t('Buka kartu anak', 'Open the child'),
  pregnancy: t('Buka catatan kehamilan', 'Open the pregnancy'),
  ended: t('Sudah selesai', 'Ended'),
  latest: t('Pengukuran terakhir', 'Last measuring'),
  running: t('Makanan tambahan yang berjalan', 'Extra food now running'),
  noWork: t(
    'Anda bisa melihat peringatan ini, tetapi petugas lain yang menanganinya.',
    'You can see this alert; another role works on it.',
  ),
  mayLeave: t(
    'Menurut pengukuran terakhir perawatan gizi buruk boleh berakhir.',
    'By the last measuring care for severe wasting may end.',
  ),
  mayNotLeave: t('Perawatan gizi buruk belum boleh berakhir.', 'Care for severe wasting may not end yet.'),
  leaveRule: t(
    'Berakhir bila BB/PB atau BB/TB −2 ke atas, atau LiLA 12,5 cm ke atas, dan dua minggu tanpa bengkak. Batas ini belum dicocokkan dengan naskah resmi.',
    'It ends at weight for length of −2 or more, or an upper arm of 12.5 cm or more, and two weeks without oedema. The limits have not been compared with the official text.',
  ),
  transport: t('Perlu kendaraan', 'Transport needed'),
} as const

export const STATE_WORDS = {
  open: t('Baru', 'New'),
  'in-work': t('Ditangani', 'In work'),
  referred: t('Dirujuk', 'Referred'),
  answered: t('Sudah dijawab', 'Answered'),
  closed: t('Selesai', 'Ended'),
} as const

/** Who took a step, or was told: roles of people, words of the alert edition, the program itself. */
const ROLES: Readonly<Record<string, Text>> = {
  cadre: t('kader', 'cadre'),
  midwife: t('bidan', 'midwife'),
  nutritionist: t('tenaga gizi', 'nutritionist'),
  doctor: t('dokter', 'doctor'),
  measurer: t('yang mengukur', 'whoever measures'),
  'family-team': t('tim pendamping keluarga', 'family-assistance team'),
  'health-centre-head': t('kepala Puskesmas', 'head of the health centre'),
  'puskesmas-head': t('kepala Puskesmas', 'head of the health centre'),
  system: t('otomatis', 'by the system'),
}
export const roleText = (role: string): Text => ROLES[role] ?? t(role, role)

export const EVENT_WORDS: Readonly<Record<string, Text>> = {
  opened: t('Peringatan terbuka', 'Alert opened'),
  taken: t('Mulai ditangani', 'Work began'),
  referred: t('Dirujuk', 'Referred'),
  answered: t('Rujukan dijawab', 'Referral answered'),
  escalated: t('Terlambat, disampaikan ke atasan', 'Late, the next one was told'),
  'food-ended': t('Makanan tambahan selesai', 'Extra food ended'),
  'food-hospital': t('Makanan tambahan berhenti, ke rumah sakit', 'Extra food stopped, sent to hospital'),
  closed: t('Selesai dengan hasil', 'Ended with a result'),
}

export const MONEY_WORDS: Readonly<Record<string, Text>> = {
  dak: t('DAK', 'Special allocation fund (DAK)'),
  apbd: t('APBD', 'Regional budget (APBD)'),
  partner: t('Mitra', 'Partner'),
  village: t('Dana desa', 'Village fund'),
}

const FACTS: Partial<Record<Evidence['fact'], { name: Text; unit: 'z' | 'kg' | 'cm' | 'month' | 'none' | 'gdl' }>> = {
  lengthForAge: { name: t('PB/U atau TB/U', 'Length for age'), unit: 'z' },
  weightForAge: { name: t('BB/U', 'Weight for age'), unit: 'z' },
  weightForLength: { name: t('BB/PB atau BB/TB', 'Weight for length'), unit: 'z' },
  bmiForAge: { name: t('IMT/U', 'BMI for age'), unit: 'z' },
  headForAge: { name: t('Lingkar kepala/U', 'Head for age'), unit: 'z' },
  arm6to59TenthMm: { name: t('Lingkar lengan', 'Upper arm'), unit: 'cm' },
  oedemaGrade: { name: t('Bengkak kedua kaki, derajat', 'Oedema of both feet, grade'), unit: 'none' },
  weightG: { name: t('Berat', 'Weight'), unit: 'kg' },
  ageMonths: { name: t('Umur', 'Age'), unit: 'month' },
  complications: { name: t('Tanda bahaya', 'Danger signs'), unit: 'none' },
  tRun: { name: t('Bulan berturut-turut tidak naik', 'Months in a row without gain'), unit: 'none' },
  statusT: { name: t('Berat tidak naik bulan ini', 'No weight gain this month'), unit: 'none' },
  fallLength: { name: t('Turun dalam 6 bulan, PB/U', 'Fall in 6 months, length for age'), unit: 'z' },
  fallWeight: { name: t('Turun dalam 6 bulan, BB/U', 'Fall in 6 months, weight for age'), unit: 'z' },
  headMove: { name: t('Perubahan lingkar kepala/U dalam 3 bulan', 'Change of head for age in 3 months'), unit: 'z' },
  missedMonths: { name: t('Bulan tanpa penimbangan', 'Months without weighing'), unit: 'none' },
  implausible: { name: t('Angka tidak masuk akal', 'Implausible figures'), unit: 'none' },
  inconsistent: { name: t('Angka tidak cocok dengan sebelumnya', 'Figures that do not fit the past'), unit: 'none' },
  overdueVaccines: { name: t('Imunisasi terlewat', 'Vaccines overdue'), unit: 'none' },
  birthWeightG: { name: t('Berat lahir', 'Birth weight'), unit: 'kg' },
  birthLengthTenthMm: { name: t('Panjang lahir', 'Birth length'), unit: 'cm' },
  gestationWeeks: { name: t('Umur kehamilan, minggu', 'Weeks of pregnancy'), unit: 'none' },
  pregnantArmTenthMm: { name: t('Lingkar lengan ibu', 'Mother’s upper arm'), unit: 'cm' },
  haemoglobinTenthGdl: { name: t('Hb', 'Hb'), unit: 'gdl' },
}

/** `PB/U −2,88 (batas −2,00)`; facts without a limit worth showing are their name and number alone. */
export function evidenceText({ fact, value, limit }: Evidence): Text {
  const known = FACTS[fact]
  if (known === undefined) return t(fact, fact)
  const say = (language: 'id' | 'en'): string => {
    const name = known.name[language]
    const show = (figure: number): string => {
      if (known.unit === 'z') return formatFigure(figure, 2, language)
      if (known.unit === 'kg') return `${formatFigure(figure / 1000, 2, language)} kg`
      if (known.unit === 'cm') return `${formatFigure(figure / 100, 1, language)} cm`
      if (known.unit === 'gdl') return `${formatFigure(figure / 10, 1, language)} g/dL`
      return `${figure}${known.unit === 'month' ? (language === 'id' ? ' bulan' : ' months') : ''}`
    }
    if (fact === 'statusT') return name
    return known.unit === 'none'
      ? `${name}: ${show(value)}`
      : `${name} ${show(value)} (${language === 'id' ? 'batas' : 'limit'} ${show(limit)})`
  }
  return t(say('id'), say('en'))
}

/**
 * The facts worth showing: all that hold, each once, with the limit it crossed. The far border of a band ("from -3", where "below -2"
 * holds too) is no reason.
 */
export function shownEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  const kept = evidence.filter(
    ({ fact, is }) => is !== 'ge' || !evidence.some((other) => other.fact === fact && other.is !== 'ge'),
  )
  return kept.filter((one, index) => kept.findIndex(({ fact }) => fact === one.fact) === index)
}

/** `1 tahun 6 bulan`, `5 bulan`. */
export function ageText(months: number): Text {
  const years = Math.floor(months / 12)
  const rest = months % 12
  const id = [years > 0 ? `${years} tahun` : '', rest > 0 || years === 0 ? `${rest} bulan` : '']
  const en = [
    years > 0 ? `${years} year${years === 1 ? '' : 's'}` : '',
    rest > 0 || years === 0 ? `${rest} month${rest === 1 ? '' : 's'}` : '',
  ]
  return t(id.filter(Boolean).join(' '), en.filter(Boolean).join(' '))
}

/** `hari ini`, `3 hari lewat`, `5 hari lagi`, else the date. */
export function dueText(
  due: PlainDate,
  today: PlainDate,
): { readonly text: Text; readonly tone: 'late' | 'soon' | 'later' } {
  const days = daysBetween(today, due)
  if (days < 0) return { text: t(`lewat ${-days} hari`, `${-days} day${days === -1 ? '' : 's'} late`), tone: 'late' }
  if (days === 0) return { text: t('hari ini', 'today'), tone: 'soon' }
  if (days <= 3) return { text: t(`${days} hari lagi`, `in ${days} day${days === 1 ? '' : 's'}`), tone: 'soon' }
  return { text: t(formatDate(due, 'id'), formatDate(due, 'en')), tone: 'later' }
}
