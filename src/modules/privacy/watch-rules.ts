// Which looks at the register are odd, pure: the edition's rules over counts of an hour, a day, a week. Must stay true: the same
// thing in the same span is one alarm; a read inside a case is work and counts for nothing.
import edition2026 from '../../../instruments/odd-reads/2026.json' with { type: 'json' }
import type { Role } from '../../platform/http/visitor.ts'

export type WatchKind =
  | 'reads-per-hour'
  | 'off-hours-per-day'
  | 'searches-per-hour'
  | 'officers-per-person'
  | 'kin'
  | 'namesake-neighbour'
  | 'protected-person'
  | 'exports-per-day'
  | 'partner-misses-per-day'
  | 'partner-refused-per-day'
export type WatchRule = {
  readonly id: string
  readonly kind: WatchKind
  readonly limit: number
  readonly days?: number
  readonly percent?: number
}
export type WatchEdition = {
  readonly edition: string
  readonly reads: readonly string[]
  readonly searches: readonly string[]
  readonly exports: readonly string[]
  readonly rules: readonly WatchRule[]
}
export const WATCH: WatchEdition = edition2026 as WatchEdition

/** Who sees alarms: keepers of data protection, and the head as everybody's superior. Keepers decide. */
export const WATCH_READERS: readonly Role[] = ['auditor', 'data-officer', 'head']
export type AlarmState = 'open' | 'explained' | 'breach'

/** A row of the journal, as far as it matters here. */
export type Look = {
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly caseId: string | null
  readonly role: string
}
export type HourCount = {
  readonly actor: string
  readonly hour: Date
  readonly reads: number
  readonly searches: number
  readonly exports: number
  readonly closed: number
}
export type Found = {
  readonly rule: WatchRule
  readonly bucket: string
  readonly actor: string
  readonly subject?: string
  readonly seen: number
  readonly firstAt: Date
  readonly lastAt: Date
}

const HOUR_MS = 3_600_000
/** Citizens see their own data, the system works, partners have rules of their own. */
const UNWATCHED = new Set(['citizen', 'system', 'partner'])

const isOfficers = (look: Look): boolean =>
  !UNWATCHED.has(look.role) && look.actor !== '' && !look.actor.startsWith('system:')

/** Looks at people outside any case. */
export function freeReads(looks: readonly Look[], watch: WatchEdition): readonly Look[] {
  return looks.filter((look) => isOfficers(look) && look.caseId === null && watch.reads.includes(look.action))
}

/** What new rows of the journal add to the counts of officers and hours. A search is one, however many names it showed. */
export function countLooks(
  looks: readonly Look[],
  watch: WatchEdition,
  isOpen: (at: Date) => boolean,
): readonly HourCount[] {
  const counts = new Map<string, { -readonly [K in keyof HourCount]: HourCount[K] }>()
  const searches = new Set<string>()
  for (const look of looks) {
    if (!isOfficers(look)) continue
    const read = look.caseId === null && watch.reads.includes(look.action)
    const once = `${look.actor} ${look.at.getTime()}`
    const search = watch.searches.includes(look.action) && !searches.has(once)
    const exported = watch.exports.includes(look.action) && !searches.has(`${once} ${look.action}`)
    if (watch.searches.includes(look.action)) searches.add(once)
    if (exported) searches.add(`${once} ${look.action}`)
    if (!read && !search && !exported) continue
    const hour = new Date(Math.floor(look.at.getTime() / HOUR_MS) * HOUR_MS)
    const key = `${look.actor} ${hour.getTime()}`
    const count = counts.get(key) ?? { actor: look.actor, hour, reads: 0, searches: 0, exports: 0, closed: 0 }
    if (read) count.reads += 1
    if (search) count.searches += 1
    if (exported) count.exports += 1
    if (!isOpen(look.at)) count.closed += 1
    counts.set(key, count)
  }
  return [...counts.values()]
}

/** Alarms over the counts of the officers that changed; `dayOf` names the day of an instant where the office is. */
export function judgeCounts(
  counts: readonly HourCount[],
  watch: WatchEdition,
  dayOf: (at: Date) => string,
): readonly Found[] {
  const found: Found[] = []
  const days = new Map<string, HourCount[]>()
  for (const count of counts) {
    const key = `${count.actor} ${dayOf(count.hour)}`
    days.set(key, [...(days.get(key) ?? []), count])
    const { actor, hour } = count
    const span = { actor, firstAt: hour, lastAt: new Date(hour.getTime() + HOUR_MS - 1) }
    for (const rule of watch.rules) {
      const bucket = `${rule.id} ${actor} ${hour.toISOString()}`
      if (rule.kind === 'reads-per-hour' && count.reads >= rule.limit)
        found.push({ rule, bucket, seen: count.reads, ...span })
      if (rule.kind === 'searches-per-hour' && count.searches >= rule.limit && count.reads === 0)
        found.push({ rule, bucket, seen: count.searches, ...span })
    }
  }
  for (const [key, hours] of days) {
    const actor = hours[0]!.actor
    const times = hours.map(({ hour }) => hour.getTime())
    const span = {
      actor,
      firstAt: new Date(Math.min(...times)),
      lastAt: new Date(Math.max(...times) + HOUR_MS - 1),
    }
    for (const rule of watch.rules) {
      const seen =
        rule.kind === 'off-hours-per-day'
          ? hours.reduce((sum, { closed }) => sum + closed, 0)
          : rule.kind === 'exports-per-day'
            ? hours.reduce((sum, { exports }) => sum + exports, 0)
            : 0
      if (seen > 0 && seen >= rule.limit) found.push({ rule, bucket: `${rule.id} ${key}`, seen, ...span })
    }
  }
  return found
}

/** Every single look that is odd by whom it was about. */
export function judgePairs(
  looks: readonly Look[],
  watch: WatchEdition,
  tieOf: (look: Look) => readonly WatchKind[],
  dayOf: (at: Date) => string,
): readonly Found[] {
  const found = new Map<string, Found>()
  for (const look of looks) {
    if (look.subject === null) continue
    const ties = tieOf(look)
    for (const rule of watch.rules) {
      if (!ties.includes(rule.kind)) continue
      const bucket = `${rule.id} ${look.actor} ${look.subject} ${dayOf(look.at)}`
      const before = found.get(bucket)
      found.set(bucket, {
        rule,
        bucket,
        actor: look.actor,
        subject: look.subject,
        seen: (before?.seen ?? 0) + 1,
        firstAt: before?.firstAt ?? look.at,
        lastAt: look.at,
      })
    }
  }
  return [...found.values()]
}

export type PartnerDay = {
  readonly partnerId: string
  readonly day: string
  readonly asked: number
  readonly none: number
  readonly refused: number
}
export function judgePartners(days: readonly PartnerDay[], watch: WatchEdition, now: Date): readonly Found[] {
  return days.flatMap((day) =>
    watch.rules.flatMap((rule): Found[] => {
      const seen =
        rule.kind === 'partner-misses-per-day' && day.none * 100 >= (rule.percent ?? 50) * day.asked
          ? day.none
          : rule.kind === 'partner-refused-per-day'
            ? day.refused
            : 0
      if (seen === 0 || seen < rule.limit) return []
      const actor = `partner:${day.partnerId}`
      return [{ rule, bucket: `${rule.id} ${actor} ${day.day}`, actor, seen, firstAt: now, lastAt: now }]
    }),
  )
}
