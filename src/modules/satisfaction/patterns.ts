// Strange patterns in answers are marked and a report shows its figure with and without them; they are never dropped in silence.
// The marks are decided while answers still wait (device and minute are known there, sealed); a stored answer carries the mark only.

/** `all-equal`: every answer the same. `one-device`: many answers from one device within minutes. `last-day`: part of a flood
 *  on the last day. */
export const MARKS = ['all-equal', 'one-device', 'last-day'] as const
export type Mark = (typeof MARKS)[number]

export const BURST_MINUTES = 15
export const BURST_ANSWERS = 5

/** True when at least five answers were given and all are the same. */
export function isAllEqual(answers: readonly (number | null)[]): boolean {
  const given = answers.filter((answer) => answer !== null)
  return given.length >= 5 && given.every((answer) => answer === given[0])
}

export type Arrival = { readonly id: string; readonly device: string | null; readonly minute: number }

/** Ids of answers that belong to five or more from one device within 15 minutes. Tablets of a counter or village come without
 *  `device`: there many people use one device by design. Minutes count from any fixed point. */
export function burstOf(arrivals: readonly Arrival[]): Set<string> {
  const byDevice = new Map<string, Arrival[]>()
  for (const arrival of arrivals) {
    if (arrival.device === null) continue
    const same = byDevice.get(arrival.device) ?? []
    same.push(arrival)
    byDevice.set(arrival.device, same)
  }
  const marked = new Set<string>()
  for (const same of byDevice.values()) {
    same.sort((a, b) => a.minute - b.minute)
    for (let first = 0, last = 0; last < same.length; last++) {
      while (same[last]!.minute - same[first]!.minute >= BURST_MINUTES) first++
      if (last - first + 1 >= BURST_ANSWERS) for (const { id } of same.slice(first, last + 1)) marked.add(id)
    }
  }
  return marked
}

/** Whether the last day brought a flood: at least ten answers, and more than three times a usual day before it.
 *  `days` is the length of the period. Whole numbers only. */
export function isLastDayFlood(lastDay: number, before: number, days: number): boolean {
  return lastDay >= 10 && days > 1 && lastDay * (days - 1) > 3 * before
}
