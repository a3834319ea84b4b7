// Moves between regions: one list, two directions. Addresses hold a direction and a page's key only.
import { Hono } from 'hono'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { page, refused } from '../../platform/http/respond.tsx'
import { TRANSFER_TEXTS, TransferListPage } from './transfer-pages.tsx'
import type { TransferPort } from './transfer-port.ts'

export function transferRoutes(port: TransferPort): Hono {
  const app = new Hono()
  app.get(`${REGION}/office/transfers`, async (c) => {
    const { visitor, refusal } = await enterSignedIn(c, port, (one) => port.mayRead(one))
    if (refusal) return refusal
    const direction = c.req.query('show') === 'out' ? 'out' : 'in'
    const view = await port.list(visitor, direction, c.req.query('after'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      variant: 'office',
      tabs: port.tabs(visitor),
      title: say(TRANSFER_TEXTS.title, visitor.language),
      children: (
        <TransferListPage
          base={`/${visitor.region?.code}`}
          view={{ ...view.value, isKept: c.req.query('done') === 'paper' }}
          language={visitor.language}
        />
      ),
    })
  })
  return app
}
