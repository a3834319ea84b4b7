// Figures from an old report or another system are checked, never repaired: re-computed in every known way, compared, and both
// kept when nothing fits. The rule exists because a published "34.37" after 83.32 praised as a rise was a misprint.

import {
  absolute,
  add,
  compare,
  decimal,
  type Fraction,
  fraction,
  multiply,
  parseDecimal,
  subtract,
  sum,
  toDecimal,
} from '../../kernel/fraction.ts'
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import type { Edition } from './edition.ts'
import { computeIndex, gradeOf } from './satisfaction-index.ts'

/** What someone types from a printed report. Averages stand in the order the report prints them; null is a missing one. */
export type ImportedReport = {
  readonly edition: Edition
  /** Id of one of the edition's orders: complaints and facilities change places in many forms. */
  readonly order: string
  readonly averages: readonly (string | null)[] | null
  readonly index: string
  readonly grade: string | null
  readonly answers: number
  /** Index of the period before, same unit and edition, when known. */
  readonly before: string | null
}

export type Way = {
  readonly weighting: string
  /** True when each weighted row was rounded to three decimals before adding, as printed tables do. */
  readonly rowsRounded: boolean
  readonly index: string
  readonly difference: string
  readonly fits: boolean
}

export type CheckedImport = {
  readonly index: string
  readonly averagesByCode: Readonly<Record<string, string | null>>
  readonly verdict: 'reproduced' | 'not-reproducible' | 'not-checkable'
  /** The first way that fits: exact weights first, then the printed ones. */
  readonly fits: Way | null
  readonly ways: readonly Way[]
  readonly tolerance: string | null
  /** Grade by the edition's own bands, and whether the printed one differs. */
  readonly grade: string
  readonly printedGradeDiffers: boolean
  /** Why a second person must say yes: codes, with the figures. */
  readonly doubts: readonly Refusal[]
}

const BIG_CHANGE = fraction(15)

/** Refusals name what is missing or unreadable; a figure that is only strange becomes a doubt, not a refusal. */
export function checkImport(report: ImportedReport): Result<CheckedImport> {
  const refusals: Refusal[] = []
  const { edition } = report
  const order = edition.orders.find((o) => o.id === report.order)
  if (!order) refusals.push({ code: 'satisfaction-import-order', at: 'order' })
  const index = parseDecimal(report.index)
  if (!index) refusals.push({ code: 'satisfaction-import-index', at: 'index', params: { written: report.index } })
  if (!Number.isSafeInteger(report.answers) || report.answers < 1)
    refusals.push({ code: 'satisfaction-import-answers', at: 'answers' })
  const k = edition.elements.length
  if (report.averages && report.averages.length !== k)
    refusals.push({
      code: 'satisfaction-import-length',
      at: 'averages',
      params: { written: report.averages.length, needed: k },
    })
  const averages = report.averages?.map((text, i) => {
    const value = text === null ? null : parseDecimal(text)
    if (value === undefined)
      refusals.push({
        code: 'satisfaction-import-average',
        at: `averages.${i}`,
        params: { written: text ?? '', place: i + 1 },
      })
    return value ?? null
  })
  if (refusals.length > 0 || !order || !index) return refuseAll(refusals)

  const rounded = gradeOf(edition, index)
  const coded = order.codes.map((code, i) => ({ code, text: report.averages?.[i] ?? null, nrr: averages?.[i] ?? null }))
  const checkable = coded.some((element) => element.nrr !== null)
  const tolerance = checkable ? toleranceOf(coded.flatMap((element) => element.text ?? [])) : null
  const ways = checkable && tolerance ? waysOf(edition, coded, index, tolerance) : []
  const fits = ways.find((way) => way.fits) ?? null
  return accept({
    index: rounded.index,
    averagesByCode: Object.fromEntries(coded.map(({ code, text }) => [code, text])),
    verdict: !checkable ? 'not-checkable' : fits ? 'reproduced' : 'not-reproducible',
    fits,
    ways,
    tolerance: tolerance && toDecimal(tolerance, 3),
    grade: rounded.band.grade,
    printedGradeDiffers: report.grade !== null && report.grade.trim().toUpperCase() !== rounded.band.grade,
    doubts: doubtsOf(report, index, coded),
  })
}

/** How far an index may be off because the averages were printed rounded: 25 x half a step of the shortest one, and the
 *  rounding of the index itself. 0.13 for two decimals, 0.0175 for three. */
export function toleranceOf(texts: readonly string[]): Fraction {
  const decimals = Math.min(...texts.map((text) => text.split(/[.,]/)[1]?.length ?? 0))
  return add(fraction(25, 2n * 10n ** BigInt(decimals)), fraction(1, 200))
}

type Coded = { readonly code: string; readonly text: string | null; readonly nrr: Fraction | null }

function waysOf(edition: Edition, coded: readonly Coded[], printed: Fraction, tolerance: Fraction): Way[] {
  const averages = coded.map(({ code, nrr }) => ({ code, nrr, answered: null }))
  const way = (weighting: string, rowsRounded: boolean, exact: Fraction): Way => {
    const index = toDecimal(exact, 2)
    const difference = subtract(printed, decimal(index))
    return {
      weighting,
      rowsRounded,
      index,
      difference: toDecimal(difference, 2),
      fits: compare(absolute(difference), tolerance) <= 0,
    }
  }
  return ['exact', ...edition.weights.printed].flatMap((weighting) => {
    const result = computeIndex(edition, averages, weighting)
    if (!result.exact) return []
    const plain = way(weighting, false, result.exact)
    if (weighting === 'exact') return [plain]
    const rows = sum(
      result.elements.flatMap((element) => (element.weighted === null ? [] : [decimal(element.weighted)])),
    )
    return [plain, way(weighting, true, multiply(fraction(25), rows))]
  })
}

function doubtsOf(report: ImportedReport, index: Fraction, coded: readonly Coded[]): Refusal[] {
  const doubts: Refusal[] = []
  const outside = (value: Fraction, low: number, high: number) =>
    compare(value, fraction(low)) < 0 || compare(value, fraction(high)) > 0
  if (outside(index, 25, 100))
    doubts.push({ code: 'satisfaction-doubt-range', at: 'index', params: { written: report.index } })
  coded.forEach(({ code, nrr, text }, i) => {
    if (nrr && outside(nrr, 1, 4))
      doubts.push({
        code: 'satisfaction-doubt-element',
        at: `averages.${i}`,
        params: { element: code, written: text ?? '' },
      })
  })
  const before = report.before === null ? undefined : parseDecimal(report.before)
  if (before && compare(absolute(subtract(index, before)), BIG_CHANGE) > 0)
    doubts.push({
      code: 'satisfaction-doubt-change',
      at: 'index',
      params: {
        before: report.before ?? '',
        written: report.index,
        // Beside figures as they were printed: with the same comma or point.
        difference: toDecimal(absolute(subtract(index, before)), 2).replace(
          '.',
          report.index.includes(',') ? ',' : '.',
        ),
      },
    })
  return doubts
}

export type Confirmation = { readonly person: string; readonly source: string }

/** Whether a checked import may be stored. A doubt needs the yes of a second person and the source it was compared with;
 *  without doubts anybody's import stands. Nothing here changes a figure. */
export function decideImport(
  checked: CheckedImport,
  importedBy: string,
  confirmation: Confirmation | null,
): Result<CheckedImport> {
  if (checked.doubts.length === 0) return accept(checked)
  if (!confirmation) return refuseAll([...checked.doubts, { code: 'satisfaction-import-second-person' }])
  const refusals: Refusal[] = []
  if (confirmation.person === importedBy) refusals.push({ code: 'satisfaction-import-same-person' })
  if (confirmation.source.trim().length < 5) refusals.push({ code: 'satisfaction-import-source', at: 'source' })
  return refusals.length > 0 ? refuseAll(refusals) : accept(checked)
}
