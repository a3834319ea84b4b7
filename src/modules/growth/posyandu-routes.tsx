// The morning at a posyandu by plain forms: list, search, one child at the scale, the result, the record. Must stay true: a name
// never stands in an address; a refused form comes back as it was typed; the same form twice records once.
import { type Context, Hono } from 'hono'
import { formatDate } from '../../kernel/date-format.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { cardFile } from './card-file.ts'
import { CardPage } from './card-pages.tsx'
import { chartOf } from './chart-section.tsx'
import { ChildPage } from './child-pages.tsx'
import { type FormFields, readMeasureForm } from './measure-form.ts'
import { fieldsOf, MeasurePage } from './measure-pages.tsx'
import type { Asking } from './measure-questions.ts'
import { AT, backTo, baseOf, enter, POSYANDU, posyanduTabs } from './posyandu-frame.ts'
import { DayPage, DONE, type Done, PosyandusPage, SHOWS, type Show } from './posyandu-pages.tsx'
import type { PosyanduPort } from './posyandu-port.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'
import { ResultPage } from './result-pages.tsx'

const CHILD = `${AT}/children/:child`

export function posyanduRoutes(port: PosyanduPort, newId: () => string): Hono {
  const app = new Hono()

  app.get(AT, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const lines = await port.listPosyandus(visitor)
    if (lines.length === 1) return goOn(c, `${baseOf(visitor)}/${lines[0]!.posyanduId}`)
    return page(c, visitor, {
      variant: 'office',
      title: say(w.title, visitor.language),
      children: (
        <PosyandusPage base={baseOf(visitor)} lines={lines} today={port.today(visitor)} language={visitor.language} />
      ),
    })
  })

  const showMeasure = async (
    c: Context,
    visitor: Visitor,
    given: {
      measurementId: string
      corrects?: string
      fields?: FormFields
      refusals?: readonly Refusal[]
      asking?: Asking
    },
  ) => {
    const view = await port.readMeasure(visitor, c.req.param('child') ?? '', given.corrects)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { posyandu } = view.value.child
    const refusals = given.refusals ?? []
    const count = refusals.length + (given.asking?.questions.length ?? 0)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: `${say(w.measure, visitor.language)}: ${view.value.child.name}`,
        errorCount: count,
        back: backTo(visitor, `/${posyandu.posyanduId}`, w.today),
        children: (
          <MeasurePage
            base={baseOf(visitor)}
            view={view.value}
            measurementId={given.measurementId}
            fields={given.fields ?? fieldsOf(view.value, visitor.language)}
            errors={faultsOf(visitor, refusals)}
            {...(given.asking === undefined ? {} : { asking: given.asking })}
            needsReason={refusals.some(({ code }) => code === 'growth.month-closed-reason')}
            language={visitor.language}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : given.asking === undefined ? 200 : 422,
    )
  }
  app.get(`${CHILD}/measure`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const corrects = c.req.query('corrects')
    return showMeasure(c, visitor, { measurementId: newId(), ...(corrects === undefined ? {} : { corrects }) })
  })
  app.post(`${CHILD}/measure`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const childId = c.req.param('child')
    const measurementId = first(fields, 'measurementId')
    const corrects = first(fields, 'replaces') || undefined
    const again = { measurementId, fields, ...(corrects === undefined ? {} : { corrects }) }
    const taken = takeProposal(fields)
    if (taken !== undefined) return showMeasure(c, visitor, { ...again, fields: taken })
    const view = await port.readMeasure(visitor, childId, corrects)
    if (!view.ok && view.refusals.every(({ code }) => code !== 'not-found')) return refused(c, visitor, view.refusals)
    // The measuring that is corrected may be replaced already: by this very form, sent twice.
    const known = view.ok ? view : await port.readMeasure(visitor, childId)
    if (!known.ok) return refused(c, visitor, known.refusals)
    const { today, edition, signs } = known.value
    const read = readMeasureForm(
      fields,
      today,
      edition,
      signs.map(({ code }) => code),
    )
    if (!read.ok) return showMeasure(c, visitor, { ...again, refusals: read.refusals })
    const done = await port.measure(visitor, childId, read.value)
    if (!done.ok)
      return done.refusals.some(({ code }) => code === 'not-found' || code === 'growth.replaced-already')
        ? refused(c, visitor, done.refusals)
        : showMeasure(c, visitor, { ...again, refusals: done.refusals.map(toBox) })
    return done.value.saved
      ? goOn(c, `${baseOf(visitor)}/children/${childId}/result/${done.value.measurementId}`)
      : showMeasure(c, visitor, { ...again, asking: done.value.asking })
  })

  app.get(`${CHILD}/result/:id`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.readResult(visitor, c.req.param('child'), c.req.param('id'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { child } = view.value
    return page(c, visitor, {
      variant: 'office',
      title: `${say(w.saved, visitor.language)}: ${child.name}`,
      back: backTo(visitor, `/${child.posyandu.posyanduId}`, w.today),
      children: <ResultPage base={baseOf(visitor)} view={view.value} language={visitor.language} />,
    })
  })

  app.get(CHILD, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.readChild(visitor, c.req.param('child'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { child } = view.value
    return page(c, visitor, {
      variant: 'office',
      title: child.name,
      back: backTo(visitor, `/${child.posyandu.posyanduId}`, w.today),
      children: (
        <ChildPage
          base={baseOf(visitor)}
          view={view.value}
          today={port.today(visitor)}
          chart={chartOf(c.req.query('chart'))}
          language={visitor.language}
        />
      ),
    })
  })
  app.get(`${CHILD}/card`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.readChild(visitor, c.req.param('child'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { child, months, events, advice } = view.value
    return page(c, visitor, {
      variant: 'office',
      title: child.name,
      back: backTo(visitor, `/children/${child.childId}`, w.toChild),
      children: (
        <CardPage
          child={child}
          months={months}
          events={events}
          advice={advice}
          printed={formatDate(port.today(visitor), visitor.language)}
          pdf={`${baseOf(visitor)}/children/${child.childId}/card.pdf`}
          language={visitor.language}
        />
      ),
    })
  })

  app.get(`${CHILD}/card.pdf`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.readChild(visitor, c.req.param('child'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return cardFile(c, port, visitor, view.value)
  })

  const showDay = async (c: Context, visitor: Visitor, show: Show, query?: string, done?: Done) => {
    const view = await port.readDay(visitor, c.req.param('posyandu') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      variant: 'office',
      title: `${say(w.today, visitor.language)}, ${view.value.posyandu.name}`,
      tabs: posyanduTabs(visitor, view.value.posyandu),
      children: (
        <DayPage
          base={baseOf(visitor)}
          view={view.value}
          show={show}
          {...(query === undefined ? {} : { query })}
          {...(done === undefined ? {} : { done })}
          language={visitor.language}
        />
      ),
    })
  }
  app.get(`${AT}/${POSYANDU}`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    const show = SHOWS.find((one) => one === c.req.query('show')) ?? 'waiting'
    return (
      refusal ??
      showDay(
        c,
        visitor,
        show,
        undefined,
        DONE.find((one) => one === c.req.query('done')),
      )
    )
  })
  app.post(`${AT}/${POSYANDU}/find`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    return showDay(c, visitor, 'all', first(fields, 'q').slice(0, 100))
  })
  app.get(`${AT}/${POSYANDU}/find`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? goOn(c, `${baseOf(visitor)}/${c.req.param('posyandu')}`)
  })
  return app
}

const FIGURE_BOX: Readonly<Record<string, string>> = {
  weightG: 'weight',
  lengthHeightTenthMm: 'length',
  armTenthMm: 'arm',
  headTenthMm: 'head',
}
const toBox = (refusal: Refusal): Refusal =>
  refusal.at === undefined ? { ...refusal, at: 'weight' } : { ...refusal, at: FIGURE_BOX[refusal.at] ?? refusal.at }

/** The form with the boxes of the proposal that was pressed; undefined when none was. */
function takeProposal(fields: FormFields): FormFields | undefined {
  const pressed = fields.take?.[0]
  if (pressed === undefined) return undefined
  try {
    const boxes: unknown = JSON.parse(pressed)
    if (typeof boxes !== 'object' || boxes === null) return undefined
    const taken: Record<string, readonly string[]> = { ...fields }
    for (const box of ['weight', 'length'] as const) {
      const value = (boxes as Readonly<Record<string, unknown>>)[box]
      if (typeof value === 'string') taken[box] = [value.slice(0, 20)]
    }
    return taken
  } catch {
    return undefined
  }
}
