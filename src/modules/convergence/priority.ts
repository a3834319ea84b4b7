// The proposed ranking of priority villages (desa lokus, specification 9.4): six parts from 0 to 1, weighed. Pure. Must stay
// true: it proposes and decides nothing; a part without data counts as nothing and is shown as missing.
import {
  add,
  compare,
  decimal,
  divide,
  type Fraction,
  fraction,
  multiply,
  toDecimal,
  ZERO,
} from '../../kernel/fraction.ts'
import type { PriorityEdition, PriorityPart } from './edition.ts'

export type VillageFacts = {
  readonly village: string
  /** Latest measuring: children measured, stunted, and how many should have been measured. */
  readonly growth?: { readonly measured: number; readonly stunted: number; readonly due: number }
  readonly families?: { readonly atRisk: number; readonly known: number }
  /** Convergence score of 0 to 100. */
  readonly score?: Fraction
  readonly isHardToReach: boolean
  readonly wasPriority: boolean
}
export type RankedVillage = {
  readonly village: string
  readonly index: string
  /** Each part before its weight, three decimals; null without data. */
  readonly parts: Readonly<Record<PriorityPart, string | null>>
  /** Too few children were weighed for the prevalence to speak for the village. */
  readonly isThin: boolean
}

const ONE = fraction(1)
const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b)

/** Villages, highest index first; equal ones by code. */
export function rankVillages(villages: readonly VillageFacts[], edition: PriorityEdition): readonly RankedVillage[] {
  const mostStunted = Math.max(0, ...villages.map((one) => one.growth?.stunted ?? 0))
  const ranked = villages.map((one) => {
    const parts = partsOf(one, mostStunted, edition)
    const index = edition.parts.reduce(
      (sum, part) => add(sum, multiply(parts[part.code] ?? ZERO, decimal(part.weight))),
      ZERO,
    )
    const weighed =
      one.growth === undefined || one.growth.due === 0 ? undefined : fraction(one.growth.measured, one.growth.due)
    return { one, parts, index, isThin: weighed === undefined || compare(weighed, decimal(edition.lowCoverage)) < 0 }
  })
  ranked.sort((a, b) => compare(b.index, a.index) || (a.one.village < b.one.village ? -1 : 1))
  return ranked.map(({ one, parts, index, isThin }) => ({
    village: one.village,
    index: toDecimal(index, 3),
    isThin,
    parts: {
      prevalence: written(parts.prevalence),
      stunted: written(parts.stunted),
      risk: written(parts.risk),
      gap: written(parts.gap),
      access: written(parts.access),
      past: written(parts.past),
    },
  }))
}

const written = (part: Fraction | undefined): string | null => (part === undefined ? null : toDecimal(part, 3))

function partsOf(
  one: VillageFacts,
  mostStunted: number,
  edition: PriorityEdition,
): Readonly<Record<PriorityPart, Fraction | undefined>> {
  const { growth, families, score } = one
  return {
    prevalence:
      growth === undefined || growth.measured === 0
        ? undefined
        : least(ONE, divide(fraction(growth.stunted, growth.measured), decimal(edition.highestPrevalence))),
    stunted: growth === undefined ? undefined : mostStunted === 0 ? ZERO : fraction(growth.stunted, mostStunted),
    risk: families === undefined || families.known === 0 ? undefined : fraction(families.atRisk, families.known),
    gap: score === undefined ? undefined : fraction(score.d * 100n - score.n, score.d * 100n),
    access: one.isHardToReach ? ONE : ZERO,
    past: one.wasPriority ? ONE : ZERO,
  }
}
