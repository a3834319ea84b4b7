// What people do with a period: plan, open, close, end paper, review, publish, follow up, archive, correct; and figures from old reports.
// Must stay true: each is one transaction that locks the period, decides in `period-steps.ts` and writes steps only; a figure
// reaches the database through `computeDue` and `correctResult` alone.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { Moment, SurveyDeps } from './commands.ts'
import { currentEdition, findEdition, getEdition } from './editions.ts'
import { type Confirmation, checkImport, decideImport } from './import-check.ts'
import { type FollowUpStatus, type Period, type PeriodDraft, planPeriod } from './period.ts'
import * as steps from './period-steps.ts'
import * as periods from './period-store.ts'
import { inputsOf } from './release-commands.ts'
import { computeResult } from './result.ts'
import type { ImportDraft } from './tables.ts'

/** A person at work: who, under which role, and what that allows here. */
export type Officer = {
  readonly accountId: string
  readonly role: string
  readonly unitId: string
  readonly step: steps.StepActor & { readonly kind: 'person' }
}

type Db = Pick<SurveyDeps, 'db'>

async function note(
  tx: Tx,
  by: Officer,
  moment: Moment,
  action: string,
  fields: readonly string[] = [],
  reason?: string,
): Promise<void> {
  await writeJournal(tx, {
    at: moment.now,
    actor: by.accountId,
    role: by.role,
    unit: by.unitId,
    action: `satisfaction.${action}`,
    fields,
    reason,
  })
}

/** Plans a period of a unit with the edition in force; gives its id. */
export async function plan(
  { db }: Db,
  region: RegionCode,
  draft: PeriodDraft,
  by: Officer,
  moment: Moment,
): Promise<Result<string>> {
  if (!by.step.managesSurvey) return refuse('satisfaction-not-manager')
  return db.inRegion(region, async (tx) => {
    const planned = planPeriod(
      newId(),
      draft,
      currentEdition,
      moment.today,
      await periods.listPeriods(tx, region, draft.unitId),
    )
    if (!planned.ok) return planned
    await periods.insertPeriod(tx, region, planned.value)
    await note(tx, by, moment, 'plan', ['services', 'users', 'dates'])
    return accept(planned.value.id)
  })
}

/** Locks the period, lets `decide` take a step, writes it. */
async function take(
  { db }: Db,
  region: RegionCode,
  periodId: string,
  by: Officer,
  moment: Moment,
  action: string,
  decide: (period: periods.StoredPeriod, tx: Tx) => Result<Period> | Promise<Result<Period>>,
  fields: readonly string[] = [],
): Promise<Result<Period>> {
  return db.inRegion(region, async (tx) => {
    const period = await periods.findPeriod(tx, region, periodId, true)
    if (!period) return refuse('satisfaction-period-unknown')
    const step = await decide(period, tx)
    if (!step.ok) return step
    await periods.updatePeriodStep(tx, region, step.value)
    await note(tx, by, moment, action, fields)
    return step
  })
}

export const open = (deps: Db, region: RegionCode, periodId: string, by: Officer, moment: Moment) =>
  take(deps, region, periodId, by, moment, 'open', (period) => steps.openPeriod(period, by.step, moment.today))

export const close = (deps: Db, region: RegionCode, periodId: string, by: Officer, moment: Moment) =>
  take(deps, region, periodId, by, moment, 'close', (period) => steps.closePeriod(period, by.step, moment.today))

export const endPaper = (deps: Db, region: RegionCode, periodId: string, by: Officer, moment: Moment) =>
  take(deps, region, periodId, by, moment, 'end-paper', (period) => steps.endPaper(period, by.step, moment.today))

export type PlanLine = Omit<steps.PlanDraft, 'id'>

/** The head of the unit adds the plan. `sent` names every field that came with the form; a figure among them refuses all of it. */
export const review = (
  deps: Db,
  region: RegionCode,
  periodId: string,
  lines: readonly PlanLine[],
  sent: readonly string[],
  by: Officer,
  moment: Moment,
) =>
  take(
    deps,
    region,
    periodId,
    by,
    moment,
    'review',
    async (period, tx) => {
      const result = (await periods.listResults(tx, region, [periodId])).get(periodId)?.[0]?.result
      return steps.reviewPeriod(
        period,
        by.step,
        lines.map((line) => ({ id: newId(), ...line })),
        sent,
        getEdition(period.editionId),
        result?.lowest ?? [],
        moment.today,
      )
    },
    ['plan'],
  )

/** Makes the result public; `late` when our target of 14 days was missed. */
export async function publish(
  deps: Db,
  region: RegionCode,
  periodId: string,
  by: Officer,
  moment: Moment,
): Promise<Result<{ late: boolean }>> {
  let late = false
  const done = await take(deps, region, periodId, by, moment, 'publish', (period) => {
    const decided = steps.publishPeriod(period, by.step, moment.today)
    if (!decided.ok) return decided
    late = decided.value.late
    return accept(decided.value.period)
  })
  return done.ok ? accept({ late }) : done
}

export const report = (
  deps: Db,
  region: RegionCode,
  periodId: string,
  action: { readonly id: string; readonly status: FollowUpStatus; readonly proof: string },
  by: Officer,
  moment: Moment,
) =>
  take(
    deps,
    region,
    periodId,
    by,
    moment,
    'follow-up',
    (period) => steps.reportAction(period, by.step, action.id, action.status, action.proof),
    ['status', 'proof'],
  )

export const archive = (deps: Db, region: RegionCode, periodId: string, by: Officer, moment: Moment) =>
  take(deps, region, periodId, by, moment, 'archive', (period) => steps.archivePeriod(period, by.step))

/** Computes a published result again under the next number, with a reason; with another number of users when that was wrong. The
 *  earlier one stays readable. Nobody's figure is taken: answers are as stored. */
export async function correctResult(
  { db }: Db,
  region: RegionCode,
  periodId: string,
  correction: { readonly users?: number; readonly reason: string },
  by: Officer,
  moment: Moment,
): Promise<Result<{ number: number }>> {
  return db.inRegion(region, async (tx) => {
    const period = await periods.findPeriod(tx, region, periodId, true)
    if (!period) return refuse('satisfaction-period-unknown')
    const sofar = (await periods.listResults(tx, region, [periodId])).get(periodId) ?? []
    const decided = steps.decideCorrection(period, by.step, sofar.length, correction.reason)
    if (!decided.ok) return decided
    const users = correction.users ?? sofar[0]?.result.users ?? period.users
    if (!Number.isSafeInteger(users) || users < 1) return refuse('satisfaction-period-users', 'users')
    const { number, reason } = decided.value
    await periods.appendResult(
      tx,
      region,
      periodId,
      number,
      computeResult(await inputsOf(tx, region, period, users)),
      reason,
      moment.today,
    )
    await note(tx, by, moment, 'correct', ['users'], reason)
    return accept({ number })
  })
}

/** Stores an old report's figures as printed, with what re-computing found. Doubtful figures need `confirmation` by a second person,
 *  who names the source; until then nothing is stored. A report of the same unit and days twice: refused. */
export async function importReport(
  { db }: Db,
  region: RegionCode,
  draft: ImportDraft,
  confirmation: Confirmation | null,
  by: Officer,
  moment: Moment,
): Promise<Result<{ importId: string; verdict: string }>> {
  if (!by.step.managesSurvey) return refuse('satisfaction-not-manager')
  const edition = findEdition(draft.editionId)
  if (!edition) return refuse('satisfaction-import-edition', 'edition')
  return db.inRegion(region, async (tx) => {
    const before = await indexBefore(tx, region, draft)
    const checked = checkImport({ ...draft, edition, before })
    if (!checked.ok) return checked
    const decided = decideImport(checked.value, by.accountId, confirmation)
    if (!decided.ok) return decided
    const importId = newId()
    const { order, averages, index, grade } = draft
    const stored = await periods.insertImport(tx, {
      region_code: region,
      import_id: importId,
      unit_id: draft.unitId,
      edition_id: edition.id,
      from_day: draft.from,
      to_day: draft.to,
      answers: draft.answers,
      printed: JSON.stringify({ order, averages, index, grade }),
      checked: JSON.stringify(decided.value),
      imported_by: by.accountId,
      confirmed_by: confirmation?.person ?? null,
      source: confirmation?.source ?? draft.source,
    })
    if (!stored) return refuse('satisfaction-import-twice')
    await note(tx, by, moment, 'import', ['index', 'averages'])
    return accept({ importId, verdict: decided.value.verdict })
  })
}

/** The newest index of the unit and edition that ends before the draft begins: published by us or imported earlier. */
async function indexBefore(tx: Tx, region: RegionCode, draft: ImportDraft): Promise<string | null> {
  const imports = (await periods.listImports(tx, region, draft.unitId))
    .filter((row) => row.edition_id === draft.editionId && row.to_day < draft.from)
    .map((row) => ({ to: row.to_day, index: row.printed.index }))
  const own = (await periods.listPeriods(tx, region, draft.unitId)).filter(
    (p) => p.publishedOn !== null && p.editionId === draft.editionId && p.to < draft.from,
  )
  const results = await periods.listResults(
    tx,
    region,
    own.map((p) => p.id),
  )
  const computed = own.map((p) => ({ to: p.to, index: results.get(p.id)?.[0]?.result.index ?? null }))
  const all = [...imports, ...computed].filter((one): one is { to: string; index: string } => one.index !== null)
  return all.sort((a, b) => (a.to < b.to ? 1 : -1))[0]?.index ?? null
}
