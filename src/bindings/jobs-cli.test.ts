// The words of `npx puja jobs`: what is asked of the house, what bad usage answers, and that a dead job that was named comes back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../tests/support/database.ts'
import { systemClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { defineJob } from '../platform/jobs/job.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { writeOutbox } from '../platform/jobs/outbox.ts'
import { type JobsRequest, jobsCli, runJobs } from './jobs-cli.ts'
import type { SetupAnswer } from './setup-requests.ts'

const ID = '00000000-0000-4000-8000-000000000001'
async function run(args: readonly string[], reply: (request: JobsRequest) => Promise<SetupAnswer>) {
  const asked: JobsRequest[] = []
  const out: string[] = []
  const err: string[] = []
  const code = await jobsCli(args, { out: (line) => out.push(line), err: (line) => err.push(line) }, (request) => {
    asked.push(request)
    return reply(request)
  })
  return { code, asked, out, err }
}
const nothing = async (request: JobsRequest): Promise<SetupAnswer> => ({
  ok: true,
  value: request.do === 'list' ? { jobs: [], total: 0 } : [],
})

describe('the words', () => {
  it('list all or the dead, retry one or all', async () => {
    expect(await run(['list'], nothing)).toEqual({
      code: 0,
      asked: [{ do: 'list', onlyDead: false }],
      out: ['[]'],
      err: [],
    })
    expect((await run(['list', '--dead'], nothing)).asked).toEqual([{ do: 'list', onlyDead: true }])
    expect((await run(['retry', ID], nothing)).asked).toEqual([{ do: 'retry', id: ID }])
    expect(await run(['retry', '--all'], nothing)).toMatchObject({
      code: 0,
      asked: [{ do: 'retry', id: 'all' }],
      out: ['[]'],
      err: ['No job has failed for good.'],
    })
  })

  it.each([
    [[]],
    [['forget']],
    [['list', ID]],
    [['list', '--all']],
    [['retry']],
    [['retry', 'all']],
    [['retry', '--dead']],
    [['retry', ID, '--all']],
    [['retry', ID, ID]],
  ])('ask nothing of the house for %j', async (args) => {
    const done = await run(args, nothing)
    expect([done.code, done.asked, done.out]).toEqual([2, [], []])
    expect(done.err[0]).toContain('Usage: npx puja jobs')
  })
})

describe('with a house', () => {
  let db: Database
  const reply = (request: JobsRequest) => runJobs(db, request)
  beforeAll(async () => {
    db = await openTestDatabase({ migrations: platformMigrations() })
  })
  afterAll(() => db.close())

  it('an installation that never started has none', async () => {
    expect(await run(['list'], reply)).toMatchObject({ code: 0, out: ['[]'] })
    expect(await run(['retry', '--all'], reply)).toMatchObject({ code: 0, out: ['[]'] })
  })

  it('names what failed without what its error quotes, and tries it again once', async () => {
    let broken = true
    let runs = 0
    const jobs = await startJobs(
      db,
      [
        defineJob(
          'test.fails',
          async () => {
            runs += 1
            if (broken)
              throw Object.assign(new Error('invalid input syntax for type uuid: "Siti Aminah"'), {
                code: '22P02',
                table: 'case_file',
              })
          },
          { retries: 0 },
        ),
        defineJob('test.later', async () => {}),
      ],
      { clock: systemClock, pollMs: 50 },
    )
    try {
      await db.inRegion('63.11', (tx) =>
        writeOutbox(tx, [
          { kind: 'test.fails', key: 'c1', payload: { case: 'c1' } },
          { kind: 'test.later', notBefore: new Date(Date.now() + 3_600_000) },
        ]),
      )
      await jobs.settle()
      const [all, dead] = [await run(['list'], reply), await run(['list', '--dead'], reply)]
      expect(JSON.parse(all.out[0] ?? '')).toMatchObject([
        { state: 'dead', kind: 'test.fails' },
        { state: 'waiting', kind: 'test.later', region: '63.11', failed: 0, error: null },
      ])
      expect(dead.err).toEqual(['Try again: npx puja jobs retry ID, or --all.'])
      const [one, ...rest] = JSON.parse(dead.out[0] ?? '')
      expect(rest).toEqual([])
      expect(one).toEqual({
        id: expect.any(String),
        state: 'dead',
        kind: 'test.fails',
        region: '63.11',
        key: 'c1',
        failed: 1,
        since: expect.any(String),
        next: null,
        error: 'database error 22P02 (case_file)',
      })

      expect(await run(['retry', ID], reply)).toMatchObject({
        code: 1,
        out: [],
        err: [`No job that failed for good has the number ${ID}. See npx puja jobs list --dead.`],
      })
      broken = false
      const again = await run(['retry', one.id], reply)
      expect(again.code).toBe(0)
      expect(JSON.parse(again.out[0] ?? '')).toEqual([{ was: one.id, id: expect.any(String) }])
      expect((await run(['retry', one.id], reply)).code).toBe(1)
      await jobs.settle()
      expect(runs).toBe(2)
      expect((await run(['list', '--dead'], reply)).out).toEqual(['[]'])
    } finally {
      await jobs.stop()
    }
  })
})
