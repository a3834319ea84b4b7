// The citizen's way through a service, by plain forms: public page, draft, documents, review, follow-up. Must stay true:
// no step needs a script; a refused page shows what was typed; ids in addresses, never a person.
import { type Context, Hono } from 'hono'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { Speaking } from '../../platform/ui/language.ts'
import { VillageFinds } from '../../platform/ui/village-picker.tsx'
import { pressKey } from './action-key.ts'
import { CasePage, FollowUpForm, MinePage } from './case-pages.tsx'
import { DocumentsPage } from './draft-documents-page.tsx'
import { DraftPage, RolePage } from './draft-pages.tsx'
import { ReviewPage } from './draft-review-page.tsx'
import { IdentifyPage } from './identify-page.tsx'
import { findReplacedForm } from './old-forms.ts'
import type { CasesPort } from './port.ts'
import { ServiceListPage, ServicePage } from './service-pages.tsx'
import { sendUpload } from './upload-content.ts'
import { CASE_WORDS as w } from './words.ts'

const REGION = '/:region{[0-9]{2}(\\.[0-9]{2})?}'

export function caseRoutes(port: CasesPort): Hono {
  const app = new Hono()
  const base = (visitor: Visitor) => `/${visitor.region!.code}`
  const need = async (c: Context, needs: 'anyone' | 'signed-in' = 'signed-in') => {
    const visitor = await port.visitor(c.req.raw)
    const refusals: Refusal[] =
      visitor.region === undefined
        ? [{ code: 'not-found' }]
        : needs === 'signed-in' && visitor.actor === undefined
          ? [{ code: 'sign-in-needed' }]
          : []
    return { visitor, refusal: refusals.length > 0 ? await refused(c, visitor, refusals) : undefined }
  }
  /** Shows the page of a result, or the refusal; someone whose account is not bound yet is led there first. */
  const show = async <T,>(
    c: Context,
    visitor: Visitor,
    result: Result<T>,
    onPage: (value: T) => Promise<Response>,
  ): Promise<Response> => {
    if (result.ok) return onPage(result.value)
    if (result.refusals.some((refusal) => refusal.code === 'identify-needed'))
      return goOn(c, `${base(visitor)}/me/identify?${new URLSearchParams({ back: visitor.page.path })}`)
    return refused(c, visitor, result.refusals)
  }

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

  const showDocuments = async (
    c: Context,
    visitor: Visitor,
    id: string,
    errors: readonly { at: string; text: string }[] = [],
    status = 200,
  ) =>
    show(c, visitor, await port.readDocuments(visitor, id), (view) =>
      page(
        c,
        visitor,
        {
          title: say(w.documentsTitle, visitor.language),
          errorCount: errors.length,
          children: <DocumentsPage base={base(visitor)} view={view} errors={errors} language={visitor.language} />,
        },
        status,
      ),
    )
  app.get(`${REGION}/cases/:id/documents`, async (c) => {
    const { visitor, refusal } = await need(c)
    return refusal ?? showDocuments(c, visitor, c.req.param('id'))
  })
  app.post(`${REGION}/cases/:id/uploads/:document`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const id = c.req.param('id')
    const document = c.req.param('document')
    const { files } = await readForm(c)
    const file = files.file?.[0]
    const saved = await port.saveUpload(
      visitor,
      id,
      document,
      file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer()),
    )
    if (saved.ok) return goOn(c, `${base(visitor)}/cases/${id}/documents#${document}`)
    return showDocuments(
      c,
      visitor,
      id,
      saved.refusals.map((one) => ({ at: document, text: visitor.tell(one) })),
      visitor.statusOf(saved.refusals),
    )
  })
  app.post(`${REGION}/cases/:id/uploads/:document/:upload/remove`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { id, document, upload } = c.req.param()
    return show(c, visitor, await port.removeUpload(visitor, id, document, upload), async () =>
      goOn(c, `${base(visitor)}/cases/${id}/documents#${document}`),
    )
  })
  app.on(['HEAD', 'GET'], `${REGION}/cases/:id/uploads/:document/:upload/parts`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    return c.body(null, 204, {
      'upload-offset': String(await port.readPart(visitor, c.req.param('id'), c.req.param('upload'))),
    })
  })
  app.post(`${REGION}/cases/:id/uploads/:document/:upload/parts`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const done = await port.appendPart(
      visitor,
      c.req.param('id'),
      c.req.param('upload'),
      Number(c.req.query('offset') ?? Number.NaN),
      new Uint8Array(await c.req.arrayBuffer()),
    )
    return done.ok
      ? c.body(null, 204, { 'upload-offset': String(done.value) })
      : c.text(done.refusals.map(visitor.tell).join(' '), visitor.statusOf(done.refusals) as 409)
  })
  app.post(`${REGION}/cases/:id/uploads/:document/:upload/parts/complete`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { id, document, upload } = c.req.param()
    const done = await port.finishParts(visitor, id, document, upload)
    return done.ok
      ? c.body(null, 204)
      : c.text(done.refusals.map(visitor.tell).join(' '), visitor.statusOf(done.refusals) === 404 ? 404 : 422)
  })
  app.get(`${REGION}/cases/:id/pictures/:upload`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const picture = await port.readPicture(visitor, c.req.param('id'), c.req.param('upload'))
    return picture === undefined ? c.notFound() : sendUpload(c, picture)
  })

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
              problems={problems.map((one) => ({ text: visitor.tell(one) }))}
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
        children: <MinePage base={base(visitor)} lines={await port.listMine(visitor)} language={visitor.language} />,
      })
    )
  })
  app.get(`${REGION}/cases/:id`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    return show(c, visitor, await port.readCase(visitor, c.req.param('id')), (view) =>
      page(c, visitor, {
        title: `${say(view.serviceName, visitor.language)}: ${say(view.stateLabel, visitor.language)}`,
        children: (
          <CasePage base={base(visitor)} view={view} actionKey={crypto.randomUUID()} language={visitor.language} />
        ),
      }),
    )
  })
  app.post(`${REGION}/cases/:id/actions/:action{[a-z-]{1,40}}`, async (c) => {
    const { visitor, refusal } = await need(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const { id, action } = c.req.param()
    if (action === 'reuse') return show(c, visitor, await port.reuse(visitor, id), async ({ next }) => goOn(c, next))
    return show(c, visitor, await port.act(visitor, id, action, first(fields, 'note'), pressKey(fields)), async () =>
      goOn(c, `${base(visitor)}/cases/${id}`),
    )
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
