// Priority villages, actions and budget bound to commands and queries. Must stay true: planning is the secretariat's; agencies add
// their own activities; everyone else who works on convergence reads.

import { isUuid } from '../../kernel/id.ts'
import { divideHalfUp } from '../../kernel/percent.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { localTimeAt } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Files } from '../../platform/files/files.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { mayEnter, mayPlan, officerUnits } from './access.ts'
import { entryOf } from './acting.ts'
import { freshAction, moveAction, noteAction } from './action-commands.ts'
import { saveActivity } from './activity-commands.ts'
import { agenciesOfUnits, agencyNames, listAgencies } from './agency-queries.ts'
import { actIn } from './binding.ts'
import { actions, priority } from './editions.ts'
import { loadIndicators } from './own-edition-store.ts'
import { periodName } from './period.ts'
import type { ActionLine, PlanningPort } from './planning-port.ts'
import * as store from './planning-store.ts'
import { confirmPriority, draftPriority, proposePriority } from './priority-commands.ts'
import { listDecisions } from './priority-store.ts'
import { keepProof } from './proof.ts'
import { actingOf, type ConvergenceTools, quarterOf } from './reading.ts'
import { listPeriods } from './rollup-store.ts'

/** How many villages a proposal marks before anyone chose: about a third, as for 2024. */
const SHARE = 3

export function bindPlanning(tools: ConvergenceTools, files: Files): PlanningPort {
  const yearOf = (visitor: Visitor, written: string | undefined): Result<number> => {
    const now = Number(tools.today(visitor.region!.code).slice(0, 4))
    if (written === undefined || written === '') return accept(now)
    const year = /^\d{4}$/.test(written) ? Number(written) : 0
    return year >= 2022 && year <= now + 1 ? accept(year) : refuse('convergence-year', 'year', { max: now + 1 })
  }
  const read = async <T>(
    visitor: Visitor,
    written: string | undefined,
    work: (tx: Tx, region: string, year: number) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const region = visitor.region!.code
    if (!mayEnter(visitor.actor, region)) return refuse('convergence-not-yours')
    const year = yearOf(visitor, written)
    if (!year.ok) return year
    return tools.db.inRegion(region, (tx) => work(tx, region, year.value), { readOnly: true })
  }
  const plan = async <T>(
    visitor: Visitor,
    written: string,
    work: (tx: Tx, acting: ReturnType<typeof actingOf>, year: number) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    if (!mayPlan(visitor.actor, visitor.region!.code)) return refuse('convergence-not-yours')
    const year = yearOf(visitor, written)
    if (!year.ok) return year
    return actIn(tools, visitor, visitor.region!.code, (tx, acting) => work(tx, acting, year.value))
  }
  /** The newest quarter with figures, for a ranking. */
  const periodFor = async (tx: Tx, region: string): Promise<string> =>
    (await listPeriods(tx, region))[0] ?? quarterOf(tools, region, undefined)!.key

  const lineOf = (row: store.ActionRow, notes: readonly store.ActionNoteRow[], today: string): ActionLine => {
    const action = actions.actions.find((one) => one.code === row.action)!
    return {
      code: row.action,
      name: action.name,
      output: action.output,
      dueOn: row.due_on,
      isLate: row.due_on < today && row.status !== 'submitted' && row.status !== 'verified',
      status: row.status,
      score: row.score,
      evidence: notes.filter((one) => one.action === row.action && one.kind === 'evidence').length,
    }
  }

  return {
    visitor: (request) => tools.visitor(request),
    readPriority: (visitor, written) =>
      read(visitor, written, async (tx, region, year) => {
        const [decision] = await listDecisions(tx, region, year)
        const period = decision?.period ?? (await periodFor(tx, region))
        const ranked = decision?.proposal ?? (await proposePriority(tx, tools, region, year, period))
        const places = new Map(tools.villages(region).map((one) => [one.code, one]))
        const howMany = Math.ceil(ranked.length / SHARE)
        const chosen = new Map((decision?.villages ?? []).map((one) => [one.village, one]))
        return accept({
          year,
          edition: priority,
          periodName: periodName(period),
          howMany: decision === undefined ? howMany : decision.villages.filter((one) => one.isIn).length,
          mayPlan: mayPlan(visitor.actor, region),
          lines: ranked.map((one, index) => ({
            ...one,
            place: index + 1,
            name: places.get(one.village)?.name ?? one.village,
            district: places.get(one.village)?.district ?? '',
            isIn: chosen.get(one.village)?.isIn ?? (decision === undefined && index < howMany),
            reason: chosen.get(one.village)?.reason ?? '',
          })),
          ...(decision === undefined
            ? {}
            : {
                decision: {
                  id: decision.decision_id,
                  state: decision.state,
                  decidedOn: decision.decided_on,
                  minutes: decision.minutes,
                  decree: decision.decree,
                  villages: decision.villages.filter((one) => one.isIn).length,
                  isMine: decision.drafted_by === visitor.actor?.accountId,
                },
              }),
        })
      }),
    draftPriority: (visitor, written, input) =>
      plan(visitor, written, async (tx, acting, year) =>
        draftPriority(tx, tools, acting, { year, period: await periodFor(tx, acting.region) }, input),
      ),
    confirmPriority: (visitor, written, id) =>
      plan(visitor, written, async (tx, acting, year) =>
        isUuid(id) ? confirmPriority(tx, acting, year, id) : refuse('convergence-not-yours'),
      ),
    readActions: (visitor, written) =>
      read(visitor, written, async (tx, region, year) => {
        const rows = new Map((await store.listActions(tx, region, year)).map((row) => [row.action, row]))
        const notes = await store.listNotes(tx, region, year)
        const acting = actingOf(tools, visitor)
        const years = [
          ...new Set([year, Number(acting.today.slice(0, 4)), ...(await store.listActionYears(tx, region))]),
        ]
        return accept({
          year,
          years: years.sort((a, b) => b - a),
          editionName: actions.name,
          mayPlan: mayPlan(visitor.actor, region),
          lines: actions.actions.map((one) =>
            lineOf(rows.get(one.code) ?? freshAction(acting, year, one.code)!, notes, acting.today),
          ),
        })
      }),
    readAction: (visitor, written, code) =>
      read(visitor, written, async (tx, region, year) => {
        const acting = actingOf(tools, visitor)
        const row =
          (await store.listActions(tx, region, year)).find((one) => one.action === code) ??
          freshAction(acting, year, code)
        if (row === undefined) return refuse('convergence-not-yours')
        const notes = await store.listNotes(tx, region, year, code)
        return accept({
          ...lineOf(row, notes, acting.today),
          year,
          mayPlan: mayPlan(visitor.actor, region),
          isMine: row.submitted_by === visitor.actor?.accountId,
          notes: notes.map((one) => ({
            id: one.note_id,
            kind: one.kind,
            body: one.body,
            on: localTimeAt(visitor.region!.timeZone, one.at.getTime()).date,
            hasFile: one.file_hash !== null,
          })),
        })
      }),
    async noteAction(visitor, written, code, input) {
      if (!mayPlan(visitor.actor, visitor.region!.code)) return refuse('convergence-not-yours')
      const { file, ...rest } = input
      const kept = await keepProof(files, visitor.region!.code, file, 'file')
      if (!kept.ok) return kept
      return plan(visitor, written, (tx, acting, year) =>
        noteAction(tx, acting, year, code, { ...rest, ...(kept.value === undefined ? {} : { file: kept.value }) }),
      )
    },
    async readEvidence(visitor, written, code, note) {
      const region = visitor.region!.code
      const year = yearOf(visitor, written)
      if (!mayEnter(visitor.actor, region) || !year.ok || !isUuid(note)) return refuse('convergence-proof-unknown')
      const found = await actIn(tools, visitor, undefined, async (tx, acting) => {
        const hash = (await store.listNotes(tx, region, year.value, code)).find(
          (one) => one.note_id === note,
        )?.file_hash
        if (hash == null) return refuse('convergence-proof-unknown')
        await writeJournal(
          tx,
          entryOf(acting, 'convergence.evidence-read', { fields: [`${year.value}-${code}`, note] }),
        )
        return accept(hash)
      })
      if (!found.ok) return found
      const bytes = await files.read(region, found.value)
      return bytes === undefined ? refuse('convergence-proof-unknown') : accept(new Uint8Array(bytes))
    },
    moveAction: (visitor, written, code, status, score) =>
      plan(visitor, written, (tx, acting, year) => moveAction(tx, acting, year, code, status, score)),
    readBudget: (visitor, written) =>
      read(visitor, written, async (tx, region, year) => {
        const rows = await store.listActivities(tx, region, year)
        const nameOf = await agencyNames(tx, region)
        const own = await agenciesOfUnits(tx, region, officerUnits(visitor.actor, region))
        const agencies = await listAgencies(tx, region)
        const { indicators } = await loadIndicators(tx, region, tools.today(region))
        const owners = new Set(indicators.map((one) => one.owner))
        const districts = new Map(
          tools.villages(region).map((one) => [one.districtCode, { code: one.districtCode, name: one.district }]),
        )
        return accept({
          year,
          lines: rows.map((row) => ({
            id: row.activity_id,
            mayChange: mayPlan(visitor.actor, region) || own.includes(row.agency_id),
            name: row.name,
            agencyName: nameOf(row.agency_id),
            budgetCode: row.budget_code,
            source: row.money_source,
            indicators: row.indicators,
            villages: row.villages.length,
            plannedRupiah: row.planned_rupiah,
            realisedRupiah: row.realised_rupiah,
            plannedPeople: row.planned_people,
            reachedPeople: row.reached_people,
            costRupiah:
              row.reached_people === 0
                ? null
                : Number(divideHalfUp(BigInt(row.realised_rupiah), BigInt(row.reached_people))),
          })),
          byIndicator: indicators
            .map((one) => {
              const tagged = rows.filter((row) => row.indicators.includes(one.code))
              return {
                code: one.code,
                name: one.name,
                activities: tagged.length,
                plannedRupiah: tagged.reduce((sum, row) => sum + row.planned_rupiah, 0),
                realisedRupiah: tagged.reduce((sum, row) => sum + row.realised_rupiah, 0),
              }
            })
            .filter((one) => one.activities > 0),
          plannedRupiah: rows.reduce((sum, row) => sum + row.planned_rupiah, 0),
          realisedRupiah: rows.reduce((sum, row) => sum + row.realised_rupiah, 0),
          agencies: mayPlan(visitor.actor, region)
            ? agencies.filter((one) => owners.has(one.id) || own.includes(one.id))
            : agencies.filter((one) => own.includes(one.id)),
          indicators: indicators.map((one) => ({ code: one.code, name: one.name })),
          districts: [...districts.values()],
        })
      }),
    async saveActivity(visitor, written, input, id) {
      const region = visitor.region!.code
      const year = yearOf(visitor, written)
      if (!mayEnter(visitor.actor, region)) return refuse('convergence-not-yours')
      if (!year.ok) return year
      if (id !== undefined && !isUuid(id)) return refuse('convergence-activity-unknown')
      return actIn(tools, visitor, undefined, async (tx, acting) => {
        const own = await agenciesOfUnits(tx, region, officerUnits(visitor.actor, region))
        const allowed = mayPlan(visitor.actor, region) ? (await listAgencies(tx, region)).map((one) => one.id) : own
        if (allowed.length === 0) return refuse('convergence-not-yours')
        const inPlace = (place: string) =>
          tools
            .villages(region)
            .filter((one) => one.code === place || one.districtCode === place || place === region)
            .map((one) => one.code)
        return saveActivity(tx, acting, allowed, inPlace, year.value, input, id)
      })
    },
  }
}
