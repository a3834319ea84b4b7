// Works through jobs until it is killed; each job's effect is one journal row.

import { systemClock } from '../../../src/platform/clock.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import { queueState } from '../../../src/platform/jobs/dead.ts'
import { defineJob, effectOnce } from '../../../src/platform/jobs/job.ts'
import { startJobs } from '../../../src/platform/jobs/jobs.ts'
import { writeOutbox } from '../../../src/platform/jobs/outbox.ts'
import { writeJournal } from '../../../src/platform/journal/journal.ts'
import { platformMigrations } from '../database.ts'

const [place = '', write = '0'] = process.argv.slice(2)
const migrations = platformMigrations()
const db = await openDatabase(
  place.startsWith('postgres')
    ? { kind: 'postgres', url: place, migrations }
    : { kind: 'pglite', folder: place, migrations },
)
const job = defineJob(
  'test.effect',
  async (job) => {
    await db.inRegion('63.11', (tx) =>
      effectOnce(tx, job, () =>
        writeJournal(tx, {
          at: new Date(),
          actor: 'system:test',
          role: 'system',
          action: 'test.effect',
          caseId: `n${job.payload.n}`,
        }),
      ),
    )
    console.log(`did ${job.payload.n}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  },
  { timeoutSeconds: 1, firstWaitSeconds: 1 },
)
const jobs = await startJobs(db, [job], { clock: systemClock, pollMs: 100 })
console.log('ready')
for (let n = 1; n <= Number(write); n++)
  await db.inRegion('63.11', (tx) => writeOutbox(tx, { kind: 'test.effect', payload: { n } }))
if (Number(write) > 0) console.log('written')
process.stdin.once('data', async () => {
  // Until nothing waits, retries to come included.
  for (;;) {
    await jobs.settle()
    const { outbox, waiting, active } = await queueState(db)
    if (outbox + waiting + active === 0) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await jobs.stop()
  await db.close()
  process.exit(0)
})
