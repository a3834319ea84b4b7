// Addresses of the reports: the page, the list behind a figure, the file. Must stay true: addresses carry spans, services and
// states, nothing about a person.
import { type Context, Hono } from 'hono'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { page, refused } from '../../platform/http/respond.tsx'
import { holds, type Role } from '../../platform/http/visitor.ts'
import { BehindPage, OfficeReportPage } from './office-report-pages.tsx'
import type { BehindQuery, OfficeReportPort } from './office-report-port.ts'
import { REPORT_WORDS as w } from './office-report-words.ts'
import { officeTabs } from './office-tabs.ts'

const READERS: readonly Role[] = ['head', 'data-officer', 'coordinator']

export function officeReportRoutes(port: OfficeReportPort): Hono {
  const app = new Hono()
  const enter = (c: Context) =>
    enterSignedIn(c, port, ({ actor, region }) => READERS.some((role) => holds(actor, region!.code, role)))
  const queryOf = (c: Context): BehindQuery => {
    const all = c.req.query()
    return {
      figure: all.figure ?? '',
      month: all.month,
      from: all.from,
      to: all.to,
      service: all.service,
      channel: all.channel,
      state: all.state,
      after: all.after,
      first: Math.max(1, Number(all.first ?? 1) || 1),
    }
  }
  app.get(`${REGION}/office/figures`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const query = queryOf(c)
    const view = await port.readReport(visitor, query)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        tabs: officeTabs(visitor),
        title: say(w.title, visitor.language),
        errorCount: view.value.fault === undefined ? 0 : 1,
        children: (
          <OfficeReportPage
            base={`/${visitor.region!.code}`}
            view={view.value}
            query={query}
            language={visitor.language}
          />
        ),
      },
      view.value.fault === undefined ? 200 : 422,
    )
  })
  app.get(`${REGION}/office/figures/cases`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const query = queryOf(c)
    const view = await port.listBehind(visitor, query)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const base = `/${visitor.region!.code}`
    return page(c, visitor, {
      variant: 'office',
      tabs: officeTabs(visitor),
      title: say(view.value.title, visitor.language),
      back: { href: `${base}/office/figures`, label: say(w.back, visitor.language) },
      children: <BehindPage base={base} view={view.value} query={query} language={visitor.language} />,
    })
  })
  app.get(`${REGION}/office/figures.csv`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const done = await port.exportReport(visitor, queryOf(c))
    if (!done.ok) return refused(c, visitor, done.refusals)
    return c.body(done.value.csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${done.value.fileName}"`,
      'cache-control': 'private, no-store',
    })
  })
  return app
}
