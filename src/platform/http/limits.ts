// Limits against guessing and floods, by address, account and subject. Counted in this process: each app process has its
// own share, which production divides by the number of processes. The library keeps the windows; we keep the names.
import { RateLimiterMemory } from 'rate-limiter-flexible'

export const LIMITS = {
  /** Any write from one address. */
  write: { points: 240, duration: 60 },
  /** Signed writes of machines (gateways) from one address. */
  machine: { points: 6_000, duration: 60 },
  /** Messages of one sender to the talk. */
  chat: { points: 120, duration: 600 },
  /** One-time codes sent to one phone or address. */
  'code-sent': { points: 5, duration: 900 },
  /** Tries to sign in from one address. */
  'sign-in': { points: 30, duration: 900 },
  /** Passwords tried for one account. */
  password: { points: 10, duration: 900 },
  /** Second factors tried in a session before signing. */
  'step-up': { points: 6, duration: 900 },
  /** Wrong follow-up digits for one case number: five, then a pause of 15 minutes. */
  'follow-up': { points: 5, duration: 900 },
  /** People looked up by NIK from one account. */
  'person-lookup': { points: 30, duration: 3600 },
  /** Searches in the register from one officer's account. */
  'population-search': { points: 300, duration: 3600 },
  /** Wrong pick-up codes for one packet. */
  'pickup-code': { points: 5, duration: 900 },
  /** Download links made by one account. */
  'document-link': { points: 20, duration: 3600 },
  /** Questions of one partner about one number: nobody guesses values by trying. */
  'partner-subject': { points: 5, duration: 3600 },
  /** Uploads from one account. */
  upload: { points: 120, duration: 3600 },
} as const
export type LimitName = keyof typeof LIMITS

export interface Limits {
  /** Takes one try; returns the seconds to wait when there is none left, otherwise undefined. */
  take(name: LimitName, subject: string): Promise<number | undefined>
  /** Is a try left? Takes none. Returns the seconds to wait when not. */
  peek(name: LimitName, subject: string): Promise<number | undefined>
  /** Forgets the tries of a subject, after a success. */
  clear(name: LimitName, subject: string): Promise<void>
}

export function createLimits(factor = 1): Limits {
  const limiters = new Map<string, RateLimiterMemory>()
  for (const [name, { points, duration }] of Object.entries(LIMITS))
    limiters.set(name, new RateLimiterMemory({ keyPrefix: name, points: points * factor, duration }))
  const get = (name: LimitName): RateLimiterMemory => limiters.get(name)!
  return {
    async take(name, subject) {
      try {
        await get(name).consume(subject)
        return undefined
      } catch (refused) {
        return Math.max(1, Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000))
      }
    },
    async peek(name, subject) {
      const state = await get(name).get(subject)
      return state !== null && state.remainingPoints <= 0
        ? Math.max(1, Math.ceil(state.msBeforeNext / 1000))
        : undefined
    },
    async clear(name, subject) {
      await get(name).delete(subject)
    },
  }
}
