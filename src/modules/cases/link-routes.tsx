// Addresses where a download link is made: below one's own case, and below a case at the office. Must stay true: the answer of
// the form is never cached and never an address, because it holds the link or the PIN.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { page, refused } from '../../platform/http/respond.tsx'
import { holds, type Visitor } from '../../platform/http/visitor.ts'
import { LinkFormPage, LinkMadePage } from './link-pages.tsx'
import type { LinkPort, LinkSide } from './link-port.ts'
import { LINK_WORDS as w } from './link-words.ts'
import { officeTabs } from './office-tabs.ts'

export function linkRoutes(port: LinkPort): Hono {
  const app = new Hono()
  const quiet = (response: Response): Response => {
    response.headers.set('Cache-Control', 'no-store')
    response.headers.set('Referrer-Policy', 'no-referrer')
    return response
  }
  for (const side of ['own', 'office'] as const) {
    const path = side === 'own' ? '/cases/:id/link' : '/office/cases/:id/link'
    const mayLink = ({ actor, region }: Visitor): boolean =>
      side === 'own' || holds(actor, region!.code, 'front-office')
    const enter = (c: Context) => enterSignedIn(c, port, mayLink)
    app.get(REGION + path, async (c) => {
      const { visitor, refusal } = await enter(c)
      return refusal ?? showForm(c, visitor, side)
    })
    app.post(REGION + path, async (c) => {
      const { visitor, refusal } = await enter(c)
      if (refusal) return refusal
      const { fields } = await readForm(c)
      const input = { paper: first(fields, 'paper'), way: first(fields, 'way'), seen: first(fields, 'seen') === 'yes' }
      const made = await port.make(visitor, side, c.req.param('id') ?? '', input)
      if (!made.ok) return showForm(c, visitor, side, made.refusals, input)
      return quiet(
        await page(c, visitor, {
          ...frame(visitor, side),
          title: say(w.made, visitor.language),
          children: (
            <LinkMadePage made={made.value} side={side} back={caseHref(c, visitor, side)} language={visitor.language} />
          ),
        }),
      )
    })
  }
  const caseHref = (c: Context, visitor: Visitor, side: LinkSide): string =>
    `/${visitor.region!.code}${side === 'own' ? '' : '/office'}/cases/${c.req.param('id')}`
  const frame = (visitor: Visitor, side: LinkSide) =>
    side === 'own' ? {} : { variant: 'office' as const, tabs: officeTabs(visitor) }
  const showForm = async (
    c: Context,
    visitor: Visitor,
    side: LinkSide,
    refusals: readonly Refusal[] = [],
    typed: { readonly paper?: string; readonly way?: string; readonly seen?: boolean } = {},
  ) => {
    const view = await port.readForm(visitor, side, c.req.param('id') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    const href = caseHref(c, visitor, side)
    return quiet(
      await page(
        c,
        visitor,
        {
          ...frame(visitor, side),
          title: say(w.title, visitor.language),
          errorCount: refusals.length,
          back: { href, label: say(w.back, visitor.language) },
          children: (
            <LinkFormPage
              action={`${href}/link`}
              side={side}
              view={view.value}
              language={visitor.language}
              typed={typed}
              errors={faultsOf(visitor, refusals)}
            />
          ),
        },
        refusals.length > 0 ? visitor.statusOf(refusals) : 200,
      ),
    )
  }
  return app
}
