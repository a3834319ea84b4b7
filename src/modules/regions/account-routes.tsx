// "My account" by plain forms. Must stay true: everything here is about the account of the session and no other; keys and
// codes travel in POST bodies only.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { readJsonField } from '../../platform/http/json-field.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { AccountPage, ACCOUNT_WORDS as w } from './account-pages.tsx'
import type { AccountPort } from './account-port.ts'
import { FACTOR_WORDS, RecoveryCodes } from './factor-parts.tsx'

const HERE = '/me/account'

export function accountRoutes(port: AccountPort): Hono {
  const app = new Hono()
  const show = async (c: Context, visitor: Visitor, refusals: readonly Refusal[] = []) =>
    page(
      c,
      visitor,
      {
        title: say(w.title, visitor.language),
        errorCount: refusals.length,
        children: (
          <AccountPage
            view={await port.read(visitor, c.req.raw)}
            faults={faultsOf(visitor, refusals)}
            language={visitor.language}
          />
        ),
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  /** A form of whoever is signed in; everyone else is sent to sign in. */
  const form = (path: string, run: (c: Context, visitor: Visitor, fields: Fields) => Promise<Response>) =>
    app.post(path, async (c) => {
      const visitor = await port.visitor(c.req.raw)
      if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
      return run(c, visitor, (await readForm(c)).fields)
    })

  app.get(HERE, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    return visitor.actor === undefined ? refused(c, visitor, [{ code: 'sign-in-needed' }]) : show(c, visitor)
  })
  app.get('/me/sessions', (c) => goOn(c, HERE))
  app.post('/me/passkeys/options', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    const options = visitor.actor === undefined ? undefined : await port.passkeyOptions(visitor, c.req.raw)
    return options === undefined ? c.json({ code: 'step-up-needed' }, 403) : c.json(options)
  })
  form('/me/passkeys', async (c, visitor, fields) => {
    const done = await port.addPasskey(visitor, readJsonField(fields, 'response'), c.req.raw)
    return done.ok ? goOn(c, HERE) : show(c, visitor, done.refusals)
  })
  form('/me/passkeys/remove', async (c, visitor, fields) => {
    const done = await port.removePasskey(visitor, first(fields, 'passkey'), c.req.raw)
    return done.ok ? goOn(c, HERE) : show(c, visitor, done.refusals)
  })
  form('/me/authenticator', async (c, visitor, fields) => {
    const done = await port.startAuthenticator(visitor, first(fields, 'password'), c.req.raw)
    return done.ok ? goOn(c, HERE) : show(c, visitor, done.refusals)
  })
  form('/me/authenticator/confirm', async (c, visitor, fields) => {
    const done = await port.confirmAuthenticator(visitor, first(fields, 'code').replace(/\D/g, ''), c.req.raw)
    if (!done.ok) return show(c, visitor, done.refusals)
    const answer = await page(c, visitor, {
      title: say(FACTOR_WORDS.codesTitle, visitor.language),
      children: <RecoveryCodes codes={done.value.recoveryCodes} next={HERE} label={w.done} />,
    })
    for (const cookie of done.value.cookies) answer.headers.append('set-cookie', cookie)
    return answer
  })
  form('/me/sessions/end', async (c, visitor, fields) => {
    await port.endSession(visitor, first(fields, 'session'))
    return goOn(c, HERE)
  })
  form('/me/sessions/end-others', async (c, visitor) => {
    await port.endOtherSessions(visitor)
    return goOn(c, HERE)
  })
  return app
}
