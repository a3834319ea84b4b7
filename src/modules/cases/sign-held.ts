// The signatures that had to wait: once the signer is back, what was approved meanwhile is signed by itself, in the order it was
// approved (rule 3). Must stay true: while the signer is away one question a minute is all it costs, however many wait; a case
// that cannot be signed stays on hold, seen, and stops no other.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { CasesContext } from './context.ts'
import { finishSigning } from './sign-commands.ts'
import { type HeldForSigner, listHeldForSigner } from './timer-store.ts'

const PAGE = 50

/** Signs what waits in one region until all of it is signed, the signer is away again or `until` has come. Gives how many. */
export async function signHeld(context: CasesContext, region: RegionCode, until: () => boolean): Promise<number> {
  let signed = 0
  let last: HeldForSigner | undefined
  for (;;) {
    const after = last
    const page = await context.database.inRegion(region, (tx) => listHeldForSigner(tx, region, after, PAGE), {
      readOnly: true,
    })
    for (const held of page) {
      if (until()) return signed
      const outcome = await signOne(context, region, held)
      if (outcome === 'away') return signed
      if (outcome === 'signed') signed++
      last = held
    }
    if (page.length < PAGE) return signed
  }
}

async function signOne(
  context: CasesContext,
  region: RegionCode,
  { caseId, account, role, unit }: HeldForSigner,
): Promise<'signed' | 'away' | 'not-signed'> {
  try {
    const done = await finishSigning(context, region, caseId, {
      id: account,
      roles: [role],
      role,
      ...(unit === null ? {} : { unit }),
    })
    if (done.ok) return done.value.state === 'on_hold' ? 'away' : 'signed'
    if (done.refusals.some(({ code }) => code === 'signer-unavailable')) return 'away'
  } catch {
    // A lost database fails the next question too, and that one is not caught.
  }
  context.alarm('held-not-signed', region, caseId)
  return 'not-signed'
}
