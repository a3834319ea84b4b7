// Open arrivals: actions come when they are due, whether or not earlier ones have been answered, and each is timed from then.
import { setTimeout as delay } from 'node:timers/promises'
import { act, approve, type Kind, type Stage, signApproved } from './actions.ts'

export type Measured = { readonly kind: Kind; readonly ms: number; readonly bytes: number; readonly error?: string }

/** `roundMs`: after how long the head signs what the section head has approved; 0 for straight after it. */
export type Arrivals = {
  readonly rate: number
  readonly seconds: number
  readonly roundMs: number
  readonly draw: () => Kind
}

export async function runArrivals(
  stage: Stage,
  { rate, seconds, draw, roundMs }: Arrivals,
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
      (kind === 'register' && roundMs > 0 ? registration(stage, due, roundMs) : timed(act(stage, kind), due)).then(
        (one) => ({ kind, ...one }),
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

async function timed(doing: Promise<number>, due: number): Promise<Pick<Measured, 'ms' | 'bytes'>> {
  const bytes = await doing
  return { ms: performance.now() - due, bytes }
}

/** Two officers register a case, the second one in a round of theirs that comes later: what both waited, each since they were due. */
async function registration(stage: Stage, due: number, roundMs: number): Promise<Pick<Measured, 'ms' | 'bytes'>> {
  const id = await approve(stage)
  const approved = performance.now() - due
  const signDue = due + Math.max(roundMs, approved)
  await delay(signDue - performance.now())
  const signed = await timed(signApproved(stage, id), signDue)
  return { ms: approved + signed.ms, bytes: signed.bytes }
}
