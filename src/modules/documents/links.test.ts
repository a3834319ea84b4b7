// Comparing with the paper, and downloading by link and PIN, against a real database.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issueDocument, revokeDocument } from './commands.ts'
import { compareWithPaper, TRIES_PER_HOUR } from './compare.ts'
import { makeDownloadLink, openDownloadLink } from './links.ts'
import type { SignedDocument } from './prepare.ts'
import { findDocument } from './store.ts'
import { at, by, id, openTestWorld, REGION, ring, type TestWorld, templates } from './test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
})
afterAll(async () => world?.close())

describe('comparing with the paper', () => {
  let paper: SignedDocument
  const compare = (typed: Record<string, string>, when: string) =>
    world.inRegion(async (tx) =>
      compareWithPaper(tx, (await findDocument(tx, REGION, paper.documentId))!, typed, {
        ring,
        templates,
        at: at(when),
      }),
    )
  beforeEach(async () => {
    paper = await world.sign('birth-deed-extract')
    await world.inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
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
    await world.inRegion((tx) => revokeDocument(tx, REGION, paper.documentId, 'court', by('2026-04-16T10:00:00')))
    expect(await compare({ nik: '6311064503269901', birthDate: '2026-03-05' }, '2026-04-16T11:00:00')).toMatchObject({
      refusals: [{ code: 'document-compare-closed' }],
    })
  })
})

describe('a download link', () => {
  let paper: SignedDocument
  const make = (when: string, pinChannel: 'sms' | 'whatsapp' = 'sms') =>
    world.inRegion((tx) =>
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
    world.inRegion((tx) => openDownloadLink(tx, REGION, token, pin, { ring, at: at(when) }))
  beforeEach(async () => {
    paper = await world.sign('kk')
    await world.inRegion((tx) => issueDocument(tx, paper, by('2026-04-15T16:00:00')))
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
    await world.inRegion((tx) => revokeDocument(tx, REGION, paper.documentId, 'court', by('2026-04-16T10:00:00')))
    expect(await open(link.token, link.pin, '2026-04-16T10:01:00')).toMatchObject({
      refusals: [{ code: 'document-not-valid' }],
    })
    expect(await make('2026-04-16T10:02:00')).toMatchObject({ refusals: [{ code: 'document-not-valid' }] })
  })
})
