// kill -9 in the middle of commits under load: a real server process, killed five times while three reports are worked on.
// Nothing that was acknowledged is lost, nothing happens twice, the journal is whole. `npm run soak` does it a hundred times.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/platform/db/database.ts'
import { type Child, startChild } from '../support/child.ts'
import { testAdapter } from '../support/database.ts'
import { workThroughKills } from '../support/kill-walk.ts'
import { createPostgresDatabase } from '../support/postgres.ts'

let folder: string
let place: string
let drop = async (): Promise<void> => {}
let child: Child | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puja-killed-'))
  place = join(folder, 'database')
  if (testAdapter() === 'postgres') ({ url: place, drop } = await createPostgresDatabase())
})
afterAll(async () => {
  await child?.kill()
  await drop()
  await rm(folder, { recursive: true, force: true })
})

it('kill -9 in the middle of commits under load, 5 kills: nothing acknowledged is lost, nothing doubled', {
  timeout: 900_000,
}, async () => {
  let fault: string | undefined
  let isKilled = false
  const server = {
    async open() {
      isKilled = false
      const opened = await startChild('serve-house', [place, folder])
      child = opened
      void opened.ended.then((code) => {
        if (!isKilled) fault = [`exit code ${code}`, ...opened.lines.slice(-20), opened.errors()].join('\n')
      })
      return `http://127.0.0.1:${(await opened.line(/^open \d+$/)).split(' ')[1]}`
    },
    kill: () => {
      isKilled = true
      return child!.kill()
    },
    fault: () => fault,
  }
  const plan = { kills: 5, seed: 9901, answers: [3, 10], wait: [0, 60], lanes: 3 } as const
  const { kills, repeated, sent } = await workThroughKills(server, plan)
  expect(kills).toBe(5)
  expect(repeated).toBeGreaterThan(0)
  expect(sent.length).toBeGreaterThanOrEqual(3)
  isKilled = true
  child!.say('verify')
  expect(await child!.line(/^journal /)).toBe('journal []')
  child!.say('end')
  expect(await child!.ended).toBe(0)

  const database = await openDatabase(
    testAdapter() === 'postgres' ? { kind: 'postgres', url: place } : { kind: 'pglite', folder: place },
  )
  const { rows } = await database.inRegion(
    '63.11',
    (tx) =>
      sql<{ case_id: string; action: string; n: number }>`
        select case_id, action, count(*)::int as n from case_event
         where region_code = '63.11' and action in ('submit', 'screen') group by case_id, action`.execute(tx),
    { readOnly: true },
  )
  await database.close()
  expect(rows.filter(({ n }) => n !== 1)).toEqual([])
  const acknowledged = sent.map(({ caseId }) => caseId).sort()
  const casesWith = (sought: string) =>
    rows
      .filter(({ action }) => action === sought)
      .map(({ case_id }) => case_id)
      .sort()
  expect(casesWith('submit')).toEqual(acknowledged)
  expect(casesWith('screen')).toEqual(acknowledged)
})
