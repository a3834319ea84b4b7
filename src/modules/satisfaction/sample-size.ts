// How many users to ask: Krejcie and Morgan (1970), 95 %, margin 0.05, share 0.5, computed for every population instead of
// read from the printed table (whose last row, 384 for 100,000, differs from its own formula by one).
// Whole numbers only: numerator and denominator are both multiplied by 100,000.

/** Answers needed for a population of `users`; 10 or fewer: everybody. Refuses (throws) anything but a whole number >= 0. */
export function sampleSize(users: number): number {
  if (!Number.isSafeInteger(users) || users < 0) throw new RangeError(`Not a number of users: ${users}`)
  if (users <= 10) return users
  const population = BigInt(users)
  const top = 96_025n * population
  const bottom = 250n * (population - 1n) + 96_025n
  return Number((2n * top + bottom) / (2n * bottom))
}

export type Coverage = { readonly needed: number; readonly answered: number; readonly enough: boolean }

/** What stands beside every value: needed, answered, and whether the remark "below the sample size" belongs to it. */
export function coverage(users: number, answered: number): Coverage {
  const needed = sampleSize(users)
  return { needed, answered, enough: answered >= needed }
}
