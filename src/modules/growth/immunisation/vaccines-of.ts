// The vaccines of one child on a day, for every page that shows the child. Reads inside the caller's transaction.
import type { PlainDate } from '../../../kernel/date.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { type ChildVaccines, childVaccines, type GivenDose, IMMUNISATION_2023 } from '../rules/immunisation.ts'
import { type DoseRead, listDoses } from './immunisation-store.ts'

export const givenDoses = (rows: readonly Pick<DoseRead, 'dose' | 'given_on'>[]): readonly GivenDose[] =>
  rows.map((row) => ({ dose: row.dose, on: row.given_on }))

export async function vaccinesOf(
  tx: Tx,
  region: string,
  child: { readonly childId: string; readonly birthDate: PlainDate },
  today: PlainDate,
): Promise<ChildVaccines> {
  return childVaccines(
    child.birthDate,
    givenDoses(await listDoses(tx, region, child.childId)),
    today,
    IMMUNISATION_2023,
  )
}
