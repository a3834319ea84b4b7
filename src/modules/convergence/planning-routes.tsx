// Priority villages, actions and budget by plain forms.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { fill, say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { ACTION_WORDS, ActionPage, ActionsPage } from './action-pages.tsx'
import { ActivityPage } from './activity-form.tsx'
import { BudgetPage } from './budget-pages.tsx'
import { BUDGET_WORDS } from './budget-words.ts'
import type { Typed } from './form-parts.tsx'
import type { PlanningPort } from './planning-port.ts'
import { PRIORITY_WORDS, PriorityPage } from './priority-pages.tsx'
import { sendProof } from './proof.ts'
import { AT, baseOf, dateFrom, enter, show, typedOf } from './routes.tsx'

/** `Nama desa = alasan`, one a line, to codes; a name nobody knows stays as written and is refused later. */
export function readChanges(
  text: string,
  lines: readonly { readonly village: string; readonly name: string }[],
): { readonly village: string; readonly reason: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split('=')
      const found = lines.find(
        (one) => one.name.toLowerCase() === name.trim().toLowerCase() || one.village === name.trim(),
      )
      return { village: found?.village ?? name.trim(), reason: rest.join('=').trim() }
    })
}

export function planningRoutes(port: PlanningPort): Hono {
  const app = new Hono()
  const visitorOf = (request: Request) => port.visitor(request)

  const priority = async (c: Context, visitor: Visitor, typed: Typed = {}, refusals: readonly Refusal[] = []) => {
    const view = await port.readPriority(visitor, c.req.param('year'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      fill(say(PRIORITY_WORDS.priority, visitor.language), { year: view.value.year }),
      <PriorityPage
        view={view.value}
        base={baseOf(visitor)}
        isAll={c.req.query('all') === '1'}
        typed={typed}
        errors={faultsOf(visitor, refusals)}
      />,
      { refusals },
    )
  }
  for (const path of [`${AT}/priority`, `${AT}/priority/:year`])
    app.get(path, async (c) => {
      const { visitor, refusal } = await enter(c, visitorOf)
      return refusal ?? priority(c, visitor)
    })
  app.post(`${AT}/priority/:year`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const year = c.req.param('year')
    const view = await port.readPriority(visitor, year)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const done = await port.draftPriority(visitor, year, {
      howMany: first(fields, 'howMany'),
      changes: readChanges(first(fields, 'changes').slice(0, 20_000), view.value.lines),
      decidedOn: dateFrom(fields, 'decidedOn'),
      minutes: first(fields, 'minutes'),
      decree: first(fields, 'decree'),
    })
    return done.ok
      ? goOn(c, `${baseOf(visitor)}/priority/${year}`)
      : priority(c, visitor, typedOf(fields), done.refusals)
  })
  app.post(`${AT}/priority/:year/:decision/confirm`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const year = c.req.param('year')
    const done = await port.confirmPriority(visitor, year, c.req.param('decision'))
    return done.ok ? goOn(c, `${baseOf(visitor)}/priority/${year}`) : refused(c, visitor, done.refusals)
  })

  for (const path of [`${AT}/actions`, `${AT}/actions/:year`])
    app.get(path, async (c) => {
      const { visitor, refusal } = await enter(c, visitorOf)
      if (refusal) return refusal
      const view = await port.readActions(visitor, c.req.param('year'))
      if (!view.ok) return refused(c, visitor, view.refusals)
      return show(
        c,
        visitor,
        say(ACTION_WORDS.actions, visitor.language),
        <ActionsPage view={view.value} base={baseOf(visitor)} />,
      )
    })
  const action = async (c: Context, visitor: Visitor, typed: Typed = {}, refusals: readonly Refusal[] = []) => {
    const [year, code] = [c.req.param('year') ?? '', c.req.param('action') ?? '']
    const view = await port.readAction(visitor, year, code)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(view.value.name, visitor.language),
      <ActionPage
        view={view.value}
        action={`${baseOf(visitor)}/actions/${year}/${code}`}
        typed={typed}
        errors={faultsOf(visitor, refusals)}
      />,
      {
        refusals,
        crumbs: [{ href: `${baseOf(visitor)}/actions/${year}`, label: say(ACTION_WORDS.actions, visitor.language) }],
      },
    )
  }
  app.get(`${AT}/actions/:year/:action`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    return refusal ?? action(c, visitor)
  })
  app.post(`${AT}/actions/:year/:action/uploads`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields, files } = await readForm(c)
    const [year, code] = [c.req.param('year'), c.req.param('action')]
    const file = files.file?.[0]
    const done = await port.noteAction(visitor, year, code, {
      kind: first(fields, 'kind'),
      body: first(fields, 'body'),
      ...(file === undefined || file.size === 0 ? {} : { file: new Uint8Array(await file.arrayBuffer()) }),
    })
    return done.ok
      ? goOn(c, `${baseOf(visitor)}/actions/${year}/${code}`)
      : action(c, visitor, typedOf(fields), done.refusals)
  })
  app.get(`${AT}/actions/:year/:action/evidence/:note`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const file = await port.readEvidence(visitor, c.req.param('year'), c.req.param('action'), c.req.param('note'))
    return file.ok ? sendProof(c, file.value) : refused(c, visitor, file.refusals)
  })
  app.post(`${AT}/actions/:year/:action/status`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const [year, code] = [c.req.param('year'), c.req.param('action')]
    const done = await port.moveAction(visitor, year, code, first(fields, 'status'), first(fields, 'score'))
    return done.ok
      ? goOn(c, `${baseOf(visitor)}/actions/${year}/${code}`)
      : action(c, visitor, typedOf(fields), done.refusals)
  })

  const budget = async (c: Context, visitor: Visitor, fields: Fields = {}, refusals: readonly Refusal[] = []) => {
    const view = await port.readBudget(visitor, c.req.param('year'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const activity = c.req.param('activity')
    const known = view.value.lines.find((one) => one.id === activity && one.mayChange)
    if (activity !== undefined && known === undefined)
      return refused(c, visitor, [{ code: 'convergence-activity-unknown' }])
    const here = `${baseOf(visitor)}/budget/${view.value.year}`
    const form = {
      typed: typedOf(fields),
      chosen: { indicators: fields.indicators, places: fields.places },
      errors: faultsOf(visitor, refusals),
    }
    return show(
      c,
      visitor,
      known?.name ?? `${say(BUDGET_WORDS.budget, visitor.language)} ${view.value.year}`,
      known === undefined ? (
        <BudgetPage view={view.value} action={here} {...form} />
      ) : (
        <ActivityPage view={view.value} known={known} action={`${here}/${known.id}`} {...form} />
      ),
      {
        refusals,
        ...(known === undefined ? {} : { crumbs: [{ href: here, label: say(BUDGET_WORDS.budget, visitor.language) }] }),
      },
    )
  }
  for (const path of [`${AT}/budget`, `${AT}/budget/:year`, `${AT}/budget/:year/:activity`])
    app.get(path, async (c) => {
      const { visitor, refusal } = await enter(c, visitorOf)
      return refusal ?? budget(c, visitor)
    })
  for (const path of [`${AT}/budget/:year`, `${AT}/budget/:year/:activity`])
    app.post(path, async (c) => {
      const { visitor, refusal } = await enter(c, visitorOf)
      if (refusal) return refusal
      const { fields } = await readForm(c)
      const year = c.req.param('year') ?? ''
      const input = {
        name: first(fields, 'name'),
        agency: first(fields, 'agency'),
        budgetCode: first(fields, 'budgetCode'),
        source: first(fields, 'source'),
        indicators: fields.indicators ?? [],
        places: fields.places ?? [],
        planned: first(fields, 'planned'),
        realised: first(fields, 'realised'),
        plannedPeople: first(fields, 'plannedPeople'),
        reachedPeople: first(fields, 'reachedPeople'),
      }
      const done = await port.saveActivity(visitor, year, input, c.req.param('activity'))
      return done.ok ? goOn(c, `${baseOf(visitor)}/budget/${year}`) : budget(c, visitor, fields, done.refusals)
    })
  return app
}
