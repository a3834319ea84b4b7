// Foster parents: a package for a family in need, matched by place and kind, running once the family agreed. Must stay true: the
// giver chooses a village and a kind, never a person; without consent nothing runs and nothing is shown but a code.
import { isPlainDate } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { readRupiah } from '../../kernel/rupiah.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { type KeptFile, nameFile } from '../../platform/files/files.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import type { PackageInput } from './care-port.ts'
import * as store from './care-store.ts'
import type { GiverKind, PackageKind, PackageResult } from './tables.ts'

/** Which need of a family a kind of package answers; `hpk` is a family in the first 1000 days. */
export const NEED_OF: Readonly<Record<PackageKind, string>> = {
  food: 'hpk',
  latrine: 'latrine',
  water: 'water',
  house: 'latrine',
  education: 'too-many',
}
export const PACKAGE_KINDS: readonly PackageKind[] = ['food', 'latrine', 'water', 'house', 'education']

/** Offers a package to a family of a village that waits; the family is asked next. */
export async function offerPackage(
  tx: Tx,
  acting: Acting,
  giver: { readonly kind: GiverKind; readonly name: string },
  isVillage: (code: string) => boolean,
  input: PackageInput,
): Promise<Result<{ readonly id: string }>> {
  const kind = PACKAGE_KINDS.find((one) => one === input.kind)
  if (kind === undefined || !isVillage(input.village)) return refuse('convergence-choice', 'need')
  const months = /^\d{1,2}$/.test(input.months.trim()) ? Number(input.months) : 0
  if (months < 1 || months > 24) return refuse('convergence-how-many', 'months', { max: 24 })
  const amount = readRupiah(input.amount)
  if (!amount.ok || amount.value < 1) return refuse('convergence-money', 'amount')
  const family = await store.findFamilyInNeed(tx, acting.region, input.village, NEED_OF[kind])
  if (family === undefined) return refuse('convergence-nobody-waits')
  const id = newId()
  await store.insertPackage(tx, {
    region_code: acting.region,
    package_id: id,
    code: `OA-${id.slice(-6).toUpperCase()}`,
    giver_account: acting.actor.accountId,
    giver_kind: giver.kind,
    giver_name: giver.name,
    kind,
    person_id: null,
    family_id: family,
    village_code: input.village,
    months,
    amount_rupiah: amount.value,
    consent: 'waiting',
    consent_on: null,
    state: 'proposed',
    started_on: null,
    ended_on: null,
    result: null,
    result_note: '',
    changed_by: acting.actor.accountId,
    changed_at: acting.now,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.package-offer', { subject: family, fields: [kind] }))
  return accept({ id })
}

/** What the family said, noted by who visits it: first name, code only, no; or later: no more. */
export async function recordConsent(
  tx: Tx,
  acting: Acting,
  mayVisit: (village: string) => boolean,
  id: string,
  answer: string,
): Promise<Result<null>> {
  const [row] = await store.listPackages(tx, acting.region, { id })
  if (row === undefined || !mayVisit(row.village_code)) return refuse('convergence-not-yours')
  const consent = (['first-name', 'code', 'refused', 'withdrawn'] as const).find((one) => one === answer)
  if (consent === undefined) return refuse('convergence-choice', 'consent')
  const agrees = consent === 'first-name' || consent === 'code'
  if (row.state === 'finished' || row.state === 'stopped') return refuse('convergence-step-order')
  await store.updatePackage(tx, acting.region, id, {
    consent,
    consent_on: acting.today,
    state: agrees ? 'running' : 'stopped',
    started_on: agrees ? (row.started_on ?? acting.today) : row.started_on,
    changed_by: acting.actor.accountId,
    changed_at: acting.now,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.package-consent', { subject: row.family_id, fields: [consent] }))
  return accept(null)
}

/** A delivery with its proof, or an effect, noted by who visits; the giver reads it. */
export async function notePackageEvent(
  tx: Tx,
  acting: Acting,
  mayVisit: (village: string) => boolean,
  id: string,
  input: { readonly kind: string; readonly on: string; readonly body: string; readonly proof?: KeptFile },
): Promise<Result<null>> {
  const [row] = await store.listPackages(tx, acting.region, { id })
  if (row === undefined || !mayVisit(row.village_code)) return refuse('convergence-not-yours')
  if (row.state !== 'running') return refuse('convergence-consent')
  const kind = input.kind === 'delivery' || input.kind === 'effect' ? input.kind : undefined
  if (kind === undefined) return refuse('convergence-choice', 'kind')
  if (!isPlainDate(input.on) || input.on > acting.today) return refuse('convergence-event-day', 'on')
  if (input.body.trim().length < 3) return refuse('convergence-text-missing', 'body')
  if (input.body.length > 500) return refuse('convergence-text-long', 'body', { max: 500 })
  if (hasNumber(input.body)) return refuse('convergence-number-in-text', 'body')
  if (input.proof !== undefined) await nameFile(tx, input.proof)
  await store.insertEvent(tx, {
    region_code: acting.region,
    event_id: newId(),
    package_id: id,
    kind,
    on_day: input.on,
    body: input.body.trim(),
    file_hash: input.proof?.hash ?? null,
    by_account: acting.actor.accountId,
    at: acting.now,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.package-event', { subject: row.family_id, fields: [kind] }))
  return accept(null)
}

/** What the giver reads must not carry a NIK, a card or a telephone number. */
const hasNumber = (text: string): boolean => /\d{8,}/.test(text.replace(/[\s.-]/g, ''))

export const PACKAGE_RESULTS: readonly PackageResult[] = ['factor-gone', 'better', 'same', 'ended-early']

/** Ends a running package with its result; early without a delivery, otherwise at least one was noted. Twice is safe. */
export async function closePackage(
  tx: Tx,
  acting: Acting,
  mayVisit: (village: string) => boolean,
  id: string,
  input: { readonly result: string; readonly endedOn: string; readonly note: string },
): Promise<Result<null>> {
  const [row] = await store.listPackages(tx, acting.region, { id })
  if (row === undefined || !mayVisit(row.village_code)) return refuse('convergence-not-yours')
  const result = PACKAGE_RESULTS.find((one) => one === input.result)
  if (result === undefined) return refuse('convergence-choice', 'result')
  if (row.state === 'finished' && row.result === result) return accept(null)
  if (row.state !== 'running') return refuse('convergence-consent')
  if (result !== 'ended-early' && row.deliveries === 0) return refuse('convergence-no-delivery', 'result')
  if (!isPlainDate(input.endedOn) || input.endedOn > acting.today || input.endedOn < (row.started_on ?? ''))
    return refuse('convergence-ended-on', 'endedOn')
  const note = input.note.trim()
  if (note.length < 3) return refuse('convergence-text-missing', 'note')
  if (note.length > 500) return refuse('convergence-text-long', 'note', { max: 500 })
  if (hasNumber(note)) return refuse('convergence-number-in-text', 'note')
  await store.updatePackage(tx, acting.region, id, {
    state: result === 'ended-early' ? 'stopped' : 'finished',
    result,
    result_note: note,
    ended_on: input.endedOn,
    changed_by: acting.actor.accountId,
    changed_at: acting.now,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.package-close', { subject: row.family_id, fields: [result] }))
  return accept(null)
}
