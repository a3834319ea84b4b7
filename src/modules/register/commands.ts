// The three use cases around a signature: prepare freezes a plan and reserves its numbers, commit writes everything in
// one transaction when nothing it leaned on has changed, release gives the numbers back. Must stay true: calling any of
// them twice for a case changes nothing the second time; a refusal at the commit leaves the register untouched.
import { accept, type Refusal, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import type { Change } from './change.ts'
import { decideMayCreate, findDuplicatesOf } from './duplicate-commands.ts'
import type { Comparable } from './duplicates.ts'
import type { Effect } from './effect.ts'
import { loadSnapshot } from './load.ts'
import { finaliseNumbers, freeNumbers, reserveNumbers } from './number-store.ts'
import type { ReservedNumbers } from './numbers.ts'
import { keysOfChanges, loadPastCases } from './past-cases.ts'
import { type Plan, type PlanInput, planEffects } from './plan.ts'
import { endPrepared, lockLast, lockPrepared, markUndone, type Prepared, storePrepared } from './prepared-store.ts'
import { eventsOf, type RegisterEvent } from './register-events.ts'
import { getRegisterSettings } from './settings.ts'
import { mergeSnapshots, type Person, type RegisterSnapshot } from './snapshot.ts'
import { checkTransfers, writeTransfers } from './transfers.ts'
import { differencesSince, lockAndCompare, type RegisterDifference } from './versions.ts'
import { writePlan } from './write-changes.ts'

export type RegisterTools = {
  readonly ring: KeyRing
  readonly now: Date
  /** Makes an id for a new thing; UUID v7 in production. */
  readonly newId: () => string
}
export type PrepareInput = {
  readonly region: string
  readonly caseId: string
  readonly effects: readonly Effect[]
  readonly caseIdsByNumber?: Readonly<Record<string, string>>
  /** Possible duplicates must be decided as well before somebody new gets a number; sure ones always must. */
  readonly decidePossible?: boolean
  /** What the caller writes of the plan, in the same journey to the database. */
  readonly beside?: (plan: Plan) => Promise<unknown>
} & Pick<PlanInput, 'snapshot' | 'scope' | 'aliases' | 'today' | 'eventDate' | 'nationalAnswer' | 'placeName'>

export type PreparedEffects = { readonly plan: Plan; readonly numbers: ReservedNumbers }

/**
 * Plans the effects of a case over a snapshot that `loadSnapshot` gave in the same transaction, reserves the numbers and
 * stores the plan. A case that is prepared again keeps its numbers where they still fit. Refusals: those of the plan,
 * `same-person-sure` and `same-person-undecided` before somebody new gets a number, `register-serials-used-up`,
 * `register-already-committed`.
 */
export async function prepareEffects(
  tx: Tx,
  tools: RegisterTools,
  input: PrepareInput,
): Promise<Result<PreparedEffects>> {
  const { ring, now, newId } = tools
  const { region, caseId, effects } = input
  const [last, settings] = await Promise.all([lockLast(tx, region, caseId), getRegisterSettings(tx, region)])
  if (last?.state === 'committed') return refuse('register-already-committed')
  const undoes = effects.some((effect) => effect.op === 'reverseEffects')
  const planInput: PlanInput = {
    snapshot: input.snapshot,
    scope: input.scope,
    aliases: input.aliases,
    today: input.today,
    eventDate: input.eventDate,
    newId,
    policy: settings,
    ...(input.placeName === undefined ? {} : { placeName: input.placeName }),
    ...(input.nationalAnswer === undefined ? {} : { nationalAnswer: input.nationalAnswer }),
    ...(undoes ? await withPastCases(tx, ring, input) : {}),
  }
  const first = planEffects(effects, planInput)
  if (!first.ok) return first
  const isNew = await checkNewcomers(tx, ring, input, first.value)
  if (!isNew.ok) return isNew
  const reserved = await reserveNumbers(tx, ring, {
    region,
    caseId,
    needs: first.value.needs,
    firstSerial: settings.firstSerial,
    now,
    hasEarlier: last !== undefined,
  })
  if (!reserved.ok) return reserved
  const { numbers, keep } = reserved.value
  const plan = first.value.needs.length === 0 ? first : planEffects(effects, { ...planInput, numbers })
  if (!plan.ok) return plan
  const stored = { plan: { ...plan.value, warnings: [...plan.value.warnings, ...isNew.value] }, numbers }
  await Promise.all([
    keep(tx),
    storePrepared(tx, ring, { region, caseId, stored, now, last }),
    input.beside?.(stored.plan),
  ])
  return accept(stored)
}

/** Nobody gets a second number: people the plan would make are compared with the register first. Gives warnings. */
async function checkNewcomers(
  tx: Tx,
  ring: KeyRing,
  input: PrepareInput,
  plan: Plan,
): Promise<Result<readonly Refusal[]>> {
  const warnings: Refusal[] = []
  for (const change of plan.changes) {
    if (change.kind !== 'person-created' || change.origin === 'transfer') continue
    const subject = { subjectId: input.caseId, ...newcomerOf(change.person, input.snapshot) }
    const hits = await findDuplicatesOf(tx, { ring, region: input.region }, subject)
    const may = decideMayCreate(hits)
    if (may.ok) continue
    const isSure = may.refusals.some((refusal) => refusal.code === 'same-person-sure')
    if (isSure || input.decidePossible === true) return may
    warnings.push(...may.refusals)
  }
  return accept(warnings)
}

/** What is compared of somebody new; the mother's name comes from her own entry where she has one. */
export function newcomerOf(
  { name, birthDate, sex, motherId, motherName, villageCode }: Person,
  snapshot: RegisterSnapshot,
): Comparable {
  const mother = snapshot.persons.get(motherId ?? '')?.name ?? motherName
  return { name, birthDate, sex, villageCode, ...(mother === undefined ? {} : { motherName: mother }) }
}

/** The past cases a reversal may mean, and everything they changed. */
export async function withPastCases(
  tx: Tx,
  ring: KeyRing,
  input: Pick<PrepareInput, 'region' | 'effects' | 'scope' | 'snapshot' | 'caseIdsByNumber'>,
): Promise<Pick<PlanInput, 'pastCases' | 'snapshot'>> {
  const pastCases = await loadPastCases(tx, ring, input.region, input)
  const keys = keysOfChanges([...pastCases.values()].flatMap((past) => past.changes))
  const more = await loadSnapshot(tx, ring, input.region, keys)
  return { pastCases, snapshot: mergeSnapshots(input.snapshot, more) }
}

export type Request = Extract<Change, { kind: 'document' } | { kind: 'service' }>
export type CommittedEffects = {
  readonly plan: Plan
  readonly numbers: ReservedNumbers
  readonly events: readonly RegisterEvent[]
  /** What documents and cases have to do now, in order. */
  readonly requests: readonly Request[]
}
export type CommitResult =
  | { readonly ok: true; readonly value: CommittedEffects }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly differences: readonly RegisterDifference[] }

/**
 * Writes the prepared plan of a case. Refusals: `register-not-prepared`; `register-changed` with the differences (the plan
 * is then void, the case goes back to verification); `register-letter-used`, `register-letter-claimed` for moves.
 * Calling it again for a committed case gives the same plan and writes nothing.
 */
export async function commitEffects(
  tx: Tx,
  tools: RegisterTools,
  input: {
    readonly region: string
    readonly caseId: string
    readonly actor: { readonly account: string; readonly role: string; readonly unit?: string }
    /** What `lockPrepared` has just given in this transaction, if the caller asked. */
    readonly prepared?: Prepared
    /** What the caller carries out of the plan, in the same journeys to the database; again when the case is committed already. */
    readonly beside?: (requests: readonly Request[], plan: Plan) => Promise<unknown>
  },
): Promise<CommitResult> {
  const { ring, now, newId } = tools
  const { region, caseId, actor } = input
  const prepared = input.prepared ?? (await lockPrepared(tx, ring, region, caseId))
  if (prepared === undefined) return { ...refuse('register-not-prepared'), differences: [] }
  const { plan, numbers } = prepared
  const requests = requestsOf(plan)
  if (prepared.state === 'committed') {
    await input.beside?.(requests, plan)
    return { ok: true, value: { plan, numbers, events: [], requests } }
  }

  const changed = await lockAndCompare(tx, region, plan.touched)
  if (changed.length > 0) {
    await endPrepared(tx, region, caseId, 'stale', now)
    const differences = await differencesSince(tx, region, changed, prepared.preparedAt)
    return { ...refuse('register-changed', undefined, { count: changed.length }), differences }
  }
  const transfers = await checkTransfers(tx, region, plan.changes)
  if (!transfers.ok) return { ...transfers, differences: [] }

  const events = eventsOf(plan, newId)
  await Promise.all([
    writePlan(tx, { ring, region, caseId, now, newId }, plan, events),
    finaliseNumbers(tx, region, caseId, now),
    markUndone(tx, region, plan.undoes, caseId),
    endPrepared(tx, region, caseId, 'committed', now),
    input.beside?.(requests, plan),
  ])
  await writeTransfers(tx, { ring, region, caseId, now, newId }, plan)
  await writeJournal(
    tx,
    personFields(plan.changes).map(([personId, fields]) => ({
      at: now,
      actor: actor.account,
      role: actor.role,
      unit: actor.unit,
      caseId,
      subject: personId,
      action: 'register.commit',
      fields,
    })),
  )
  if (events.length > 0) await writeOutbox(tx, { kind: 'register.events', key: region })
  return { ok: true, value: { plan, numbers, events, requests } }
}

/** Ends an open plan and gives its numbers back. `cause` stays with each gap: `rejected`, `withdrawn`, `returned`, … */
export async function releaseReservations(
  tx: Tx,
  tools: Pick<RegisterTools, 'now'>,
  input: { readonly region: string; readonly caseId: string; readonly cause: string },
): Promise<void> {
  const { region, caseId, cause } = input
  await endPrepared(tx, region, caseId, 'released', tools.now)
  await freeNumbers(tx, region, caseId, cause, tools.now)
}

function requestsOf(plan: Plan): readonly Request[] {
  return plan.changes.filter((change): change is Request => change.kind === 'document' || change.kind === 'service')
}

/** Changed fields of each person, for the journal: names of fields, never values. */
function personFields(changes: readonly Change[]): readonly (readonly [string, readonly string[]])[] {
  const fields = new Map<string, Set<string>>()
  const add = (id: string, field: string) => fields.set(id, (fields.get(id) ?? new Set()).add(field))
  for (const change of changes) {
    if (change.kind === 'person-created') add(change.person.id, 'created')
    else if (change.kind === 'field-set') add(change.personId, change.field)
    else if (change.kind === 'membership-opened' || change.kind === 'membership-closed') add(change.personId, 'card')
    else if (change.kind === 'deed-recorded')
      for (const party of change.deed.parties)
        if (party.personId !== undefined) add(party.personId, `deed.${change.deed.register}`)
  }
  return [...fields].map(([id, names]) => [id, [...names]] as const)
}
