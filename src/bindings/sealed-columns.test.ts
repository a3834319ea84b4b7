// Turning keys over real rows: every sealed column is known, a killed run goes on, a second one changes nothing, and numbers
// are found at every moment.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealWords, wordsContext } from '../modules/privacy/codec.ts'
import { importSnapshot } from '../modules/register/import-snapshot.ts'
import { loadSnapshot } from '../modules/register/load.ts'
import { reserveNumbers } from '../modules/register/number-store.ts'
import { searchPersons } from '../modules/register/search.ts'
import { storedHousehold, uuidOf } from '../modules/register/testing/household.ts'
import { openRegister } from '../modules/register/testing/register-database.ts'
import type { Database } from '../platform/db/database.ts'
import { openFiles } from '../platform/files/files.ts'
import { folderStore } from '../platform/files/folder-store.ts'
import { newId } from '../platform/ids.ts'
import { memoryKeyRing } from '../platform/secrets/memory-key-ring.ts'
import { keyedHash as hashOf, openSealedText } from '../platform/secrets/seal.ts'
import { keysCli } from './keys-cli.ts'
import {
  type KeyLine,
  type KeysTools,
  listKeys,
  type ResealPosition,
  resealSome,
  runKeys,
  TURNED,
} from './keys-requests.ts'
import { SEALED_PLACES, STAYING_PLACES } from './sealed-columns.ts'

/** Bytes and hashes that no key of the ring made. */
const KEYLESS = new Set([
  ...['card.proof_hash', 'case_upload.source_hash', 'files.hash', 'document.template_hash', 'idempotency.request_hash'],
  ...[
    'satisfaction_result.input_hash',
    'satisfaction_paper.scan_hash',
    'schema_migrations.hash',
    'service_revision.hash',
  ],
  // Hashes of random tokens need no key; chains and signatures name theirs beside.
  ...['document.token_hash', 'document_link.token_hash', 'officer_invitation.token_hash'],
  ...['satisfaction_invitation.token_hash', 'journal.hash', 'journal_heads.hash', 'journal_heads.signature'],
  ...['register_event.signature', 'passkey.public_key', 'used_code.code_hash'],
])

const ring = memoryKeyRing('turned')
const [region, nik, kk] = ['63.11', '6311015703889902', '6311011205149901']
const folder = mkdtempSync(join(tmpdir(), 'puja-keys-files-'))
let db: Database
let tools: KeysTools
const [requestId, stepId, breachId] = [newId(), newId(), newId()]
let fileHash = ''

beforeAll(async () => {
  db = await openRegister('all')
  const store = folderStore(folder)
  tools = { database: db, ring, files: store, now: Date.now }
  const writing = { ring, region, caseId: null, now: new Date(), newId }
  fileHash = (await openFiles(db, store, ring).keep(region, Buffer.from('surat'), 'text/plain')).hash
  await db.inRegion(region, async (tx) => {
    await importSnapshot(tx, writing, storedHousehold())
    await sql`insert into privacy_request (region_code, request_id, kind, account_id, words, state, made_at, due_at)
      values (${region}, ${requestId}, 'access', 'a', ${sealWords(ring, 'request', requestId, "'; -- 🙂")}, 'open', now(), now())`.execute(
      tx,
    )
    await sql`insert into privacy_breach (region_code, breach_id, facts, kinds, found_at, due_at, recorded_at, recorded_by)
      values (${region}, ${breachId}, ${sealWords(ring, 'breach', breachId, '{}')}, '{}', now(), now(), now(), 'a')`.execute(
      tx,
    )
    // A table that nobody but its owner may change.
    await sql`insert into privacy_breach_step (region_code, breach_id, step_id, at, kind, account_id, words)
      values (${region}, ${breachId}, ${stepId}, now(), 'measure', 'a', ${sealWords(ring, 'step', stepId, 'kunci diganti')})`.execute(
      tx,
    )
  })
})
afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every column that holds something sealed or hashed is in the list', async () => {
  const { rows } = await db.asOwner((tx) =>
    sql<{ place: string }>`
      select c.relname || '.' || a.attname as place from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth')
        and (a.atttypid = 'bytea'::regtype or a.attname ~ '(^|_)(hash|sealed)$')
        -- The name of a kept file is the hash of its bytes, without a key.
        and a.attname <> 'file_hash'`.execute(tx),
  )
  const known = new Set([
    ...KEYLESS,
    ...SEALED_PLACES.flatMap((place) => [
      `${place.table}.${place.column}`,
      ...(place.hashes ?? []).map(({ column }) => `${place.table}.${column}`),
    ]),
    ...STAYING_PLACES.map(({ table, column }) => `${table}.${column}`),
  ])
  const found = rows.map(({ place }) => place)
  expect(found.filter((place) => !known.has(place))).toEqual([])
  expect(SEALED_PLACES.map(({ table, column }) => `${table}.${column}`).filter((one) => !found.includes(one))).toEqual(
    [],
  )
})

const isFound = async () => {
  const byNik = await db.inRegion(region, (tx) => searchPersons(tx, ring, region, { nik }, { limit: 5 }))
  const byKk = await db.inRegion(region, (tx) => searchPersons(tx, ring, region, { kk }, { limit: 9 }))
  const loaded = await db.inRegion(region, (tx) => loadSnapshot(tx, ring, region, { niks: [nik], kks: [kk] }))
  return [
    byNik.hits.map((hit) => hit.personId),
    byKk.hits.length,
    loaded.persons.get(uuidOf('ibu'))?.nik,
    loaded.families.get(uuidOf('kk1'))?.kk,
    (await openFiles(db, tools.files, ring).read(region, fileHash))?.toString(),
  ]
}
const lineOf = async (purpose: string, id: string): Promise<KeyLine | undefined> =>
  (await listKeys(tools)).find((line) => line.purpose === purpose && line.id === id)

test('a run that is killed half-way is begun again; a second run changes nothing; all is found throughout', async () => {
  const found = [[uuidOf('ibu')], 4, nik, kk, 'surat']
  expect(await isFound()).toEqual(found)
  expect((await lineOf('seal', '0001'))?.values).toBeGreaterThan(10)
  for (const purpose of TURNED) await ring.rotate(purpose)
  expect(await isFound()).toEqual(found)

  // Each request ends at once: stopped after some, as a kill between two batches would.
  const hasty = {
    ...tools,
    now: (() => {
      let n = 0
      return () => (n += 1000)
    })(),
  }
  let position: ResealPosition | undefined
  let before = 0
  for (let times = 0; times < 3; times++) {
    const answer = await resealSome(hasty, position)
    before += answer.renewed
    position = answer.next
  }
  expect(before).toBeGreaterThan(0)
  expect(position).toBeDefined()
  expect(await isFound()).toEqual(found)
  const half = await lineOf('seal', '0001')
  expect(half?.values).toBeGreaterThan(0)

  const lines: string[] = []
  const io = { out: (line: string) => lines.push(line), err: () => {} }
  expect(await keysCli(['reseal'], io, (request) => runKeys(tools, request))).toBe(0)
  expect(JSON.parse(lines[0]!)).toEqual({ renewed: expect.any(Number), broken: 0 })
  expect(await isFound()).toEqual(found)
  for (const purpose of ['seal', 'nik-hash', 'files'])
    expect((await lineOf(purpose, '0001'))?.uses.filter(({ until }) => until === undefined)).toEqual([])
  const { rows } = await db.asOwner((tx) =>
    sql<{ words: Buffer; step: Buffer; hash: string }>`
      select r.words, s.words as step, (select nik_hash from person where person_id = ${uuidOf('ibu')}::uuid) as hash
      from privacy_request r, privacy_breach_step s`.execute(tx),
  )
  expect(openSealedText(ring, rows[0]!.words, wordsContext('request', requestId))).toBe("'; -- 🙂")
  expect(openSealedText(ring, rows[0]!.step, wordsContext('step', stepId))).toBe('kunci diganti')
  expect(rows[0]!.hash).toBe(hashOf(ring, nik))

  expect(await keysCli(['reseal'], io, (request) => runKeys(tools, request))).toBe(0)
  expect(JSON.parse(lines[1]!)).toEqual({ renewed: 0, broken: 0 })
  const need = { key: 'nik:1', kind: 'nik', districtCode: '63.11.01', birthDate: '1988-03-17', sex: 'P' } as const
  const series = { region, caseId: newId(), needs: [need], firstSerial: 9901, now: new Date(), hasEarlier: false }
  expect(await db.inRegion(region, (tx) => reserveNumbers(tx, ring, series))).toMatchObject({
    ok: true,
    value: { numbers: { 'nik:1': '6311015703889903' } },
  })
})

test('an older key is removed once nothing needs it, and not before', async () => {
  const lines: string[] = []
  const io = { out: () => {}, err: (line: string) => lines.push(line) }
  const remove = (purpose: string, id: string) =>
    keysCli(['remove', purpose, id], io, (request) => runKeys(tools, request))
  // Series of numbers count on under the first key for ever: it is said what for.
  expect(await remove('nik-hash', '0001')).toBe(1)
  expect(lines.at(-1)).toContain('number_series.series')
  await ring.rotate('nik-hash')
  expect(await remove('nik-hash', '0002')).toBe(1)
  expect(lines.at(-1)).toContain('person.nik_hash')
  await keysCli(['reseal'], io, (request) => runKeys(tools, request))
  expect(await lineOf('nik-hash', '0002')).toMatchObject({ removable: true, values: 0 })
  expect(await keysCli(['list'], io, (request) => runKeys(tools, request))).toBe(0)
  expect(lines.findLast((line) => line.startsWith('nik-hash.0002'))).toContain('no longer needed')
  expect(await remove('nik-hash', '0003')).toBe(1)
  expect(await remove('nik-hash', '0002')).toBe(0)
  expect(await remove('nik-hash', '0002')).toBe(1)
  expect((await isFound())[2]).toBe(nik)
})

test('what was moved to another row is counted, left as it is, and stops nothing', async () => {
  await db.inRegion(region, (tx) =>
    sql`update privacy_request set words = ${sealWords(ring, 'request', newId(), 'milik orang lain')}`.execute(tx),
  )
  await ring.rotate('seal')
  const said: string[] = []
  const io = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) }
  expect(await keysCli(['reseal'], io, (request) => runKeys(tools, request))).toBe(1)
  expect(said.at(-1)).toContain('"broken":1')
  expect((await isFound())[2]).toBe(nik)
})

test('bad usage is told and turns nothing', async () => {
  const asked: unknown[] = []
  const io = { out: () => {}, err: () => {} }
  const ask = async (request: unknown) => asked.push(request)
  for (const args of [
    [],
    ['rotate', 'survey'],
    ['remove', 'seal'],
    ['remove', 'seal', '1; --'],
    ['rotate', "'; --"],
    ['rotate', '--in', '-1'],
    ['rotate', '--in', 'x'],
    ['list', 'seal'],
    ['--odd'],
  ])
    expect(await keysCli(args, io, ask), args.join(' ')).toBe(2)
  expect(asked).toEqual([])
})
