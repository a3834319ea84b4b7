// The survey by plain forms: the questionnaire behind its token, published results, the office's progress and plan. Must stay true: answers
// travel in the form and nowhere else (no session, no draft, no idempotency key: each would tie them to time or person); links on pages
// whose address holds a token send no referrer.
import { type Context, Hono } from 'hono'
import { formatDate } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import { PublicCard, PublishedPage } from './card-pages.tsx'
import { importRoutes } from './import-routes.tsx'
import { OFFICE_WORDS, OfficePage } from './office-pages.tsx'
import { PAPER_WORDS, PaperPage } from './paper-pages.tsx'
import { PeriodOfficePage } from './plan-pages.tsx'
import { PLAN_WORDS } from './plan-words.ts'
import { PLANNING_WORDS, PlanningPage, readPlanning } from './planning-pages.tsx'
import type { PlanLineInput, ReportView, SatisfactionPort, SurveyView } from './port.ts'
import { pagesOf, readStep, type Step } from './questionnaire.ts'
import { ReportPage } from './report-pages.tsx'
import { REPORT_WORDS } from './report-words.ts'
import { QuestionnairePage, SURVEY_WORDS, SurveyRefusedPage, ThanksPage } from './survey-pages.tsx'

export function satisfactionRoutes(
  port: SatisfactionPort,
  tabsOf: (visitor: Visitor) => readonly PageLink[] = () => [],
): Hono {
  const app = new Hono()
  const base = (visitor: Visitor) => `/${visitor.region!.code}`
  const results = (visitor: Visitor) => `${base(visitor)}/satisfaction`

  // A period that is no id is no period; asked of the database it would be an error.
  for (const path of [`${REGION}/satisfaction/:period/*`, `${REGION}/office/satisfaction/:period/*`])
    app.use(path, async (c, next) =>
      isUuid(c.req.param('period')) || /\/office\/satisfaction\/(new|import(\/[^/]*)?)$/.test(c.req.path)
        ? next()
        : refused(c, await port.visitor(c.req.raw), [{ code: 'not-found' }]),
    )

  /** Who is asking, in a region; with `signedIn`, only people with an account. */
  const enter = async (c: Context, signedIn = false) => {
    const visitor = await port.visitor(c.req.raw)
    const code =
      visitor.region === undefined
        ? 'not-found'
        : signedIn && visitor.actor === undefined
          ? 'sign-in-needed'
          : undefined
    return { visitor, refusal: code === undefined ? undefined : await refused(c, visitor, [{ code }]) }
  }

  const closed = (c: Context, visitor: Visitor, refusals: readonly Refusal[]) => {
    const children = (
      <SurveyRefusedPage
        sentence={refusals.map((refusal) => visitor.tell(refusal)).join(' ')}
        resultsHref={results(visitor)}
      />
    )
    return page(
      c,
      visitor,
      { title: say(SURVEY_WORDS.refused, visitor.language), variant: 'short', children },
      visitor.statusOf(refusals),
    )
  }
  const show = (
    c: Context,
    visitor: Visitor,
    survey: SurveyView,
    token: string,
    step: Step,
    refusals: readonly Refusal[] = [],
  ) => {
    const { edition, extras, serviceName } = survey
    const errors = faultsOf(visitor, refusals)
    const children = (
      <QuestionnairePage
        edition={edition}
        extras={extras}
        at={step.at}
        filled={step.filled}
        action={`${base(visitor)}/survey/${token}`}
        serviceName={serviceName}
        errors={errors}
      />
    )
    return page(
      c,
      visitor,
      { title: say(SURVEY_WORDS.title, visitor.language), variant: 'short', errorCount: errors.length, children },
      errors.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }

  app.get(`${REGION}/survey/:token`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const token = c.req.param('token')
    const survey = await port.openSurvey(visitor, token)
    if (!survey.ok) return closed(c, visitor, survey.refusals)
    const { edition, extras } = survey.value
    return show(c, visitor, survey.value, token, { ...readStep(edition, extras, {}), at: 0 })
  })
  app.post(`${REGION}/survey/:token`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const token = c.req.param('token')
    const survey = await port.openSurvey(visitor, token)
    if (!survey.ok) return closed(c, visitor, survey.refusals)
    const { edition, extras, publishedAfter, serviceIsFree } = survey.value
    const step = readStep(edition, extras, (await readForm(c)).fields)
    if (!step.send) return show(c, visitor, survey.value, token, step)
    const sent = await port.answer(visitor, token, step.filled, { serviceIsFree, request: c.req.raw })
    if (!sent.ok) {
      const repairable = sent.refusals.every(({ code }) => code === 'satisfaction-few-answers')
      const at = pagesOf(edition, extras).length - 1
      return repairable
        ? show(c, visitor, survey.value, token, { ...step, at }, sent.refusals)
        : closed(c, visitor, sent.refusals)
    }
    const complaint = sent.value.complaint
      ? { because: sent.value.complaint, href: `${base(visitor)}/complaints` }
      : undefined
    const children = (
      <ThanksPage
        publishedAfter={formatDate(publishedAfter, visitor.language)}
        complaint={complaint}
        resultsHref={results(visitor)}
      />
    )
    return page(c, visitor, { title: say(SURVEY_WORDS.thanks, visitor.language), variant: 'short', children })
  })

  app.get(`${REGION}/satisfaction`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const children = (
      <PublishedPage lines={await port.listPublished(visitor)} href={(id) => `${results(visitor)}/${id}`} />
    )
    return page(c, visitor, { title: say(REPORT_WORDS.listTitle, visitor.language), children })
  })
  const report = async (c: Context, draw: (visitor: Visitor, view: ReportView) => Promise<Response> | Response) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const number = Number(c.req.query('number'))
    const view = await port.readReport(
      visitor,
      c.req.param('period') ?? '',
      Number.isInteger(number) && number > 0 ? number : undefined,
    )
    return view.ok ? draw(visitor, view.value) : refused(c, visitor, view.refusals)
  }
  app.get(`${REGION}/satisfaction/:period`, (c) =>
    report(c, (visitor, view) => {
      const here = `${results(visitor)}/${view.periodId}`
      const children = (
        <ReportPage
          view={view}
          csvHref={`${here}/figures.csv`}
          cardHref={`${here}/card`}
          editionHref={(number) => `${here}?number=${number}`}
        />
      )
      const title = `${say(REPORT_WORDS.index, visitor.language)}, ${view.unitName}, ${say(view.name, visitor.language)}`
      return page(c, visitor, {
        title,
        crumbs: [{ href: results(visitor), label: say(REPORT_WORDS.listTitle, visitor.language) }],
        children,
      })
    }),
  )
  app.get(`${REGION}/satisfaction/:period/card`, (c) =>
    report(c, async (visitor, view) => {
      const children = <PublicCard view={view} complaintsTo={await port.complaintsAddress(visitor)} />
      return page(c, visitor, { title: `${view.unitName}, ${say(view.name, visitor.language)}`, children })
    }),
  )
  app.get(`${REGION}/satisfaction/:period/figures.csv`, (c) =>
    report(c, (_, view) =>
      c.body(port.writeCsv(view), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="skm-${view.from}-${view.to}.csv"`,
      }),
    ),
  )

  // The office
  app.route('/', importRoutes(port, tabsOf))
  const office = (visitor: Visitor) => ({ variant: 'office' as const, tabs: tabsOf(visitor) })
  const belowList = (visitor: Visitor) => ({
    ...office(visitor),
    crumbs: [{ href: `${base(visitor)}/office/satisfaction`, label: say(OFFICE_WORDS.title, visitor.language) }],
  })
  app.get(`${REGION}/office/satisfaction`, async (c) => {
    const { visitor, refusal } = await enter(c, true)
    if (refusal) return refusal
    const view = await port.readOffice(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const children = (
      <OfficePage
        view={view.value}
        href={(id) => `${base(visitor)}/office/satisfaction/${id}`}
        paperHref={view.value.mayPlan ? (id) => `${base(visitor)}/office/satisfaction/${id}/paper` : undefined}
        importHref={`${base(visitor)}/office/satisfaction/import`}
        planHref={view.value.mayPlan ? `${base(visitor)}/office/satisfaction/new` : undefined}
      />
    )
    return page(c, visitor, { ...office(visitor), title: say(OFFICE_WORDS.title, visitor.language), children })
  })
  const planning = async (
    c: Context,
    visitor: Visitor,
    typed: Readonly<Record<string, readonly string[]>> = {},
    refusals: readonly Refusal[] = [],
  ) => {
    const view = await port.readPlanning(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const errors = faultsOf(visitor, refusals)
    const action = `${base(visitor)}/office/satisfaction/new`
    const children = <PlanningPage view={view.value} action={action} typed={typed} errors={errors} />
    const title = say(PLANNING_WORDS.title, visitor.language)
    return page(
      c,
      visitor,
      { ...belowList(visitor), title, errorCount: errors.length, children },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/office/satisfaction/new`, async (c) => {
    const { visitor, refusal } = await enter(c, true)
    return refusal ?? planning(c, visitor)
  })
  app.post(`${REGION}/office/satisfaction/new`, async (c) => {
    const { visitor, refusal } = await enter(c, true)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const done = await port.plan(visitor, readPlanning(fields))
    return done.ok ? goOn(c, `${base(visitor)}/office/satisfaction`) : planning(c, visitor, fields, done.refusals)
  })
  const review = async (
    c: Context,
    visitor: Visitor,
    periodId: string,
    typed: Readonly<Record<string, string>> = {},
    refusals: readonly Refusal[] = [],
  ) => {
    const view = await port.readReview(visitor, periodId)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const errors = faultsOf(visitor, refusals)
    const children = (
      <PeriodOfficePage
        view={view.value}
        action={`${base(visitor)}/office/satisfaction/${periodId}`}
        typed={typed}
        errors={errors}
      />
    )
    return page(
      c,
      visitor,
      { ...belowList(visitor), title: say(PLAN_WORDS.title, visitor.language), errorCount: errors.length, children },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/office/satisfaction/:period`, async (c) => {
    const { visitor, refusal } = await enter(c, true)
    return refusal ?? review(c, visitor, c.req.param('period'))
  })
  app.post(`${REGION}/office/satisfaction/:period`, async (c) => {
    const { visitor, refusal } = await enter(c, true)
    if (refusal) return refusal
    const periodId = c.req.param('period')
    const { fields } = await readForm(c)
    const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, first(fields, name)]))
    const done = await port.review(visitor, periodId, planLines(typed), Object.keys(fields))
    return done.ok
      ? goOn(c, `${base(visitor)}/office/satisfaction`)
      : review(c, visitor, periodId, typed, done.refusals)
  })
  const paper = async (
    c: Context,
    visitor: Visitor,
    more: { typed?: Readonly<Record<string, string>>; refusals?: readonly Refusal[]; done?: 'taken' | 'known' } = {},
  ) => {
    const periodId = c.req.param('period') ?? ''
    const view = await port.readPaper(visitor, periodId)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { refusals = [], typed, done } = more
    const errors = faultsOf(visitor, refusals)
    const action = `${base(visitor)}/office/satisfaction/${periodId}/paper`
    const children = <PaperPage view={view.value} action={action} typed={typed} done={done} errors={errors} />
    const title = say(PAPER_WORDS.title, visitor.language)
    return page(
      c,
      visitor,
      { ...belowList(visitor), title, errorCount: errors.length, children },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/office/satisfaction/:period/paper`, async (c) => {
    const { visitor, refusal } = await enter(c, true)
    const done = c.req.query('done')
    return refusal ?? paper(c, visitor, done === 'taken' || done === 'known' ? { done } : {})
  })
  app.post(`${REGION}/office/satisfaction/:period/paper`, async (c) => {
    const { visitor, refusal } = await enter(c, true)
    if (refusal) return refusal
    const { fields, files } = await readForm(c)
    const typed = {
      service: first(fields, 'service'),
      channel: first(fields, 'channel'),
      lines: first(fields, 'lines'),
      note: first(fields, 'note'),
    }
    const file = files.scan?.[0]
    const scan = file === undefined || file.size === 0 ? undefined : new Uint8Array(await file.arrayBuffer())
    const done = await port.typePaper(visitor, c.req.param('period'), {
      ...typed,
      ...(scan === undefined ? {} : { scan }),
    })
    if (!done.ok) return paper(c, visitor, { typed, refusals: done.refusals })
    const how = done.value.stored === 0 ? 'known' : 'taken'
    return goOn(c, `${base(visitor)}/office/satisfaction/${c.req.param('period')}/paper?done=${how}`)
  })
  const act = (
    path: string,
    deed: (visitor: Visitor, periodId: string, form: (name: string) => string) => Promise<Result<unknown>>,
  ) =>
    app.post(`${REGION}/office/satisfaction/:period/${path}`, async (c) => {
      const { visitor, refusal } = await enter(c, true)
      if (refusal) return refusal
      const { fields } = await readForm(c)
      const done = await deed(visitor, c.req.param('period') ?? '', (name) => first(fields, name))
      return done.ok ? goOn(c, `${base(visitor)}/office/satisfaction`) : refused(c, visitor, done.refusals)
    })
  act('publish', (visitor, periodId) => port.publish(visitor, periodId))
  act('follow-up', (visitor, periodId, form) => {
    const status =
      (['planned', 'under-way', 'done', 'dropped'] as const).find((one) => one === form('status')) ?? 'under-way'
    return port.report(visitor, periodId, { id: form('action'), status, proof: form('proof') })
  })
  return app
}

/** Lines of the plan as the form sends them; a line with nothing written in it is none. */
function planLines(typed: Readonly<Record<string, string>>): PlanLineInput[] {
  const numbers = [...new Set(Object.keys(typed).flatMap((name) => /^plan\.(\d{1,2})\./.exec(name)?.[1] ?? []))].sort(
    (a, b) => Number(a) - Number(b),
  )
  return numbers
    .map((n) => ({
      element: typed[`plan.${n}.element`] ?? '',
      what: typed[`plan.${n}.what`] ?? '',
      who: typed[`plan.${n}.who`] ?? '',
      until: typed[`plan.${n}.until`] ?? '',
    }))
    .filter((line) => line.what.trim() !== '' || line.who.trim() !== '' || line.until.trim() !== '')
}
