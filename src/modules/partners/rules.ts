// What a partner may ask and how typed values are compared, pure. Must stay true: the answer is yes or no for each field and
// the same all-no for a number nobody has, a number of somebody who died, and values that do not agree.
import { isPlainDate } from '../../kernel/date.ts'
import { readNik } from '../../kernel/nik.ts'
import { normaliseName } from '../../kernel/person-name.ts'
import { accept, type Refusal, type Result, refuse } from '../../kernel/refusal.ts'
import type { Role } from '../../platform/http/visitor.ts'

export const CHECK_FIELDS = [
  'name',
  'birthDate',
  'birthPlace',
  'sex',
  'motherName',
  'village',
  'kk',
  'resident',
] as const
export type CheckField = (typeof CHECK_FIELDS)[number]
/** Doors other than the check that an agreement may name. */
export const PARTNER_SERVICES = ['fhir-growth'] as const
export type PartnerService = (typeof PARTNER_SERVICES)[number]
export type Claims = Readonly<Partial<Record<CheckField, string>>>
export type Verdicts = Readonly<Partial<Record<CheckField, boolean>>>
/** What the register says, as far as it is compared. */
export type Known = Readonly<Record<Exclude<CheckField, 'resident'>, string | undefined>>

/** Who sees partners; who registers and suspends them. */
export const READERS: readonly Role[] = ['data-officer', 'head', 'auditor']
export const KEEPERS: readonly Role[] = ['data-officer', 'head']
export type PartnerState = 'proposed' | 'active' | 'suspended' | 'ended'
export const STEPS = ['confirm', 'suspend', 'resume', 'end'] as const
export type Step = (typeof STEPS)[number]
export const isStep = (text: string): text is Step => STEPS.some((one) => one === text)
export const isService = (text: string): text is PartnerService => PARTNER_SERVICES.some((one) => one === text)
export const isField = (text: string): text is CheckField => CHECK_FIELDS.some((one) => one === text)
const MOST_VALUE = 200

export type Entry = {
  readonly name: string
  readonly agreement: string
  readonly purpose: string
  readonly fields: readonly string[]
  readonly dailyLimit: string
  readonly fromDay: string
  readonly untilDay: string
}

export function faultsOfEntry(entry: Entry, today: string): readonly Refusal[] {
  const faults: Refusal[] = []
  for (const at of ['name', 'agreement', 'purpose'] as const) {
    const { length } = entry[at].trim()
    if (length < 3 || length > 300) faults.push({ code: 'partner-words', at })
    else if (/(?<!\d)\d{16}(?!\d)/.test(entry[at])) faults.push({ code: 'partner-number', at })
  }
  if (entry.fields.length === 0 || !entry.fields.every((one) => isField(one) || isService(one)))
    faults.push({ code: 'partner-fields', at: 'fields' })
  const limit = Number(entry.dailyLimit)
  if (!/^\d{1,6}$/.test(entry.dailyLimit.trim()) || limit < 1 || limit > 100_000)
    faults.push({ code: 'partner-limit', at: 'dailyLimit' })
  if (!isPlainDate(entry.fromDay)) faults.push({ code: 'partner-dates', at: 'fromDay' })
  if (!isPlainDate(entry.untilDay) || entry.untilDay < entry.fromDay || entry.untilDay <= today)
    faults.push({ code: 'partner-dates', at: 'untilDay' })
  return faults
}

/** The state after a step, or why not. Whoever made it, or asked for it to go on, does not confirm it. */
export function decideStep(
  partner: { readonly state: PartnerState; readonly madeBy: string; readonly resumeBy?: string },
  step: Step,
  account: string,
): Result<{ readonly state: PartnerState; readonly resumeBy: string | null }> {
  const { state, madeBy, resumeBy } = partner
  const to = (next: PartnerState, by: string | null = null) => accept({ state: next, resumeBy: by })
  if (step === 'end') return state === 'ended' ? refuse('partner-state') : to('ended')
  if (step === 'suspend') return state === 'active' ? to('suspended') : refuse('partner-state')
  if (step === 'resume')
    return state === 'suspended' && resumeBy === undefined ? to('suspended', account) : refuse('partner-state')
  const waitsFor = state === 'proposed' ? madeBy : state === 'suspended' ? resumeBy : undefined
  if (waitsFor === undefined) return refuse('partner-state')
  return waitsFor === account || (state === 'suspended' && madeBy === account)
    ? refuse('partner-four-eyes')
    : to('active')
}

/** Whether the agreement holds on a day. */
export function faultOfTime(
  partner: { readonly state: PartnerState; readonly fromDay: string; readonly untilDay: string },
  today: string,
): Refusal | undefined {
  if (partner.state !== 'active') return { code: 'partner-not-active' }
  return today < partner.fromDay || today > partner.untilDay ? { code: 'partner-not-active' } : undefined
}

export type Question = { readonly id: string; readonly nik: string; readonly claims: Claims }

const digits = (text: string): string => text.replace(/\D/g, '')

/** How a value has to be written to be compared: "no" to 1990-3-17 would tell the partner that the person lied. */
const HAS_ITS_FORM: Readonly<Record<CheckField, (value: string) => boolean>> = {
  name: () => true,
  birthPlace: () => true,
  motherName: () => true,
  birthDate: isPlainDate,
  sex: (value) => value === 'L' || value === 'P',
  village: (value) => /^\d{2}\.?\d{2}\.?\d{2}\.?\d{4}$/.test(value),
  kk: (value) => /^\d{16}$/.test(digits(value)) && /^[\d\s.]+$/.test(value),
  resident: (value) => ['yes', 'ya'].includes(value.toLowerCase()),
}

/** A question as it came: an id of its own, a NIK and one field or more of the agreement. */
export function readQuestion(body: unknown, allowed: readonly string[], today: string): Result<Question> {
  const { id, nik, fields } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  if (typeof id !== 'string' || !/^[\w.:-]{8,80}$/.test(id)) return refuse('partner-question', 'id')
  const number = readNik(typeof nik === 'string' ? nik : '', { at: 'nik', today })
  if (!number.ok) return refuse('partner-question', 'nik')
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return refuse('partner-question', 'fields')
  const asked = Object.entries(fields as Record<string, unknown>)
  if (asked.length === 0 || asked.length > CHECK_FIELDS.length) return refuse('partner-question', 'fields')
  for (const [field, value] of asked) {
    if (!isField(field) || !allowed.includes(field)) return refuse('partner-field', field.slice(0, 40))
    if (typeof value !== 'string' || value.trim() === '' || value.length > MOST_VALUE)
      return refuse('partner-question', field)
    if (!HAS_ITS_FORM[field](value.trim())) return refuse('partner-question', field)
  }
  return accept({ id, nik: number.value.nik, claims: Object.fromEntries(asked) as Claims })
}

const folded = (text: string): string => normaliseName(text).toUpperCase()

/** Yes or no for each field that was asked. `known` is undefined where the register holds nobody alive and here. */
export function compare(claims: Claims, known: Known | undefined): Verdicts {
  const agrees = (field: CheckField, claim: string): boolean => {
    if (known === undefined) return false
    if (field === 'resident') return ['yes', 'ya'].includes(claim.trim().toLowerCase())
    const value = known[field]
    if (value === undefined || value === '') return false
    if (field === 'kk' || field === 'village') return digits(claim) === digits(value) && digits(claim) !== ''
    return folded(claim) === folded(value)
  }
  return Object.fromEntries(
    Object.entries(claims).map(([field, claim]) => [field, agrees(field as CheckField, claim)]),
  ) as Verdicts
}

export type Outcome = 'agreed' | 'partly' | 'none'
export function outcomeOf(verdicts: Verdicts): Outcome {
  const all = Object.values(verdicts)
  return all.every(Boolean) ? 'agreed' : all.some(Boolean) ? 'partly' : 'none'
}
