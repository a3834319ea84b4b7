// Addresses of editions that wait to be published. Must stay true: addresses carry keys and names of services only; what was typed
// comes back when it is refused.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say, type Text } from '../../kernel/text.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { signedIn } from '../../platform/http/office-frame.tsx'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import type { Content } from '../../platform/ui/language.ts'
import { DraftPage, DraftsPage, isDraftDone } from './draft-pages.tsx'
import type { DraftPort } from './draft-port.ts'
import { DRAFT_WORDS as w } from './draft-words.ts'

const HERE = '/:region{[0-9]{2}(\\.[0-9]{2})?}/office/services/drafts'
const MOST_WORDS = 2000

export function draftRoutes(port: DraftPort, tabsOf: (visitor: Visitor) => readonly PageLink[]): Hono {
  const app = new Hono()
  const enter = (run: (c: Context, visitor: Visitor, base: string) => Promise<Response>) =>
    signedIn(port, (c, visitor, base) => run(c, visitor, `${base}/office/services`))
  const show = (
    c: Context,
    visitor: Visitor,
    up: { readonly href: string; readonly label: Text },
    title: Text,
    children: Content,
    refusals: readonly Refusal[],
  ) =>
    page(
      c,
      visitor,
      {
        variant: 'office',
        tabs: tabsOf(visitor),
        back: { href: up.href, label: say(up.label, visitor.language) },
        title: say(title, visitor.language),
        errorCount: refusals.length,
        children,
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  // A fault of the checker names its file and place; on the form it belongs to the file.
  const told = (visitor: Visitor, refusals: readonly Refusal[]) =>
    refusals.map((one) => ({
      ...(one.at === undefined ? {} : { at: one.code === 'revision-faulty' ? 'file' : one.at }),
      text: `${one.code === 'revision-faulty' ? `${one.at}: ` : ''}${visitor.tell(one)}`,
    }))

  const list = async (c: Context, visitor: Visitor, base: string, note = '', refusals: readonly Refusal[] = []) => {
    const view = await port.list(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const done = c.req.query('done')
    return show(
      c,
      visitor,
      { href: base, label: w.back },
      w.title,
      <DraftsPage
        base={base}
        view={view.value}
        note={note}
        errors={told(visitor, refusals)}
        {...(isDraftDone(done) ? { done } : {})}
        language={visitor.language}
      />,
      refusals,
    )
  }
  const one = async (c: Context, visitor: Visitor, base: string, reason = '', refusals: readonly Refusal[] = []) => {
    const view = await port.read(visitor, c.req.param('draft') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals, { href: `${base}/drafts`, label: w.backToDrafts })
    return show(
      c,
      visitor,
      { href: `${base}/drafts`, label: w.backToDrafts },
      view.value.name,
      <DraftPage
        base={base}
        view={view.value}
        reason={reason}
        errors={told(visitor, refusals)}
        language={visitor.language}
      />,
      refusals,
    )
  }

  app.get(HERE, enter(list))
  app.post(
    HERE,
    enter(async (c, visitor, base) => {
      const { fields, files } = await readForm(c)
      const note = first(fields, 'note').slice(0, MOST_WORDS)
      const done = await port.handIn(visitor, (await files.file?.[0]?.text()) ?? '', note)
      return done.ok ? goOn(c, `${base}/drafts?done=sent`) : list(c, visitor, base, note, done.refusals)
    }),
  )
  app.get(
    `${HERE}/edition.json`,
    enter(async (c, visitor, base) => {
      const taken = await port.takeAway(visitor, c.req.query('service') ?? '')
      if (!taken.ok) return refused(c, visitor, taken.refusals, { href: `${base}/drafts`, label: w.backToDrafts })
      c.header('content-disposition', `attachment; filename="${taken.value.name}"`)
      c.header('content-type', 'application/json; charset=utf-8')
      c.header('cache-control', 'no-store')
      return c.body(taken.value.text)
    }),
  )
  app.get(
    `${HERE}/:draft`,
    enter((c, visitor, base) => one(c, visitor, base)),
  )
  app.post(
    `${HERE}/:draft`,
    enter(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const pressed = first(fields, 'decision')
      const decision = pressed === 'publish' || pressed === 'withdraw' ? pressed : 'return'
      const reason = first(fields, 'reason').slice(0, MOST_WORDS)
      const draft = c.req.param('draft') ?? ''
      const done = await port.decide(visitor, draft, decision, { reason, seen: first(fields, 'seen') === 'yes' })
      if (!done.ok) return one(c, visitor, base, reason, done.refusals)
      return goOn(c, decision === 'publish' ? `${base}/drafts/${draft}` : `${base}/drafts?done=${decision}`)
    }),
  )
  return app
}
