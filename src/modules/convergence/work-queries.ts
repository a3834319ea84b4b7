// Gaps with their people, the work of a programme, the list of an assignment. Must stay true: names come from the register at the
// moment of reading, for those allowed, and each look is journalled by person.
import { addDays, completedMonths, type PlainDate } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { listNames } from '../register/resident-queries.ts'
import { mayEnter, mayPlan, officerUnits, seesExact, seesNames, shownCount, shownNumber } from './access.ts'
import { type Acting, entryOf } from './acting.ts'
import { agenciesOfUnits, agencyNames } from './agency-queries.ts'
import { findService } from './editions.ts'
import { findIndicatorOn } from './own-edition-store.ts'
import { listFamiliesById } from './people-store.ts'
import type { AssignmentLine, AssignmentView, GapView, NamedSubject, WorkView } from './port.ts'
import { actingOf, type ConvergenceTools, choiceOf, findPlace, quarterOf } from './reading.ts'
import { listReports, listValues } from './rollup-store.ts'
import { amongVillages, indicatorLine } from './scorecard-queries.ts'
import * as store from './service-store.ts'
import type { ServiceRow } from './tables.ts'

export const PAGE = 100

/** The people and families of rows with their names; every person read is journalled. */
export async function nameSubjects(
  tx: Tx,
  acting: Acting,
  rows: readonly (ServiceRow & { readonly assigned_to?: string | null })[],
  names: { readonly agency: (id: string) => string; readonly programme: (id: string) => string },
): Promise<readonly NamedSubject[]> {
  const known = await listNames(tx, acting.region, {
    people: rows.filter((row) => row.subject_kind === 'person').map((row) => row.subject_id),
    families: rows.filter((row) => row.subject_kind === 'family').map((row) => row.subject_id),
  })
  const families = await listFamiliesById(tx, acting.region, [
    ...new Set(rows.flatMap((row) => (row.family_id === null ? [] : [row.family_id]))),
  ])
  const atRisk = new Set(families.filter((one) => one.is_at_risk === true).map((one) => one.family_id))
  await writeJournal(
    tx,
    [...new Set(rows.map((row) => row.subject_id))].map((subject) =>
      entryOf(acting, 'convergence.read', { subject, fields: ['name', 'birthDate', 'service'] }),
    ),
  )
  return rows.flatMap((row): NamedSubject[] => {
    const person = known.get(row.subject_id)
    if (person === undefined) return []
    return [
      {
        subjectId: row.subject_id,
        kind: row.subject_kind,
        name: person.name,
        about: row.subject_kind === 'family' ? FAMILY : ageText(person.birthDate, acting.today),
        isAtRisk: atRisk.has(row.family_id ?? ''),
        state: row.state,
        givenOn: row.given_on,
        agencyName: row.agency_id === null ? null : names.agency(row.agency_id),
        assignedTo: row.assigned_to == null ? null : names.programme(row.assigned_to),
      },
    ]
  })
}

const FAMILY: Text = { id: 'kepala keluarga', en: 'head of the family' }

/** "14 bulan", "27 tahun" */
export function ageText(birthDate: PlainDate, on: PlainDate): Text {
  const months = completedMonths(birthDate, on)
  return months < 60
    ? { id: `${months} bulan`, en: `${months} months` }
    : { id: `${Math.floor(months / 12)} tahun`, en: `${Math.floor(months / 12)} years` }
}

export function assignmentLine(
  tools: ConvergenceTools,
  region: string,
  row: store.AssignmentProgress,
  names: { readonly agency: (id: string) => string; readonly programme: (id: string) => string },
  isExact: boolean,
): AssignmentLine {
  const waits = row.people - row.delivered
  return {
    id: row.assignment_id,
    programmeName: names.programme(row.programme_id),
    agencyName: names.agency(row.agency_id),
    villageName: findPlace(tools, region, row.village_code)?.name ?? row.village_code,
    serviceName: findService(row.service)?.name ?? { id: row.service, en: row.service },
    dueOn: row.due_on,
    isLate: waits > 0 && row.due_on < tools.today(region),
    people: shownNumber(row.people, isExact),
    delivered: shownNumber(row.delivered, isExact),
    note: row.note,
  }
}

export async function namesFor(tx: Tx, region: string) {
  const programmes = new Map((await store.listProgrammes(tx, region)).map((one) => [one.programme_id, one.name]))
  return { agency: await agencyNames(tx, region), programme: (id: string) => programmes.get(id) ?? id }
}

/** The people behind a gap, for those allowed; programmes to give it to, for planners. */
export async function readGap(
  tools: ConvergenceTools,
  visitor: Visitor,
  query: { readonly village: string; readonly indicator: string; readonly period?: string; readonly after?: string },
): Promise<Result<GapView>> {
  const region = visitor.region!.code
  const { actor } = visitor
  if (!mayEnter(actor, region)) return refuse('convergence-not-yours')
  const place = findPlace(tools, region, query.village)
  if (place === undefined) return refuse('convergence-village-unknown')
  const quarter = quarterOf(tools, region, query.period)
  if (quarter === undefined) return refuse('convergence-period-unknown')
  const isExact = seesExact(actor, region, place.code)
  const acting = actingOf(tools, visitor, place.code)
  return tools.db.inRegion(region, async (tx) => {
    const indicator = await findIndicatorOn(tx, region, query.indicator, quarter.from)
    if (indicator === undefined) return refuse('convergence-indicator-unknown')
    const service = indicator.service === null ? undefined : findService(indicator.service)
    const isNamed = service !== undefined && seesNames(actor, region, place.code, service)
    const names = await namesFor(tx, region)
    const beside = await listValues(tx, region, quarter.key, { district: place.districtCode })
    const value = beside.find((row) => row.village_code === place.code && row.indicator === indicator.code)
    const among = amongVillages(beside, indicator.code, place.code)
    const line = indicatorLine(value, indicator, quarter.year, isExact || isNamed, names.agency, among)
    // Counts of the list and of the agencies are the line's own in other words: where it is hidden, so are they.
    const isTold = isExact || isNamed || line.count === undefined || line.count.kind === 'exact'
    const base = { period: quarter.key, village: place.code }
    const waiting =
      service === undefined || !isNamed
        ? []
        : await store.listWaiting(tx, region, {
            ...base,
            service: service.code,
            limit: PAGE + 1,
            ...(query.after === undefined ? {} : { after: query.after }),
          })
    const free =
      service === undefined
        ? []
        : await store.listWaiting(tx, region, { ...base, service: service.code, limit: 2000, unassignedOnly: true })
    const byAgency =
      service === undefined ? [] : await store.countByAgency(tx, region, quarter.key, place.code, service.code)
    const totals = (await listReports(tx, region, quarter.key, place.code)).filter(
      (row) => row.indicator === indicator.code,
    )
    const own = await agenciesOfUnits(tx, region, officerUnits(actor, region))
    const ownReport = totals.find((row) => row.agency_id === indicator.owner)
    const agencies = [...new Set([...byAgency.map((one) => one.agency), ...totals.map((one) => one.agency_id)])]
    const assignments =
      service === undefined
        ? []
        : await store.listAssignments(tx, region, { ...base, service: service.code, limit: 20 })
    const reachedByName = byAgency.reduce((sum, one) => sum + one.people, 0)
    const named = service === undefined ? 0 : await store.countNamed(tx, region, quarter.key, place.code, service.code)
    const shared = { numerator: value?.list_numerator ?? 0, denominator: value?.list_denominator ?? 0 }
    return accept({
      village: { code: place.code, name: place.name, district: place.district },
      period: choiceOf(quarter.key, quarterOf(tools, region, undefined)!.key),
      line,
      serviceName: service?.name ?? null,
      ...(isNamed ? { names: await nameSubjects(tx, acting, waiting.slice(0, PAGE), names) } : {}),
      ...(waiting.length > PAGE ? { next: waiting[PAGE - 1]!.subject_id } : {}),
      assignments: assignments.map((row) => assignmentLine(tools, region, row, names, isExact || isNamed)),
      unassigned: shownNumber(free.length, isExact || isNamed),
      ...(mayPlan(actor, region) && service !== undefined
        ? {
            programmes: (await store.listProgrammes(tx, region))
              .filter((one) => one.is_active && one.services.includes(service.code))
              .map((one) => ({ id: one.programme_id, name: one.name, agencyName: names.agency(one.agency_id) })),
          }
        : {}),
      proposedDueOn: addDays(acting.today, 30),
      ...(own.includes(indicator.owner)
        ? {
            ownReport:
              ownReport === undefined
                ? { source: '', version: 0 }
                : {
                    numerator: ownReport.numerator,
                    denominator: ownReport.denominator,
                    source: ownReport.source,
                    version: ownReport.version,
                  },
          }
        : {}),
      reports: agencies.map((id) => {
        const total = totals.find((one) => one.agency_id === id)
        return {
          agencyName: names.agency(id),
          named: shownNumber(byAgency.find((one) => one.agency === id)?.people ?? 0, isExact || isNamed),
          ...(total === undefined || !isTold || (!isExact && !isNamed && shownCount(total, false).kind !== 'exact')
            ? {}
            : { total: { numerator: total.numerator, denominator: total.denominator, source: total.source } }),
        }
      }),
      shared: isTold || line.count === undefined ? shownCount(shared, isExact || isNamed) : line.count,
      counted_twice: shownNumber(reachedByName - named, isExact || isNamed),
    })
  })
}

/** What the officer's programmes have to deliver. */
export async function listWork(tools: ConvergenceTools, visitor: Visitor): Promise<Result<WorkView>> {
  const region = visitor.region!.code
  const units = officerUnits(visitor.actor, region)
  if (units.length === 0) return refuse('convergence-not-yours')
  return tools.db.inRegion(
    region,
    async (tx) => {
      const agencies = await agenciesOfUnits(tx, region, units)
      const names = await namesFor(tx, region)
      const rows = await store.listAssignments(tx, region, { agencies, limit: 100 })
      const programmes = (await store.listProgrammes(tx, region)).filter((one) => agencies.includes(one.agency_id))
      const lines = rows.map((row) => assignmentLine(tools, region, row, names, true))
      const isOpen = (line: AssignmentLine): boolean => Number(line.people) > Number(line.delivered)
      return accept({
        agencies: agencies.map(names.agency),
        lines: [...lines].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (a.dueOn < b.dueOn ? -1 : 1)),
        programmes: programmes.map((one) => ({
          id: one.programme_id,
          name: one.name,
          agencyName: names.agency(one.agency_id),
        })),
      })
    },
    { readOnly: true },
  )
}

/** The list of an assignment by name, for the officer of its agency. */
export async function readAssignment(
  tools: ConvergenceTools,
  visitor: Visitor,
  id: string,
  after: string | undefined,
): Promise<Result<AssignmentView>> {
  const region = visitor.region!.code
  const units = officerUnits(visitor.actor, region)
  if (units.length === 0) return refuse('convergence-not-yours')
  return tools.db.inRegion(region, async (tx) => {
    const agencies = await agenciesOfUnits(tx, region, units)
    const [row] = await store.listAssignments(tx, region, { id, limit: 1 })
    if (row === undefined || !agencies.includes(row.agency_id)) return refuse('convergence-not-yours')
    const names = await namesFor(tx, region)
    const rows = await store.listAssigned(tx, region, id, {
      limit: PAGE + 1,
      ...(after === undefined ? {} : { after }),
    })
    const acting = actingOf(tools, visitor)
    return accept({
      line: assignmentLine(tools, region, row, names, true),
      villageCode: row.village_code,
      period: choiceOf(row.period, quarterOf(tools, region, undefined)!.key),
      subjects: await nameSubjects(tx, { ...acting, role: 'programme-officer' }, rows.slice(0, PAGE), names),
      ...(rows.length > PAGE ? { next: rows[PAGE - 1]!.subject_id } : {}),
      today: acting.today,
    })
  })
}
