// Scorecards, gaps and work by plain pages and forms, below /REGION/balanting. Must stay true: a village or an id that is none is
// answered 404 before anything is read; what was typed comes back with a refusal.
import { type Context, Hono } from 'hono'
import { isUuid } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { regionLevel } from '../../kernel/region-code.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Content } from '../../platform/ui/language.ts'
import type { Typed } from './form-parts.tsx'
import { GapPage } from './gap-pages.tsx'
import type { HubPort } from './hub.ts'
import { HUB_WORDS, HubPage } from './hub-pages.tsx'
import type { ConvergencePort } from './port.ts'
import { RegencyPage, SCORECARD_WORDS } from './scorecard-pages.tsx'
import { VillagePage, villageName } from './village-pages.tsx'
import { AssignmentPage, WORK_WORDS, WorkPage } from './work-pages.tsx'

export const AT = '/:region{[0-9]{2}\\.[0-9]{2}}/balanting'
export const baseOf = (visitor: Visitor): string => `/${visitor.region!.code}/balanting`

/** The first value of each field, as typed. */
export function typedOf(fields: Fields): Typed {
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values[0] ?? '']))
}

/** A date of three fields as `YYYY-MM-DD`; anything else as a text that is no date. */
export function dateFrom(fields: Fields, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => first(fields, `${name}.${part}`).trim())
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Who is asking: signed in, in a region; else the answer that says so. */
export async function enter(
  c: Context,
  visitorOf: (request: Request) => Promise<Visitor>,
): Promise<{ readonly visitor: Visitor; readonly refusal: Response | undefined }> {
  return enterSignedIn(c, { visitor: visitorOf })
}

/** The same visitor under the name of the movement: these pages are no agency's alone. */
function inBalanting(visitor: Visitor): Visitor {
  const office = say(HUB_WORDS.title, visitor.language)
  return { ...visitor, page: { ...visitor.page, region: { ...visitor.page.region, office } } }
}

/** A page of Balanting, with its way back. */
export function show(
  c: Context,
  visitor: Visitor,
  title: string,
  children: unknown,
  options: {
    readonly crumbs?: readonly { readonly href: string; readonly label: string }[]
    readonly refusals?: readonly Refusal[]
  } = {},
): Promise<Response> {
  const refusals = options.refusals ?? []
  return page(
    c,
    inBalanting(visitor),
    {
      title,
      variant: 'office',
      errorCount: refusals.length,
      crumbs: [{ href: baseOf(visitor), label: say(HUB_WORDS.title, visitor.language) }, ...(options.crumbs ?? [])],
      children: children as Content,
    },
    refusals.length > 0 ? visitor.statusOf(refusals) : 200,
  )
}

/** Keeps texts that cannot be a village or an id away from the database. */
export function guardPlaces(app: Hono, visitorOf: (request: Request) => Promise<Visitor>): void {
  app.use(`${AT}/villages/:village/*`, async (c, next) =>
    regionLevel(c.req.param('village')) === 'village'
      ? next()
      : refused(c, await visitorOf(c.req.raw), [{ code: 'convergence-village-unknown' }]),
  )
  app.use(`${AT}/villages/:village`, async (c, next) =>
    regionLevel(c.req.param('village')) === 'village'
      ? next()
      : refused(c, await visitorOf(c.req.raw), [{ code: 'convergence-village-unknown' }]),
  )
}

export function convergenceRoutes(port: ConvergencePort, hub: HubPort): Hono {
  const app = new Hono()
  const visitorOf = (request: Request) => port.visitor(request)
  guardPlaces(app, visitorOf)
  const query = (c: Context, name: string): string | undefined => c.req.query(name) || undefined

  app.get(AT, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const atPosyandu = await hub.rolesAtAnyPosyandu(visitor)
    return page(c, inBalanting(visitor), {
      title: say(HUB_WORDS.title, visitor.language),
      children: <HubPage entries={hub.entries} visitor={visitor} atPosyandu={atPosyandu} />,
    })
  })

  app.get(`${AT}/scorecard`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const [period, district, sort] = [query(c, 'period'), query(c, 'district'), query(c, 'sort')]
    const view = await port.readRegency(visitor, {
      ...(period === undefined ? {} : { period }),
      ...(district === undefined ? {} : { district }),
      ...(sort === undefined ? {} : { sort }),
    })
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(SCORECARD_WORDS.title, visitor.language),
      <RegencyPage view={view.value} base={baseOf(visitor)} isAll={query(c, 'all') === '1'} />,
    )
  })

  app.get(`${AT}/villages/:village`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const view = await port.readVillage(visitor, c.req.param('village'), query(c, 'period'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      villageName(view.value, visitor.language),
      <VillagePage view={view.value} base={baseOf(visitor)} />,
      {
        crumbs: scorecardCrumb(visitor),
      },
    )
  })
  app.post(`${AT}/villages/:village/list`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const village = c.req.param('village')
    const done = await port.confirmList(visitor, village, first((await readForm(c)).fields, 'period'))
    return done.ok ? goOn(c, `${baseOf(visitor)}/villages/${village}`) : refused(c, visitor, done.refusals)
  })

  const gap = async (c: Context, visitor: Visitor, typed: Typed = {}, refusals: readonly Refusal[] = []) => {
    const [village, indicator] = [c.req.param('village') ?? '', c.req.param('indicator') ?? '']
    const [period, after] = [query(c, 'period') ?? typed.period, query(c, 'after')]
    const view = await port.readGap(visitor, {
      village,
      indicator,
      ...(period === undefined ? {} : { period }),
      ...(after !== undefined && isUuid(after) ? { after } : {}),
    })
    if (!view.ok) return refused(c, visitor, view.refusals)
    const here = `${baseOf(visitor)}/villages/${village}/gaps/${indicator}?period=${view.value.period.key}`
    const title = `${say(view.value.line.indicator.name, visitor.language)}, ${view.value.village.name}`
    return show(
      c,
      visitor,
      title,
      <GapPage
        view={view.value}
        action={here}
        nextHref={view.value.next === undefined ? undefined : `${here}&after=${view.value.next}`}
        typed={typed}
        errors={faultsOf(visitor, refusals)}
      />,
      {
        refusals,
        crumbs: [
          ...scorecardCrumb(visitor),
          {
            href: `${baseOf(visitor)}/villages/${village}?period=${view.value.period.key}`,
            label: view.value.village.name,
          },
        ],
      },
    )
  }
  app.get(`${AT}/villages/:village/gaps/:indicator`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    return refusal ?? gap(c, visitor)
  })
  app.post(`${AT}/villages/:village/gaps/:indicator`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const [village, indicator] = [c.req.param('village'), c.req.param('indicator')]
    const done = await port.assign(visitor, {
      village,
      indicator,
      period: query(c, 'period') ?? '',
      programme: first(fields, 'programme'),
      howMany: first(fields, 'howMany'),
      dueOn: dateFrom(fields, 'dueOn'),
      note: first(fields, 'note'),
    })
    return done.ok ? goOn(c, c.req.path + new URL(c.req.url).search) : gap(c, visitor, typedOf(fields), done.refusals)
  })

  app.post(`${AT}/villages/:village/gaps/:indicator/report`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const [village, indicator, period] = [c.req.param('village'), c.req.param('indicator'), query(c, 'period') ?? '']
    const done = await port.reportTotal(visitor, {
      village,
      indicator,
      period,
      numerator: first(fields, 'numerator'),
      denominator: first(fields, 'denominator'),
      source: first(fields, 'source'),
    })
    return done.ok
      ? goOn(c, `${baseOf(visitor)}/villages/${village}/gaps/${indicator}?${new URLSearchParams({ period })}`)
      : gap(c, visitor, typedOf(fields), done.refusals)
  })

  app.get(`${AT}/assignments`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const view = await port.listWork(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(WORK_WORDS.title, visitor.language),
      <WorkPage view={view.value} base={baseOf(visitor)} />,
    )
  })
  const assignment = async (
    c: Context,
    visitor: Visitor,
    typed: Typed = {},
    ticked: readonly string[] = [],
    refusals: readonly Refusal[] = [],
  ) => {
    const id = c.req.param('assignment') ?? ''
    const after = query(c, 'after')
    const view = isUuid(id)
      ? await port.readAssignment(visitor, id, after !== undefined && isUuid(after) ? after : undefined)
      : ({ ok: false, refusals: [{ code: 'convergence-not-yours' }] } as const)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const here = `${baseOf(visitor)}/assignments/${id}`
    const [added, known] = [Number(query(c, 'added')), Number(query(c, 'known') ?? 0)]
    return show(
      c,
      visitor,
      `${say(view.value.line.serviceName, visitor.language)}, ${view.value.line.villageName}`,
      <AssignmentPage
        view={view.value}
        action={here}
        nextHref={view.value.next === undefined ? undefined : `${here}?after=${view.value.next}`}
        done={Number.isInteger(added) && query(c, 'added') !== undefined ? { added, known } : undefined}
        typed={typed}
        ticked={ticked}
        errors={faultsOf(visitor, refusals)}
      />,
      {
        refusals,
        crumbs: [{ href: `${baseOf(visitor)}/assignments`, label: say(WORK_WORDS.title, visitor.language) }],
      },
    )
  }
  app.get(`${AT}/assignments/:assignment`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    return refusal ?? assignment(c, visitor)
  })
  app.post(`${AT}/assignments/:assignment`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const id = c.req.param('assignment')
    const subjects = (fields.subjects ?? []).filter(isUuid)
    const done = isUuid(id)
      ? await port.deliver(visitor, id, {
          subjects,
          givenOn: dateFrom(fields, 'givenOn'),
          giver: first(fields, 'giver').trim(),
        })
      : ({ ok: false, refusals: [{ code: 'convergence-not-yours' }] } as const)
    if (done.ok)
      return goOn(c, `${baseOf(visitor)}/assignments/${id}?added=${done.value.added}&known=${done.value.known}`)
    return assignment(c, visitor, typedOf(fields), subjects, done.refusals)
  })
  return app
}

function scorecardCrumb(visitor: Visitor) {
  return [{ href: `${baseOf(visitor)}/scorecard`, label: say(SCORECARD_WORDS.title, visitor.language) }]
}
