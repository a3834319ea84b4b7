// What a region may change of a published service, and nothing else: offices, channels, numbers, more questions and papers,
// one more approval, a fee with its law, a deadline up to the statutory one, hidden optional questions. Must stay true:
// the published definition is never edited; what the overlay does not name stays as it is.
import * as v from 'valibot'
import { accept, type Refusal, type Result, refuseAll } from '../../kernel/refusal.ts'
import { checkProcess } from './check-process.ts'
import { checkService, type Surroundings } from './check-service.ts'
import type { CompiledPage, CompiledService } from './compile.ts'
import { CHANNELS, RequiredDocumentSchema } from './definition.ts'
import type { Condition } from './expression.ts'
import { FieldSchema } from './field-types/all.ts'
import { isLocalId, isLocalKey } from './local.ts'
import { targets } from './process.ts'
import type { Process, ProcessAction } from './process-definition.ts'
import { IdSchema, KeySchema, TextSchema } from './schema-parts.ts'

const nonEmpty = v.pipe(v.string(), v.trim(), v.minLength(1))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const OverlaySchema = v.strictObject({
  /** Unit that receives the cases. */
  unit: v.optional(nonEmpty),
  /** Which unit does the work of a role, where it is not the receiving one. */
  roles: v.optional(v.record(IdSchema, nonEmpty)),
  /** Office and name under which documents are signed, for letterhead and signature line. */
  signatory: v.optional(v.strictObject({ office: nonEmpty, place: nonEmpty })),
  letterhead: v.optional(nonEmpty),
  channels: v.optional(v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1))),
  calendar: v.optional(nonEmpty),
  /** Prefix of case numbers. */
  series: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2,4}$/))),
  languages: v.optional(v.pipe(v.array(v.picklist(['id', 'en'])), v.minLength(1))),
  addQuestions: v.optional(
    v.array(v.strictObject({ page: IdSchema, after: v.optional(KeySchema), field: FieldSchema })),
  ),
  addDocuments: v.optional(v.array(RequiredDocumentSchema)),
  /** One more approval by a role, before a state is reached: `signing`. */
  approval: v.optional(v.strictObject({ before: v.string(), role: IdSchema, label: TextSchema, next: TextSchema })),
  fee: v.optional(v.strictObject({ rupiah: count, legalBasis: nonEmpty })),
  deadlineOfficeHours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Optional questions that are not asked here. */
  hide: v.optional(v.array(KeySchema)),
})
export type Overlay = v.InferOutput<typeof OverlaySchema>

/** The part of an overlay that a case feels; offices, letterhead and languages may change under a case. */
export function behaviourOf(overlay: Overlay): Overlay {
  const { unit: _a, roles: _b, signatory: _c, letterhead: _d, languages: _e, calendar: _f, ...rest } = overlay
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
}

export type OverlaidService = {
  readonly service: CompiledService
  /** The deadline is longer than the publisher's; this is shown on the public page. */
  readonly longerDeadline: boolean
}

/** Office hours of one working day, to hold a deadline in hours against a maximum in days. */
const HOURS_A_DAY = 8

/** The overlay in its shape. Refusal `overlay-shape` with the place of each fault. */
export function readOverlay(raw: unknown): Result<Overlay> {
  const parsed = v.safeParse(OverlaySchema, raw)
  if (parsed.success) return accept(parsed.output)
  return refuseAll(
    parsed.issues.map((issue) => ({
      code: 'overlay-shape',
      at: v.getDotPath(issue) ?? '-',
      params: { problem: issue.message },
    })),
  )
}

/**
 * The service as the region offers it. Refusals, all at once: `overlay-channel`, `overlay-language`, `overlay-page`,
 * `overlay-key`, `overlay-key-taken`, `overlay-document`, `overlay-approval`, `overlay-fee-fixed`, `overlay-deadline`, `overlay-hide`,
 * `overlay-role`, and `overlay-breaks` with the checker's sentence when the result would no longer be sound.
 */
export function applyOverlay(
  published: CompiledService,
  overlay: Overlay,
  around: Surroundings,
): Result<OverlaidService> {
  const refusals: Refusal[] = []
  const say = (code: string, at: string, params?: Refusal['params']) =>
    refusals.push({ code, at, ...(params === undefined ? {} : { params }) })
  const { definition } = published
  for (const channel of overlay.channels ?? [])
    if (!definition.channels.includes(channel)) say('overlay-channel', channel, { channel })
  if (overlay.languages !== undefined && !overlay.languages.includes('id')) say('overlay-language', 'languages')
  for (const role of Object.keys(overlay.roles ?? {}))
    if (!published.process.roles.some((one) => one.id === role)) say('overlay-role', role, { role })
  const pages = overlaidPages(published, overlay, say)
  for (const document of overlay.addDocuments ?? [])
    if (!isLocalId(document.id)) say('overlay-document', document.id, { id: document.id })
  if (overlay.fee !== undefined && definition.fee.fixed === true)
    say('overlay-fee-fixed', 'fee', { legalBasis: definition.fee.legalBasis })
  const hours = overlay.deadlineOfficeHours
  const most =
    definition.deadline.statutoryDays === undefined
      ? definition.deadline.officeHours
      : definition.deadline.statutoryDays * HOURS_A_DAY
  if (hours !== undefined && hours > most) say('overlay-deadline', 'deadlineOfficeHours', { hours, most })
  const process = overlay.approval === undefined ? published.process : withApproval(published.process, overlay.approval)
  if (process === undefined) say('overlay-approval', 'approval')
  if (refusals.length > 0 || process === undefined) return refuseAll(refusals)

  const service: CompiledService = {
    ...published,
    definition: {
      ...definition,
      ...(overlay.channels === undefined ? {} : { channels: overlay.channels }),
      ...(overlay.series === undefined ? {} : { series: overlay.series }),
      ...(overlay.fee === undefined ? {} : { fee: overlay.fee }),
      deadline: { ...definition.deadline, ...(hours === undefined ? {} : { officeHours: hours }) },
    },
    pages,
    fields: Object.fromEntries(pages.flatMap((page) => page.fields.map((field) => [field.key, field]))),
    pageOf: Object.fromEntries(pages.flatMap((page) => page.fields.map((field) => [field.key, page.id]))),
    documents: [...published.documents, ...(overlay.addDocuments ?? [])],
    process,
  }
  const faults = [
    ...checkService(service, around),
    ...(overlay.approval === undefined ? [] : checkProcess(process, 'overlay')),
  ]
  if (faults.length > 0)
    return refuseAll(
      faults.map((fault) => ({ code: 'overlay-breaks', at: fault.pointer, params: { problem: fault.message } })),
    )
  return accept({ service, longerDeadline: hours !== undefined && hours > definition.deadline.officeHours })
}

type Say = (code: string, at: string, params?: Refusal['params']) => void

function overlaidPages(published: CompiledService, overlay: Overlay, say: Say): readonly CompiledPage[] {
  const hidden = new Set(overlay.hide ?? [])
  for (const key of hidden) {
    const field = published.fields[key]
    if (field === undefined || field.required !== false) say('overlay-hide', key, { key })
  }
  const pages = published.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) => (hidden.has(field.key) ? { ...field, when: NEVER } : field)),
  }))
  for (const { page: id, after, field } of overlay.addQuestions ?? []) {
    const page = pages.find((one) => one.id === id)
    if (page === undefined) say('overlay-page', id, { page: id })
    if (!isLocalKey(field.key)) say('overlay-key', field.key, { key: field.key })
    if (pages.some((one) => one.fields.some((other) => other.key === field.key)))
      say('overlay-key-taken', field.key, { key: field.key })
    const index = after === undefined ? -1 : (page?.fields.findIndex((one) => one.key === after) ?? -1)
    if (page !== undefined && after !== undefined && index < 0) say('overlay-page', after, { page: after })
    page?.fields.splice(after === undefined ? page.fields.length : index + 1, 0, field)
  }
  return pages
}

/** A hidden question stays in the definition, so that whatever leans on it finds that there is no answer. */
const NEVER: Condition = { is: [{ value: true }, false] }

/** The process with one more state in front of another; undefined when it has no such place or role. */
export function withApproval(process: Process, approval: NonNullable<Overlay['approval']>): Process | undefined {
  const role = process.roles.find((one) => one.id === approval.role)
  const leading = process.actions.filter((action) => typeof action.to === 'string' && action.to === approval.before)
  const [first] = leading
  if (role?.kind !== 'officer' || first === undefined || process.states.some((state) => state.id === 'approval'))
    return undefined
  const back = first.from[0]!
  const moved = process.actions.map(
    (action): ProcessAction =>
      targets(action).includes(approval.before) && leading.includes(action) ? { ...action, to: 'approval' } : action,
  )
  const added: readonly ProcessAction[] = [
    {
      id: 'approve',
      label: { id: 'Setujui', en: 'Approve' },
      from: ['approval'],
      to: approval.before,
      roles: [role.id],
      duty: 'approve',
    },
    {
      id: 'refuse-approval',
      label: { id: 'Kembalikan', en: 'Send back' },
      from: ['approval'],
      to: back,
      roles: [role.id],
      note: true,
      register: 'release',
    },
  ]
  return {
    ...process,
    states: [
      ...process.states,
      { id: 'approval', label: approval.label, next: approval.next, kind: 'open', turn: role.id },
    ],
    actions: [...moved, ...added],
    separateDuties: (process.separateDuties ?? []).map((set) => [...set, 'approve']),
  }
}
