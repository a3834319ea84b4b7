// The sheet for the village meeting by a plain page.
import { Hono } from 'hono'
import { fill, say } from '../../kernel/text.ts'
import { refused } from '../../platform/http/respond.tsx'
import { indicators } from './editions.ts'
import { AT, baseOf, enter, guardPlaces, show } from './routes.tsx'
import { SHEET_WORDS, SheetPage } from './sheet-pages.tsx'
import type { SheetPort } from './sheet-port.ts'
import { villageName } from './village-pages.tsx'

export function sheetRoutes(port: SheetPort): Hono {
  const app = new Hono()
  guardPlaces(app, (request) => port.visitor(request))
  app.get(`${AT}/villages/:village/sheet`, async (c) => {
    const { visitor, refusal } = await enter(c, (request) => port.visitor(request))
    if (refusal) return refusal
    const view = await port.readSheet(visitor, c.req.param('village'), c.req.query('period') || undefined)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { village } = view.value
    const name = villageName(village, visitor.language)
    return show(
      c,
      visitor,
      fill(say(SHEET_WORDS.title, visitor.language), { village: name }),
      <SheetPage
        view={view.value}
        regionName={visitor.region!.name}
        edition={say(indicators.name, visitor.language)}
      />,
      { crumbs: [{ href: `${baseOf(visitor)}/villages/${village.code}?period=${village.period.key}`, label: name }] },
    )
  })
  return app
}
