// Reading outgoing items for their pages. Must stay true: administrators only; what was sent is told by kind and number, never its
// content, which carries children's data. What is empty is named by its element.
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { openSealedText } from '../../../platform/secrets/seal.ts'
import { listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { findMeasurement } from '../measurement-store.ts'
import { type BundleCheck, checkBundle } from './fhir/required.ts'
import type { Json } from './fhir/resources.ts'
import { exchangeItemContext } from './outbox-commands.ts'
import {
  countItems,
  findItem,
  type ItemRow,
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

const SHOWN = 30

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
      const { kinds, missing } = insideOf(context, row)
      const visit = row.target === 'satusehat' ? await visitOf(tx, region, row.local_id) : undefined
      return accept({
        item: itemView(row, places),
        received: row.fingerprint,
        inside: kinds,
        lacks: missing,
        ...defined({ visit }),
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

/** What an item holds, by kind; the stored content is opened here and goes no further. */
function insideOf(context: GrowthContext, row: ItemRow): BundleCheck {
  const body = JSON.parse(openSealedText(context.ring, row.payload, exchangeItemContext(row.item_id))) as Json
  if (row.target === 'satusehat') return checkBundle(body) ?? { kinds: {}, missing: [] }
  const values = typeof body === 'object' && body !== null && 'dataValues' in body ? body.dataValues : []
  return { kinds: { dataValues: Array.isArray(values) ? values.length : 0 }, missing: [] }
}

async function visitOf(tx: Tx, region: string, measurementId: string): Promise<OutgoingItemView['visit']> {
  const row = isUuid(measurementId) ? await findMeasurement(tx, region, measurementId) : undefined
  if (row === undefined) return undefined
  const name = (await listPosyandus(tx, region)).find((one) => one.posyanduId === row.posyandu_id)?.name
  const href = `/${region}/balanting/posyandu/children/${row.child_id}/card`
  return { posyandu: name ?? row.posyandu_id, month: row.month, href }
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
