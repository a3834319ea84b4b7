// Uploading a list by plain forms: file, preview, apply.
import { type Context, Hono } from 'hono'
import { isUuid } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { AT, baseOf, enter, show } from './routes.tsx'
import { PreviewPage, UPLOAD_WORDS, UploadsPage } from './upload-pages.tsx'
import type { UploadPort } from './upload-port.ts'

export function uploadRoutes(port: UploadPort): Hono {
  const app = new Hono()
  const visitorOf = (request: Request) => port.visitor(request)
  const here = (visitor: Visitor) => `${baseOf(visitor)}/uploads`

  const list = async (c: Context, visitor: Visitor, target?: string, refusals: readonly Refusal[] = []) => {
    const view = await port.listUploads(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(UPLOAD_WORDS.title, visitor.language),
      <UploadsPage view={view.value} action={here(visitor)} target={target} errors={faultsOf(visitor, refusals)} />,
      { refusals },
    )
  }
  app.get(`${AT}/uploads`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    return refusal ?? list(c, visitor)
  })
  app.post(`${AT}/uploads`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const form = await readForm(c)
    const file = form.files.file?.[0]
    const target = first(form.fields, 'target')
    const bytes = file === undefined || file.size === 0 ? undefined : new Uint8Array(await file.arrayBuffer())
    const done = await port.upload(visitor, target, bytes)
    return done.ok ? goOn(c, `${here(visitor)}/${done.value.id}`) : list(c, visitor, target, done.refusals)
  })
  app.get(`${AT}/uploads/:upload`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const id = c.req.param('upload')
    const view = isUuid(id)
      ? await port.preview(visitor, id)
      : ({ ok: false, refusals: [{ code: 'convergence-upload-unknown' }] } as const)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(UPLOAD_WORDS.preview, visitor.language),
      <PreviewPage view={view.value} action={`${here(visitor)}/${id}`} />,
      { crumbs: [{ href: here(visitor), label: say(UPLOAD_WORDS.title, visitor.language) }] },
    )
  })
  app.post(`${AT}/uploads/:upload`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const id = c.req.param('upload')
    const done = isUuid(id)
      ? await port.apply(visitor, id)
      : ({ ok: false, refusals: [{ code: 'convergence-upload-unknown' }] } as const)
    return done.ok ? goOn(c, `${here(visitor)}/${id}`) : refused(c, visitor, done.refusals)
  })
  return app
}
