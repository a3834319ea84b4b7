// Odd reads in the demo: looks that the hourly job finds, one explained, one that became a breach. Must stay true: the alarms are
// found by the job over the journal, as real ones are.
import { sql } from 'kysely'
import { decideAlarm, guardPerson } from '../modules/privacy/watch-commands.ts'
import { watchReads } from '../modules/privacy/watch-jobs.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { type JournalEntry, writeJournal } from '../platform/journal/journal.ts'
import { bindTies } from './demo-ties.ts'
import type { House } from './house.ts'

const HOUR_MS = 3_600_000
const SEAL_PATIENCE_MS = 10_000

/** The sealer numbers the journal within a second; only numbered rows are looked at. */
async function numbered(house: House, region: string): Promise<void> {
  const until = Date.now() + SEAL_PATIENCE_MS
  for (;;) {
    const open = await house.database.inRegion(
      region,
      async (tx) =>
        (await sql`select from journal where region_code = ${region} and number is null limit 1`.execute(tx)).rows
          .length,
      { readOnly: true },
    )
    if (open === 0 || Date.now() > until) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

export async function seedOddReads(
  house: House,
  region: string,
  now: Date,
  crew: { readonly officers: readonly string[]; readonly keeper: Visitor },
): Promise<void> {
  const { database, ring } = house.cases
  const people = await database.inRegion(
    region,
    async (tx) =>
      (
        await sql<{ id: string }>`
          select person_id::text as id from person where region_code = ${region} and status = 'active'
          order by recorded_at, person_id limit 60`.execute(tx)
      ).rows.map(({ id }) => id),
    { readOnly: true },
  )
  const [first, second, third, fourth] = crew.officers
  if (first === undefined || second === undefined || people.length < 50) return
  const day = new Date(now.getTime() - 30 * HOUR_MS)
  /** Ten in the morning of yesterday, as the office has it. */
  const morning = Date.parse(`${day.toISOString().slice(0, 10)}T02:00:00Z`)
  const entry = (actor: string, minute: number, more: Partial<JournalEntry>): JournalEntry => ({
    at: new Date(morning + minute * 60_000),
    actor,
    role: 'verifier',
    unit: 'Seksi Verifikasi Data',
    device: 'demo',
    action: 'person.read',
    reason: 'register:correction',
    ...more,
  })
  const ties =
    third === undefined || fourth === undefined
      ? []
      : await bindTies(house, region, { parent: third, namesake: fourth })
  const rows: JournalEntry[] = [
    ...ties.map(({ actor, subject }, n) => entry(actor, 200 + n, { subject })),
    ...people.slice(0, 47).map((subject, n) => entry(first, n, { subject })),
    ...Array.from({ length: 7 }, (_, n) => entry(second, 12 * 60 + n * 3, { subject: people[n] ?? '' })),
    ...Array.from({ length: 18 }, (_, n) => entry(second, 180 + n, { action: 'register.search' })),
    ...[first, second, third ?? first, fourth ?? second].map((actor, n) =>
      entry(actor, 240 + n, { subject: people[49] ?? '' }),
    ),
  ]
  await database.inRegion(region, (tx) => writeJournal(tx, rows))
  await numbered(house, region)
  const tools = { database, ring, clock: fixedClock(now) }
  const known = people[55]
  if (known !== undefined) {
    const findPerson = async () => known
    // Any number of the right shape: whose it is was looked up above.
    await guardPerson({ ...tools, findPerson }, crew.keeper, '6311064101909901', newId())
    await database.inRegion(region, (tx) => writeJournal(tx, entry(second, 300, { subject: known })))
    await numbered(house, region)
  }
  await watchReads(house.watch.tools, region)
  const found = await database.inRegion(
    region,
    async (tx) =>
      (
        await sql<{ id: string; rule: string }>`
          select alarm_id::text as id, rule from odd_read where region_code = ${region} and state = 'open' order by alarm_id`.execute(
          tx,
        )
      ).rows,
    { readOnly: true },
  )
  const decide = async (rule: string, outcome: string, words: string): Promise<void> => {
    const alarm = found.find((one) => one.rule === rule)
    if (alarm !== undefined) await decideAlarm(tools, crew.keeper, alarm.id, outcome, words, newId())
  }
  await decide('searches', 'explained', 'Mencari pemilik map yang tertinggal di loket; kepala seksi mengetahui.')
  await decide('off-hours', 'breach', 'Dibuka malam hari tanpa permohonan; layar difoto dan dikirim ke luar kantor.')
}
