// Makes an uploaded PDF safe to keep: parsed, refused when it is locked or brings programs or other files, and its pages
// written into a new file (pdf-copy.ts). Must stay true: what was sent is never stored; what is stored is looked at again.
// One at a time: a hostile file costs one core for a moment, not all of them. Reasons: docs/decisions/0021.
import { createHash } from 'node:crypto'
import { PDF } from '@libpdf/core'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { copyPages } from './pdf-copy.ts'
import { findActive, isBomb } from './pdf-scan.ts'

export const MOST_PDF_BYTES = 10_000_000
export const MOST_PDF_PAGES = 20

export type CleanPdf = {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Hash of the bytes as sent, to notice the same file in two cases. */
  readonly sourceHash: string
}

let last: Promise<unknown> = Promise.resolve()

/** Refuses `upload-pdf-too-large`, `-locked`, `-active`, `-too-many-pages`, `-unreadable`. */
export function cleanPdf(bytes: Uint8Array): Promise<Result<CleanPdf>> {
  const turn = last.then(() => clean(bytes))
  last = turn.catch(() => {})
  return turn
}

async function clean(bytes: Uint8Array): Promise<Result<CleanPdf>> {
  if (bytes.length > MOST_PDF_BYTES)
    return refuse('upload-pdf-too-large', undefined, { mb: MOST_PDF_BYTES / 1_000_000 })
  if (isBomb(bytes)) return refuse('upload-pdf-unreadable')
  try {
    const source = await PDF.load(bytes)
    if (source.isEncrypted) return refuse('upload-pdf-locked')
    const pages = source.getPageCount()
    if (pages === 0) return refuse('upload-pdf-unreadable')
    if (pages > MOST_PDF_PAGES) return refuse('upload-pdf-too-many-pages', undefined, { most: MOST_PDF_PAGES, pages })
    const found = findActive(source.getCatalog(), (ref) => source.getObject(ref))
    if (found === 'active') return refuse('upload-pdf-active')
    if (found !== undefined) return refuse('upload-pdf-unreadable')
    // What was filled in or stamped becomes part of the page; what stays of notes and forms is not copied.
    source.flattenAll()
    const pdf = await copyPages(source)
    const again = await PDF.load(pdf)
    if (again.getPageCount() !== pages || findActive(again.getCatalog(), (ref) => again.getObject(ref)) !== undefined)
      return refuse('upload-pdf-unreadable')
    return accept({ pdf, pages, sourceHash: createHash('sha256').update(bytes).digest('hex') })
  } catch (thrown) {
    return refuse(/password|encrypt/i.test(String(thrown)) ? 'upload-pdf-locked' : 'upload-pdf-unreadable')
  }
}
