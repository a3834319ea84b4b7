// Addresses of the card pages: the queue, the blanks, the packets. Must stay true: a role sees its own pages only; the page
// that was refused comes back with everything that was typed.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import { rowNumber } from '../../platform/http/row-number.ts'
import { holds, type Role, type Visitor } from '../../platform/http/visitor.ts'
import { pressKey } from './action-key.ts'
import { CardDeskPage, type DeskPageProps } from './card-desk-pages.tsx'
import type { CardPort, DeskView } from './card-port.ts'
import { CardStockPage } from './card-stock-pages.tsx'
import { CARD_WORDS as w } from './card-words.ts'
import { PacketListPage, PacketPage } from './hand-over-pages.tsx'
import { officeTabs } from './office-tabs.ts'

type Kind = DeskView['kind']

export function cardRoutes(
  port: CardPort & { findByNumber(visitor: Visitor, typed: string): Promise<string | undefined> },
): Hono {
  const app = new Hono()
  const base = (visitor: Visitor) => `/${visitor.region!.code}`
  const office = (visitor: Visitor) => ({ variant: 'office' as const, tabs: officeTabs(visitor) })
  const visit = (c: Context, roles: readonly Role[]) =>
    enterSignedIn(c, port, ({ actor, region }) => roles.some((role) => holds(actor, region!.code, role)))

  const kindOf = (typed: string | undefined): Kind => (typed === 'kia' ? 'kia' : 'ktp-el')
  const showDesk = async (
    c: Context,
    visitor: Visitor,
    kind: Kind,
    refusals: readonly Refusal[] = [],
    more: Partial<DeskPageProps> = {},
  ) => {
    const view = await port.readDesk(visitor, kind, c.req.query('after'), rowNumber(c))
    return page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(w.desk, visitor.language),
        errorCount: refusals.length,
        children: (
          <CardDeskPage
            base={base(visitor)}
            view={view}
            actionKey={crypto.randomUUID()}
            language={visitor.language}
            errors={faultsOf(visitor, refusals)}
            {...more}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/office/cards`, async (c) => {
    const { visitor, refusal } = await visit(c, ['production'])
    return refusal ?? showDesk(c, visitor, kindOf(c.req.query('kind')))
  })
  app.post(`${REGION}/office/cards/print`, async (c) => {
    const { visitor, refusal } = await visit(c, ['production'])
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const kind = kindOf(first(fields, 'kind'))
    const cards = fields.card ?? []
    const blank = first(fields, 'blank')
    const done = await port.print(visitor, cards, blank, pressKey(fields))
    if (!done.ok) return showDesk(c, visitor, kind, done.refusals, { marked: cards, blank })
    return showDesk(c, visitor, kind, [], { outcome: { what: 'printed', ...done.value } })
  })
  app.post(`${REGION}/office/cards/ready`, async (c) => {
    const { visitor, refusal } = await visit(c, ['production'])
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const kind = kindOf(first(fields, 'kind'))
    const done = await port.markReady(visitor, fields.card ?? [], pressKey(fields))
    return done.ok
      ? showDesk(c, visitor, kind, [], { outcome: { what: 'made', ...done.value } })
      : showDesk(c, visitor, kind, done.refusals)
  })
  app.post(`${REGION}/office/cards/spoil`, async (c) => {
    const { visitor, refusal } = await visit(c, ['production'])
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const kind = kindOf(first(fields, 'kind'))
    const spoiled = { card: first(fields, 'card'), reason: first(fields, 'reason') }
    const done = await port.spoil(visitor, spoiled.card, spoiled.reason, pressKey(fields))
    return done.ok
      ? showDesk(c, visitor, kind, [], { outcome: { what: 'spoiled', done: 1, refused: [] } })
      : showDesk(c, visitor, kind, done.refusals, { spoiled })
  })

  const showStock = async (
    c: Context,
    visitor: Visitor,
    refusals: readonly Refusal[] = [],
    typed: Readonly<Record<string, string>> = {},
  ) => {
    const said = c.req.query('done')
    return page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(w.stockTitle, visitor.language),
        errorCount: refusals.length,
        children: (
          <CardStockPage
            base={base(visitor)}
            view={await port.readStock(visitor)}
            actionKey={crypto.randomUUID()}
            language={visitor.language}
            errors={faultsOf(visitor, refusals)}
            typed={typed}
            {...(said === 'received' || said === 'counted' ? { done: said } : {})}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  const words = (fields: Fields, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, first(fields, name)]))
  app.get(`${REGION}/office/stock`, async (c) => {
    const { visitor, refusal } = await visit(c, ['production', 'head'])
    return refusal ?? showStock(c, visitor)
  })
  app.post(`${REGION}/office/stock/receive`, async (c) => {
    const { visitor, refusal } = await visit(c, ['production'])
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const packet = {
      kind: first(fields, 'kind'),
      count: first(fields, 'count'),
      first: first(fields, 'first'),
      letter: first(fields, 'letter'),
    }
    const done = await port.receive(visitor, packet, pressKey(fields))
    return done.ok
      ? goOn(c, `${base(visitor)}/office/stock?done=received`)
      : showStock(c, visitor, done.refusals, packet)
  })
  app.post(`${REGION}/office/stock/count`, async (c) => {
    const { visitor, refusal } = await visit(c, ['production'])
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const count = {
      kind: first(fields, 'kind'),
      found: first(fields, 'found'),
      note: first(fields, 'note'),
      warnBelow: first(fields, 'warnBelow'),
    }
    const done = await port.count(visitor, count, pressKey(fields))
    return done.ok
      ? goOn(c, `${base(visitor)}/office/stock?done=counted`)
      : showStock(c, visitor, done.refusals, {
          ...words(fields, ['found', 'note', 'warnBelow']),
          countKind: count.kind,
        })
  })

  const showPackets = async (c: Context, visitor: Visitor, missing?: string) =>
    page(
      c,
      visitor,
      {
        ...office(visitor),
        title: say(w.packets, visitor.language),
        ...(missing === undefined ? {} : { errorCount: 1 }),
        children: (
          <PacketListPage
            base={base(visitor)}
            view={
              await port.readPackets(
                visitor,
                c.req.query('show') === 'uncollected' ? 'uncollected' : 'all',
                c.req.query('after'),
                rowNumber(c),
              )
            }
            language={visitor.language}
            missing={missing}
            done={c.req.query('done') === 'yes'}
          />
        ),
      },
      missing === undefined ? 200 : 404,
    )
  app.get(`${REGION}/office/hand-over`, async (c) => {
    const { visitor, refusal } = await visit(c, ['delivery'])
    return refusal ?? showPackets(c, visitor)
  })
  app.post(`${REGION}/office/hand-over/find`, async (c) => {
    const { visitor, refusal } = await visit(c, ['delivery'])
    if (refusal) return refusal
    const typed = first((await readForm(c)).fields, 'q')
    const found = await port.findByNumber(visitor, typed)
    return found === undefined ? showPackets(c, visitor, typed) : goOn(c, `${base(visitor)}/office/hand-over/${found}`)
  })
  app.get(`${REGION}/office/hand-over/:id`, async (c) => {
    const { visitor, refusal } = await visit(c, ['delivery'])
    if (refusal) return refusal
    const view = await port.readPacket(visitor, c.req.param('id'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      ...office(visitor),
      title: say(w.give, visitor.language),
      back: { href: `${base(visitor)}/office/hand-over`, label: say(w.packets, visitor.language) },
      children: (
        <PacketPage
          base={base(visitor)}
          view={view.value}
          actionKey={crypto.randomUUID()}
          language={visitor.language}
        />
      ),
    })
  })
  return app
}
