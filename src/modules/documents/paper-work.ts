// The heavy part of making a paper: drawing its pages and looking at what an unusual signer gave back, some 10 ms each. Must stay
// true: plain data in and out, so that it may run in a thread of its own and nobody's page waits for somebody's deed.
import type { Result } from '../../kernel/refusal.ts'
import type { Frame } from './render/frame.ts'
import type { Rendered } from './render/render.ts'
import type { Report } from './report.ts'
import type { SignedFault } from './signing/signed-part.ts'
import type { CodeLists, DocumentData, Template } from './template.ts'

export interface PaperWork {
  /** Refuses what the template cannot print. */
  render(template: Template, data: DocumentData, frame: Frame, lists: CodeLists): Promise<Result<Rendered>>
  /** A paper that is no deed: a growth card, a sheet for a meeting. */
  report(report: Report): Promise<Uint8Array>
  /** What is wrong with a signed file; undefined when it is in order. */
  faultOfSigned(prepared: Uint8Array, signed: Uint8Array): Promise<SignedFault | undefined>
}

/** In this thread: the command line, tests, one paper at a time. With its fonts and its PDF writer it is large, so it is loaded late. */
export const PAPER_WORK_HERE: PaperWork = {
  async render(template, data, frame, lists) {
    const { renderDocument } = await import('./render/render.ts')
    return renderDocument(template, data, frame, lists)
  },
  async report(report) {
    const { renderReport } = await import('./render/render-report.ts')
    return renderReport(report)
  },
  async faultOfSigned(prepared, signed) {
    const { faultOfSigned } = await import('./signing/check-signed.ts')
    return faultOfSigned(prepared, signed)
  },
}
