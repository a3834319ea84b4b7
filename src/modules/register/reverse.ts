// The opposite of a past case, computed from what it changed. Must stay true: nothing is erased; a value goes back only
// when it still is what the case made it, and later cases that built on it are named first, because they must be settled
// before anything is undone.
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import type { Change } from './change.ts'
import { familyOf } from './kinship.ts'
import type { FieldValue, RegisterSnapshot } from './snapshot.ts'
import { WorkingRegister } from './working-register.ts'

/** A later case that changed something the past case had made or changed. */
export type LaterCase = {
  readonly caseId: string
  readonly number?: string
  readonly thingId: string
  readonly aspect: string
}
export type PastCase = {
  readonly caseId: string
  readonly number?: string
  readonly changes: readonly Change[]
  readonly later: readonly LaterCase[]
}

/** Later cases that must be settled first, each once, in the order they came. */
export function blockingCases(past: PastCase): readonly LaterCase[] {
  const seen = new Map<string, LaterCase>()
  for (const later of past.later) if (!seen.has(later.caseId)) seen.set(later.caseId, later)
  return [...seen.values()]
}

/** What undoing needs: a register to work on, a place for refusals, ids for new notes. */
export type Undoing = {
  readonly register: WorkingRegister
  readonly undoes: string[]
  readonly today: string
  readonly newId: () => string
  refuse(code: string, at?: string, params?: Refusal['params']): undefined
}

/** Undoes a past case over a snapshot that holds all it changed. Refusals as of `reversePastCase`. */
export function undoPastCase(
  snapshot: RegisterSnapshot,
  past: PastCase,
  today: string,
  newId: () => string,
): Result<WorkingRegister> {
  const register = new WorkingRegister(snapshot, today)
  const refusals: Refusal[] = []
  const refuse = (code: string, at?: string, params?: Refusal['params']): undefined => {
    refusals.push({ code, at, params })
    return undefined
  }
  reversePastCase({ register, undoes: [], today, newId, refuse }, past)
  return refusals.length > 0 ? refuseAll(refusals) : accept(register)
}

/** Undoes a past case in the working register. Refusals: `register-later-cases`, `register-transfer-final`, `register-changed-since`. */
export function reversePastCase(context: Undoing, past: PastCase): void {
  const blocking = blockingCases(past)
  if (blocking.length > 0) {
    for (const later of blocking) context.refuse('register-later-cases', 'of', { case: later.number ?? later.caseId })
    return
  }
  context.undoes.push(past.caseId)
  const from = context.register.from
  for (const change of [...past.changes].reverse()) undo(context, change)
  context.register.from = from
}

function undo(context: Undoing, change: Change): void {
  const { register } = context
  switch (change.kind) {
    case 'person-created': {
      const { id, nikStatus } = change.person
      register.closeMembership(id, 'cancelled')
      register.setPerson(id, 'status', 'cancelled')
      if (nikStatus !== 'none') register.setPerson(id, 'nikStatus', 'cancelled')
      return
    }
    case 'field-set':
      register.from = change.from
      if (same(register.person(change.personId)[change.field], change.after))
        register.setPerson(change.personId, change.field, change.before)
      else if (!same(register.person(change.personId)[change.field], change.before))
        context.refuse('register-changed-since', change.field)
      return
    case 'membership-opened':
      register.from = change.from
      if (familyOf(register, change.personId)?.id === change.familyId)
        register.closeMembership(change.personId, 'cancelled')
      return
    case 'membership-closed': {
      register.from = change.until
      const family = register.families.get(change.familyId)
      if (family === undefined || family.status === 'retired') return void context.refuse('register-card-retired', 'of')
      if (familyOf(register, change.personId) === undefined)
        register.openMembership(change.familyId, change.personId, change.relation)
      return
    }
    case 'family-set':
      register.from = change.from
      register.setFamily(change.familyId, change.field, change.before)
      return
    case 'deed-recorded':
      register.setDeed(change.deed.id, 'status', 'cancelled')
      return
    case 'deed-set':
      register.setDeed(change.deedId, change.field, change.before)
      return
    case 'note-added':
      register.addNote(change.deedId, {
        id: context.newId(),
        kind: 'annulled',
        on: context.today,
        fields: { noteId: change.note.id, kind: change.note.kind },
      })
      return
    case 'deed-corrected': {
      const { element, old, new: wanted } = change.correction
      register.addCorrection(change.deedId, { element, old: wanted, new: old, on: context.today })
      return
    }
    case 'document':
      if (change.action === 'issue') register.note({ ...change, action: 'revoke' })
      return
    case 'transfer-offered':
      register.note({ kind: 'transfer-withdrawn', letter: change.letter })
      return
    case 'transfer-accepted':
      context.refuse('register-transfer-final', 'of', { letter: change.letter })
      return
    // A card that was made is retired by the end of the plan when nobody is on it; the rest leaves nothing to undo.
    case 'family-created':
    case 'service':
    case 'transfer-withdrawn':
    case 'stay-recorded':
      return
  }
}

function same(one: unknown, other: FieldValue): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other)
}
