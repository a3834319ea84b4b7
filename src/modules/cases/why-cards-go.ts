// The reason that a withdrawn card keeps, read from the plan that withdraws it. Pure.
import type { WithdrawReason } from '../documents/cards.ts'
import type { DocumentSubject } from '../register/change.ts'
import type { Plan } from '../register/plan.ts'

/** Why cards of somebody are revoked: they died or moved by this plan, or the cards are given anew or for nothing. */
export function whyCardsGo(plan: Plan, of: DocumentSubject): WithdrawReason {
  const status = plan.changes.find(
    (change) => change.kind === 'field-set' && change.field === 'status' && change.personId === of.id,
  )
  const becomes = status?.kind === 'field-set' ? status.after : undefined
  if (becomes === 'deceased') return 'death'
  if (becomes === 'moving' || becomes === 'moved-out' || becomes === 'abroad') return 'moved'
  return plan.changes.some(
    (change) => change.kind === 'document' && change.action === 'issue' && change.of.id === of.id,
  )
    ? 're-issue'
    : 'data-change'
}
