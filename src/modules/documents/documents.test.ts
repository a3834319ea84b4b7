// The life of a paper against a real database: issue to revocation, comparison, download links, states.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { uuidV4 } from '../../kernel/id.ts'
import type { Database } from '../../platform/db/database.ts'
import { readMigrations } from '../../platform/db/migrate.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import {
  type By,
  extendDocument,
  issueDocument,
  revokeDocument,
  revokeDocuments,
  supersedeDocuments,
} from './commands.ts'
import { compareWithPaper, TRIES_PER_HOUR } from './compare.ts'
import { makeDownloadLink, openDownloadLink } from './links.ts'
import { type PrepareInput, prepareDocument, type SignedDocument, signPrepared } from './prepare.ts'
import { openProofKeys } from './proof/keys.ts'
import { readProof } from './proof/proof.ts'
import { readRevokedList, signRevokedList } from './proof/revoked-list.ts'
import { paperAgrees, readQrContent } from './proof/scanned.ts'
import { findPaper, listPapersOfCase, listPapersOfHolder, verificationOf } from './queries.ts'
import { sampleFrame } from './sample.ts'
import { createTestAuthority } from './signing/test-authority.ts'
import { TestSigner } from './signing/test-signer.ts'
import { findDocument, listEvents, listRevokedSerials } from './store.ts'
import type { DocumentData } from './template.ts'
import { readTemplates } from './templates.ts'

const REGION = '63.11'
const folder = mkdtempSync(join(tmpdir(), 'puja-documents-'))
const shared = fileURLToPath(new URL('../../../services/shared/documents/', import.meta.url))
const templates = readTemplates(shared)
const ring = memoryKeyRing()
const proofKeys = openProofKeys(join(folder, 'proof'))
const sampleOf = (kind: string): DocumentData => JSON.parse(readFileSync(`${shared}samples/${kind}.json`, 'utf8'))
const id = () => uuidV4(randomBytes)
const at = (text: string) => new Date(`${text}+08:00`)
const by = (text: string, more: Partial<By> = {}): By => ({ actor: 'account-1', role: 'head', at: at(text), ...more })

let database: Database
let signer: TestSigner
beforeAll(async () => {
  // Only the ground and our own tables: the tests of this module do not wait for those of others.
  const ours = readMigrations().filter(({ name }) => name.startsWith('0050'))
  database = await openTestDatabase({ migrations: [...platformMigrations(), ...ours] })
  signer = new TestSigner(await createTestAuthority(join(folder, 'authority'), Date.UTC(2026, 3, 15)))
  await database.asPlatform(async (tx) => {
    const regions = tx.withTables<{ regions: { code: string; name: string; level: string } }>()
    const known = await regions.selectFrom('regions').select('code').where('code', 'in', ['63.11', '63.09']).execute()
    for (const code of ['63.11', '63.09']) {
      if (!known.some((row) => row.code === code))
        await regions
          .insertInto('regions')
          .values({ code, name: `Kabupaten ${code}`, level: 'regency' })
          .execute()
    }
  })
})
afterAll(async () => {
  await database?.close()
  rmSync(folder, { recursive: true })
})

const frame = sampleFrame('x')
async function sign(kind: string, more: Partial<PrepareInput> = {}): Promise<SignedDocument & { readonly qr: string }> {
  const prepared = await prepareDocument(
    {
      documentId: id(),
      kind,
      of: { kind: templates.byKind.get(kind)!.template.of, id: id() },
      holders: [],
      data: sampleOf(kind),
      office: {
        region: REGION,
        zone: frame.zone,
        values: frame.office,
        signer: frame.signer,
        verifyOrigin: 'https://balangan.example',
        typeAt: 'balangan.example/p',
        emblems: {},
      },
      atMs: at('2026-04-15T15:42:00').getTime(),
      ...more,
    },
    { templates, ring, random: randomBytes, proofKey: proofKeys.signing, signerStatus: await signer.status() },
  )
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals))
  const signed = await signPrepared(signer, prepared.value)
  if (!signed.ok) throw new Error('signer is down')
  return { ...signed.value.document, qr: prepared.value.qr }
}

const inRegion = <T>(work: Parameters<typeof database.inRegion<T>>[1]) => database.inRegion(REGION, work)
const tokenOf = async (documentId: string, caseId: string) =>
  (await inRegion((tx) => listPapersOfCase(tx, REGION, caseId, { ring, templates }))).find(
    (paper) => paper.documentId === documentId,
  )!.token
const look = async (code: string, today = '2026-04-16') =>
  inRegion(async (tx) => verificationOf(await findPaper(tx, REGION, code), templates, today))

describe('a paper', () => {
  const holder = id()
  const deed = id()
  const caseId = id()
  let first: SignedDocument
  let token: string

  beforeAll(async () => {
    first = await sign('birth-deed-extract', { of: { kind: 'deed', id: deed }, holders: [holder, holder], caseId })
    const done = await inRegion((tx) => issueDocument(tx, first, by('2026-04-15T15:43:00', { caseId })))
    expect(done).toEqual({ documentId: first.documentId, edition: 1 })
    token = await tokenOf(first.documentId, caseId)
  })

  test('is written once, however often it is sent', async () => {
    const again = await inRegion((tx) => issueDocument(tx, first, by('2026-04-15T15:44:00')))
    expect(again).toEqual({ documentId: first.documentId, edition: 1 })
    expect(await inRegion((tx) => listEvents(tx, REGION, first.documentId))).toHaveLength(1)
  })

  test('answers a stranger by token and by short code, masked', async () => {
    for (const code of [token, first.shortCode, first.shortCode.toLowerCase().replace(/-/g, ' ')]) {
      expect(await look(code)).toMatchObject({
        state: 'valid',
        isOver: false,
        facts: {
          number: '6311-LU-15042026-0007',
          maskedName: 'A***** N** R********',
          birthYear: 2026,
          issuedOn: '2026-04-15',
          specimen: true,
        },
      })
    }
    const told = JSON.stringify(await look(token))
    for (const secret of ['6311064503269901', 'isyah', 'Fauzan', '2026-03-05', first.shortCode])
      expect(told).not.toContain(secret)
  })

  test('is unknown under a wrong code and in another region', async () => {
    expect(await look('A'.repeat(26))).toEqual({ state: 'unknown' })
    expect(await look('not a code')).toEqual({ state: 'unknown' })
    const elsewhere = await database.inRegion('63.09', async (tx) =>
      verificationOf(await findPaper(tx, '63.09', token), templates, '2026-04-16'),
    )
    expect(elsewhere).toEqual({ state: 'unknown' })
  })

  test('keeps nothing readable that is printed on it', async () => {
    const row = await inRegion((tx) => findDocument(tx, REGION, first.documentId))
    const kept = JSON.stringify(row)
    for (const secret of ['6311064503269901', 'AISYAH', 'Fauzan', token]) expect(kept).not.toContain(secret)
    expect(Object.keys(row!.printed).sort()).toEqual(['birthDate', 'deedNumber', 'name', 'nik'])
  })

  test('is listed for its holder, once', async () => {
    const papers = await inRegion((tx) => listPapersOfHolder(tx, REGION, holder, { ring, templates }))
    expect(papers.map((paper) => [paper.documentId, paper.state, paper.name.id])).toEqual([
      [first.documentId, 'valid', 'Kutipan akta kelahiran'],
    ])
  })

  test('gives way to the next edition at the commit', async () => {
    const second = await sign('birth-deed-extract', { of: { kind: 'deed', id: deed }, caseId })
    const done = await inRegion((tx) => issueDocument(tx, second, by('2026-05-02T09:00:00'), 'correction'))
    expect(done).toEqual({ documentId: second.documentId, edition: 2, superseded: first.documentId })
    expect(await look(token)).toMatchObject({
      state: 'superseded',
      reason: 'correction',
      since: at('2026-05-02T09:00:00'),
    })
    expect(await look(second.shortCode)).toMatchObject({ state: 'valid' })
  })

  test('says nothing about the person once revoked', async () => {
    const revoked = await inRegion((tx) =>
      revokeDocuments(tx, REGION, { kind: 'deed', id: deed }, undefined, 'court', by('2026-06-01T10:00:00')),
    )
    expect(revoked).toHaveLength(1)
    await inRegion((tx) => revokeDocument(tx, REGION, first.documentId, 'court', by('2026-06-01T10:00:00')))
    const told = await look(token)
    expect(told).toEqual({
      state: 'revoked',
      kindName: { id: 'Kutipan akta kelahiran', en: 'Birth deed extract' },
      since: at('2026-06-01T10:00:00'),
    })
    const events = await inRegion((tx) => listEvents(tx, REGION, first.documentId))
    expect(events.map((event) => event.action)).toEqual(['issued', 'superseded', 'revoked'])
    const missing = await inRegion((tx) => revokeDocument(tx, REGION, id(), 'court', by('2026-06-01T10:00:00')))
    expect(missing).toMatchObject({ ok: false, refusals: [{ code: 'document-unknown' }] })
  })

  test('is in the signed list of revoked papers', async () => {
    const serials = await inRegion((tx) => listRevokedSerials(tx, REGION))
    const text = await signRevokedList({ region: REGION, madeAtMs: 0, dueAtMs: 1000, serials }, proofKeys.signing)
    const list = await readRevokedList(text, proofKeys.published)
    expect(list.verdict === 'signed' && list.payload.has(first.serial)).toBe(true)
  })
})

test('a change in the register ends the papers of a thing without a new one', async () => {
  const family = id()
  const paper = await sign('kk', { of: { kind: 'family', id: family } })
  await inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
  const ended = await inRegion((tx) =>
    supersedeDocuments(tx, REGION, { kind: 'family', id: family }, 'kk', 'data-change', by('2026-04-20T08:00:00')),
  )
  expect(ended).toEqual([paper.documentId])
  expect(
    await inRegion((tx) =>
      supersedeDocuments(tx, REGION, { kind: 'family', id: family }, 'kk', 'data-change', by('2026-04-20T08:00:00')),
    ),
  ).toEqual([])
  expect(await look(paper.shortCode)).toMatchObject({ state: 'superseded', facts: { number: '6311************01' } })
})

test('two first editions at once: one is written, the other fails as a whole', async () => {
  const of = { kind: 'family' as const, id: id() }
  const [a, b] = [await sign('kk', { of }), await sign('kk', { of })]
  const done = await Promise.allSettled(
    [a, b].map((paper) => inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))),
  )
  const states = await inRegion(async (tx) => [
    await findDocument(tx, REGION, a.documentId),
    await findDocument(tx, REGION, b.documentId),
  ])
  expect(states.filter((row) => row?.state === 'valid')).toHaveLength(1)
  expect(done.some((one) => one.status === 'fulfilled')).toBe(true)
})

test('one person may hold two letters of one kind, each with its number', async () => {
  const of = { kind: 'person' as const, id: id() }
  for (const letterNumber of ['474.1/0012/LM/2026', '474.1/0013/LM/2026']) {
    const paper = await sign('stillbirth-letter', { of, data: { ...sampleOf('stillbirth-letter'), letterNumber } })
    expect(await inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))).toEqual({
      documentId: paper.documentId,
      edition: 1,
    })
  }
})

describe('a term', () => {
  const of = { kind: 'person' as const, id: id() }
  let paper: SignedDocument
  beforeAll(async () => {
    paper = await sign('skpwni', { of })
    await inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
  })

  test('is shown, and told when it is over', async () => {
    expect(await look(paper.shortCode, '2026-07-24')).toMatchObject({
      state: 'valid',
      validUntil: '2026-07-24',
      isOver: false,
    })
    expect(await look(paper.shortCode, '2026-07-25')).toMatchObject({ state: 'valid', isOver: true })
  })

  test('is extended to a later date only', async () => {
    const extend = (until: string, thing = of, kind = 'skpwni') =>
      inRegion((tx) => extendDocument(tx, REGION, thing, kind, until, by('2026-07-20T09:00:00')))
    expect(await extend('2026-07-24')).toMatchObject({ ok: false, refusals: [{ code: 'document-term-shorter' }] })
    expect(await extend('2026-11-01')).toEqual({ ok: true, value: { documentId: paper.documentId } })
    expect(await look(paper.shortCode, '2026-07-25')).toMatchObject({ validUntil: '2026-11-01', isOver: false })
    expect(await extend('2026-11-01', { kind: 'person', id: id() })).toMatchObject({
      ok: false,
      refusals: [{ code: 'document-none-valid' }],
    })
  })
})

describe('comparing with the paper', () => {
  let paper: SignedDocument
  const compare = (typed: Record<string, string>, when: string) =>
    inRegion(async (tx) =>
      compareWithPaper(tx, (await findDocument(tx, REGION, paper.documentId))!, typed, {
        ring,
        templates,
        at: at(when),
      }),
    )
  beforeEach(async () => {
    paper = await sign('birth-deed-extract')
    await inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
  })

  test('answers each field, however it is spelled', async () => {
    expect(
      await compare(
        { nik: '6311 0645 0326 9901', birthDate: '05-03-2026', name: 'aisyah nur  ramadhani' },
        '2026-04-16T09:00:00',
      ),
    ).toEqual({
      ok: true,
      value: {
        answers: [
          { key: 'nik', agrees: true },
          { key: 'name', agrees: true },
          { key: 'birthDate', agrees: true },
        ],
        triesLeft: 9,
      },
    })
    const wrong = await compare({ nik: '6311064503269902', birthDate: '2026-03-05' }, '2026-04-16T09:01:00')
    expect(wrong.ok && wrong.value.answers).toEqual([
      { key: 'nik', agrees: false },
      { key: 'birthDate', agrees: true },
    ])
  })

  test('needs two values, and does not count when there are fewer', async () => {
    expect(await compare({ nik: '6311064503269901', birthDate: ' ' }, '2026-04-16T09:00:00')).toMatchObject({
      refusals: [{ code: 'document-compare-two' }],
    })
    const next = await compare({ nik: '6311064503269901', birthDate: '2026-03-05' }, '2026-04-16T09:00:00')
    expect(next.ok && next.value.triesLeft).toBe(TRIES_PER_HOUR - 1)
  })

  test('pauses at the 11th within the hour, also when it would agree', async () => {
    const guess = (index: number) =>
      compare(
        { nik: `63110645032699${String(10 + index)}`, birthDate: '2026-03-05' },
        `2026-04-16T09:0${index % 10}:00`,
      )
    for (let index = 0; index < 10; index++) expect((await guess(index)).ok).toBe(true)
    const right = { nik: '6311064503269901', birthDate: '2026-03-05' }
    expect(await compare(right, '2026-04-16T09:20:00')).toMatchObject({
      refusals: [{ code: 'document-compare-paused', params: { minutes: 40 } }],
    })
    expect((await compare(right, '2026-04-16T10:00:01')).ok).toBe(true)
  })

  test('counts every one of many at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 14 }, () => compare({ nik: '1', birthDate: '2' }, '2026-04-16T11:00:00')),
    )
    expect(all.filter((one) => one.ok)).toHaveLength(10)
  })

  test('is closed for a revoked paper', async () => {
    await inRegion((tx) => revokeDocument(tx, REGION, paper.documentId, 'court', by('2026-04-16T10:00:00')))
    expect(await compare({ nik: '6311064503269901', birthDate: '2026-03-05' }, '2026-04-16T11:00:00')).toMatchObject({
      refusals: [{ code: 'document-compare-closed' }],
    })
  })
})

describe('a download link', () => {
  let paper: SignedDocument
  const make = (when: string, pinChannel: 'sms' | 'whatsapp' = 'sms') =>
    inRegion((tx) =>
      makeDownloadLink(
        tx,
        {
          region: REGION,
          linkId: id(),
          documentId: paper.documentId,
          linkChannel: 'whatsapp',
          pinChannel,
          at: at(when),
        },
        { ring, random: randomBytes },
      ),
    )
  const made = async (when: string) => {
    const link = await make(when)
    if (!link.ok) throw new Error('no link')
    return link.value
  }
  const open = (token: string, pin: string, when: string) =>
    inRegion((tx) => openDownloadLink(tx, REGION, token, pin, { ring, at: at(when) }))
  beforeEach(async () => {
    paper = await sign('kk')
    await inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
  })

  test('opens with its PIN for seven days, as often as needed', async () => {
    const link = await made('2026-04-15T16:00:00')
    expect(link.pin).toMatch(/^\d{6}$/)
    for (const when of ['2026-04-15T16:01:00', '2026-04-22T15:59:00']) {
      expect(await open(link.token, `${link.pin.slice(0, 3)} ${link.pin.slice(3)}`, when)).toMatchObject({
        ok: true,
        value: { file_hash: paper.fileHash },
      })
    }
    expect(await open(link.token, link.pin, '2026-04-22T16:00:00')).toMatchObject({
      refusals: [{ code: 'document-link-ended' }],
    })
    const renewed = await made('2026-04-23T08:00:00')
    expect((await open(renewed.token, renewed.pin, '2026-04-23T08:01:00')).ok).toBe(true)
  })

  test('needs two channels, and ends when a newer one is made', async () => {
    expect(await make('2026-04-15T16:00:00', 'whatsapp')).toMatchObject({
      refusals: [{ code: 'document-link-one-channel' }],
    })
    const old = await made('2026-04-15T16:00:00')
    await made('2026-04-15T17:00:00')
    expect(await open(old.token, old.pin, '2026-04-15T17:01:00')).toMatchObject({
      refusals: [{ code: 'document-link-ended' }],
    })
  })

  test('locks after five wrong PINs', async () => {
    const link = await made('2026-04-15T16:00:00')
    const wrong = link.pin === '000000' ? '111111' : '000000'
    for (const left of [4, 3, 2, 1]) {
      expect(await open(link.token, wrong, '2026-04-15T16:05:00')).toMatchObject({
        refusals: [{ code: 'document-link-pin', params: { left } }],
      })
    }
    expect(await open(link.token, wrong, '2026-04-15T16:05:00')).toMatchObject({
      refusals: [{ code: 'document-link-locked' }],
    })
    expect(await open(link.token, link.pin, '2026-04-15T16:06:00')).toMatchObject({
      refusals: [{ code: 'document-link-locked' }],
    })
    expect(await open('A'.repeat(26), link.pin, '2026-04-15T16:06:00')).toMatchObject({
      refusals: [{ code: 'document-link-unknown' }],
    })
  })

  test('gives out nothing once the paper is no longer valid', async () => {
    const link = await made('2026-04-15T16:00:00')
    await inRegion((tx) => revokeDocument(tx, REGION, paper.documentId, 'court', by('2026-04-16T10:00:00')))
    expect(await open(link.token, link.pin, '2026-04-16T10:01:00')).toMatchObject({
      refusals: [{ code: 'document-not-valid' }],
    })
    expect(await make('2026-04-16T10:02:00')).toMatchObject({ refusals: [{ code: 'document-not-valid' }] })
  })
})

test('the QR of a prepared paper leads to its row and its proof to its printed values', async () => {
  const paper = await sign('birth-deed-extract')
  await inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
  const code = readQrContent(paper.qr)
  if (code?.proof === undefined) throw new Error('no QR')
  expect(await look(code.token)).toMatchObject({ state: 'valid' })
  const reading = await readProof(code.proof, proofKeys.published)
  if (reading.verdict !== 'signed') throw new Error(reading.verdict)
  expect(reading.payload).toMatchObject({
    i: '63.11',
    k: 'birth-deed-extract',
    n: '6311-LU-15042026-0007',
    d: '2026-04-15',
    j: paper.serial,
  })
  const told = await look(code.token)
  if (told.state !== 'valid') throw new Error(told.state)
  const typed = {
    deedNumber: '6311-LU-15042026-0007',
    nik: '6311064503269901',
    name: 'Aisyah Nur Ramadhani',
    birthDate: '5/3/2026',
  }
  expect(await paperAgrees(reading.payload, paper.shortCode, told.facts.fields, typed)).toBe(true)
})
