// One document at a time: a picture made small, a PDF cleaned, both written anew (upload-content.ts), stored before the row that names it. Must stay true: the
// same upload id is one upload; parts go on where they broke; nothing of the sent bytes survives unread.

import { appendFile, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { nameFile } from '../../platform/files/files.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { editableCase } from './access.ts'
import type { CasesContext } from './context.ts'
import { changeDraft } from './draft-commands.ts'
import { contentOf } from './upload-content.ts'
import { findUpload, insertUpload, listUploads, removeUploads } from './upload-store.ts'

const MOST_PAGES = 8
const MOST_PART_BYTES = 25_000_000

/** Refuses what `contentOf` refuses, `upload-too-many-pages`, `paper-not-asked`, `too-many`. */
export async function saveUpload(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  documentId: string,
  bytes: Uint8Array,
  uploadId: string = newId(),
): Promise<Result<void>> {
  if (!isUuid(uploadId)) return refuse('paper-not-asked')
  const wait = await context.limits.take('upload', visitor.actor!.accountId)
  if (wait !== undefined) return refuse('too-many', documentId, { seconds: wait })
  const region = visitor.region!.code
  const allowed = await context.database.inRegion(
    region,
    async (tx): Promise<Result<{ readonly pdf: boolean }>> => {
      const found = await editableCase(tx, context, visitor, caseId)
      if (!found.ok) return found
      const { service } = await context.services.get(region, found.value.serviceId, found.value.revision)
      const isPhoto = documentId.startsWith('photo-') && service.fields[documentId.slice(6)]?.type === 'photo'
      return isPhoto || service.documents.some((document) => document.id === documentId)
        ? accept({ pdf: !isPhoto })
        : refuse('paper-not-asked')
    },
    { readOnly: true },
  )
  if (!allowed.ok) return allowed
  const made = await contentOf(bytes, allowed.value)
  if (!made.ok) return { ok: false, refusals: made.refusals.map((one) => ({ ...one, at: documentId })) }
  const { bytes: clean, mediaType, ...content } = made.value
  const kept = await context.files.keep(region, clean, mediaType)
  return changeDraft(context, visitor, caseId, async (tx, file) => {
    const there = (await listUploads(tx, region, caseId)).filter((upload) => upload.document_id === documentId)
    if (there.length >= MOST_PAGES) return refuse('upload-too-many-pages', documentId, { most: MOST_PAGES })
    await nameFile(tx, kept)
    await insertUpload(tx, {
      region_code: region,
      case_id: file.caseId,
      upload_id: uploadId,
      document_id: documentId,
      file_hash: kept.hash,
      ...content,
      bytes: clean.length,
      created_at: context.clock.now(),
      removed_at: null,
    })
    return accept(undefined)
  })
}

export async function removeUpload(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  documentId: string,
  uploadId: string,
): Promise<Result<void>> {
  if (!isUuid(uploadId)) return refuse('paper-not-asked')
  return changeDraft(context, visitor, caseId, async (tx, file) => {
    await removeUploads(tx, file.region, caseId, documentId, context.clock.now(), uploadId)
    return accept(undefined)
  })
}

/** Where the parts of an unfinished upload wait: in the spool folder, by account, case and upload. */
function spoolPath(spool: string, visitor: Visitor, caseId: string, uploadId: string): string | undefined {
  return isUuid(uploadId) && isUuid(caseId)
    ? join(spool, `${visitor.actor!.accountId.replace(/\W/g, '')}.${caseId}.${uploadId}`)
    : undefined
}

/** May this visitor add papers to the case? Asked before a single byte is kept. */
function mayUpload(context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<unknown>> {
  return context.database.inRegion(visitor.region!.code, (tx) => editableCase(tx, context, visitor, caseId), {
    readOnly: true,
  })
}

/** Bytes that are there already; 0 for an upload nobody began. */
export async function readPart(spool: string, visitor: Visitor, caseId: string, uploadId: string): Promise<number> {
  const path = spoolPath(spool, visitor, caseId, uploadId)
  return path === undefined
    ? 0
    : stat(path).then(
        ({ size }) => size,
        () => 0,
      )
}

/**
 * Appends at the end only; the answer is where the end is now, so that a repeated part does no harm. Refuses
 * `upload-offset`, `too-large`, and what `editableCase` refuses.
 */
export async function appendPart(
  context: CasesContext,
  spool: string,
  visitor: Visitor,
  caseId: string,
  uploadId: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Result<number>> {
  const path = spoolPath(spool, visitor, caseId, uploadId)
  if (path === undefined) return refuse('paper-not-asked')
  const allowed = await mayUpload(context, visitor, caseId)
  if (!allowed.ok) return allowed
  await mkdir(spool, { recursive: true, mode: 0o700 })
  const size = await readPart(spool, visitor, caseId, uploadId)
  if (offset + bytes.length <= size) return accept(size)
  if (offset !== size) return refuse('upload-offset', undefined, { offset: size })
  if (size + bytes.length > MOST_PART_BYTES)
    return refuse('too-large', undefined, { limit: MOST_PART_BYTES / 1_000_000 })
  await appendFile(path, bytes, { mode: 0o600 })
  return accept(size + bytes.length)
}

/** Makes the parts one upload. A repeat after success is a success. */
export async function finishParts(
  context: CasesContext,
  spool: string,
  visitor: Visitor,
  caseId: string,
  documentId: string,
  uploadId: string,
): Promise<Result<void>> {
  const path = spoolPath(spool, visitor, caseId, uploadId)
  if (path === undefined) return refuse('paper-not-asked')
  const allowed = await mayUpload(context, visitor, caseId)
  if (!allowed.ok) return allowed
  const region = visitor.region!.code
  const known = await context.database.inRegion(region, (tx) => findUpload(tx, region, caseId, uploadId), {
    readOnly: true,
  })
  if (known !== undefined) return accept(undefined)
  const bytes = await readFile(path).catch(() => new Uint8Array())
  const saved = await saveUpload(context, visitor, caseId, documentId, bytes, uploadId)
  await rm(path, { force: true })
  return saved
}
