// Case audits and foster parents by plain forms. Must stay true: a NIK travels in a form's body only and never comes back to a page.
import { type Context, Hono } from 'hono'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { fill, say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, type PostedForm, readForm } from '../../platform/http/form.ts'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { AuditCasePage } from './audit-case-pages.tsx'
import { AuditPage, AuditsPage } from './audit-pages.tsx'
import { AUDIT_WORDS } from './audit-words.ts'
import type { CarePort } from './care-port.ts'
import type { Typed } from './form-parts.tsx'
import { PackagePage } from './package-page.tsx'
import { PackagesPage } from './package-pages.tsx'
import { PACKAGE_WORDS } from './package-words.ts'
import { sendProof } from './proof.ts'
import { AT, baseOf, dateFrom, enter, show, typedOf } from './routes.tsx'

type Draw = (c: Context, visitor: Visitor, typed?: Typed, refusals?: readonly Refusal[]) => Promise<Response>

export function careRoutes(port: CarePort): Hono {
  const app = new Hono()
  const visitorOf = (request: Request) => port.visitor(request)
  const id = (c: Context, name: string): string => c.req.param(name) ?? ''

  const get = (path: string, draw: Draw) =>
    app.get(`${AT}${path}`, async (c) => {
      const { visitor, refusal } = await enter(c, visitorOf)
      return refusal ?? draw(c, visitor)
    })
  /** A form: done leads on; a refusal shows the page it came from with what was typed, but a NIK. */
  const post = (
    path: string,
    draw: Draw,
    act: (c: Context, visitor: Visitor, form: PostedForm) => Promise<Result<unknown>>,
    to: (c: Context, done: unknown) => string,
  ) =>
    app.post(`${AT}${path}`, async (c) => {
      const { visitor, refusal } = await enter(c, visitorOf)
      if (refusal) return refusal
      const form = await readForm(c)
      const done = await act(c, visitor, form)
      if (done.ok) return goOn(c, `${baseOf(visitor)}${to(c, done.value)}`)
      const { nik: _, ...typed } = typedOf(form.fields)
      return draw(c, visitor, typed, done.refusals)
    })

  const audits: Draw = async (c, visitor, typed = {}, refusals = []) => {
    const view = await port.listAudits(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(AUDIT_WORDS.audits, visitor.language),
      <AuditsPage view={view.value} base={baseOf(visitor)} typed={typed} errors={faultsOf(visitor, refusals)} />,
      { refusals },
    )
  }
  const audit: Draw = async (c, visitor, typed = {}, refusals = []) => {
    const view = await port.readAudit(visitor, id(c, 'audit'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const title = fill(say(AUDIT_WORDS.audit, visitor.language), { year: view.value.year, cycle: view.value.cycle })
    return show(
      c,
      visitor,
      title,
      <AuditPage view={view.value} base={baseOf(visitor)} typed={typed} errors={faultsOf(visitor, refusals)} />,
      {
        refusals,
        crumbs: [{ href: `${baseOf(visitor)}/audits`, label: say(AUDIT_WORDS.audits, visitor.language) }],
      },
    )
  }
  const auditCase: Draw = async (c, visitor, typed = {}, refusals = []) => {
    const view = await port.readCase(visitor, id(c, 'audit'), id(c, 'case'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      view.value.pseudonym,
      <AuditCasePage view={view.value} base={baseOf(visitor)} typed={typed} errors={faultsOf(visitor, refusals)} />,
      {
        refusals,
        crumbs: [
          { href: `${baseOf(visitor)}/audits/${id(c, 'audit')}`, label: say(AUDIT_WORDS.audits, visitor.language) },
        ],
      },
    )
  }
  const auditPath = (c: Context): string => `/audits/${id(c, 'audit')}`
  get('/audits', audits)
  post(
    '/audits',
    audits,
    (_, visitor, { fields }) => port.openAudit(visitor, first(fields, 'year').trim(), first(fields, 'cycle')),
    (_, done) => (typeof done === 'object' && done !== null && 'id' in done ? `/audits/${done.id}` : '/audits'),
  )
  get('/audits/:audit', audit)
  post(
    '/audits/:audit/steps',
    audit,
    (c, visitor, { fields }) =>
      port.stepAudit(visitor, id(c, 'audit'), {
        step: first(fields, 'step'),
        doneOn: dateFrom(fields, 'doneOn'),
        note: first(fields, 'note'),
      }),
    auditPath,
  )
  post(
    '/audits/:audit/cases',
    audit,
    (c, visitor, { fields }) =>
      port.addCase(visitor, id(c, 'audit'), {
        nik: first(fields, 'nik'),
        kind: first(fields, 'kind'),
        selection: first(fields, 'selection'),
      }),
    auditPath,
  )
  get('/audits/:audit/cases/:case', auditCase)
  post(
    '/audits/:audit/cases/:case',
    auditCase,
    (c, visitor, { fields }) =>
      port.writeCase(visitor, id(c, 'audit'), id(c, 'case'), {
        findings: first(fields, 'findings'),
        plan: first(fields, 'plan'),
      }),
    (c) => `${auditPath(c)}/cases/${id(c, 'case')}`,
  )
  post(
    '/audits/:audit/cases/:case/approve',
    audit,
    (c, visitor) => port.approveCase(visitor, id(c, 'audit'), id(c, 'case')),
    auditPath,
  )

  const packages: Draw = async (c, visitor, typed = {}, refusals = []) => {
    const view = await port.listPackages(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(PACKAGE_WORDS.packages, visitor.language),
      <PackagesPage view={view.value} base={baseOf(visitor)} typed={typed} errors={faultsOf(visitor, refusals)} />,
      { refusals },
    )
  }
  const onePackage: Draw = async (c, visitor, typed = {}, refusals = []) => {
    const view = await port.readPackage(visitor, id(c, 'package'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      `${say(PACKAGE_WORDS.package, visitor.language)} ${view.value.code}`,
      <PackagePage view={view.value} base={baseOf(visitor)} typed={typed} errors={faultsOf(visitor, refusals)} />,
      {
        refusals,
        crumbs: [{ href: `${baseOf(visitor)}/packages`, label: say(PACKAGE_WORDS.packages, visitor.language) }],
      },
    )
  }
  get('/packages', packages)
  post(
    '/packages',
    packages,
    (_, visitor, { fields }) => {
      const [village = '', kind = ''] = first(fields, 'need').split(' ')
      return port.offerPackage(visitor, {
        village,
        kind,
        months: first(fields, 'months'),
        amount: first(fields, 'amount'),
      })
    },
    () => '/packages',
  )
  get('/packages/:package', onePackage)
  post(
    '/packages/:package/consent',
    onePackage,
    (c, visitor, { fields }) => port.consent(visitor, id(c, 'package'), first(fields, 'consent')),
    (c) => `/packages/${id(c, 'package')}`,
  )
  post(
    '/packages/:package/close',
    onePackage,
    (c, visitor, { fields }) =>
      port.closePackage(visitor, id(c, 'package'), {
        result: first(fields, 'result'),
        endedOn: dateFrom(fields, 'endedOn'),
        note: first(fields, 'note'),
      }),
    (c) => `/packages/${id(c, 'package')}`,
  )
  get('/packages/:package/proofs/:event', async (c, visitor) => {
    const file = await port.readProof(visitor, id(c, 'package'), id(c, 'event'))
    return file.ok ? sendProof(c, file.value) : refused(c, visitor, file.refusals)
  })
  post(
    '/packages/:package/uploads',
    onePackage,
    async (c, visitor, { fields, files }) => {
      const proof = files.proof?.[0]
      return port.noteEvent(visitor, id(c, 'package'), {
        kind: first(fields, 'kind'),
        on: dateFrom(fields, 'on'),
        body: first(fields, 'body'),
        ...(proof === undefined || proof.size === 0
          ? {}
          : {
              proof: new Uint8Array(await proof.arrayBuffer()),
            }),
      })
    },
    (c) => `/packages/${id(c, 'package')}`,
  )
  return app
}
