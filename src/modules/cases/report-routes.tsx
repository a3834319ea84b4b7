// Reports by plain forms. Must stay true: names and numbers in bodies only; the answer to a report is the same whether
// anybody was found.
import { type Context, Hono } from 'hono'
import { isUuid } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { REGION } from '../../platform/http/door.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { officeTabs } from './office-tabs.ts'
import { ReportPage, WaitingPage, REPORT_WORDS as w } from './report-pages.tsx'
import type { ReportPort, ReportPost } from './report-port.ts'

const NOTHING: ReportPost = { kind: '', nik: '', name: '', number: '', phone: '', lines: '', fields: {} }

export function reportRoutes(port: ReportPort): Hono {
  const app = new Hono()
  const base = (visitor: Visitor) => `/${visitor.region!.code}`
  const enter = async (c: Context) => {
    const visitor = await port.visitor(c.req.raw)
    const code = visitor.region === undefined ? 'not-found' : visitor.actor === undefined ? 'sign-in-needed' : undefined
    return { visitor, refusal: code === undefined ? undefined : await refused(c, visitor, [{ code }]) }
  }
  const faults = (visitor: Visitor, refusals: readonly Refusal[]) =>
    refusals.map((one) => ({ at: one.at ?? 'nik', text: visitor.tell(one) }))

  const show = async (c: Context, visitor: Visitor, typed: ReportPost, refusals: readonly Refusal[] = []) => {
    const view = await port.read(visitor, typed.kind === '' ? undefined : typed.kind)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        title: say(view.value.form === undefined ? w.title : view.value.form.kind.label, visitor.language),
        errorCount: refusals.length,
        children: (
          <ReportPage
            base={base(visitor)}
            view={view.value}
            typed={typed}
            errors={faults(visitor, refusals)}
            done={c.req.query('done') === 'yes' && refusals.length === 0}
            language={visitor.language}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/report`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? show(c, visitor, { ...NOTHING, kind: c.req.query('kind') ?? '' })
  })
  app.post(`${REGION}/report`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typed: ReportPost = {
      kind: c.req.query('kind') ?? '',
      nik: first(fields, 'nik'),
      name: first(fields, 'name'),
      number: first(fields, 'number'),
      phone: first(fields, 'phone'),
      lines: first(fields, 'lines'),
      fields,
    }
    const sent = await port.send(visitor, typed)
    if (sent.ok) return goOn(c, `${base(visitor)}/report?done=yes`)
    return sent.refusals.some((one) => one.code === 'not-found')
      ? refused(c, visitor, sent.refusals)
      : show(c, visitor, typed, sent.refusals)
  })

  const showWaiting = async (
    c: Context,
    visitor: Visitor,
    typed?: { reportId: string; nik: string; name: string },
    refusals: readonly Refusal[] = [],
  ) => {
    const view = await port.readWaiting(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: say(w.waiting, visitor.language),
        errorCount: refusals.length,
        tabs: officeTabs(visitor),
        children: (
          <WaitingPage
            base={base(visitor)}
            view={view.value}
            typed={typed}
            errors={refusals.map((one) => ({ at: `nik-${typed?.reportId ?? ''}`, text: visitor.tell(one) }))}
            language={visitor.language}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/office/reports`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showWaiting(c, visitor)
  })
  for (const act of ['match', 'close'] as const)
    app.post(`${REGION}/office/reports/:report/${act}`, async (c) => {
      const { visitor, refusal } = await enter(c)
      if (refusal) return refusal
      const reportId = c.req.param('report')
      if (!isUuid(reportId)) return refused(c, visitor, [{ code: 'not-found' }])
      const { fields } = await readForm(c)
      const typed = { reportId, nik: first(fields, 'nik'), name: first(fields, 'name') }
      const done =
        act === 'match'
          ? await port.match(visitor, reportId, typed.nik, typed.name)
          : await port.close(visitor, reportId)
      if (done.ok) return goOn(c, `${base(visitor)}/office/reports`)
      return done.refusals.some((one) => one.code === 'not-found')
        ? refused(c, visitor, done.refusals)
        : showWaiting(c, visitor, typed, done.refusals)
    })
  return app
}
