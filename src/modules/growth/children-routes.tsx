// A child's data by plain forms: register, change, move, end, welcome. Must stay true: the id of a new child travels with the
// form, so that pressing twice registers once; a change knows the version it was made on.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { RegisterOutcome } from './child-commands.ts'
import { ChildDataPage, DATA_WORDS as d } from './child-data-pages.tsx'
import { fieldsOfChild, readChildForm } from './child-form.ts'
import { EndPage, MovePage, NewcomersPage } from './child-move-pages.tsx'
import type { ChildrenPort } from './children-port.ts'
import { parseDayParts } from './day-parts.ts'
import type { FormFields } from './measure-form.ts'
import { AT, backTo, baseOf, enter, POSYANDU } from './posyandu-frame.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'

const CHILD = `${AT}/children/:child`

export function childrenRoutes(port: ChildrenPort, newId: () => string): Hono {
  const app = new Hono()
  const withStatus = (visitor: Visitor, refusals: readonly Refusal[]) =>
    refusals.length === 0 ? 200 : visitor.statusOf(refusals)

  const showNew = async (
    c: Context,
    visitor: Visitor,
    given: { childId: string; fields?: FormFields; refusals?: readonly Refusal[]; alike?: RegisterOutcome },
  ) => {
    const posyanduId = c.req.param('posyandu') ?? ''
    const posyandu = await port.readPosyandu(visitor, posyanduId)
    if (!posyandu.ok) return refused(c, visitor, posyandu.refusals)
    const refusals = given.refusals ?? []
    const alike = given.alike !== undefined && !given.alike.done ? given.alike : undefined
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: say(d.register, visitor.language),
        errorCount: refusals.length + (alike === undefined ? 0 : 1),
        back: backTo(visitor, `/${posyanduId}`, w.today),
        children: (
          <ChildDataPage
            title={say(d.register, visitor.language)}
            lead={d.registerLead}
            action={`${baseOf(visitor)}/${posyanduId}/new-child`}
            base={baseOf(visitor)}
            fields={given.fields ?? {}}
            errors={faultsOf(visitor, refusals)}
            hidden={{ childId: given.childId }}
            submit={d.save}
            {...(alike === undefined ? {} : { alike })}
            language={visitor.language}
          />
        ),
      },
      alike === undefined ? withStatus(visitor, refusals) : 422,
    )
  }
  app.get(`${AT}/${POSYANDU}/new-child`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showNew(c, visitor, { childId: newId() })
  })
  app.post(`${AT}/${POSYANDU}/new-child`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const childId = first(fields, 'childId')
    const read = readChildForm(fields, port.today(visitor))
    if (!read.ok) return showNew(c, visitor, { childId, fields, refusals: read.refusals })
    const done = await port.register(visitor, c.req.param('posyandu'), {
      childId,
      facts: read.value,
      isAnother: first(fields, 'another') === 'yes',
      bringHere: first(fields, 'bring') === 'yes',
    })
    if (!done.ok)
      return done.refusals.some(({ code }) => code === 'not-found')
        ? refused(c, visitor, done.refusals)
        : showNew(c, visitor, { childId, fields, refusals: done.refusals })
    return done.value.done
      ? goOn(c, `${baseOf(visitor)}/children/${done.value.childId}/measure`)
      : showNew(c, visitor, { childId, fields, alike: done.value })
  })

  app.get(`${AT}/${POSYANDU}/newcomers`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const posyandu = c.req.param('posyandu')
    const view = await port.readNewcomers(visitor, posyandu)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      variant: 'office',
      title: say(d.newcomers, visitor.language),
      back: backTo(visitor, `/${posyandu}`, w.today),
      children: <NewcomersPage base={baseOf(visitor)} view={view.value} language={visitor.language} />,
    })
  })
  app.post(`${AT}/${POSYANDU}/newcomers`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const done = await port.welcome(visitor, c.req.param('posyandu'), first(fields, 'person'))
    return done.ok
      ? goOn(c, `${baseOf(visitor)}/children/${done.value}/measure`)
      : refused(c, visitor, done.refusals, {
          href: `${baseOf(visitor)}/${c.req.param('posyandu')}/newcomers`,
          label: d.newcomers,
        })
  })

  const showEdit = async (c: Context, visitor: Visitor, fields?: FormFields, refusals: readonly Refusal[] = []) => {
    const view = await port.readData(visitor, c.req.param('child') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { child, record } = view.value
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: `${say(w.change, visitor.language)}: ${child.name}`,
        errorCount: refusals.length,
        back: backTo(visitor, `/children/${child.childId}`, w.toChild),
        children: (
          <ChildDataPage
            title={child.name}
            lead={d.rescored}
            action={`${baseOf(visitor)}/children/${child.childId}/edit`}
            base={baseOf(visitor)}
            fields={fields ?? fieldsOfChild(record)}
            errors={faultsOf(visitor, refusals)}
            hidden={{ version: fields === undefined ? String(record.version) : first(fields, 'version') }}
            submit={d.saveChange}
            language={visitor.language}
          />
        ),
      },
      withStatus(visitor, refusals),
    )
  }
  app.get(`${CHILD}/edit`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showEdit(c, visitor)
  })
  app.post(`${CHILD}/edit`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const read = readChildForm(fields, port.today(visitor))
    if (!read.ok) return showEdit(c, visitor, fields, read.refusals)
    const childId = c.req.param('child')
    const done = await port.change(visitor, childId, Number(first(fields, 'version')) || 0, read.value)
    if (done.ok) return goOn(c, `${baseOf(visitor)}/children/${childId}`)
    return done.refusals.some(({ code }) => code === 'not-found')
      ? refused(c, visitor, done.refusals)
      : showEdit(c, visitor, fields, done.refusals)
  })

  const showMove = async (c: Context, visitor: Visitor, chosen = '', refusals: readonly Refusal[] = []) => {
    const view = await port.readMove(visitor, c.req.param('child') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { childId } = view.value.child
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: say(d.move, visitor.language),
        errorCount: refusals.length,
        back: backTo(visitor, `/children/${childId}`, w.toChild),
        children: (
          <MovePage
            action={`${baseOf(visitor)}/children/${childId}/move`}
            view={view.value}
            errors={faultsOf(visitor, refusals)}
            chosen={chosen}
            language={visitor.language}
          />
        ),
      },
      withStatus(visitor, refusals),
    )
  }
  app.get(`${CHILD}/move`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showMove(c, visitor)
  })
  app.post(`${CHILD}/move`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const before = await port.readMove(visitor, c.req.param('child'))
    if (!before.ok) return refused(c, visitor, before.refusals)
    const done = await port.move(visitor, c.req.param('child'), first(fields, 'to'))
    return done.ok
      ? goOn(c, `${baseOf(visitor)}/${before.value.child.posyandu.posyanduId}?done=moved`)
      : showMove(c, visitor, first(fields, 'to'), done.refusals)
  })

  const showEnd = async (c: Context, visitor: Visitor, fields: FormFields = {}, refusals: readonly Refusal[] = []) => {
    const view = await port.readMove(visitor, c.req.param('child') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { childId, name } = view.value.child
    return page(
      c,
      visitor,
      {
        variant: 'office',
        title: say(d.end, visitor.language),
        errorCount: refusals.length,
        back: backTo(visitor, `/children/${childId}`, w.toChild),
        children: (
          <EndPage
            action={`${baseOf(visitor)}/children/${childId}/end`}
            name={name}
            fields={fields}
            errors={faultsOf(visitor, refusals)}
            today={port.today(visitor)}
            language={visitor.language}
          />
        ),
      },
      withStatus(visitor, refusals),
    )
  }
  app.get(`${CHILD}/end`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showEnd(c, visitor)
  })
  app.post(`${CHILD}/end`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const kind = first(fields, 'kind')
    const on = parseDayParts(
      { day: first(fields, 'on.day'), month: first(fields, 'on.month'), year: first(fields, 'on.year') },
      'on',
      { today: port.today(visitor), when: 'past' },
    )
    const missing: readonly Refusal[] =
      kind === 'died' || kind === 'moved' ? [] : [{ code: 'growth.end-kind-missing', at: 'kind' }]
    if (!on.ok || (kind !== 'died' && kind !== 'moved'))
      return showEnd(c, visitor, fields, [...missing, ...(on.ok ? [] : on.refusals)])
    const before = await port.readMove(visitor, c.req.param('child'))
    if (!before.ok) return refused(c, visitor, before.refusals)
    const done = await port.end(visitor, c.req.param('child'), { kind, on: on.value })
    return done.ok
      ? goOn(c, `${baseOf(visitor)}/${before.value.child.posyandu.posyanduId}?done=ended`)
      : showEnd(c, visitor, fields, done.refusals)
  })
  return app
}
