// Addresses of odd reads, below /office/privacy/alarms. Must stay true: addresses carry ids only; what was typed comes back.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { frameOf, officePage, type Shown, signedIn } from '../../platform/http/office-frame.tsx'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import type { Content } from '../../platform/ui/language.ts'
import { AlarmPage, AlarmsPage } from './watch-pages.tsx'
import type { WatchPort } from './watch-port.ts'
import { WATCH_WORDS as w } from './watch-words.ts'

const ALARMS = '/:region{[0-9]{2}(\\.[0-9]{2})?}/office/privacy/alarms'
const ID = ':alarmed{[0-9a-f-]{36}}'
/** Of each field so many characters come back when a form is refused. */
const LONGEST = 20_000

export function watchRoutes(port: WatchPort, tabsOf: (visitor: Visitor) => readonly PageLink[]): Hono {
  const app = new Hono()
  const enter = (run: (c: Context, visitor: Visitor, base: string) => Promise<Response>) => signedIn(port, run)
  const show = (c: Context, visitor: Visitor, children: Content, refusals: readonly Refusal[] = []) =>
    officePage(c, visitor, { title: w.title, tabs: tabsOf(visitor), children }, refusals)
  const framed = (visitor: Visitor, shown: Shown) => frameOf(visitor, shown, LONGEST)
  const list = async (c: Context, visitor: Visitor, shown: Shown = {}) => {
    const view = await port.list(visitor, c.req.query('before'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const frame = framed(visitor, shown)
    return show(
      c,
      visitor,
      <AlarmsPage {...frame} view={view.value} withParts={view.value.mayDecide} />,
      shown.refusals ?? [],
    )
  }
  const one = async (c: Context, visitor: Visitor, shown: Shown = {}) => {
    const view = await port.read(visitor, c.req.param('alarmed') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(c, visitor, <AlarmPage {...framed(visitor, shown)} view={view.value} />, shown.refusals ?? [])
  }
  app.get(
    ALARMS,
    enter((c, visitor) => list(c, visitor)),
  )
  app.post(
    `${ALARMS}/guard`,
    enter(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const done = await port.protect(visitor, first(fields, 'nik'), keyOf(fields))
      return done.ok ? goOn(c, `${base}/office/privacy/alarms`) : list(c, visitor, { refusals: done.refusals, fields })
    }),
  )
  app.get(
    `${ALARMS}/${ID}`,
    enter((c, visitor) => one(c, visitor)),
  )
  app.post(
    `${ALARMS}/${ID}`,
    enter(async (c, visitor, base) => {
      const id = c.req.param('alarmed') ?? ''
      const { fields } = await readForm(c)
      const done = await port.decide(visitor, id, first(fields, 'outcome'), first(fields, 'words'), keyOf(fields))
      if (!done.ok) return one(c, visitor, { refusals: done.refusals, fields })
      const { breachId } = done.value
      return goOn(
        c,
        breachId === undefined ? `${base}/office/privacy/alarms/${id}` : `${base}/office/privacy/breaches/${breachId}`,
      )
    }),
  )
  return app
}

function keyOf(fields: Fields): string {
  const key = first(fields, 'key')
  return /^[\x21-\x7e]{1,100}$/.test(key) ? key : crypto.randomUUID()
}
