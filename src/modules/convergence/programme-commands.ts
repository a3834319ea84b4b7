// A programme of an agency is made, changed, closed and opened again. Must stay true: an officer touches programmes of the own agency
// only; a closed programme takes no new work and keeps what it delivered; each change stays in its history.
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import { balangan, findService } from './editions.ts'
import type { ProgrammeInput } from './programme-port.ts'
import { insertChange, type ProgrammeChange } from './programme-store.ts'
import { findProgramme, listProgrammes, type ProgrammeRow, putProgramme } from './service-store.ts'

/** Makes a programme, or changes one. All faults at once; the same name twice in an agency is refused. */
export async function saveProgramme(
  tx: Tx,
  acting: Acting,
  agencies: readonly string[],
  id: string | undefined,
  input: ProgrammeInput,
): Promise<Result<{ readonly id: string }>> {
  const known = id === undefined ? undefined : await findProgramme(tx, acting.region, id)
  if (id !== undefined && (known === undefined || !agencies.includes(known.agency_id)))
    return refuse('convergence-programme-unknown')
  const faults: Refusal[] = []
  const fault = (code: string, at: string, params?: Refusal['params']): void => {
    faults.push({ code, at, ...(params === undefined ? {} : { params }) })
  }
  const [name, about, source] = [input.name.trim(), input.about.trim(), input.source.trim()]
  if (name.length < 3) fault('convergence-text-missing', 'name')
  if (name.length > 120) fault('convergence-text-long', 'name', { max: 120 })
  if (about.length < 3) fault('convergence-text-missing', 'about')
  if (Math.max(about.length, input.aboutEnglish.length) > 500) fault('convergence-text-long', 'about', { max: 500 })
  if (source.length > 200) fault('convergence-text-long', 'source', { max: 200 })
  if (!agencies.includes(input.agency)) fault('convergence-choice', 'agency')
  const pillar = /^[1-9]$/.test(input.pillar) ? Number(input.pillar) : 0
  if (balangan.pillars[pillar - 1] === undefined) fault('convergence-choice', 'pillar')
  const services = [...new Set(input.services)].filter((code) => findService(code) !== undefined)
  if (services.length === 0) fault('convergence-choice', 'services')
  const isTaken = (await listProgrammes(tx, acting.region)).some(
    (one) => one.programme_id !== id && one.agency_id === input.agency && one.name.toLowerCase() === name.toLowerCase(),
  )
  if (isTaken) fault('convergence-programme-known', 'name')
  if (faults.length > 0) return refuseAll(faults)
  const row: ProgrammeRow = {
    region_code: acting.region,
    programme_id: id ?? newId(),
    agency_id: input.agency,
    name,
    about: { id: about, en: input.aboutEnglish.trim() === '' ? about : input.aboutEnglish.trim() },
    pillar,
    services,
    is_active: known?.is_active ?? true,
    source,
    closed_on: known?.closed_on ?? null,
    closed_reason: known?.closed_reason ?? '',
    changed_by: acting.actor.accountId,
    changed_at: acting.now,
  }
  await keep(tx, acting, row, known === undefined ? 'made' : 'changed')
  return accept({ id: row.programme_id })
}

/** Closes a programme for new work; twice is safe. */
export async function closeProgramme(
  tx: Tx,
  acting: Acting,
  agencies: readonly string[],
  id: string,
  reason: string,
): Promise<Result<null>> {
  const known = await findProgramme(tx, acting.region, id)
  if (known === undefined || !agencies.includes(known.agency_id)) return refuse('convergence-programme-unknown')
  if (!known.is_active) return accept(null)
  if (reason.trim().length < 5) return refuse('convergence-reason', 'reason')
  if (reason.length > 300) return refuse('convergence-text-long', 'reason', { max: 300 })
  const row = { ...known, is_active: false, closed_on: acting.today, closed_reason: reason.trim() }
  await keep(tx, acting, { ...row, changed_by: acting.actor.accountId, changed_at: acting.now }, 'closed')
  return accept(null)
}

/** Opens a closed programme again; twice is safe. */
export async function openProgramme(
  tx: Tx,
  acting: Acting,
  agencies: readonly string[],
  id: string,
): Promise<Result<null>> {
  const known = await findProgramme(tx, acting.region, id)
  if (known === undefined || !agencies.includes(known.agency_id)) return refuse('convergence-programme-unknown')
  if (known.is_active) return accept(null)
  const row = { ...known, is_active: true, closed_on: null, closed_reason: '' }
  await keep(tx, acting, { ...row, changed_by: acting.actor.accountId, changed_at: acting.now }, 'opened')
  return accept(null)
}

async function keep(tx: Tx, acting: Acting, row: ProgrammeRow, kind: ProgrammeChange['kind']): Promise<void> {
  await putProgramme(tx, row)
  await insertChange(tx, {
    region_code: row.region_code,
    change_id: newId(),
    programme_id: row.programme_id,
    kind,
    content: JSON.stringify({
      name: row.name,
      about: row.about,
      agency: row.agency_id,
      pillar: row.pillar,
      services: row.services,
      source: row.source,
      closedReason: row.closed_reason,
    }),
    changed_by: row.changed_by,
    changed_at: row.changed_at,
  })
  await writeJournal(tx, entryOf(acting, `convergence.programme-${kind}`, { fields: [row.programme_id] }))
}
