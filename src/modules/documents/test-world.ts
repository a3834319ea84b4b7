// What the tests of papers share: a database with two regions, a test signer, papers signed from the samples.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { uuidV4 } from '../../kernel/id.ts'
import { readMigrations } from '../../platform/db/migrate.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import type { By } from './commands.ts'
import { type PrepareInput, prepareDocument, type SignedDocument, signPrepared } from './prepare.ts'
import { openProofKeys } from './proof/keys.ts'
import { findPaper, listPapersOfCase, verificationOf } from './queries.ts'
import { sampleFrame } from './sample.ts'
import { createTestAuthority } from './signing/test-authority.ts'
import { TestSigner } from './signing/test-signer.ts'
import type { DocumentData } from './template.ts'
import { readTemplates } from './templates.ts'

export const REGION = '63.11'
const shared = fileURLToPath(new URL('../../../services/shared/documents/', import.meta.url))
export const templates = readTemplates(shared)
export const ring = memoryKeyRing()
export const sampleOf = (kind: string): DocumentData =>
  JSON.parse(readFileSync(`${shared}samples/${kind}.json`, 'utf8'))
export const id = () => uuidV4(randomBytes)
export const at = (text: string) => new Date(`${text}+08:00`)
export const by = (text: string, more: Partial<By> = {}): By => ({
  actor: 'account-1',
  role: 'head',
  at: at(text),
  ...more,
})
export type TestWorld = Awaited<ReturnType<typeof openTestWorld>>

export async function openTestWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'puja-documents-'))
  const proofKeys = openProofKeys(join(folder, 'proof'))
  // Only the ground and our own tables: the tests of this module do not wait for those of others.
  const ours = readMigrations().filter(({ name }) => name.startsWith('0050') || name.startsWith('0127'))
  const database = await openTestDatabase({ migrations: [...platformMigrations(), ...ours] })
  const signer = new TestSigner(() => createTestAuthority(join(folder, 'authority'), Date.UTC(2026, 3, 15)))
  await database.asPlatform((tx) =>
    tx
      .withTables<{ regions: { code: string; name: string; level: string } }>()
      .insertInto('regions')
      .values(['63.11', '63.09'].map((code) => ({ code, name: `Kabupaten ${code}`, level: 'regency' })))
      .execute(),
  )
  const inRegion = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.inRegion(REGION, work)
  const frame = sampleFrame('x')
  return {
    database,
    proofKeys,
    inRegion,
    /** A paper from its sample, signed, with the content of its QR. */
    async sign(kind: string, more: Partial<PrepareInput> = {}): Promise<SignedDocument & { readonly qr: string }> {
      const office = {
        region: REGION,
        zone: frame.zone,
        values: frame.office,
        signer: frame.signer,
        verifyOrigin: 'https://balangan.example',
        typeAt: 'balangan.example/p',
        emblems: {},
      }
      const of = { kind: templates.byKind.get(kind)!.template.of, id: id() }
      const prepared = await prepareDocument(
        {
          documentId: id(),
          kind,
          of,
          holders: [],
          data: sampleOf(kind),
          office,
          atMs: at('2026-04-15T15:42:00').getTime(),
          ...more,
        },
        { templates, ring, random: randomBytes, proofKey: proofKeys.signing, signerStatus: await signer.status() },
      )
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusals))
      const signed = await signPrepared(signer, prepared.value)
      if (!signed.ok) throw new Error('signer is down')
      return { ...signed.value.document, qr: prepared.value.qr }
    },
    async tokenOf(documentId: string, caseId: string): Promise<string> {
      const papers = await inRegion((tx) => listPapersOfCase(tx, REGION, caseId, { ring, templates }))
      return papers.find((paper) => paper.documentId === documentId)!.token
    },
    look: (code: string, today = '2026-04-16') =>
      inRegion(async (tx) => verificationOf(await findPaper(tx, REGION, code), templates, today)),
    async close(): Promise<void> {
      await database.close()
      rmSync(folder, { recursive: true })
    },
  }
}
