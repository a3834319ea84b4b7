// Addresses of the deputies of an office. Must stay true: what was typed comes back when it is refused; addresses carry ids
// of the proposal only.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import { DeputyPage, isDone, type TypedDeputy } from './deputy-pages.tsx'
import type { DeputyPort } from './deputy-port.ts'
import { DEPUTY_WORDS as w } from './deputy-words.ts'

const NAMES = ['assignment', 'account', 'title', 'printedName', 'nip', 'decree'] as const

export function deputyRoutes(port: DeputyPort, tabsOf: (visitor: Visitor) => readonly PageLink[]): Hono {
  const app = new Hono()
  const enter = (c: Context) => enterSignedIn(c, port)
  const show = async (c: Context, visitor: Visitor, refusals: readonly Refusal[] = [], typed: TypedDeputy = {}) => {
    const view = await port.read(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const said = c.req.query('done')
    return page(
      c,
      visitor,
      {
        variant: 'office',
        tabs: tabsOf(visitor),
        title: say(w.title, visitor.language),
        errorCount: refusals.length,
        children: (
          <DeputyPage
            base={`/${visitor.region!.code}`}
            view={view.value}
            actionKey={crypto.randomUUID()}
            language={visitor.language}
            errors={faultsOf(visitor, refusals)}
            typed={typed}
            {...(isDone(said) ? { done: said } : {})}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/office/deputies`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? show(c, visitor)
  })
  app.post(`${REGION}/office/deputies`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const [assignment, account, title, printedName, nip, decree] = NAMES.map((name) => first(fields, name))
    const done = await port.propose(
      visitor,
      {
        assignment: assignment!,
        account: account!,
        title: title!,
        printedName: printedName!,
        nip: nip!,
        decree: decree!,
        from: dateOf(fields, 'from'),
        to: dateOf(fields, 'to'),
      },
      keyOf(fields),
    )
    if (done.ok) return goOn(c, `/${visitor.region!.code}/office/deputies?done=proposed`)
    const dates = ['from', 'to'].flatMap((name) => ['day', 'month', 'year'].map((part) => `${name}.${part}`))
    return show(
      c,
      visitor,
      done.refusals,
      Object.fromEntries([...NAMES, ...dates].map((name) => [name, first(fields, name).slice(0, 200)])),
    )
  })
  for (const step of ['confirm', 'refuse', 'end'] as const)
    app.post(`${REGION}/office/deputies/:id{[0-9a-f-]{36}}/${step}`, async (c) => {
      const { visitor, refusal } = await enter(c)
      if (refusal) return refusal
      const id = c.req.param('id')
      const { fields } = await readForm(c)
      const done =
        step === 'end'
          ? await port.end(visitor, id, keyOf(fields))
          : await port.decide(visitor, id, step === 'confirm', keyOf(fields))
      const word = { confirm: 'confirmed', refuse: 'refused', end: 'ended' }[step]
      return done.ok
        ? goOn(c, `/${visitor.region!.code}/office/deputies?done=${word}`)
        : show(c, visitor, done.refusals)
    })
  return app
}

function keyOf(fields: Fields): string {
  const key = first(fields, 'key')
  return /^[\x21-\x7e]{1,100}$/.test(key) ? key : crypto.randomUUID()
}

/** Three boxes as one date; what is no date stays what it is, and is refused by name. */
function dateOf(fields: Fields, name: string): string {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) =>
    first(fields, `${name}.${part}`).trim(),
  )
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
