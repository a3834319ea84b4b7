// An invitation by plain forms. Must stay true: nothing of the person stands in the address but the one-time key; recovery
// codes are answered once and kept nowhere; a refused password never comes back into the page.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { readJsonField } from '../../platform/http/json-field.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { FACTOR_WORDS, RecoveryCodes } from './factor-parts.tsx'
import { InvitationPage, INVITATION_WORDS as w } from './invitation-pages.tsx'
import type { InvitationPort } from './invitation-port.ts'

const HERE = '/:region{[0-9]{2}(\\.[0-9]{2})?}/invitation/:token'

export function invitationRoutes(port: InvitationPort): Hono {
  const app = new Hono()
  const baseOf = (visitor: Visitor, token: string) => `/${visitor.region!.code}/invitation/${token}`

  const show = async (c: Context, visitor: Visitor, token: string, refusals: readonly Refusal[] = []) => {
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    const view = await port.read(visitor, token, c.req.raw)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        variant: 'short',
        title: say(w.title, visitor.language),
        errorCount: refusals.length,
        children: (
          <InvitationPage
            base={baseOf(visitor, token)}
            view={view.value}
            faults={faultsOf(visitor, refusals)}
            language={visitor.language}
          />
        ),
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  }
  const enter = async (c: Context) => {
    const visitor = await port.visitor(c.req.raw)
    const { fields } = await readForm(c)
    return { visitor, fields, token: c.req.param('token') ?? '' }
  }
  const withCookies = (response: Response, cookies: readonly string[]): Response => {
    for (const cookie of cookies) response.headers.append('set-cookie', cookie)
    return response
  }

  app.get(HERE, async (c) => show(c, await port.visitor(c.req.raw), c.req.param('token')))
  app.post(`${HERE}/password`, async (c) => {
    const { visitor, fields, token } = await enter(c)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    const done = await port.setPassword(visitor, token, first(fields, 'password'), first(fields, 'repeated'), c.req.raw)
    return done.ok
      ? withCookies(goOn(c, baseOf(visitor, token)), done.value.cookies)
      : show(c, visitor, token, done.refusals)
  })
  app.post(`${HERE}/join`, async (c) => {
    const { visitor, token } = await enter(c)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    const done = await port.join(visitor, token, c.req.raw)
    return done.ok ? goOn(c, baseOf(visitor, token)) : show(c, visitor, token, done.refusals)
  })
  app.post(`${HERE}/authenticator`, async (c) => {
    const { visitor, fields, token } = await enter(c)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    const done = await port.startAuthenticator(visitor, first(fields, 'password'), c.req.raw)
    return done.ok ? goOn(c, baseOf(visitor, token)) : show(c, visitor, token, done.refusals)
  })
  app.post(`${HERE}/confirm`, async (c) => {
    const { visitor, fields, token } = await enter(c)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    const done = await port.confirmAuthenticator(visitor, token, first(fields, 'code').replace(/\D/g, ''), c.req.raw)
    if (!done.ok) return show(c, visitor, token, done.refusals)
    const answer = await page(c, visitor, {
      variant: 'short',
      title: say(FACTOR_WORDS.codesTitle, visitor.language),
      children: <RecoveryCodes codes={done.value.recoveryCodes} next={done.value.start} label={w.begin} />,
    })
    return withCookies(answer, done.value.cookies)
  })
  app.post(`${HERE}/passkey`, async (c) => {
    const { visitor, fields, token } = await enter(c)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    const done = await port.addPasskey(visitor, token, readJsonField(fields, 'response'), c.req.raw)
    return done.ok ? goOn(c, done.value.start) : show(c, visitor, token, done.refusals)
  })
  app.post(`${HERE}/accept`, async (c) => {
    const { visitor, token } = await enter(c)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    const done = await port.accept(visitor, token, c.req.raw)
    return done.ok ? goOn(c, done.value.start) : show(c, visitor, token, done.refusals)
  })
  return app
}
