// The signatures that had to wait: once the signer is back, what was approved meanwhile is signed by itself, in the order it was
// approved (rule 3). Must stay true: while the signer is away one question a minute is all it costs, however many wait; a case
// that cannot be signed stays on hold, seen, and stops no other.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { CasesContext } from './context.ts'
import { goThroughHeld, type HeldOutcome } from './held-round.ts'
import { finishSigning } from './sign-commands.ts'
import { type HeldForSigner, listHeldForSigner } from './timer-store.ts'

/** Signs what waits in one region until all of it is signed, the signer is away again or `until` has come. Gives how many. */
export const signHeld = (context: CasesContext, region: RegionCode, until: () => boolean): Promise<number> =>
  goThroughHeld<HeldForSigner>(context, region, {
    list: (tx, after, limit) => listHeldForSigner(tx, region, after, limit),
    goOn: (held) => signOne(context, region, held),
    until,
  })

async function signOne(
  context: CasesContext,
  region: RegionCode,
  { caseId, account, role, unit }: HeldForSigner,
): Promise<HeldOutcome> {
  try {
    const done = await finishSigning(context, region, caseId, {
      id: account,
      roles: [role],
      role,
      ...(unit === null ? {} : { unit }),
    })
    if (done.ok) return done.value.state === 'on_hold' ? 'away' : 'done'
    if (done.refusals.some(({ code }) => code === 'signer-unavailable')) return 'away'
  } catch {
    // A lost database fails the next question too, and that one is not caught.
  }
  context.alarm('held-not-signed', region, caseId)
  return 'passed'
}
