// A change of the register that is no case: merging two entries of one person, letting go of somebody who moved. Must
// stay true: the same invariants, versions, history, events and journal as a case, and it can be undone like one.
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { describeChanges } from './before-after.ts'
import { checkInvariants } from './invariants.ts'
import type { Plan } from './plan.ts'
import { resultOf } from './plan-result.ts'
import { endPrepared, markUndone, storePrepared } from './prepared-store.ts'
import { eventsOf } from './register-events.ts'
import { lockAndCompare } from './versions.ts'
import type { WorkingRegister } from './working-register.ts'
import { type Writing, writePlan } from './write-changes.ts'

export type DirectChange = {
  /** Under this id the change is kept and can be undone. */
  readonly id: string
  readonly register: WorkingRegister
  readonly today: string
  readonly action: string
  readonly actor: { readonly account: string; readonly role: string; readonly unit?: string }
  readonly reason?: string
  readonly undoes?: readonly string[]
}

/** Writes what a working register changed. Refusals: the invariants', `register-changed`. */
export async function recordDirectly(tx: Tx, writing: Writing, change: DirectChange): Promise<Result<Plan>> {
  const { ring, region, now, newId } = writing
  const { register, id, actor } = change
  const findings = checkInvariants(register, register.changes, change.today)
  if (findings.refusals.length > 0) return refuseAll(findings.refusals)
  const changed = await lockAndCompare(tx, region, register.touched)
  if (changed.length > 0) return refuse('register-changed', undefined, { count: changed.length })
  const plan: Plan = {
    changes: register.changes,
    needs: [],
    touched: register.touched,
    beforeAfter: describeChanges(register.changes, register),
    warnings: findings.warnings,
    from: register.from,
    named: {},
    done: [],
    result: resultOf(register),
    undoes: change.undoes ?? [],
  }
  const events = eventsOf(plan, newId)
  await writePlan(tx, { ...writing, caseId: id }, plan, events)
  await storePrepared(tx, ring, { region, caseId: id, stored: { plan, numbers: {} }, now })
  await endPrepared(tx, region, id, 'committed', now)
  await markUndone(tx, region, plan.undoes, id)
  await writeJournal(
    tx,
    plan.result.persons.map(({ person }) => ({
      at: now,
      actor: actor.account,
      role: actor.role,
      unit: actor.unit,
      subject: person.id,
      action: change.action,
      reason: change.reason,
    })),
  )
  if (events.length > 0) await writeOutbox(tx, { kind: 'register.events', key: region })
  return accept(plan)
}
