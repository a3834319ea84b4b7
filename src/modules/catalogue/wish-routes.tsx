// Addresses of a region's services for its administrator. Must stay true: addresses carry names of services, editions and
// proposals only; what was typed comes back when it is refused.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import type { OwnForm } from './own-settings.ts'
import { ComparePage, OwnPage } from './wish-compare-pages.tsx'
import { isWishDone, ServicePage, ServicesPage, type Show } from './wish-pages.tsx'
import type { Target, WishPort } from './wish-port.ts'
import { WISH_WORDS as w } from './wish-words.ts'

const HERE = '/:region{[0-9]{2}(\\.[0-9]{2})?}/office/services'
const SERVICE = `${HERE}/:service{[a-z][a-z0-9-]{1,60}}`
const SHOWS: readonly Show[] = ['all', 'newer', 'own', 'others']

export function wishRoutes(port: WishPort, tabsOf: (visitor: Visitor) => readonly PageLink[]): Hono {
  const app = new Hono()
  const base = (visitor: Visitor) => `/${visitor.region!.code}/office/services`
  const office = (visitor: Visitor, up?: string) => ({
    variant: 'office' as const,
    tabs: tabsOf(visitor),
    ...(up === undefined ? {} : { back: { href: up, label: say(w.back, visitor.language) } }),
  })
  const enter = (c: Context) => enterSignedIn(c, port)
  const statusOf = (visitor: Visitor, refusals: readonly Refusal[]) =>
    refusals.length === 0 ? 200 : visitor.statusOf(refusals)

  app.get(HERE, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const view = await port.list(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const done = c.req.query('done')
    return page(c, visitor, {
      ...office(visitor),
      title: say(w.title, visitor.language),
      children: (
        <ServicesPage
          base={base(visitor)}
          view={view.value}
          show={SHOWS.find((one) => one === c.req.query('show')) ?? 'all'}
          {...(isWishDone(done) ? { done } : {})}
          language={visitor.language}
        />
      ),
    })
  })

  const compare = async (
    c: Context,
    visitor: Visitor,
    service: string | undefined,
    target: Target,
    refusals: readonly Refusal[] = [],
    reason = '',
  ) => {
    const view = await port.compare(visitor, service, target)
    if (!view.ok) return refused(c, visitor, view.refusals, { href: base(visitor), label: w.back })
    return page(
      c,
      visitor,
      {
        ...office(visitor, `${base(visitor)}/${view.value.isNew ? '' : view.value.id}`.replace(/\/$/, '')),
        title: say(view.value.name, visitor.language),
        errorCount: refusals.length,
        children: (
          <ComparePage
            base={base(visitor)}
            view={view.value}
            target={{ ...target }}
            reason={reason}
            errors={faultsOf(visitor, refusals)}
            language={visitor.language}
          />
        ),
      },
      statusOf(visitor, refusals),
    )
  }

  app.get(`${HERE}/requests/:request`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? compare(c, visitor, undefined, { wish: c.req.param('request') })
  })
  app.post(`${HERE}/requests/:request`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const pressed = first((await readForm(c)).fields, 'decision')
    const decision = pressed === 'allow' || pressed === 'withdraw' ? pressed : 'decline'
    const done = await port.decide(visitor, c.req.param('request'), decision)
    return done.ok
      ? goOn(c, `${base(visitor)}?done=${decision}`)
      : refused(c, visitor, done.refusals, { href: base(visitor), label: w.back })
  })

  app.get(SERVICE, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const view = await port.read(visitor, c.req.param('service'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      ...office(visitor, base(visitor)),
      title: say(view.value.name, visitor.language),
      children: <ServicePage base={base(visitor)} view={view.value} language={visitor.language} />,
    })
  })
  app.get(`${SERVICE}/compare`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const installation = c.req.query('installation')
    const target: Target = installation === undefined ? { edition: c.req.query('edition') ?? '' } : { installation }
    return compare(c, visitor, c.req.param('service'), target)
  })
  app.post(`${SERVICE}/ask`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const installation = first(fields, 'installation')
    const target: Target = installation === '' ? { edition: first(fields, 'edition') } : { installation }
    const reason = first(fields, 'reason').slice(0, 2000)
    const service = c.req.param('service')
    const done = await port.ask(visitor, service, target, reason, first(fields, 'seen') === 'yes')
    return done.ok
      ? goOn(c, `${base(visitor)}?done=asked`)
      : compare(c, visitor, service, target, done.refusals, reason)
  })

  const showOwn = async (
    c: Context,
    visitor: Visitor,
    service: string,
    typed?: { readonly form: OwnForm; readonly reason: string },
    refusals: readonly Refusal[] = [],
  ) => {
    const view = await port.readOwn(visitor, service)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        ...office(visitor, `${base(visitor)}/${service}`),
        title: say(w.ownTitle, visitor.language),
        errorCount: refusals.length,
        children: (
          <OwnPage
            base={base(visitor)}
            view={view.value}
            form={typed?.form ?? view.value.form}
            reason={typed?.reason ?? ''}
            errors={faultsOf(visitor, refusals)}
            language={visitor.language}
          />
        ),
      },
      statusOf(visitor, refusals),
    )
  }
  app.get(`${SERVICE}/own`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showOwn(c, visitor, c.req.param('service'))
  })
  app.post(`${SERVICE}/own`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typed = { form: ownForm(fields), reason: first(fields, 'reason').slice(0, 2000) }
    const service = c.req.param('service')
    const done = await port.askOwn(visitor, service, typed.form, typed.reason)
    return done.ok
      ? goOn(c, `${base(visitor)}/requests/${done.value.wishId}`)
      : showOwn(c, visitor, service, typed, done.refusals)
  })
  return app
}

function ownForm(fields: Fields): OwnForm {
  const many = (name: string): readonly string[] => (fields[name] ?? []).slice(0, 60)
  const text = (name: string): string => first(fields, name).slice(0, 400)
  return {
    channels: many('channels'),
    fee: first(fields, 'fee').slice(0, 30),
    feeBasis: first(fields, 'feeBasis').slice(0, 300),
    hours: first(fields, 'hours').slice(0, 30),
    hide: many('hide'),
    additions: {
      approval: text('approval'),
      keepQuestions: many('keepQuestions'),
      keepPapers: many('keepPapers'),
      question: {
        page: text('questionPage'),
        id: text('questionId'),
        en: text('questionEn'),
        type: text('questionType'),
      },
      questionMust: text('questionMust') === 'yes',
      paper: {
        id: text('paperId'),
        en: text('paperEn'),
        hintId: text('paperHintId'),
        hintEn: text('paperHintEn'),
      },
      paperMust: text('paperMust') === 'yes',
    },
  }
}
