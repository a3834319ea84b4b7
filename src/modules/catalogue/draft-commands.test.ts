// An edition from a file to the catalogue: handed in, compared, published by a second person or sent back; twice, by its author, of
// another region, with faults and with hostile text.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Database } from '../../platform/db/database.ts'
import { exampleEnvironment } from './check-cli.ts'
import { type CatalogueContext, installService, publishRevision } from './commands.ts'
import { decideDraft, handInDraft, readDraftFile } from './draft-commands.ts'
import { readDraft, readDrafts, takeAwayEdition } from './draft-queries.ts'
import { readServices } from './files.ts'
import { ServiceCatalogue } from './queries.ts'
import { type RevisionContent, revisionOf } from './revision.ts'
import { listPublished } from './store.ts'
import type { Reader } from './wish-queries.ts'

const REGION = '63.11'
const card = revisionOf(readServices('services'), 'kia-under5')
const author = { account: 'acc-author', role: 'service-admin', unit: 'admin' }
const second = { account: 'acc-second', role: 'head', unit: 'kepala' }
const NOTE = "Tenggat dipendekkan '; -- 🌼"
const names = async (accounts: readonly string[]) => new Map(accounts.map((one) => [one, `nama ${one}`]))
let database: Database
let context: CatalogueContext
const reader: Reader = {
  region: REGION,
  timeZone: 'Asia/Makassar',
  language: 'id',
  account: 'acc-second',
  mayAsk: true,
}

type Service = { deadline: { officeHours: number }; publisher: string; report?: { from: string } }
/** A deadline of so many hours; the examples no longer name the due time. */
function edited(hours: number, change: (service: Service) => void = () => {}): RevisionContent {
  const content = structuredClone(card.content)
  const service = content.service as Service
  service.deadline.officeHours = hours
  change(service)
  for (const example of Object.values(content.examples)) delete (example as { expect: { due?: string } }).expect.due
  return content
}
const codes = (result: Result<unknown>) => (result.ok ? [] : [...new Set(result.refusals.map(({ code }) => code))])
const handIn = (content: unknown, doer = author, region = REGION) =>
  handInDraft(context, region, doer, { content, note: NOTE })
const idOf = (result: Result<{ readonly draftId: string }>): string => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value.draftId
}
const words = { reason: '', seen: true }

beforeAll(async () => {
  database = await openTestDatabase()
  await database.asPlatform(async (tx) => {
    await tx
      .withTables<{ regions: { code: string; name: string; level: string } }>()
      .insertInto('regions')
      .values([
        { code: '63.11', name: 'Balangan', level: 'regency' },
        { code: '63.09', name: 'Tabalong', level: 'regency' },
      ])
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  const now = new Date('2026-04-10T01:00:00Z')
  context = {
    database,
    catalogue: new ServiceCatalogue(database),
    environment: exampleEnvironment('instruments'),
    now: () => now,
  }
  await publishRevision(context, card.content, author)
  await installService(context, REGION, { hash: card.hash, overlay: {}, unit: 'capil', confirmed: true }, author)
})
afterAll(() => database.close())

test('what is no file, no service, faulty, of another publisher or without a word is refused before it waits', async () => {
  expect(codes(readDraftFile('{'))).toEqual(['draft-file'])
  expect(codes(readDraftFile(`"${'x'.repeat(1_000_000)}"`))).toEqual(['draft-file'])
  expect(codes(await handIn({ format: 2 }))).toEqual(['revision-shape'])
  expect(codes(await handIn(edited(16, (one) => Object.assign(one, { fee: { rupiah: -1 } }))))).toEqual([
    'revision-faulty',
  ])
  expect(codes(await handIn(edited(16), author, '63.09'))).toEqual(['draft-publisher'])
  expect(codes(await handIn(card.content))).toEqual(['draft-known'])
  expect(codes(await handInDraft(context, REGION, author, { content: edited(16), note: 'ya' }))).toEqual(['draft-note'])
  expect((await readDrafts(context, reader, names)).open).toEqual([])
})

test('handed in once, read with differences and examples, published by somebody else, once', async () => {
  const content = edited(16)
  const draftId = idOf(await handIn(content))
  expect(codes(await handIn(content))).toEqual(['draft-waiting'])
  const read = await readDraft(context, reader, names, draftId)
  if (!read.ok) throw new Error('not read')
  expect(read.value).toMatchObject({ note: NOTE, by: 'nama acc-author', isNew: false, mayDecide: true, dropped: [] })
  expect(read.value.consequences.some(({ text }) => text.id.includes('16'))).toBe(true)
  expect(read.value.examples.length).toBeGreaterThan(2)
  expect(read.value.examples.every(({ isTrue }) => isTrue)).toBe(true)
  // The due time follows the deadline wherever the case is taken at all.
  expect(read.value.examples.some(({ before }) => before?.includes('due'))).toBe(true)

  expect(codes(await decideDraft(context, REGION, author, draftId, 'publish', words))).toEqual(['draft-own'])
  expect(codes(await decideDraft(context, REGION, second, draftId, 'publish', { reason: '', seen: false }))).toEqual([
    'wish-seen',
  ])
  expect(codes(await decideDraft(context, '63.09', second, draftId, 'publish', words))).toEqual(['draft-unknown'])
  expect(codes(await decideDraft(context, REGION, second, "'; --", 'publish', words))).toEqual(['draft-unknown'])
  expect(await readDraft(context, { ...reader, region: '63.09' }, names, draftId)).toMatchObject({ ok: false })
  expect(codes(await decideDraft(context, REGION, second, draftId, 'publish', words))).toEqual([])
  expect(codes(await decideDraft(context, REGION, second, draftId, 'publish', words))).toEqual(['draft-unknown'])
  const published = await database.asPublic((tx) => listPublished(tx, 'kia-under5'))
  expect(published.map(({ note, published_by }) => [note, published_by])).toContainEqual([NOTE, 'acc-second'])
  // Published is not installed: the region still has what it had, and is shown the way there.
  expect((await context.catalogue.find(REGION, 'kia-under5'))?.revision).toBe(card.hash)
  const after = await readDraft(context, reader, names, draftId)
  expect(after.ok && after.value.installHref).toMatch(/^kia-under5\/compare\?edition=[0-9a-f]{64}$/)
})

test('sent back with a reason, which its author reads; taken back by its author only', async () => {
  const first = idOf(await handIn(edited(12)))
  expect(codes(await decideDraft(context, REGION, second, first, 'return', { reason: 'no', seen: false }))).toEqual([
    'draft-reason',
  ])
  expect(codes(await decideDraft(context, REGION, second, first, 'withdraw', words))).toEqual(['draft-own'])
  const reason = 'Contoh anak kembar belum ada'
  expect(codes(await decideDraft(context, REGION, second, first, 'return', { reason, seen: false }))).toEqual([])
  const next = idOf(await handIn(edited(10)))
  expect(codes(await decideDraft(context, REGION, author, next, 'withdraw', words))).toEqual([])
  const { open, decided } = await readDrafts(context, reader, names)
  expect(open).toEqual([])
  expect(decided.map(({ state, reason: why }) => [state, why]).sort()).toEqual(
    [
      ['published', undefined],
      ['returned', reason],
      ['withdrawn', undefined],
    ].sort(),
  )
})

test('what a region takes away to change can be handed in under its own name', async () => {
  const taken = await takeAwayEdition(context, { ...reader, region: '63.09' }, 'kia-under5')
  if (!taken.ok) throw new Error('nothing to take')
  expect(taken.value.name).toMatch(/^kia-under5-[0-9a-f]{8}\.json$/)
  const content = readDraftFile(`\uFEFF${taken.value.text}`)
  if (!content.ok) throw new Error('not readable')
  expect(codes(await handIn(content.value, author, '63.09'))).toEqual([])
  expect(await takeAwayEdition(context, reader, 'no-such')).toMatchObject({ ok: false })
})

test('nobody publishes their own past the program either', async () => {
  const draftId = idOf(await handIn(edited(9)))
  const change = database.inRegion(REGION, (tx) =>
    tx
      .withTables<{ service_draft: { draft_id: string; state: string; decided_by: string; decided_at: Date } }>()
      .updateTable('service_draft')
      .set({ state: 'published', decided_by: 'acc-author', decided_at: new Date() })
      .where('draft_id', '=', draftId)
      .execute(),
  )
  await expect(change).rejects.toThrow(/violates check constraint/)
})
