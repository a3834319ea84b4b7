// Taking up the register's events, asking the national register by file, and recording what it answered. Must stay true: events are
// taken in order and without a gap; a file hangs on the one before; an answer names who saw it, when and its reference.
import { createHash } from 'node:crypto'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Role, type Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { listEventsAfter } from '../register/event-store.ts'
import { batchLines, headOf } from './batch.ts'
import { answerArrived } from './link-store.ts'
import type { Preview, PreviewLine } from './port.ts'
import {
  batchText,
  decideLine,
  faultOfReference,
  isAnswer,
  MOST_LINES,
  missingIn,
  NATIONAL_KEEPERS,
  PATIENCE_MS,
  type RequestState,
  readAnswers,
} from './rules.ts'
import {
  changeRequests,
  findRequests,
  insertBatch,
  insertRequests,
  lastBatch,
  lockMark,
  lockSendable,
  raiseTries,
  setMark,
} from './store.ts'

export type NationalTools = { readonly database: Database; readonly ring: KeyRing; readonly clock: Clock }
const AT_ONCE = 500
const BATCH_ROWS = 1000

export function roleFor(visitor: Visitor, roles: readonly Role[]): Role | undefined {
  const code = visitor.region?.code
  if (code === undefined) return undefined
  return roles.find((role) => assignmentsFor(visitor.actor, code, role).some((one) => one.place === code))
}

export async function tell(
  tx: Tx,
  tools: NationalTools,
  visitor: Visitor,
  role: Role,
  action: string,
  subjects: readonly string[] = [],
): Promise<void> {
  const unit = assignmentsFor(visitor.actor, visitor.region!.code, role)[0]?.unit
  const entry = {
    at: tools.clock.now(),
    actor: visitor.actor!.accountId,
    role,
    device: visitor.device,
    action,
    ...(unit === undefined ? {} : { unit }),
  }
  await writeJournal(
    tx,
    subjects.length === 0 ? entry : [...new Set(subjects)].map((subject) => ({ ...entry, subject })),
  )
}

/** Makes a request of each new event. Stops at a gap and says where; calling again goes on when it is filled. */
export async function takeEvents(tools: NationalTools, region: string): Promise<number> {
  let done = 0
  for (;;) {
    const taken = await tools.database.inRegion(region, async (tx) => {
      const now = tools.clock.now()
      const mark = await lockMark(tx, region, now)
      const events = await listEventsAfter(tx, tools.ring, region, mark.position, AT_ONCE)
      const missing = missingIn(
        mark.position,
        events.map(({ position }) => position),
      )
      const whole = missing === undefined ? events : events.filter(({ position }) => position < missing)
      await insertRequests(
        tx,
        whole.map((event) => ({
          region_code: region,
          request_id: newId(),
          position: event.position,
          event_id: event.eventId,
          person_id: event.personId,
          kind: event.kind,
          event_date: event.date,
          state: event.isGenuine ? 'waiting' : 'failed',
          tries: 0,
          batch: null,
          asked_at: null,
          way: null,
          reference: null,
          answered_by: null,
          answered_at: null,
          made_at: now,
        })),
      )
      const position = whole.at(-1)?.position ?? mark.position
      await setMark(tx, { region_code: region, position, missing: missing ?? null, read_at: now })
      return { count: whole.length, isFull: missing === undefined && events.length === AT_ONCE }
    })
    done += taken.count
    if (!taken.isFull) return done
  }
}

/** The next file. Refuses `national-nothing` when there is nothing to ask. */
export async function makeBatch(
  tools: NationalTools,
  visitor: Visitor,
  key: string,
): Promise<Result<{ readonly number: number }>> {
  const role = roleFor(visitor, NATIONAL_KEEPERS)
  if (role === undefined) return refuse('not-yours')
  const region = visitor.region!.code
  const now = tools.clock.now()
  return tools.database.inRegion(region, (tx) =>
    once(tx, `national.batch:${key}`, visitor.actor!.accountId, async () => {
      await lockMark(tx, region, now)
      const rows = await lockSendable(tx, region, new Date(now.getTime() - PATIENCE_MS), BATCH_ROWS)
      const [first] = rows
      const last = rows.at(-1)
      if (first === undefined || last === undefined) return refuse('national-nothing')
      const before = await lastBatch(tx, region)
      const made = {
        region_code: region,
        number: (before?.number ?? 0) + 1,
        rows: rows.length,
        first_position: first.position,
        last_position: last.position,
        previous: before?.digest ?? '',
        made_by: visitor.actor!.accountId,
        made_at: now,
      }
      const lines = await batchLines(tx, tools.ring, region, rows)
      const digest = createHash('sha256')
        .update(batchText(headOf(made), lines))
        .digest('hex')
      await insertBatch(tx, { ...made, digest })
      const ids = rows.map((row) => row.request_id)
      await changeRequests(tx, region, ids, { state: 'asked', batch: made.number, asked_at: now })
      await raiseTries(tx, region, ids)
      await tell(tx, tools, visitor, role, 'national.batch')
      return accept({ number: made.number })
    }),
  )
}

export async function answerRequest(
  tools: NationalTools,
  visitor: Visitor,
  id: string,
  answer: string,
  reference: string,
  key: string,
): Promise<Result<null>> {
  const role = roleFor(visitor, NATIONAL_KEEPERS)
  if (role === undefined || !isUuid(id)) return refuse('not-found')
  if (!isAnswer(answer)) return refuse('national-answer', 'answer')
  const fault = faultOfReference(reference)
  if (fault !== undefined) return refuse(fault, 'reference')
  const region = visitor.region!.code
  return tools.database.inRegion(region, (tx) =>
    once(tx, `national:${id}:${key}`, `${answer}:${visitor.actor!.accountId}`, async () => {
      const [row] = await findRequests(tx, region, [id], true)
      if (row === undefined) return refuse('not-found')
      if (isAnswer(row.state)) return refuse('national-given')
      await changeRequests(tx, region, [id], {
        state: answer,
        way: 'manual',
        reference: reference.trim(),
        answered_by: visitor.actor!.accountId,
        answered_at: tools.clock.now(),
      })
      await answerArrived(tx, region, visitor.actor!.accountId, tools.clock.now())
      await tell(tx, tools, visitor, role, 'national.answer', [row.person_id])
      return accept(null)
    }),
  )
}

/** Back into the queue: what the national system did not know, or what was put right here. */
export async function repeatRequest(
  tools: NationalTools,
  visitor: Visitor,
  id: string,
  key: string,
): Promise<Result<null>> {
  const role = roleFor(visitor, NATIONAL_KEEPERS)
  if (role === undefined || !isUuid(id)) return refuse('not-found')
  const region = visitor.region!.code
  return tools.database.inRegion(region, (tx) =>
    once(tx, `national.repeat:${id}:${key}`, visitor.actor!.accountId, async () => {
      const [row] = await findRequests(tx, region, [id], true)
      if (row === undefined) return refuse('not-found')
      if (row.state !== 'differs' && row.state !== 'unknown') return refuse('national-given')
      await changeRequests(tx, region, [id], {
        state: 'waiting',
        way: null,
        reference: null,
        answered_by: null,
        answered_at: null,
      })
      await tell(tx, tools, visitor, role, 'national.repeat', [row.person_id])
      return accept(null)
    }),
  )
}

/** Reads an answer file line by line; with `apply` takes what can be taken. The same file again changes nothing. */
export async function importAnswers(
  tools: NationalTools,
  visitor: Visitor,
  text: string,
  apply: boolean,
): Promise<Result<Preview>> {
  const role = roleFor(visitor, NATIONAL_KEEPERS)
  if (role === undefined) return refuse('not-yours')
  const read = readAnswers(text)
  if (read.length === 0 || read.length > MOST_LINES) return refuse('national-file', 'text', { most: MOST_LINES })
  const region = visitor.region!.code
  return tools.database.inRegion(region, async (tx) => {
    const ids = read.flatMap((line) => ('fault' in line ? [] : [line.requestId]))
    const known = new Map(
      (await findRequests(tx, region, [...new Set(ids)], apply)).map((row) => [row.request_id, row]),
    )
    const seen = new Set<string>()
    const lines: PreviewLine[] = []
    const taken: string[] = []
    for (const one of read) {
      if ('fault' in one) {
        lines.push({ line: one.line, outcome: 'refused', fault: one.fault })
        continue
      }
      const row = known.get(one.requestId)
      const verdict = decideLine(
        one,
        row === undefined
          ? undefined
          : { state: row.state as RequestState, ...(row.reference === null ? {} : { reference: row.reference }) },
        seen.has(one.requestId),
      )
      seen.add(one.requestId)
      const shown = {
        line: one.line,
        answer: one.answer,
        reference: one.reference,
        ...(row === undefined ? {} : { position: row.position }),
      }
      if (verdict !== 'take') {
        lines.push(
          verdict === 'same' ? { ...shown, outcome: 'same' } : { ...shown, outcome: 'refused', fault: verdict },
        )
        continue
      }
      lines.push({ ...shown, outcome: 'take' })
      if (row !== undefined) taken.push(row.person_id)
      if (apply)
        await changeRequests(tx, region, [one.requestId], {
          state: one.answer,
          way: 'file',
          reference: one.reference,
          answered_by: visitor.actor!.accountId,
          answered_at: tools.clock.now(),
        })
    }
    if (apply && taken.length > 0) {
      await answerArrived(tx, region, visitor.actor!.accountId, tools.clock.now())
      await tell(tx, tools, visitor, role, 'national.answer', taken)
    }
    return accept({ lines, take: taken.length, applied: apply })
  })
}
