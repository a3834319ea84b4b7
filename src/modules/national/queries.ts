// Reading requests, files and events. Must stay true: lists hold keys and dates only; a number is shown on one request or in a
// file, each time noted; a file is made anew and must have the digest it had.
import { createHash } from 'node:crypto'
import { formatDate, formatInstant } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { maskNik } from '../../kernel/nik.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { listEventsAfter } from '../register/event-store.ts'
import { askedPeople, batchLines, headOf, signText } from './batch.ts'
import { type NationalTools, roleFor, tell } from './commands.ts'
import { findLink } from './link-store.ts'
import type { NationalView, RequestLine, RequestView } from './port.ts'
import { batchText, isAnswer, NATIONAL_KEEPERS, NATIONAL_READERS, PATIENCE_MS, type RequestState } from './rules.ts'
import { countStates, findMark, findRequests, listBatches, listRequests, type RequestRow } from './store.ts'

/** How many applications wait for the national system: told by those who keep them. */
export type CountWaiting = (tx: Tx, region: string) => Promise<number>
export type NamesOf = (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>
const PAGE = 30
const OPEN = ['waiting', 'asked', 'failed', 'differs', 'unknown']
const EVENTS = 1000

function lineOf(visitor: Visitor, row: RequestRow, now: Date): RequestLine {
  const zone = visitor.region!.timeZone
  return {
    requestId: row.request_id,
    position: row.position,
    kind: row.kind,
    date: formatDate(row.event_date, visitor.language),
    state: row.state as RequestState,
    isLate: row.state === 'asked' && row.asked_at !== null && now.getTime() - row.asked_at.getTime() > PATIENCE_MS,
    tries: row.tries,
    ...(row.asked_at === null ? {} : { askedAt: formatInstant(row.asked_at.getTime(), zone, visitor.language) }),
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.way === null ? {} : { way: row.way }),
  }
}

export async function readRequests(
  tools: NationalTools,
  visitor: Visitor,
  countWaiting: CountWaiting,
  after?: number,
): Promise<Result<NationalView>> {
  if (roleFor(visitor, NATIONAL_READERS) === undefined) return refuse('not-yours')
  const { code: region, timeZone } = visitor.region!
  const now = tools.clock.now()
  const { counts, rows, batches, mark, link, waiting } = await tools.database.inRegion(
    region,
    async (tx) => ({
      counts: await countStates(tx, region),
      rows: await listRequests(tx, region, { states: OPEN, ...(after === undefined ? {} : { after }) }, PAGE + 1),
      batches: await listBatches(tx, region),
      mark: await findMark(tx, region),
      link: await findLink(tx, region),
      waiting: await countWaiting(tx, region),
    }),
    { readOnly: true },
  )
  const shown = rows.slice(0, PAGE)
  const next = rows.length > PAGE ? shown.at(-1)?.position : undefined
  const lines = shown.map((row) => lineOf(visitor, row, now))
  return accept({
    link: {
      state: link?.state ?? 'unknown',
      waiting,
      ...(link === undefined
        ? {}
        : { way: link.way, notedAt: formatInstant(link.noted_at.getTime(), timeZone, visitor.language) }),
    },
    counts: Object.fromEntries(counts) as NationalView['counts'],
    lines,
    batches: batches.map((batch) => ({
      number: batch.number,
      rows: batch.rows,
      first: batch.first_position,
      last: batch.last_position,
      madeAt: formatInstant(batch.made_at.getTime(), timeZone, visitor.language),
      digest: batch.digest.slice(0, 10),
    })),
    position: mark?.position ?? 0,
    sendable: (counts.get('waiting') ?? 0) + lines.filter((line) => line.isLate).length,
    mayChange: roleFor(visitor, NATIONAL_KEEPERS) !== undefined,
    ...(mark?.missing === null || mark?.missing === undefined ? {} : { missing: mark.missing }),
    ...(mark === undefined ? {} : { readAt: formatInstant(mark.read_at.getTime(), timeZone, visitor.language) }),
    ...(next === undefined ? {} : { next }),
  })
}

export async function readRequest(
  tools: NationalTools,
  visitor: Visitor,
  id: string,
  names: NamesOf,
): Promise<Result<RequestView>> {
  const role = roleFor(visitor, NATIONAL_READERS)
  if (role === undefined || !isUuid(id)) return refuse('not-found')
  const { code: region, timeZone } = visitor.region!
  const mayChange = roleFor(visitor, NATIONAL_KEEPERS) !== undefined
  const found = await tools.database.inRegion(region, async (tx) => {
    const [row] = await findRequests(tx, region, [id], false)
    if (row === undefined) return undefined
    // Whoever looks up the national system needs to know whom to look up; others see the request only.
    const person = mayChange
      ? (await askedPeople(tx, tools.ring, region, [row.person_id])).get(row.person_id)
      : undefined
    await tell(tx, tools, visitor, role, 'national.read', person === undefined ? [] : [row.person_id])
    return { row, person }
  })
  if (found === undefined) return refuse('not-found')
  const { row, person } = found
  const by = row.answered_by === null ? undefined : (await names([row.answered_by])).get(row.answered_by)
  return accept({
    ...lineOf(visitor, row, tools.clock.now()),
    ...(person === undefined ? {} : { name: person.name }),
    ...(person?.nik === undefined ? {} : { nik: isAnswer(row.state) ? maskNik(person.nik) : person.nik }),
    ...(by === undefined ? {} : { answeredBy: by }),
    ...(row.answered_at === null
      ? {}
      : { answeredAt: formatInstant(row.answered_at.getTime(), timeZone, visitor.language) }),
    mayAnswer: mayChange && !isAnswer(row.state),
    mayRepeat: mayChange && (row.state === 'differs' || row.state === 'unknown'),
  })
}

/** Refuses `national-changed` when the register moved on: the file cannot be made again, the next one holds what is open. */
export async function readBatch(tools: NationalTools, visitor: Visitor, number: number): Promise<Result<string>> {
  const role = roleFor(visitor, NATIONAL_KEEPERS)
  if (role === undefined) return refuse('not-found')
  const region = visitor.region!.code
  return tools.database.inRegion(region, async (tx) => {
    const batch = (await listBatches(tx, region)).find((one) => one.number === number)
    if (batch === undefined) return refuse('not-found')
    const rows = await listRequests(tx, region, { batch: number }, batch.rows)
    const text = batchText(headOf(batch), await batchLines(tx, tools.ring, region, rows))
    if (createHash('sha256').update(text).digest('hex') !== batch.digest) return refuse('national-changed')
    await tell(
      tx,
      tools,
      visitor,
      role,
      'national.export',
      rows.map((row) => row.person_id),
    )
    return accept(`${text}${JSON.stringify({ digest: batch.digest, ...signText(tools.ring, text) })}\n`)
  })
}

/** Events after a position, oldest first, one a line, with a signature below. Repeatable from any point. */
export async function readEvents(tools: NationalTools, visitor: Visitor, after: number): Promise<Result<string>> {
  const role = roleFor(visitor, NATIONAL_READERS)
  if (role === undefined) return refuse('not-found')
  const region = visitor.region!.code
  return tools.database.inRegion(region, async (tx) => {
    const events = await listEventsAfter(tx, tools.ring, region, after, EVENTS)
    const last = events.at(-1)?.position ?? after
    const lines = [
      JSON.stringify({ format: 'puja-events-1', region, after, last, rows: events.length }),
      ...events.map(({ position, eventId, personId, seq, kind, date, isGenuine }) =>
        JSON.stringify({ position, event: eventId, person: personId, seq, kind, date, genuine: isGenuine }),
      ),
    ]
    const text = lines.map((line) => `${line}\n`).join('')
    await tell(tx, tools, visitor, role, 'national.events')
    return accept(`${text}${JSON.stringify(signText(tools.ring, text))}\n`)
  })
}
