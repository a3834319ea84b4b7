// What a plan itself knows about a paper it issues, besides the register: somebody of elsewhere, a stay. Pure.
import type { Plan } from '../register/plan.ts'
import type { DataInput } from './document-data.ts'

/** Whom the register does not have, and the stay that the plan records: a receipt says both. */
export function aboutOf(
  plan: Plan,
  { outsider, document }: Extract<Plan['changes'][number], { kind: 'document' }>,
): Pick<DataInput, 'outsider' | 'stay'> {
  const stay = plan.changes.find((change) => change.kind === 'stay-recorded')
  return {
    ...(outsider === undefined ? {} : { outsider }),
    ...(stay?.kind === 'stay-recorded' && document === 'non-permanent-receipt'
      ? { stay: { address: stay.address, until: stay.until } }
      : {}),
  }
}
