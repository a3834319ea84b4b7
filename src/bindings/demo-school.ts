// A screened class in the demo: most children well, some with a follow-up, one ended. Must stay true: by the use cases of the pages;
// invented names; a second run begins none.
import { addDays, addMonths } from '../kernel/date.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { addSchoolChild, beginSession, finishSchoolChild } from '../modules/growth/school/school-commands.ts'
import { readClass, readSessions } from '../modules/growth/school/school-queries.ts'
import { newId } from '../platform/ids.ts'
import { visitorOf } from './demo-cases.ts'
import type { House } from './house.ts'

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
  const view = await readClass(context, visitor, begun.value)
  const ended = view.ok ? view.value.lines.find(({ category }) => category?.code === 'thin') : undefined
  if (ended !== undefined)
    await finishSchoolChild(context, visitor, begun.value, ended.lineId, {
      result: 'improving',
      words: 'Diperiksa di Puskesmas, nafsu makan membaik.',
    })
}
