// An administrator asks for a change of the region's services, somebody else allows it. Must stay true: who asks never
// allows; what is allowed is exactly what was asked, on top of exactly what stood then; nothing is asked that would be refused.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type CatalogueContext, type Doer, installService, previewInstallation } from './commands.ts'
import { readOverlay } from './overlay.ts'
import { editionName } from './revision.ts'
import { findInstalled, type InstalledRow } from './store.ts'
import { decideWish, findOpenWish, insertWish } from './wish-store.ts'

export type Wish = { readonly hash: string; readonly overlay: unknown; readonly reason: string }

/** The edition a row stands for: revision and overlay together. */
export function editionOfRow(row: Pick<InstalledRow, 'revision' | 'overlay'>): string {
  const overlay = readOverlay(row.overlay)
  return editionName(row.revision, overlay.ok ? overlay.value : {})
}

const note = (doer: Doer, at: Date, action: string, service: string, subject: string) => ({
  at,
  actor: doer.account,
  role: doer.role,
  ...(doer.unit === undefined ? {} : { unit: doer.unit }),
  action,
  subject,
  fields: [service],
})

/** Refusals: those of `previewInstallation`, `wish-reason`, `wish-nothing`, `wish-waiting`. */
export async function askForChange(
  context: CatalogueContext,
  region: RegionCode,
  doer: Doer,
  wish: Wish,
): Promise<Result<{ readonly wishId: string }>> {
  const reason = wish.reason.trim().replace(/\d{6,}/g, '…')
  if ([...reason].length < 8) return refuse('wish-reason', 'reason')
  const preview = await previewInstallation(context, region, { ...wish, unit: '' })
  if (!preview.ok) return preview
  const { serviceId, overlay } = preview.value
  return context.database.inRegion(region, async (tx): Promise<Result<{ readonly wishId: string }>> => {
    const current = await findInstalled(tx, region, serviceId)
    const from = current === undefined ? null : editionOfRow(current)
    if (from === editionName(wish.hash, overlay)) return refuse('wish-nothing', serviceId)
    const wishId = newId()
    const isFirst = await insertWish(tx, {
      region_code: region,
      wish_id: wishId,
      service_id: serviceId,
      revision: wish.hash,
      overlay,
      from_edition: from,
      reason: reason.slice(0, 500),
      asked_by: doer.account,
      asked_at: context.now(),
      decided_by: null,
      decided_at: null,
      approved: null,
    })
    if (!isFirst) return refuse('wish-waiting', serviceId)
    await writeJournal(tx, note(doer, context.now(), 'service.ask', serviceId, wishId))
    return accept({ wishId })
  })
}

/**
 * The second person. Refusals: `wish-unknown`, `wish-own` (who asked may only withdraw), `installation-moved`, those of an
 * installation. Safe to repeat: what is decided is unknown to the second press.
 */
export async function decideChange(
  context: CatalogueContext,
  region: RegionCode,
  doer: Doer,
  wishId: string,
  decision: 'allow' | 'decline' | 'withdraw',
  unit: string,
): Promise<Result<void>> {
  if (!isUuid(wishId)) return refuse('wish-unknown')
  const wish = await context.database.inRegion(region, (tx) => findOpenWish(tx, region, wishId), { readOnly: true })
  if (wish === undefined) return refuse('wish-unknown')
  const isOwn = wish.asked_by === doer.account
  if (isOwn !== (decision === 'withdraw')) return refuse('wish-own')
  const at = context.now()
  const end = async (tx: Parameters<typeof decideWish>[0], approved: boolean): Promise<Result<void>> => {
    if (!(await decideWish(tx, region, wishId, { by: doer.account, at, approved }))) return refuse('wish-unknown')
    await writeJournal(tx, note(doer, at, `service.${decision}`, wish.service_id, wishId))
    return accept(undefined)
  }
  if (decision !== 'allow') return context.database.inRegion(region, (tx) => end(tx, false))
  const done = await installService(
    context,
    region,
    { hash: wish.revision, overlay: wish.overlay, unit, confirmed: true },
    doer,
    async (tx, current) =>
      (current === undefined ? null : editionOfRow(current)) === wish.from_edition
        ? end(tx, true)
        : refuse('installation-moved', wish.service_id),
  )
  return done.ok ? accept(undefined) : done
}
