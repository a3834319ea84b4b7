// What cases need of everybody else, handed in: the register, papers and their signer, files, calendars, notices, the survey.
import type { CasesContext } from '../modules/cases/context.ts'
import { registerWriter } from '../modules/cases/register-writer.ts'
import { DrawnAhead } from '../modules/documents/drawn-ahead.ts'
import { listPapersOfCase } from '../modules/documents/queries.ts'
import { listValidOf } from '../modules/documents/store.ts'
import { withPastCases } from '../modules/register/commands.ts'
import { listFamiliesOf } from '../modules/register/families-of.ts'
import { loadSnapshot } from '../modules/register/load.ts'
import { actingSigner } from './deputies-binding.ts'
import type { Ground } from './house-ground.ts'
import { shortTextsOfProgram } from './short-texts.ts'

/** Papers are drawn ahead once the answer to the approval has left. */
const DRAW_AFTER_MS = 300

export function casesContext(ground: Ground, inviteToSurvey: CasesContext['inviteToSurvey']): CasesContext {
  const {
    env,
    log,
    database,
    ring,
    areas,
    signer,
    proofKeys,
    files,
    templates,
    limits,
    regions,
    notify,
    services,
    visitors,
    officeOf,
    papers,
  } = ground
  const places = (code: string) => {
    const village = areas.findVillage(code)
    return village === undefined
      ? undefined
      : {
          village: village.name,
          district: village.district.name,
          regency: village.regency.name,
          province: village.province.name,
        }
  }
  return {
    database,
    ring,
    clock: env.clock,
    limits,
    origin: env.origin,
    services: services.source,
    register: {
      async loadSnapshot(tx, region, keys) {
        const snapshot = await loadSnapshot(tx, ring, region, keys)
        const things = [...snapshot.persons.keys(), ...snapshot.families.keys(), ...snapshot.deeds.keys()]
        const held = things.length === 0 ? [] : await listValidOf(tx, region, things)
        // A card in force is a document we hold, whether or not its paper was ever signed here.
        const cards = [...snapshot.families.values()]
          .filter((family) => family.status === 'active' && family.kk !== undefined)
          .map((family) => ({ kind: 'kk' as const, of: family.id, isUnsigned: true as const }))
        const papers = held.map((one) => ({ kind: one.kind, of: one.of_id }) as (typeof snapshot.documents)[number])
        return { ...snapshot, documents: [...cards, ...papers] }
      },
      async loadPast(tx, region, sought) {
        const { snapshot = sought.snapshot, pastCases } = await withPastCases(tx, ring, { region, ...sought })
        return { ...snapshot, ...(pastCases === undefined ? {} : { pastCases }) }
      },
      async findByNik(tx, region, nik) {
        const snapshot = await loadSnapshot(tx, ring, region, { niks: [nik] })
        return [...snapshot.persons.values()].find((person) => person.nik === nik)
      },
      listFamiliesOf,
    },
    writer: registerWriter({
      ring,
      files,
      signer,
      documents: {
        ...(papers === undefined ? {} : { work: papers }),
        templates,
        ring,
        random: (length) => crypto.getRandomValues(new Uint8Array(length)),
        proofKey: proofKeys.signing,
      },
      // In threads only: in this one somebody's page would wait for it.
      ...(papers === undefined ? {} : { ahead: new DrawnAhead(undefined, DRAW_AFTER_MS) }),
      now: () => env.clock.now(),
      officeOf,
      actingSigner: async (region, account, at) => {
        const acting = await actingSigner(database, region, account, at)
        const { titles } = regions.get(region).profile.head
        return acting === undefined || titles === undefined ? acting : { ...acting, titles }
      },
      placesOf: places,
      regionName: (code) => areas.find(code)?.name,
      inRegion: (region, work) => database.inRegion(region, work),
    }),
    documents: {
      async listOfCase(tx, region, caseId) {
        const papers = await listPapersOfCase(tx, region, caseId, { ring, templates })
        return papers.map((paper) => ({
          documentId: paper.documentId,
          kind: paper.kind,
          name: paper.name,
          state: paper.state,
          token: paper.token,
        }))
      },
    },
    files,
    regionInfo: (code) => regions.get(code),
    calendar: (code) => regions.get(code).calendar,
    opensText: (code) => regions.get(code).hours[0] ?? { id: '', en: '' },
    addressText: (code) => regions.get(code).profile.address,
    visitor: (request) => visitors.of(request),
    notify: notify.inCase,
    inviteToSurvey,
    tellOfficer: notify.mailWork,
    alarm: (kind, region, subject) => log.warn({ kind, region, subject }, 'alarm'),
    shortText: shortTextsOfProgram(),
    villageName: (code, within) => {
      const village = areas.findVillage(code)
      if (village === undefined) return undefined
      const near = `${village.name}, ${village.district.name}`
      return within === undefined || code.startsWith(`${within}.`) ? near : `${near}, ${village.regency.name}`
    },
    searchVillages: (query, region) =>
      areas.searchVillages(query, { near: region, limit: 10 }).map((village) => ({
        code: village.code,
        name: village.name,
        within: `${village.district.name}, ${village.regency.name}`,
      })),
  }
}
