// When the doors open while a demo is filled for the first time. Must stay true: on an ordinary machine they open on a whole demo;
// on a slow one nobody waits for ever: they open once people can sign in and look around, and every page says that more is coming.
import { setTimeout as delay } from 'node:timers/promises'

export type Filling = {
  /** What still goes on behind open doors. Throws what the filling throws. */
  readonly rest: Promise<void>
}

/**
 * Begins to fill and comes back when the demo is whole, or when it is usable and `patienceMs` have passed. Until the
 * end `filling.now` is true. Throws what the filling throws as long as the doors are closed.
 */
export async function fillBeforeDoors(
  fill: (onUsable: () => void) => Promise<void>,
  filling: { now: boolean },
  patienceMs: number,
): Promise<Filling> {
  filling.now = true
  const ended = new AbortController()
  let onUsable = (): void => {}
  const usable = new Promise<void>((resolve) => {
    onUsable = resolve
  })
  const rest = fill(onUsable).finally(() => {
    filling.now = false
    ended.abort()
  })
  const patience = delay(Math.max(0, patienceMs), undefined, { signal: ended.signal }).catch(() => {})
  await Promise.race([rest, Promise.all([usable, patience])])
  return { rest }
}
