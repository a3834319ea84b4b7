// When sealed answers leave the waiting room, and how much of a case they may still carry. Whoever has all rights on the
// database, and even two copies of it from different days, must stay unable to say whose an answer is.
// Must stay true: answers leave in groups of five or more of one service; a service with fewer is not named; what is stored of
// a period is written anew in random order at each release, so rows carry no order and no age.

export const SMALLEST_GROUP = 5

export type WaitingAnswer = { readonly id: string; readonly service: string; readonly minute: number }

export type Release = {
  /** Ids that leave now. */
  readonly ids: readonly string[]
  /** Those of them that leave without the name of their service. */
  readonly unnamed: ReadonlySet<string>
}

/** While a period runs: services with five or more answers that have waited `holdMinutes` (so that a burst from one device is
 *  seen whole), once together they are a twentieth of what is stored, which bounds the cost of writing anew; and at least
 *  five answers stay behind, so that the last group is not a small one either. At the `closing` everything leaves; services
 *  with fewer than five answers left lose their name, in company of five or more. Undefined: nothing leaves. */
export function decideRelease(
  waiting: readonly WaitingAnswer[],
  stored: number,
  nowMinute: number,
  holdMinutes: number,
  closing: boolean,
): Release | undefined {
  if (closing) return waiting.length === 0 ? undefined : closingRelease(waiting)
  const ripe = waiting.filter((answer) => answer.minute <= nowMinute - holdMinutes)
  const groups = groupsOf(ripe).filter((group) => group.length >= SMALLEST_GROUP)
  const ids = leaveSomeBehind(groups, waiting.length).flatMap((group) => group.map(({ id }) => id))
  return ids.length === 0 || 20 * ids.length < stored ? undefined : { ids, unnamed: new Set() }
}

/** Groups of one service, smallest first, each oldest first. */
function groupsOf(answers: readonly WaitingAnswer[]): WaitingAnswer[][] {
  const groups = new Map<string, WaitingAnswer[]>()
  for (const answer of answers) groups.set(answer.service, [...(groups.get(answer.service) ?? []), answer])
  return [...groups.values()]
    .map((group) => group.sort((a, b) => a.minute - b.minute))
    .sort((a, b) => a.length - b.length)
}

// The largest group gives up its newest answers; when that would leave it too small, it stays as a whole.
function leaveSomeBehind(groups: readonly WaitingAnswer[][], waiting: number): WaitingAnswer[][] {
  const left = waiting - groups.reduce((n, group) => n + group.length, 0)
  const largest = groups.at(-1)
  if (left >= SMALLEST_GROUP || !largest) return [...groups]
  const shorter = largest.slice(0, largest.length - (SMALLEST_GROUP - left))
  return [...groups.slice(0, -1), ...(shorter.length >= SMALLEST_GROUP ? [shorter] : [])]
}

// Two copies of the database, from before and after, show which answers left together: so those without a service need company.
function closingRelease(waiting: readonly WaitingAnswer[]): Release {
  const groups = groupsOf(waiting)
  const unnamed = new Set<string>()
  for (const group of groups) {
    if (group.length >= SMALLEST_GROUP && (unnamed.size === 0 || unnamed.size >= SMALLEST_GROUP)) break
    for (const { id } of group) unnamed.add(id)
  }
  return { ids: waiting.map(({ id }) => id), unnamed }
}

/** Fewer than five answers in a whole period: their contents are not stored at all. No value is published from them, and
 *  a row would point at one of four cases. */
export function isTooFew(waiting: number, stored: number): boolean {
  return waiting + stored < SMALLEST_GROUP
}

/** A new list in random order (Fisher and Yates); `below(n)` gives a whole number from 0 to n - 1, without bias. */
export function shuffled<T>(items: readonly T[], below: (n: number) => number): T[] {
  const list = [...items]
  for (let i = list.length - 1; i > 0; i--) {
    const j = below(i + 1)
    ;[list[i], list[j]] = [list[j]!, list[i]!]
  }
  return list
}
