// The built paper thread gives the very bytes and answers that the same functions give here, refusals included.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAPER_WORK_HERE } from '../modules/documents/paper-work.ts'
import { sampleFrame } from '../modules/documents/sample.ts'
import { createTestAuthority } from '../modules/documents/signing/test-authority.ts'
import { TestSigner } from '../modules/documents/signing/test-signer.ts'
import type { DocumentData } from '../modules/documents/template.ts'
import { readTemplates } from '../modules/documents/templates.ts'
import { packagePath } from '../platform/paths.ts'
import { openPaperThreads, type PaperThreads } from './paper-threads.ts'

const folder = mkdtempSync(join(tmpdir(), 'puja-threads-'))
const documents = packagePath('services', 'shared', 'documents')
const templates = readTemplates(documents)
const kind = 'birth-deed-extract'
const { template } = templates.byKind.get(kind)!
const data: DocumentData = JSON.parse(readFileSync(join(documents, 'samples', `${kind}.json`), 'utf8'))
const frame = sampleFrame('0196-thread')
const request = { reason: 'Kutipan', signerName: 'Kepala', location: 'Paringin', timeMs: Date.UTC(2026, 3, 15, 7, 42) }

let threads: PaperThreads
beforeAll(async () => {
  execFileSync(process.execPath, [packagePath('tools', 'build.mjs')], { stdio: 'ignore' })
  threads = openPaperThreads(pathToFileURL(packagePath('dist', 'paper-worker.js')))
})
afterAll(async () => {
  await threads.close()
  rmSync(folder, { recursive: true })
})

describe('a paper thread', () => {
  it('draws the same bytes, several at a time', async () => {
    const here = await PAPER_WORK_HERE.render(template, data, frame, templates.lists)
    if (!here.ok) throw new Error('the sample was refused')
    for (const there of await Promise.all(
      [1, 2, 3].map(() => threads.render(template, data, frame, templates.lists)),
    )) {
      if (!there.ok) throw new Error('the sample was refused')
      expect(Buffer.compare(there.value.bytes, here.value.bytes)).toBe(0)
      expect(there.value.pages).toBe(here.value.pages)
    }
  })

  it('signs with the keys of the same authority, and sees a file that was changed', async () => {
    const drawn = await threads.render(template, data, frame, templates.lists)
    if (!drawn.ok) throw new Error('the sample was refused')
    const authority = await createTestAuthority(folder, request.timeMs)
    const signer = new TestSigner(
      async () => authority,
      (pdf, asked) => threads.sign(folder, pdf, asked),
    )
    const [there, here] = [
      await signer.sign(drawn.value.bytes, request),
      await new TestSigner(async () => authority).sign(drawn.value.bytes, request),
    ]
    if (!there.ok || !here.ok) throw new Error('the signer is down')
    expect(there.value.certificateSerial).toBe(here.value.certificateSerial)
    expect(await threads.faultOfSigned(drawn.value.bytes, there.value.bytes)).toBeUndefined()
    const changed = Uint8Array.from(there.value.bytes)
    changed[5000]! ^= 1
    expect(await threads.faultOfSigned(drawn.value.bytes, changed)).toBe('changed')
    signer.setDown(true)
    expect(await signer.sign(drawn.value.bytes, request)).toMatchObject({ ok: false })
  })

  it('refuses what cannot be printed as it is refused here', async () => {
    const wrong = { ...data, [template.number]: 42 as never }
    const there = await threads.render(template, wrong, frame, templates.lists)
    expect(there.ok).toBe(false)
    expect(there).toEqual(await PAPER_WORK_HERE.render(template, wrong, frame, templates.lists))
  })
})
