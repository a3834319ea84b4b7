// The tables that can be downloaded: which there are, who gets them, in which forms. Pure. Must stay true: counts below five are
// hidden from everyone outside the health roles.
import type { Text } from '../../../kernel/text.ts'
import { COUNTED } from '../rollup.ts'
import type { FileFormat } from './sheet-write.ts'

export type ExportFormat = FileFormat | 'json' | 'xml' | 'ndjson'
export type ExportTable = {
  readonly key: string
  readonly name: Text
  readonly about: Text
  readonly formats: readonly ExportFormat[]
  /** `health`: children by name, own area. `counts`: also for a secretariat, small counts hidden. */
  readonly for: 'health' | 'counts'
  /** Asks for a month. */
  readonly monthly: boolean
  /** Columns with numbers in the cells of a workbook. The sheets of e-PPGBM have none: that program wants text with a point. */
  readonly figures?: readonly string[]
}
const SHEET: readonly FileFormat[] = ['xlsx', 'csv']

export const EXPORT_TABLES = [
  {
    key: 'identity',
    name: { id: 'Anak (e-PPGBM)', en: 'Children (e-PPGBM)' },
    about: { id: 'Identitas anak aktif, kolom unggah e-PPGBM.', en: 'Active children, columns of the e-PPGBM upload.' },
    formats: SHEET,
    for: 'health',
    monthly: false,
  },
  {
    key: 'measurements',
    name: { id: 'Pengukuran (e-PPGBM)', en: 'Measurements (e-PPGBM)' },
    about: {
      id: 'Pengukuran yang dihitung bulan itu, kolom unggah e-PPGBM.',
      en: 'The measurement that counts for each child that month, columns of the e-PPGBM upload.',
    },
    formats: SHEET,
    for: 'health',
    monthly: true,
  },
  {
    key: 'pmt',
    name: { id: 'Pemantauan PMT (e-PPGBM)', en: 'Supplementary food (e-PPGBM)' },
    about: { id: 'Satu baris tiap anak dan minggu.', en: 'One row for each child and week.' },
    formats: SHEET,
    for: 'health',
    monthly: true,
  },
  {
    key: 'complementary-food',
    name: { id: 'MP-ASI (e-PPGBM)', en: 'Complementary food (e-PPGBM)' },
    about: {
      id: 'Kelompok makanan kemarin, anak 6–23 bulan yang ditanya bulan itu.',
      en: 'Food groups of the day before, children of 6–23 months asked that month.',
    },
    formats: SHEET,
    for: 'health',
    monthly: true,
  },
  {
    key: 'food-results',
    name: { id: 'Hasil makanan tambahan', en: 'Results of extra food' },
    about: {
      id: 'Satu baris tiap program: hari diberikan dan dihabiskan, berat, gizi sebelum dan sesudah.',
      en: 'One row for each programme: days given and eaten up, weight, nutrition before and after.',
    },
    formats: SHEET,
    for: 'health',
    monthly: true,
    figures: ['siklus', 'hari_rencana', 'hari_diberikan', 'hari_dihabiskan', 'berat_awal_kg', 'berat_akhir_kg'],
  },
  {
    key: 'scores',
    name: { id: 'Hasil ukur lengkap', en: 'Measurements in full' },
    about: {
      id: 'Semua pengukuran bulan itu dengan umur, z-score, dan tanda ukur ulang.',
      en: 'All measurements of the month with age, z-scores and flags.',
    },
    formats: SHEET,
    for: 'health',
    monthly: true,
    figures: [
      'umur_hari',
      'umur_bulan',
      'berat_kg',
      'panjang_tinggi_cm',
      'lila_cm',
      'lingkar_kepala_cm',
      'edema',
      'z_tbu',
      'z_bbu',
      'z_bbtb',
      'z_imtu',
      'z_lku',
      'z_lilau',
    ],
  },
  {
    key: 'alerts',
    name: { id: 'Peringatan', en: 'Alerts' },
    about: { id: 'Peringatan yang dibuka bulan itu dan hasilnya.', en: 'Alerts opened that month and their result.' },
    formats: SHEET,
    for: 'health',
    monthly: true,
  },
  {
    key: 'referrals',
    name: { id: 'Rujukan', en: 'Referrals' },
    about: { id: 'Rujukan bulan itu dan jawabannya.', en: 'Referrals of that month and their answer.' },
    formats: SHEET,
    for: 'health',
    monthly: true,
  },
  {
    key: 'months',
    name: { id: 'Hitungan desa', en: 'Counts of villages' },
    about: {
      id: 'S, K, D, N, T, O, B dan kategori gizi tiap desa menurut jenis kelamin dan umur.',
      en: 'S, K, D, N, T, O, B and nutrition categories of each village by sex and age.',
    },
    formats: SHEET,
    for: 'counts',
    monthly: true,
    figures: COUNTED,
  },
  {
    key: 'fhir',
    name: { id: 'FHIR R4', en: 'FHIR R4' },
    about: {
      id: 'Anak wilayah ini, kunjungan, hasil ukur, dan imunisasi bulan itu: satu sumber daya tiap baris (NDJSON).',
      en: 'Children of this area, visits, measures and doses of that month: one resource a line (NDJSON).',
    },
    formats: ['ndjson'],
    for: 'health',
    monthly: true,
  },
  {
    key: 'dhis2',
    name: { id: 'DHIS2', en: 'DHIS2' },
    about: {
      id: 'dataValueSets (JSON) atau ADX (XML) untuk desa wilayah ini.',
      en: 'dataValueSets (JSON) or ADX (XML) for the villages of this area.',
    },
    formats: ['json', 'xml'],
    for: 'health',
    monthly: true,
  },
  {
    key: 'dhis2-metadata',
    name: { id: 'Persiapan DHIS2', en: 'Preparing a DHIS2' },
    about: {
      id: 'Desa, elemen data, dan himpunan data untuk DHIS2 yang masih kosong, dimasukkan sekali.',
      en: 'Villages, data elements and data set for an empty DHIS2, brought in once.',
    },
    formats: ['json'],
    for: 'health',
    monthly: false,
  },
] as const satisfies readonly ExportTable[]
export type ExportKey = (typeof EXPORT_TABLES)[number]['key']

export function exportTableOf(key: string): ExportTable | undefined {
  return EXPORT_TABLES.find((table) => table.key === key)
}

/** A count as it may be shown: below five and above nought only inside the health roles. */
export const shownCount = (count: number, health: boolean) =>
  health || count === 0 || count >= 5 ? String(count) : '<5'
