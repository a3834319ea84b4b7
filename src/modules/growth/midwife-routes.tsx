// A health worker's pages of a posyandu by plain forms. Must stay true: who is no health worker there finds nothing here.
import { type Context, Hono } from 'hono'
import { formatMonth } from '../../kernel/date-format.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { AlikePage, JudgePage, MIDWIFE_WORDS as m, VerifyPage } from './midwife-pages.tsx'
import type { MidwifePort } from './midwife-port.ts'
import { MonthPage } from './month-pages.tsx'
import { AT, backTo, baseOf, enter, POSYANDU, posyanduTabs } from './posyandu-frame.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'
import { monthOf, shiftMonth } from './rules/measurement.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

export function midwifeRoutes(port: MidwifePort): Hono {
  const app = new Hono()
  const monthAsked = (visitor: Visitor, typed: string | undefined) =>
    typed !== undefined && MONTH.test(typed) ? typed : monthOf(port.today(visitor))

  app.get(`${AT}/${POSYANDU}/verify`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const month = monthAsked(visitor, c.req.query('m'))
    const view = await port.readVerify(visitor, c.req.param('posyandu'), month)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const done = Number(c.req.query('done') ?? '')
    return page(c, visitor, {
      variant: 'office',
      title: say(m.verify, visitor.language),
      tabs: posyanduTabs(visitor, view.value.posyandu),
      children: (
        <VerifyPage
          base={baseOf(visitor)}
          view={view.value}
          previous={shiftMonth(month, -1)}
          {...(Number.isInteger(done) && done > 0 ? { done } : {})}
          language={visitor.language}
        />
      ),
    })
  })
  app.post(`${AT}/${POSYANDU}/verify`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const posyandu = c.req.param('posyandu')
    const done = await port.verify(visitor, posyandu, fields.id ?? [])
    if (!done.ok) return refused(c, visitor, done.refusals)
    const query = new URLSearchParams({ m: monthAsked(visitor, first(fields, 'm')), done: String(done.value) })
    return goOn(c, `${baseOf(visitor)}/${posyandu}/verify?${query}`)
  })

  const showJudge = async (
    c: Context,
    visitor: Visitor,
    typed?: { status: string; reason: string },
    refusals: readonly Refusal[] = [],
  ) => {
    const { child = '', month = '' } = c.req.param() as Readonly<Record<string, string | undefined>>
    const view = await port.readJudge(visitor, child, month)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { decision } = view.value.line
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: view.value.child.name,
        errorCount: refusals.length,
        back: backTo(visitor, `/children/${child}`, w.toChild),
        children: (
          <JudgePage
            action={`${baseOf(visitor)}/children/${child}/judge/${month}`}
            view={view.value}
            errors={faultsOf(visitor, refusals)}
            typed={typed ?? { status: decision?.status ?? '', reason: decision?.reason ?? '' }}
            language={visitor.language}
          />
        ),
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  }
  const JUDGE = `${AT}/children/:child/judge/:month{[0-9]{4}-[0-9]{2}}`
  app.get(JUDGE, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showJudge(c, visitor)
  })
  app.post(JUDGE, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typed = { status: first(fields, 'status'), reason: first(fields, 'reason').slice(0, 500) }
    const { child, month } = c.req.param()
    const done = await port.judge(visitor, child, month, typed.status === 'T' ? 'T' : 'N', typed.reason)
    if (done.ok) return goOn(c, `${baseOf(visitor)}/children/${child}`)
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : showJudge(c, visitor, typed, done.refusals)
  })

  const showMonth = async (
    c: Context,
    visitor: Visitor,
    month: string,
    typed = '',
    refusals: readonly Refusal[] = [],
  ) => {
    const view = await port.readMonth(visitor, c.req.param('posyandu') ?? '', month)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { posyandu, report } = view.value
    const next = shiftMonth(month, 1)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: `${say(w.month, visitor.language)} ${formatMonth(month, visitor.language)}, ${posyandu.name}`,
        errorCount: refusals.length,
        tabs: posyanduTabs(visitor, posyandu),
        children: (
          <MonthPage
            base={baseOf(visitor)}
            view={view.value}
            previous={shiftMonth(month, -1)}
            {...(next <= monthOf(view.value.today) ? { next } : {})}
            errors={faultsOf(visitor, refusals)}
            broken={report.broken.map((one) => visitor.tell(one))}
            typed={typed}
            language={visitor.language}
          />
        ),
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  }
  app.get(`${AT}/${POSYANDU}/month`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showMonth(c, visitor, monthAsked(visitor, c.req.query('m')))
  })
  app.post(`${AT}/${POSYANDU}/month`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const month = monthAsked(visitor, first(fields, 'm'))
    const reason = first(fields, 'reason').slice(0, 500)
    const done = await port.closeMonth(visitor, c.req.param('posyandu'), month, reason)
    if (done.ok) return goOn(c, `${baseOf(visitor)}/${c.req.param('posyandu')}/month?m=${month}`)
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : showMonth(c, visitor, month, reason, done.refusals)
  })

  const showAlike = async (c: Context, visitor: Visitor, refusals: readonly Refusal[] = []) => {
    const view = await port.readAlike(visitor, c.req.param('posyandu') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: say(m.alike, visitor.language),
        errorCount: refusals.length,
        tabs: posyanduTabs(visitor, view.value.posyandu),
        children: (
          <AlikePage
            base={baseOf(visitor)}
            view={view.value}
            errors={faultsOf(visitor, refusals)}
            language={visitor.language}
          />
        ),
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  }
  app.get(`${AT}/${POSYANDU}/alike`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showAlike(c, visitor)
  })
  app.post(`${AT}/${POSYANDU}/alike`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const decision = first(fields, 'decision')
    const [a, b] = [first(fields, 'a'), first(fields, 'b')]
    if (!['a', 'b', 'two'].includes(decision))
      return showAlike(c, visitor, [{ code: 'growth.decision-missing', at: 'decision-0' }])
    const done = await port.decideAlike(visitor, c.req.param('posyandu'), {
      keep: decision === 'b' ? b : a,
      other: decision === 'b' ? a : b,
      same: decision !== 'two',
      reason: first(fields, 'reason').slice(0, 500),
    })
    if (done.ok) return goOn(c, `${baseOf(visitor)}/${c.req.param('posyandu')}/alike`)
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : showAlike(c, visitor, done.refusals)
  })
  return app
}
