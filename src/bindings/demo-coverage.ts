// Coverage and moves of the demo: two snapshots, what a village operator noted, letters between Balangan and Tabalong in
// several states. Must stay true: figures are counted from the demo's own register; letters name invented people.
import { sql } from 'kysely'
import { addDays } from '../kernel/date.ts'
import { todayIn } from '../kernel/zone.ts'
import { takeCoverageSnapshot } from '../modules/register/coverage-store.ts'
import { COVERAGE_REASONS, listCoverageTasks, noteCoverageReason } from '../modules/register/coverage-tasks.ts'
import { insertTransfer } from '../modules/register/transfer-store.ts'
import { newId } from '../platform/ids.ts'
import { heldIn } from './held-for-coverage.ts'
import type { House } from './house.ts'

const VILLAGES = ['63.11.06.2006', '63.11.01.2003', '63.11.02.2001']
const UPPER_AGE = 18

export async function seedCoverage(house: House, region: string, now: Date): Promise<void> {
  const today = todayIn(house.regions.get(region).timeZone, now.getTime())
  await house.database.inRegion(
    region,
    async (tx) => {
      // Child cards of former years, handed over by the office of the district: four children of ten have one.
      await sql`
        insert into card (region_code, card_id, kind, person_id, office, state, state_since, wanted_at, handed_at)
        select ${region}, gen_random_uuid(), 'kia', person_id, ${region}, 'handed-over', ${now}, ${now}, ${now} from person
        where region_code = ${region} and status = 'active' and birth_date > ${today}::date - interval '17 years'
          and marital_status = '1' and ('x' || right(person_id::text, 2))::bit(8)::int < 102`.execute(tx)
      // Family cards that the system before this one signed: five of six; the rest still has a stamp and ink.
      await sql`
        update family set signed_before_on = ${addDays(today, -700)}::date - (('x' || right(family_id::text, 3))::bit(12)::int % 900)
        where region_code = ${region} and status = 'active' and ('x' || right(family_id::text, 2))::bit(8)::int < 214`.execute(
        tx,
      )
      const held = await heldIn(tx, region)
      for (const on of [addDays(`${today.slice(0, 7)}-01`, -1), today])
        await takeCoverageSnapshot(
          tx,
          region,
          { on, deathsFrom: `${on.slice(0, 4)}-01-01`, birthUpperAgeExclusive: UPPER_AGE },
          held,
          now,
        )
      for (const village of VILLAGES)
        for (const indicator of ['birth-0-18', 'kia', 'ktp-recording'] as const) {
          const query = { village, indicator, on: today, birthUpperAgeExclusive: UPPER_AGE, held }
          const tasks = await listCoverageTasks(tx, region, query, { limit: 12 })
          for (const [index, { personId }] of tasks.entries()) {
            const reason = COVERAGE_REASONS[index % 4]
            if (reason === undefined || index % 2 === 1) continue
            await noteCoverageReason(tx, region, { ...query, personId, reason, by: 'demo', now })
          }
        }
    },
    { statementTimeoutMs: 120_000 },
  )
}

type Letter = {
  readonly direction: 'in' | 'out'
  readonly state: string
  readonly daysAgo: number
  readonly people: number
}
const LETTERS: readonly Letter[] = [
  { direction: 'out', state: 'offered', daysAgo: 3, people: 2 },
  { direction: 'out', state: 'offered', daysAgo: 120, people: 1 },
  { direction: 'out', state: 'claimed', daysAgo: 6, people: 4 },
  { direction: 'out', state: 'accepted', daysAgo: 31, people: 3 },
  { direction: 'out', state: 'withdrawn', daysAgo: 44, people: 1 },
  { direction: 'in', state: 'requested', daysAgo: 0, people: 0 },
  { direction: 'in', state: 'granted', daysAgo: 1, people: 3 },
  { direction: 'in', state: 'refused', daysAgo: 2, people: 0 },
  { direction: 'in', state: 'accepted', daysAgo: 18, people: 5 },
]

/** Letters that the list shows. Those that wait hold no data of people: the demo's own moves bring theirs. */
export async function seedTransfers(house: House, region: string, other: string, now: Date): Promise<void> {
  await house.database.inRegion(region, async (tx) => {
    for (const [index, { direction, state, daysAgo, people }] of LETTERS.entries()) {
      const at = new Date(now.getTime() - daysAgo * 86_400_000)
      const day = at.toISOString().slice(0, 10)
      const [year = '', month = '', date = ''] = day.split('-')
      const from = direction === 'out' ? region : other
      await insertTransfer(tx, {
        region_code: region,
        transfer_id: newId(),
        direction,
        letter: `SKPWNI/${from.replace('.', '')}/${date}${month}${year}/${9901 + index}`,
        other_region: other,
        state,
        family_id: null,
        person_ids: Array.from({ length: people }, () => newId()),
        payload: null,
        refusal: state === 'refused' ? 'register-letter-unknown' : null,
        case_id: null,
        message_id: null,
        valid_until: direction === 'out' ? addDays(day, 100) : null,
        recorded_at: at,
        changed_at: at,
        receipt_at: null,
      })
    }
  })
}
