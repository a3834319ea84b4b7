// Proof files of convergence: pictures are drawn anew and PDFs written anew before they are kept, and leave again as nothing else. Must
// stay true: no byte that somebody sent reaches another person's browser.
import type { Context } from 'hono'
import { accept, type Result } from '../../kernel/refusal.ts'
import type { Files, KeptFile } from '../../platform/files/files.ts'
import { isPdf } from '../../platform/images/is-pdf.ts'

/** Keeps a proof before the transaction; nothing when nothing was sent. Refuses what cannot be drawn or written anew, at `field`. */
export async function keepProof(
  files: Files,
  region: string,
  sent: Uint8Array | undefined,
  field: string,
): Promise<Result<KeptFile | undefined>> {
  if (sent === undefined) return accept(undefined)
  const clean = isPdf(sent) ? await paperOf(sent) : await pictureOf(sent)
  if (!clean.ok) return { ok: false, refusals: clean.refusals.map((one) => ({ ...one, at: field })) }
  return accept(await files.keep(region, clean.value.bytes, clean.value.type))
}

type Clean = Result<{ readonly bytes: Uint8Array; readonly type: string }>

// What reads pictures and papers is loaded on first use.
async function paperOf(sent: Uint8Array): Promise<Clean> {
  const { cleanPdf } = await import('../../platform/images/clean-pdf.ts')
  const read = await cleanPdf(sent)
  return read.ok ? accept({ bytes: read.value.pdf, type: 'application/pdf' }) : read
}

async function pictureOf(sent: Uint8Array): Promise<Clean> {
  const { reencode } = await import('../../platform/images/reencode.ts')
  const read = await reencode(sent)
  return read.ok ? accept({ bytes: read.value.jpeg, type: 'image/jpeg' }) : read
}

/** A picture opens in the browser, a PDF is saved. */
export function sendProof(c: Context, bytes: Uint8Array): Response {
  const isPaper = isPdf(bytes)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': isPaper ? 'application/pdf' : 'image/jpeg',
    'cache-control': 'private, no-store',
    'content-disposition': isPaper ? 'attachment; filename="bukti.pdf"' : 'inline; filename="bukti.jpg"',
  })
}
