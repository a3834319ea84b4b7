// How many papers one core makes in a second: proof, QR, rendering from the template, PAdES signature, time stamp; warm.
// Limit: at least 15 a second of processor time. Measured over a birth deed, a family card and a moving letter in turn,
// beside signing alone (the peer: the signing library by itself reaches about 150 a second).
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidV4 } from '../src/kernel/id.ts'
import { prepareDocument, signPrepared } from '../src/modules/documents/prepare.ts'
import { openProofKeys } from '../src/modules/documents/proof/keys.ts'
import { sampleFrame } from '../src/modules/documents/sample.ts'
import { createTestAuthority } from '../src/modules/documents/signing/test-authority.ts'
import { TestSigner } from '../src/modules/documents/signing/test-signer.ts'
import { readTemplates } from '../src/modules/documents/templates.ts'
import { packagePath } from '../src/platform/paths.ts'
import { memoryKeyRing } from '../src/platform/secrets/memory-key-ring.ts'

const LIMIT_PER_SECOND = 15
const KINDS = ['birth-deed-extract', 'kk', 'skpwni'] as const
const WARM = 30
const COUNT = 150

const folder = mkdtempSync(join(tmpdir(), 'puja-bench-sign-'))
try {
  const templates = readTemplates(packagePath('services', 'shared', 'documents'))
  const signer = new TestSigner(() => createTestAuthority(join(folder, 'authority'), Date.now()))
  const proofKey = openProofKeys(join(folder, 'proof')).signing
  const frame = sampleFrame('x')
  const office = {
    region: '63.11',
    zone: frame.zone,
    values: frame.office,
    signer: frame.signer,
    verifyOrigin: 'https://balangan.pujaindah.example',
    typeAt: 'balangan.pujaindah.example/63.11/v',
    emblems: {},
  }
  const tools = { templates, ring: memoryKeyRing(), random: randomBytes, proofKey, signerStatus: await signer.status() }
  const samples = KINDS.map((kind) => ({
    kind,
    data: JSON.parse(readFileSync(packagePath('services', 'shared', 'documents', 'samples', `${kind}.json`), 'utf8')),
  }))
  let bytes = 0
  const make = async (index: number) => {
    const { kind, data } = samples[index % samples.length]!
    const of = { kind: templates.byKind.get(kind)!.template.of, id: uuidV4(randomBytes) }
    const input = { documentId: uuidV4(randomBytes), kind, of, holders: [], data, office, atMs: Date.now() }
    const prepared = await prepareDocument(input, tools)
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals))
    return prepared.value
  }
  const sign = async (prepared: Awaited<ReturnType<typeof make>>) => {
    const signed = await signPrepared(signer, prepared)
    if (!signed.ok) throw new Error('signer is down')
    bytes += signed.value.pdf.length
  }
  /** Seconds of processor time (all threads) and of the clock for so many papers. */
  const measure = async (count: number, work: (index: number) => Promise<void>) => {
    const started = performance.now()
    const before = process.cpuUsage()
    for (let index = 0; index < count; index++) await work(index)
    const { user, system } = process.cpuUsage(before)
    return { cpu: (user + system) / 1e6, wall: (performance.now() - started) / 1000 }
  }
  await measure(WARM, async (index) => sign(await make(index)))
  bytes = 0
  const whole = await measure(COUNT, async (index) => sign(await make(index)))
  const size = Math.round(bytes / COUNT / 1000)
  const ready = await Promise.all(Array.from({ length: 30 }, (_, index) => make(index)))
  const alone = await measure(ready.length, (index) => sign(ready[index]!))
  const perSecond = COUNT / whole.cpu
  console.log(`documents: ${COUNT} papers (${KINDS.join(', ')}), ${size} kB each`)
  console.log(
    `  prepare, render, sign, time stamp: ${perSecond.toFixed(1)} a second of one core (wall ${(COUNT / whole.wall).toFixed(1)}), limit ${LIMIT_PER_SECOND}, ratio ${(perSecond / LIMIT_PER_SECOND).toFixed(2)}`,
  )
  console.log(`  sign and time stamp alone: ${(ready.length / alone.cpu).toFixed(1)} a second of one core`)
} finally {
  rmSync(folder, { recursive: true })
}
