// An old report's figures typed in by one person and, where they are doubtful, agreed to by another. Must stay true: doubtful figures stay
// out of every list and comparison until somebody else has named the source; whoever typed them does not decide.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { Moment, SurveyDeps } from './commands.ts'
import { deleteWaiting, findWaiting, insertWaiting, listWaiting } from './import-store.ts'
import { importReport, type Officer } from './period-commands.ts'
import type { ImportDraft } from './tables.ts'

type Db = Pick<SurveyDeps, 'db'>

/** Stores the figures, or lets them wait when they are doubtful. The same draft again while it waits stays one. */
export async function proposeImport(
  deps: Db,
  region: RegionCode,
  draft: ImportDraft,
  by: Officer,
  moment: Moment,
): Promise<Result<{ readonly state: 'stored' | 'waiting' }>> {
  const stored = await importReport(deps, region, draft, null, by, moment)
  if (stored.ok) return accept({ state: 'stored' })
  if (!stored.refusals.some((one) => one.code === 'satisfaction-import-second-person')) return stored
  const doubts = stored.refusals.filter((one) => one.code !== 'satisfaction-import-second-person')
  return deps.db.inRegion(region, async (tx) => {
    const same = (await listWaiting(tx, region)).some(
      (row) => row.draft.unitId === draft.unitId && row.draft.from === draft.from && row.draft.to === draft.to,
    )
    if (same) return refuse('satisfaction-import-waits')
    await insertWaiting(tx, {
      region_code: region,
      waiting_id: newId(),
      draft: JSON.stringify(draft),
      doubts: JSON.stringify(doubts),
      typed_by: by.accountId,
      typed_on: moment.today,
    })
    await writeJournal(tx, {
      at: moment.now,
      actor: by.accountId,
      role: by.role,
      unit: by.unitId,
      action: 'satisfaction.import-waits',
      fields: ['index', 'averages'],
    })
    return accept({ state: 'waiting' as const })
  })
}

/** The second person's word. Yes needs the source that was compared; no may come from whoever typed it, too. */
export async function decideWaitingImport(
  deps: Db,
  region: RegionCode,
  waitingId: string,
  word: { readonly yes: boolean; readonly source: string },
  by: Officer,
  moment: Moment,
): Promise<Result<{ readonly stored: boolean }>> {
  const row = await deps.db.inRegion(region, (tx) => findWaiting(tx, region, waitingId), { readOnly: true })
  if (row === undefined) return refuse('satisfaction-import-gone')
  if (word.yes) {
    const typist: Officer = { ...by, accountId: row.typed_by, step: { ...by.step, managesSurvey: true } }
    const confirmation = { person: by.accountId, source: word.source.trim() }
    const stored = await importReport(deps, region, row.draft, confirmation, typist, moment)
    // A report that stands already (this yes came twice) only has to leave the list.
    if (!stored.ok && !stored.refusals.some((one) => one.code === 'satisfaction-import-twice')) return stored
  }
  await deps.db.inRegion(region, async (tx) => {
    if (!(await deleteWaiting(tx, region, waitingId))) return
    await writeJournal(tx, {
      at: moment.now,
      actor: by.accountId,
      role: by.role,
      unit: by.unitId,
      action: word.yes ? 'satisfaction.import-agreed' : 'satisfaction.import-dropped',
      fields: ['index'],
    })
  })
  return accept({ stored: word.yes })
}
