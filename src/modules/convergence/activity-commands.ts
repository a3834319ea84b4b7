// The tagging of the budget. Must stay true: money is whole rupiah; an agency writes its own activities only.
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { readRupiah } from '../../kernel/rupiah.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import { loadIndicators } from './own-edition-store.ts'
import type { ActivityInput } from './planning-port.ts'
import * as store from './planning-store.ts'
import type { MoneySource } from './tables.ts'

export const MONEY_SOURCES: readonly MoneySource[] = ['apbd', 'dak', 'village-fund', 'partner']

/**
 * Tags an activity of the budget with indicators and villages, or writes an activity anew: what was realised, who was reached. Its
 * agency, year and villages stay then. All faults at once.
 */
export async function saveActivity(
  tx: Tx,
  acting: Acting,
  agencies: readonly string[],
  villagesOf: (place: string) => readonly string[],
  year: number,
  input: ActivityInput,
  id?: string,
): Promise<Result<null>> {
  const known = id === undefined ? undefined : await store.findActivity(tx, acting.region, id)
  if (id !== undefined && (known?.year !== year || !agencies.includes(known.agency_id)))
    return refuse('convergence-activity-unknown')
  const faults: Refusal[] = []
  const fault = (code: string, at: string, params?: Refusal['params']): void => {
    faults.push({ code, at, ...(params === undefined ? {} : { params }) })
  }
  if (input.name.trim().length < 3) fault('convergence-text-missing', 'name')
  if (input.name.length > 200) fault('convergence-text-long', 'name', { max: 200 })
  if (input.budgetCode.trim() === '' || input.budgetCode.length > 60) fault('convergence-text-missing', 'budgetCode')
  if (known === undefined && !agencies.includes(input.agency)) fault('convergence-choice', 'agency')
  const source = MONEY_SOURCES.find((one) => one === input.source)
  if (source === undefined) fault('convergence-choice', 'source')
  const held = new Set((await loadIndicators(tx, acting.region, acting.today)).indicators.map((one) => one.code))
  const indicators = input.indicators.filter((code) => held.has(code))
  if (indicators.length === 0) fault('convergence-choice', 'indicators')
  const villages = known?.villages ?? [...new Set(input.places.flatMap(villagesOf))].sort()
  if (villages.length === 0) fault('convergence-choice', 'places')
  const money = (text: string, at: string): number => {
    const read = text.trim() === '' ? accept(0) : readRupiah(text, at)
    if (!read.ok) fault('convergence-money', at)
    return read.ok ? read.value : 0
  }
  const people = (text: string, at: string): number => {
    const plain = text.trim().replaceAll('.', '')
    if (!/^\d{0,7}$/.test(plain)) fault('convergence-people', at)
    return plain === '' ? 0 : Number(plain)
  }
  const row = {
    planned_rupiah: money(input.planned, 'planned'),
    realised_rupiah: money(input.realised, 'realised'),
    planned_people: people(input.plannedPeople, 'plannedPeople'),
    reached_people: people(input.reachedPeople, 'reachedPeople'),
  }
  if (faults.length > 0 || source === undefined) return refuseAll(faults)
  const activity = {
    region_code: acting.region,
    activity_id: known?.activity_id ?? newId(),
    year,
    name: input.name.trim(),
    agency_id: known?.agency_id ?? input.agency,
    budget_code: input.budgetCode.trim(),
    money_source: source,
    indicators,
    villages,
    ...row,
    changed_by: acting.actor.accountId,
    changed_at: acting.now,
  }
  if (known === undefined) await store.insertActivity(tx, activity)
  else await store.updateActivity(tx, activity)
  await writeJournal(
    tx,
    entryOf(acting, known === undefined ? 'convergence.activity' : 'convergence.activity-change', {
      fields: indicators,
    }),
  )
  return accept(null)
}
