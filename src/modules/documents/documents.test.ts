// The life of a paper against a real database: issued, superseded, extended, revoked; what a stranger is told in each state.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  extendDocument,
  issueDocument,
  markLetterUsed,
  reinstateDocuments,
  revokeDocument,
  revokeDocuments,
  supersedeDocuments,
} from './commands.ts'
import type { SignedDocument } from './prepare.ts'
import { readProof } from './proof/proof.ts'
import { readRevokedList, signRevokedList } from './proof/revoked-list.ts'
import { paperAgrees, readQrContent } from './proof/scanned.ts'
import { findPaper, listPapersOfHolder, verificationOf } from './queries.ts'
import { findDocument, listEvents, listRevokedSerials } from './store.ts'
import { at, by, id, openTestWorld, REGION, ring, sampleOf, type TestWorld, templates } from './test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
})
afterAll(async () => world?.close())

describe('a paper', () => {
  const holder = id()
  const deed = id()
  const caseId = id()
  let first: SignedDocument
  let token: string

  beforeAll(async () => {
    first = await world.sign('birth-deed-extract', {
      of: { kind: 'deed', id: deed },
      holders: [holder, holder],
      caseId,
    })
    const done = await world.inRegion((tx) => issueDocument(tx, first, by('2026-04-15T15:43:00', { caseId })))
    expect(done).toEqual({ documentId: first.documentId, edition: 1 })
    token = await world.tokenOf(first.documentId, caseId)
  })

  test('is written once, however often it is sent', async () => {
    const again = await world.inRegion((tx) => issueDocument(tx, first, by('2026-04-15T15:44:00')))
    expect(again).toEqual({ documentId: first.documentId, edition: 1 })
    expect(await world.inRegion((tx) => listEvents(tx, REGION, first.documentId))).toHaveLength(1)
  })

  test('answers a stranger by token and by short code, masked', async () => {
    for (const code of [token, first.shortCode, first.shortCode.toLowerCase().replace(/-/g, ' ')]) {
      expect(await world.look(code)).toMatchObject({
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
    const told = JSON.stringify(await world.look(token))
    for (const secret of ['6311064503269901', 'isyah', 'Fauzan', '2026-03-05', first.shortCode])
      expect(told).not.toContain(secret)
  })

  test('is unknown under a wrong code and in another region', async () => {
    expect(await world.look('A'.repeat(26))).toEqual({ state: 'unknown' })
    expect(await world.look('not a code')).toEqual({ state: 'unknown' })
    const elsewhere = await world.database.inRegion('63.09', async (tx) =>
      verificationOf(await findPaper(tx, '63.09', token), templates, '2026-04-16'),
    )
    expect(elsewhere).toEqual({ state: 'unknown' })
  })

  test('keeps nothing readable that is printed on it', async () => {
    const row = await world.inRegion((tx) => findDocument(tx, REGION, first.documentId))
    const kept = JSON.stringify(row)
    for (const secret of ['6311064503269901', 'AISYAH', 'Fauzan', token]) expect(kept).not.toContain(secret)
    expect(Object.keys(row!.printed).sort()).toEqual(['birthDate', 'deedNumber', 'name', 'nik'])
  })

  test('is listed for its holder, once', async () => {
    const papers = await world.inRegion((tx) => listPapersOfHolder(tx, REGION, holder, { ring, templates }))
    expect(papers.map((paper) => [paper.documentId, paper.state, paper.name.id])).toEqual([
      [first.documentId, 'valid', 'Kutipan akta kelahiran'],
    ])
  })

  test('gives way to the next edition at the commit', async () => {
    const second = await world.sign('birth-deed-extract', { of: { kind: 'deed', id: deed }, caseId })
    const done = await world.inRegion((tx) => issueDocument(tx, second, by('2026-05-02T09:00:00'), 'correction'))
    expect(done).toEqual({ documentId: second.documentId, edition: 2, superseded: first.documentId })
    expect(await world.look(token)).toMatchObject({
      state: 'superseded',
      reason: 'correction',
      since: at('2026-05-02T09:00:00'),
    })
    expect(await world.look(second.shortCode)).toMatchObject({ state: 'valid' })
  })

  test('a letter that was used is told as used, once, and only that letter', async () => {
    const letter = await world.sign('birth-deed-extract', { of: { kind: 'deed', id: id() }, caseId, holders: [holder] })
    await world.inRegion((tx) => issueDocument(tx, letter, by('2026-05-03T09:00:00')))
    const use = (number: string) =>
      world.inRegion((tx) =>
        markLetterUsed(
          tx,
          REGION,
          { number, kinds: ['birth-deed-extract'], holders: letter.holders },
          by('2026-05-04T09:00:00'),
        ),
      )
    await use('SKPWNI/6311/04052026/9999')
    expect(await world.look(letter.shortCode)).toMatchObject({ state: 'valid' })
    await use(letter.number)
    await use(letter.number)
    expect(await world.look(letter.shortCode)).toMatchObject({ state: 'superseded', reason: 'used' })
    const events = await world.inRegion((tx) => listEvents(tx, REGION, letter.documentId))
    expect(events.map((event) => event.action)).toEqual(['issued', 'superseded'])
  })

  test('says nothing about the person once revoked', async () => {
    const revoked = await world.inRegion((tx) =>
      revokeDocuments(tx, REGION, { kind: 'deed', id: deed }, undefined, 'court', by('2026-06-01T10:00:00')),
    )
    expect(revoked).toHaveLength(1)
    await world.inRegion((tx) => revokeDocument(tx, REGION, first.documentId, 'court', by('2026-06-01T10:00:00')))
    const told = await world.look(token)
    expect(told).toEqual({
      state: 'revoked',
      kindName: { id: 'Kutipan akta kelahiran', en: 'Birth deed extract' },
      since: at('2026-06-01T10:00:00'),
    })
    const events = await world.inRegion((tx) => listEvents(tx, REGION, first.documentId))
    expect(events.map((event) => event.action)).toEqual(['issued', 'superseded', 'revoked'])
    const missing = await world.inRegion((tx) => revokeDocument(tx, REGION, id(), 'court', by('2026-06-01T10:00:00')))
    expect(missing).toMatchObject({ ok: false, refusals: [{ code: 'document-unknown' }] })
  })

  test('is in the signed list of revoked papers', async () => {
    const serials = await world.inRegion((tx) => listRevokedSerials(tx, REGION))
    const text = await signRevokedList({ region: REGION, madeAtMs: 0, dueAtMs: 1000, serials }, world.proofKeys.signing)
    const list = await readRevokedList(text, world.proofKeys.published)
    expect(list.verdict === 'signed' && list.payload.has(first.serial)).toBe(true)
  })
})

test('a change in the register ends the papers of a thing without a new one', async () => {
  const family = id()
  const paper = await world.sign('kk', { of: { kind: 'family', id: family } })
  await world.inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
  const ended = await world.inRegion((tx) =>
    supersedeDocuments(tx, REGION, { kind: 'family', id: family }, 'kk', 'data-change', by('2026-04-20T08:00:00')),
  )
  expect(ended).toEqual([paper.documentId])
  expect(
    await world.inRegion((tx) =>
      supersedeDocuments(tx, REGION, { kind: 'family', id: family }, 'kk', 'data-change', by('2026-04-20T08:00:00')),
    ),
  ).toEqual([])
  expect(await world.look(paper.shortCode)).toMatchObject({
    state: 'superseded',
    facts: { number: '6311************01' },
  })
})

test('papers that an annulled case had ended are in force again; its own, and those ended by others since, are not', async () => {
  const caseId = id()
  const paperOf = async (of: string, made?: string) => {
    const paper = await world.sign('kk', {
      of: { kind: 'family', id: of },
      ...(made === undefined ? {} : { caseId: made }),
    })
    await world.inRegion((tx) =>
      issueDocument(tx, paper, by('2026-04-15T16:00:00', made === undefined ? {} : { caseId: made })),
    )
    return paper
  }
  const [revoked, superseded, ofCourt, own] = [
    await paperOf(id()),
    await paperOf(id()),
    await paperOf(id()),
    await paperOf(id(), caseId),
  ]
  const act = by('2026-04-20T08:00:00', { caseId })
  const annul = by('2026-04-21T08:00:00', { caseId })
  await world.inRegion(async (tx) => {
    await revokeDocuments(tx, REGION, revoked.of, 'kk', 'office-decision', act)
    for (const { of } of [superseded, ofCourt]) await supersedeDocuments(tx, REGION, of, 'kk', 'data-change', act)
    await revokeDocument(tx, REGION, ofCourt.documentId, 'court', by('2026-04-20T12:00:00'))
    await revokeDocument(tx, REGION, own.documentId, 'office-decision', annul)
  })
  const back = await world.inRegion((tx) => reinstateDocuments(tx, REGION, caseId, annul))
  expect(back.map((one) => one.documentId).sort()).toEqual([revoked.documentId, superseded.documentId].sort())
  const states = await world.inRegion((tx) =>
    Promise.all([revoked, superseded, ofCourt, own].map((one) => findDocument(tx, REGION, one.documentId))),
  )
  expect(states.map((one) => one?.state)).toEqual(['valid', 'valid', 'revoked', 'revoked'])
  expect(await world.inRegion((tx) => listRevokedSerials(tx, REGION))).not.toContain(revoked.serial)
  expect(await world.inRegion((tx) => reinstateDocuments(tx, REGION, caseId, annul))).toEqual([])
})

test('two first editions at once: one is written, the other fails as a whole', async () => {
  const of = { kind: 'family' as const, id: id() }
  const [a, b] = [await world.sign('kk', { of }), await world.sign('kk', { of })]
  const done = await Promise.allSettled(
    [a, b].map((paper) => world.inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))),
  )
  const states = await world.inRegion(async (tx) => [
    await findDocument(tx, REGION, a.documentId),
    await findDocument(tx, REGION, b.documentId),
  ])
  expect(states.filter((row) => row?.state === 'valid')).toHaveLength(1)
  expect(done.some((one) => one.status === 'fulfilled')).toBe(true)
})

test('one person may hold two letters of one kind, each with its number', async () => {
  const of = { kind: 'person' as const, id: id() }
  for (const letterNumber of ['474.1/0012/LM/2026', '474.1/0013/LM/2026']) {
    const paper = await world.sign('stillbirth-letter', {
      of,
      data: { ...sampleOf('stillbirth-letter'), letterNumber },
    })
    expect(await world.inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))).toEqual({
      documentId: paper.documentId,
      edition: 1,
    })
  }
})

describe('a term', () => {
  const of = { kind: 'person' as const, id: id() }
  let paper: SignedDocument
  beforeAll(async () => {
    paper = await world.sign('skpwni', { of })
    await world.inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
  })

  test('is shown, and told when it is over', async () => {
    expect(await world.look(paper.shortCode, '2026-07-24')).toMatchObject({
      state: 'valid',
      validUntil: '2026-07-24',
      isOver: false,
    })
    expect(await world.look(paper.shortCode, '2026-07-25')).toMatchObject({ state: 'valid', isOver: true })
  })

  test('is extended to a later date only', async () => {
    const extend = (until: string, thing = of, kind = 'skpwni') =>
      world.inRegion((tx) => extendDocument(tx, REGION, thing, kind, until, by('2026-07-20T09:00:00')))
    expect(await extend('2026-07-24')).toMatchObject({
      refusals: [{ code: 'document-term-shorter', params: { untilId: '24 Juli 2026', untilEn: '24 July 2026' } }],
    })
    expect(await extend('2026-11-01')).toEqual({ ok: true, value: { documentId: paper.documentId } })
    expect(await world.look(paper.shortCode, '2026-07-25')).toMatchObject({ validUntil: '2026-11-01', isOver: false })
    expect(await extend('2026-11-01', { kind: 'person', id: id() })).toMatchObject({
      ok: false,
      refusals: [{ code: 'document-none-valid' }],
    })
  })
})

test('the QR of a prepared paper leads to its row and its proof to its printed values', async () => {
  const paper = await world.sign('birth-deed-extract')
  await world.inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
  const code = readQrContent(paper.qr)
  if (code?.proof === undefined) throw new Error('no QR')
  expect(await world.look(code.token)).toMatchObject({ state: 'valid' })
  const reading = await readProof(code.proof, world.proofKeys.published)
  if (reading.verdict !== 'signed') throw new Error(reading.verdict)
  expect(reading.payload).toMatchObject({
    i: '63.11',
    k: 'birth-deed-extract',
    n: '6311-LU-15042026-0007',
    d: '2026-04-15',
    j: paper.serial,
  })
  const told = await world.look(code.token)
  if (told.state !== 'valid') throw new Error(told.state)
  const typed = {
    deedNumber: '6311-LU-15042026-0007',
    nik: '6311064503269901',
    name: 'Aisyah Nur Ramadhani',
    birthDate: '5/3/2026',
  }
  expect(await paperAgrees(reading.payload, paper.shortCode, told.facts.fields, typed)).toBe(true)
})
