// The papers of a case, for whoever applied: downloaded again at any time while they are valid, each time journalled.
import { Hono } from 'hono'
import { ownCase } from '../modules/cases/access.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { speaksForApplicant } from '../modules/cases/help-access.ts'
import { listPapersOfCase } from '../modules/documents/queries.ts'
import type { Templates } from '../modules/documents/templates.ts'
import { REGION } from '../platform/http/door.ts'
import { refused } from '../platform/http/respond.tsx'
import { writeJournal } from '../platform/journal/journal.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'

export type CaseDocumentTools = { readonly cases: CasesContext; readonly ring: KeyRing; readonly templates: Templates }

export function caseDocumentRoutes({ cases, ring, templates }: CaseDocumentTools): Hono {
  const app = new Hono()
  app.get(`${REGION}/cases/:id/documents/:file{[0-9a-f-]{36}\\.pdf}`, async (c) => {
    const visitor = await cases.visitor(c.req.raw)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const region = visitor.region.code
    const documentId = c.req.param('file').slice(0, 36)
    const paper = await cases.database.inRegion(region, async (tx) => {
      const found = await ownCase(tx, cases, visitor, c.req.param('id'))
      if (!found.ok || !(await speaksForApplicant(tx, visitor, found.value))) return undefined
      const one = (await listPapersOfCase(tx, region, found.value.caseId, { ring, templates })).find(
        (held) => held.documentId === documentId,
      )
      if (one?.state === 'valid')
        await writeJournal(tx, {
          at: cases.clock.now(),
          actor: visitor.actor!.accountId,
          role: 'citizen',
          device: visitor.device,
          caseId: found.value.caseId,
          action: 'document.download',
          fields: [one.kind],
        })
      return one
    })
    if (paper !== undefined && paper.state !== 'valid') return refused(c, visitor, [{ code: 'document-not-valid' }])
    const bytes = paper === undefined ? undefined : await cases.files.read(region, paper.fileHash)
    if (paper === undefined || bytes === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${paper.kind}-${paper.issuedOn}.pdf"`,
    })
  })
  return app
}
