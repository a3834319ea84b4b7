// Sign-in by plain forms. Must stay true: addresses and codes travel in POST bodies only; a wrong code shows the same
// page with what was typed; every answer that opens a session is a redirect to a path of our own.
import { type Context, Hono } from 'hono'
import { formatPhone } from '../../kernel/phone.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { fill, say } from '../../kernel/text.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { readJsonField } from '../../platform/http/json-field.ts'
import { goOn, page, refused, safeBack } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import {
  AddressForm,
  CodeForm,
  DemoPeople,
  OfficerForm,
  StandInMessages,
  StepUpWithout,
  SIGN_IN_WORDS as w,
} from './sign-in-pages.tsx'
import type { SignInPort } from './sign-in-port.ts'

function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

const faultsOf = (visitor: Visitor, refusals: readonly Refusal[], at: string) =>
  refusals.map((refusal) => ({ at: refusal.at ?? at, text: visitor.tell(refusal) }))

export function signInRoutes(port: SignInPort): Hono {
  const app = new Hono()

  const showAddress = (c: Context, visitor: Visitor, back: string, typed = '', refusals: readonly Refusal[] = []) =>
    page(
      c,
      visitor,
      {
        title: say(w.title, visitor.language),
        errorCount: refusals.length,
        children: (
          <AddressForm back={back} typed={typed} faults={faultsOf(visitor, refusals, 'address')} demo={visitor.demo} />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )

  const showCode = (
    c: Context,
    visitor: Visitor,
    back: string,
    address: string,
    to: string,
    refusals: readonly Refusal[] = [],
  ) =>
    page(
      c,
      visitor,
      {
        title: say(w.codeTitle, visitor.language),
        errorCount: refusals.length,
        children: (
          <CodeForm
            title={w.codeTitle}
            lead={fill(say(w.codeLead, visitor.language), { to: to.startsWith('+62') ? formatPhone(to) : to })}
            action="/sign-in/code"
            again="/sign-in"
            fields={{ back, address }}
            faults={faultsOf(visitor, refusals, 'code')}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )

  app.get('/sign-in', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    return showAddress(c, visitor, safeBack(c.req.query('back'), '/'))
  })
  app.post('/sign-in', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    const { fields } = await readForm(c)
    const back = safeBack(first(fields, 'back'), '/')
    const typed = first(fields, 'address')
    const address = port.readAddress(typed)
    if (!address.ok) return showAddress(c, visitor, back, typed, address.refusals)
    const sent = await port.sendCode(visitor, address.value, c.req.raw)
    if (!sent.ok) return showAddress(c, visitor, back, typed, sent.refusals)
    return showCode(c, visitor, back, typed, address.value.to)
  })
  app.post('/sign-in/code', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    const { fields } = await readForm(c)
    const back = safeBack(first(fields, 'back'), '/')
    const typed = first(fields, 'address')
    const address = port.readAddress(typed)
    if (!address.ok) return showAddress(c, visitor, back, typed, address.refusals)
    const done = await port.confirmCode(visitor, address.value, first(fields, 'code').replace(/\D/g, ''), c.req.raw)
    if (!done.ok) return showCode(c, visitor, back, typed, address.value.to, done.refusals)
    return withCookies(goOn(c, back), done.value.cookies)
  })

  app.get('/sign-in/officer', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    return page(c, visitor, {
      title: say(w.officer, visitor.language),
      children: <OfficerForm back={safeBack(c.req.query('back'), '/')} email="" faults={[]} />,
    })
  })
  app.post('/sign-in/officer', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    const { fields } = await readForm(c)
    const back = safeBack(first(fields, 'back'), '/')
    const email = first(fields, 'email').trim()
    const done = await port.signInOfficer(visitor, email, first(fields, 'password'), c.req.raw)
    if (!done.ok)
      return page(
        c,
        visitor,
        {
          title: say(w.officer, visitor.language),
          errorCount: 1,
          children: <OfficerForm back={back} email={email} faults={faultsOf(visitor, done.refusals, 'email')} />,
        },
        visitor.statusOf(done.refusals),
      )
    const next = done.value.needsSecondFactor ? `/sign-in/second?${new URLSearchParams({ back })}` : back
    return withCookies(goOn(c, next), done.value.cookies)
  })
  const showSecond = (c: Context, visitor: Visitor, back: string, refusals: readonly Refusal[] = []) =>
    page(
      c,
      visitor,
      {
        title: say(w.secondTitle, visitor.language),
        errorCount: refusals.length,
        children: (
          <CodeForm
            title={w.secondTitle}
            lead={say(w.secondLead, visitor.language)}
            action="/sign-in/second"
            isLong
            fields={{ back }}
            faults={faultsOf(visitor, refusals, 'code')}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  app.get('/sign-in/second', async (c) =>
    showSecond(c, await port.visitor(c.req.raw), safeBack(c.req.query('back'), '/')),
  )
  app.post('/sign-in/second', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    const { fields } = await readForm(c)
    const back = safeBack(first(fields, 'back'), '/')
    const done = await port.confirmSecondFactor(visitor, first(fields, 'code').trim(), c.req.raw)
    return done.ok ? withCookies(goOn(c, back), done.value.cookies) : showSecond(c, visitor, back, done.refusals)
  })

  const showStepUp = async (c: Context, visitor: Visitor, back: string, refusals: readonly Refusal[] = []) => {
    const ways = await port.stepUpWays(visitor, c.req.raw)
    return page(
      c,
      visitor,
      {
        title: say(w.stepUpTitle, visitor.language),
        errorCount: refusals.length,
        children:
          ways.code === 'none' ? (
            <StepUpWithout back={back} passkey={ways.passkey} />
          ) : (
            <CodeForm
              title={w.stepUpTitle}
              lead={say(ways.code === 'app' ? w.stepUpApp : w.stepUpLead, visitor.language)}
              action="/sign-in/step-up"
              fields={{ back }}
              faults={faultsOf(visitor, refusals, 'code')}
              {...(ways.passkey ? { passkey: '/sign-in/step-up/passkey' } : {})}
            />
          ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get('/sign-in/step-up', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const sent = await port.sendStepUpCode(visitor, c.req.raw)
    return showStepUp(c, visitor, safeBack(c.req.query('back'), '/'), sent.ok ? [] : sent.refusals)
  })
  app.post('/sign-in/step-up', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const { fields } = await readForm(c)
    const back = safeBack(first(fields, 'back'), '/')
    const done = await port.stepUp(visitor, first(fields, 'code').replace(/\D/g, ''), c.req.raw)
    return done.ok ? goOn(c, back) : showStepUp(c, visitor, back, done.refusals)
  })

  app.post('/sign-in/passkey/options', async (c) => {
    const options = await port.passkeyOptions(c.req.raw)
    return options.ok ? c.json(options.value) : c.json({ code: options.refusals[0]?.code ?? '' }, 429)
  })
  app.post('/sign-in/passkey', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    const { fields } = await readForm(c)
    const back = safeBack(first(fields, 'back'), '/')
    const done = await port.signInWithPasskey(readJsonField(fields, 'response'), c.req.raw)
    return done.ok ? withCookies(goOn(c, back), done.value.cookies) : showAddress(c, visitor, back, '', done.refusals)
  })
  app.post('/sign-in/step-up/passkey', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const { fields } = await readForm(c)
    const back = safeBack(first(fields, 'back'), '/')
    const done = await port.stepUpWithPasskey(visitor, readJsonField(fields, 'response'), c.req.raw)
    return done.ok ? goOn(c, back) : showStepUp(c, visitor, back, done.refusals)
  })

  app.post('/sign-out', async (c) => withCookies(goOn(c, '/'), await port.signOut(c.req.raw)))

  app.get('/demo', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (!visitor.demo) return c.notFound()
    return page(c, visitor, {
      title: say(w.demoTitle, visitor.language),
      children: <DemoPeople people={await port.listDemoPeople()} language={visitor.language} />,
    })
  })
  app.post('/demo/sign-in', async (c) => {
    const { fields } = await readForm(c)
    const done = await port.signInAsDemo(first(fields, 'account'), c.req.raw)
    return done === undefined ? c.notFound() : withCookies(goOn(c, done.start), done.cookies)
  })
  app.get('/demo/messages', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (!visitor.demo) return c.notFound()
    return page(c, visitor, {
      title: say(w.messages, visitor.language),
      children: <StandInMessages messages={await port.listStandInMessages()} language={visitor.language} />,
    })
  })
  return app
}
