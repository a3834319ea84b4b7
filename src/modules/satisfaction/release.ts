// When sealed answers leave the waiting room, and how much of a case they may still carry. Whoever has all rights on the
// database, and even two copies of it from different days, must stay unable to say whose an answer is.
// Must stay true: answers leave in groups of five or more of one service; a service with fewer is not named; what is stored of
// a period is written anew in random order at each release, so rows carry no order and no age.

export const SMALLEST_GROUP = 5

export type WaitingAnswer = { readonly id: string; readonly service: string; readonly minute: number }

export type Release = {
  /** Ids that leave now. */
  readonly ids: readonly string[]
  /** Services whose name stays on their answers, stored and new; all others become "other services". */
  readonly named: ReadonlySet<string>
  /** Ids that leave without the name of their service. */
  readonly unnamed: ReadonlySet<string>
}

export type StoredCounts = { readonly byService: Readonly<Record<string, number>>; readonly unnamed: number }

/** While a period runs: every service with five or more answers that have waited `holdMinutes` (so that a burst from one device is
 *  seen whole), once together they are at least a twentieth of what is stored, which bounds the cost of writing anew.
 *  At the `closing` everything leaves; the rest of services with fewer than five loses its service's name. Undefined: nothing leaves. */
export function decideRelease(
  waiting: readonly WaitingAnswer[],
  stored: StoredCounts,
  nowMinute: number,
  holdMinutes: number,
  closing: boolean,
): Release | undefined {
  const ripe = closing ? waiting : waiting.filter((answer) => answer.minute <= nowMinute - holdMinutes)
  const groups = new Map<string, string[]>()
  for (const { id, service } of ripe) groups.set(service, [...(groups.get(service) ?? []), id])
  const large = [...groups].filter(([, ids]) => ids.length >= SMALLEST_GROUP)
  const small = [...groups].filter(([, ids]) => ids.length < SMALLEST_GROUP)
  const storedTotal = Object.values(stored.byService).reduce((a, b) => a + b, stored.unnamed)
  const leaving = [...large, ...(closing ? small : [])].flatMap(([, ids]) => ids)
  if (leaving.length === 0) return undefined
  if (!closing && 20 * leaving.length < storedTotal) return undefined

  const counts = new Map(Object.entries(stored.byService).filter(([, n]) => n > 0))
  for (const [service, ids] of large) counts.set(service, (counts.get(service) ?? 0) + ids.length)
  const unnamed = new Set(closing ? small.flatMap(([, ids]) => ids) : [])
  const named = namesThatStay(counts, stored.unnamed + unnamed.size)
  for (const [service, ids] of large) if (!named.has(service)) for (const id of ids) unnamed.add(id)
  return { ids: leaving, named, unnamed }
}

// One to four answers without a service would point at the few cases of rare services, so the smallest named service joins them.
function namesThatStay(counts: ReadonlyMap<string, number>, unnamed: number): Set<string> {
  const bySize = [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
  let others = unnamed
  const named = new Set(counts.keys())
  for (const [service, count] of bySize) {
    if (others === 0 || others >= SMALLEST_GROUP) break
    named.delete(service)
    others += count
  }
  return named
}

/** Fewer than five answers in a whole period: their contents are not stored at all. No value is published from them, and
 *  a row would point at one of four cases. */
export function isTooFew(waiting: number, stored: StoredCounts): boolean {
  return waiting + Object.values(stored.byService).reduce((a, b) => a + b, stored.unnamed) < SMALLEST_GROUP
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
