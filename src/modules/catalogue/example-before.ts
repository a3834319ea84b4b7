// What an example says happened before: an earlier case, carried out over its small register without writing anything.
// Must stay true: it is planned with the same effects as a real case, so what is undone is what such a case does.

import { type NumberNeed, numberText } from '../register/numbers.ts'
import { plainScope } from '../register/plain-scope.ts'
import { type PlanInput, planEffects } from '../register/plan.ts'
import type { PastCase } from '../register/reverse.ts'
import { mergeSnapshots, type RegisterSnapshot, snapshotOf } from '../register/snapshot.ts'
import type { Before } from './example.ts'

export type Past = {
  /** The register as the earlier case left it. */
  readonly snapshot: RegisterSnapshot
  /** The earlier case by its number, its letter and its deeds. */
  readonly pastCases: ReadonlyMap<string, PastCase>
  /** Codes of what kept the earlier case from happening; then nothing happened. */
  readonly refused: readonly string[]
}

const FIRST_TEST_SERIAL = 9901

/** The register after `before`; as it is when there is none. */
export function pastOf(snapshot: RegisterSnapshot, before: Before | undefined): Past {
  if (before === undefined) return { snapshot, pastCases: new Map(), refused: [] }
  const { applicant, answers, day } = before
  let made = 0
  const input = (): PlanInput => ({
    snapshot,
    scope: plainScope({ snapshot, answers, today: day, ...(applicant === undefined ? {} : { applicant }) }),
    aliases: applicant === undefined ? {} : { applicant },
    today: day,
    newId: () => `before-${++made}`,
  })
  const first = planEffects(before.effects, input())
  if (!first.ok) return { snapshot, pastCases: new Map(), refused: first.refusals.map((one) => one.code) }
  const numbers = numbersFor(snapshot.region, first.value.needs, before.letter)
  const plan = planEffects(before.effects, { ...input(), numbers })
  if (!plan.ok) return { snapshot, pastCases: new Map(), refused: plan.refusals.map((one) => one.code) }
  const { changes, result } = plan.value
  const { number } = before
  const past: PastCase = { caseId: 'before', ...(number === undefined ? {} : { number }), changes, later: [] }
  const keys = changes.flatMap((change) => {
    if (change.kind === 'transfer-offered') return [change.letter]
    return change.kind === 'deed-recorded' ? [change.deed.id] : []
  })
  const persons = result.persons.map(({ person }) => person)
  return {
    snapshot: mergeSnapshots(snapshotOf(snapshot.region, { ...result, persons }), snapshot),
    pastCases: new Map([...keys, ...(number === undefined ? [] : [number])].map((key) => [key, past])),
    refused: [],
  }
}

function numbersFor(region: string, needs: readonly NumberNeed[], letter: string | undefined): Record<string, string> {
  return Object.fromEntries(
    needs.map((need, index) => [
      need.key,
      need.kind === 'letter' && letter !== undefined ? letter : numberText(region, need, FIRST_TEST_SERIAL + index),
    ]),
  )
}
