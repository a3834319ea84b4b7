// The journal: sealed in order, and no tampering with any column, row, order or head goes unnoticed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { fixedClock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { memoryKeyRing } from '../secrets/memory-key-ring.ts'
import { auditCli } from './audit-cli.ts'
import { folderHeads } from './heads.ts'
import { type JournalEntry, writeJournal } from './journal.ts'
import { regionsToSeal, sealJournal } from './seal-journal.ts'
import { startSealer } from './sealer.ts'
import { verifyAllJournals, verifyJournal } from './verify-journal.ts'

let db: Database
let folder: string
let region = '11.01'
let counter = 0
const clock = fixedClock('2026-03-02T02:00:00Z')
const ring = memoryKeyRing()
const tools = () => ({ ring, clock, heads: folderHeads(folder) })
const entry = (n: number, more: Partial<JournalEntry> = {}): JournalEntry => ({
  at: new Date(clock.now().getTime() + n),
  actor: `account-${n}`,
  role: 'verifier',
  unit: 'dukcapil',
  device: 'd1',
  caseId: `case-${n}`,
  subject: `p${n}`,
  action: 'case.read',
  fields: ['name', 'birthDate'],
  reason: 'check',
  ...more,
})
const write = (count: number, from = 0) =>
  db.inRegion(region, (tx) =>
    writeJournal(
      tx,
      Array.from({ length: count }, (_, n) => entry(from + n)),
    ),
  )

/** As the administrator of the server, past every rule: row security off and all rights. */
async function tamper(statement: string): Promise<void> {
  await db.asOwner(async (tx) => {
    for (const table of ['journal', 'journal_heads'])
      await sql.raw(`alter table ${table} no force row level security`).execute(tx)
    await sql.raw(statement.replaceAll('$region', `'${region}'`)).execute(tx)
    for (const table of ['journal', 'journal_heads'])
      await sql.raw(`alter table ${table} force row level security`).execute(tx)
  })
}

beforeAll(async () => {
  db = await openTestDatabase({ migrations: platformMigrations() })
})
afterAll(() => db.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'puja-heads-'))
  region = `${11 + Math.floor(counter / 90)}.${String(10 + (counter++ % 90))}`
  clock.set('2026-03-02T02:00:00Z')
  return () => rmSync(folder, { recursive: true, force: true })
})

describe('sealing', () => {
  it('numbers in order of time, once, and marks the tail that is not sealed', async () => {
    await write(3, 10)
    await write(2)
    expect(await verifyJournal(db, region, tools())).toMatchObject({ sealed: 0, unsealed: 5, problems: [] })
    expect(await sealJournal(db, region, tools())).toEqual({ sealed: 5, number: 5 })
    expect(await sealJournal(db, region, tools())).toEqual({ sealed: 0, number: 5 })
    await write(1, 20)
    expect(await regionsToSeal(db)).toContain(region)
    expect(await verifyJournal(db, region, tools())).toEqual({ region, sealed: 5, unsealed: 1, heads: 0, problems: [] })
    const numbered = await db.inRegion(region, (tx) =>
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
    await write(2300)
    const results = await Promise.all([1, 2, 3].map(() => sealJournal(db, region, tools())))
    await sealJournal(db, region, tools())
    expect(results.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(2300)
    expect(await verifyJournal(db, region, tools())).toMatchObject({ sealed: 2300, problems: [] })
  })

  it('signs one head for a day that had entries, none for a silent one', async () => {
    await write(2)
    await sealJournal(db, region, tools())
    clock.advance(86_400_000)
    await sealJournal(db, region, tools())
    clock.advance(86_400_000)
    await sealJournal(db, region, tools())
    await write(1, 5)
    await sealJournal(db, region, tools())
    clock.advance(86_400_000)
    await sealJournal(db, region, tools())
    const days = (await folderHeads(folder).read(region)).map(({ day, number }) => [day, number])
    expect(days).toEqual([
      ['2026-03-02', 2],
      ['2026-03-04', 3],
      ['latest', 3],
    ])
    expect(await verifyJournal(db, region, tools())).toMatchObject({ heads: 2, problems: [] })
  })

  it('seals within a second while the program runs', async () => {
    const sealer = startSealer(db, { ...tools(), everyMs: 50 })
    await write(3)
    await sleep(600)
    expect(await verifyJournal(db, region, tools())).toMatchObject({ sealed: 3, unsealed: 0 })
    await write(1, 3)
    await sealer.stop()
    expect(await verifyJournal(db, region, tools())).toMatchObject({ sealed: 4, unsealed: 0 })
  })

  it('closes the day of a region in which nobody writes any more', async () => {
    await write(2)
    await sealJournal(db, region, tools())
    clock.advance(86_400_000)
    const sealer = startSealer(db, { ...tools(), everyMs: 20 })
    await sleep(100)
    await sealer.stop()
    expect((await folderHeads(folder).read(region)).map(({ day }) => day)).toEqual(['2026-03-02', 'latest'])
  })

  it('takes no NIK and no KK', async () => {
    await expect(
      db.inRegion(region, (tx) => writeJournal(tx, entry(1, { reason: 'NIK 6311060101909901' }))),
    ).rejects.toThrow(/16-digit/)
  })
})

describe('the application cannot touch it', () => {
  it('neither changes nor deletes, nor the sealer anything but number and hash', async () => {
    await write(1)
    for (const statement of [
      'update journal set actor = actor',
      'delete from journal',
      'update journal set number = 9',
      'truncate journal',
    ]) {
      await expect(
        db.inRegion(region, (tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toThrow(/permission denied/)
    }
    for (const statement of [
      'update journal set actor = actor',
      'delete from journal',
      'update journal_heads set number = 1',
    ]) {
      await expect(
        db.asPlatform((tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toThrow(/permission denied/)
    }
  })
})

describe('verification finds', () => {
  const changes: Record<string, string> = {
    id: 'id = gen_random_uuid()',
    at: "at = at + interval '1 millisecond'",
    actor: "actor = 'someone'",
    role: "role = 'citizen'",
    unit: 'unit = null',
    device: "device = 'd2'",
    case_id: "case_id = 'other'",
    subject: "subject = ''",
    action: "action = 'case.decide'",
    fields: "fields = '{name}'",
    reason: "reason = reason || ' '",
    number: 'number = 77',
    hash: 'hash = set_byte(hash, 31, get_byte(hash, 31) # 1)',
    region_code: "region_code = '99.99'",
  }

  it('covers every column of the journal', async () => {
    const { rows } = await db.asOwner((tx) =>
      sql<{
        name: string
      }>`select attname as name from pg_attribute where attrelid = 'journal'::regclass and attnum > 0 and not attisdropped`.execute(
        tx,
      ),
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(changes).sort())
  })

  for (const [column, change] of Object.entries(changes)) {
    it(`a change of ${column}`, async () => {
      await write(5)
      await sealJournal(db, region, tools())
      await tamper(`update journal set ${change} where region_code = $region and number = 3`)
      const report = await verifyJournal(db, region, tools())
      expect(report.problems[0]?.number, JSON.stringify(report)).toBe(3)
    })
  }

  const acts: Record<string, { act: string; problem: object }> = {
    'a removed entry': {
      act: 'delete from journal where region_code = $region and number = 2',
      problem: { kind: 'missing', number: 2 },
    },
    'a removed first entry': {
      act: 'delete from journal where region_code = $region and number = 1',
      problem: { kind: 'missing', number: 1 },
    },
    'entries cut off at the end': {
      act: 'delete from journal where region_code = $region and number > 3',
      problem: { kind: 'cut', number: 5, day: 'latest' },
    },
    'everything removed': {
      act: 'delete from journal where region_code = $region',
      problem: { kind: 'cut', number: 5, day: 'latest' },
    },
    'an entry taken out of the chain': {
      act: 'update journal set number = null where region_code = $region and number = 5',
      problem: { kind: 'cut', number: 5, day: 'latest' },
    },
    'two entries that changed places': {
      act: 'update journal set number = 100 where region_code = $region and number = 2; update journal set number = 2 where region_code = $region and number = 3; update journal set number = 3 where region_code = $region and number = 100',
      problem: { kind: 'changed', number: 2 },
    },
    'an entry slipped in': {
      act: 'insert into journal (region_code, id, at, actor, role, action, number, hash) select $region, gen_random_uuid(), at, actor, role, action, 0, hash from journal where region_code = $region and number = 1',
      problem: { kind: 'changed', number: 0 },
    },
  }
  for (const [name, { act, problem }] of Object.entries(acts)) {
    it(name, async () => {
      await write(5)
      await sealJournal(db, region, tools())
      await tamper(act)
      const report = await verifyJournal(db, region, tools())
      expect(report.problems, JSON.stringify(report)).toContainEqual(problem)
    })
  }

  it('a journal computed anew after a change: the signed head outside does not fit', async () => {
    await write(5)
    await sealJournal(db, region, tools())
    await tamper(
      "update journal set actor = 'someone' where region_code = $region and number = 2; update journal set number = null, hash = null where region_code = $region",
    )
    const attacker = mkdtempSync(join(tmpdir(), 'puja-heads-'))
    await sealJournal(db, region, { ...tools(), heads: folderHeads(attacker) })
    rmSync(attacker, { recursive: true })
    expect((await verifyJournal(db, region, tools())).problems).toEqual([{ kind: 'head', number: 5, day: 'latest' }])
  })

  it('a changed, a removed and a forged head', async () => {
    const day = async () => {
      await write(2)
      await sealJournal(db, region, tools())
      clock.advance(86_400_000)
      await sealJournal(db, region, tools())
    }
    await day()
    expect((await verifyJournal(db, region, tools())).problems).toEqual([])
    for (const column of [
      'hash = set_byte(hash, 0, get_byte(hash, 0) # 1)',
      'number = 1',
      "signed_at = signed_at + interval '1 second'",
      'signature = set_byte(signature, 5, get_byte(signature, 5) # 1)',
      "key_id = '0002'",
    ]) {
      await tamper(`create table kept as select * from journal_heads where region_code = $region`)
      await tamper(`update journal_heads set ${column} where region_code = $region`)
      expect((await verifyJournal(db, region, tools())).problems[0]?.kind, column).toBe('head')
      await tamper(
        'delete from journal_heads where region_code = $region; insert into journal_heads select * from kept; drop table kept',
      )
    }
    await tamper('delete from journal_heads where region_code = $region')
    expect((await verifyJournal(db, region, tools())).problems).toEqual([
      { kind: 'head', number: 2, day: '2026-03-02' },
    ])
    expect(
      (await verifyJournal(db, region, { ring: memoryKeyRing('stranger'), heads: folderHeads(folder) })).problems
        .length,
    ).toBeGreaterThan(0)
  })
})

describe('npx puja audit verify', () => {
  it('says whole with 0 and not whole with 1, in both languages', async () => {
    await write(3)
    await sealJournal(db, region, tools())
    const lines: string[] = []
    const io = (language: 'id' | 'en') => ({
      out: (line: string) => lines.push(line),
      err: (line: string) => lines.push(line),
      language,
    })
    const run = async (one: string | undefined) =>
      one === undefined ? verifyAllJournals(db, tools()) : [await verifyJournal(db, one, tools())]
    expect(await auditCli(['verify', region], io('en'), run)).toBe(0)
    expect(lines).toEqual([`${region}: whole. 3 entries checked, 0 daily seals match, 0 waiting to be sealed.`])
    await tamper("update journal set action = 'x.y' where region_code = $region and number = 2")
    lines.length = 0
    expect(await auditCli(['verify', region], io('id'), run)).toBe(1)
    expect(lines.join('\n')).toMatch(/TIDAK utuh[\s\S]*nomor 2: isi catatan berbeda/)
    expect(await auditCli(['verify'], io('id'), run)).toBe(1)
    expect(await auditCli(['verfy'], io('en'), run)).toBe(2)
  })
})
