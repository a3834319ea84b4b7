// Weight gains and limits by a plain page and forms. What was typed comes back with a refusal.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../kernel/text.ts'
import { faultsOf } from '../../../platform/http/faults.ts'
import { first, readForm } from '../../../platform/http/form.ts'
import { goOn, page, refused } from '../../../platform/http/respond.tsx'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { enter, REGION } from '../posyandu-frame.ts'
import { EditionsPage } from './edition-pages.tsx'
import type { EditionPort } from './edition-port.ts'
import { EDITION_WORDS } from './edition-words.ts'

const AT = `${REGION}/balanting/limits`
/** Keys of limits; anything else in a form is not read. */
const KEY = /^(kbm|red|entry|past|digit|fall|head|referral|flag|look|due|window|late)-[A-Za-z0-9-]{1,20}$/
const WORDS_KEY = /^words-[a-z][a-z0-9-]{0,40}$/

export function editionRoutes(port: EditionPort): Hono {
  const app = new Hono()
  const here = (visitor: Visitor) => `/${visitor.region!.code}/balanting/limits`
  const draw = async (
    c: Context,
    visitor: Visitor,
    typed: Readonly<Record<string, string>> = {},
    refusals: readonly Refusal[] = [],
  ) => {
    const view = await port.read(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: say(EDITION_WORDS.title, visitor.language),
        errorCount: refusals.length,
        back: { href: `/${visitor.region!.code}/balanting`, label: 'Balanting' },
        children: (
          <EditionsPage
            view={view.value}
            action={here(visitor)}
            typed={typed}
            errors={faultsOf(visitor, refusals)}
            language={visitor.language}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(AT, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? draw(c, visitor)
  })
  app.post(AT, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, first(fields, name)]))
    const done = await port.draft(visitor, {
      name: first(fields, 'name'),
      source: first(fields, 'source'),
      from: first(fields, 'from'),
      limits: Object.fromEntries(Object.entries(typed).filter(([name]) => KEY.test(name))),
      words: Object.fromEntries(Object.entries(typed).filter(([name]) => WORDS_KEY.test(name))),
    })
    return done.ok ? goOn(c, here(visitor)) : draw(c, visitor, typed, done.refusals)
  })
  app.post(`${AT}/:edition/confirm`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const done = await port.confirm(visitor, c.req.param('edition') ?? '')
    if (done.ok) return goOn(c, here(visitor))
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : draw(c, visitor, {}, done.refusals)
  })
  return app
}
