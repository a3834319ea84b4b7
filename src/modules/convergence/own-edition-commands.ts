// A new edition of the indicators is drafted by one and confirmed by another. Must stay true: it begins with a quarter that has not
// ended and after the edition before it, so that old results stay as they were; all faults are told at once.
import { readDecimal } from '../../kernel/decimal.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { standingOf } from '../../platform/db/two-person-editions.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import { findService } from './editions.ts'
import type { EditionInput, NewIndicatorInput } from './indicator-port.ts'
import { queueRollup } from './list-commands.ts'
import { type IndicatorChange, OWN_CODE, type OwnIndicator, shareOf } from './own-edition.ts'
import * as store from './own-edition-store.ts'
import { periodOn, readPeriod } from './period.ts'

/** `supply`: shown and worked on, but no part of the score. */
export const KINDS = ['supply', 'specific', 'sensitive'] as const

/** "92,5" percent as a share "0.925"; undefined for what is no percentage. */
export function shareFrom(text: string): string | undefined {
  const read = readDecimal(text, 'target', { maxDecimals: 2 })
  if (!read.ok) return undefined
  const hundredths = Number(read.value.units) * 10 ** (2 - read.value.scale)
  if (hundredths < 0 || hundredths > 10_000) return undefined
  return (hundredths / 10_000).toFixed(4).replace(/0+$/, '').replace(/\.$/, '')
}

/** Refusals: `convergence-edition-*`, `convergence-text-*`, `convergence-target`. An older draft gives way. */
export async function draftEdition(
  tx: Tx,
  acting: Acting,
  agencies: readonly string[],
  input: EditionInput,
): Promise<Result<null>> {
  const faults: Refusal[] = []
  const [name, source] = [input.name.trim(), input.source.trim()]
  if (name.length < 3) faults.push({ code: 'convergence-text-missing', at: 'name' })
  if (name.length > 120) faults.push({ code: 'convergence-text-long', at: 'name', params: { max: 120 } })
  if (source.length < 3) faults.push({ code: 'convergence-text-missing', at: 'source' })
  if (source.length > 200) faults.push({ code: 'convergence-text-long', at: 'source', params: { max: 200 } })
  const quarter = readPeriod(input.from)
  const [before] = (await store.listEditions(tx, acting.region)).filter((one) => one.state === 'confirmed')
  if (
    quarter === undefined ||
    quarter.key < periodOn(acting.today).key ||
    (before !== undefined && quarter.from <= before.from_day)
  )
    faults.push({ code: 'convergence-edition-from', at: 'from' })
  const now = await store.loadIndicators(tx, acting.region, quarter?.from ?? acting.today)
  const changes: Record<string, IndicatorChange> = { ...before?.changes }
  let differs = false
  for (const one of now.indicators) {
    const typed = input.indicators[one.code]
    if (typed === undefined) continue
    const share = shareFrom(typed.target)
    if (share === undefined) faults.push({ code: 'convergence-target', at: `target-${one.code}` })
    if (!agencies.includes(typed.owner)) faults.push({ code: 'convergence-choice', at: `owner-${one.code}` })
    const budgetCode = typed.budgetCode.trim() === '' ? null : typed.budgetCode.trim().slice(0, 60)
    if (share === undefined) continue
    const isSame = Number(share) === Number(shareOf(one)) && typed.owner === one.owner && budgetCode === one.budgetCode
    if (isSame) continue
    differs = true
    changes[one.code] = { share, owner: typed.owner, budgetCode }
  }
  const added = [...(before?.added ?? [])]
  for (const [index, typed] of (input.added ?? []).entries()) {
    if (typed.code.trim() === '' && typed.name.trim() === '') continue
    const read = newIndicator(typed, index + 1, agencies, new Set(now.indicators.map((one) => one.code)), added)
    if (!read.ok) faults.push(...read.refusals)
    else {
      added.push(read.value)
      differs = true
    }
  }
  if (faults.length === 0 && !differs) return refuse('convergence-edition-same')
  if (faults.length > 0 || quarter === undefined) return refuseAll(faults)
  await store.replaceDraft(tx, {
    region_code: acting.region,
    edition_id: newId(),
    from_day: quarter.from,
    name,
    source,
    changes: JSON.stringify(changes),
    added: JSON.stringify(added),
    state: 'drafted',
    drafted_by: acting.actor.accountId,
    drafted_at: acting.now,
    confirmed_by: null,
    confirmed_at: null,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.edition-draft', { fields: [quarter.key] }))
  return accept(null)
}

/** Reads an indicator of the region's own; `at` of a refusal is the field of that block. */
function newIndicator(
  typed: NewIndicatorInput,
  block: number,
  agencies: readonly string[],
  known: ReadonlySet<string>,
  added: readonly OwnIndicator[],
): Result<OwnIndicator> {
  const faults: Refusal[] = []
  const fault = (code: string, field: string, params?: Refusal['params']) =>
    faults.push({ code, at: `new-${field}-${block}`, ...(params === undefined ? {} : { params }) })
  const code = typed.code.trim().toUpperCase()
  if (!OWN_CODE.test(code)) fault('convergence-indicator-code', 'code')
  else if (known.has(code) || added.some((one) => one.code === code))
    fault('convergence-indicator-known', 'code', { code })
  const [name, nameEnglish] = [typed.name.trim(), typed.nameEnglish.trim()]
  if (name.length < 3) fault('convergence-text-missing', 'name')
  if (name.length > 120) fault('convergence-text-long', 'name', { max: 120 })
  if (nameEnglish.length > 120) fault('convergence-text-long', 'nameEnglish', { max: 120 })
  const share = shareFrom(typed.target)
  if (share === undefined) fault('convergence-target', 'target')
  if (!agencies.includes(typed.owner)) fault('convergence-choice', 'owner')
  const service = findService(typed.service)
  if (service === undefined) fault('convergence-choice', 'service')
  const kind = KINDS.find((one) => one === typed.kind)
  if (kind === undefined) fault('convergence-choice', 'kind')
  if (faults.length > 0 || share === undefined || service === undefined || kind === undefined) return refuseAll(faults)
  return accept({
    code,
    name: { id: name, en: nameEnglish === '' ? name : nameEnglish },
    kind,
    direction: typed.direction === 'lower' ? 'lower' : 'higher',
    service: service.code,
    share,
    owner: typed.owner,
    budgetCode: typed.budgetCode.trim() === '' ? null : typed.budgetCode.trim().slice(0, 60),
  })
}

/** Brings a draft into force; a second person does. The running quarter is counted anew for every village. */
export async function confirmEdition(
  tx: Tx,
  acting: Acting,
  villages: readonly string[],
  id: string,
): Promise<Result<null>> {
  const row = await store.findEdition(tx, acting.region, id)
  const standing = standingOf(row, acting.actor.accountId)
  if (row === undefined || standing === 'unknown') return refuse('convergence-not-yours')
  if (standing === 'done') return accept(null)
  if (standing === 'own-draft') return refuse('convergence-second-person')
  const current = periodOn(acting.today)
  if (row.from_day < current.from) return refuse('convergence-edition-from')
  await store.confirmEditionRow(tx, acting.region, id, { account: acting.actor.accountId, at: acting.now })
  if (row.from_day <= acting.today) for (const village of villages) await queueRollup(tx, current.key, village)
  await writeJournal(tx, entryOf(acting, 'convergence.edition-confirm', { fields: [id] }))
  return accept(null)
}
