// Old reports' figures by plain forms: typed in, and agreed to or dropped by a second person.
import { type Context, Hono } from 'hono'
import { isUuid } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import { IMPORT_WORDS, ImportsPage } from './import-pages.tsx'
import { OFFICE_WORDS } from './office-pages.tsx'
import type { ImportTyped, SatisfactionPort } from './port.ts'

const AT = `${REGION}/office/satisfaction/import`

export function importRoutes(port: SatisfactionPort, tabsOf: (visitor: Visitor) => readonly PageLink[]): Hono {
  const app = new Hono()
  const list = (visitor: Visitor) => `/${visitor.region?.code ?? ''}/office/satisfaction`
  const enter = (c: Context) => enterSignedIn(c, port, () => true)
  const show = async (
    c: Context,
    visitor: Visitor,
    more: { typed?: ImportTyped; refusals?: readonly Refusal[]; done?: 'stored' | 'waiting' } = {},
  ) => {
    const view = await port.readImports(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { refusals = [], typed, done } = more
    const errors = faultsOf(visitor, refusals)
    const title = say(IMPORT_WORDS.title, visitor.language)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        tabs: tabsOf(visitor),
        crumbs: [{ href: list(visitor), label: say(OFFICE_WORDS.title, visitor.language) }],
        title,
        errorCount: errors.length,
        children: (
          <ImportsPage
            view={view.value}
            action={`${list(visitor)}/import`}
            typed={typed}
            done={done}
            errors={errors}
            tell={(doubt) => visitor.tell(doubt)}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(AT, async (c) => {
    const { visitor, refusal } = await enter(c)
    const done = c.req.query('done')
    return refusal ?? show(c, visitor, done === 'stored' || done === 'waiting' ? { done } : {})
  })
  app.post(AT, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const read = (name: keyof ImportTyped) => first(fields, name)
    // One choice of the form names both: which order there is depends on the edition.
    const [edition = '', order = ''] = read('edition').split('/')
    const typed: ImportTyped = {
      unit: read('unit'),
      edition,
      order,
      kind: read('kind'),
      year: read('year'),
      number: read('number'),
      answers: read('answers'),
      averages: read('averages'),
      index: read('index'),
      grade: read('grade'),
      source: read('source'),
    }
    const done = await port.proposeImport(visitor, typed)
    return done.ok
      ? goOn(c, `${list(visitor)}/import?done=${done.value.state}`)
      : show(c, visitor, { typed, refusals: done.refusals })
  })
  app.post(`${AT}/:waiting`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const waiting = c.req.param('waiting')
    if (!isUuid(waiting)) return refused(c, visitor, [{ code: 'not-found' }])
    const { fields } = await readForm(c)
    const word = { yes: first(fields, 'word') === 'yes', source: first(fields, 'source') }
    const done = await port.decideImport(visitor, waiting, word)
    return done.ok ? goOn(c, `${list(visitor)}/import`) : show(c, visitor, { refusals: done.refusals })
  })
  return app
}
