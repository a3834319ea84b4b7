// Reading outgoing items for their pages. Must stay true: administrators only; what was sent is told by kind and number, never its
// content, which carries children's data.
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { GrowthContext } from '../context.ts'
import {
  countItems,
  findItem,
  type ListedItem,
  listAttempts,
  listItems,
  listTargets,
  type TargetRow,
} from './outbox-store.ts'
import { mayAdminister } from './outgoing-commands.ts'
import {
  ITEM_STATES,
  type ItemState,
  type ItemView,
  type OutgoingItemView,
  type OutgoingView,
  TARGETS,
  type Target,
  type TargetView,
} from './outgoing-port.ts'
import { defined } from './read-lines.ts'

const SHOWN = 50

export async function readOutgoing(
  context: GrowthContext,
  places: { name(code: string): string | undefined },
  visitor: Visitor,
  asked: string,
  after: string | undefined,
): Promise<Result<OutgoingView>> {
  if (!mayAdminister(visitor)) return refuse('not-found')
  const region = visitor.region!.code
  const show: ItemState | 'all' = ITEM_STATES.find((one) => one === asked) ?? 'all'
  const states = show === 'all' ? ITEM_STATES.filter((one) => one !== 'superseded') : [show]
  return context.database.inRegion(
    region,
    async (tx) => {
      const last = after !== undefined && isUuid(after) ? await findItem(tx, region, after) : undefined
      const before = last === undefined ? undefined : { at: last.changed_at, itemId: last.item_id }
      const rows = await listItems(tx, region, states, SHOWN + 1, before)
      const targets = await listTargets(tx, region)
      return accept({
        targets: TARGETS.map((target) =>
          targetView(
            target,
            targets.find((row) => row.target === target),
          ),
        ),
        counts: Object.fromEntries(await countItems(tx, region)),
        show,
        items: rows.slice(0, SHOWN).map((row) => itemView(row, places)),
        demo: visitor.demo,
        ...(rows.length > SHOWN ? { next: rows[SHOWN - 1]!.item_id } : {}),
      })
    },
    { readOnly: true },
  )
}

export async function readOutgoingItem(
  context: GrowthContext,
  places: { name(code: string): string | undefined },
  visitor: Visitor,
  itemId: string,
): Promise<Result<OutgoingItemView>> {
  if (!mayAdminister(visitor) || !isUuid(itemId)) return refuse('not-found')
  const region = visitor.region!.code
  return context.database.inRegion(
    region,
    async (tx) => {
      const row = await findItem(tx, region, itemId)
      if (row === undefined) return refuse('not-found')
      const attempts = await listAttempts(tx, region, itemId)
      return accept({
        item: itemView(row, places),
        received: row.fingerprint,
        attempts: attempts.map(({ attempt, at, outcome, status, answer, received }) => ({
          attempt,
          at,
          outcome,
          received,
          ...defined({ status: status ?? undefined, answer: answer ?? undefined }),
        })),
      })
    },
    { readOnly: true },
  )
}

export async function readTarget(context: GrowthContext, visitor: Visitor, name: string): Promise<Result<TargetView>> {
  const target = TARGETS.find((one) => one === name)
  if (target === undefined || !mayAdminister(visitor)) return refuse('not-found')
  const region = visitor.region!.code
  const rows = await context.database.inRegion(region, (tx) => listTargets(tx, region), { readOnly: true })
  return accept(
    targetView(
      target,
      rows.find((row) => row.target === target),
    ),
  )
}

const targetView = (target: Target, row: TargetRow | undefined): TargetView => ({
  target,
  baseUrl: row?.base_url ?? '',
  organisation: row?.organisation ?? '',
  practitioner: row?.practitioner ?? '',
  clientId: row?.client_id ?? '',
  hasSecret: row !== undefined && row.secret !== null,
  active: row?.active ?? false,
  ...defined({ changedAt: row?.changed_at }),
})

function itemView(row: ListedItem, places: { name(code: string): string | undefined }): ItemView {
  const [month = '', place = ''] = row.local_id.split(':')
  return {
    itemId: row.item_id,
    target: row.target,
    about: row.target === 'dhis2' ? { kind: 'month', month, place: places.name(place) ?? place } : { kind: 'visit' },
    version: row.local_version,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    ...defined({
      nextTryAt: row.state === 'waiting' ? (row.next_try_at ?? undefined) : undefined,
      answer: row.last_answer ?? undefined,
      remoteId: row.remote_id ?? undefined,
    }),
  }
}
