// Officers and roles by plain forms. Must stay true: addresses carry keys only; a link for an invitation stands on the one
// page that answers the press and in no address; what was typed comes back when it is refused.
import { type Context, Hono } from 'hono'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import { holds, type Visitor } from '../../platform/http/visitor.ts'
import { InvitePage, OfficerPage } from './officer-form-pages.tsx'
import { OfficersPage, OutcomePage } from './officer-pages.tsx'
import type { OfficersPort, Outcome, RoleForm } from './officer-port.ts'
import { OFFICER_WORDS as w } from './officer-words.ts'

const HERE = '/:region{[0-9]{2}(\\.[0-9]{2})?}/office/officers'

const formOf = (fields: Fields): RoleForm => ({
  name: first(fields, 'name').trim(),
  email: first(fields, 'email').trim(),
  role: first(fields, 'role'),
  unit: first(fields, 'unit'),
  place: first(fields, 'place').trim(),
  service: first(fields, 'service'),
  until: [first(fields, 'until.year').trim(), first(fields, 'until.month').trim(), first(fields, 'until.day').trim()],
})
const empty = (place: string): RoleForm => ({ ...formOf({}), place, service: '*' })

export function officersRoutes(
  port: OfficersPort,
  tabsOf: (visitor: Visitor) => readonly { href: string; label: string; current?: boolean }[],
): Hono {
  const app = new Hono()
  const base = (visitor: Visitor) => `/${visitor.region!.code}/office/officers`
  const mayChange = (visitor: Visitor) => holds(visitor.actor, visitor.region!.code, 'service-admin')
  const office = (visitor: Visitor) => ({ variant: 'office' as const, tabs: tabsOf(visitor) })
  const enter = (c: Context) => enterSignedIn(c, port)
  const answer = async (c: Context, visitor: Visitor, done: Result<Outcome>) => {
    if (!done.ok) return refused(c, visitor, done.refusals, { href: base(visitor), label: w.back })
    if (done.value.state === 'done') return goOn(c, base(visitor))
    return page(c, visitor, {
      ...office(visitor),
      title: say(w.title, visitor.language),
      children: <OutcomePage base={base(visitor)} outcome={done.value} language={visitor.language} />,
    })
  }

  app.get(HERE, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const view = await port.list(visitor, c.req.query('ended') === 'yes', c.req.query('after'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      ...office(visitor),
      title: say(w.title, visitor.language),
      children: <OfficersPage base={base(visitor)} view={view.value} language={visitor.language} />,
    })
  })

  const showInvite = async (c: Context, visitor: Visitor, typed?: RoleForm, refusals: readonly Refusal[] = []) => {
    const choices = await port.choices(visitor)
    if (!choices.ok) return refused(c, visitor, choices.refusals)
    return page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(w.invite, visitor.language),
        errorCount: refusals.length,
        children: (
          <InvitePage
            base={base(visitor)}
            choices={choices.value}
            typed={typed ?? empty(choices.value.place)}
            faults={faultsOf(visitor, refusals)}
            language={visitor.language}
          />
        ),
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  }
  app.get(`${HERE}/invite`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showInvite(c, visitor)
  })
  app.post(`${HERE}/invite`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const typed = formOf((await readForm(c)).fields)
    const done = await port.invite(visitor, typed)
    return done.ok ? answer(c, visitor, done) : showInvite(c, visitor, typed, done.refusals)
  })
  app.post(`${HERE}/requests/:request`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    return answer(c, visitor, await port.decide(visitor, c.req.param('request'), first(fields, 'decision') === 'allow'))
  })
  app.post(`${HERE}/invitations/:invitation/withdraw`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const done = await port.withdraw(visitor, c.req.param('invitation'))
    return done.ok ? goOn(c, base(visitor)) : refused(c, visitor, done.refusals)
  })
  app.post(`${HERE}/roles/:assignment/end`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? answer(c, visitor, await port.end(visitor, c.req.param('assignment')))
  })

  const showOfficer = async (
    c: Context,
    visitor: Visitor,
    account: string,
    typed?: RoleForm,
    refusals: readonly Refusal[] = [],
  ) => {
    const view = await port.read(visitor, account)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(w.title, visitor.language),
        back: { href: base(visitor), label: say(w.back, visitor.language) },
        errorCount: refusals.length,
        children: (
          <OfficerPage
            base={base(visitor)}
            view={view.value}
            typed={typed ?? empty(view.value.choices.place)}
            faults={faultsOf(visitor, refusals)}
            mayChange={mayChange(visitor)}
            language={visitor.language}
          />
        ),
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  }
  app.get(`${HERE}/:account`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showOfficer(c, visitor, c.req.param('account'))
  })
  app.post(`${HERE}/:account/give`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const typed = formOf((await readForm(c)).fields)
    const account = c.req.param('account')
    const done = await port.give(visitor, account, typed)
    return done.ok ? answer(c, visitor, done) : showOfficer(c, visitor, account, typed, done.refusals)
  })
  app.post(`${HERE}/:account/reset`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const account = c.req.param('account')
    const done = await port.reset(visitor, account, first(fields, 'reason'))
    return done.ok ? answer(c, visitor, done) : showOfficer(c, visitor, account, undefined, done.refusals)
  })
  return app
}
