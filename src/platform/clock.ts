// The clock as a port: commands take the instant from here and hand it to pure rules. Must stay true: nothing else of
// ours decides by Date.now(); a fixed clock (tests, PUJA_NOW) moves only when it is told to.
export type Clock = { now(): Date }

export type FixedClock = Clock & { set(at: Date | string): void; advance(milliseconds: number): void }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still at `at` (ISO instant). Throws on what is no instant. */
export function fixedClock(at: Date | string): FixedClock {
  let current = instant(at)
  return {
    now: () => new Date(current),
    set: (next) => {
      current = instant(next)
    },
    advance: (milliseconds) => {
      current += milliseconds
    },
  }
}

function instant(at: Date | string): number {
  const value = new Date(at).getTime()
  if (Number.isNaN(value)) throw new RangeError(`Not an instant: ${String(at)}`)
  return value
}
