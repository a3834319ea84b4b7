// What a paper thread does: draws, signs with the test authority, checks. Must stay true: no database and no state but the keys of
// the test authority; every function may be called by any number of cases at once.
import type { Result } from './kernel/refusal.ts'
import { PAPER_WORK_HERE, type PaperWork } from './modules/documents/paper-work.ts'
import type { SignedFile, SignRequest } from './modules/documents/signing/signer.ts'
import { createTestAuthority } from './modules/documents/signing/test-authority.ts'
import { TestSigner } from './modules/documents/signing/test-signer.ts'

export const render = (input: Parameters<PaperWork['render']>): ReturnType<PaperWork['render']> =>
  PAPER_WORK_HERE.render(...input)

export const report = (input: Parameters<PaperWork['report']>): ReturnType<PaperWork['report']> =>
  PAPER_WORK_HERE.report(...input)

export const faultOfSigned = (input: Parameters<PaperWork['faultOfSigned']>): ReturnType<PaperWork['faultOfSigned']> =>
  PAPER_WORK_HERE.faultOfSigned(...input)

export type ThreadSignInput = { readonly folder: string; readonly pdf: Uint8Array; readonly request: SignRequest }
const signers = new Map<string, TestSigner>()

export async function sign({ folder, pdf, request }: ThreadSignInput): Promise<Result<SignedFile>> {
  const known = signers.get(folder) ?? new TestSigner(() => createTestAuthority(folder, Date.now()))
  signers.set(folder, known)
  return known.sign(pdf, request)
}
