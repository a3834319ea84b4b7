// Help and mandates by plain forms. Must stay true: NIK and name travel in bodies only; a refused form shows what was typed;
// whoever may not is answered as everywhere.
import { type Context, Hono } from 'hono'
import { isUuid } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { REGION } from '../../platform/http/door.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { pressKey } from './action-key.ts'
import { AssistPage, ConfirmPage, NOTHING_TYPED, ReceiptPage } from './assist-pages.tsx'
import type { AssistPort, AssistTyped, MandateForm } from './assist-port.ts'
import { ASSIST_WORDS as w } from './assist-words.ts'
import { EMPTY_MANDATE, MandatesPage } from './mandate-pages.tsx'
import { officeTabs } from './office-tabs.ts'

export function assistRoutes(port: AssistPort): Hono {
  const app = new Hono()
  const base = (visitor: Visitor) => `/${visitor.region!.code}`
  const enter = async (c: Context) => {
    const visitor = await port.visitor(c.req.raw)
    const code = visitor.region === undefined ? 'not-found' : visitor.actor === undefined ? 'sign-in-needed' : undefined
    return { visitor, refusal: code === undefined ? undefined : await refused(c, visitor, [{ code }]) }
  }
  /** Officers keep their tabs; a village operator has this page alone. */
  const frame = (visitor: Visitor) => {
    const tabs = officeTabs(visitor)
    return tabs.length === 0 ? {} : { variant: 'office' as const, tabs }
  }
  const faults = (visitor: Visitor, refusals: readonly Refusal[], fallback: string) =>
    refusals.map((one) => ({ at: one.at ?? fallback, text: visitor.tell(one) }))
  const identify = (c: Context, visitor: Visitor) =>
    goOn(c, `${base(visitor)}/me/identify?${new URLSearchParams({ back: `${base(visitor)}/me/mandates` })}`)

  const showAssist = async (c: Context, visitor: Visitor, typed: AssistTyped, refusals: readonly Refusal[] = []) => {
    const view = await port.readAssist(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        title: say(w.title, visitor.language),
        errorCount: refusals.length,
        ...frame(visitor),
        children: (
          <AssistPage
            base={base(visitor)}
            view={view.value}
            typed={typed}
            errors={faults(visitor, refusals, 'nik')}
            pressKey={crypto.randomUUID()}
            language={visitor.language}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  // The tabs of the office lead below /office; it is the same page.
  app.on('GET', [`${REGION}/assist`, `${REGION}/office/assist`], async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showAssist(c, visitor, NOTHING_TYPED)
  })
  app.post(`${REGION}/assist`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const at = (name: string) => first(fields, name)
    const typed: AssistTyped = {
      service: at('service'),
      way: at('way'),
      nik: at('nik'),
      name: at('name'),
      phone: at('phone'),
      email: at('email'),
      outsider: at('outsider') === 'yes',
      consent: at('consent') === 'yes',
    }
    const begun = await port.begin(visitor, typed, pressKey(fields))
    return begun.ok ? goOn(c, begun.value.next) : showAssist(c, visitor, typed, begun.refusals)
  })

  app.post(`${REGION}/assist/:id{[0-9a-f-]{36}}/go-on`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const done = await port.goOn(visitor, c.req.param('id'), first(fields, 'name'), first(fields, 'consent') === 'yes')
    return done.ok ? goOn(c, done.value.next) : showAssist(c, visitor, NOTHING_TYPED, done.refusals)
  })

  const showConfirm = async (c: Context, visitor: Visitor, id: string, refusals: readonly Refusal[] = []) => {
    const view = await port.readConfirm(visitor, id)
    if (!view.ok) return refused(c, visitor, refusals.length > 0 ? refusals : view.refusals)
    return page(
      c,
      visitor,
      {
        title: say(view.value.serviceName, visitor.language),
        errorCount: refusals.length,
        children: (
          <ConfirmPage
            base={base(visitor)}
            view={view.value}
            errors={faults(visitor, refusals, 'code')}
            language={visitor.language}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/cases/:id/confirm`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showConfirm(c, visitor, c.req.param('id'))
  })
  app.post(`${REGION}/cases/:id/confirm/code`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const id = c.req.param('id')
    const sent = await port.sendCode(visitor, id)
    return sent.ok ? goOn(c, `${base(visitor)}/cases/${id}/confirm#h-code`) : showConfirm(c, visitor, id, sent.refusals)
  })
  app.post(`${REGION}/cases/:id/confirm`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const id = c.req.param('id')
    const done = await port.confirm(visitor, id, {
      how: first(fields, 'how'),
      code: first(fields, 'code'),
      signed: first(fields, 'signed') === 'yes',
    })
    return done.ok ? goOn(c, done.value.next) : showConfirm(c, visitor, id, done.refusals)
  })
  app.get(`${REGION}/cases/:id/receipt`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const view = await port.readReceipt(visitor, c.req.param('id'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      title: say(w.receiptTitle, visitor.language),
      children: <ReceiptPage view={view.value} language={visitor.language} />,
    })
  })

  const showMandates = async (c: Context, visitor: Visitor, typed: MandateForm, refusals: readonly Refusal[] = []) => {
    const view = await port.readMandates(visitor)
    if (!view.ok)
      return view.refusals.some((one) => one.code === 'identify-needed')
        ? identify(c, visitor)
        : refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        title: say(w.mandates, visitor.language),
        errorCount: refusals.length,
        children: (
          <MandatesPage
            base={base(visitor)}
            view={view.value}
            typed={typed}
            errors={faults(visitor, refusals, 'nik')}
            pressKey={crypto.randomUUID()}
            language={visitor.language}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/me/mandates`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showMandates(c, visitor, EMPTY_MANDATE)
  })
  app.post(`${REGION}/me/mandates`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const at = (name: string) => first(fields, name)
    const typed: MandateForm = {
      nik: at('nik'),
      name: at('name'),
      service: at('service'),
      until: { day: at('until.day'), month: at('until.month'), year: at('until.year') },
    }
    const given = await port.giveMandate(visitor, typed, pressKey(fields))
    return given.ok ? goOn(c, `${base(visitor)}/me/mandates#h-given`) : showMandates(c, visitor, typed, given.refusals)
  })
  app.post(`${REGION}/me/mandates/:mandate/end`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const id = c.req.param('mandate')
    const ended = await port.endMandate(visitor, isUuid(id) ? id : crypto.randomUUID())
    return ended.ok ? goOn(c, `${base(visitor)}/me/mandates#h-given`) : refused(c, visitor, ended.refusals)
  })
  app.post(`${REGION}/me/mandates/:mandate/begin`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const id = c.req.param('mandate')
    // A list left at "choose" is a slip on the page of whoever holds the mandate; nobody else has one.
    if (first(fields, 'service') === '') {
      const mine = await port.readMandates(visitor)
      if (mine.ok && mine.value.held.some((one) => one.mandateId === id))
        return showMandates(c, visitor, EMPTY_MANDATE, [{ code: 'choice-missing', at: `service-${id}` }])
    }
    const begun = await port.beginUnder(
      visitor,
      isUuid(id) ? id : crypto.randomUUID(),
      first(fields, 'service'),
      pressKey(fields),
    )
    return begun.ok ? goOn(c, begun.value.next) : refused(c, visitor, begun.refusals)
  })
  return app
}
