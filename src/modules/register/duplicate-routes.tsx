// Possible duplicates by plain forms. Must stay true: addresses hold keys only; a refused form comes back as it was typed.
import { type Context, Hono } from 'hono'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { FormState } from './duplicate-compare.tsx'
import { DUPLICATE_TEXTS, STATE_TEXTS } from './duplicate-page-words.ts'
import { CaseDuplicatesPage, DuplicateListPage, PairPage } from './duplicate-pages.tsx'
import type { PairState } from './duplicate-pair-store.ts'
import type { DecisionTyped, DuplicatePort } from './duplicate-port.ts'

const ROOT = `${REGION}/office/duplicates`
type Failed = { readonly refusals: readonly Refusal[]; readonly typed?: DecisionTyped; readonly undo?: string }

export function duplicateRoutes(port: DuplicatePort): Hono {
  const app = new Hono()
  const enter = (c: Context) => enterSignedIn(c, port, (visitor) => port.mayRead(visitor))
  const root = (visitor: Visitor) => `/${visitor.region?.code ?? ''}/office/duplicates`
  const frame = (visitor: Visitor) => ({ variant: 'office' as const, tabs: port.tabs(visitor) })
  const back = (visitor: Visitor) => ({ href: root(visitor), label: say(DUPLICATE_TEXTS.title, visitor.language) })
  const formOf = (visitor: Visitor, failed: Failed): FormState => ({
    errors: faultsOf(visitor, failed.refusals),
    ...(failed.typed === undefined ? {} : { typed: failed.typed }),
    ...(failed.undo === undefined ? {} : { undo: failed.undo }),
  })
  const statusOf = (visitor: Visitor, failed: Failed) =>
    failed.refusals.length === 0 ? 200 : visitor.statusOf(failed.refusals)

  const showPair = async (c: Context, visitor: Visitor, a: string, b: string, failed: Failed = { refusals: [] }) => {
    const found = await port.readPair(visitor, a, b)
    if (!found.ok) return refused(c, visitor, found.refusals)
    const form = formOf(visitor, failed)
    return page(
      c,
      visitor,
      {
        ...frame(visitor),
        title: say(DUPLICATE_TEXTS.pairTitle, visitor.language),
        errorCount: form.errors.length,
        back: back(visitor),
        children: (
          <PairPage href={`${root(visitor)}/${a}/${b}`} view={found.value} form={form} language={visitor.language} />
        ),
      },
      statusOf(visitor, failed),
    )
  }
  const showCase = async (
    c: Context,
    visitor: Visitor,
    id: string,
    failed: Failed = { refusals: [] },
    formFor?: string,
  ) => {
    const found = await port.readCase(visitor, id)
    if (!found.ok) return refused(c, visitor, found.refusals)
    const form = formOf(visitor, failed)
    return page(
      c,
      visitor,
      {
        ...frame(visitor),
        title: say(DUPLICATE_TEXTS.caseTitle, visitor.language),
        errorCount: form.errors.length,
        back: back(visitor),
        children: (
          <CaseDuplicatesPage
            href={`${root(visitor)}/cases/${id}`}
            view={found.value}
            form={form}
            formFor={formFor}
            language={visitor.language}
          />
        ),
      },
      statusOf(visitor, failed),
    )
  }
  const show = (c: Context, visitor: Visitor, subject: string, b: string, isCase: boolean, failed: Failed) =>
    isCase ? showCase(c, visitor, subject, failed, b) : showPair(c, visitor, subject, b, failed)
  const after = (c: Context, visitor: Visitor, subject: string, b: string, isCase: boolean) =>
    goOn(c, isCase ? `${root(visitor)}/cases/${subject}` : `${root(visitor)}/${subject}/${b}`)

  app.get(ROOT, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const asked = c.req.query('show') ?? ''
    const state: PairState = Object.hasOwn(STATE_TEXTS, asked) ? (asked as PairState) : 'open'
    const view = await port.list(visitor, state, c.req.query('after'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      ...frame(visitor),
      title: say(DUPLICATE_TEXTS.title, visitor.language),
      children: <DuplicateListPage base={`/${visitor.region?.code}`} view={view.value} language={visitor.language} />,
    })
  })
  app.get(`${ROOT}/cases/:id`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showCase(c, visitor, c.req.param('id') ?? '')
  })
  app.get(`${ROOT}/:a/:b`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showPair(c, visitor, c.req.param('a') ?? '', c.req.param('b') ?? '')
  })
  for (const isCase of [true, false]) {
    const way = isCase ? `${ROOT}/cases/:a/:b` : `${ROOT}/:a/:b`
    app.post(way, async (c) => {
      const { visitor, refusal } = await enter(c)
      if (refusal) return refusal
      const { a = '', b = '' } = c.req.param()
      const { fields } = await readForm(c)
      const typed = { verdict: first(fields, 'verdict'), reason: first(fields, 'reason') }
      return answer(c, visitor, a, b, isCase, await port.decide(visitor, a, b, typed, isCase), { typed })
    })
    app.post(`${way}/undo`, async (c) => {
      const { visitor, refusal } = await enter(c)
      if (refusal) return refusal
      const { a = '', b = '' } = c.req.param()
      const undo = first((await readForm(c)).fields, 'undo')
      return answer(c, visitor, a, b, isCase, await port.undo(visitor, a, b, undo, isCase), { undo })
    })
  }
  app.post(`${ROOT}/:a/:b/join`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { a, b } = c.req.param()
    const keep = first((await readForm(c)).fields, 'keep')
    return answer(c, visitor, a, b, false, await port.join(visitor, a, b, keep), {})
  })

  async function answer(
    c: Context,
    visitor: Visitor,
    a: string,
    b: string,
    isCase: boolean,
    done: Result<unknown>,
    typed: Omit<Failed, 'refusals'>,
  ): Promise<Response> {
    if (done.ok) return after(c, visitor, a, b, isCase)
    if (done.refusals.some((one) => one.code === 'not-found')) return refused(c, visitor, done.refusals)
    return show(c, visitor, a, b, isCase, { refusals: done.refusals, ...typed })
  }
  return app
}
