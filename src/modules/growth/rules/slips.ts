// Slips of the pen at the scale: kilograms and centimetres in each other's box, a comma that slipped (72 for 7,2), grams for
// kilograms, metres for centimetres. Pure. Must stay true: a slip is proposed and never corrected silently; where the figures
// are possible as they stand, nothing is proposed.
import { type ChildScores, type Sex, scoreChild } from '../zscores.ts'

export type SlipFigures = { readonly weightG?: number; readonly lengthHeightTenthMm?: number }
export type Slip = {
  readonly kind: 'swapped' | 'weight' | 'length' | 'both'
  /** What was probably meant; only the figures that change. */
  readonly instead: SlipFigures
}

/** Beyond this a child is rarer than a slip. */
const UNLIKELY = 5
/** What a proposal must come to. */
const LIKELY = 3.5
const FACTORS = [0.1, 10, 0.01, 100, 0.001] as const

const zOf = (scores: ChildScores, among: readonly ('weightForAge' | 'lengthForAge' | 'weightForLength')[]) =>
  among.flatMap((name) => (scores[name] === undefined ? [] : [Math.abs(scores[name].z)]))

/** The slip that explains figures which cannot be right; undefined when they can, or when no slip explains them. */
export function proposeSlip(
  child: { readonly sex: Sex; readonly ageDays: number },
  figures: SlipFigures,
  pastWeightG?: number,
): Slip | undefined {
  const score = ({ weightG, lengthHeightTenthMm }: SlipFigures) =>
    scoreChild({
      sex: child.sex,
      ageDays: child.ageDays,
      ...(weightG === undefined ? {} : { weightKg: weightG / 1000 }),
      ...(lengthHeightTenthMm === undefined ? {} : { lengthHeightCm: lengthHeightTenthMm / 100 }),
    })
  const ages = ['weightForAge', 'lengthForAge'] as const
  const all = [...ages, 'weightForLength'] as const
  const far = (changed: SlipFigures) => {
    const found = zOf(score(changed), all)
    return found.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...found)
  }
  const { weightG, lengthHeightTenthMm } = figures
  const jumps = (w: number | undefined) =>
    w !== undefined && pastWeightG !== undefined && (w > 2 * pastWeightG || 2 * w < pastWeightG)
  const possible = zOf(score(figures), ages).every((z) => z <= UNLIKELY) && !jumps(weightG)
  if (possible) return undefined
  const candidates: Slip[] = []
  if (weightG !== undefined && lengthHeightTenthMm !== undefined)
    candidates.push({
      kind: 'swapped',
      instead: { weightG: lengthHeightTenthMm * 10, lengthHeightTenthMm: Math.round(weightG / 10) },
    })
  const weights = weightG === undefined ? [] : FACTORS.map((by) => Math.round(weightG * by))
  const lengths = lengthHeightTenthMm === undefined ? [] : FACTORS.map((by) => Math.round(lengthHeightTenthMm * by))
  for (const w of weights) candidates.push({ kind: 'weight', instead: { weightG: w } })
  for (const l of lengths) candidates.push({ kind: 'length', instead: { lengthHeightTenthMm: l } })
  for (const w of weights)
    for (const l of lengths) candidates.push({ kind: 'both', instead: { weightG: w, lengthHeightTenthMm: l } })
  return candidates.find(({ instead }) => {
    const meant = { ...figures, ...instead }
    return far(meant) <= LIKELY && !jumps(meant.weightG)
  })
}

/** An age told in months that can only be days: "120 bulan" of a child of a posyandu. Undefined when it can be months. */
export function proposeAgeInDays(months: number): number | undefined {
  return months >= 60 && months < 1826 ? months : undefined
}
