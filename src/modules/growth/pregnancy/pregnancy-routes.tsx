// Pregnancies by plain forms. Addresses carry ids only; whoever may not see a pregnancy is answered as if it did not exist.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../kernel/text.ts'
import { faultsOf } from '../../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../../platform/http/form.ts'
import { goOn, page, refused } from '../../../platform/http/respond.tsx'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { parseDayParts } from '../day-parts.ts'
import { AT, backTo, baseOf, enter, POSYANDU, posyanduTabs, REGION } from '../posyandu-frame.ts'
import { PREGNANCY_2021 } from '../rules/pregnancy.ts'
import { readVisitForm, readWomanForm } from './pregnancy-form.ts'
import { OutcomeFormPage, VisitFormPage, WomanFormPage } from './pregnancy-forms.tsx'
import { AllPregnanciesPage, PregnancyListPage } from './pregnancy-list-pages.tsx'
import { PregnancyPage } from './pregnancy-pages.tsx'
import { OUTCOMES, type PregnancyPort, type PregnancyView } from './pregnancy-port.ts'
import { PREGNANCY_WORDS as w } from './pregnancy-words.ts'

const ONE = `${AT}/pregnancies/:pregnancy`
const unknown = (refusals: readonly Refusal[]) => refusals.some(({ code }) => code === 'not-found')

export function pregnancyRoutes(port: PregnancyPort, newId: () => string): Hono {
  const app = new Hono()
  const status = (visitor: Visitor, refusals: readonly Refusal[]) =>
    refusals.length === 0 ? 200 : visitor.statusOf(refusals)

  app.get(`${REGION}/balanting/pregnancies`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.readAll(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      variant: 'office',
      title: say(w.title, visitor.language),
      back: { href: `/${visitor.region!.code}/balanting`, label: 'Balanting' },
      children: <AllPregnanciesPage base={baseOf(visitor)} view={view.value} language={visitor.language} />,
    })
  })

  app.get(`${AT}/${POSYANDU}/pregnancies`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.readList(visitor, c.req.param('posyandu'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      variant: 'office',
      title: say(w.title, visitor.language),
      tabs: posyanduTabs(visitor, view.value.posyandu),
      children: <PregnancyListPage base={baseOf(visitor)} view={view.value} language={visitor.language} />,
    })
  })

  const showNew = async (
    c: Context,
    visitor: Visitor,
    pregnancyId: string,
    fields: Fields = {},
    refusals: readonly Refusal[] = [],
  ) => {
    const posyanduId = c.req.param('posyandu') ?? ''
    const list = await port.readList(visitor, posyanduId)
    if (!list.ok || !list.value.mayWrite) return refused(c, visitor, [{ code: 'not-found' }])
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: say(w.add, visitor.language),
        errorCount: refusals.length,
        back: backTo(visitor, `/${posyanduId}/pregnancies`, w.toList),
        children: (
          <WomanFormPage
            action={`${baseOf(visitor)}/${posyanduId}/new-pregnancy`}
            pregnancyId={pregnancyId}
            fields={fields}
            errors={faultsOf(visitor, refusals)}
            language={visitor.language}
          />
        ),
      },
      status(visitor, refusals),
    )
  }
  app.get(`${AT}/${POSYANDU}/new-pregnancy`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showNew(c, visitor, newId())
  })
  app.post(`${AT}/${POSYANDU}/new-pregnancy`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const pregnancyId = first(fields, 'pregnancyId')
    const read = readWomanForm(fields, port.today(visitor), PREGNANCY_2021)
    if (!read.ok) return showNew(c, visitor, pregnancyId, fields, read.refusals)
    const done = await port.register(visitor, c.req.param('posyandu'), pregnancyId, read.value)
    if (done.ok) return goOn(c, `${baseOf(visitor)}/pregnancies/${done.value}/visit`)
    return unknown(done.refusals)
      ? refused(c, visitor, done.refusals)
      : showNew(c, visitor, pregnancyId, fields, done.refusals)
  })

  const show = async (c: Context, visitor: Visitor, fields: Fields = {}, refusals: readonly Refusal[] = []) => {
    const view = await port.read(visitor, c.req.param('pregnancy') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: view.value.name,
        errorCount: refusals.length,
        back: backTo(visitor, `/${view.value.posyandu.posyanduId}/pregnancies`, w.toList),
        children: (
          <PregnancyPage
            base={baseOf(visitor)}
            view={view.value}
            fields={fields}
            errors={faultsOf(visitor, refusals)}
            language={visitor.language}
          />
        ),
      },
      status(visitor, refusals),
    )
  }
  app.get(ONE, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? show(c, visitor)
  })
  app.post(`${ONE}/withdraw`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const id = c.req.param('pregnancy')
    const done = await port.withdraw(visitor, id, first(fields, 'wrong'), first(fields, 'reason'))
    if (done.ok) return goOn(c, `${baseOf(visitor)}/pregnancies/${id}`)
    return unknown(done.refusals) ? refused(c, visitor, done.refusals) : show(c, visitor, fields, done.refusals)
  })

  /** A form about one pregnancy, for those who may write there. */
  const form = async (
    c: Context,
    visitor: Visitor,
    title: string,
    refusals: readonly Refusal[],
    make: (view: PregnancyView, base: string) => Parameters<typeof page>[2]['children'],
  ) => {
    const view = await port.read(visitor, c.req.param('pregnancy') ?? '')
    if (!view.ok || !view.value.mayWrite) return refused(c, visitor, [{ code: 'not-found' }])
    const base = baseOf(visitor)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title,
        errorCount: refusals.length,
        back: { href: `${base}/pregnancies/${view.value.pregnancyId}`, label: view.value.name },
        children: make(view.value, base),
      },
      status(visitor, refusals),
    )
  }
  const showVisit = (
    c: Context,
    visitor: Visitor,
    visitId: string,
    fields: Fields = {},
    refusals: readonly Refusal[] = [],
  ) =>
    form(c, visitor, say(w.visit, visitor.language), refusals, (view, base) => (
      <VisitFormPage
        action={`${base}/pregnancies/${view.pregnancyId}/visit`}
        view={view}
        visitId={visitId}
        fields={fields}
        errors={faultsOf(visitor, refusals)}
        language={visitor.language}
      />
    ))
  app.get(`${ONE}/visit`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showVisit(c, visitor, newId())
  })
  app.post(`${ONE}/visit`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const visitId = first(fields, 'visitId')
    const read = readVisitForm(fields, PREGNANCY_2021)
    if (!read.ok) return showVisit(c, visitor, visitId, fields, read.refusals)
    const id = c.req.param('pregnancy')
    const done = await port.visit(visitor, id, read.value)
    if (done.ok) return goOn(c, `${baseOf(visitor)}/pregnancies/${id}`)
    return unknown(done.refusals)
      ? refused(c, visitor, done.refusals)
      : showVisit(c, visitor, visitId, fields, done.refusals)
  })

  const showEnd = (c: Context, visitor: Visitor, fields: Fields = {}, refusals: readonly Refusal[] = []) =>
    form(c, visitor, say(w.end, visitor.language), refusals, (view, base) => (
      <OutcomeFormPage
        action={`${base}/pregnancies/${view.pregnancyId}/end`}
        view={view}
        fields={fields}
        errors={faultsOf(visitor, refusals)}
        language={visitor.language}
      />
    ))
  app.get(`${ONE}/end`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showEnd(c, visitor)
  })
  app.post(`${ONE}/end`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const outcome = OUTCOMES.find((one) => one === first(fields, 'outcome'))
    const on = parseDayParts(
      { day: first(fields, 'on.day'), month: first(fields, 'on.month'), year: first(fields, 'on.year') },
      'on',
    )
    const missing: readonly Refusal[] = outcome === undefined ? [{ code: 'growth.outcome-missing', at: 'outcome' }] : []
    if (outcome === undefined || !on.ok) return showEnd(c, visitor, fields, [...missing, ...(on.ok ? [] : on.refusals)])
    const id = c.req.param('pregnancy')
    const done = await port.end(visitor, id, outcome, on.value)
    if (done.ok) return goOn(c, `${baseOf(visitor)}/pregnancies/${id}`)
    return unknown(done.refusals) ? refused(c, visitor, done.refusals) : showEnd(c, visitor, fields, done.refusals)
  })
  return app
}
