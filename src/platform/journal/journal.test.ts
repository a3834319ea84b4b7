// The journal is sealed in order beside the requests, and the application cannot touch it.
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useJournal } from '../../../tests/support/database-journal.ts'
import { writeJournal } from './journal.ts'
import { regionsToSeal, sealJournal } from './seal-journal.ts'
import { startSealer } from './sealer.ts'
import { verifyJournal } from './verify-journal.ts'

const bench = useJournal()

describe('sealing', () => {
  it('numbers in order of time, once, and marks the tail that is not sealed', async () => {
    await bench.write(3, 10)
    await bench.write(2)
    expect(await verifyJournal(bench.db, bench.region, bench.tools)).toMatchObject({
      sealed: 0,
      unsealed: 5,
      problems: [],
    })
    expect(await sealJournal(bench.db, bench.region, bench.tools)).toEqual({ sealed: 5, number: 5 })
    expect(await sealJournal(bench.db, bench.region, bench.tools)).toEqual({ sealed: 0, number: 5 })
    await bench.write(1, 20)
    expect(await regionsToSeal(bench.db)).toContain(bench.region)
    expect(await verifyJournal(bench.db, bench.region, bench.tools)).toEqual({
      region: bench.region,
      sealed: 5,
      unsealed: 1,
      heads: 0,
      problems: [],
    })
    const numbered = await bench.db.inRegion(bench.region, (tx) =>
      sql<{ actor: string }>`select actor from journal where number is not null order by number`.execute(tx),
    )
    expect(numbered.rows.map(({ actor }) => actor)).toEqual([
      'account-0',
      'account-1',
      'account-10',
      'account-11',
      'account-12',
    ])
  })

  it('goes over pages of any length and several sealers at once', async () => {
    await bench.write(2300)
    const results = await Promise.all([1, 2, 3].map(() => sealJournal(bench.db, bench.region, bench.tools)))
    await sealJournal(bench.db, bench.region, bench.tools)
    expect(results.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(2300)
    expect(await verifyJournal(bench.db, bench.region, bench.tools)).toMatchObject({ sealed: 2300, problems: [] })
  })

  it('signs one head for a day that had entries, none for a silent one', async () => {
    await bench.write(2)
    await sealJournal(bench.db, bench.region, bench.tools)
    bench.clock.advance(86_400_000)
    await sealJournal(bench.db, bench.region, bench.tools)
    bench.clock.advance(86_400_000)
    await sealJournal(bench.db, bench.region, bench.tools)
    await bench.write(1, 5)
    await sealJournal(bench.db, bench.region, bench.tools)
    bench.clock.advance(86_400_000)
    await sealJournal(bench.db, bench.region, bench.tools)
    const days = (await bench.heads.read(bench.region)).map(({ day, number }) => [day, number])
    expect(days).toEqual([
      ['2026-03-02', 2],
      ['2026-03-04', 3],
      ['latest', 3],
    ])
    expect(await verifyJournal(bench.db, bench.region, bench.tools)).toMatchObject({ heads: 2, problems: [] })
  })

  it('seals within a second while the program runs', async () => {
    const sealer = startSealer(bench.db, { ...bench.tools, everyMs: 50 })
    await bench.write(3)
    await expect
      .poll(() => verifyJournal(bench.db, bench.region, bench.tools), { timeout: 10_000 })
      .toMatchObject({ sealed: 3, unsealed: 0 })
    await bench.write(1, 3)
    await sealer.stop()
    expect(await verifyJournal(bench.db, bench.region, bench.tools)).toMatchObject({ sealed: 4, unsealed: 0 })
  })

  it('closes the day of a bench.region in which nobody writes any more', async () => {
    await bench.write(2)
    await sealJournal(bench.db, bench.region, bench.tools)
    bench.clock.advance(86_400_000)
    const sealer = startSealer(bench.db, { ...bench.tools, everyMs: 20 })
    await expect
      .poll(async () => (await bench.heads.read(bench.region)).map(({ day }) => day), { timeout: 10_000 })
      .toEqual(['2026-03-02', 'latest'])
    await sealer.stop()
    expect((await bench.heads.read(bench.region)).map(({ day }) => day)).toEqual(['2026-03-02', 'latest'])
  })

  it('takes no NIK and no KK', async () => {
    await expect(
      bench.db.inRegion(bench.region, (tx) => writeJournal(tx, bench.entry(1, { reason: 'NIK 6311060101909901' }))),
    ).rejects.toThrow(/16-digit/)
  })
})

describe('the application cannot touch it', () => {
  it('neither changes nor deletes, nor the sealer anything but number and hash', async () => {
    await bench.write(1)
    for (const statement of [
      'update journal set actor = actor',
      'delete from journal',
      'update journal set number = 9',
      'truncate journal',
    ]) {
      await expect(
        bench.db.inRegion(bench.region, (tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toThrow(/permission denied/)
    }
    for (const statement of [
      'update journal set actor = actor',
      'delete from journal',
      'update journal_heads set number = 1',
    ]) {
      await expect(
        bench.db.asPlatform((tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toThrow(/permission denied/)
    }
  })
})
