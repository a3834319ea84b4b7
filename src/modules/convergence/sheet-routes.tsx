// The sheet for the village meeting by a plain page, and as files: the sheet and the scorecard.
import { Hono } from 'hono'
import { fill, say } from '../../kernel/text.ts'
import { refused } from '../../platform/http/respond.tsx'
import { indicators } from './editions.ts'
import { AT, baseOf, enter, guardPlaces, show } from './routes.tsx'
import { SheetPage } from './sheet-pages.tsx'
import { scorecardReport, sheetReport } from './sheet-papers.ts'
import type { SheetPort } from './sheet-port.ts'
import { SHEET_WORDS } from './sheet-words.ts'
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
        pdf={`${baseOf(visitor)}/villages/${village.code}/sheet.pdf?period=${village.period.key}`}
      />,
      { crumbs: [{ href: `${baseOf(visitor)}/villages/${village.code}?period=${village.period.key}`, label: name }] },
    )
  })
  const file = (name: string, reportOf: typeof sheetReport) =>
    app.get(`${AT}/villages/:village/${name}.pdf`, async (c) => {
      const { visitor, refusal } = await enter(c, (request) => port.visitor(request))
      if (refusal) return refusal
      const view = await port.readSheet(visitor, c.req.param('village') ?? '', c.req.query('period') || undefined)
      if (!view.ok) return refused(c, visitor, view.refusals)
      const report = reportOf(view.value, {
        nowMs: port.now().getTime(),
        region: visitor.region!.name,
        language: visitor.language,
        edition: say(indicators.name, visitor.language),
      })
      return c.body(new Uint8Array(await port.drawReport(report)), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name}-${view.value.village.code}-${view.value.village.period.key}.pdf"`,
        'cache-control': 'no-store',
      })
    })
  file('sheet', sheetReport)
  file('scorecard', scorecardReport)
  return app
}
