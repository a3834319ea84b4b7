// The eight actions of a year. Must stay true: an action is submitted with evidence and verified by a second person.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { type KeptFile, nameFile } from '../../platform/files/files.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import { actions } from './editions.ts'
import * as store from './planning-store.ts'
import type { ActionStatus } from './tables.ts'

/** The row an action has before anyone touched it. */
export function freshAction(acting: Acting, year: number, code: string): store.ActionRow | undefined {
  const action = actions.actions.find((one) => one.code === code)
  return action === undefined
    ? undefined
    : {
        region_code: acting.region,
        year,
        action: code,
        due_on: `${year}-${action.due}`,
        status: 'not-started',
        output: '',
        score: null,
        changed_by: acting.actor.accountId,
        changed_at: acting.now,
        submitted_by: null,
        verified_by: null,
      }
}

export async function noteAction(
  tx: Tx,
  acting: Acting,
  year: number,
  code: string,
  input: { readonly kind: string; readonly body: string; readonly file?: KeptFile },
): Promise<Result<null>> {
  const fresh = freshAction(acting, year, code)
  if (fresh === undefined) return refuse('convergence-not-yours')
  const kind = input.kind === 'evidence' || input.kind === 'comment' ? input.kind : undefined
  if (kind === undefined) return refuse('convergence-choice', 'kind')
  if (input.body.trim().length < 3) return refuse('convergence-text-missing', 'body')
  if (input.body.length > 2000) return refuse('convergence-text-long', 'body', { max: 2000 })
  const row = await store.holdAction(tx, fresh)
  if (input.file !== undefined) await nameFile(tx, input.file)
  await store.insertNote(tx, {
    region_code: acting.region,
    note_id: newId(),
    year,
    action: code,
    kind,
    body: input.body.trim(),
    file_hash: input.file?.hash ?? null,
    by_account: acting.actor.accountId,
    at: acting.now,
  })
  if (row.status === 'not-started')
    await store.updateAction(tx, {
      ...row,
      status: 'in-work',
      changed_by: acting.actor.accountId,
      changed_at: acting.now,
    })
  await writeJournal(tx, entryOf(acting, 'convergence.action-note', { fields: [`${year}-${code}`, kind] }))
  return accept(null)
}

const NEXT: Readonly<Record<ActionStatus, readonly ActionStatus[]>> = {
  'not-started': ['in-work'],
  'in-work': ['submitted'],
  submitted: ['in-work', 'verified'],
  verified: [],
}

/** Moves an action on; verifying takes a second person and may bring the provincial score. */
export async function moveAction(
  tx: Tx,
  acting: Acting,
  year: number,
  code: string,
  wanted: string,
  score: string,
): Promise<Result<null>> {
  const fresh = freshAction(acting, year, code)
  if (fresh === undefined) return refuse('convergence-not-yours')
  const row = await store.holdAction(tx, fresh)
  const status = NEXT[row.status].find((one) => one === wanted)
  if (status === undefined) return row.status === wanted ? accept(null) : refuse('convergence-step-order')
  if (
    status === 'submitted' &&
    !(await store.listNotes(tx, acting.region, year, code)).some((one) => one.kind === 'evidence')
  )
    return refuse('convergence-evidence-missing')
  if (status === 'verified' && row.submitted_by === acting.actor.accountId) return refuse('convergence-second-person')
  const typed = score.trim().replace(',', '.')
  if (typed !== '' && (!/^\d{1,3}(\.\d{1,2})?$/.test(typed) || Number(typed) > 100))
    return refuse('convergence-choice', 'score')
  await store.updateAction(tx, {
    ...row,
    status,
    score: status === 'verified' && typed !== '' ? typed : row.score,
    changed_by: acting.actor.accountId,
    changed_at: acting.now,
    submitted_by: status === 'submitted' ? acting.actor.accountId : status === 'in-work' ? null : row.submitted_by,
    verified_by: status === 'verified' ? acting.actor.accountId : null,
  })
  await store.insertNote(tx, {
    region_code: acting.region,
    note_id: newId(),
    year,
    action: code,
    kind: 'status',
    body: status,
    file_hash: null,
    by_account: acting.actor.accountId,
    at: acting.now,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.action-move', { fields: [`${year}-${code}`, status] }))
  return accept(null)
}
