// The catalogue of programmes bound to its commands. Must stay true: the secretariat touches all, an officer those of the own agency,
// everyone else who works on convergence reads.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { localTimeAt } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { mayEnter, mayPlan, officerUnits } from './access.ts'
import type { Acting } from './acting.ts'
import { agenciesOfUnits, agencyNames, listAgencies } from './agency-queries.ts'
import { actIn } from './binding.ts'
import { balangan, findService, indicatorOfService, services } from './editions.ts'
import { closeProgramme, openProgramme, saveProgramme } from './programme-commands.ts'
import type { ProgrammePort, ProgrammeView } from './programme-port.ts'
import { listChanges } from './programme-store.ts'
import type { ConvergenceTools } from './reading.ts'
import * as store from './service-store.ts'

const serviceOf = (code: string) => ({
  code,
  name: findService(code)?.name ?? { id: code, en: code },
  indicator: indicatorOfService(code)?.code ?? null,
})

export function bindProgrammes(tools: ConvergenceTools): ProgrammePort {
  /** Agencies whose programmes this visitor may touch. */
  const ownAgencies = async (tx: Tx, visitor: Visitor): Promise<readonly string[]> => {
    const region = visitor.region!.code
    return mayPlan(visitor.actor, region)
      ? (await listAgencies(tx, region)).map((one) => one.id)
      : agenciesOfUnits(tx, region, officerUnits(visitor.actor, region))
  }
  const change = <T>(
    visitor: Visitor,
    work: (tx: Tx, acting: Acting, agencies: readonly string[]) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    actIn(tools, visitor, undefined, async (tx, acting) => {
      const agencies = await ownAgencies(tx, visitor)
      return agencies.length === 0 ? refuse('convergence-not-yours') : work(tx, acting, agencies)
    })
  const viewOf = (
    row: store.ProgrammeRow,
    agencyName: (id: string) => string,
    own: readonly string[],
  ): ProgrammeView => ({
    id: row.programme_id,
    name: row.name,
    about: row.about,
    agencyId: row.agency_id,
    agencyName: agencyName(row.agency_id),
    pillar: row.pillar,
    pillarName: balangan.pillars[row.pillar - 1] ?? { id: String(row.pillar), en: String(row.pillar) },
    services: row.services.map(serviceOf),
    isActive: row.is_active,
    closedOn: row.closed_on,
    closedReason: row.closed_reason,
    source: row.source,
    mayChange: own.includes(row.agency_id),
  })
  return {
    visitor: (request) => tools.visitor(request),
    async listProgrammes(visitor) {
      const region = visitor.region!.code
      if (!mayEnter(visitor.actor, region)) return refuse('convergence-not-yours')
      return tools.db.inRegion(
        region,
        async (tx) => {
          const nameOf = await agencyNames(tx, region)
          const own = await ownAgencies(tx, visitor)
          const rows = [...(await store.listProgrammes(tx, region))].sort(
            (a, b) => Number(b.is_active) - Number(a.is_active),
          )
          return accept({ programmes: rows.map((row) => viewOf(row, nameOf, own)), mayMake: own.length > 0 })
        },
        { readOnly: true },
      )
    },
    async readForm(visitor, id) {
      const region = visitor.region!.code
      return tools.db.inRegion(
        region,
        async (tx) => {
          const own = await ownAgencies(tx, visitor)
          if (own.length === 0) return refuse('convergence-not-yours')
          const row = id === undefined ? undefined : await store.findProgramme(tx, region, id)
          if (id !== undefined && (row === undefined || !own.includes(row.agency_id)))
            return refuse('convergence-programme-unknown')
          const nameOf = await agencyNames(tx, region)
          const history = row === undefined ? [] : await listChanges(tx, region, row.programme_id)
          return accept({
            agencies: (await listAgencies(tx, region)).filter((one) => own.includes(one.id)),
            pillars: balangan.pillars,
            services: services.services.map((one) => serviceOf(one.code)),
            ...(row === undefined ? {} : { programme: viewOf(row, nameOf, own) }),
            history: history.map((one) => ({
              kind: one.kind,
              on: localTimeAt(visitor.region!.timeZone, one.changed_at.getTime()).date,
            })),
          })
        },
        { readOnly: true },
      )
    },
    saveProgramme: (visitor, id, input) =>
      change(visitor, (tx, acting, agencies) => saveProgramme(tx, acting, agencies, id, input)),
    closeProgramme: (visitor, id, reason) =>
      change(visitor, (tx, acting, agencies) => closeProgramme(tx, acting, agencies, id, reason)),
    openProgramme: (visitor, id) => change(visitor, (tx, acting, agencies) => openProgramme(tx, acting, agencies, id)),
  }
}
