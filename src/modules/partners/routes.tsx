// Addresses of partners: the office's pages, and one door for their machines. Must stay true: the door answers JSON with codes
// and yes or no, is never cached and knows no cookies; what was typed on a page comes back when it is refused.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { REGION } from '../../platform/http/door.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { frameOf, officePage, type Shown, signedIn } from '../../platform/http/office-frame.tsx'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import type { Content } from '../../platform/ui/language.ts'
import { PartnerPage, PartnersPage } from './pages.tsx'
import type { PartnersPort } from './port.ts'
import { PARTNER_WORDS as w } from './words.ts'

const ID = ':partner{[0-9a-f-]{36}}'
/** Of each field so many characters come back when a form is refused. */
const LONGEST = 1000

export function partnerRoutes(port: PartnersPort, tabsOf: (visitor: Visitor) => readonly PageLink[]): Hono {
  const app = new Hono()
  const enter = (run: (c: Context, visitor: Visitor, base: string) => Promise<Response>) => signedIn(port, run)
  const show = (c: Context, visitor: Visitor, children: Content, refusals: readonly Refusal[] = []) =>
    officePage(c, visitor, { title: w.title, tabs: tabsOf(visitor), children }, refusals)
  const framed = (visitor: Visitor, shown: Shown) => frameOf(visitor, shown, LONGEST)
  const list = async (c: Context, visitor: Visitor, shown: Shown = {}) => {
    const view = await port.list(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const fields = shown.fields?.fields ?? []
    return show(
      c,
      visitor,
      <PartnersPage {...framed(visitor, shown)} view={view.value} fields={fields} />,
      shown.refusals ?? [],
    )
  }
  const one = async (c: Context, visitor: Visitor, shown: Shown = {}) => {
    const view = await port.read(visitor, c.req.param('partner') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(c, visitor, <PartnerPage {...framed(visitor, shown)} view={view.value} />, shown.refusals ?? [])
  }

  app.get(
    `${REGION}/office/partners`,
    enter((c, visitor) => list(c, visitor)),
  )
  app.post(
    `${REGION}/office/partners`,
    enter(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const entry = {
        name: first(fields, 'name'),
        agreement: first(fields, 'agreement'),
        purpose: first(fields, 'purpose'),
        fields: fields.fields ?? [],
        dailyLimit: first(fields, 'dailyLimit'),
        fromDay: dateOf(fields, 'fromDay'),
        untilDay: dateOf(fields, 'untilDay'),
      }
      const done = await port.register(visitor, entry, keyOf(fields))
      return done.ok
        ? goOn(c, `${base}/office/partners/${done.value.partnerId}`)
        : list(c, visitor, { refusals: done.refusals, fields })
    }),
  )
  app.get(
    `${REGION}/office/partners/${ID}`,
    enter((c, visitor) => one(c, visitor)),
  )
  app.post(
    `${REGION}/office/partners/${ID}`,
    enter(async (c, visitor, base) => {
      const id = c.req.param('partner') ?? ''
      const { fields } = await readForm(c)
      const done = await port.step(visitor, id, first(fields, 'step'), first(fields, 'reason'), keyOf(fields))
      return done.ok ? goOn(c, `${base}/office/partners/${id}`) : one(c, visitor, { refusals: done.refusals, fields })
    }),
  )
  app.post(`${REGION}/partners/check`, async (c) => {
    const answer = await port.check(c.req.param('region') ?? '', {
      partner: c.req.header('x-puja-partner') ?? '',
      at: c.req.header('x-puja-timestamp') ?? '',
      signature: c.req.header('x-puja-signature') ?? '',
      body: await c.req.text(),
    })
    c.header('cache-control', 'no-store')
    if (answer.ok)
      return c.json({
        id: answer.id,
        answers: Object.fromEntries(Object.entries(answer.answers).map(([field, yes]) => [field, yes ? 'yes' : 'no'])),
      })
    if (answer.waitSeconds !== undefined) c.header('retry-after', String(answer.waitSeconds))
    return c.json(answer.refusal, answer.status as 401 | 403 | 422 | 429)
  })
  return app
}

function keyOf(fields: Fields): string {
  const key = first(fields, 'key')
  return /^[\x21-\x7e]{1,100}$/.test(key) ? key : crypto.randomUUID()
}

function dateOf(fields: Fields, name: string): string {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) =>
    first(fields, `${name}.${part}`).trim(),
  )
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
