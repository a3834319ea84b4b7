// School screening by plain forms. What was typed comes back with a refusal; an id that is none is answered as unknown.
import { type Context, Hono } from 'hono'
import type { Refusal, Result } from '../../../kernel/refusal.ts'
import { say } from '../../../kernel/text.ts'
import { faultsOf } from '../../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../../platform/http/form.ts'
import { goOn, page, refused } from '../../../platform/http/respond.tsx'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { parseDayParts } from '../day-parts.ts'
import { enter, REGION } from '../posyandu-frame.ts'
import { readTenthMm, readWeightG } from '../rules/measurement.ts'
import { ClassPage, SessionsPage } from './school-pages.tsx'
import type { SchoolPort } from './school-port.ts'
import { SCHOOL_WORDS as w } from './school-words.ts'

const AT = `${REGION}/balanting/schools`
const parts = (fields: Fields, name: string) => ({
  day: first(fields, `${name}.day`),
  month: first(fields, `${name}.month`),
  year: first(fields, `${name}.year`),
})
const unknown = (refusals: readonly Refusal[]) => refusals.some(({ code }) => code === 'not-found')

export function schoolRoutes(port: SchoolPort, newId: () => string): Hono {
  const app = new Hono()
  const here = (visitor: Visitor) => `/${visitor.region!.code}/balanting/schools`
  const statusOf = (visitor: Visitor, refusals: readonly Refusal[]) =>
    refusals.length === 0 ? 200 : visitor.statusOf(refusals)

  const showSessions = async (c: Context, visitor: Visitor, fields: Fields = {}, refusals: readonly Refusal[] = []) => {
    const view = await port.readSessions(visitor, c.req.query('before'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: say(w.title, visitor.language),
        errorCount: refusals.length,
        back: { href: `/${visitor.region!.code}/balanting`, label: 'Balanting' },
        children: (
          <SessionsPage
            here={here(visitor)}
            view={view.value}
            sessionId={first(fields, 'sessionId') || newId()}
            form={{ fields, errors: faultsOf(visitor, refusals) }}
            language={visitor.language}
          />
        ),
      },
      statusOf(visitor, refusals),
    )
  }
  const showClass = async (c: Context, visitor: Visitor, fields: Fields = {}, refusals: readonly Refusal[] = []) => {
    const view = await port.readClass(visitor, c.req.param('session') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { session } = view.value
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: `${session.school}, ${session.className}`,
        errorCount: refusals.length,
        back: { href: here(visitor), label: say(w.title, visitor.language) },
        children: (
          <ClassPage
            here={`${here(visitor)}/${session.sessionId}`}
            view={view.value}
            lineId={first(fields, 'lineId') || newId()}
            form={{ fields, errors: faultsOf(visitor, refusals) }}
            language={visitor.language}
          />
        ),
      },
      statusOf(visitor, refusals),
    )
  }

  app.get(AT, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showSessions(c, visitor)
  })
  app.post(AT, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const heldOn = parseDayParts(parts(fields, 'heldOn'), 'heldOn')
    if (!heldOn.ok) return showSessions(c, visitor, fields, heldOn.refusals)
    const done = await port.begin(visitor, {
      sessionId: first(fields, 'sessionId'),
      school: first(fields, 'school'),
      className: first(fields, 'className'),
      heldOn: heldOn.value,
    })
    if (done.ok) return goOn(c, `${here(visitor)}/${done.value}`)
    return unknown(done.refusals) ? refused(c, visitor, done.refusals) : showSessions(c, visitor, fields, done.refusals)
  })
  app.get(`${AT}/:session`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showClass(c, visitor)
  })
  app.post(`${AT}/:session`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typed = (name: string) => first(fields, name).trim()
    const birth = parseDayParts(parts(fields, 'birth'), 'birth')
    const weight = typed('weight') === '' ? undefined : readWeightG(typed('weight'), 'weight')
    const height = typed('height') === '' ? undefined : readTenthMm(typed('height'), 'height')
    const sex = typed('sex') === '1' ? 1 : typed('sex') === '2' ? 2 : undefined
    const faults = [
      ...(sex === undefined ? [{ code: 'growth.school-sex', at: 'sex' }] : []),
      ...[birth, weight, height].flatMap((one) => (one === undefined || one.ok ? [] : one.refusals)),
    ]
    if (sex === undefined || !birth.ok || weight?.ok === false || height?.ok === false)
      return showClass(c, visitor, fields, faults)
    const done = await port.addChild(visitor, c.req.param('session'), {
      lineId: first(fields, 'lineId'),
      name: first(fields, 'name'),
      sex,
      birthDate: birth.value,
      ...(weight === undefined ? {} : { weightG: weight.value }),
      ...(height === undefined ? {} : { heightTenthMm: height.value }),
    })
    return after(c, visitor, fields, done)
  })
  const after = (c: Context, visitor: Visitor, fields: Fields, done: Result<null>) =>
    done.ok
      ? goOn(c, `${here(visitor)}/${c.req.param('session') ?? ''}`)
      : unknown(done.refusals)
        ? refused(c, visitor, done.refusals)
        : showClass(c, visitor, fields, done.refusals)
  app.post(`${AT}/:session/:line/result`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const done = await port.finish(visitor, c.req.param('session'), c.req.param('line'), {
      result: first(fields, 'result'),
      words: first(fields, 'words'),
    })
    return after(c, visitor, { ...fields, line: [c.req.param('line')] }, done)
  })
  app.post(`${AT}/:session/:line/withdraw`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    return after(c, visitor, {}, await port.withdraw(visitor, c.req.param('session'), c.req.param('line')))
  })
  return app
}
