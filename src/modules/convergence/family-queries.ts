// The checklist of a village, one person or family with all its services, families at risk. Must stay true: only for readers of that
// area, and each name that is read is journalled.
import { addDays, ageOn } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { listNames } from '../register/resident-queries.ts'
import { mayCheck, seesFamilies, seesNames } from './access.ts'
import { type Acting, entryOf } from './acting.ts'
import { agencyNames } from './agency-queries.ts'
import { judgeCouple } from './couple.ts'
import { type CoupleCheckRow, listCoupleChecks } from './couple-store.ts'
import { conditionsOn, groupsOf } from './due.ts'
import { risk, services } from './editions.ts'
import { FACTS } from './family-commands.ts'
import type { AtRiskView, ChecklistView, FamilyVisitsView, SubjectView } from './family-port.ts'
import * as people from './people-store.ts'
import { actingOf, type ConvergenceTools, choiceOf, findPlace, quarterOf } from './reading.ts'
import * as store from './service-store.ts'
import { VISIT_TOPICS, visitWords } from './visit-commands.ts'
import { listFamilyVisits } from './visit-store.ts'
import { ageText } from './work-queries.ts'

const PAGE = 50
/** Surveillance: a family at risk that nobody looked at for so long is looked at again. */
const WATCH_DAYS = 180
const HEAD: Text = { id: 'keluarga', en: 'family' }
const factorName = (code: string): Text => risk.factors.find((one) => one.code === code)?.name ?? { id: code, en: code }

async function readJournal(
  tx: Tx,
  acting: Acting,
  subjects: readonly string[],
  fields: readonly string[],
): Promise<void> {
  await writeJournal(
    tx,
    subjects.map((subject) => entryOf(acting, 'convergence.read', { subject, fields })),
  )
}

/** People and families of a village with how many of their services came; those who wait first asked for. */
export async function readChecklist(
  tools: ConvergenceTools,
  visitor: Visitor,
  village: string,
  query: { readonly period?: string; readonly only?: string; readonly after?: string },
): Promise<Result<ChecklistView>> {
  const region = visitor.region!.code
  const place = findPlace(tools, region, village)
  if (place === undefined || !mayCheck(visitor.actor, region, village)) return refuse('convergence-not-yours')
  const quarter = quarterOf(tools, region, query.period)
  if (quarter === undefined) return refuse('convergence-period-unknown')
  const acting = actingOf(tools, visitor, village)
  const only = query.only === 'all' ? 'all' : 'waiting'
  return tools.db.inRegion(region, async (tx) => {
    const sums = await store.sumSubjects(tx, region, {
      period: quarter.key,
      village,
      onlyWaiting: only === 'waiting',
      limit: PAGE + 1,
      ...(query.after === undefined ? {} : { after: query.after }),
    })
    const totals = await store.countSubjects(tx, region, quarter.key, village)
    const rows = sums.slice(0, PAGE)
    const names = await listNames(tx, region, {
      people: rows.filter((row) => row.kind === 'person').map((row) => row.subject),
      families: rows.filter((row) => row.kind === 'family').map((row) => row.subject),
    })
    const families = await people.listFamiliesById(tx, region, [
      ...new Set(rows.flatMap((row) => (row.family === null ? [] : [row.family]))),
    ])
    const atRisk = new Set(families.filter((one) => one.is_at_risk === true).map((one) => one.family_id))
    await readJournal(
      tx,
      acting,
      rows.map((row) => row.subject),
      ['name', 'birthDate'],
    )
    return accept({
      village: { code: village, name: place.name },
      period: choiceOf(quarter.key, quarterOf(tools, region, undefined)!.key),
      only,
      lines: rows.flatMap((row) => {
        const known = names.get(row.subject)
        return known === undefined
          ? []
          : [
              {
                subjectId: row.subject,
                kind: row.kind,
                name: known.name,
                about: row.kind === 'family' ? HEAD : ageText(known.birthDate, acting.today),
                received: row.received,
                due: row.due,
                isAtRisk: atRisk.has(row.family ?? ''),
              },
            ]
      }),
      ...(sums.length > PAGE ? { next: rows.at(-1)!.subject } : {}),
      complete: totals.complete,
      all: totals.of,
    })
  })
}

/** One person or family of a village with every service due, conditions or facts. */
export async function readSubject(
  tools: ConvergenceTools,
  visitor: Visitor,
  village: string,
  subjectId: string,
  period: string | undefined,
): Promise<Result<SubjectView>> {
  const region = visitor.region!.code
  const { actor } = visitor
  const place = findPlace(tools, region, village)
  if (place === undefined || !seesFamilies(actor, region, village)) return refuse('convergence-not-yours')
  const quarter = quarterOf(tools, region, period)
  if (quarter === undefined) return refuse('convergence-period-unknown')
  const acting = actingOf(tools, visitor, village)
  return tools.db.inRegion(region, async (tx) => {
    const person = await people.findTargetPerson(tx, region, subjectId)
    const family = person === undefined ? await people.findFamily(tx, region, subjectId) : undefined
    const home = person?.village_code ?? family?.village_code
    if (home !== village) return refuse('convergence-subject-unknown')
    const kind = person === undefined ? 'family' : 'person'
    // A village head reads families, not the health of a person.
    if (kind === 'person' && !seesNames(actor, region, village, { isHealth: true }))
      return refuse('convergence-subject-unknown')
    const names = await listNames(tx, region, {
      people: kind === 'person' ? [subjectId] : [],
      families: kind === 'family' ? [subjectId] : [],
    })
    const known = names.get(subjectId)
    if (known === undefined) return refuse('convergence-subject-unknown')
    const rows = await store.listServicesOfSubjects(tx, region, quarter.key, [subjectId])
    const nameOf = await agencyNames(tx, region)
    const programmes = (await store.listProgrammes(tx, region)).filter((one) => one.is_active)
    const conditions = person === undefined ? [] : await people.listConditions(tx, region, [subjectId], acting.today)
    const held = conditionsOn(conditions.map(people.conditionOf), acting.today, services)
    const checks = held.has('couple-to-be') ? await listCoupleChecks(tx, region, subjectId) : []
    const history = family === undefined ? [] : await people.listRiskChanges(tx, region, subjectId)
    await readJournal(tx, acting, [subjectId], ['name', 'birthDate', 'services'])
    return accept({
      subjectId,
      kind,
      village: { code: village, name: place.name },
      name: known.name,
      about: kind === 'family' ? HEAD : aboutPerson(known.birthDate, known.sex, held, acting.today),
      period: choiceOf(quarter.key, quarterOf(tools, region, undefined)!.key),
      today: acting.today,
      services: services.services.flatMap((service) => {
        const row = rows.find((one) => one.service === service.code)
        return row === undefined
          ? []
          : [
              {
                code: service.code,
                name: service.name,
                state: row.state,
                givenOn: row.given_on,
                giver: row.giver,
                agencyName: row.agency_id === null ? null : nameOf(row.agency_id),
                reason: row.reason,
                programmes: programmes
                  .filter((one) => one.is_active && one.services.includes(service.code))
                  .map((one) => ({ id: one.programme_id, name: one.name, agencyName: nameOf(one.agency_id) })),
              },
            ]
      }),
      mayCheck: mayCheck(actor, region, village),
      conditions: conditions
        .filter((one) => held.has(one.code))
        .map((one) => ({ code: one.code, name: conditionName(one.code), from: one.from_day, source: one.source })),
      conditionChoices: person === undefined ? [] : choicesFor(known, held, acting.today),
      facts:
        family === undefined
          ? []
          : FACTS.map((one) => {
              const value = family.facts[one.fact]
              const valueName = one.choices.find((choice) => choice.value === value)?.name
              return {
                ...one,
                ...(value === undefined ? {} : { value }),
                ...(valueName === undefined ? {} : { valueName }),
              }
            }),
      factors: (family?.factors ?? []).map(factorName),
      isAtRisk: family?.is_at_risk ?? null,
      history: history.map((one) => ({
        onDay: one.on_day,
        isAtRisk: one.is_at_risk,
        came: one.came.map(factorName),
        went: one.went.map(factorName),
        source: one.source,
      })),
      familyId: person?.family_id ?? null,
      ...(family === undefined || !mayCheck(actor, region, village)
        ? {}
        : { visits: await visitsOf(tx, tools, region, subjectId) }),
      ...(held.has('couple-to-be')
        ? { couple: { checks: checks.map((row) => ({ checkedOn: row.checked_on, judgement: judged(row, known) })) } }
        : {}),
    })
  })
}

async function visitsOf(tx: Tx, tools: ConvergenceTools, region: string, familyId: string): Promise<FamilyVisitsView> {
  return {
    nextId: newId(),
    topics: VISIT_TOPICS,
    done: (await listFamilyVisits(tx, region, familyId)).map((row) => ({
      on: row.visited_on,
      topics: VISIT_TOPICS.filter(({ code }) => row.topics.includes(code)).map(({ name }) => name),
      words: visitWords(tools.ring, row),
      nextOn: row.next_on,
    })),
  }
}

/** A kept check, judged. */
export function judged(row: CoupleCheckRow, person: { readonly sex: 'L' | 'P'; readonly birthDate: string }) {
  return judgeCouple(
    {
      checkedOn: row.checked_on,
      ...(row.wedding_on === null ? {} : { weddingOn: row.wedding_on }),
      ...(row.weight_g === null ? {} : { weightG: row.weight_g }),
      ...(row.height_tenth_mm === null ? {} : { heightTenthMm: row.height_tenth_mm }),
      ...(row.arm_tenth_mm === null ? {} : { armTenthMm: row.arm_tenth_mm }),
      ...(row.haemoglobin_tenth_gdl === null ? {} : { haemoglobinTenthGdl: row.haemoglobin_tenth_gdl }),
      ...(row.smoke === null ? {} : { smoke: row.smoke }),
    },
    person,
  )
}

const conditionName = (code: string): Text =>
  services.conditions.find((one) => one.code === code)?.name ?? { id: code, en: code }

function aboutPerson(birthDate: string, sex: 'L' | 'P', held: ReadonlySet<string>, on: string): Text {
  const age = ageText(birthDate, on)
  const groups = groupsOf({ sex, birthDate }, held, on, services)
    .map((code) => services.groups.find((one) => one.code === code)?.name)
    .filter((one): one is Text => one !== undefined)
  return {
    id: [age.id, ...groups.map((one) => one.id.toLowerCase())].join(', '),
    en: [age.en, ...groups.map((one) => one.en.toLowerCase())].join(', '),
  }
}

// Conditions that can hold for this person: no pregnancy of a child or a man, no wasting of an adult.
function choicesFor(
  person: { readonly birthDate: string; readonly sex: 'L' | 'P' },
  held: ReadonlySet<string>,
  on: string,
) {
  const age = ageOn(person.birthDate, on)
  return services.conditions.filter(({ code }) => {
    if (held.has(code)) return false
    if (code === 'wasted' || code === 'severely-wasted') return age < 5
    if (code === 'couple-to-be') return age >= 15
    return person.sex === 'P' && age >= 10 && age < 60 && (code !== 'kek' || held.has('pregnant'))
  })
}

/** Families at risk of a village, with the factor that made each one. */
export async function listAtRisk(
  tools: ConvergenceTools,
  visitor: Visitor,
  village: string,
  query: { readonly factor?: string; readonly after?: string; readonly show?: string },
): Promise<Result<AtRiskView>> {
  const region = visitor.region!.code
  const place = findPlace(tools, region, village)
  if (place === undefined || !seesFamilies(visitor.actor, region, village)) return refuse('convergence-not-yours')
  const acting = actingOf(tools, visitor, village)
  const factor = risk.factors.find((one) => one.code === query.factor)?.code
  const quarter = quarterOf(tools, region, undefined)!
  const show = query.show === 'assist' || query.show === 'watch' ? query.show : 'families'
  return tools.db.inRegion(region, async (tx) => {
    const [count] = await people.countRisk(tx, region, village)
    const rows = await people.listAtRisk(tx, region, {
      village,
      limit: PAGE + 1,
      ...(factor === undefined ? {} : { factor }),
      ...(query.after === undefined ? {} : { after: query.after }),
      ...(show === 'assist' ? { notAssistedIn: quarter.key } : {}),
      ...(show === 'watch' ? { judgedBefore: addDays(acting.today, -WATCH_DAYS) } : {}),
    })
    const shown = rows.slice(0, PAGE)
    const ids = shown.map((one) => one.family_id)
    const names = await listNames(tx, region, { people: [], families: ids })
    const assisted = await store.listServicesOfSubjects(tx, region, quarter.key, ids, 'assistance')
    const done = new Set(assisted.filter((row) => row.state === 'received').map((row) => row.subject_id))
    await readJournal(tx, acting, ids, ['name', 'riskFactors'])
    return accept({
      village: { code: village, name: place.name },
      total: count?.atRisk ?? 0,
      known: count?.known ?? 0,
      targets: count?.targets ?? 0,
      factors: risk.factors.map((one) => ({ code: one.code, name: one.name, count: count?.factors[one.code] ?? 0 })),
      ...(factor === undefined ? {} : { factor }),
      isConfirmed: risk.isConfirmed,
      show,
      watchDays: WATCH_DAYS,
      families: shown.map((one) => ({
        familyId: one.family_id,
        name: names.get(one.family_id)?.name ?? '–',
        factors: one.factors.map(factorName),
        judgedOn: one.judged_on,
        isAssisted: done.has(one.family_id),
      })),
      ...(rows.length > PAGE ? { next: ids.at(-1)! } : {}),
    })
  })
}
