// Figures in words: shares, counts, months, what a picture shows. Must stay true: a share is rounded once, from whole numbers;
// what would tell fewer than five is a word and no number.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { decimal, percent } from '../../platform/ui/format.ts'
import { type AreaFigure, type CohortCounts, mayShowShare, shownCount, shownPart } from './figures.ts'
import type { AreaView } from './figures-port.ts'
import { AGE_GROUPS } from './rollup.ts'

const MONTHS = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const
export const monthText = (month: string, language: Language): string =>
  `${MONTHS[language][Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

/** "18,2 %", rounded once from whole numbers. */
export function shareText(figure: AreaFigure | undefined, maySeeAll: boolean, language: Language): string {
  if (figure === undefined || figure.prevalence.valid === 0)
    return say({ id: 'tidak ada data', en: 'no data' }, language)
  if (!mayShowShare(figure, maySeeAll))
    return say(
      [figure.hidden?.cases, figure.hidden?.valid].includes('small') || figure.hidden === undefined ? FEW : WITHHELD,
      language,
    )
  return percent(tenths(figure), 1, language)
}
/** Tenths of a percent, half up, from whole numbers. */
function tenths({ prevalence: { cases, valid } }: AreaFigure): number {
  return Math.floor((2000 * cases + valid) / (2 * valid)) / 10
}
export const percentOf = (figure: AreaFigure | undefined, maySeeAll: boolean) =>
  figure === undefined || figure.prevalence.valid === 0 || !mayShowShare(figure, maySeeAll) ? undefined : tenths(figure)
export const coverageOf = (figure: AreaFigure | undefined) =>
  figure?.prevalence.coverageHundredths === undefined ? undefined : figure.prevalence.coverageHundredths / 100

export const shown = (count: number, maySeeAll: boolean, language: Language): string => {
  const value = shownCount(count, maySeeAll)
  return value === '<5' ? value : decimal(value, 0, language)
}
const FEW: Text = { id: 'kurang dari 5 anak', en: 'fewer than 5 children' }
/** Hidden because a small count beside it would follow. */
export const WITHHELD: Text = { id: 'ditutup', en: 'withheld' }
export const WITHHELD_WHY: Text = {
  id: '“Ditutup”: dari angka ini dan jumlahnya kelompok di bawah 5 anak dapat dihitung.',
  en: '“Withheld”: with this figure and the total a group under 5 children could be worked out.',
}

export const shownPartText = (
  figure: AreaFigure,
  part: 'cases' | 'valid',
  maySeeAll: boolean,
  language: Language,
): string => {
  const value = shownPart(figure, part, maySeeAll)
  return value === 'hidden' ? say(WITHHELD, language) : value === '<5' ? value : decimal(value, 0, language)
}
/** A count of a cohort as this visitor may see it. */
export const cohortText = (
  { counts, hidden }: NonNullable<AreaView['cohort']>,
  key: keyof CohortCounts,
  language: Language,
): string => {
  const mark = hidden?.[key]
  return mark === 'beside' ? say(WITHHELD, language) : shown(counts[key], mark === undefined, language)
}

export const groupText = (group: string): Text => ({
  id: `${group.replace('-', '–')} bulan`,
  en: `${group.replace('-', '–')} months`,
})
const GROUP_NAMES: readonly string[] = AGE_GROUPS
export const order = (group: { sex: number; ageGroup: string }) =>
  group.sex === 0 ? GROUP_NAMES.indexOf(group.ageGroup) : 10 + group.sex

export function trendFinding(view: AreaView): Text {
  const known = view.trend.filter(({ figure }) => percentOf(figure, view.maySeeAll) !== undefined)
  const first = known[0]
  const last = known.at(-1)
  if (first === undefined || last === undefined || first === last)
    return { id: 'Belum cukup bulan untuk melihat arah.', en: 'Not enough months yet to see a direction.' }
  const a = percentOf(first.figure, view.maySeeAll)!
  const b = percentOf(last.figure, view.maySeeAll)!
  const word = b < a ? { id: 'turun', en: 'fell' } : b > a ? { id: 'naik', en: 'rose' } : { id: 'tetap', en: 'stayed' }
  return {
    id: `Dari ${percent(a, 1, 'id')} (${monthText(first.month, 'id')}) ${word.id} menjadi ${percent(b, 1, 'id')} (${monthText(last.month, 'id')}).`,
    en: `From ${percent(a, 1, 'en')} (${monthText(first.month, 'en')}) it ${word.en} to ${percent(b, 1, 'en')} (${monthText(last.month, 'en')}).`,
  }
}

export function placesFinding(view: AreaView, below: Text): Text {
  const sorted = view.places
    .filter(({ figure }) => percentOf(figure, view.maySeeAll) !== undefined)
    .sort((a, b) => percentOf(b.figure, view.maySeeAll)! - percentOf(a.figure, view.maySeeAll)!)
  const top = sorted[0]
  if (top === undefined) return { id: `Belum ada ${below.id} dengan angka.`, en: `No ${below.en} has a figure yet.` }
  const value = percentOf(top.figure, view.maySeeAll)!
  return {
    id: `Tertinggi di ${top.name}: ${percent(value, 1, 'id')}.`,
    en: `Highest in ${top.name}: ${percent(value, 1, 'en')}.`,
  }
}
