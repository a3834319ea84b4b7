// Checklist, person or family, and families at risk by plain forms, below a village. Must stay true: ids that are none never reach the
// database; the address holds keys only.
import { type Context, Hono } from 'hono'
import { isUuid } from '../../kernel/id.ts'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { fill, say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { isAuditTeam, mayCheck, mayPlan, seesFamilies, seesNames } from './access.ts'
import { AtRiskPage } from './at-risk-pages.tsx'
import { ChecklistPage } from './checklist-pages.tsx'
import { COUPLE_LIST_WORDS, CouplesPage, type PastiActivity } from './couple-list-pages.tsx'
import type { FamilyPort } from './family-port.ts'
import { FAMILY_WORDS } from './family-words.ts'
import type { Typed } from './form-parts.tsx'
import { AT, baseOf, dateFrom, enter, guardPlaces, show, typedOf } from './routes.tsx'
import { SubjectPage } from './subject-pages.tsx'

export function familyRoutes(port: FamilyPort): Hono {
  const app = new Hono()
  const visitorOf = (request: Request) => port.visitor(request)
  guardPlaces(app, visitorOf)
  const key = (c: Context): string | undefined => {
    const after = c.req.query('after')
    return after !== undefined && isUuid(after) ? after : undefined
  }
  const crumb = (visitor: Visitor, village: { readonly code: string; readonly name: string }) => [
    { href: `${baseOf(visitor)}/villages/${village.code}`, label: village.name },
  ]

  app.get(`${AT}/villages/:village/services`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const [period, only, after] = [c.req.query('period'), c.req.query('only'), key(c)]
    const view = await port.readChecklist(visitor, c.req.param('village'), {
      ...(period === undefined ? {} : { period }),
      ...(only === undefined ? {} : { only }),
      ...(after === undefined ? {} : { after }),
    })
    if (!view.ok) return refused(c, visitor, view.refusals)
    const title = fill(say(FAMILY_WORDS.checklist, visitor.language), { village: view.value.village.name })
    return show(c, visitor, title, <ChecklistPage view={view.value} base={baseOf(visitor)} />, {
      crumbs: crumb(visitor, view.value.village),
    })
  })

  const subject = async (c: Context, visitor: Visitor, typed: Typed = {}, refusals: readonly Refusal[] = []) => {
    const [village, id] = [c.req.param('village') ?? '', c.req.param('subject') ?? '']
    const view = isUuid(id)
      ? await port.readSubject(visitor, village, id, c.req.query('period') ?? typed.period)
      : ({ ok: false, refusals: [{ code: 'convergence-subject-unknown' }] } as const)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const named = { code: view.value.village.code, name: view.value.village.name }
    return show(
      c,
      visitor,
      say(FAMILY_WORDS.services, visitor.language),
      <SubjectPage view={view.value} base={baseOf(visitor)} typed={typed} errors={faultsOf(visitor, refusals)} />,
      {
        refusals,
        crumbs: [
          ...crumb(visitor, named),
          // A head of a village sees families but keeps no checklist.
          ...(mayCheck(visitor.actor, visitor.region?.code ?? '', village)
            ? [
                {
                  href: `${baseOf(visitor)}/villages/${village}/services`,
                  label: fill(say(FAMILY_WORDS.checklist, visitor.language), { village: named.name }),
                },
              ]
            : []),
        ],
      },
    )
  }
  app.get(`${AT}/villages/:village/services/:subject`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    return refusal ?? subject(c, visitor)
  })

  /** A form of this subject: done leads back to it, a refusal shows it with what was typed. */
  const post = (path: string, act: (visitor: Visitor, id: string, fields: Fields) => Promise<Result<unknown>>) =>
    app.post(`${AT}/villages/:village/services/:subject${path}`, async (c) => {
      const { visitor, refusal } = await enter(c, visitorOf)
      if (refusal) return refusal
      const { fields } = await readForm(c)
      const id = c.req.param('subject') ?? ''
      const done = isUuid(id)
        ? await act(visitor, id, fields)
        : ({ ok: false, refusals: [{ code: 'convergence-subject-unknown' }] } as const)
      return done.ok
        ? goOn(c, `${baseOf(visitor)}/villages/${c.req.param('village')}/services/${id}`)
        : subject(c, visitor, typedOf(fields), done.refusals)
    })
  post('', (visitor, id, fields) =>
    port.check(visitor, {
      subject: id,
      service: first(fields, 'service'),
      period: first(fields, 'period'),
      state: first(fields, 'state'),
      givenOn: dateFrom(fields, 'givenOn'),
      giver: first(fields, 'giver').trim(),
      programme: first(fields, 'programme'),
      reason: first(fields, 'reason'),
    }),
  )
  post('/facts', (visitor, id, fields) =>
    port.noteFact(visitor, id, { fact: first(fields, 'fact'), value: first(fields, 'value') }),
  )
  post('/conditions', (visitor, id, fields) =>
    port.noteCondition(visitor, id, { code: first(fields, 'code'), from: dateFrom(fields, 'from') }),
  )
  post('/couple', (visitor, id, fields) =>
    port.noteCouple(visitor, id, {
      checkedOn: dateFrom(fields, 'checkedOn'),
      weddingOn: dateFrom(fields, 'weddingOn'),
      weight: first(fields, 'weight'),
      height: first(fields, 'height'),
      arm: first(fields, 'arm'),
      haemoglobin: first(fields, 'haemoglobin'),
      smoke: first(fields, 'smoke'),
    }),
  )
  app.post(`${AT}/villages/:village/services/:subject/visits`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const id = c.req.param('subject')
    const nextOn = ['day', 'month', 'year'].every((part) => first(fields, `nextOn.${part}`).trim() === '')
      ? ''
      : dateFrom(fields, 'nextOn')
    const done = isUuid(id)
      ? await port.noteVisit(visitor, id, {
          visitId: first(fields, 'visitId'),
          visitedOn: dateFrom(fields, 'visitedOn'),
          topics: fields.topics ?? [],
          words: first(fields, 'words'),
          nextOn,
        })
      : ({ ok: false, refusals: [{ code: 'convergence-subject-unknown' }] } as const)
    return done.ok
      ? goOn(c, `${baseOf(visitor)}/villages/${c.req.param('village')}/services/${id}`)
      : subject(c, visitor, { ...typedOf(fields), topics: (fields.topics ?? []).join(' ') }, done.refusals)
  })
  post('/conditions/end', (visitor, id, fields) => port.endCondition(visitor, id, first(fields, 'code')))

  app.get(`${AT}/villages/:village/families`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const [factor, after, asked] = [c.req.query('factor'), key(c), c.req.query('show')]
    const view = await port.listAtRisk(visitor, c.req.param('village'), {
      ...(factor === undefined ? {} : { factor }),
      ...(after === undefined ? {} : { after }),
      ...(asked === undefined ? {} : { show: asked }),
    })
    if (!view.ok) return refused(c, visitor, view.refusals)
    const title = fill(say(FAMILY_WORDS.families, visitor.language), { village: view.value.village.name })
    return show(
      c,
      visitor,
      title,
      <AtRiskPage view={view.value} base={baseOf(visitor)} lists={listsFor(visitor, c.req.param('village'))} />,
      {
        crumbs: crumb(visitor, view.value.village),
      },
    )
  })
  app.get(`${AT}/villages/:village/couples`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const village = c.req.param('village')
    const view = await port.readCouples(visitor, village, c.req.query('show'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const title = fill(say(COUPLE_LIST_WORDS.title, visitor.language), { village: view.value.village.name })
    const page = <CouplesPage view={view.value} base={baseOf(visitor)} lists={listsFor(visitor, village)} />
    return show(c, visitor, title, page, { crumbs: crumb(visitor, view.value.village) })
  })
  return app
}

/** Which of the five lists of a village this visitor may open. */
function listsFor(visitor: Visitor, village: string): readonly PastiActivity[] {
  const [actor, region] = [visitor.actor, visitor.region?.code ?? '']
  return [
    ...(seesFamilies(actor, region, village) ? (['families', 'assist'] as const) : []),
    ...(seesNames(actor, region, village, { isHealth: true }) ? (['couples'] as const) : []),
    ...(seesFamilies(actor, region, village) ? (['watch'] as const) : []),
    ...(isAuditTeam(actor, region) || mayPlan(actor, region) ? (['audits'] as const) : []),
  ]
}
