// What becomes of an item after an answer of the other side. Pure. Must stay true: tried again with growing waits only on a broken
// network, 429 and 5xx, and once after a new token on 401; any other 4xx is refused, with a reason in our own words and no
// words of theirs, which may carry a person's data.
import type { Refusal } from '../../../kernel/refusal.ts'

export type SendAnswer =
  | { readonly kind: 'network' }
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly remoteId?: string
      /** Seconds of `Retry-After`. */
      readonly retryAfter?: number
      /** Codes of the other side (`OperationOutcome.issue.code`, DHIS2 conflicts), without its texts. */
      readonly issues?: readonly string[]
      /** What the other side took, by kind of resource. */
      readonly received?: Readonly<Record<string, number>>
    }

export type ItemStep =
  | { readonly state: 'accepted'; readonly remoteId?: string }
  | { readonly state: 'waiting'; readonly waitSeconds: number; readonly because: Refusal }
  | { readonly state: 'refused'; readonly because: Refusal }

const FIRST_WAIT = 60
const LONGEST_WAIT = 6 * 3600

/** 1 minute, 2, 4 … up to 6 hours. `attempts` counts the one just made. */
export function waitSeconds(attempts: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempts - 1, 20))
}

/** The next step of an item after its attempt number `attempts`. */
export function decideStep(answer: SendAnswer, attempts: number): ItemStep {
  const wait = waitSeconds(attempts)
  if (answer.kind === 'network')
    return { state: 'waiting', waitSeconds: wait, because: { code: 'exchange.remote-away' } }
  const { status } = answer
  if (status >= 200 && status < 300)
    return answer.remoteId === undefined ? { state: 'accepted' } : { state: 'accepted', remoteId: answer.remoteId }
  if (status === 429)
    return {
      state: 'waiting',
      waitSeconds: Math.max(wait, Math.min(answer.retryAfter ?? 0, LONGEST_WAIT)),
      because: { code: 'exchange.remote-busy' },
    }
  if (status >= 500)
    return { state: 'waiting', waitSeconds: wait, because: { code: 'exchange.remote-down', params: { status } } }
  return { state: 'refused', because: reasonOf(status, answer.issues ?? []) }
}

function reasonOf(status: number, issues: readonly string[]): Refusal {
  if (status === 401) return { code: 'exchange.remote-key' }
  if (status === 403) return { code: 'exchange.remote-forbidden' }
  if (status === 404 || issues.includes('not-found')) return { code: 'exchange.remote-unknown' }
  if (status === 409 || issues.includes('duplicate')) return { code: 'exchange.remote-conflict' }
  if (issues.includes('required')) return { code: 'exchange.remote-incomplete' }
  if (issues.includes('code-invalid')) return { code: 'exchange.remote-code' }
  return { code: 'exchange.remote-invalid', params: { status } }
}
