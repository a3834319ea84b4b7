// What a region may set of a service on a page: ways in, fee, deadline, optional questions, and what it adds. From a form to an
// overlay and back. Pure. Must stay true: whatever else the overlay holds (letterhead, calendar, numbers) stays untouched, and what equals the publisher's own is left out, so that a later edition may change it.
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import type { CompiledService } from './compile.ts'
import { CHANNELS } from './definition.ts'
import type { Overlay } from './overlay.ts'
import { type AdditionsForm, additionsOf, withAdditions } from './own-additions.ts'

export type OwnForm = {
  readonly channels: readonly string[]
  readonly fee: string
  readonly feeBasis: string
  readonly hours: string
  /** Keys of optional questions that are not asked. */
  readonly hide: readonly string[]
  readonly additions: AdditionsForm
}

/** Optional questions of the published service: only these may be left out. */
export function optionalFields(published: CompiledService) {
  return published.pages.flatMap((page) => page.fields).filter((field) => field.required === false)
}

export function formOf(published: CompiledService, overlay: Overlay): OwnForm {
  const { definition } = published
  return {
    channels: overlay.channels ?? definition.channels,
    fee: String((overlay.fee ?? definition.fee).rupiah),
    feeBasis: (overlay.fee ?? definition.fee).legalBasis,
    hours: String(overlay.deadlineOfficeHours ?? definition.deadline.officeHours),
    hide: overlay.hide ?? [],
    additions: additionsOf(overlay),
  }
}

/** Refusals: `own-channels`, `own-fee`, `own-fee-basis`, `own-hours`, those of `withAdditions`. What the publisher forbids is refused by the overlay itself. */
export function overlayOf(published: CompiledService, overlay: Overlay, form: OwnForm): Result<Overlay> {
  const { definition } = published
  const refusals: Refusal[] = []
  const channels = CHANNELS.filter((one) => form.channels.includes(one) && definition.channels.includes(one))
  if (channels.length === 0) refusals.push({ code: 'own-channels', at: 'channels' })
  const fee = wholeNumber(form.fee, 100_000_000)
  if (fee === undefined) refusals.push({ code: 'own-fee', at: 'fee' })
  const feeBasis = form.feeBasis.trim().slice(0, 200)
  const hours = wholeNumber(form.hours, 8_000)
  if (hours === undefined || hours === 0) refusals.push({ code: 'own-hours', at: 'hours' })
  const isOwnFee =
    fee !== undefined && (fee !== definition.fee.rupiah || (feeBasis !== definition.fee.legalBasis && feeBasis !== ''))
  if (isOwnFee && feeBasis === '') refusals.push({ code: 'own-fee-basis', at: 'feeBasis' })
  const added = withAdditions(published, overlay, form.additions)
  if (!added.ok) refusals.push(...added.refusals)
  if (refusals.length > 0 || fee === undefined || hours === undefined || !added.ok) return refuseAll(refusals)
  const hide = optionalFields(published)
    .map((field) => field.key)
    .filter((key) => form.hide.includes(key))
  const { channels: _a, fee: _b, deadlineOfficeHours: _c, hide: _d, ...others } = overlay
  const { approval: _e, addQuestions: _f, addDocuments: _g, ...rest } = others
  return accept({
    ...rest,
    ...(channels.length === definition.channels.length ? {} : { channels }),
    ...(isOwnFee ? { fee: { rupiah: fee, legalBasis: feeBasis } } : {}),
    ...(hours === definition.deadline.officeHours ? {} : { deadlineOfficeHours: hours }),
    ...(hide.length === 0 ? {} : { hide }),
    ...added.value,
  })
}

/** "150.000", "Rp 150000": the number; undefined when it is none or too large. */
function wholeNumber(typed: string, most: number): number | undefined {
  const digits = typed.replace(/^\s*Rp/i, '').replace(/[\s.]/g, '')
  if (!/^\d{1,9}$/.test(digits)) return undefined
  const value = Number(digits)
  return value <= most ? value : undefined
}
