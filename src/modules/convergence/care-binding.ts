// Case audits and foster parents bound to commands and queries. Must stay true: names of cases for the audit team only, each look
// journalled; a giver sees own packages, a first name or a code, a district, never more.
import { addMonths } from '../../kernel/date.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Files } from '../../platform/files/files.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { listNames } from '../register/resident-queries.ts'
import { FEW, isAuditTeam, isGiver, mayCheck, mayPlan } from './access.ts'
import { type Acting, entryOf } from './acting.ts'
import * as audits from './audit-commands.ts'
import { actIn } from './binding.ts'
import type { AuditCaseLine, CarePort, PackageLine, PackagesView } from './care-port.ts'
import * as store from './care-store.ts'
import {
  closePackage,
  NEED_OF,
  notePackageEvent,
  offerPackage,
  PACKAGE_KINDS,
  recordConsent,
} from './foster-commands.ts'
import { keepProof } from './proof.ts'
import { type ConvergenceTools, findPlace } from './reading.ts'
import { ageText } from './work-queries.ts'

/** A case is looked at with the months before its audit, and those that it is watched. */
const MONTHS_SHOWN = 6

export function bindCare(tools: ConvergenceTools, files: Files): CarePort {
  const regionOf = (visitor: Visitor) => visitor.region!.code
  const isTeam = (visitor: Visitor) => isAuditTeam(visitor.actor, regionOf(visitor))
  const isPlanner = (visitor: Visitor) => mayPlan(visitor.actor, regionOf(visitor))
  const placeName = (region: string, code: string) => findPlace(tools, region, code)
  const withId = <T>(id: string, work: () => Promise<Result<T>>): Promise<Result<T>> =>
    isUuid(id) ? work() : Promise.resolve(refuse('convergence-not-yours'))
  const forAudit = <T>(
    visitor: Visitor,
    teamOnly: boolean,
    work: (tx: Tx, acting: Acting) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    isTeam(visitor) || (!teamOnly && isPlanner(visitor))
      ? actIn(tools, visitor, regionOf(visitor), (tx, acting) =>
          work(tx, { ...acting, role: isTeam(visitor) ? 'expert' : acting.role }),
        )
      : Promise.resolve(refuse('convergence-not-yours'))

  const caseLine = (region: string, row: store.CaseRow): AuditCaseLine => ({
    id: row.case_id,
    pseudonym: row.pseudonym,
    kind: row.kind,
    selection: row.selection,
    districtName: placeName(region, row.village_code)?.district ?? '',
    hasFindings: row.findings !== null,
    plan: row.plan,
    approvedOn: row.approved_on,
  })

  /** Packages as this reader may see them: those who visit see who it is, everyone else what the family agreed to. */
  const packageLines = async (
    tx: Tx,
    acting: Acting,
    rows: readonly (store.PackageRow & { readonly deliveries: number })[],
    visits: (village: string) => boolean,
  ): Promise<readonly PackageLine[]> => {
    const shown = rows.filter((row) => visits(row.village_code) || row.consent === 'first-name')
    const names = await listNames(tx, acting.region, { people: [], families: shown.map((row) => row.family_id) })
    await writeJournal(
      tx,
      shown.map((row) => entryOf(acting, 'convergence.read', { subject: row.family_id, fields: ['name'] })),
    )
    return rows.map((row) => {
      const name = names.get(row.family_id)?.name
      const who =
        name === undefined
          ? row.code
          : visits(row.village_code)
            ? name
            : row.consent === 'first-name'
              ? (name.split(' ')[0] ?? row.code)
              : row.code
      return {
        id: row.package_id,
        code: row.code,
        who,
        kind: row.kind,
        giverKind: row.giver_kind,
        giverName: row.giver_name,
        months: row.months,
        amountRupiah: row.amount_rupiah,
        consent: row.consent,
        state: row.state,
        districtName: placeName(acting.region, row.village_code)?.district ?? '',
        deliveries: row.deliveries,
        isDue:
          row.state === 'running' && row.started_on !== null && addMonths(row.started_on, row.months) <= acting.today,
      }
    })
  }
  const visitsIn = (visitor: Visitor) => (village: string) => mayCheck(visitor.actor, regionOf(visitor), village)
  const ownPlaces = (visitor: Visitor): readonly string[] =>
    tools
      .villages(regionOf(visitor))
      .map((one) => one.code)
      .filter(visitsIn(visitor))
  /** Which packages exist for this reader. */
  const scopeOf = (
    visitor: Visitor,
  ): { readonly role: PackagesView['role']; readonly query: Parameters<typeof store.listPackages>[2] } | undefined => {
    if (isPlanner(visitor)) return { role: 'secretariat', query: {} }
    const places = ownPlaces(visitor)
    if (places.length > 0) return { role: 'village', query: { villages: places } }
    if (isGiver(visitor.actor, regionOf(visitor))) return { role: 'giver', query: { giver: visitor.actor!.accountId } }
    return undefined
  }

  return {
    visitor: (request) => tools.visitor(request),
    listAudits: (visitor) =>
      forAudit(visitor, false, async (tx, acting) =>
        accept({
          audits: (await store.listAudits(tx, acting.region)).map((row) => ({
            id: row.audit_id,
            year: row.year,
            cycle: row.cycle,
            step: row.step,
            cases: row.cases,
          })),
          mayOpen: isPlanner(visitor),
          year: Number(acting.today.slice(0, 4)),
        }),
      ),
    openAudit: (visitor, year, cycle) =>
      isPlanner(visitor)
        ? forAudit(visitor, false, async (tx, acting) => {
            const now = Number(acting.today.slice(0, 4))
            const wanted = /^\d{4}$/.test(year) ? Number(year) : 0
            return wanted < 2022 || wanted > now
              ? refuse('convergence-year', 'year', { max: now })
              : audits.openAudit(tx, acting, wanted, cycle)
          })
        : Promise.resolve(refuse('convergence-not-yours')),
    readAudit: (visitor, id) =>
      withId(id, () =>
        forAudit(visitor, false, async (tx, acting) => {
          const audit = await store.findAudit(tx, acting.region, id)
          if (audit === undefined) return refuse('convergence-not-yours')
          const steps = await store.listSteps(tx, acting.region, id)
          const cases = await store.listCases(tx, acting.region, id)
          await writeJournal(tx, entryOf(acting, 'convergence.audit-read', { subject: id }))
          return accept({
            id,
            year: audit.year,
            cycle: audit.cycle,
            step: audit.step,
            cases: cases.length,
            steps: audits.STEPS.map((name, index) => {
              const done = steps.find((one) => one.step === index + 1)
              return { step: index + 1, name, doneOn: done?.done_on ?? null, note: done?.note ?? null }
            }),
            caseLines: cases.map((row) => caseLine(acting.region, row)),
            isTeam: isTeam(visitor),
            mayMove: isPlanner(visitor) || isTeam(visitor),
            today: acting.today,
          })
        }),
      ),
    stepAudit: (visitor, id, input) =>
      withId(id, () => forAudit(visitor, false, (tx, acting) => audits.stepAudit(tx, acting, id, input))),
    addCase: (visitor, id, input) =>
      withId(id, () => forAudit(visitor, true, (tx, acting) => audits.addCase(tx, tools.ring, acting, id, input))),
    readCase: (visitor, auditId, caseId) =>
      withId(caseId, () =>
        forAudit(visitor, true, async (tx, acting) => {
          const row = isUuid(auditId) ? await store.findCase(tx, acting.region, auditId, caseId) : undefined
          if (row === undefined) return refuse('convergence-not-yours')
          const person = (await listNames(tx, acting.region, { people: [row.person_id], families: [] })).get(
            row.person_id,
          )
          await writeJournal(
            tx,
            entryOf(acting, 'convergence.audit-look', {
              subject: row.person_id,
              fields: ['name', 'findings', 'plan', ...(row.kind === 'child' ? ['measurements'] : [])],
            }),
          )
          return accept({
            ...caseLine(acting.region, row),
            auditId,
            name: person?.name ?? row.pseudonym,
            about: person === undefined ? { id: '', en: '' } : ageText(person.birthDate, acting.today),
            villageName: placeName(acting.region, row.village_code)?.name ?? '',
            findings: audits.findingsOf(tools.ring, row),
            ...(row.kind === 'child'
              ? {
                  measured: await tools.measuredSince(
                    tx,
                    acting.region,
                    row.person_id,
                    addMonths(acting.today, -MONTHS_SHOWN),
                  ),
                }
              : {}),
            mayApprove: row.plan !== null && row.approved_on === null && row.planned_by !== acting.actor.accountId,
          })
        }),
      ),
    writeCase: (visitor, auditId, caseId, input) =>
      withId(caseId, () =>
        forAudit(visitor, true, (tx, acting) =>
          isUuid(auditId)
            ? audits.writeCase(tx, tools.ring, acting, auditId, caseId, input)
            : Promise.resolve(refuse('convergence-not-yours')),
        ),
      ),
    approveCase: (visitor, auditId, caseId) =>
      withId(caseId, () =>
        forAudit(visitor, false, (tx, acting) =>
          isUuid(auditId)
            ? audits.approveCase(tx, acting, auditId, caseId)
            : Promise.resolve(refuse('convergence-not-yours')),
        ),
      ),
    async listPackages(visitor) {
      const scope = scopeOf(visitor)
      if (scope === undefined) return refuse('convergence-not-yours')
      return actIn(tools, visitor, undefined, async (tx, acting) => {
        const rows = await store.listPackages(tx, acting.region, scope.query)
        const needs = scope.role === 'giver' ? await store.countNeeds(tx, acting.region) : []
        return accept({
          role: scope.role,
          packages: await packageLines(tx, acting, rows, visitsIn(visitor)),
          needs: needs
            .filter((one) => one.families >= FEW)
            .flatMap((one) =>
              PACKAGE_KINDS.filter((kind) => NEED_OF[kind] === one.factor && kind !== 'house').map((kind) => ({
                village: one.village,
                villageName: placeName(acting.region, one.village)?.name ?? one.village,
                kind,
                families: one.families,
              })),
            ),
        })
      })
    },
    async offerPackage(visitor, input) {
      const region = regionOf(visitor)
      if (!isGiver(visitor.actor, region)) return refuse('convergence-not-yours')
      const [assignment] = assignmentsFor(visitor.actor, region, 'foster-parent')
      return actIn(tools, visitor, undefined, (tx, acting) =>
        offerPackage(
          tx,
          acting,
          { kind: assignment?.unitId === 'asuh' ? 'company' : 'community', name: acting.actor.name },
          (code) => placeName(region, code) !== undefined,
          input,
        ),
      )
    },
    readPackage: (visitor, id) =>
      withId(id, async () => {
        const scope = scopeOf(visitor)
        if (scope === undefined) return refuse('convergence-not-yours')
        return actIn(tools, visitor, undefined, async (tx, acting) => {
          const rows = await store.listPackages(tx, acting.region, { ...scope.query, id })
          const [line] = await packageLines(tx, acting, rows, visitsIn(visitor))
          if (line === undefined) return refuse('convergence-not-yours')
          const visits = visitsIn(visitor)(rows[0]!.village_code)
          return accept({
            ...line,
            events: (await store.listEvents(tx, acting.region, id)).map((one) => ({
              id: one.event_id,
              kind: one.kind,
              on: one.on_day,
              body: one.body,
              hasProof: one.file_hash !== null,
            })),
            mayNote: visits && line.state === 'running',
            mayClose: visits && line.state === 'running',
            ...(rows[0]!.result === null || rows[0]!.ended_on === null
              ? {}
              : { end: { result: rows[0]!.result, on: rows[0]!.ended_on, note: rows[0]!.result_note } }),
            mayConsent: visits && (line.state === 'proposed' || line.state === 'running'),
            today: acting.today,
          })
        })
      }),
    consent: (visitor, id, answer) =>
      withId(id, () =>
        actIn(tools, visitor, undefined, (tx, acting) => recordConsent(tx, acting, visitsIn(visitor), id, answer)),
      ),
    closePackage: (visitor, id, input) =>
      withId(id, () =>
        actIn(tools, visitor, undefined, (tx, acting) => closePackage(tx, acting, visitsIn(visitor), id, input)),
      ),
    readProof: (visitor, id, event) =>
      withId(id, async () => {
        const scope = scopeOf(visitor)
        if (scope === undefined || !isUuid(event)) return refuse('convergence-proof-unknown')
        const found = await actIn(tools, visitor, undefined, async (tx, acting) => {
          const [row] = await store.listPackages(tx, acting.region, { ...scope.query, id })
          // A giver reads proofs as long as the family agrees.
          const isOpen = row !== undefined && (scope.role !== 'giver' || ['first-name', 'code'].includes(row.consent))
          const hash = isOpen ? await store.findProof(tx, acting.region, id, event) : undefined
          if (row === undefined || hash === undefined) return refuse('convergence-proof-unknown')
          await writeJournal(tx, entryOf(acting, 'convergence.proof-read', { subject: row.family_id, fields: [event] }))
          return accept(hash)
        })
        if (!found.ok) return found
        const bytes = await files.read(regionOf(visitor), found.value)
        return bytes === undefined ? refuse('convergence-proof-unknown') : accept(new Uint8Array(bytes))
      }),
    async noteEvent(visitor, id, input) {
      const { proof, ...rest } = input
      if (ownPlaces(visitor).length === 0) return refuse('convergence-not-yours')
      const kept = await keepProof(files, regionOf(visitor), proof, 'proof')
      if (!kept.ok) return kept
      return withId(id, () =>
        actIn(tools, visitor, undefined, (tx, acting) =>
          notePackageEvent(tx, acting, visitsIn(visitor), id, {
            ...rest,
            ...(kept.value === undefined ? {} : { proof: kept.value }),
          }),
        ),
      )
    },
  }
}
