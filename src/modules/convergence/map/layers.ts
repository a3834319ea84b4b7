// What a map may show of a village, and in which of four steps: prevalence, convergence score, people missing, families at risk.
// Pure. Must stay true: what would tell fewer than five people is a word without a step; no data is never drawn as a value.
import { percentText } from '../../../kernel/percent.ts'
import { formatCount } from '../../../kernel/rupiah.ts'
import { type Language, say, type Text } from '../../../kernel/text.ts'
import { FEW, inTens } from '../access.ts'
import { bandText, scoreBand } from '../score-band.ts'
import { inSteps } from '../shown-score.ts'

export type LayerName = 'stunting' | 'score' | 'missing' | 'risk'
export type Layer = {
  readonly name: LayerName
  readonly title: Text
  /** What the figure is and where it comes from. */
  readonly source: Text
  /** Names of the four steps, the best first. */
  readonly steps: readonly [Text, Text, Text, Text]
  /** Open to everybody; the others to those who work on convergence. */
  readonly isPublic: boolean
}
const plain = (text: string): Text => ({ id: text, en: text })

export const LAYERS: readonly Layer[] = [
  {
    name: 'stunting',
    title: { id: 'Prevalensi pendek (stunting)', en: 'Prevalence of stunting' },
    source: {
      id: 'Penimbangan posyandu, standar WHO 2006; bulan terakhir yang ada dalam triwulan ini',
      en: 'Weighing at posyandu, WHO standards 2006; the newest month within the quarter',
    },
    steps: [plain('< 10 %'), plain('10 – 20 %'), plain('20 – 30 %'), plain('≥ 30 %')],
    isPublic: true,
  },
  {
    name: 'score',
    title: { id: 'Nilai konvergensi desa', en: 'Convergence score' },
    source: {
      id: 'Rapor konvergensi: rata-rata capaian indikator spesifik dan sensitif, skala program ini',
      en: 'Convergence scorecard: mean achievement of specific and sensitive indicators, this programme’s scale',
    },
    steps: [
      { id: 'A (90 ke atas)', en: 'A (90 and above)' },
      { id: 'B (75 – 90)', en: 'B (75 – 90)' },
      { id: 'C (60 – 75)', en: 'C (60 – 75)' },
      { id: 'D (di bawah 60)', en: 'D (below 60)' },
    ],
    isPublic: true,
  },
  {
    name: 'missing',
    title: { id: 'Orang yang belum terjangkau', en: 'People not reached yet' },
    source: {
      id: 'Rapor konvergensi: orang dan keluarga yang kurang untuk mencapai target, semua indikator',
      en: 'Convergence scorecard: people and families missing to the targets of all indicators',
    },
    steps: [
      { id: 'di bawah 50', en: 'below 50' },
      plain('50 – 99'),
      plain('100 – 199'),
      { id: '200 ke atas', en: '200 and above' },
    ],
    isPublic: false,
  },
  {
    name: 'risk',
    title: { id: 'Keluarga berisiko stunting', en: 'Families at risk' },
    source: {
      id: 'Daftar keluarga sasaran yang sudah dinilai faktor risikonya',
      en: 'Target families whose factors of risk are known',
    },
    steps: [plain('< 20 %'), plain('20 – 40 %'), plain('40 – 60 %'), plain('≥ 60 %')],
    isPublic: false,
  },
]

/** Facts of a village that the layers draw. */
export type VillageFacts = {
  readonly growth?: {
    readonly measured: number
    readonly stunted: number
    readonly coverage: { readonly measured: number; readonly due: number }
  }
  readonly score?: {
    readonly score: string | null
    readonly grade: string | null
    readonly missing: number
    readonly shown_step: number
    readonly at_risk: number
    readonly risk_known: number
  }
}
/** A village on the map: a step from 1 to 4, or none with the reason in words. */
export type Drawn = {
  readonly step: 0 | 1 | 2 | 3 | 4
  readonly text: string
  /** A number short enough to stand in the village. */
  readonly short: string
  /** What to compare by; higher needs more care. */
  readonly weight: number
  readonly isThin: boolean
}

const words = {
  none: { id: 'belum ada data', en: 'no data yet' },
  few: { id: 'kurang dari 5, tidak ditampilkan', en: 'fewer than 5, not shown' },
  notEnough: { id: 'data belum cukup', en: 'data not enough' },
} as const satisfies Record<string, Text>
/** Below this share of weighed children a prevalence does not speak for all. */
const REPRESENTATIVE = 85

const stepAt = (value: number, limits: readonly [number, number, number]): 1 | 2 | 3 | 4 =>
  value < limits[0] ? 1 : value < limits[1] ? 2 : value < limits[2] ? 3 : 4

export function drawVillage(layer: LayerName, facts: VillageFacts, isExact: boolean, language: Language): Drawn {
  const empty = (text: Text): Drawn => ({ step: 0, text: say(text, language), short: '', weight: -1, isThin: false })
  const { growth, score } = facts
  if (layer === 'stunting') {
    if (growth === undefined || growth.measured === 0) return empty(words.none)
    const { stunted, measured, coverage } = growth
    if (!isExact && (measured < FEW || (stunted > 0 && stunted < FEW))) return empty(words.few)
    const percent = (stunted * 100) / measured
    return {
      step: stepAt(percent, [10, 20, 30]),
      text: percentText(stunted, measured, language),
      short: String(Math.round(percent)),
      weight: percent,
      isThin: coverage.measured * 100 < coverage.due * REPRESENTATIVE,
    }
  }
  if (score === undefined) return empty(words.none)
  if (layer === 'score') {
    const step = score.grade === null ? -1 : 'ABCD'.indexOf(score.grade)
    if (step < 0 || score.score === null) return empty(words.notEnough)
    const told = isExact ? score.score : inSteps(score.score, score.shown_step)
    const band = told === null ? undefined : scoreBand(Number(told), isExact ? 1 : score.shown_step, score.grade!)
    return {
      step: (step + 1) as 1 | 2 | 3 | 4,
      text: band === undefined ? score.grade! : `${score.grade}, ${bandText(band, language)}`,
      short: score.grade ?? '',
      weight: 100 - (band === undefined ? 'DCBA'.indexOf(score.grade!) * 25 : (band.from + band.to) / 2),
      isThin: false,
    }
  }
  if (layer === 'missing') {
    if (!isExact && score.missing > 0 && score.missing < FEW) return { ...empty(words.few), weight: 0 }
    const missing = isExact ? score.missing : inTens(score.missing)
    const text = formatCount(missing, language)
    return { step: stepAt(missing, [50, 100, 200]), text, short: text, weight: missing, isThin: false }
  }
  const { at_risk: atRisk, risk_known: known } = score
  if (known === 0) return empty(words.none)
  if (!isExact && (known < FEW || (atRisk > 0 && atRisk < FEW) || (known > atRisk && known - atRisk < FEW)))
    return empty(words.few)
  const percent = (atRisk * 100) / known
  return {
    step: stepAt(percent, [20, 40, 60]),
    text: percentText(atRisk, known, language),
    short: String(Math.round(percent)),
    weight: percent,
    isThin: false,
  }
}
