// A new edition of weight gains and limits is drafted by one and confirmed by another. Must stay true: it begins with a month that has not
// begun and after the edition before it, so that nothing judged already changes; all faults are told at once; the whole is checked like a
// shipped edition before it is kept.
import { addMonths, type PlainDate } from '../../../kernel/date.ts'
import { decimalToNumber, readDecimal } from '../../../kernel/decimal.ts'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../../kernel/refusal.ts'
import { standingOf } from '../../../platform/db/two-person-editions.ts'
import { holds, type Role, type Visitor } from '../../../platform/http/visitor.ts'
import { newId } from '../../../platform/ids.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { CHILD_ROLES } from '../access.ts'
import type { GrowthContext, GrowthEditions } from '../context.ts'
import { readAlertEdition } from '../rules/alert-edition.ts'
import { readCareEdition } from '../rules/care-edition.ts'
import { readEdition } from '../rules/editions.ts'
import type { GrowthEditionInput, GrowthEditionsView } from './edition-port.ts'
import * as store from './edition-store.ts'
import { changedFlags, type FlagWords, readFlagWords } from './flag-words.ts'
import type { LimitValues } from './limit-kinds.ts'
import { knownLimits } from './limits.ts'
import { editionsOf, laidOver, type OwnGrowthEdition } from './own-edition.ts'

/** Who decides about limits for the whole region: two of these. */
const DECIDERS: readonly Role[] = ['convergence-secretariat', 'expert']
const MOST_NAME = 120
const MOST_SOURCE = 200

export function deciderRole(visitor: Visitor): Role | undefined {
  const region = visitor.region!.code
  return DECIDERS.find((role) => holds(visitor.actor, region, role, undefined, region))
}
const mayRead = (visitor: Visitor): boolean =>
  deciderRole(visitor) !== undefined || CHILD_ROLES.some((role) => holds(visitor.actor, visitor.region!.code, role))

/** First days of the twelve months to come. */
const startsAfter = (today: PlainDate): readonly PlainDate[] =>
  Array.from({ length: 12 }, (_, index) => addMonths(`${today.slice(0, 7)}-01`, index + 1))

/** The editions of a region as the pages show them. Refuses `not-found`. */
export async function readEditions(
  context: GrowthContext,
  visitor: Visitor,
  shipped: GrowthEditions,
): Promise<Result<GrowthEditionsView>> {
  const region = visitor.region!.code
  if (!mayRead(visitor)) return refuse('not-found')
  const today = context.today(region)
  const rows = await context.database.inRegion(region, (tx) => store.listEditions(tx, region), { readOnly: true })
  const confirmed = rows.filter(({ state }) => state === 'confirmed').map(store.ownEdition)
  const held = editionsOf(shipped, confirmed, today)
  const limits = knownLimits(shipped)
  const before = (from: PlainDate) =>
    editionsOf(
      shipped,
      confirmed.filter((one) => one.from < from),
      from,
    )
  const wordsBefore = (from: PlainDate): FlagWords => confirmed.find((one) => one.from < from)?.words ?? {}
  const next = confirmed[0] === undefined ? shipped : laidOver(shipped, shipped, confirmed[0])
  return accept({
    held: [held.kbm.name, held.redLine.name, held.measuring.name, held.alerts.name, held.care.name],
    limits: limits.map((limit) => ({
      limit,
      now: limit.read(held),
      shipped: limit.read(shipped),
      next: limit.read(next),
    })),
    flags: held.care.redFlags.map(({ code, text, asked }) => {
      const isOwn =
        JSON.stringify(shipped.care.redFlags.find((flag) => flag.code === code)?.text) !== JSON.stringify(text)
      return { code, text, asked, isOwn }
    }),
    nextFlags: next.care.redFlags,
    alerts: shipped.alerts.alerts.map(({ code, name }) => ({ code, name })),
    editions: rows.map((row) => {
      const own = store.ownEdition(row)
      const [earlier, later] = [before(own.from), laidOver(shipped, shipped, own)]
      return {
        id: own.id,
        name: own.name,
        source: own.source,
        from: own.from,
        state: row.state === 'confirmed' ? 'confirmed' : 'drafted',
        isMine: row.drafted_by === visitor.actor!.accountId,
        changes: limits.flatMap((limit) => {
          const [was, is] = [limit.read(earlier), limit.read(later)]
          return was === is ? [] : [{ limit, before: was, after: is }]
        }),
        flags: changedFlags(shipped, wordsBefore(own.from), own.words ?? {}),
      }
    }),
    mayDecide: deciderRole(visitor) !== undefined,
    starts: startsAfter(today).filter((from) => confirmed[0] === undefined || from > confirmed[0].from),
  })
}

/** Every value as typed, over what held before; faults by key. */
function readLimits(
  shipped: GrowthEditions,
  before: LimitValues,
  typed: GrowthEditionInput['limits'],
): { readonly changes: LimitValues; readonly faults: readonly Refusal[]; readonly differs: boolean } {
  const changes: Record<string, number> = { ...before }
  const faults: Refusal[] = []
  let differs = false
  for (const limit of knownLimits(shipped)) {
    const text = typed[limit.key]
    if (text === undefined) continue
    const unit = 10 ** limit.decimals
    const read = readDecimal(text, limit.key, {
      maxDecimals: limit.decimals,
      min: limit.min / unit,
      max: limit.max / unit,
    })
    if (!read.ok) {
      faults.push(...read.refusals)
      continue
    }
    const value = Math.round(decimalToNumber(read.value) * unit)
    const was = before[limit.key] ?? limit.read(shipped)
    if (value === was) continue
    differs = true
    if (value === limit.read(shipped)) delete changes[limit.key]
    else changes[limit.key] = value
  }
  return { changes, faults, differs }
}

/** Refuses `not-found`, `growth.edition-*`, `number-*`. An older draft gives way. */
export async function draftEdition(
  context: GrowthContext,
  visitor: Visitor,
  shipped: GrowthEditions,
  input: GrowthEditionInput,
): Promise<Result<null>> {
  const region = visitor.region!.code
  const role = deciderRole(visitor)
  if (role === undefined) return refuse('not-found')
  const [name, source] = [input.name.trim(), input.source.trim()]
  const now = context.clock.now()
  return context.database.inRegion(region, async (tx): Promise<Result<null>> => {
    const faults: Refusal[] = []
    if (name.length < 3 || name.length > MOST_NAME)
      faults.push({ code: 'growth.edition-name', at: 'name', params: { most: MOST_NAME } })
    if (source.length < 3 || source.length > MOST_SOURCE)
      faults.push({ code: 'growth.edition-source', at: 'source', params: { most: MOST_SOURCE } })
    const [before] = await store.listConfirmed(tx, region)
    const isStart = startsAfter(context.today(region)).includes(input.from)
    if (!isStart || (before !== undefined && input.from <= before.from))
      faults.push({ code: 'growth.edition-from', at: 'from' })
    const read = readLimits(shipped, before?.changes ?? {}, input.limits)
    const flags = readFlagWords(shipped, before?.words ?? {}, input.words ?? {}, await store.listFlagCodes(tx, region))
    faults.push(...read.faults, ...flags.faults)
    if (faults.length > 0) return refuseAll(faults)
    if (!read.differs && !flags.differs) return refuse('growth.edition-same')
    const own: OwnGrowthEdition = {
      id: newId(),
      from: input.from,
      name,
      source,
      changes: read.changes,
      words: flags.words,
    }
    const whole = checkWhole(laidOver(shipped, shipped, own))
    if (!whole.ok) return whole
    await store.replaceDraft(tx, {
      region_code: region,
      edition_id: own.id,
      from_day: own.from,
      name,
      source,
      changes: JSON.stringify(own.changes),
      words: JSON.stringify(flags.words),
      state: 'drafted',
      drafted_by: visitor.actor!.accountId,
      drafted_at: now,
      confirmed_by: null,
      confirmed_at: null,
    })
    await writeJournal(tx, {
      at: now,
      actor: visitor.actor!.accountId,
      role,
      device: visitor.device,
      action: 'growth.edition-draft',
      subject: `growth-edition:${own.id}`,
      fields: [...Object.keys(own.changes), ...Object.keys(flags.words).map((code) => `flag-${code}`)],
    })
    return accept(null)
  })
}

/** The same checks that shipped editions pass. */
function checkWhole({ kbm, redLine, measuring, alerts, care }: GrowthEditions): Result<null> {
  for (const read of [
    readEdition('kbm', kbm),
    readEdition('red-line', redLine),
    readEdition('measuring', measuring),
    readAlertEdition(alerts),
    readCareEdition(care),
  ])
    if (!read.ok) return read
  return accept(null)
}

/** Brings a draft into force from its day on; another one than its author. Twice does it once. Refuses `not-found`, `growth.edition-*`. */
export function confirmEdition(context: GrowthContext, visitor: Visitor, id: string): Promise<Result<null>> {
  const region = visitor.region!.code
  const role = deciderRole(visitor)
  if (role === undefined || !isUuid(id)) return Promise.resolve(refuse('not-found'))
  const now = context.clock.now()
  return context.database.inRegion(region, async (tx): Promise<Result<null>> => {
    const row = await store.lockEdition(tx, region, id)
    const standing = standingOf(row, visitor.actor!.accountId)
    if (row === undefined || standing === 'unknown') return refuse('not-found')
    if (standing === 'done') return accept(null)
    if (standing === 'own-draft') return refuse('growth.edition-second-person')
    if (row.from_day <= context.today(region)) return refuse('growth.edition-from')
    await store.confirmRow(tx, region, id, { account: visitor.actor!.accountId, at: now })
    await writeJournal(tx, {
      at: now,
      actor: visitor.actor!.accountId,
      role,
      device: visitor.device,
      action: 'growth.edition-confirm',
      subject: `growth-edition:${id}`,
    })
    return accept(null)
  })
}
