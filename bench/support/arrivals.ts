// Open arrivals: actions come when they are due, whether or not earlier ones have been answered, and each is timed from then.
import { setTimeout as delay } from 'node:timers/promises'
import { act, type Kind, type Stage } from './actions.ts'

export type Measured = { readonly kind: Kind; readonly ms: number; readonly bytes: number; readonly error?: string }

export async function runArrivals(
  stage: Stage,
  { rate, seconds, draw }: { readonly rate: number; readonly seconds: number; readonly draw: () => Kind },
): Promise<readonly Measured[]> {
  const started = performance.now() + 50
  const count = Math.ceil(rate * seconds)
  const running: Promise<Measured>[] = []
  for (let n = 0; n < count; n++) {
    // Two hundred people act every few seconds by themselves: together they come at random moments within each slot.
    const due = started + ((n + Math.random()) * 1000) / rate
    const wait = due - performance.now()
    if (wait > 0) await delay(wait)
    const kind = draw()
    running.push(
      act(stage, kind).then(
        (bytes) => ({ kind, ms: performance.now() - due, bytes }),
        (error: unknown) => ({
          kind,
          ms: performance.now() - due,
          bytes: 0,
          error: error instanceof Error ? error.message : String(error),
        }),
      ),
    )
  }
  return Promise.all(running)
}
