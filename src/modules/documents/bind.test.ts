// The pages' port bound to a real database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { bindDocuments } from './bind.ts'
import { issueDocument, supersedeDocuments } from './commands.ts'
import type { DocumentsPort } from './port.ts'
import type { SignedDocument } from './prepare.ts'
import { readRevokedList } from './proof/revoked-list.ts'
import { by, id, openTestWorld, REGION, ring, type TestWorld, templates } from './test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
})
afterAll(async () => world?.close())

describe('the pages, bound', () => {
  const holder = id()
  let paper: SignedDocument
  const kept = new Map<string, Uint8Array>()
  const visitor = (personId?: string): Visitor => ({
    requestId: 'r1',
    language: 'id',
    region: {
      code: REGION,
      name: 'Kabupaten Balangan',
      hue: 168,
      timeZone: 'Asia/Makassar',
      office: 'Disdukcapil Balangan',
    },
    ...(personId === undefined
      ? {}
      : { actor: { accountId: 'a1', name: 'Ibu', sessionId: 's1', personId, assignments: [] } }),
    page: {
      language: 'id',
      region: { code: REGION, name: 'Kabupaten Balangan', hue: 168 },
      path: '/',
      assets: { styles: [] },
    },
    demo: true,
    device: 'phone',
    tell: (refusal) => refusal.code,
    statusOf: () => 422,
  })
  let port: DocumentsPort
  const bound = () =>
    bindDocuments({
      database: { inRegion: (region, work, options) => world.database.inRegion(region, work, options) },
      ring,
      clock: fixedClock('2026-04-16T09:41:00+08:00'),
      templates,
      proofKeys: world.proofKeys,
      files: { read: async (_, hash) => kept.get(hash) },
      visitor: async () => visitor(),
      reportHref: () => '/63.11/report',
    })

  beforeAll(async () => {
    port = bound()
    paper = await world.sign('kk', { holders: [holder] })
    kept.set(paper.fileHash, new Uint8Array([1, 2, 3]))
    await world.inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
  })

  test('check and compare by short code', async () => {
    const checked = await port.check(visitor(), paper.shortCode)
    expect(checked).toMatchObject({
      checkedAt: 'Kamis, 16 April 2026, pukul 09.41 WITA',
      verification: { state: 'valid' },
    })
    const compared = await port.compare(visitor(), paper.shortCode, {
      kkNumber: '6311061205219901',
      headName: 'ahmad fauzan',
    })
    expect(compared).toMatchObject({ ok: true, value: { triesLeft: 9 } })
    expect(await port.compare(visitor(), 'ABCD-EFGH-JKL2', { kkNumber: '1', headName: 'x' })).toMatchObject({
      ok: false,
    })
  })

  test('the file goes to its holder, to nobody else, and not when it is superseded', async () => {
    expect(await port.download(visitor(holder), paper.documentId)).toEqual({
      ok: true,
      value: { bytes: new Uint8Array([1, 2, 3]), fileName: 'kartu-keluarga.pdf' },
    })
    for (const other of [visitor(), visitor(id())]) {
      expect(await port.download(other, paper.documentId)).toMatchObject({ refusals: [{ code: 'document-unknown' }] })
    }
    await world.inRegion((tx) =>
      supersedeDocuments(tx, REGION, paper.of, 'kk', 'data-change', by('2026-04-16T09:00:00')),
    )
    expect(await port.download(visitor(holder), paper.documentId)).toMatchObject({
      refusals: [{ code: 'document-not-valid' }],
    })
  })

  test('the published list can be read with the published keys', async () => {
    const reading = await readRevokedList(await port.revokedList(visitor()), port.publishedKeys())
    expect(reading).toMatchObject({ verdict: 'signed', payload: { region: REGION } })
  })
})
