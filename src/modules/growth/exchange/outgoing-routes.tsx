// Outgoing items by plain forms: the list, one item, sending again, the receivers. Must stay true: addresses carry ids only; each
// form may be sent twice; who is no administrator of the region finds nothing.
import { type Context, Hono } from 'hono'
import { fill, say } from '../../../kernel/text.ts'
import { faultsOf } from '../../../platform/http/faults.ts'
import { first, readForm } from '../../../platform/http/form.ts'
import { goOn, page, refused } from '../../../platform/http/respond.tsx'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { enter, type FormErrors, REGION } from '../posyandu-frame.ts'
import { OutgoingItemPage, OutgoingPage } from './outgoing-pages.tsx'
import type { OutgoingPort, TargetView } from './outgoing-port.ts'
import { TARGET_NAMES, OUTGOING_WORDS as w } from './outgoing-words.ts'
import { PRACTITIONER_WORDS, PractitionersPage } from './practitioner-pages.tsx'
import { TargetFormPage } from './target-form-pages.tsx'

const AT = `${REGION}/balanting/exchange/outbox`
const ITEM = `${AT}/:id{[0-9a-f-]{36}}`
const TARGET = `${AT}/targets/:target{[a-z0-9]{1,20}}`
const baseOf = (visitor: Visitor) => `/${visitor.region!.code}/balanting/exchange/outbox`
const backOf = (visitor: Visitor) => ({ href: baseOf(visitor), label: say(w.back, visitor.language) })

export function outgoingRoutes(port: OutgoingPort): Hono {
  const app = new Hono()

  const showAll = async (c: Context, visitor: Visitor, error?: string) => {
    const view = await port.overview(visitor, c.req.query('show') ?? 'all', c.req.query('after'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const queued = Number(c.req.query('queued') ?? Number.NaN)
    return page(
      c,
      visitor,
      {
        title: say(w.title, visitor.language),
        variant: 'office',
        children: (
          <OutgoingPage
            base={baseOf(visitor)}
            view={view.value}
            today={port.today(visitor)}
            zone={visitor.region!.timeZone}
            language={visitor.language}
            tell={visitor.tell}
            {...(Number.isInteger(queued) && queued >= 0 ? { queued } : {})}
            {...(error === undefined ? {} : { error })}
          />
        ),
      },
      error === undefined ? 200 : 409,
    )
  }
  app.get(AT, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showAll(c, visitor)
  })
  app.post(`${AT}/queue`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const done = await port.queue(visitor, first(fields, 'month'))
    if (done.ok) return goOn(c, `${baseOf(visitor)}?queued=${done.value.queued}`)
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : showAll(c, visitor, done.refusals.map(visitor.tell).join(' '))
  })

  const showOne = async (c: Context, visitor: Visitor, error?: string) => {
    const view = await port.read(visitor, c.req.param('id') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        title: say(w.title, visitor.language),
        variant: 'office',
        back: backOf(visitor),
        children: (
          <OutgoingItemPage
            base={baseOf(visitor)}
            view={view.value}
            zone={visitor.region!.timeZone}
            language={visitor.language}
            tell={visitor.tell}
            {...(error === undefined ? {} : { error })}
          />
        ),
      },
      error === undefined ? 200 : 409,
    )
  }
  app.get(ITEM, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showOne(c, visitor)
  })
  app.post(`${ITEM}/resend`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const id = c.req.param('id') ?? ''
    const done = await port.resend(visitor, id)
    if (done.ok) return goOn(c, `${baseOf(visitor)}/${done.value.itemId}`)
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : showOne(c, visitor, done.refusals.map(visitor.tell).join(' '))
  })

  const showPeople = async (c: Context, visitor: Visitor, typed = {}, errors: FormErrors = []) => {
    const people = await port.practitioners(visitor)
    if (!people.ok) return refused(c, visitor, people.refusals)
    return page(
      c,
      visitor,
      {
        title: say(PRACTITIONER_WORDS.title, visitor.language),
        variant: 'office',
        errorCount: errors.length,
        back: backOf(visitor),
        children: (
          <PractitionersPage
            base={baseOf(visitor)}
            people={people.value}
            typed={typed}
            language={visitor.language}
            errors={errors}
          />
        ),
      },
      errors.length === 0 ? 200 : 422,
    )
  }
  app.get(`${AT}/practitioners`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showPeople(c, visitor)
  })
  app.post(`${AT}/practitioners`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typed = Object.fromEntries(
      Object.keys(fields).flatMap((name) => (name.startsWith('ihs-') ? [[name.slice(4), first(fields, name)]] : [])),
    )
    const done = await port.savePractitioners(visitor, typed)
    if (done.ok) return goOn(c, baseOf(visitor))
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : showPeople(c, visitor, typed, faultsOf(visitor, done.refusals))
  })

  const showForm = (c: Context, visitor: Visitor, view: TargetView, errors: FormErrors = []) =>
    page(
      c,
      visitor,
      {
        title: fill(say(w.setTitle, visitor.language), { target: say(TARGET_NAMES[view.target], visitor.language) }),
        variant: 'office',
        errorCount: errors.length,
        back: backOf(visitor),
        children: (
          <TargetFormPage
            base={baseOf(visitor)}
            view={view}
            demo={visitor.demo}
            language={visitor.language}
            errors={errors}
          />
        ),
      },
      errors.length === 0 ? 200 : 422,
    )
  app.get(TARGET, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.target(visitor, c.req.param('target') ?? '')
    return view.ok ? showForm(c, visitor, view.value) : refused(c, visitor, view.refusals)
  })
  app.post(TARGET, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const name = c.req.param('target') ?? ''
    const view = await port.target(visitor, name)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { fields } = await readForm(c)
    const form = {
      baseUrl: first(fields, 'baseUrl'),
      organisation: first(fields, 'organisation'),
      practitioner: first(fields, 'practitioner'),
      clientId: first(fields, 'clientId'),
      secret: first(fields, 'secret'),
      active: first(fields, 'active') === 'yes',
    }
    const done = await port.save(visitor, name, form)
    if (done.ok) return goOn(c, baseOf(visitor))
    const { secret: _, ...typed } = form
    return showForm(c, visitor, { ...view.value, ...typed }, faultsOf(visitor, done.refusals))
  })
  return app
}
