// Whether the national system answers: noted by an operator here, or by an answer that arrived. Must stay true: the newest note counts;
// cases look at the note and go on by themselves, nothing here touches one.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { once } from '../../platform/db/once.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { type NationalTools, roleFor, tell } from './commands.ts'
import { noteLink } from './link-store.ts'
import { NATIONAL_KEEPERS } from './rules.ts'

/** An operator says that the national system is up again, or down. Refuses `not-yours`, `national-link`. */
export async function setLink(
  tools: NationalTools,
  visitor: Visitor,
  state: string,
  key: string,
): Promise<Result<null>> {
  const role = roleFor(visitor, NATIONAL_KEEPERS)
  if (role === undefined) return refuse('not-yours')
  if (state !== 'up' && state !== 'down') return refuse('national-link')
  const region = visitor.region!.code
  const account = visitor.actor!.accountId
  return tools.database.inRegion(region, (tx) =>
    once(tx, `national.link:${key}`, `${state}:${account}`, async () => {
      await noteLink(tx, {
        region_code: region,
        state,
        way: 'operator',
        noted_by: account,
        noted_at: tools.clock.now(),
      })
      await tell(tx, tools, visitor, role, `national.${state}`)
      return accept(null)
    }),
  )
}
