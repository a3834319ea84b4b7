// Papers drawn before their signature: the same paper as drawn then, never an old one.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { packagePath } from '../../platform/paths.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import { DrawnAhead } from './drawn-ahead.ts'
import { PAPER_WORK_HERE, type PaperWork } from './paper-work.ts'
import type { PrepareInput, PrepareTools, prepareDocument } from './prepare.ts'
import { openProofKeys } from './proof/keys.ts'
import { sampleFrame } from './sample.ts'
import { readTemplates } from './templates.ts'

const folder = mkdtempSync(join(tmpdir(), 'puja-ahead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MORNING = Date.UTC(2026, 3, 15, 1)
const render = vi.fn<PaperWork['render']>(PAPER_WORK_HERE.render)
let tools: PrepareTools
let input: PrepareInput
let round = 0
beforeAll(() => {
  const shared = packagePath('services', 'shared', 'documents')
  const frame = sampleFrame('x')
  tools = {
    templates: readTemplates(shared),
    ring: memoryKeyRing(),
    // Chance that can be told apart: every paper drawn has codes of its own.
    random: (length) => new Uint8Array(length).fill(++round),
    proofKey: openProofKeys(join(folder, 'proof')).signing,
    signerStatus: {
      provider: 'test',
      state: 'up',
      certificateOf: 'otoritas uji',
      certificateUntilMs: MORNING * 2,
      specimen: true,
    },
    work: { ...PAPER_WORK_HERE, render },
  }
  input = {
    documentId: '01960000-0000-7000-8000-000000000001',
    kind: 'kk',
    of: { kind: 'family', id: '01960000-0000-7000-8000-000000000002' },
    holders: ['01960000-0000-7000-8000-000000000003'],
    data: JSON.parse(readFileSync(join(shared, 'samples', 'kk.json'), 'utf8')),
    office: {
      region: '63.11',
      zone: frame.zone,
      values: frame.office,
      signer: frame.signer,
      verifyOrigin: 'https://puja.example',
      typeAt: 'puja.example/63.11/v',
      emblems: {},
    },
    atMs: MORNING,
  }
})

const drawn = () => {
  const calls = render.mock.calls.length
  render.mockClear()
  return calls
}
const value = async (paper: ReturnType<typeof prepareDocument>) => {
  const got = await paper
  if (!got.ok) throw new Error(JSON.stringify(got.refusals))
  return got.value
}

test('what was drawn ahead is what is signed, as of the minute of its signature', async () => {
  const ahead = new DrawnAhead()
  ahead.begin(input, tools)
  const later = MORNING + 5 * 3_600_000
  const taken = await value(ahead.take({ ...input, atMs: later }, tools))
  expect(drawn()).toBe(1)
  expect(taken.document.issuedAtMs).toBe(later)
  expect(taken.document.issuedOn).toBe('2026-04-15')
  // Once more, because the signer was away: the same paper, its codes too.
  const again = await value(ahead.take({ ...input, atMs: later + 60_000 }, tools))
  expect(drawn()).toBe(0)
  expect(again.document.shortCode).toBe(taken.document.shortCode)
  expect(again.pdf).toBe(taken.pdf)
})

test.each<[string, (one: PrepareInput) => PrepareInput]>([
  ['another day', (one) => ({ ...one, atMs: MORNING + 24 * 3_600_000 })],
  ['midnight in the region, not in Greenwich', (one) => ({ ...one, atMs: Date.UTC(2026, 3, 15, 16) })],
  [
    'another signer',
    (one) => ({ ...one, office: { ...one.office, signer: { ...one.office.signer, acting: 'Plh.', name: 'RAHMAH' } } }),
  ],
  ['other data', (one) => ({ ...one, data: { ...one.data, address: 'JL. LAIN' } })],
  ['another holder', (one) => ({ ...one, holders: [] })],
  ['an emblem', (one) => ({ ...one, office: { ...one.office, emblems: { region: EMBLEM } } })],
])('%s: it is drawn anew', async (_, change) => {
  const ahead = new DrawnAhead()
  ahead.begin(input, tools)
  const first = await value(ahead.take(input, tools))
  expect(drawn()).toBe(1)
  const other = await value(ahead.take(change(input), tools))
  expect(drawn()).toBe(1)
  expect(other.document.shortCode).not.toBe(first.document.shortCode)
})

test('a certificate of another authority is named, whatever was drawn', async () => {
  const ahead = new DrawnAhead()
  ahead.begin(input, tools)
  await ahead.take(input, { ...tools, signerStatus: { ...tools.signerStatus, certificateOf: 'BSrE' } })
  // Which of the two is finished first is chance.
  await vi.waitFor(() => expect(render).toHaveBeenCalledTimes(2))
  expect(drawn()).toBe(2)
})

test('what cannot be drawn, or breaks, is tried again when it is signed', async () => {
  const ahead = new DrawnAhead()
  render.mockRejectedValueOnce(new Error('a thread ended'))
  ahead.begin(input, tools)
  expect((await ahead.take(input, tools)).ok).toBe(true)
  expect(drawn()).toBe(2)
  const unknown = { ...input, kind: 'no-such-paper' }
  ahead.begin(unknown, tools)
  expect(await ahead.take(unknown, tools)).toMatchObject({ ok: false, refusals: [{ code: 'document-kind-unknown' }] })
})

test('the drawing waits until an answer has left; whoever signs before does not wait for it', async () => {
  const ahead = new DrawnAhead(undefined, 60_000)
  ahead.begin(input, tools)
  expect((await ahead.take(input, tools)).ok).toBe(true)
  expect(drawn()).toBe(1)
  const soon = new DrawnAhead(undefined, 20)
  soon.begin(input, tools)
  await new Promise((resolve) => setTimeout(resolve, 1))
  expect(drawn()).toBe(0)
  await vi.waitFor(() => expect(render).toHaveBeenCalledTimes(1))
  expect(drawn()).toBe(1)
})

test('no more are kept than fit; the oldest goes, and what was signed', async () => {
  const ahead = new DrawnAhead(2)
  const one = (n: number): PrepareInput => ({ ...input, documentId: `01960000-0000-7000-8000-00000000001${n}` })
  for (const n of [1, 2, 3]) ahead.begin(one(n), tools)
  await ahead.take(one(3), tools)
  await ahead.take(one(2), tools)
  expect(drawn()).toBe(3)
  await ahead.take(one(1), tools)
  expect(drawn()).toBe(1)
  ahead.forget(one(3).documentId)
  await ahead.take(one(3), tools)
  expect(drawn()).toBe(1)
})

// A black PNG of one pixel.
const EMBLEM = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)
