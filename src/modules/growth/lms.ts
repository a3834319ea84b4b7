// The arithmetic of the LMS method: a score from a measure, a measure from a score, and the one rounding.
// Must stay true: the order of operations is WHO's, so that two decimals agree with WHO's own program on every child.

/** Days of a month in every age check of the standard (365.25 / 12). */
export const DAYS_PER_MONTH = 30.4375

/** The measure at `k` SD: M x (1 + L S k)^(1/L). No published row has L = 0. */
export function measureAt(L: number, M: number, S: number, k: number): number {
  return L === 1 ? M * (1 + S * k) : M * (1 + L * S * k) ** (1 / L)
}

/** The plain score of `y`, unrounded. */
export function plainScore(y: number, L: number, M: number, S: number): number {
  return L === 1 ? (y / M - 1) / S : ((y / M) ** L - 1) / (L * S)
}

/** The score of `y`, beyond 3 SD measured in steps of the distance between SD 2 and SD 3; unrounded. */
export function restrictedScore(y: number, L: number, M: number, S: number): number {
  const z = plainScore(y, L, M, S)
  if (z > 3) {
    const sd3 = measureAt(L, M, S, 3)
    return 3 + (y - sd3) / (sd3 - measureAt(L, M, S, 2))
  }
  if (z < -3) {
    const sd3 = measureAt(L, M, S, -3)
    return -3 + (y - sd3) / (measureAt(L, M, S, -2) - sd3)
  }
  return z
}

/**
 * A score in hundredths, halves away from zero, never negative zero. The sliver of 1e-10 makes a decimal half that
 * binary cannot hold (2.005) count as the half it is written as; no other score is touched.
 */
export function hundredths(z: number): number {
  if (z < 0) {
    const size = Math.floor(-z * 100 + 0.5000000001)
    return size === 0 ? 0 : -size
  }
  return Math.floor(z * 100 + 0.5000000001)
}

/** `hundredths` as a score: -2.005 -> -2.01, -0.001 -> 0. */
export function roundScore(z: number): number {
  return hundredths(z) / 100
}

// Rounding by adding a half and flooring needs no look at the sign, which a processor guesses wrong half the time. It
// differs from `hundredths` at halves only, so beside a half (within 1e-8 SD) the exact way decides. NaN when it must.
function quickHundredths(z: number): number {
  const scaled = z * 100 + 0.5
  const whole = Math.floor(scaled)
  const rest = scaled - whole
  return rest > 1e-6 && rest < 1 - 1e-6 ? whole : Number.NaN
}

/**
 * `hundredths(restrictedScore(...))`, three times faster: exp and log differ from pow in the last bits only, far less
 * than the margin within which the exact way decides.
 */
export function restrictedHundredths(y: number, L: number, M: number, S: number): number {
  const z = (Math.exp(L * Math.log(y / M)) - 1) / (L * S)
  if (z >= -3 && z <= 3) {
    const quick = quickHundredths(z)
    if (!Number.isNaN(quick)) return quick
  }
  return hundredths(restrictedScore(y, L, M, S))
}

/** `hundredths(plainScore(...))`. */
export function plainHundredths(y: number, L: number, M: number, S: number): number {
  const z = plainScore(y, L, M, S)
  const quick = quickHundredths(z)
  return Number.isNaN(quick) ? hundredths(z) : quick
}
