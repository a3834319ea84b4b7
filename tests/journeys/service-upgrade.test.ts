// A region upgrades a service while cases are under way. Must stay true: what was sent is read as it was begun, for ever; a
// draft follows when it loses no answer, and only then; a restarted house says the same from the database alone.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openServices } from '../../src/bindings/offered-services.ts'
import { RegionDirectory } from '../../src/bindings/region-directory.ts'
import { findCase } from '../../src/modules/cases/store.ts'
import { installService, publishRevision } from '../../src/modules/catalogue/commands.ts'
import { type Revision, readRevision } from '../../src/modules/catalogue/revision.ts'
import { listInstallations } from '../../src/modules/catalogue/store.ts'
import { apply, beginDraft, birthAnswers, type Crew, chooseRole, type Sent, signInCrew } from '../support/case-walk.ts'
import { settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, Walker } from '../support/walker.ts'

const BIRTH = 'birth-wni'
const QUESTION = 'Siapa nama bidan penolong?'
const admin = { account: 'acc-admin', role: 'service-admin' }

let server: TestServer
let crew: Crew
let mother: Walker
let begun: Sent
let draft: string
let old: string

const revisionOfCase = async (caseId: string) =>
  (await server.house.database.inRegion('63.11', (tx) => findCase(tx, '63.11', caseId), { readOnly: true }))?.revision
const page = (caseId: string) => mother.get(`/63.11/cases/${caseId}/edit/child`)

async function begin(): Promise<string> {
  const first = await beginDraft(mother, BIRTH)
  await chooseRole(mother, first, { role: 'parent' })
  return first.caseId
}

/** Publishes what stands in the region now, changed, and installs it there. */
async function upgrade(change: (service: { pages: { id: string; fields: unknown[] }[] }) => void): Promise<string> {
  const context = server.house.services.catalogue
  const offered = await context.catalogue.find('63.11', BIRTH)
  const now = (await context.catalogue.revision(offered!.revision)) as Revision
  const content = structuredClone(now.content)
  change(content.service as Parameters<typeof change>[0])
  // How many questions there are is what changes here.
  for (const example of Object.values(content.examples)) {
    const { expect: expected } = example as { expect: Record<string, unknown> }
    delete expected.questions
  }
  const published = await publishRevision(context, content, admin)
  if (!published.ok) throw new Error(JSON.stringify(published.refusals))
  const request = { hash: published.value.hash, overlay: {}, unit: offered!.unit, confirmed: true }
  const done = await installService(context, '63.11', { ...request, expected: now.hash }, admin)
  expect(done).toMatchObject({ ok: true })
  return published.value.hash
}

beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  const couple = await settleCouple(server, 1)
  mother = await new Walker(server.base).signInAccount(couple.wife.account)
  begun = await apply(mother, BIRTH, birthAnswers({ childName: 'Anak Pertama' }))
  draft = await begin()
  old = (await revisionOfCase(begun.caseId))!
})
afterAll(() => server?.close())

it('the folder is published once and offered to every region that had nothing', async () => {
  const { catalogue, database } = server.house.services.catalogue
  expect((await catalogue.installed('63.11')).length).toBe((await catalogue.list('63.09')).length)
  expect((await catalogue.list('63.09')).length).toBeGreaterThan(50)
  expect(readRevision((await catalogue.revision(old))?.content, old)?.hash).toBe(old)
  await server.house.regions.refresh()
  expect(await database.inRegion('63.11', (tx) => listInstallations(tx, '63.11', BIRTH))).toHaveLength(1)
})

it('after an upgrade a sent case reads as it was, its draft and new cases ask the new question', async () => {
  const { services } = server.house.cases
  const before = await services.get('63.11', BIRTH, old)
  const first = await page(draft)
  expect([first.status, plain(first.text).includes(QUESTION)]).toEqual([200, false])
  const next = await upgrade(({ pages }) => {
    const label = { id: QUESTION, en: 'Who was the midwife?' }
    pages.find((one) => one.id === 'child')!.fields.push({ key: 'localMidwife', type: 'text', label, required: false })
  })
  expect(next).not.toBe(old)
  expect([await revisionOfCase(begun.caseId), await revisionOfCase(draft)]).toEqual([old, next])
  // Compiled once: the very same object, and inside a transaction without a second connection.
  expect(
    await server.house.database.inRegion('63.11', async () => (await services.get('63.11', BIRTH, old)).service),
  ).toBe(before.service)
  for (const walker of [mother, crew['front-office']]) {
    const path = walker === mother ? `/63.11/cases/${begun.caseId}` : `/63.11/office/cases/${begun.caseId}`
    const seen = await walker.get(path)
    expect([seen.status, plain(seen.text).includes(QUESTION)]).toEqual([200, false])
  }
  expect(plain((await page(draft)).text)).toContain(QUESTION)
  const fresh = await begin()
  expect(await revisionOfCase(fresh)).toBe(next)
  expect(plain((await page(fresh)).text)).toContain(QUESTION)
  const [installation] = await server.house.database.inRegion('63.11', (tx) => listInstallations(tx, '63.11', BIRTH))
  expect(installation).toMatchObject({ revision: next, done_by: 'acc-admin', differences: { drafts: 1 } })
  // The other region installed nothing.
  expect((await services.find('63.09', BIRTH))?.revision).toBe(old)
})

it('a draft that would lose an answer stays with its edition', async () => {
  const had = await revisionOfCase(draft)
  const next = await upgrade(({ pages }) => {
    for (const one of pages)
      one.fields = one.fields.filter((field) => (field as { key?: string }).key !== 'localMidwife')
  })
  expect([await revisionOfCase(draft), (await server.house.cases.services.find('63.11', BIRTH))?.revision]).toEqual([
    had,
    next,
  ])
  expect(plain((await page(draft)).text)).toContain(QUESTION)
})

it('another process reads the same from the database, also an edition that nobody offers any more', async () => {
  const { database } = server.house
  const regions = new RegionDirectory(database)
  const again = await openServices({ database, clock: server.clock, regions, demo: true, onError: () => {} })
  await regions.refresh()
  const draftEdition = (await revisionOfCase(draft))!
  const { fields } = (await again.source.get('63.11', BIRTH, draftEdition)).service
  expect('localMidwife' in fields).toBe(true)
  expect('localMidwife' in (await again.source.get('63.11', BIRTH, old)).service.fields).toBe(false)
  // What this process installs, the other one sees when it looks.
  const last = await upgrade(({ pages }) => {
    const field = { key: 'localNote', type: 'text', label: { id: 'Catatan', en: 'Note' }, required: false }
    pages.find((one) => one.id === 'child')!.fields.push(field)
  })
  expect((await again.source.find('63.11', BIRTH))?.revision).not.toBe(last)
  await again.catalogue.catalogue.follow()
  expect((await again.source.find('63.11', BIRTH))?.revision).toBe(last)
  again.close()
})
