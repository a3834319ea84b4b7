// The port of the survey's pages, bound to commands and queries. Must stay true: who may do what is decided from the visitor's assignments here
// and again by the rules; the mark of a device is hashed before it goes anywhere and ends in the sealed answer.
import { createHash } from 'node:crypto'
import { accept, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Clock } from '../../platform/clock.ts'
import { assignmentsFor, holds, type Visitor } from '../../platform/http/visitor.ts'
import { answerOnPaper, answerSurvey, findPaperPeriod, type Moment, type SurveyDeps, type Typist } from './commands.ts'
import { getEdition } from './editions.ts'
import { decideWaitingImport, proposeImport } from './import-commands.ts'
import { readImport } from './import-entry.ts'
import { readImports } from './import-queries.ts'
import { isPaperChannel, readPaperLines } from './paper-entry.ts'
import { periodName } from './period.ts'
import * as actions from './period-commands.ts'
import type { SatisfactionPort } from './port.ts'
import { listPublished, type Names, readOffice, readReport, readReview, readSurvey } from './queries.ts'
import { reportCsv } from './report-csv.ts'

export type SurveyTools = SurveyDeps & {
  readonly clock: Clock
  visitor(request: Request): Promise<Visitor>
  /** Services a region offers, for names, planning and whether they are free. */
  services(
    region: RegionCode,
  ): Promise<readonly { readonly id: string; readonly name: Text; readonly isFree: boolean }[]>
  units(region: RegionCode): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Units whose head this visitor is by the role alone, whatever unit the post stands in. */
  headedBy?(visitor: Visitor): readonly string[]
  /** Address and browser of a request in one text, or null for the tablet of a counter or village. */
  deviceOf(request: Request): string | null
  complaintsAddress(region: RegionCode): Promise<string>
}

export function bindSatisfaction(tools: SurveyTools): SatisfactionPort {
  const regionOf = (visitor: Visitor) => visitor.region!.code
  const momentOf = (visitor: Visitor): Moment => {
    const now = tools.clock.now()
    return { now, today: todayIn(visitor.region!.timeZone, now.getTime()) }
  }
  const namesOf = async (region: RegionCode): Promise<Names> => {
    const [services, units] = await Promise.all([tools.services(region), tools.units(region)])
    return {
      service: (id) => services.find((service) => service.id === id)?.name ?? { id, en: id },
      isFree: (id) => services.find((service) => service.id === id)?.isFree ?? false,
      unit: (id) => units.find((unit) => unit.id === id)?.name ?? id,
    }
  }
  const manages = (visitor: Visitor) => holds(visitor.actor, regionOf(visitor), 'coordinator')
  /** Units whose head this visitor is. Assignments name a unit as the public sees it. */
  const headOf = async (visitor: Visitor): Promise<readonly string[]> => {
    const mine = new Set(assignmentsFor(visitor.actor, regionOf(visitor), 'head').map((one) => one.unit))
    const named = (await tools.units(regionOf(visitor))).filter((unit) => mine.has(unit.name)).map((unit) => unit.id)
    return [...new Set([...named, ...(tools.headedBy?.(visitor) ?? [])])]
  }
  /** Units whose figures this officer may see before they are public. */
  const unitsOf = async (visitor: Visitor, { step }: actions.Officer): Promise<readonly string[]> =>
    step.managesSurvey ? (await tools.units(regionOf(visitor))).map((unit) => unit.id) : step.headOf
  const officerOf = async (visitor: Visitor): Promise<actions.Officer | undefined> => {
    const units = await headOf(visitor)
    if (visitor.actor === undefined || (!manages(visitor) && units.length === 0)) return undefined
    const role = manages(visitor) ? 'coordinator' : 'head'
    return {
      accountId: visitor.actor.accountId,
      role,
      unitId: units[0] ?? '',
      step: { kind: 'person', headOf: units, managesSurvey: manages(visitor) },
    }
  }

  /** Whoever manages the survey types paper in, under the unit of that post: the rules refuse the unit that is judged. */
  const typistOf = async (visitor: Visitor): Promise<Typist | undefined> => {
    const post = assignmentsFor(visitor.actor, regionOf(visitor), 'coordinator')[0]
    if (visitor.actor === undefined || post === undefined) return undefined
    const unit = (await tools.units(regionOf(visitor))).find((one) => one.name === post.unit)
    return { accountId: visitor.actor.accountId, role: 'coordinator', unitId: unit?.id ?? post.unit }
  }
  const paperPeriod = (visitor: Visitor, periodId: string, typist: Typist) =>
    tools.db.inRegion(
      regionOf(visitor),
      (tx) => findPaperPeriod(tx, regionOf(visitor), periodId, typist.unitId, momentOf(visitor).today),
      { readOnly: true },
    )

  return {
    visitor: (request) => tools.visitor(request),
    async openSurvey(visitor, token) {
      const names = await namesOf(regionOf(visitor))
      return tools.db.inRegion(
        regionOf(visitor),
        (tx) => readSurvey(tx, regionOf(visitor), token, momentOf(visitor).today, names),
        { readOnly: true },
      )
    },
    answer(visitor, token, filled, circumstances) {
      const { serviceIsFree, request } = circumstances
      const seen = tools.deviceOf(request)
      const device = seen === null ? null : createHash('sha256').update(seen).digest('base64url')
      return answerSurvey(tools, regionOf(visitor), token, filled, { device, serviceIsFree }, momentOf(visitor))
    },
    async listPublished(visitor) {
      const names = await namesOf(regionOf(visitor))
      return tools.db.inRegion(regionOf(visitor), (tx) => listPublished(tx, regionOf(visitor), names), {
        readOnly: true,
      })
    },
    async readReport(visitor, periodId, number) {
      const names = await namesOf(regionOf(visitor))
      return tools.db.inRegion(regionOf(visitor), (tx) => readReport(tx, regionOf(visitor), periodId, names, number), {
        readOnly: true,
      })
    },
    writeCsv: reportCsv,
    complaintsAddress: (visitor) => tools.complaintsAddress(regionOf(visitor)),
    async readOffice(visitor) {
      const officer = await officerOf(visitor)
      if (!officer) return refuse('satisfaction-not-manager')
      const region = regionOf(visitor)
      const names = await namesOf(region)
      const units = await unitsOf(visitor, officer)
      const year = Number(momentOf(visitor).today.slice(0, 4))
      return accept(
        await tools.db.inRegion(
          region,
          (tx) => readOffice(tx, region, units, year, officer.step.managesSurvey, names),
          { readOnly: true },
        ),
      )
    },
    async readPlanning(visitor) {
      if (!manages(visitor)) return refuse('satisfaction-not-manager')
      const region = regionOf(visitor)
      return accept({
        units: await tools.units(region),
        services: await tools.services(region),
        year: Number(momentOf(visitor).today.slice(0, 4)),
      })
    },
    async plan(visitor, draft) {
      const officer = await officerOf(visitor)
      if (!officer) return refuse('satisfaction-not-manager')
      // A unit that is none is refused together with whatever else is wrong.
      const known = (await tools.units(regionOf(visitor))).some((unit) => unit.id === draft.unitId)
      const checked = known ? draft : { ...draft, unitId: '' }
      return actions.plan(tools, regionOf(visitor), checked, officer, momentOf(visitor))
    },
    async readImports(visitor) {
      const officer = await officerOf(visitor)
      if (!officer) return refuse('satisfaction-not-manager')
      const region = regionOf(visitor)
      const units = await tools.units(region)
      const names = await namesOf(region)
      return tools.db.inRegion(
        region,
        async (tx) => accept({ units, ...(await readImports(tx, region, units, names, officer)) }),
        { readOnly: true },
      )
    },
    async proposeImport(visitor, typed) {
      const officer = await officerOf(visitor)
      if (!officer?.step.managesSurvey) return refuse('satisfaction-not-manager')
      const moment = momentOf(visitor)
      const read = readImport(typed, await tools.units(regionOf(visitor)), moment.today)
      return read.ok ? proposeImport(tools, regionOf(visitor), read.value, officer, moment) : read
    },
    async decideImport(visitor, waitingId, word) {
      const officer = await officerOf(visitor)
      return officer
        ? decideWaitingImport(tools, regionOf(visitor), waitingId, word, officer, momentOf(visitor))
        : refuse('satisfaction-not-manager')
    },
    async readPaper(visitor, periodId) {
      const typist = await typistOf(visitor)
      if (!typist) return refuse('satisfaction-not-manager')
      const names = await namesOf(regionOf(visitor))
      const found = await paperPeriod(visitor, periodId, typist)
      if (!found.ok) return found
      const { period, late } = found.value
      const services = period.services.map((id) => ({ id, name: names.service(id) }))
      return accept({ unitName: names.unit(period.unitId), name: periodName(period), services, late })
    },
    async typePaper(visitor, periodId, typed) {
      const typist = await typistOf(visitor)
      if (!typist) return refuse('satisfaction-not-manager')
      const found = await paperPeriod(visitor, periodId, typist)
      if (!found.ok) return found
      const { period, late } = found.value
      const read = readPaperLines(typed.lines, getEdition(period.editionId))
      const faults = [
        ...(period.services.includes(typed.service) ? [] : [{ code: 'satisfaction-paper-service', at: 'service' }]),
        ...(isPaperChannel(typed.channel) ? [] : [{ code: 'satisfaction-paper-channel', at: 'channel' }]),
        ...(read.ok ? [] : read.refusals),
        ...(typed.scan === undefined ? [{ code: 'satisfaction-paper-scan', at: 'scan' }] : []),
        ...(late && typed.note.trim().length < 5 ? [{ code: 'satisfaction-paper-note', at: 'note' }] : []),
      ]
      if (faults.length > 0 || !read.ok) return refuseAll(faults)
      const forms = read.value.map((filled) => ({ serviceId: typed.service, filled }))
      const scan = createHash('sha256')
        .update(typed.scan ?? '')
        .digest('hex')
      const bundle = { scan, note: typed.note.trim().slice(0, 300), channel: typed.channel }
      return answerOnPaper(tools, regionOf(visitor), periodId, forms, bundle, typist, momentOf(visitor))
    },
    async readReview(visitor, periodId) {
      const officer = await officerOf(visitor)
      if (!officer) return refuse('satisfaction-review-head')
      const names = await namesOf(regionOf(visitor))
      const units = await unitsOf(visitor, officer)
      return tools.db.inRegion(regionOf(visitor), (tx) => readReview(tx, regionOf(visitor), periodId, units, names), {
        readOnly: true,
      })
    },
    async review(visitor, periodId, lines, sent) {
      const officer = await officerOf(visitor)
      return officer
        ? actions.review(tools, regionOf(visitor), periodId, lines, sent, officer, momentOf(visitor))
        : refuse('satisfaction-review-head')
    },
    async publish(visitor, periodId) {
      const officer = await officerOf(visitor)
      return officer
        ? actions.publish(tools, regionOf(visitor), periodId, officer, momentOf(visitor))
        : refuse('satisfaction-not-manager')
    },
    async report(visitor, periodId, action) {
      const officer = await officerOf(visitor)
      return officer
        ? actions.report(tools, regionOf(visitor), periodId, action, officer, momentOf(visitor))
        : refuse('satisfaction-review-head')
    },
  }
}
