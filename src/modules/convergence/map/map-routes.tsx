// The map for everybody and its boundaries for the secretariat, by plain pages and forms.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../kernel/text.ts'
import { faultsOf } from '../../../platform/http/faults.ts'
import { first, readForm } from '../../../platform/http/form.ts'
import { goOn, page, refused } from '../../../platform/http/respond.tsx'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { Typed } from '../form-parts.tsx'
import { AT, baseOf, dateFrom, enter, show, typedOf } from '../routes.tsx'
import { BOUNDARY_WORDS, BoundariesPage, BoundaryPreviewPage } from './boundaries-pages.tsx'
import { MapPage, mapTitle } from './map-pages.tsx'
import type { MapPort } from './map-port.ts'

export function mapRoutes(port: MapPort): Hono {
  const app = new Hono()
  const visitorOf = (request: Request) => port.visitor(request)
  const here = (visitor: Visitor) => `${baseOf(visitor)}/map/boundaries`

  const list = async (c: Context, visitor: Visitor, typed: Typed = {}, refusals: readonly Refusal[] = []) => {
    const view = await port.listBoundaries(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(BOUNDARY_WORDS.title, visitor.language),
      <BoundariesPage view={view.value} action={here(visitor)} typed={typed} errors={faultsOf(visitor, refusals)} />,
      { refusals },
    )
  }
  app.get(`${AT}/map/boundaries`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    return refusal ?? list(c, visitor)
  })
  app.post(`${AT}/map/boundaries/uploads`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields, files } = await readForm(c)
    const file = files.file?.[0]
    const done = await port.uploadBoundaries(visitor, {
      source: first(fields, 'source'),
      editionOn: dateFrom(fields, 'editionOn'),
      ...(file === undefined || file.size === 0 ? {} : { bytes: new Uint8Array(await file.arrayBuffer()) }),
    })
    return done.ok ? goOn(c, `${here(visitor)}/${done.value.id}`) : list(c, visitor, typedOf(fields), done.refusals)
  })
  app.get(`${AT}/map/boundaries/:map`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const view = await port.previewBoundaries(visitor, c.req.param('map'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(BOUNDARY_WORDS.preview, visitor.language),
      <BoundaryPreviewPage
        view={view.value}
        action={`${here(visitor)}/${view.value.id}`}
        villages={view.value.matched + view.value.missing.length}
      />,
      { crumbs: [{ href: here(visitor), label: say(BOUNDARY_WORDS.title, visitor.language) }] },
    )
  })
  app.post(`${AT}/map/boundaries/:map`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const done = await port.takeBoundaries(visitor, c.req.param('map'))
    return done.ok ? goOn(c, here(visitor)) : refused(c, visitor, done.refusals)
  })

  for (const path of [`${AT}/map`, `${AT}/map/:district`])
    app.get(path, async (c) => {
      const visitor = await port.visitor(c.req.raw)
      if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
      const [district, layer, period] = [c.req.param('district'), c.req.query('layer'), c.req.query('period')]
      const view = await port.readMap(visitor, {
        ...(district === undefined ? {} : { district }),
        ...(layer === undefined ? {} : { layer }),
        ...(period === undefined ? {} : { period }),
      })
      if (!view.ok) return refused(c, visitor, view.refusals)
      return page(c, visitor, {
        title: mapTitle(view.value, visitor.language),
        variant: 'office',
        back: {
          href: `${baseOf(visitor)}/figures`,
          label: visitor.language === 'id' ? 'Angka pertumbuhan anak' : 'Figures of child growth',
        },
        children: <MapPage view={view.value} base={baseOf(visitor)} />,
      })
    })
  return app
}
