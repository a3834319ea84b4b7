// Words of the budget: activities, their money and sources.
import type { Text } from '../../kernel/text.ts'
import type { MoneySource } from './tables.ts'

export const BUDGET_WORDS = {
  budget: { id: 'Anggaran menurut indikator', en: 'Budget by indicator' },
  budgetLead: {
    id: 'Kegiatan OPD yang ditandai pada indikator dan desa, dengan biaya per orang yang terjangkau.',
    en: 'Activities tagged with indicators and villages, with the cost per person reached.',
  },
  planned: { id: 'Direncanakan', en: 'Planned' },
  realised: { id: 'Direalisasi', en: 'Realised' },
  share: { id: '{p} dari rencana', en: '{p} of the plan' },
  people: { id: 'Orang', en: 'People' },
  cost: { id: 'Per orang', en: 'Per person' },
  activity: { id: 'Kegiatan', en: 'Activity' },
  indicators: { id: 'Indikator', en: 'Indicators' },
  villages: { id: '{n} desa', en: '{n} villages' },
  noActivities: { id: 'Belum ada kegiatan yang ditandai', en: 'No activity is tagged yet' },
  noActivitiesText: {
    id: 'OPD menandai kegiatannya dengan indikator dan desa; biaya per orang lalu dihitung sendiri.',
    en: 'Agencies tag their activities with indicators and villages; the cost per person follows.',
  },
  change: { id: 'Simpan kegiatan', en: 'Save the activity' },
  changeLead: {
    id: '{agency}, {n} desa. Perbarui realisasi dan orang yang terjangkau.',
    en: '{agency}, {n} villages. Bring money spent and people reached up to date.',
  },
  tag: { id: 'Tandai kegiatan', en: 'Tag an activity' },
  name: { id: 'Nama kegiatan', en: 'Name of the activity' },
  agency: { id: 'OPD', en: 'Agency' },
  budgetCode: { id: 'Kode sub kegiatan', en: 'Budget code' },
  source: { id: 'Sumber dana', en: 'Source of money' },
  places: { id: 'Kecamatan', en: 'Districts' },
  plannedPeople: { id: 'Sasaran, orang', en: 'People planned' },
  reachedPeople: { id: 'Terjangkau, orang', en: 'People reached' },
  budgetSource: {
    id: 'Dicatat OPD, tahun {year}. Satu kegiatan dapat membantu beberapa indikator; jumlah per indikator karena itu tidak dijumlahkan.',
    en: 'Recorded by agencies, {year}. One activity may help several indicators; sums by indicator are therefore not added up.',
  },
} as const satisfies Record<string, Text>

export const SOURCES: Readonly<Record<MoneySource, Text>> = {
  apbd: { id: 'APBD', en: 'Regional budget' },
  dak: { id: 'DAK', en: 'Special allocation (DAK)' },
  'village-fund': { id: 'Dana desa', en: 'Village fund' },
  partner: { id: 'Mitra', en: 'Partner' },
}
