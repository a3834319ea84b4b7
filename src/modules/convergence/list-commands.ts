// The list of a village for a quarter, made from the register and from what was noted: who belongs to which group, which
// families are at risk, what is due to whom. Must stay true: running twice changes nothing; what was received is never undone;
// whoever moved or died leaves the list with what they had not received.
import { addMonths, type PlainDate } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import {
  listBirthsOf,
  listResidentFacts,
  listYoungAndWomen,
  type ResidentFacts,
  type VillagePart,
} from '../register/resident-queries.ts'
import {
  conditionsOn,
  familyServices,
  groupsOf,
  isCouple,
  isFirstThousandDays,
  type ServiceState,
  servicesDue,
} from './due.ts'
import { findService, risk, services } from './editions.ts'
import * as people from './people-store.ts'
import { judgeRisk, kindOf, riskChange } from './risk.ts'
import { dropServices, listServicesOf, putServices } from './service-store.ts'
import type { ServiceRow } from './tables.ts'

const CHILD_MONTHS = 60
const WOMEN_MONTHS = 50 * 12
const SYSTEM = 'system:convergence'

/** Rollup of a village and quarter after the commit; many changes queue one. */
export async function queueRollup(tx: Tx, period: string, village: string): Promise<void> {
  await writeOutbox(tx, { kind: 'convergence.rollup', key: `${period} ${village}`, payload: { period, village } })
}

export type Refreshed = { readonly people: number; readonly families: number; readonly changed: number }

/** Makes the list of a village anew on a day of the quarter; of a part of it, where only that can have changed. */
export async function refreshVillage(
  tx: Tx,
  region: string,
  village: string,
  at: { readonly period: string; readonly on: PlainDate; readonly now: Date },
  part?: VillagePart,
): Promise<Refreshed> {
  const residents = await residentsOf(tx, region, village, at.on, at.now, part)
  const conditions = await people.listConditions(
    tx,
    region,
    residents.map((one) => one.personId),
    at.on,
  )
  const held = new Map<string, ReadonlySet<string>>()
  const groups = new Map<string, readonly string[]>()
  for (const person of residents) {
    const own = conditions.filter((one) => one.person_id === person.personId)
    const codes = conditionsOn(own.map(people.conditionOf), at.on, services)
    held.set(person.personId, codes)
    groups.set(person.personId, groupsOf(person, codes, at.on, services))
  }
  const families = await judgeFamilies(tx, region, village, residents, groups, at, part)
  const wanted = new Map<string, ServiceRow>()
  const row = (
    subject: string,
    kind: 'person' | 'family',
    familyId: string | null,
    service: string,
    state: ServiceState,
  ): void => {
    wanted.set(`${subject} ${service}`, {
      region_code: region,
      period: at.period,
      subject_id: subject,
      service,
      subject_kind: kind,
      village_code: village,
      family_id: familyId,
      state,
      given_on: null,
      giver: null,
      programme_id: null,
      agency_id: null,
      reason: null,
      changed_by: SYSTEM,
      changed_at: at.now,
    })
  }
  for (const person of residents)
    for (const code of servicesDue(groups.get(person.personId) ?? [], held.get(person.personId) ?? new Set(), services))
      row(person.personId, 'person', person.familyId ?? null, code, 'due')
  for (const family of families) {
    if (!family.is_target) continue
    const has = {
      water: kindOf(family.facts.water, risk.water.improved, risk.water.notImproved),
      latrine: kindOf(family.facts.latrine, risk.latrine.proper, risk.latrine.notProper),
      insurance: yes(family.facts.insurance),
      cash: yes(family.facts.cash),
      'food-aid': yes(family.facts['food-aid']),
    }
    const poor = yes(family.facts.poor)
    const facts = {
      ...(poor === undefined ? {} : { isPoor: poor }),
      ...(family.is_at_risk === null ? {} : { isAtRisk: family.is_at_risk }),
      has,
    }
    for (const [code, state] of familyServices(facts, services))
      row(family.family_id, 'family', family.family_id, code, state)
  }
  const changed = await applyWanted(tx, region, village, at.period, wanted, part)
  await queueRollup(tx, at.period, village)
  return { people: residents.length, families: families.length, changed }
}

const yes = (value: string | undefined): boolean | undefined =>
  value === 'yes' ? true : value === 'no' ? false : undefined

// Who lives here now, by the register; whoever left is noted where they went.
async function residentsOf(
  tx: Tx,
  region: string,
  village: string,
  on: PlainDate,
  now: Date,
  part: VillagePart | undefined,
): Promise<readonly ResidentFacts[]> {
  const young = await listYoungAndWomen(tx, region, {
    village,
    bornFrom: addMonths(on, -CHILD_MONTHS - 1),
    womenBornFrom: addMonths(on, -WOMEN_MONTHS),
    ...(part === undefined ? {} : { part }),
  })
  const known = await people.listPeopleOf(tx, region, village, part)
  const here = new Set(young.map((one) => one.personId))
  const others = await listResidentFacts(
    tx,
    region,
    known.filter((one) => !here.has(one.person_id)).map((one) => one.person_id),
  )
  const all = [...young, ...others]
  const before = new Map(known.map((one) => [one.person_id, one]))
  const differs = (one: ResidentFacts): boolean => {
    const old = before.get(one.personId)
    return (
      old === undefined ||
      old.village_code !== one.villageCode ||
      old.family_id !== (one.familyId ?? null) ||
      old.birth_date !== one.birthDate ||
      old.sex !== one.sex ||
      old.is_married !== one.isMarried ||
      old.status !== one.status
    )
  }
  await people.putPeople(
    tx,
    all.filter(differs).map((one) => ({
      region_code: region,
      person_id: one.personId,
      village_code: one.villageCode,
      family_id: one.familyId ?? null,
      sex: one.sex,
      birth_date: one.birthDate,
      is_married: one.isMarried,
      status: one.status,
      changed_at: now,
    })),
  )
  return all.filter((one) => one.status === 'active' && one.villageCode === village)
}

async function judgeFamilies(
  tx: Tx,
  region: string,
  village: string,
  residents: readonly ResidentFacts[],
  groups: ReadonlyMap<string, readonly string[]>,
  at: { readonly on: PlainDate; readonly now: Date },
  part: VillagePart | undefined,
): Promise<readonly people.FamilyRow[]> {
  const members = new Map<string, ResidentFacts[]>()
  for (const one of residents)
    if (one.familyId !== undefined) members.set(one.familyId, [...(members.get(one.familyId) ?? []), one])
  const ofVillage =
    part === undefined
      ? await people.listFamiliesOf(tx, region, village)
      : (await people.listFamiliesById(tx, region, part.families)).filter((one) => one.village_code === village)
  const known = new Map(ofVillage.map((one) => [one.family_id, one]))
  const elsewhere = await people.listFamiliesById(
    tx,
    region,
    [...members.keys()].filter((id) => !known.has(id)),
  )
  for (const one of elsewhere) known.set(one.family_id, one)
  const wives = new Map<string, ResidentFacts>()
  for (const [id, own] of members) {
    const wife = own.find((one) => isCouple(one, at.on, risk))
    if (wife !== undefined) wives.set(id, wife)
  }
  const births = await listBirthsOf(
    tx,
    region,
    [...wives.values()].map((one) => one.personId),
  )
  const rows: people.FamilyRow[] = []
  const changes: Parameters<typeof people.insertRiskChanges>[1][number][] = []
  for (const id of new Set([...members.keys(), ...known.keys()])) {
    const own = members.get(id) ?? []
    const before = known.get(id)
    const own_groups = own.flatMap((one) => groups.get(one.personId) ?? [])
    const wife = wives.get(id)
    const isTarget = wife !== undefined || own_groups.some((code) => code === 'pregnant' || code.startsWith('child-'))
    if (!isTarget && before === undefined) continue
    const facts = before?.facts ?? {}
    const judged = judgeRisk(
      {
        ...(facts.water === undefined ? {} : { water: facts.water }),
        ...(facts.latrine === undefined ? {} : { latrine: facts.latrine }),
        ...(wife === undefined
          ? {}
          : { wife: { birthDate: wife.birthDate, childBirths: births.get(wife.personId) ?? [] } }),
      },
      at.on,
      risk,
    )
    const change = riskChange(
      before === undefined
        ? undefined
        : { factors: before.factors, ...(before.is_at_risk === null ? {} : { isAtRisk: before.is_at_risk }) },
      judged,
    )
    if (change !== undefined && isTarget)
      changes.push({
        region_code: region,
        change_id: newId(),
        family_id: id,
        is_at_risk: judged.isAtRisk ?? null,
        came: [...change.came],
        went: [...change.went],
        on_day: at.on,
        source: 'register',
        noted_at: at.now,
      })
    rows.push({
      region_code: region,
      family_id: id,
      village_code: village,
      is_target: isTarget && own.length > 0,
      is_hpk: isFirstThousandDays(own_groups),
      is_at_risk: judged.isAtRisk ?? null,
      factors: [...judged.factors],
      unknown: [...judged.unknown],
      facts,
      judged_on: at.on,
      changed_at: at.now,
    })
  }
  await people.putFamilies(tx, rows)
  await people.insertRiskChanges(tx, changes)
  return rows
}

// What was delivered or decided by a person stands; everything else follows the list.
async function applyWanted(
  tx: Tx,
  region: string,
  village: string,
  period: string,
  wanted: ReadonlyMap<string, ServiceRow>,
  part: VillagePart | undefined,
): Promise<number> {
  const present = await listServicesOf(tx, region, period, village, part)
  const byKey = new Map(present.map((row) => [`${row.subject_id} ${row.service}`, row]))
  const put = [...wanted].flatMap(([key, row]): ServiceRow[] => {
    const old = byKey.get(key)
    if (old === undefined) return [row]
    // An improvement seen in the facts counts, whoever noted the row before.
    const isFact = findService(row.service)?.fact !== undefined
    if (old.changed_by !== SYSTEM && !(isFact && row.state === 'received' && old.state !== 'received')) return []
    return old.state === row.state && old.family_id === row.family_id ? [] : [row]
  })
  const gone = present.filter((row) => !wanted.has(`${row.subject_id} ${row.service}`) && row.state !== 'received')
  await putServices(tx, put)
  await dropServices(tx, region, period, gone)
  return put.length + gone.length
}
