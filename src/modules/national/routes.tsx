// Addresses of the national register, below /office/national. Must stay true: addresses carry ids and numbers of files only;
// downloads are never cached; a preview changes nothing.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { frameOf, officePage, type Shown, signedIn } from '../../platform/http/office-frame.tsx'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import type { Content } from '../../platform/ui/language.ts'
import { NationalPage, PreviewPage, RequestPage } from './pages.tsx'
import type { NationalPort } from './port.ts'
import { NATIONAL_WORDS as w } from './words.ts'

const HERE = '/:region{[0-9]{2}(\\.[0-9]{2})?}/office/national'
const ID = ':request{[0-9a-f-]{36}}'
const MOST_BYTES = 900_000
/** Of each field so many characters come back when a form is refused. */
const LONGEST = 100_000

export function nationalRoutes(port: NationalPort, tabsOf: (visitor: Visitor) => readonly PageLink[]): Hono {
  const app = new Hono()
  const enter = (run: (c: Context, visitor: Visitor, base: string) => Promise<Response>) => signedIn(port, run)
  const show = (c: Context, visitor: Visitor, children: Content, refusals: readonly Refusal[] = []) =>
    officePage(c, visitor, { title: w.title, tabs: tabsOf(visitor), children }, refusals)
  const framed = (visitor: Visitor, shown: Shown) => frameOf(visitor, shown, LONGEST)
  const list = async (c: Context, visitor: Visitor, shown: Shown = {}) => {
    const view = await port.list(visitor, numberOf(c.req.query('after')))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(c, visitor, <NationalPage {...framed(visitor, shown)} view={view.value} />, shown.refusals)
  }
  const one = async (c: Context, visitor: Visitor, shown: Shown = {}) => {
    const view = await port.read(visitor, c.req.param('request') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(c, visitor, <RequestPage {...framed(visitor, shown)} view={view.value} />, shown.refusals)
  }
  const file = (c: Context, name: string, text: string) =>
    c.body(text, 200, {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    })

  app.get(
    HERE,
    enter((c, visitor) => list(c, visitor)),
  )
  app.get(
    `${HERE}/events.jsonl`,
    enter(async (c, visitor) => {
      const after = numberOf(c.req.query('after')) ?? 0
      const done = await port.readEvents(visitor, after)
      return done.ok
        ? file(c, `peristiwa-${visitor.region!.code}-${after}.jsonl`, done.value)
        : refused(c, visitor, done.refusals)
    }),
  )
  app.post(
    `${HERE}/link`,
    enter(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const done = await port.setLink(visitor, first(fields, 'state'), keyOf(fields))
      return done.ok ? goOn(c, `${base}/office/national`) : list(c, visitor, { refusals: done.refusals })
    }),
  )
  app.post(
    `${HERE}/files`,
    enter(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const done = await port.makeBatch(visitor, keyOf(fields))
      return done.ok ? goOn(c, `${base}/office/national`) : list(c, visitor, { refusals: done.refusals })
    }),
  )
  app.get(
    `${HERE}/files/:file{[0-9]{1,9}\\.jsonl}`,
    enter(async (c, visitor) => {
      const number = Number.parseInt(c.req.param('file') ?? '', 10)
      const done = await port.readBatch(visitor, number)
      return done.ok
        ? file(c, `register-nasional-${visitor.region!.code}-${number}.jsonl`, done.value)
        : refused(c, visitor, done.refusals)
    }),
  )
  app.post(
    `${HERE}/answers`,
    enter(async (c, visitor, base) => {
      const { fields, files } = await readForm(c)
      const sent = files.file?.[0]
      const text =
        sent !== undefined && sent.size > 0 && sent.size <= MOST_BYTES ? await sent.text() : first(fields, 'text')
      const done = await port.importAnswers(visitor, text, first(fields, 'apply') === 'yes')
      if (!done.ok) return list(c, visitor, { refusals: done.refusals, fields })
      const tell = (code: string) => visitor.tell({ code })
      const shown = { base, preview: done.value, text, language: visitor.language, tell }
      return show(c, visitor, <PreviewPage {...shown} />)
    }),
  )
  app.get(
    `${HERE}/${ID}`,
    enter((c, visitor) => one(c, visitor)),
  )
  app.post(
    `${HERE}/${ID}`,
    enter(async (c, visitor, base) => {
      const id = c.req.param('request') ?? ''
      const { fields } = await readForm(c)
      const key = keyOf(fields)
      const done =
        first(fields, 'again') === 'yes'
          ? await port.repeat(visitor, id, key)
          : await port.answer(visitor, id, first(fields, 'answer'), first(fields, 'reference'), key)
      return done.ok ? goOn(c, `${base}/office/national/${id}`) : one(c, visitor, { refusals: done.refusals, fields })
    }),
  )
  return app
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined

function keyOf(fields: Fields): string {
  const key = first(fields, 'key')
  return /^[\x21-\x7e]{1,100}$/.test(key) ? key : crypto.randomUUID()
}
