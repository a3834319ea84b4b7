// What a reversal needs to know: what a past case changed, and which later cases built on it. Must stay true: a case that
// was undone itself, and the case that undid it, no longer stand in the way.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import type { Scope } from '../catalogue/scope.ts'
import { aspectOf, type Change, type ThingKind } from './change.ts'
import type { Effect } from './effect.ts'
import type { RegisterKeys } from './load.ts'
import { committedPlans } from './prepared-store.ts'
import type { LaterCase, PastCase } from './reverse.ts'
import type { RegisterSnapshot } from './snapshot.ts'
import { findTransfer } from './transfer-store.ts'

type Sought = {
  readonly effects: readonly Effect[]
  readonly scope: Scope
  readonly snapshot: RegisterSnapshot
  /** Case ids by the case numbers an answer may hold. */
  readonly caseIdsByNumber?: Readonly<Record<string, string>>
}

/** The past cases that the `reverseEffects` of a definition may mean, by deed id, case number and letter. */
export async function loadPastCases(
  tx: Tx,
  ring: KeyRing,
  region: string,
  sought: Sought,
): Promise<ReadonlyMap<string, PastCase>> {
  const keys = await caseKeys(tx, region, sought)
  const caseIds = [...new Set(keys.values())]
  const plans = await committedPlans(tx, ring, region, caseIds)
  const later = await laterCases(tx, region, caseIds)
  const past = new Map<string, PastCase>()
  for (const [key, caseId] of keys) {
    const stored = plans.get(caseId)
    if (stored === undefined) continue
    past.set(key, { caseId, changes: stored.plan.changes, later: later.filter((one) => one.of === caseId) })
  }
  return past
}

async function caseKeys(
  tx: Tx,
  region: string,
  { effects, scope, snapshot, caseIdsByNumber }: Sought,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>()
  const answer = (key: string) => {
    const found = scope.answer(key)
    return found.is === 'known' && typeof found.value === 'string' ? found.value.trim() : ''
  }
  for (const effect of effects) {
    if (effect.op !== 'reverseEffects') continue
    const { of } = effect
    if (typeof of !== 'string' && 'letter' in of) {
      const transfer = await findTransfer(tx, region, 'out', answer(of.letter))
      if (transfer?.case_id != null) keys.set(transfer.letter, transfer.case_id)
    } else if (typeof of !== 'string' && 'caseNumber' in of) {
      const number = answer(of.caseNumber)
      const caseId = caseIdsByNumber?.[number]
      if (caseId !== undefined) keys.set(number, caseId)
    } else for (const deed of snapshot.deeds.values()) if (deed.caseId !== undefined) keys.set(deed.id, deed.caseId)
  }
  return keys
}

/**
 * Later cases that changed an aspect one of these cases had changed, or that leaned on a person it had made. Moving
 * house with the family does not count as leaning on somebody's entry.
 */
async function laterCases(
  tx: Tx,
  region: string,
  caseIds: readonly string[],
): Promise<readonly (LaterCase & { of: string })[]> {
  if (caseIds.length === 0) return []
  const { rows } = await sql<LaterCase & { of: string }>`
    with own as (
      select case_id, thing_id, kind, field, recorded_at from register_fact
      where region_code = ${region} and case_id = any(${[...caseIds]}::uuid[])
    ), made as (
      select distinct case_id, thing_id from own where field = 'created' and kind = 'person'
    ), later as (
      select o.case_id as of, f.case_id, f.thing_id, f.field, f.recorded_at
      from own o join register_fact f on f.region_code = ${region} and f.thing_id = o.thing_id
        and f.case_id <> o.case_id and f.recorded_at > o.recorded_at
      where (f.field = o.field and not exists (select from made m where m.case_id = o.case_id and m.thing_id = o.thing_id))
         or (o.field = 'created' and o.kind <> 'family' and f.field not in ('card', 'villageCode', 'notes', 'status', 'fields'))
      union
      select m.case_id, d.case_id, m.thing_id, d.register, d.recorded_at
      from made m join deed_party p on p.region_code = ${region} and p.person_id = m.thing_id
        join deed d on d.region_code = ${region} and d.deed_id = p.deed_id and d.case_id <> m.case_id and d.status = 'valid'
    )
    select l.of::text as of, l.case_id::text as "caseId", l.thing_id::text as "thingId", l.field as aspect
    from later l
    where not exists (select from prepared_change c where c.region_code = ${region} and c.state = 'committed' and c.undone_by is not null and c.case_id = l.case_id)
      and not exists (select from prepared_change c where c.region_code = ${region} and c.undone_by = l.case_id)
    order by l.recorded_at, l.case_id`.execute(tx)
  return rows
}

/** One committed change by its id, with what has to be loaded to undo it; undefined when there is none. */
export async function loadPastCaseById(
  tx: Tx,
  ring: KeyRing,
  region: string,
  caseId: string,
): Promise<{ readonly past: PastCase; readonly keys: RegisterKeys } | undefined> {
  const stored = (await committedPlans(tx, ring, region, [caseId])).get(caseId)
  if (stored === undefined) return undefined
  const later = await laterCases(tx, region, [caseId])
  return { past: { caseId, changes: stored.plan.changes, later }, keys: keysOfChanges(stored.plan.changes) }
}

/** People and cards that changes speak of. */
export function keysOfChanges(changes: readonly Change[]): RegisterKeys {
  const things = changes.flatMap((change) => aspectOf(change)?.thing ?? [])
  const ids = (kind: ThingKind) => [...new Set(things.filter((thing) => thing.kind === kind).map((thing) => thing.id))]
  return { personIds: ids('person'), familyIds: ids('family') }
}
