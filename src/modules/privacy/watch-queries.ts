// Reading alarms. Must stay true: lists name officers and rules, never whose data it was; opening one alarm is noted.
import { formatInstant } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { openWords } from './codec.ts'
import { keeperRole, type PrivacyTools, tell } from './context.ts'
import type { NamesOf } from './queries.ts'
import type { AlarmLine, AlarmsView, AlarmView } from './watch-port.ts'
import { type AlarmState, WATCH_READERS } from './watch-rules.ts'
import { type AlarmRow, countProtected, findAlarm, findMark, listAlarms } from './watch-store.ts'

export type WatchReading = PrivacyTools & {
  readonly names: NamesOf
  readonly partnerNames: (tx: Tx, region: string) => Promise<ReadonlyMap<string, string>>
  /** The name of a person, for whoever decides about an alarm. */
  readonly personName: (tx: Tx, region: string, personId: string) => Promise<string | undefined>
}
const PAGE = 30
const OPEN_SHOWN = 100

export function mayWatch(visitor: Visitor): boolean {
  const code = visitor.region?.code
  return (
    code !== undefined &&
    WATCH_READERS.some((role) => assignmentsFor(visitor.actor, code, role).some((one) => one.place === code))
  )
}

function lineOf(visitor: Visitor, row: AlarmRow, who: string): AlarmLine {
  const instant = (at: Date) => formatInstant(at.getTime(), visitor.region!.timeZone, visitor.language)
  return {
    alarmId: row.alarm_id,
    rule: row.rule,
    state: row.state as AlarmState,
    who,
    seen: row.seen,
    limit: row.limit_of,
    firstAt: instant(row.first_at),
    lastAt: instant(row.last_at),
    ...(row.decided_at === null ? {} : { decidedAt: instant(row.decided_at) }),
  }
}

async function whoOf(tools: WatchReading, region: string, rows: readonly AlarmRow[]) {
  const accounts = rows.flatMap(({ actor, decided_by: by }) => [
    ...(actor === '' || actor.startsWith('partner:') ? [] : [actor]),
    ...(by === null ? [] : [by]),
  ])
  const names = await tools.names([...new Set(accounts)])
  const partners = rows.some(({ actor }) => actor.startsWith('partner:'))
    ? await tools.database.inRegion(region, (tx) => tools.partnerNames(tx, region), { readOnly: true })
    : new Map<string, string>()
  return (actor: string): string =>
    actor.startsWith('partner:') ? (partners.get(actor.slice(8)) ?? '') : (names.get(actor) ?? '')
}

export async function readAlarms(tools: WatchReading, visitor: Visitor, before?: string): Promise<Result<AlarmsView>> {
  if (!mayWatch(visitor)) return refuse('not-yours')
  const { code: region, timeZone } = visitor.region!
  const from = isUuid(before ?? '') ? before : undefined
  const { open, decided, mark, guarded } = await tools.database.inRegion(
    region,
    async (tx) => ({
      open: from === undefined ? await listAlarms(tx, region, 'open', OPEN_SHOWN) : [],
      decided: await listAlarms(tx, region, 'decided', PAGE + 1, from),
      mark: await findMark(tx, region),
      guarded: await countProtected(tx, region),
    }),
    { readOnly: true },
  )
  const shown = decided.slice(0, PAGE)
  const who = await whoOf(tools, region, [...open, ...shown])
  const next = decided.length > PAGE ? shown.at(-1)?.alarm_id : undefined
  return accept({
    open: open.map((row) => lineOf(visitor, row, who(row.actor))),
    decided: shown.map((row) => lineOf(visitor, row, who(row.actor))),
    guarded,
    mayDecide: keeperRole(visitor) !== undefined,
    ...(mark === undefined ? {} : { readAt: formatInstant(mark.getTime(), timeZone, visitor.language) }),
    ...(next === undefined ? {} : { next }),
  })
}

export async function readAlarm(tools: WatchReading, visitor: Visitor, id: string): Promise<Result<AlarmView>> {
  if (!mayWatch(visitor) || !isUuid(id)) return refuse('not-found')
  const { code: region, timeZone } = visitor.region!
  const isKeeper = keeperRole(visitor) !== undefined
  const found = await tools.database.inRegion(region, async (tx) => {
    const row = await findAlarm(tx, region, id)
    if (row === undefined) return undefined
    // Who it is about is for those who decide; the head sees that there is somebody.
    const about = row.subject !== null && isKeeper ? await tools.personName(tx, region, row.subject) : undefined
    await tell(tx, tools, visitor, 'alarm.read', about === undefined ? {} : { subject: row.subject })
    return { row, about }
  })
  if (found === undefined) return refuse('not-found')
  const { row, about } = found
  const who = await whoOf(tools, region, [row])
  const isSelf = row.actor === visitor.actor!.accountId
  const instant = (at: Date) => formatInstant(at.getTime(), timeZone, visitor.language)
  return accept({
    ...lineOf(visitor, row, who(row.actor)),
    edition: row.edition,
    isSelf,
    mayDecide: isKeeper && !isSelf && row.state === 'open',
    ...(row.told_at === null ? {} : { toldAt: instant(row.told_at) }),
    ...(about === undefined ? {} : { about }),
    ...(row.words === null ? {} : { words: openWords(tools.ring, 'alarm', row.alarm_id, row.words) }),
    ...(row.decided_by === null ? {} : { decidedBy: who(row.decided_by) }),
    ...(row.breach_id === null ? {} : { breachId: row.breach_id }),
  })
}
