// The port of scorecards, gaps and work bound to commands and queries. Must stay true: who may do what is decided here from the
// visitor's assignments, inside the transaction that does it.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { mayCheck, mayPlan, officerUnits } from './access.ts'
import { type Acting, entryOf } from './acting.ts'
import { agenciesOfUnits } from './agency-queries.ts'
import { assignGap } from './assign-commands.ts'
import { noteCoupleCheck } from './couple-commands.ts'
import { readCouples } from './couple-list-queries.ts'
import { checkService, deliverAssigned } from './deliver-commands.ts'
import { endCondition, noteCondition, noteFamilyFact } from './family-commands.ts'
import type { FamilyPort } from './family-port.ts'
import { listAtRisk, readChecklist, readSubject } from './family-queries.ts'
import { queueRollup } from './list-commands.ts'
import type { ConvergencePort } from './port.ts'
import { actingOf, type ConvergenceTools, findPlace, quarterOf } from './reading.ts'
import { reportTotal } from './report-commands.ts'
import { rollUpVillage } from './rollup-commands.ts'
import { confirmList } from './rollup-store.ts'
import { readRegency, readVillage } from './scorecard-queries.ts'
import { noteFamilyVisit } from './visit-commands.ts'
import { listWork, readAssignment, readGap } from './work-queries.ts'

/** One transaction for one use case of a signed-in visitor. */
export function actIn<T>(
  tools: ConvergenceTools,
  visitor: Visitor,
  place: string | undefined,
  work: (tx: Tx, acting: Acting) => Promise<Result<T>>,
): Promise<Result<T>> {
  const acting = actingOf(tools, visitor, place)
  return tools.db.inRegion(acting.region, (tx) => work(tx, acting))
}

export function bindConvergence(tools: ConvergenceTools): ConvergencePort {
  const regionOf = (visitor: Visitor) => visitor.region!.code
  return {
    visitor: (request) => tools.visitor(request),
    readRegency: (visitor, query) => readRegency(tools, visitor, query),
    readVillage: (visitor, village, period) => readVillage(tools, visitor, village, period),
    readGap: (visitor, query) => readGap(tools, visitor, query),
    async assign(visitor, input) {
      const region = regionOf(visitor)
      if (!mayPlan(visitor.actor, region)) return refuse('convergence-not-yours')
      if (findPlace(tools, region, input.village) === undefined) return refuse('convergence-village-unknown')
      return actIn(tools, visitor, region, (tx, acting) => assignGap(tx, acting, input))
    },
    async reportTotal(visitor, input) {
      const region = regionOf(visitor)
      if (findPlace(tools, region, input.village) === undefined) return refuse('convergence-village-unknown')
      if (quarterOf(tools, region, input.period) === undefined) return refuse('convergence-period-unknown')
      return actIn(tools, visitor, undefined, async (tx, acting) =>
        reportTotal(tx, acting, await agenciesOfUnits(tx, region, officerUnits(visitor.actor, region)), input),
      )
    },
    async confirmList(visitor, village, period) {
      const region = regionOf(visitor)
      if (findPlace(tools, region, village) === undefined || !mayCheck(visitor.actor, region, village))
        return refuse('convergence-not-yours')
      const quarter = quarterOf(tools, region, period)
      if (quarter === undefined || quarter.key !== quarterOf(tools, region, undefined)!.key)
        return refuse('convergence-period-unknown')
      return actIn(tools, visitor, village, async (tx, acting) => {
        await confirmList(tx, {
          region_code: region,
          period: quarter.key,
          village_code: village,
          confirmed_by: acting.actor.accountId,
          confirmed_at: acting.now,
        })
        await writeJournal(tx, entryOf(acting, 'convergence.confirm-list', { subject: village, fields: [quarter.key] }))
        await rollUpVillage(tx, region, quarter.key, village, acting.now)
        await queueRollup(tx, quarter.key, village)
        return accept(null)
      })
    },
    listWork: (visitor) => listWork(tools, visitor),
    readAssignment: (visitor, id, after) => readAssignment(tools, visitor, id, after),
    async deliver(visitor, id, input) {
      const units = officerUnits(visitor.actor, regionOf(visitor))
      if (units.length === 0) return refuse('convergence-not-yours')
      return actIn(tools, visitor, undefined, async (tx, acting) => {
        const agencies = await agenciesOfUnits(tx, acting.region, units)
        return deliverAssigned(tx, { ...acting, role: 'programme-officer' }, agencies, id, input)
      })
    },
    check: (visitor, input) =>
      actIn(tools, visitor, undefined, (tx, acting) =>
        checkService(tx, acting, (village) => mayCheck(visitor.actor, acting.region, village), input),
      ),
  }
}

export function bindFamilies(tools: ConvergenceTools): FamilyPort {
  const mayIn = (visitor: Visitor) => (village: string) => mayCheck(visitor.actor, visitor.region!.code, village)
  return {
    visitor: (request) => tools.visitor(request),
    readChecklist: (visitor, village, query) => readChecklist(tools, visitor, village, query),
    readSubject: (visitor, village, id, period) => readSubject(tools, visitor, village, id, period),
    check: (visitor, input) =>
      actIn(tools, visitor, undefined, (tx, acting) => checkService(tx, acting, mayIn(visitor), input)),
    noteFact: (visitor, id, input) =>
      actIn(tools, visitor, undefined, (tx, acting) => noteFamilyFact(tx, acting, mayIn(visitor), id, input)),
    noteCondition: (visitor, id, input) =>
      actIn(tools, visitor, undefined, (tx, acting) => noteCondition(tx, acting, mayIn(visitor), id, input)),
    noteVisit: (visitor, id, input) =>
      actIn(tools, visitor, undefined, (tx, acting) =>
        noteFamilyVisit(tx, acting, tools.ring, mayIn(visitor), id, input),
      ),
    noteCouple: (visitor, id, input) =>
      actIn(tools, visitor, undefined, (tx, acting) => noteCoupleCheck(tx, acting, mayIn(visitor), id, input)),
    endCondition: (visitor, id, code) =>
      actIn(tools, visitor, undefined, (tx, acting) => endCondition(tx, acting, mayIn(visitor), id, code)),
    readCouples: (visitor, village, show) => readCouples(tools, visitor, village, show),
    listAtRisk: (visitor, village, query) => listAtRisk(tools, visitor, village, query),
  }
}
