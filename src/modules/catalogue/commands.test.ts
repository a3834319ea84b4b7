// Publishing, installing and upgrading against a real database, with two regions.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { exampleEnvironment } from './check-cli.ts'
import {
  type CatalogueContext,
  installService,
  previewInstallation,
  publishFolder,
  publishRevision,
  setServiceState,
} from './commands.ts'
import { readServices } from './files.ts'
import { ServiceCatalogue } from './queries.ts'
import { revisionOf } from './revision.ts'
import { listInstallations, listPublished } from './store.ts'

const folder = readServices('services')
// Without the paper forms: they have places for the questions of all services.
const { forms: _forms, ...rest } = folder
const onlyBirth = { ...rest, services: folder.services.filter((one) => one.id === 'birth-wni') }
const birth = revisionOf(folder, 'birth-wni')
const doer = { account: 'acc-1', role: 'service-admin', unit: 'disdukcapil' }
const text = { id: 'Dusun', en: 'Hamlet' }
const hamlet = {
  addQuestions: [{ page: 'parents', field: { key: 'localHamlet', type: 'text', label: text, required: false } }],
}

/** The next revision: a longer hint, one paper more, a shorter deadline. */
function nextRevision(): unknown {
  const content = structuredClone(birth.content)
  const service = content.service as { deadline: { officeHours: number }; minutes: number }
  service.deadline.officeHours = 16
  for (const example of Object.values(content.examples)) delete (example as { expect: { due?: string } }).expect.due
  return content
}

let database: Database
let context: CatalogueContext

beforeAll(async () => {
  database = await openTestDatabase()
  await database.asPlatform(async (tx) => {
    const tables = tx.withTables<{ regions: { code: string; name: string; level: string } }>()
    await tables
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
})
afterAll(() => database.close())

describe('the life of a service', () => {
  test('publishing twice is once, and a faulty one is refused with its place', async () => {
    const first = await publishRevision(context, birth.content, doer)
    expect(first).toEqual({ ok: true, value: { hash: birth.hash } })
    expect(await publishFolder(context, onlyBirth, doer)).toEqual(new Map([['birth-wni', birth.hash]]))
    expect(await database.asPublic((tx) => listPublished(tx, 'birth-wni'))).toHaveLength(1)
    const broken = structuredClone(birth.content)
    const service = broken.service as { report: { from: string } }
    service.report.from = 'childName'
    expect(await publishRevision(context, broken, doer)).toMatchObject({
      ok: false,
      refusals: [{ code: 'revision-faulty', at: 'services/birth-wni/service.json#/report/from' }],
    })
    expect(await publishRevision(context, { format: 2 }, doer)).toMatchObject({
      ok: false,
      refusals: [{ code: 'revision-shape' }],
    })
  })

  test('a published revision is never changed', async () => {
    const change = database.asPlatform((tx) =>
      tx
        .withTables<{ service_revision: { hash: string; note: string } }>()
        .updateTable('service_revision')
        .set({ note: 'x' })
        .execute(),
    )
    await expect(change).rejects.toThrow(/permission denied|never changed/)
  })

  test('nothing is offered before it is installed', async () => {
    expect(await context.catalogue.list('63.11')).toEqual([])
    expect(await context.catalogue.find('63.11', 'birth-wni')).toBeUndefined()
    expect(await setServiceState(context, '63.11', 'birth-wni', 'paused', doer)).toMatchObject({
      ok: false,
      refusals: [{ code: 'service-not-installed' }],
    })
    expect(
      await installService(context, '63.11', { hash: '0'.repeat(64), overlay: {}, unit: 'u', confirmed: true }, doer),
    ).toMatchObject({ ok: false, refusals: [{ code: 'revision-unknown' }] })
  })

  test('a region installs it as published; another region with its own overlay, which it confirms first', async () => {
    const request = { hash: birth.hash, overlay: {}, unit: 'capil', confirmed: false }
    expect(await installService(context, '63.11', request, doer)).toMatchObject({ ok: true })
    expect(await context.catalogue.find('63.11', 'birth-wni')).toMatchObject({ revision: birth.hash, unit: 'capil' })
    expect(await context.catalogue.find('63.09', 'birth-wni')).toBeUndefined()

    const tabalong = { hash: birth.hash, overlay: hamlet, unit: 'capil-tabalong' }
    const preview = await previewInstallation(context, '63.09', tabalong)
    expect(preview).toMatchObject({
      ok: true,
      value: { explained: expect.arrayContaining([expect.objectContaining({ what: 'questions' })]) },
    })
    expect(await installService(context, '63.09', { ...tabalong, confirmed: false }, doer)).toMatchObject({
      ok: false,
      refusals: [{ code: 'installation-unconfirmed' }],
    })
    expect(await installService(context, '63.09', { ...tabalong, confirmed: true }, doer)).toMatchObject({ ok: true })
    const offered = await context.catalogue.find('63.09', 'birth-wni')
    expect(Object.keys(offered!.service.fields)).toContain('localHamlet')
    expect(offered!.revision).toMatch(new RegExp(`^${birth.hash}\\+[0-9a-f]{16}$`))
    expect(Object.keys((await context.catalogue.find('63.11', 'birth-wni'))!.service.fields)).not.toContain(
      'localHamlet',
    )
  })

  test('an upgrade shows what changed; a case keeps what it began with', async () => {
    const old = (await context.catalogue.find('63.09', 'birth-wni'))!.revision
    const next = await publishRevision(context, nextRevision(), doer, 'shorter deadline')
    const hash = next.ok ? next.value.hash : ''
    const request = { hash, overlay: {}, unit: 'capil-tabalong', confirmed: true }
    const preview = await previewInstallation(context, '63.09', request)
    // Without the overlay the region's own question would go, and what was answered to it.
    expect(preview).toMatchObject({ ok: true, value: { draftsFollow: false, differences: [{ kind: 'deadline' }] } })
    expect(await previewInstallation(context, '63.09', { ...request, overlay: hamlet })).toMatchObject({
      ok: true,
      value: { draftsFollow: true, follow: { from: old, state: 'draft' } },
    })
    expect(await installService(context, '63.09', { ...request, confirmed: false }, doer)).toMatchObject({
      ok: false,
      refusals: [{ code: 'installation-unconfirmed' }],
    })
    expect(await installService(context, '63.09', { ...request, expected: hash }, doer)).toMatchObject({
      ok: false,
      refusals: [{ code: 'installation-moved' }],
    })
    expect(await installService(context, '63.09', { ...request, expected: birth.hash }, doer)).toMatchObject({
      ok: true,
    })
    expect((await context.catalogue.find('63.09', 'birth-wni'))!.service.definition.deadline.officeHours).toBe(16)
    const kept = await context.catalogue.get('63.09', 'birth-wni', old)
    expect([kept.service.definition.deadline.officeHours, 'localHamlet' in kept.service.fields, kept.unit]).toEqual([
      24,
      true,
      'capil-tabalong',
    ])
    // Also after a restart, from the database alone.
    const fresh = await new ServiceCatalogue(database).get('63.09', 'birth-wni', old)
    expect('localHamlet' in fresh.service.fields).toBe(true)
    await expect(context.catalogue.get('63.09', 'birth-wni', 'f'.repeat(64))).rejects.toThrow(
      /not in this installation/,
    )
  })

  test('the history tells who installed what, newest first, in its own region only', async () => {
    const history = await database.inRegion('63.09', (tx) => listInstallations(tx, '63.09', 'birth-wni'))
    expect(history.map((row) => row.done_by)).toEqual(['acc-1', 'acc-1'])
    expect(history[0]!.differences).toMatchObject({ differences: [{ kind: 'deadline' }] })
    expect(await database.inRegion('63.11', (tx) => listInstallations(tx, '63.09', 'birth-wni'))).toEqual([])
  })

  test('a paused service is not offered, its cases go on', async () => {
    expect(await setServiceState(context, '63.11', 'birth-wni', 'paused', doer)).toEqual({ ok: true, value: undefined })
    expect(await context.catalogue.list('63.11')).toEqual([])
    expect((await context.catalogue.get('63.11', 'birth-wni', birth.hash)).unit).toBe('capil')
    await setServiceState(context, '63.11', 'birth-wni', 'offered', doer)
    await setServiceState(context, '63.11', 'birth-wni', 'offered', doer)
    expect(await context.catalogue.list('63.11')).toHaveLength(1)
    const history = await database.inRegion('63.11', (tx) => listInstallations(tx, '63.11', 'birth-wni'))
    expect(history.map((row) => row.state).sort()).toEqual(['offered', 'offered', 'paused'])
  })

  test('what is loaded is found inside a transaction without another connection', async () => {
    const found = await database.inRegion(
      '63.11',
      async () => (await context.catalogue.find('63.11', 'birth-wni'))?.revision,
    )
    expect(found).toBe(birth.hash)
  })
})
