// The port of the pages, bound to commands and queries. Must stay true: reads are read-only transactions; a comparison and a
// wrong PIN are committed also when they are refused, because they count.
import { formatInstant } from '../../kernel/date-format.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { compareWithPaper } from './compare.ts'
import { openDownloadLink } from './links.ts'
import type { DocumentsPort, PaperFile } from './port.ts'
import type { ProofKeys } from './proof/keys.ts'
import { signRevokedList } from './proof/revoked-list.ts'
import { findPaper, verificationOf } from './queries.ts'
import { findDocument, isHolder, listRevokedSerials, type StoredDocument } from './store.ts'
import type { Templates } from './templates.ts'

export type DocumentsTools = {
  readonly database: Pick<Database, 'inRegion'>
  readonly ring: KeyRing
  readonly clock: Clock
  readonly templates: Templates
  readonly proofKeys: ProofKeys
  readonly files: { read(region: string, hash: string): Promise<Uint8Array | undefined> }
  visitor(request: Request): Promise<Visitor>
  reportHref(visitor: Visitor): string
}

/** A reader fetches the list again after a day. */
const LIST_DAY_MS = 86_400_000

export function bindDocuments(tools: DocumentsTools): DocumentsPort {
  const { database, ring, clock, templates, proofKeys } = tools
  const readFile = async (region: string, document: StoredDocument): Promise<Result<PaperFile>> => {
    const bytes = await tools.files.read(region, document.file_hash)
    if (bytes === undefined) throw new Error(`the file of document ${document.document_id} is not in the store`)
    const name = templates.byKind.get(document.kind)?.template.name.id ?? document.kind
    const fileName = `${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}.pdf`
    return accept({ bytes, fileName })
  }
  return {
    visitor: tools.visitor,
    reportHref: tools.reportHref,
    publishedKeys: () => proofKeys.published,
    async check(visitor, code) {
      const { code: region, timeZone } = visitor.region!
      const now = clock.now()
      const document = await database.inRegion(region, (tx) => findPaper(tx, region, code), { readOnly: true })
      return {
        verification: verificationOf(document, templates, todayIn(timeZone, now.getTime())),
        checkedAt: formatInstant(now.getTime(), timeZone, visitor.language),
      }
    },
    async compare(visitor, code, typed) {
      const region = visitor.region!.code
      return database.inRegion(region, async (tx) => {
        const document = await findPaper(tx, region, code)
        return document === undefined
          ? refuse('document-unknown')
          : compareWithPaper(tx, document, typed, { ring, templates, at: clock.now() })
      })
    },
    async openLink(visitor, token, pin) {
      const region = visitor.region!.code
      const opened = await database.inRegion(region, async (tx) => {
        const result = await openDownloadLink(tx, region, token, pin, { ring, at: clock.now() })
        // Who holds link and PIN is not known; that a paper was given out, or a try failed, is.
        const unknown = !result.ok && result.refusals.some((one) => one.code === 'document-link-unknown')
        if (!unknown)
          await writeJournal(tx, {
            at: clock.now(),
            actor: 'system:download-link',
            role: 'citizen',
            device: visitor.device,
            ...(result.ok ? { subject: `document:${result.value.document_id}` } : {}),
            action: result.ok ? 'document.link-download' : 'document.link-refused',
            ...(result.ok ? {} : { reason: result.refusals[0]!.code }),
          })
        return result
      })
      return opened.ok ? readFile(region, opened.value) : opened
    },
    async download(visitor, documentId) {
      const region = visitor.region!.code
      const { actor } = visitor
      const found = await database.inRegion(region, async (tx): Promise<Result<StoredDocument>> => {
        const document = await findDocument(tx, region, documentId)
        const isOwn = actor?.personId !== undefined && (await isHolder(tx, region, documentId, actor.personId))
        if (document === undefined || !isOwn) return refuse('document-unknown')
        if (document.state !== 'valid') return refuse('document-not-valid')
        await writeJournal(tx, {
          at: clock.now(),
          actor: actor.accountId,
          role: 'citizen',
          device: visitor.device,
          subject: `document:${documentId}`,
          action: 'document.download',
        })
        return accept(document)
      })
      return found.ok ? readFile(region, found.value) : found
    },
    async revokedList(visitor) {
      const region = visitor.region!.code
      const serials = await database.inRegion(region, (tx) => listRevokedSerials(tx, region), { readOnly: true })
      const madeAtMs = clock.now().getTime()
      return signRevokedList({ region, madeAtMs, dueAtMs: madeAtMs + LIST_DAY_MS, serials }, proofKeys.signing)
    },
  }
}
