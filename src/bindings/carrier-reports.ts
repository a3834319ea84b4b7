// What gateways report later: delivered or failed. Must stay true: only a report signed with the channel's secret and at most
// five minutes old changes anything; the answer tells nothing about which messages exist.
import { Hono } from 'hono'
import * as v from 'valibot'
import { isUuid } from '../kernel/id.ts'
import { isTenantCode } from '../kernel/region-code.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { isGenuine } from '../platform/notify/carrier.ts'
import { reportNotice } from '../platform/notify/store.ts'
import { secretOf } from './carriers.ts'

const REPORT = v.object({
  /** The id we sent: region, colon, key. */
  id: v.string(),
  state: v.picklist(['delivered', 'failed']),
  error: v.optional(v.pipe(v.string(), v.maxLength(500))),
})

export function carrierRoutes({ database, clock }: { readonly database: Database; readonly clock: Clock }): Hono {
  const app = new Hono()
  app.post('/carriers/:channel/reports', async (c) => {
    const secret = secretOf(c.req.param('channel'))
    const body = await c.req.text()
    const at = c.req.header('x-puja-timestamp') ?? ''
    const signature = c.req.header('x-puja-signature') ?? ''
    if (secret === undefined || !isGenuine(secret, at, body, signature, Date.now()))
      return c.json({ taken: false }, 401)
    const report = v.safeParse(v.pipe(v.string(), v.parseJson(), REPORT), body)
    if (!report.success) return c.json({ taken: false }, 422)
    const [region = '', id = ''] = report.output.id.split(':')
    if (isTenantCode(region) && isUuid(id))
      await database.inRegion(region, (tx) =>
        reportNotice(tx, region, id, {
          state: report.output.state,
          at: clock.now(),
          ...(report.output.error === undefined ? {} : { error: report.output.error }),
        }),
      )
    return c.json({ taken: true })
  })
  return app
}
