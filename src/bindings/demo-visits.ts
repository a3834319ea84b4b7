// Visits of the demo's family assistants: three families at risk of the story's village, with what was found. Must stay true: by the
// command that people use; invented.
import { addDays } from '../kernel/date.ts'
import type { Acting } from '../modules/convergence/acting.ts'
import { listAtRisk } from '../modules/convergence/people-store.ts'
import { noteFamilyVisit } from '../modules/convergence/visit-commands.ts'
import { newId } from '../platform/ids.ts'
import type { House } from './house.ts'

const VISITS = [
  { ago: 4, topics: ['water', 'help'], words: 'Jamban belum bertangki; disepakati ikut arisan jamban desa.', next: 14 },
  {
    ago: 9,
    topics: ['food', 'posyandu'],
    words: 'Anak jarang makan ikan; ibu akan mencoba telur tiap pagi.',
    next: 21,
  },
  { ago: 15, topics: ['planning', 'smoke'], words: '', next: 30 },
] as const

/** `account`: a family-assistance team of the village. */
export async function seedVisits(house: House, region: string, village: string, account: string): Promise<void> {
  const today = house.convergence.tools.today(region)
  const acting: Acting = {
    region,
    actor: { accountId: account, name: 'tpk', sessionId: 'demo', assignments: [] },
    role: 'family-team',
    device: 'demo',
    now: house.cases.clock.now(),
    today,
  }
  await house.database.inRegion(region, async (tx) => {
    const families = await listAtRisk(tx, region, { village, limit: VISITS.length })
    for (const [index, { family_id }] of families.entries()) {
      const visit = VISITS[index]!
      await noteFamilyVisit(tx, acting, house.cases.ring, (code) => code === village, family_id, {
        visitId: newId(),
        visitedOn: addDays(today, -visit.ago),
        topics: visit.topics,
        words: visit.words,
        nextOn: addDays(today, -visit.ago + visit.next),
      })
    }
  })
}
