// The same random commands, through prepare, release and commit, on a database with an invented population: at the end
// every rule holds, the sums agree, and every number is final, free with a cause, or reserved for an open case.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { releaseReservations } from './commands.ts'
import { seedPopulation } from './demo/population.ts'
import { checkSums } from './sums.ts'
import { faultsOf } from './testing/faults.ts'
import { commandOf, drawn } from './testing/random-command.ts'
import { commit, openRegister, prepare, read, ring } from './testing/register-database.ts'

const COMMANDS = 90
let db: Database
beforeAll(async () => {
  db = await openRegister()
  await seedPopulation(db, ring, '63.11', { residents: 160, seed: 'properties', on: '2026-01-01' })
})
afterAll(() => db.close())

const idsNow = async () =>
  db.inRegion('63.11', async (tx) =>
    (await sql<{ id: string }>`select person_id::text id from person`.execute(tx)).rows.map((row) => row.id),
  )

test('random commands leave a register in which everything holds', async () => {
  const done = { committed: 0, refused: 0, released: 0, late: 0 }
  const people = new Map<string, string | undefined>()
  for (const [index, draw] of fc.sample(drawn, { numRuns: COMMANDS, seed: 6311 }).entries()) {
    const snapshot = await read(db, { personIds: await idsNow() })
    for (const person of snapshot.persons.values()) people.set(person.id, person.nik)
    const month = `2026-${String(1 + Math.floor(index / 10)).padStart(2, '0')}`
    const command = commandOf(snapshot, draw, month)
    const today = `${month}-28`
    const caseId = newId()
    const personIds = [...JSON.stringify(command.answers).matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g)].map(
      (match) => match[0],
    )
    const at = `${today}T00:00:${String(index % 60).padStart(2, '0')}.${String(index).padStart(3, '0')}Z`
    const prepared = await db.inRegion('63.11', (tx) =>
      prepare(tx, { caseId, ...command, keys: { personIds }, today, at }),
    )
    if (!prepared.ok) done.refused++
    else if (index % 9 === 0) {
      await db.inRegion('63.11', (tx) =>
        releaseReservations(tx, { now: new Date(at) }, { region: '63.11', caseId, cause: 'withdrawn' }),
      )
      expect(await commit(db, caseId, at)).toMatchObject({ ok: false, refusals: [{ code: 'register-not-prepared' }] })
      done.released++
    } else {
      const result = await commit(db, caseId, at)
      if (result.ok) done.committed++
      else done.late++
    }
  }
  expect(done.late).toBe(0)
  expect(done.committed).toBeGreaterThan(20)
  expect(done.refused).toBeGreaterThan(10)

  const end = await read(db, { personIds: await idsNow() })
  expect(faultsOf(end, '2026-12-31')).toEqual([])
  for (const [id, nik] of people) expect(end.persons.get(id)?.nik).toBe(nik)
  expect(await db.inRegion('63.11', (tx) => checkSums(tx, '63.11'))).toMatchObject({ isRight: true, differences: [] })
  const states = await db.inRegion(
    '63.11',
    async (tx) =>
      (
        await sql<{
          state: string
          n: number
          bare: number
        }>`select state, count(*)::int n, count(*) filter (where state = 'free' and cause is null)::int bare from number_reservation group by 1`.execute(
          tx,
        )
      ).rows,
  )
  expect(states.find((row) => row.state === 'reserved')).toBeUndefined()
  expect(states.every((row) => row.bare === 0)).toBe(true)
})
