// What the sheet for the village meeting says, on its page and on its file alike.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { day, pairText, scoreOf, shown, toldScore } from './page-parts.tsx'
import type { AssignmentLine, IndicatorLine, VillageView } from './port.ts'
import type { SheetView } from './sheet-port.ts'
import { growthText, VILLAGE_WORDS } from './village-pages.tsx'

export const SHEET_WORDS = {
  title: { id: 'Lembar rembuk stunting, {village}', en: 'Stunting consultation, {village}' },
  lead: { id: '{district}, {region}. Keadaan {period}.', en: '{district}, {region}. As of {period}.' },
  how: {
    id: 'Tanpa nama orang, jadi boleh dibagikan kepada semua peserta.',
    en: 'It holds no names, so everyone at the meeting may have it.',
  },
  file: { id: 'Unduh lembar (PDF, A4)', en: 'Download the sheet (PDF, A4)' },
  stand: { id: 'Keadaan desa', en: 'Where the village stands' },
  score: { id: 'Nilai konvergensi', en: 'Convergence score' },
  grade: { id: 'tingkat {letter}, {score} dari 100', en: 'grade {letter}, {score} of 100' },
  trend: { id: 'Nilai triwulan sebelumnya', en: 'Scores of the quarters before' },
  gaps: { id: 'Yang paling banyak belum terjangkau', en: 'Largest gaps' },
  service: { id: 'Layanan dan pemiliknya', en: 'Service and owner' },
  reached: { id: 'Terjangkau', en: 'Reached' },
  missing: { id: 'Kurang', en: 'Missing' },
  agreed: { id: 'Kesepakatan rembuk', en: 'What is agreed' },
  money: { id: 'Dana', en: 'Money' },
  who: { id: 'Penanggung jawab, batas', en: 'In charge, by when' },
  noGaps: { id: 'Semua target yang ada datanya tercapai.', en: 'Every target with data is reached.' },
  promised: { id: 'Sudah ditugaskan ke program', en: 'Given to programmes already' },
  line: {
    id: '{programme} ({agency}): {service}, {n} dari {d}, batas {date}',
    en: '{programme} ({agency}): {service}, {n} of {d}, by {date}',
  },
  nothing: {
    id: 'Belum ada tugas yang diberikan untuk triwulan ini.',
    en: 'Nothing was given to a programme this quarter.',
  },
  signs: { id: 'Tanda tangan', en: 'Signatures' },
  head: { id: 'Kepala desa atau lurah', en: 'Village head' },
  cadre: { id: 'Kader pembangunan manusia', en: 'Village development cadre' },
  midwife: { id: 'Bidan desa', en: 'Village midwife' },
  council: { id: 'Badan permusyawaratan desa', en: 'Village council' },
  day: { id: 'Tanggal rembuk', en: 'Day of the meeting' },
  source: {
    id: 'Sumber: rapor konvergensi, {basis}, dihitung {date}; edisi {edition}. Dicetak {printed}. Jumlah di bawah 5 ditulis “<5”.',
    en: 'Source: convergence scorecard, {basis}, computed {date}; edition {edition}. Printed {printed}. Counts below 5 are written “<5”.',
  },
} as const satisfies Record<string, Text>
const w = SHEET_WORDS
const MOST_GAPS = 6

export const SIGNERS: readonly Text[] = [w.day, w.head, w.council, w.cadre, w.midwife]

/** The services that miss the most people, with room for what is agreed about each. */
export const gapsOf = (village: VillageView): readonly IndicatorLine[] =>
  village.indicators.filter((one) => one.count !== undefined && one.missing !== 0).slice(0, MOST_GAPS)

export function leadText(village: VillageView, regionName: string, language: Language): string {
  const lead = fill(say(w.lead, language), {
    district: village.district,
    region: regionName,
    period: say(village.period.name, language),
  })
  return village.line?.isPriority === true ? `${lead} ${say(VILLAGE_WORDS.priority, language)}` : lead
}

/** Where the village stands: score, trend, short children, first 1000 days, families at risk. */
export function standRows(
  village: VillageView,
  language: Language,
): readonly { readonly term: Text; readonly value: string }[] {
  const { line } = village
  const before = village.trend.slice(0, -1)
  return [
    {
      term: w.score,
      value:
        line === undefined || line.grade === null
          ? say(VILLAGE_WORDS.notEnough, language)
          : fill(say(w.grade, language), { letter: line.grade, score: toldScore(line, language) }),
    },
    ...(before.length === 0
      ? []
      : [
          {
            term: w.trend,
            value: before.map((one) => `${say(one.name, language)}: ${scoreOf(one.score, language)}`).join('; '),
          },
        ]),
    ...(village.growth === undefined
      ? []
      : [{ term: VILLAGE_WORDS.growth, value: growthText(village.growth, language) }]),
    {
      term: VILLAGE_WORDS.first,
      value: pairText(VILLAGE_WORDS.firstLine, { n: village.households.complete, d: village.households.of }, language),
    },
    {
      term: VILLAGE_WORDS.risk,
      value: pairText(VILLAGE_WORDS.riskLine, { n: village.atRisk, d: village.riskKnown }, language),
    },
  ]
}

export function promiseText(one: AssignmentLine, language: Language): string {
  return fill(say(w.line, language), {
    programme: one.programmeName,
    agency: one.agencyName,
    service: say(one.serviceName, language),
    n: shown(one.delivered, language),
    d: shown(one.people, language),
    date: day(one.dueOn, language),
  })
}

export function sourceText({ village, printedOn }: SheetView, edition: string, language: Language): string {
  return fill(say(w.source, language), {
    basis: say(village.isList ? VILLAGE_WORDS.listBase : VILLAGE_WORDS.reportBase, language),
    date: village.updatedOn === null ? '–' : day(village.updatedOn, language),
    edition,
    printed: day(printedOn, language),
  })
}
