// Makes a plan in a test the way a case does: a first run that finds the numbers, a second with test serials from 9901.
import * as v from 'valibot'
import type { Result } from '../../../kernel/refusal.ts'
import type { Answer, Answers } from '../../catalogue/answers.ts'
import { effectsSchema } from '../effect.ts'
import { numberText } from '../numbers.ts'
import { type Plan, type PlanInput, planEffects } from '../plan.ts'
import { type RegisterSnapshot, snapshotOf } from '../snapshot.ts'
import { WorkingRegister } from '../working-register.ts'
import { plainScope } from './plain-scope.ts'

export type PlanTest = {
  readonly snapshot: RegisterSnapshot
  readonly effects: unknown
  readonly answers?: Answers
  readonly today?: string
  readonly applicant?: string
  readonly facts?: Readonly<Record<string, Answer>>
  readonly pastCases?: PlanInput['pastCases']
  readonly policy?: PlanInput['policy']
  readonly eventDate?: string
}

let made = 0
/** Ids that grow, as UUID v7 do. */
export function nextId(): string {
  made += 1
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`
}

export function planOf(test: PlanTest): Result<Plan> {
  const { snapshot, answers = {}, today = '2026-04-10', applicant } = test
  const effects = v.parse(effectsSchema, test.effects)
  const scope = plainScope({ snapshot, answers, today, applicant, facts: test.facts })
  const input: PlanInput = {
    snapshot,
    scope,
    today,
    newId: nextId,
    aliases: applicant === undefined ? {} : { applicant },
    pastCases: test.pastCases,
    policy: test.policy,
    eventDate: test.eventDate,
  }
  const first = planEffects(effects, input)
  if (!first.ok) return first
  const used = new Set<string | undefined>([
    ...[...snapshot.persons.values()].map((person) => person.nik),
    ...[...snapshot.families.values()].map((family) => family.kk),
    ...[...snapshot.deeds.values()].map((deed) => deed.number),
  ])
  const numbers: Record<string, string> = {}
  for (const need of first.value.needs) {
    let serial = 9901
    while (used.has(numberText(snapshot.region, need, serial))) serial++
    numbers[need.key] = numberText(snapshot.region, need, serial)
    used.add(numbers[need.key])
  }
  return planEffects(effects, { ...input, numbers })
}

export function mustPlan(test: PlanTest): Plan {
  const plan = planOf(test)
  if (!plan.ok) throw new Error(`refused: ${JSON.stringify(plan.refusals)}`)
  return plan.value
}

/** Refusal codes of a plan, none when it went through. */
export function refusalsOf(test: PlanTest): readonly string[] {
  const plan = planOf(test)
  return plan.ok ? [] : plan.refusals.map((refusal) => refusal.code)
}

/** The register as it is after a plan, without a database. */
export function afterPlan(snapshot: RegisterSnapshot, plan: Plan): RegisterSnapshot {
  const working = new WorkingRegister(snapshot, plan.from)
  for (const change of plan.changes) applyChange(working, change)
  const bumped = new Set(plan.touched.filter((thing) => thing.version > 0).map((thing) => `${thing.kind} ${thing.id}`))
  const bump = <T extends { id: string; version: number }>(kind: string, things: Iterable<T>): T[] =>
    [...things].map((thing) => (bumped.has(`${kind} ${thing.id}`) ? { ...thing, version: thing.version + 1 } : thing))
  return snapshotOf(snapshot.region, {
    persons: bump('person', working.persons.values()),
    families: bump('family', working.families.values()),
    deeds: bump('deed', working.deeds.values()),
    documents: snapshot.documents,
    transfers: [...snapshot.transfers.values()],
  })
}

function applyChange(working: WorkingRegister, change: Plan['changes'][number]): void {
  if ('from' in change && change.kind !== 'transfer-accepted') working.from = change.from
  switch (change.kind) {
    case 'person-created':
      working.persons.set(change.person.id, change.person)
      return
    case 'field-set':
      working.setPerson(change.personId, change.field, change.after)
      return
    case 'membership-opened':
      working.openMembership(change.familyId, change.personId, change.relation)
      return
    case 'membership-closed':
      working.from = change.until
      working.closeMembership(change.personId, change.reason)
      return
    case 'family-created':
      working.createFamily(change.family)
      return
    case 'family-set':
      working.setFamily(change.familyId, change.field, change.after)
      return
    case 'deed-recorded':
      working.recordDeed(change.deed)
      return
    case 'deed-set':
      working.setDeed(change.deedId, change.field, change.after)
      return
    case 'note-added':
      working.addNote(change.deedId, change.note)
      return
    case 'deed-corrected':
      working.addCorrection(change.deedId, change.correction)
      return
    default:
      return
  }
}
