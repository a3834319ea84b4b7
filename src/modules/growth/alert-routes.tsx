// Alerts by plain forms. Addresses carry ids only; each step is a POST that may be sent twice.
import { type Context, Hono } from 'hono'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Typed } from './alert-forms.tsx'
import { AlertListPage, AlertPage } from './alert-pages.tsx'
import { ALERT_SHOWS, type AlertPort, type AlertShow } from './alert-port.ts'
import { ALERT_WORDS as w } from './alert-words.ts'
import { parseDayParts } from './day-parts.ts'
import { FoodPage } from './food-pages.tsx'
import { readTenthMm, readWeightG } from './rules/measurement.ts'

const AT = `${REGION}/balanting/alerts`

export function alertRoutes(port: AlertPort): Hono {
  const app = new Hono()
  const enter = (c: Context) => enterSignedIn(c, port)
  const base = (visitor: Visitor) => `/${visitor.region!.code}`
  const list = (visitor: Visitor) => ({ href: `${base(visitor)}/balanting/alerts`, label: w.title })

  app.get(AT, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const show = (ALERT_SHOWS as readonly string[]).includes(c.req.query('show') ?? '')
      ? (c.req.query('show') as AlertShow)
      : 'mine'
    const code = /^[A-Z0-9]{2,10}$/.exec(c.req.query('code') ?? '')?.[0]
    const after = c.req.query('after')
    const view = await port.list(visitor, {
      show,
      ...(code === undefined ? {} : { code }),
      ...(after === undefined ? {} : { after }),
    })
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      title: say(w.title, visitor.language),
      variant: 'office',
      back: { href: `${base(visitor)}/balanting`, label: 'Balanting' },
      children: <AlertListPage base={base(visitor)} view={view.value} language={visitor.language} />,
    })
  })

  const showAlert = async (c: Context, visitor: Visitor, typed?: Typed) => {
    const view = await port.read(visitor, c.req.param('alert') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals, list(visitor))
    return page(
      c,
      visitor,
      {
        title: say(view.value.name, visitor.language),
        variant: 'office',
        back: { ...list(visitor), label: say(w.title, visitor.language) },
        children: (
          <AlertPage
            base={base(visitor)}
            view={view.value}
            language={visitor.language}
            {...(typed === undefined ? {} : { typed })}
          />
        ),
      },
      typed === undefined ? 200 : visitor.statusOf(typed.refusals),
    )
  }
  app.get(`${AT}/:alert`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showAlert(c, visitor)
  })

  const step = (
    path: string,
    form: Typed['form'] | undefined,
    act: (visitor: Visitor, id: string, fields: Fields) => Promise<Result<unknown>>,
    onwards?: (visitor: Visitor, done: unknown) => string,
  ) =>
    app.post(`${AT}/:alert/${path}`, async (c) => {
      const { visitor, refusal } = await enter(c)
      if (refusal) return refusal
      const { fields } = await readForm(c)
      const id = c.req.param('alert') ?? ''
      const done = await act(visitor, id, fields)
      if (done.ok) return goOn(c, onwards?.(visitor, done.value) ?? `${list(visitor).href}/${id}`)
      const isField = done.refusals.some((one) => one.at !== undefined)
      return form !== undefined && isField
        ? showAlert(c, visitor, { form, fields, refusals: done.refusals, tell: (one: Refusal) => visitor.tell(one) })
        : refused(c, visitor, done.refusals, { href: `${list(visitor).href}/${id}`, label: w.title })
    })
  step('take', undefined, (visitor, id) => port.take(visitor, id))
  step('refer', 'refer', (visitor, id, fields) =>
    port.refer(visitor, id, {
      toKind: first(fields, 'toKind') === 'hospital' ? 'hospital' : 'puskesmas',
      toName: first(fields, 'toName'),
      reason: first(fields, 'reason'),
      redFlags: fields.redFlags ?? [],
    }),
  )
  step('answer', 'answer', (visitor, id, fields) => {
    const by = first(fields, 'followUpBy')
    const [day, month, year] = ['day', 'month', 'year'].map((part) => first(fields, `checkOn.${part}`)) as [
      string,
      string,
      string,
    ]
    const isNamed = day !== '' || year !== '' || month !== ''
    const checkOn = isNamed ? parseDayParts({ day, month, year }, 'checkOn') : undefined
    if (checkOn?.ok === false) return Promise.resolve(checkOn)
    return port.answer(visitor, id, {
      diagnosis: first(fields, 'diagnosis'),
      plan: first(fields, 'plan'),
      icd10: first(fields, 'icd10'),
      followUpBy: by === 'cadre' || by === 'nutritionist' || by === 'doctor' ? by : 'midwife',
      ...(checkOn === undefined ? {} : { checkOn: checkOn.value }),
      care: {
        pkmk: first(fields, 'pkmk'),
        pkmkRatio: first(fields, 'pkmkRatio'),
        sleep: first(fields, 'sleep'),
        activityMinutes: first(fields, 'activityMinutes'),
        activityDays: first(fields, 'activityDays'),
        activity: first(fields, 'activity'),
      },
    })
  })
  step('close', 'close', (visitor, id, fields) =>
    port.close(visitor, id, { result: first(fields, 'result'), words: first(fields, 'words') }),
  )
  step(
    'feed',
    'feed',
    (visitor, id, fields) => {
      const money = first(fields, 'money')
      return port.feed(visitor, id, {
        food: first(fields, 'food') === 'factory' ? 'factory' : 'local',
        money: money === 'apbd' || money === 'partner' || money === 'village' ? money : 'dak',
        byGuideline: first(fields, 'byGuideline') === 'yes',
        partner: first(fields, 'partner'),
        partnerOther: first(fields, 'partnerOther'),
      })
    },
    (visitor, done) => `${list(visitor).href}/food/${(done as { pmtId: string }).pmtId}`,
  )

  const showFood = async (c: Context, visitor: Visitor, typed?: { fields: Fields; refusals: readonly Refusal[] }) => {
    const view = await port.readFood(visitor, c.req.param('pmt') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals, list(visitor))
    return page(
      c,
      visitor,
      {
        title: say(w.sheet, visitor.language),
        variant: 'office',
        back: { ...list(visitor), label: say(w.title, visitor.language) },
        children: (
          <FoodPage
            base={base(visitor)}
            view={view.value}
            language={visitor.language}
            {...(typed === undefined ? {} : { typed: { ...typed, tell: (one: Refusal) => visitor.tell(one) } })}
          />
        ),
      },
      typed === undefined ? 200 : visitor.statusOf(typed.refusals),
    )
  }
  app.get(`${AT}/food/:pmt`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showFood(c, visitor)
  })
  app.post(`${AT}/food/:pmt`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typedWeight = first(fields, 'weight').trim()
    const weight = typedWeight === '' ? undefined : readWeightG(typedWeight, 'weight')
    const typedLength = first(fields, 'length').trim()
    const length = typedLength === '' ? undefined : readTenthMm(typedLength, 'length')
    const typedArm = first(fields, 'arm').trim()
    const arm = typedArm === '' ? undefined : readTenthMm(typedArm, 'arm')
    const typedEaten = first(fields, 'eaten').trim()
    const refusals = [weight, length, arm].flatMap((one) => (one === undefined || one.ok ? [] : one.refusals))
    if (refusals.length > 0 || weight?.ok === false || length?.ok === false || arm?.ok === false)
      return showFood(c, visitor, { fields, refusals })
    const position = first(fields, 'position')
    const next = first(fields, 'next')
    const given = new Set(fields.given ?? [])
    const done = await port.writeWeek(visitor, c.req.param('pmt') ?? '', {
      week: Number(first(fields, 'week')),
      given: Array.from({ length: 7 }, (_, day) => given.has(String(day))),
      ...(weight === undefined ? {} : { weightG: weight.value }),
      isWeighedAgain: first(fields, 'again') === 'yes',
      ...(typedEaten === '' ? {} : { daysEaten: Number(typedEaten) }),
      ...(length === undefined ? {} : { lengthTenthMm: length.value }),
      ...(arm === undefined ? {} : { armTenthMm: arm.value }),
      ...(length !== undefined && (position === 'l' || position === 'h') ? { position } : {}),
      ill: first(fields, 'ill') === 'yes',
      next: next === 'finish' || next === 'hospital' ? next : 'continue',
    })
    return done.ok
      ? goOn(c, `${list(visitor).href}/food/${c.req.param('pmt')}`)
      : showFood(c, visitor, { fields, refusals: done.refusals })
  })
  return app
}
