// Brides and grooms of the demo's village: one fits, one needs help before the wedding, one was never checked. Must stay true: made by
// the same commands that people use; invented.
import { addDays, addMonths, ageOn } from '../kernel/date.ts'
import type { Acting } from '../modules/convergence/acting.ts'
import { noteCoupleCheck } from '../modules/convergence/couple-commands.ts'
import { noteCondition } from '../modules/convergence/family-commands.ts'
import { listPeopleOf } from '../modules/convergence/people-store.ts'
import type { Tx } from '../platform/db/tx.ts'
import type { House } from './house.ts'

const BRIDES = 3

/** Gives how many are about to marry; `account`: a family-assistance team of the village. */
export async function seedCouples(house: House, region: string, village: string, account: string): Promise<number> {
  const acting: Acting = {
    region,
    actor: { accountId: account, name: 'tpk', sessionId: 'demo', assignments: [] },
    role: 'family-team',
    device: 'demo',
    now: house.cases.clock.now(),
    today: house.convergence.tools.today(region),
  }
  return house.database.inRegion(region, (tx) => noteBrides(tx, acting, village))
}

async function noteBrides(tx: Tx, acting: Acting, village: string): Promise<number> {
  const { region, today } = acting
  const brides = (await listPeopleOf(tx, region, village))
    .filter((one) => one.sex === 'P' && !one.is_married)
    .filter(({ birth_date }) => ageOn(birth_date, today) >= 20 && ageOn(birth_date, today) <= 32)
    .slice(0, BRIDES)
  const here = (code: string) => code === village
  const figures = [
    { weight: '51,5', height: '156', arm: '25,4', haemoglobin: '12,6', smoke: 'none' },
    { weight: '43,0', height: '157', arm: '22,6', haemoglobin: '10,9', smoke: 'exposed' },
  ]
  for (const [index, { person_id }] of brides.entries()) {
    const noted = await noteCondition(tx, acting, here, person_id, { code: 'couple-to-be', from: addDays(today, -20) })
    const known = figures[index]
    if (!noted.ok || known === undefined) continue
    const done = await noteCoupleCheck(tx, acting, here, person_id, {
      ...known,
      checkedOn: addDays(today, -12),
      weddingOn: addMonths(today, 4),
    })
    if (!done.ok) throw new Error(`The demo was refused: ${JSON.stringify(done.refusals)}`)
  }
  return brides.length
}
