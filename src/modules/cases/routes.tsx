// The citizen's way through a service, by plain forms: public page, draft, review, follow-up (documents: upload-routes.tsx). Must stay true:
// no step needs a script; a refused page shows what was typed; ids in addresses, never a person.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { Speaking } from '../../platform/ui/language.ts'
import { VillageFinds } from '../../platform/ui/village-picker.tsx'
import { pressKey } from './action-key.ts'
import { CasePage, FollowUpForm, MinePage } from './case-pages.tsx'
import { citizenEntry } from './citizen-entry.ts'
import { DraftPage, RolePage } from './draft-pages.tsx'
import { ReviewPage } from './draft-review-page.tsx'
import { IdentifyPage } from './identify-page.tsx'
import { findReplacedForm } from './old-forms.ts'
import type { CasesPort } from './port.ts'
import { ServiceListPage, ServicePage } from './service-pages.tsx'
import { uploadRoutes } from './upload-routes.tsx'
import { CASE_WORDS as w } from './words.ts'

/** Where a fault found at sending is repaired: `documents#letter`, `edit/child`, `role`; what is none of these has no place. */
const placeOf = ({ at }: Refusal, caseHref: string): { readonly href?: string } =>
  at !== undefined && /^(?:documents#|edit\/|role$)/.test(at) ? { href: `${caseHref}/${at}` } : {}

export function caseRoutes(port: CasesPort): Hono {
  const app = new Hono()
  const { base, need, show } = citizenEntry(port)

  app.get(`${REGION}/services`, async (c) => {
    const { visitor, refusal } = await need(c, 'anyone')
    if (refusal) return refusal
    const query = c.req.query('q') ?? ''
    const old = findReplacedForm(query)
    const group = c.req.query('group') ?? old?.group
    const services = await port.listServices(visitor, old?.now ?? query, group)
    return page(c, visitor, {
      title: say(w.services, visitor.language),
      children: (
        <ServiceListPage
          base={base(visitor)}
          services={services}
          query={query}
          old={old}
          group={group}
          language={visitor.language}
        />
      ),
    })
  })
  app.get(`${REGION}/services/:service`, async (c) => {
    const { visitor, refusal } = await need(c, 'anyone')
    if (refusal) return refusal
    const service = await port.readService(visitor, c.req.param('service'))
    if (service === undefined) return refused(c, visitor, [{ code: 'service-not-offered' }])
    return page(c, visitor, {
      title: say(service.name, visitor.language),
      crumbs: [
        { href: base(visitor), label: say(w.home, visitor.language) },
        { href: `${base(visitor)}/services`, label: say(w.services, visitor.language) },
      ],
      children: <ServicePage base={base(visitor)} service={service} language={visitor.language} />,
    })
  })
  const start = async (c: Context) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    return show(c, visitor, await port.startDraft(visitor, c.req.param('service')!), async ({ next }) => goOn(c, next))
  }
  app.post(`${REGION}/services/:service/start`, start)
  // After signing in, people come back by GET; starting twice opens the same empty draft.
  app.get(`${REGION}/services/:service/start`, start)

  app.get(`${REGION}/villages`, async (c) => {
    const { visitor, refusal } = await need(c, 'anyone')
    if (refusal) return refusal
    const query = c.req.query('q') ?? ''
    const finds = await port.searchVillages(visitor, query)
    return c.html(
      <Speaking value={visitor.language}>
        <VillageFinds
          name={/^[\w.]{1,80}$/.test(c.req.query('field') ?? '') ? c.req.query('field')! : 'village'}
          query={query}
          finds={finds}
        />
      </Speaking>,
    )
  })

  app.get(`${REGION}/me/identify`, async (c) => {
    const { visitor, refusal } = await need(c)
    return (
      refusal ??
      page(c, visitor, {
        title: say(w.identifyTitle, visitor.language),
        children: <IdentifyPage back={c.req.query('back') ?? ''} typed={{}} errors={[]} />,
      })
    )
  })
  app.post(`${REGION}/me/identify`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const at = (name: string) => first(fields, name)
    const done = await port.identify(visitor, {
      nik: at('nik'),
      name: at('name'),
      birthDate: { day: at('birthDate.day'), month: at('birthDate.month'), year: at('birthDate.year') },
    })
    const back = at('back')
    if (done.ok) return goOn(c, back.startsWith(`${base(visitor)}/`) ? back : `${base(visitor)}/me`)
    const errors = done.refusals.map((one) => ({ at: one.at ?? 'nik', text: visitor.tell(one) }))
    return page(
      c,
      visitor,
      {
        title: say(w.identifyTitle, visitor.language),
        errorCount: errors.length,
        children: <IdentifyPage back={back} typed={fields} errors={errors} />,
      },
      visitor.statusOf(done.refusals),
    )
  })

  const showDraft = (c: Context, visitor: Visitor, view: Parameters<typeof DraftPage>[0]['view']) =>
    page(
      c,
      visitor,
      {
        title: say(view.page.page.title, visitor.language),
        errorCount: view.problems.length,
        children: <DraftPage base={base(visitor)} view={view} tell={visitor.tell} language={visitor.language} />,
      },
      view.problems.length > 0 ? 422 : 200,
    )
  app.get(`${REGION}/cases/:id/edit/:page`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    return show(c, visitor, await port.readDraftPage(visitor, c.req.param('id'), c.req.param('page')), (view) =>
      showDraft(c, visitor, view),
    )
  })
  app.post(`${REGION}/cases/:id/edit/:page`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const saved = await port.savePage(visitor, c.req.param('id'), c.req.param('page'), onlyFilled(fields))
    return show(c, visitor, saved, async (value) =>
      value.saved ? goOn(c, value.next) : showDraft(c, visitor, value.view),
    )
  })
  app.get(`${REGION}/cases/:id/role`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    return show(c, visitor, await port.readRole(visitor, c.req.param('id')), (view) =>
      page(c, visitor, {
        title: say(w.roleTitle, visitor.language),
        children: <RolePage base={base(visitor)} view={view} language={visitor.language} />,
      }),
    )
  })
  app.post(`${REGION}/cases/:id/role`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const saved = await port.saveRole(visitor, c.req.param('id'), first(fields, 'role'))
    if (saved.ok) return goOn(c, saved.value.next)
    return show(c, visitor, await port.readRole(visitor, c.req.param('id')), (view) =>
      page(
        c,
        visitor,
        {
          title: say(w.roleTitle, visitor.language),
          errorCount: 1,
          children: (
            <RolePage
              base={base(visitor)}
              view={view}
              language={visitor.language}
              error={saved.refusals.map(visitor.tell).join(' ')}
            />
          ),
        },
        422,
      ),
    )
  })

  app.route('/', uploadRoutes(port))

  const showReview = async (c: Context, visitor: Visitor, id: string, problems: readonly Refusal[] = []) =>
    show(c, visitor, await port.readReview(visitor, id), (view) =>
      page(
        c,
        visitor,
        {
          title: say(w.reviewTitle, visitor.language),
          errorCount: problems.length,
          children: (
            <ReviewPage
              base={base(visitor)}
              view={view}
              problems={problems.map((one) => ({
                ...placeOf(one, `${base(visitor)}/cases/${id}`),
                text: visitor.tell(one),
              }))}
              language={visitor.language}
            />
          ),
        },
        problems.length > 0 ? visitor.statusOf(problems) : 200,
      ),
    )
  app.get(`${REGION}/cases/:id/review`, async (c) => {
    const { visitor, refusal } = await need(c)
    return refusal ?? showReview(c, visitor, c.req.param('id'))
  })
  app.post(`${REGION}/cases/:id/submit`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const id = c.req.param('id')
    const done = await port.submit(visitor, id, pressKey(fields))
    if (done.ok) return goOn(c, `${base(visitor)}/cases/${done.value.caseId}`)
    return showReview(c, visitor, id, done.refusals)
  })

  app.get(`${REGION}/me`, async (c) => {
    const { visitor, refusal } = await need(c)
    return (
      refusal ??
      page(c, visitor, {
        title: say(w.mine, visitor.language),
        children: (
          <MinePage
            base={base(visitor)}
            lines={await port.listMine(visitor)}
            isKnown={visitor.actor?.personId !== undefined}
            language={visitor.language}
          />
        ),
      })
    )
  })
  /** A case, and after a refused step what was typed for it. */
  const showCase = async (c: Context, visitor: Visitor, id: string, refusals: readonly Refusal[] = [], note = '') =>
    show(c, visitor, await port.readCase(visitor, id), (view) =>
      page(
        c,
        visitor,
        {
          title: `${say(view.serviceName, visitor.language)}: ${say(view.stateLabel, visitor.language)}`,
          errorCount: refusals.length,
          children: (
            <CasePage
              base={base(visitor)}
              view={view}
              actionKey={crypto.randomUUID()}
              errors={faultsOf(visitor, refusals)}
              note={note}
              language={visitor.language}
            />
          ),
        },
        refusals.length > 0 ? visitor.statusOf(refusals) : 200,
      ),
    )
  app.get(`${REGION}/cases/:id`, async (c) => {
    const { visitor, refusal } = await need(c)
    return refusal ?? showCase(c, visitor, c.req.param('id'))
  })
  app.post(`${REGION}/cases/:id/actions/:action{[a-z-]{1,40}}`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const { id, action } = c.req.param()
    if (action === 'reuse') return show(c, visitor, await port.reuse(visitor, id), async ({ next }) => goOn(c, next))
    const note = first(fields, 'note')
    const done = await port.act(visitor, id, action, note, pressKey(fields))
    return done.ok ? goOn(c, `${base(visitor)}/cases/${id}`) : showCase(c, visitor, id, done.refusals, note)
  })

  const showFollowUp = (
    c: Context,
    visitor: Visitor,
    number: string,
    errors: readonly { at?: string; text: string }[],
    status = 200,
  ) =>
    page(
      c,
      visitor,
      {
        title: say(w.track, visitor.language),
        errorCount: errors.length,
        children: <FollowUpForm base={base(visitor)} number={number} errors={errors} language={visitor.language} />,
      },
      status,
    )
  app.get(`${REGION}/track`, async (c) => {
    const { visitor, refusal } = await need(c, 'anyone')
    return refusal ?? showFollowUp(c, visitor, c.req.query('number') ?? '', [])
  })
  app.post(`${REGION}/track`, async (c) => {
    const { visitor, refusal } = await need(c, 'anyone')
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const number = first(fields, 'number')
    const found = await port.followUp(
      visitor,
      number,
      first(fields, 'digits'),
      c.req.raw.headers.get('x-forwarded-for') ?? '',
    )
    if (!found.ok)
      return showFollowUp(
        c,
        visitor,
        number,
        found.refusals.map((one) => ({ at: one.at ?? 'number', text: visitor.tell(one) })),
        visitor.statusOf(found.refusals),
      )
    return page(c, visitor, {
      title: say(found.value.stateLabel, visitor.language),
      children: <CasePage base={base(visitor)} view={found.value} actionKey="" language={visitor.language} />,
    })
  })
  return app
}

/** Two boxes of one name (a person by NIK, or described) come as two values: the filled one counts. */
function onlyFilled(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [
      name,
      values.length > 1 && /\.(nik|name)$/.test(name)
        ? [...values].sort((a, b) => Number(b !== '') - Number(a !== ''))
        : values,
    ]),
  )
}
