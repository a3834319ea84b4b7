// What an uploaded file becomes before it is kept: a picture drawn anew, or a PDF written anew. Must stay true: nothing else
// is kept; a PDF has no size in pixels, which is how its row is told from a picture's. What reads them is loaded on first use.
import type { Context } from 'hono'
import { accept, type Result } from '../../kernel/refusal.ts'
import { isPdf } from '../../platform/images/is-pdf.ts'
import type { UploadRow } from './upload-store.ts'

export type UploadContent = Pick<UploadRow, 'width' | 'height' | 'pages' | 'source_hash' | 'quality'> & {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/jpeg' | 'application/pdf'
}

/** Refuses what `reencode` and `cleanPdf` refuse; `upload-pdf` where only a photo makes sense. */
export async function contentOf(sent: Uint8Array, allowed: { readonly pdf: boolean }): Promise<Result<UploadContent>> {
  if (allowed.pdf && isPdf(sent)) {
    const { cleanPdf } = await import('../../platform/images/clean-pdf.ts')
    const clean = await cleanPdf(sent)
    if (!clean.ok) return clean
    const { pdf, pages, sourceHash } = clean.value
    return accept({
      bytes: pdf,
      mediaType: 'application/pdf',
      width: 0,
      height: 0,
      pages,
      source_hash: sourceHash,
      quality: [],
    })
  }
  const { reencode } = await import('../../platform/images/reencode.ts')
  const picture = await reencode(sent)
  if (!picture.ok) return picture
  const { jpeg, width, height, sourceHash, quality } = picture.value
  return accept({
    bytes: jpeg,
    mediaType: 'image/jpeg',
    width,
    height,
    pages: 1,
    source_hash: sourceHash,
    quality: [...quality],
  })
}

/** Pages of a PDF; undefined for a picture. */
export const pdfPagesOf = (upload: Pick<UploadRow, 'width' | 'pages'>): number | undefined =>
  upload.width === 0 ? upload.pages : undefined

/** Answers with the bytes of an upload: a picture is shown, a PDF is saved and opened outside the pages of the house. */
export function sendUpload(c: Context, bytes: Uint8Array): Response {
  const pdf = isPdf(bytes)
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': pdf ? 'application/pdf' : 'image/jpeg',
    'cache-control': 'private, max-age=600',
    ...(pdf ? { 'content-disposition': 'attachment; filename="berkas.pdf"' } : {}),
  })
}
