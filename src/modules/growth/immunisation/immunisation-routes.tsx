// Vaccines by plain forms. Addresses carry the child's id only; each form may be sent twice.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../kernel/text.ts'
import { faultsOf } from '../../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../../platform/http/form.ts'
import { goOn, page, refused } from '../../../platform/http/respond.tsx'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { parseDayParts } from '../day-parts.ts'
import { AT, backTo, baseOf, enter, POSYANDU, posyanduTabs } from '../posyandu-frame.ts'
import { POSYANDU_WORDS as p } from '../posyandu-words.ts'
import { VaccineListPage, VaccinesPage, VACCINE_WORDS as w } from './immunisation-pages.tsx'
import { DOSE_PLACES, type ImmunisationPort } from './immunisation-port.ts'

const CHILD = `${AT}/children/:child/vaccines`

export function immunisationRoutes(port: ImmunisationPort): Hono {
  const app = new Hono()
  const show = async (
    c: Context,
    visitor: Visitor,
    fields: Fields = {},
    refusals: readonly Refusal[] = [],
    saved?: number,
  ) => {
    const view = await port.readChild(visitor, c.req.param('child') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { child } = view.value
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: `${say(w.title, visitor.language)}: ${child.name}`,
        errorCount: refusals.length,
        back: backTo(visitor, `/children/${child.childId}`, p.toChild),
        children: (
          <VaccinesPage
            action={`${baseOf(visitor)}/children/${child.childId}/vaccines`}
            view={view.value}
            fields={fields}
            errors={faultsOf(visitor, refusals)}
            {...(saved === undefined ? {} : { saved })}
            language={visitor.language}
          />
        ),
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  }
  app.get(CHILD, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const done = Number(c.req.query('done') ?? '')
    return show(c, visitor, {}, [], Number.isInteger(done) ? done : undefined)
  })
  app.post(CHILD, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const on = parseDayParts(
      { day: first(fields, 'on.day'), month: first(fields, 'on.month'), year: first(fields, 'on.year') },
      'on',
    )
    const childId = c.req.param('child')
    if (!on.ok) return show(c, visitor, fields, on.refusals)
    const place = DOSE_PLACES.find((one) => one === first(fields, 'place')) ?? 'posyandu'
    const done = await port.record(visitor, childId, { doses: (fields.dose ?? []).slice(0, 40), on: on.value, place })
    if (done.ok) return goOn(c, `${baseOf(visitor)}/children/${childId}/vaccines?done=${done.value.recorded}`)
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : show(c, visitor, fields, done.refusals)
  })
  app.post(`${CHILD}/withdraw`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const childId = c.req.param('child')
    const done = await port.withdraw(visitor, childId, first(fields, 'wrong'), first(fields, 'reason'))
    if (done.ok) return goOn(c, `${baseOf(visitor)}/children/${childId}/vaccines`)
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : show(c, visitor, fields, done.refusals)
  })
  app.get(`${AT}/${POSYANDU}/vaccines`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.readList(visitor, c.req.param('posyandu'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      variant: 'office',
      title: say(w.title, visitor.language),
      tabs: posyanduTabs(visitor, view.value.posyandu),
      children: <VaccineListPage base={baseOf(visitor)} view={view.value} language={visitor.language} />,
    })
  })
  return app
}
