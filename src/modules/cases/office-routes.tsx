// The office by plain forms: list, case, decision, batch of signatures. Must stay true: a step is a POST with a key, so
// that pressing twice does it once; a search for a person's number never stands in an address.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import { rowNumber } from '../../platform/http/row-number.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { pressKey } from './action-key.ts'
import type { HandOverInput } from './card-port.ts'
import { CARD_WORDS } from './card-words.ts'
import { FAULT_REASONS, type Fault, type FaultReason } from './case.ts'
import { isConflict } from './conflict.ts'
import { CONFLICT_WORDS, ConflictPage } from './conflict-page.tsx'
import { decisionField, type Tried } from './decision-pages.tsx'
import { PacketPage } from './hand-over-pages.tsx'
import { OfficeCasePage } from './office-case-pages.tsx'
import type { OfficePort, WorkFilter } from './office-port.ts'
import { officeTabs } from './office-tabs.ts'
import { OFFICE_WORDS as w } from './office-words.ts'
import { SigningPage } from './signing-pages.tsx'
import { sendUpload } from './upload-content.ts'
import { WorkListPage } from './work-list-pages.tsx'

const OFFICERS = ['front-office', 'verifier', 'validator', 'head', 'production', 'delivery'] as const

export function officeRoutes(port: OfficePort): Hono {
  const app = new Hono()
  const isOfficer = ({ actor, region }: Visitor): boolean =>
    OFFICERS.some((role) => assignmentsFor(actor, region!.code, role).length > 0)
  const enter = (c: Context) => enterSignedIn(c, port, isOfficer)
  const base = (visitor: Visitor) => `/${visitor.region!.code}`
  const office = (visitor: Visitor) => ({ variant: 'office' as const, tabs: officeTabs(visitor) })

  const showList = async (c: Context, visitor: Visitor, missing?: string) => {
    const show = c.req.query('show')
    const filter = (['all', 'late', 'today', 'mine', 'hold'].includes(show ?? '') ? show : 'all') as WorkFilter
    const view = await port.readWorkList(visitor, filter, c.req.query('after'), rowNumber(c))
    return page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(w.work, visitor.language),
        children: (
          <WorkListPage
            base={base(visitor)}
            view={view}
            language={visitor.language}
            missing={missing}
            done={c.req.query('done')}
          />
        ),
      },
      missing === undefined ? 200 : 404,
    )
  }
  app.get(`${REGION}/office`, async (c) => {
    const { visitor, refusal } = await enter(c)
    // Who has a desk in the office but no work list comes to the desk: this is the address that everybody remembers.
    const desk = refusal?.status === 403 ? officeTabs(visitor)[0] : undefined
    return desk === undefined ? (refusal ?? showList(c, visitor)) : goOn(c, desk.href)
  })
  app.post(`${REGION}/office/find`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typed = first(fields, 'q')
    const found = await port.findByNumber(visitor, typed)
    return found === undefined ? showList(c, visitor, typed) : goOn(c, `${base(visitor)}/office/cases/${found}`)
  })

  const showConflict = async (c: Context, visitor: Visitor, id: string) => {
    const view = await port.readConflict(visitor, id)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(CONFLICT_WORDS.title, visitor.language),
        back: { href: `${base(visitor)}/office`, label: say(w.work, visitor.language) },
        children: <ConflictPage base={base(visitor)} view={view.value} language={visitor.language} />,
      },
      403,
    )
  }
  const showCase = async (
    c: Context,
    visitor: Visitor,
    id: string,
    refusals: readonly Refusal[] = [],
    tried?: Tried,
  ) => {
    const view = await port.readCase(visitor, id)
    if (!view.ok) return isConflict(view.refusals) ? showConflict(c, visitor, id) : refused(c, visitor, view.refusals)
    const errors = refusals.map((one) => {
      const at = tried === undefined ? one.at : placeIn(tried, one)
      return { ...(at === undefined ? {} : { at }), text: visitor.tell(one) }
    })
    return page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(view.value.serviceName, visitor.language),
        errorCount: errors.length,
        back: { href: `${base(visitor)}/office`, label: say(w.work, visitor.language) },
        children: (
          <OfficeCasePage
            base={base(visitor)}
            view={view.value}
            actionKey={crypto.randomUUID()}
            errors={errors}
            tried={tried}
            language={visitor.language}
          />
        ),
      },
      errors.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/office/cases/:id`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    // Who only hands over sees the packet, not the application (specification section 3).
    if (onlyDelivers(visitor)) return goOn(c, `${base(visitor)}/office/hand-over/${c.req.param('id')}`)
    return showCase(c, visitor, c.req.param('id'))
  })
  app.post(`${REGION}/office/cases/:id/actions/hand-over`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const id = c.req.param('id')
    const { fields } = await readForm(c)
    const input = handOverOf(fields)
    const done = await port.handOver(visitor, id, input, pressKey(fields))
    if (done.ok)
      return goOn(
        c,
        first(fields, 'from') === 'desk'
          ? `${base(visitor)}/office/hand-over?done=yes`
          : `${base(visitor)}/office?show=mine&done=hand-over`,
      )
    if (!onlyDelivers(visitor)) return showCase(c, visitor, id, done.refusals)
    const view = await port.readPacket(visitor, id)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const errors = faultsOf(visitor, done.refusals)
    return page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(CARD_WORDS.give, visitor.language),
        errorCount: errors.length,
        back: { href: `${base(visitor)}/office/hand-over`, label: say(CARD_WORDS.packets, visitor.language) },
        children: (
          <PacketPage
            base={base(visitor)}
            view={view.value}
            actionKey={crypto.randomUUID()}
            language={visitor.language}
            errors={errors}
            typed={input}
          />
        ),
      },
      visitor.statusOf(done.refusals),
    )
  })
  app.post(`${REGION}/office/cases/:id/national`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const id = c.req.param('id')
    const { fields } = await readForm(c)
    const note = { answer: first(fields, 'answer'), reference: first(fields, 'reference').slice(0, 200) }
    const done = await port.noteNational(visitor, id, note, pressKey(fields))
    return done.ok ? goOn(c, `${base(visitor)}/office/cases/${id}`) : showCase(c, visitor, id, done.refusals)
  })
  app.post(`${REGION}/office/cases/:id/aside`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const done = await port.stepAside(visitor, c.req.param('id'))
    return done.ok ? goOn(c, `${base(visitor)}/office`) : refused(c, visitor, done.refusals)
  })
  for (const [path, take] of [
    ['take', true],
    ['release', false],
  ] as const)
    app.post(`${REGION}/office/cases/:id/${path}`, async (c) => {
      const { visitor, refusal } = await enter(c)
      if (refusal) return refusal
      const done = await port.take(visitor, c.req.param('id'), take)
      if (!done.ok) return showCase(c, visitor, c.req.param('id'), done.refusals)
      return goOn(c, take ? `${base(visitor)}/office/cases/${c.req.param('id')}` : `${base(visitor)}/office`)
    })
  app.post(`${REGION}/office/cases/:id/actions/:action{[a-z-]{1,40}}`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { id, action } = c.req.param()
    const { fields } = await readForm(c)
    const until = ['year', 'month', 'day'].map((part) => first(fields, `until.${part}`))
    const done = await port.act(
      visitor,
      id,
      action,
      {
        reason: first(fields, 'reason') || undefined,
        note: first(fields, 'note'),
        ...(until.every((part) => part !== '')
          ? { until: `${until[0]}-${until[1]!.padStart(2, '0')}-${until[2]!.padStart(2, '0')}` }
          : {}),
        faults: faultsIn(fields),
        seen: first(fields, 'seen') === 'yes',
      },
      pressKey(fields),
    )
    if (done.ok) return goOn(c, `${base(visitor)}/office?show=mine&done=${action}`)
    if (done.refusals.some((one) => one.code === 'step-up-needed'))
      return goOn(c, `/sign-in/step-up?${new URLSearchParams({ back: `${base(visitor)}/office/cases/${id}` })}`)
    return showCase(c, visitor, id, done.refusals, { action, fields })
  })
  app.get(`${REGION}/office/cases/:id/pictures/:upload`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const picture = await port.readPicture(visitor, c.req.param('id'), c.req.param('upload'))
    return picture === undefined ? c.notFound() : sendUpload(c, picture)
  })

  const showSigning = async (
    c: Context,
    visitor: Visitor,
    more: Pick<Parameters<typeof SigningPage>[0], 'done' | 'marked' | 'errors'>,
  ) =>
    page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(w.signTitle, visitor.language),
        errorCount: more.errors?.length ?? 0,
        children: (
          <SigningPage
            base={base(visitor)}
            lines={await port.listSigning(visitor)}
            actionKey={crypto.randomUUID()}
            {...more}
            language={visitor.language}
          />
        ),
      },
      more.errors === undefined ? 200 : 422,
    )
  app.get(`${REGION}/office/signing`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const marked = (c.req.query('marked') ?? '').split('.')
    return showSigning(c, visitor, { marked })
  })
  app.post(`${REGION}/office/signing`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const marked = fields.case ?? []
    if (marked.length === 0)
      return showSigning(c, visitor, { errors: [{ at: 'sign-lines', text: say(w.signNone, visitor.language) }] })
    const done = await port.signMany(visitor, marked, pressKey(fields))
    if (done.ok) return showSigning(c, visitor, { done: done.value })
    if (!done.refusals.some((one) => one.code === 'step-up-needed')) return refused(c, visitor, done.refusals)
    // What was marked is still marked after the fresh code; an address holds some fifty.
    const known = marked.filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, 50)
    const back = `${base(visitor)}/office/signing?marked=${known.join('.')}`
    return goOn(c, `/sign-in/step-up?${new URLSearchParams({ back })}`)
  })
  return app
}

function onlyDelivers(visitor: Visitor): boolean {
  return OFFICERS.every(
    (role) => assignmentsFor(visitor.actor, visitor.region!.code, role).length > 0 === (role === 'delivery'),
  )
}

function handOverOf(fields: Fields): HandOverInput {
  return {
    takenBy: first(fields, 'takenBy'),
    relation: first(fields, 'relation'),
    originals: fields.originals ?? [],
    originalsNote: first(fields, 'originalsNote'),
    proof: first(fields, 'proof'),
    code: first(fields, 'code'),
    slip: first(fields, 'slip'),
  }
}

/** The box of a refused decision: a place marked as faulty, a box of the form, or the list of places as a whole. */
function placeIn(tried: Tried, { code, at }: Refusal): string | undefined {
  if (at === undefined) return code === 'points-missing' ? decisionField(tried.action, 'points') : undefined
  if (at.startsWith(`${tried.action}-`)) return at
  return decisionField(tried.action, `fault:${at}` in tried.fields ? `fault:${at}` : at)
}

function faultsIn(fields: Fields): readonly Fault[] {
  const note = first(fields, 'note')
  return Object.entries(fields).flatMap(([name, values]) => {
    const reason = values[0] ?? ''
    return name.startsWith('fault:') && (FAULT_REASONS as readonly string[]).includes(reason)
      ? [{ place: name.slice(6), reason: reason as FaultReason, ...(note === '' ? {} : { note }) }]
      : []
  })
}
