// No tampering with any column, row, order or head of the journal goes unnoticed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useJournal } from '../../../tests/support/database-journal.ts'
import { memoryKeyRing } from '../secrets/memory-key-ring.ts'
import { auditCli } from './audit-cli.ts'
import { folderHeads } from './heads.ts'
import { sealJournal } from './seal-journal.ts'
import { verifyAllJournals, verifyJournal } from './verify-journal.ts'

const bench = useJournal()

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
    const { rows } = await bench.db.asOwner((tx) =>
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
      await bench.write(5)
      await sealJournal(bench.db, bench.region, bench.tools)
      await bench.tamper(`update journal set ${change} where region_code = $region and number = 3`)
      const report = await verifyJournal(bench.db, bench.region, bench.tools)
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
      await bench.write(5)
      await sealJournal(bench.db, bench.region, bench.tools)
      await bench.tamper(act)
      const report = await verifyJournal(bench.db, bench.region, bench.tools)
      expect(report.problems, JSON.stringify(report)).toContainEqual(problem)
    })
  }

  it('a journal computed anew after a change: the signed head outside does not fit', async () => {
    await bench.write(5)
    await sealJournal(bench.db, bench.region, bench.tools)
    await bench.tamper(
      "update journal set actor = 'someone' where region_code = $region and number = 2; update journal set number = null, hash = null where region_code = $region",
    )
    const attacker = mkdtempSync(join(tmpdir(), 'puja-heads-'))
    await sealJournal(bench.db, bench.region, { ...bench.tools, heads: folderHeads(attacker) })
    rmSync(attacker, { recursive: true })
    expect((await verifyJournal(bench.db, bench.region, bench.tools)).problems).toEqual([
      { kind: 'head', number: 5, day: 'latest' },
    ])
  })

  it('a changed, a removed and a forged head', async () => {
    const day = async () => {
      await bench.write(2)
      await sealJournal(bench.db, bench.region, bench.tools)
      bench.clock.advance(86_400_000)
      await sealJournal(bench.db, bench.region, bench.tools)
    }
    await day()
    expect((await verifyJournal(bench.db, bench.region, bench.tools)).problems).toEqual([])
    for (const column of [
      'hash = set_byte(hash, 0, get_byte(hash, 0) # 1)',
      'number = 1',
      "signed_at = signed_at + interval '1 second'",
      'signature = set_byte(signature, 5, get_byte(signature, 5) # 1)',
      "key_id = '0002'",
    ]) {
      await bench.tamper(`create table kept as select * from journal_heads where region_code = $region`)
      await bench.tamper(`update journal_heads set ${column} where region_code = $region`)
      expect((await verifyJournal(bench.db, bench.region, bench.tools)).problems[0]?.kind, column).toBe('head')
      await bench.tamper(
        'delete from journal_heads where region_code = $region; insert into journal_heads select * from kept; drop table kept',
      )
    }
    await bench.tamper('delete from journal_heads where region_code = $region')
    expect((await verifyJournal(bench.db, bench.region, bench.tools)).problems).toEqual([
      { kind: 'head', number: 2, day: '2026-03-02' },
    ])
    expect(
      (await verifyJournal(bench.db, bench.region, { ring: memoryKeyRing('stranger'), heads: bench.heads })).problems
        .length,
    ).toBeGreaterThan(0)
  })
})

describe('npx puja audit verify', () => {
  it('says whole with 0 and not whole with 1, in both languages', async () => {
    await bench.write(3)
    await sealJournal(bench.db, bench.region, bench.tools)
    const lines: string[] = []
    const machine: string[] = []
    const io = (language: 'id' | 'en') => ({
      out: (line: string) => machine.push(line),
      err: (line: string) => lines.push(line),
      language,
    })
    const run = async (one: string | undefined) =>
      one === undefined ? verifyAllJournals(bench.db, bench.tools) : [await verifyJournal(bench.db, one, bench.tools)]
    expect(await auditCli(['verify', bench.region], io('en'), run)).toBe(0)
    expect(lines).toEqual([`${bench.region}: whole. 3 entries checked, 0 daily seals match, 0 waiting to be sealed.`])
    expect(JSON.parse(machine.pop() ?? '')).toMatchObject([
      { region: bench.region, whole: true, sealed: 3, problems: [] },
    ])
    await bench.tamper("update journal set action = 'x.y' where region_code = $region and number = 2")
    lines.length = 0
    expect(await auditCli(['verify', bench.region], io('id'), run)).toBe(1)
    expect(lines.join('\n')).toMatch(/TIDAK utuh[\s\S]*nomor 2: isi catatan berbeda/)
    expect(JSON.parse(machine.pop() ?? '')).toMatchObject([
      { whole: false, problems: [{ kind: 'changed', number: 2 }] },
    ])
    expect(await auditCli(['verify'], io('id'), run)).toBe(1)
    machine.length = 0
    expect(await auditCli(['verfy'], io('en'), run)).toBe(2)
    expect(machine).toEqual([])
  })
})
