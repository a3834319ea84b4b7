// Whether more people wait for an answer than the program keeps up with. Must stay true: people alone are no crowd (eight photos that
// come slowly over 2G cost nothing), nor is a busy thread alone (a large import, at night): it takes both.
import { performance } from 'node:perf_hooks'

/** Requests under way at once: two for each core would not be many, and a good hour of a regency seldom has five. */
const MANY = 8
/** Share of the time that the thread had work. */
const BUSY = 0.85
const LOOK_EVERY_MS = 100

/** Share (0 to 1) of the last tenth of a second or more that the thread had work. */
function threadUtilisation(): () => number {
  let from = performance.eventLoopUtilization()
  let lookedMs = performance.now()
  let share = 0
  return () => {
    const nowMs = performance.now()
    if (nowMs - lookedMs < LOOK_EVERY_MS) return share
    const now = performance.eventLoopUtilization()
    share = performance.eventLoopUtilization(now, from).utilization
    from = now
    lookedMs = nowMs
    return share
  }
}

export class Crowd {
  #underWay = 0

  constructor(readonly utilisation: () => number = threadUtilisation()) {}

  /** Somebody came; call what it gives when they have their answer. */
  enter(): () => void {
    this.#underWay += 1
    return () => {
      this.#underWay -= 1
    }
  }

  isHere(): boolean {
    return this.#underWay >= MANY && this.utilisation() > BUSY
  }
}
