// The delivery officer hands a packet over: to whom, which originals were shown, proven by a code or a signed slip. Must stay
// true: all cards of the case go together, once; who took them is sealed; the case is completed in the same transaction.
import { createHash } from 'node:crypto'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { once } from '../../platform/db/once.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { listCardsOfCase, lockCard } from '../documents/card-store.ts'
import { handOverCard } from '../documents/cards.ts'
import { officeCase } from './access.ts'
import type { HandOverInput } from './card-port.ts'
import { RELATIONS } from './card-words.ts'
import { findConflict, officerMover, refuseAndTell } from './commands.ts'
import type { CasesContext } from './context.ts'
import { moveCase } from './move-case.ts'
import { isPickupCode } from './pickup-code.ts'

/** The identity of whoever takes the packet is always shown. */
export const IDENTITY = 'identity'

/** What the form lacks, all at once. `originals` are the papers of this service that are shown at hand-over. */
export function faultsOfHandOver(input: HandOverInput, originals: readonly string[]): readonly Refusal[] {
  const faults: Refusal[] = []
  const name = input.takenBy.trim()
  if (name.length < 2 || name.length > 100) faults.push({ code: 'card-receiver', at: 'takenBy' })
  if (!RELATIONS.some((one) => one.value === input.relation)) faults.push({ code: 'card-relation', at: 'relation' })
  const missing = [IDENTITY, ...originals].filter((one) => !input.originals.includes(one))
  if (missing.includes(IDENTITY)) faults.push({ code: 'card-identity', at: 'originals' })
  else if (missing.length > 0 && input.originalsNote.trim() === '')
    faults.push({ code: 'card-originals', at: 'originals' })
  if (input.originalsNote.length > 500) faults.push({ code: 'card-note-long', at: 'originalsNote' })
  if (input.proof !== 'code' && input.proof !== 'slip') faults.push({ code: 'card-proof-choice', at: 'proof' })
  if (input.proof === 'slip' && !/^[\p{L}\d][\p{L}\d ./-]{0,39}$/u.test(input.slip.trim()))
    faults.push({ code: 'card-slip', at: 'slip' })
  if (input.proof === 'code' && !/^\D*(\d\D*){6}$/.test(input.code)) faults.push({ code: 'card-code-form', at: 'code' })
  return faults
}

/** Hands the packet of a case over and completes the case. */
export async function handOverCase(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  input: HandOverInput,
  key: string,
): Promise<Result<unknown>> {
  const region = visitor.region!.code
  const account = visitor.actor!.accountId
  const wait = input.proof === 'code' ? await context.limits.peek('pickup-code', caseId) : undefined
  if (wait !== undefined) return refuse('card-code-paused', 'code', { minutes: Math.ceil(wait / 60) })
  const done = await context.database.inRegion(region, async (tx): Promise<Result<unknown>> => {
    const found = await officeCase(tx, context, visitor, caseId, 'lock')
    if (!found.ok) return found
    const file = found.value
    const offered = await context.services.get(region, file.serviceId, file.revision)
    const conflict = await findConflict(tx, context, visitor, file)
    if (conflict !== undefined) return refuseAndTell(tx, context, visitor, file, 'hand-over', conflict)
    if (file.takenBy !== undefined && file.takenBy !== account) return refuse('case-taken')
    return once(tx, `case:${caseId}:${key}`, `hand-over:${account}`, async () => {
      const mover = officerMover(visitor, file, offered)
      const isTheirs = mover.roles.includes('delivery') && file.state === 'ready'
      const originals = offered.service.definition.documents
        .filter((document) => document.original === 'at-handover')
        .map((document) => document.id)
      const cards = (await listCardsOfCase(tx, region, caseId)).filter((card) => card.state !== 'withdrawn')
      if (isTheirs) {
        const faults = faultsOfHandOver(input, originals)
        if (faults.length > 0) return refuseAll(faults)
        if (input.proof === 'code' && !isPickupCode(context.ring, caseId, input.code))
          return refuse('card-code', 'code')
        for (const card of cards) await lockCard(tx, region, card.card_id)
        if (cards.some((card) => card.state !== 'ready')) return refuse('card-not-ready')
      }
      // Whoever is not the delivery officer of a ready case is refused here, by the process.
      const moved = await moveCase({ tx, context, offered }, file, { id: 'hand-over' }, mover)
      if (!moved.ok) return moved
      const kind = input.proof === 'code' ? 'code' : 'slip'
      const ref = kind === 'code' ? 'told' : input.slip.trim()
      for (const card of cards) {
        const handed = await handOverCard(
          tx,
          region,
          {
            cardId: card.card_id,
            takenBy: input.takenBy,
            relation: input.relation,
            proofHash: createHash('sha256').update(`${kind}\n${caseId}\n${ref}`).digest('hex'),
            proof: { kind, ref },
            originals: input.originals.filter((one) => one === IDENTITY || originals.includes(one)),
            originalsNote: input.originalsNote.trim(),
          },
          { actor: account, role: 'delivery', caseId, at: context.clock.now() },
          context.ring,
        )
        if (!handed.ok) throw new Error(`A ready card was not handed over: ${handed.refusals[0]?.code}`)
      }
      return accept(null)
    })
  })
  if (!done.ok && done.refusals.some((one) => one.code === 'card-code'))
    await context.limits.take('pickup-code', caseId)
  if (done.ok) await context.limits.clear('pickup-code', caseId)
  return done
}
