// What a cadre, team or midwife notes about a family or a person: water, latrine, help they get, a pregnancy. Must stay true: facts
// are appended with their day, never overwritten; the list of the village follows at once.
import { isPlainDate } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import { risk, services } from './editions.ts'
import { refreshVillage } from './list-commands.ts'
import * as people from './people-store.ts'
import { periodOn } from './period.ts'

const YES_NO: readonly { readonly value: string; readonly name: Text }[] = [
  { value: 'yes', name: { id: 'Ya', en: 'Yes' } },
  { value: 'no', name: { id: 'Tidak', en: 'No' } },
]
const named = (values: readonly string[]) =>
  values.map((value) => ({ value, name: risk.values[value] ?? { id: value, en: value } }))

/** What can be noted about a family, with its answers. */
export const FACTS: readonly {
  readonly fact: string
  readonly name: Text
  readonly choices: readonly { readonly value: string; readonly name: Text }[]
}[] = [
  {
    fact: 'water',
    name: { id: 'Air minum utama', en: 'Main drinking water' },
    choices: named([...risk.water.improved, ...risk.water.notImproved]),
  },
  {
    fact: 'latrine',
    name: { id: 'Jamban', en: 'Latrine' },
    choices: named([...risk.latrine.proper, ...risk.latrine.notProper]),
  },
  { fact: 'poor', name: { id: 'Terdaftar miskin', en: 'Registered as poor' }, choices: YES_NO },
  { fact: 'insurance', name: { id: 'Peserta PBI JKN', en: 'Subsidised health insurance' }, choices: YES_NO },
  { fact: 'cash', name: { id: 'Menerima PKH', en: 'Receives PKH' }, choices: YES_NO },
  { fact: 'food-aid', name: { id: 'Menerima bantuan pangan', en: 'Receives food aid' }, choices: YES_NO },
]

async function follow(tx: Tx, acting: Acting, village: string): Promise<void> {
  await refreshVillage(tx, acting.region, village, {
    period: periodOn(acting.today).key,
    on: acting.today,
    now: acting.now,
  })
}

/** Notes a fact of a family; the newest counts. */
export async function noteFamilyFact(
  tx: Tx,
  acting: Acting,
  mayCheckIn: (village: string) => boolean,
  familyId: string,
  input: { readonly fact: string; readonly value: string },
): Promise<Result<null>> {
  const family = await people.findFamily(tx, acting.region, familyId)
  if (family === undefined || !mayCheckIn(family.village_code)) return refuse('convergence-subject-unknown')
  const fact = FACTS.find((one) => one.fact === input.fact)
  if (fact === undefined || !fact.choices.some((one) => one.value === input.value))
    return refuse('convergence-fact-value', input.fact)
  await people.insertFamilyFacts(tx, [
    {
      region_code: acting.region,
      fact_id: newId(),
      family_id: familyId,
      fact: input.fact,
      value: input.value,
      on_day: acting.today,
      source: acting.role,
      noted_by: acting.actor.accountId,
      noted_at: acting.now,
    },
  ])
  await people.putFamilies(tx, [
    { ...family, facts: { ...family.facts, [input.fact]: input.value }, changed_at: acting.now },
  ])
  await writeJournal(tx, entryOf(acting, 'convergence.fact', { subject: familyId, fields: [input.fact] }))
  await follow(tx, acting, family.village_code)
  return accept(null)
}

const dayParams = (acting: Acting) => ({ periodId: `hari ini (${acting.today})`, periodEn: `today (${acting.today})` })

/** Notes that a condition began: pregnant, after birth, couple-to-be, KEK, wasted. Twice on the same day is once. */
export async function noteCondition(
  tx: Tx,
  acting: Acting,
  mayCheckIn: (village: string) => boolean,
  personId: string,
  input: { readonly code: string; readonly from: string },
): Promise<Result<null>> {
  const person = await people.findTargetPerson(tx, acting.region, personId)
  if (person === undefined || !mayCheckIn(person.village_code)) return refuse('convergence-subject-unknown')
  if (!services.conditions.some((one) => one.code === input.code)) return refuse('convergence-choice', 'code')
  if (!isPlainDate(input.from) || input.from > acting.today || input.from < person.birth_date)
    return refuse('convergence-given-on', 'from', dayParams(acting))
  await people.insertCondition(tx, {
    region_code: acting.region,
    condition_id: newId(),
    person_id: personId,
    code: input.code,
    from_day: input.from,
    until_day: null,
    source: acting.role,
    noted_by: acting.actor.accountId,
    noted_at: acting.now,
    ended_by: null,
  })
  await writeJournal(tx, entryOf(acting, 'convergence.condition', { subject: personId, fields: [input.code] }))
  await follow(tx, acting, person.village_code)
  return accept(null)
}

/** Ends a condition today: from today on the list is without it. */
export async function endCondition(
  tx: Tx,
  acting: Acting,
  mayCheckIn: (village: string) => boolean,
  personId: string,
  code: string,
): Promise<Result<null>> {
  const person = await people.findTargetPerson(tx, acting.region, personId)
  if (person === undefined || !mayCheckIn(person.village_code)) return refuse('convergence-subject-unknown')
  await people.endConditions(tx, acting.region, personId, code, acting.today, acting.actor.accountId)
  await writeJournal(tx, entryOf(acting, 'convergence.condition-end', { subject: personId, fields: [code] }))
  await follow(tx, acting, person.village_code)
  return accept(null)
}
