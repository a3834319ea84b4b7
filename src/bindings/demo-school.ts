// A screened class in the demo: most children well, some with a follow-up, one ended. Must stay true: by the use cases of the pages;
// invented names; a second run begins none.
import { sql } from 'kysely'
import { addDays, addMonths, type PlainDate } from '../kernel/date.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { addSchoolChild, beginSession, finishSchoolChild } from '../modules/growth/school/school-commands.ts'
import { readClass, readSessions } from '../modules/growth/school/school-queries.ts'
import type { Tx } from '../platform/db/tx.ts'
import { newId } from '../platform/ids.ts'
import { visitorOf } from './demo-cases.ts'
import type { House } from './house.ts'

/** Children of the register in the first class, with their mothers. */
export async function pupilsOf(tx: Tx, region: string, today: PlainDate) {
  type Pupil = { name: string; sex: 'L' | 'P'; birth_date: PlainDate; mother_id: string }
  const { rows } = await sql<Pupil>`select name, sex, birth_date, mother_id from person
    where region_code = ${region} and status = 'active' and duplicate_of is null and mother_id is not null
      and village_code like '63.11.06.%' and birth_date between ${addMonths(today, -94)} and ${addMonths(today, -74)}
    order by person_id`.execute(tx)
  return rows
}

/** Name, sex, months of age, grams, tenths of a millimetre. */
const CLASS = [
  ['Contoh Ahmad Rizky', 1, 88, 22_400, 12_150],
  ['Contoh Aulia Zahra', 2, 86, 17_900, 11_900],
  ['Contoh Dimas Saputra', 1, 90, 38_600, 12_480],
  ['Contoh Fitriah', 2, 87, 16_600, 12_060],
  ['Contoh Gazali', 1, 85, 20_900, 11_840],
  ['Contoh Hafizah', 2, 89, 27_800, 12_210],
  ['Contoh Ilham', 1, 91, 21_700, 12_330],
  ['Contoh Juwita', 2, 88, 21_500, 12_090],
  ['Contoh Khairul', 1, 84, 19_200, 10_620],
  ['Contoh Laila', 2, 86, 12_500, 16_900],
] as const

/** Pupils whose mother has an account in the demo: she finds the line in the copy of her data. */
async function ofDemoMothers(tx: Tx, region: string, on: PlainDate) {
  const { rows } = await sql<{ person_id: string }>`select person_id from account_person
    where region_code = ${region}`.execute(tx)
  const bound = new Set(rows.map(({ person_id }) => person_id))
  return (await pupilsOf(tx, region, on)).filter(({ mother_id }) => bound.has(mother_id))
}

export async function seedSchool(
  house: House,
  context: GrowthContext,
  region: string,
  nutritionist: string,
  centreId: string,
): Promise<void> {
  const one = visitorOf(house, region, nutritionist, undefined, ['nutritionist'])
  const actor = one.actor!
  const visitor = {
    ...one,
    actor: { ...actor, assignments: actor.assignments.map((post) => ({ ...post, unitId: centreId })) },
  }
  const known = await readSessions(context, visitor)
  if (!known.ok || known.value.sessions.length > 0) return
  const heldOn = addDays(context.today(region), -20)
  const pupils = await context.database.inRegion(region, (tx) => ofDemoMothers(tx, region, heldOn), { readOnly: true })
  const begun = await beginSession(context, visitor, {
    sessionId: newId(),
    school: 'SDN Contoh Paringin 1',
    className: 'Kelas 1',
    heldOn,
  })
  if (!begun.ok) return
  for (const [name, sex, months, weightG, heightTenthMm] of CLASS)
    await addSchoolChild(context, visitor, begun.value, {
      lineId: newId(),
      name,
      sex,
      birthDate: addMonths(heldOn, -months),
      weightG,
      heightTenthMm,
    })
  for (const { name, sex, birth_date } of pupils)
    await addSchoolChild(context, visitor, begun.value, {
      lineId: newId(),
      name,
      sex: sex === 'L' ? 1 : 2,
      birthDate: birth_date,
      weightG: 19_800,
      heightTenthMm: 11_620,
    })
  const view = await readClass(context, visitor, begun.value)
  const ended = view.ok ? view.value.lines.find(({ category }) => category?.code === 'thin') : undefined
  if (ended !== undefined)
    await finishSchoolChild(context, visitor, begun.value, ended.lineId, {
      result: 'improving',
      words: 'Diperiksa di Puskesmas, nafsu makan membaik.',
    })
}
