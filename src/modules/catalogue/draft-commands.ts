// Somebody hands in an edition, somebody else publishes it or sends it back with a reason. Must stay true: nothing waits that the
// checker refuses; whoever made it never publishes it; what is published is exactly what was looked at; a region publishes
// under its own name only.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type CatalogueContext, checkRevision, type Doer, idOf, publisherOf, publishRevision } from './commands.ts'
import { type DraftRow, type DraftState, findDraft, insertDraft, moveDraft } from './draft-store.ts'
import { listKnownHashes } from './store.ts'

/** Room for any service of today four times over; a form of the house holds no more than a million bytes anyway. */
const MOST_BYTES = 900_000
export const LEAST_WORDS = 8
/** Words of officers about services; long numbers do not belong there. */
const plain = (text: string): string => text.trim().replace(/\d{6,}/g, '…')
const tooShort = (text: string): boolean => [...text].length < LEAST_WORDS
export type DraftDecision = 'publish' | 'return' | 'withdraw'

const entry = (doer: Doer, at: Date, action: string, { service_id, draft_id }: DraftRow) => ({
  at,
  actor: doer.account,
  role: doer.role,
  ...(doer.unit === undefined ? {} : { unit: doer.unit }),
  action,
  subject: draft_id,
  fields: [service_id],
})

/** Text of a file as JSON. Refusal `draft-file`. */
export function readDraftFile(text: string): Result<unknown> {
  if (text.length > MOST_BYTES) return refuse('draft-file', 'file')
  try {
    return accept(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown)
  } catch {
    return refuse('draft-file', 'file')
  }
}

/**
 * Hands in an edition. Refusals: those of `checkRevision`, `draft-note`, `draft-publisher`, `draft-known` (published already),
 * `draft-waiting`. Handing in the same content again while it waits is refused as waiting: nothing is doubled.
 */
export async function handInDraft(
  context: CatalogueContext,
  region: RegionCode,
  doer: Doer,
  draft: { readonly content: unknown; readonly note: string },
): Promise<Result<{ readonly draftId: string }>> {
  const note = plain(draft.note)
  if (tooShort(note)) return refuse('draft-note', 'note')
  const checked = checkRevision(draft.content, context.environment)
  if (!checked.ok) return checked
  const revision = checked.value
  const service = idOf(revision)
  if (publisherOf(revision) !== region) return refuse('draft-publisher', 'file', { region })
  const known = await context.database.asPublic((tx) => listKnownHashes(tx, [revision.hash]))
  if (known.size > 0) return refuse('draft-known', service)
  return context.database.inRegion(region, async (tx): Promise<Result<{ readonly draftId: string }>> => {
    const row: DraftRow = {
      region_code: region,
      draft_id: newId(),
      service_id: service,
      revision: revision.hash,
      content: revision.content,
      note: note.slice(0, 500),
      made_by: doer.account,
      made_at: context.now(),
      state: 'waiting',
      decided_by: null,
      decided_at: null,
      reason: null,
    }
    if (!(await insertDraft(tx, row))) return refuse('draft-waiting', service)
    await writeJournal(tx, entry(doer, context.now(), 'service.draft', row))
    return accept({ draftId: row.draft_id })
  })
}

/**
 * The second person, or the author taking it back. Refusals: `draft-unknown`, `draft-own`, `draft-reason`, `wish-seen`, and those
 * of the checker, which looks again: the program may have changed meanwhile. Pressing *publish* again after a break finishes it.
 */
export async function decideDraft(
  context: CatalogueContext,
  region: RegionCode,
  doer: Doer,
  draftId: string,
  decision: DraftDecision,
  words: { readonly reason: string; readonly seen: boolean },
): Promise<Result<void>> {
  if (!isUuid(draftId)) return refuse('draft-unknown')
  const { database } = context
  const draft = await database.inRegion(region, (tx) => findDraft(tx, region, draftId), { readOnly: true })
  if (draft === undefined || (draft.state !== 'waiting' && draft.state !== 'publishing')) return refuse('draft-unknown')
  const isOwn = draft.made_by === doer.account
  if (isOwn !== (decision === 'withdraw')) return refuse('draft-own')
  const reason = plain(words.reason)
  if (decision === 'return' && tooShort(reason)) return refuse('draft-reason', 'reason')
  if (decision === 'publish' && !words.seen) return refuse('wish-seen', 'seen')
  const at = context.now()
  const move = (from: readonly DraftState[], to: Parameters<typeof moveDraft>[4], action?: string) =>
    database.inRegion(region, async (tx): Promise<Result<void>> => {
      if (!(await moveDraft(tx, region, draftId, from, to))) return refuse('draft-unknown')
      if (action !== undefined) await writeJournal(tx, entry(doer, at, action, draft))
      return accept(undefined)
    })
  const by = { decided_by: doer.account, decided_at: at }
  if (decision === 'withdraw') return move(['waiting'], { state: 'withdrawn', ...by }, 'service.draft-withdraw')
  if (decision === 'return')
    return move(['waiting'], { state: 'returned', reason: reason.slice(0, 500), ...by }, 'service.return')
  const checked = checkRevision(draft.content, context.environment)
  if (!checked.ok) return checked
  if (checked.value.hash !== draft.revision) return refuse('revision-shape')
  // The shared catalogue lies outside the region's transaction: claimed first, so that nobody sends back what is published.
  const claimed = await move(['waiting', 'publishing'], { state: 'publishing', ...by })
  if (!claimed.ok) return claimed
  const done = await publishRevision(context, draft.content, doer, draft.note)
  if (!done.ok) return done
  return move(['publishing'], { state: 'published' }, 'service.publish')
}
