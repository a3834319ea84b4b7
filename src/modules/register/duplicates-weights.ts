// The weights of the duplicate score, data with an edition (instruments/register). Must stay true: every decision stores the edition
// that made it; changing a weight means a new edition, measured on the labelled set first.
import * as v from 'valibot'
import edition2026 from '../../../instruments/register/duplicate-weights-2026.json' with { type: 'json' }

const similarityLevels = v.pipe(
  v.array(v.strictObject({ atLeast: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), points: v.number() })),
  v.check(
    (levels) =>
      levels.length > 0 &&
      levels.at(-1)!.atLeast === 0 &&
      levels.every((level, i) => i === 0 || level.atLeast < levels[i - 1]!.atLeast),
    'levels fall from high to 0',
  ),
)

export const duplicateWeightsSchema = v.pipe(
  v.strictObject({
    edition: v.pipe(v.string(), v.nonEmpty()),
    note: v.string(),
    bands: v.strictObject({ sure: v.number(), possible: v.number() }),
    name: similarityLevels,
    mother: similarityLevels,
    birthDate: v.strictObject({
      equal: v.number(),
      swapped: v.number(),
      oneDigit: v.number(),
      estimated: v.number(),
      sameYear: v.number(),
      different: v.number(),
    }),
    sex: v.strictObject({ equal: v.number(), different: v.number() }),
    village: v.strictObject({
      same: v.number(),
      sameDistrict: v.number(),
      sameRegency: v.number(),
      elsewhere: v.number(),
    }),
    multipleBirth: v.strictObject({ otherOrder: v.number() }),
  }),
  v.check(({ bands }) => bands.possible < bands.sure, 'the sure band begins above the possible one'),
)

export type DuplicateWeights = v.InferOutput<typeof duplicateWeightsSchema>

/** The edition in force. Throws when the committed file is not of the shape: that is a fault of the build. */
export const DUPLICATE_WEIGHTS: DuplicateWeights = v.parse(duplicateWeightsSchema, edition2026)
