// Documents of a draft by plain forms, one a POST, and in parts for the island. Must stay true: without a script everything works; a
// picture is sent to who may see its case only.
import { type Context, Hono } from 'hono'
import { say } from '../../kernel/text.ts'
import { REGION } from '../../platform/http/door.ts'
import { readForm } from '../../platform/http/form.ts'
import { goOn, page } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { citizenEntry } from './citizen-entry.ts'
import { DocumentsPage } from './draft-documents-page.tsx'
import type { CasesPort } from './port.ts'
import { sendUpload } from './upload-content.ts'
import { CASE_WORDS as w } from './words.ts'

export function uploadRoutes(port: CasesPort): Hono {
  const app = new Hono()
  const { base, need, show } = citizenEntry(port)
  const showDocuments = async (
    c: Context,
    visitor: Visitor,
    id: string,
    errors: readonly { at: string; text: string }[] = [],
    status = 200,
  ) =>
    show(c, visitor, await port.readDocuments(visitor, id), (view) =>
      page(
        c,
        visitor,
        {
          title: say(w.documentsTitle, visitor.language),
          errorCount: errors.length,
          children: <DocumentsPage base={base(visitor)} view={view} errors={errors} language={visitor.language} />,
        },
        status,
      ),
    )
  app.get(`${REGION}/cases/:id/documents`, async (c) => {
    const { visitor, refusal } = await need(c)
    return refusal ?? showDocuments(c, visitor, c.req.param('id'))
  })
  app.post(`${REGION}/cases/:id/uploads/:document`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const id = c.req.param('id')
    const document = c.req.param('document')
    const { files } = await readForm(c)
    const file = files.file?.[0]
    const saved = await port.saveUpload(
      visitor,
      id,
      document,
      file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer()),
    )
    if (saved.ok) return goOn(c, `${base(visitor)}/cases/${id}/documents#${document}`)
    return showDocuments(
      c,
      visitor,
      id,
      saved.refusals.map((one) => ({ at: document, text: visitor.tell(one) })),
      visitor.statusOf(saved.refusals),
    )
  })
  app.post(`${REGION}/cases/:id/uploads/:document/:upload/remove`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { id, document, upload } = c.req.param()
    return show(c, visitor, await port.removeUpload(visitor, id, document, upload), async () =>
      goOn(c, `${base(visitor)}/cases/${id}/documents#${document}`),
    )
  })
  app.on(['HEAD', 'GET'], `${REGION}/cases/:id/uploads/:document/:upload/parts`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    return c.body(null, 204, {
      'upload-offset': String(await port.readPart(visitor, c.req.param('id'), c.req.param('upload'))),
    })
  })
  app.post(`${REGION}/cases/:id/uploads/:document/:upload/parts`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const done = await port.appendPart(
      visitor,
      c.req.param('id'),
      c.req.param('upload'),
      Number(c.req.query('offset') ?? Number.NaN),
      new Uint8Array(await c.req.arrayBuffer()),
    )
    return done.ok
      ? c.body(null, 204, { 'upload-offset': String(done.value) })
      : c.text(done.refusals.map(visitor.tell).join(' '), visitor.statusOf(done.refusals) as 409)
  })
  app.post(`${REGION}/cases/:id/uploads/:document/:upload/parts/complete`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { id, document, upload } = c.req.param()
    const done = await port.finishParts(visitor, id, document, upload)
    return done.ok
      ? c.body(null, 204)
      : c.text(done.refusals.map(visitor.tell).join(' '), visitor.statusOf(done.refusals) === 404 ? 404 : 422)
  })
  app.get(`${REGION}/cases/:id/pictures/:upload`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const picture = await port.readPicture(visitor, c.req.param('id'), c.req.param('upload'))
    return picture === undefined ? c.notFound() : sendUpload(c, picture)
  })
  return app
}
