// Messages that people wrote to the region's WhatsApp number, handed over by the gateway. Must stay true: only what is signed
// with the channel's secret and at most five minutes old is heard; a repeat with the same id gets the same replies and does nothing
// twice; the answer never says whether a number is known.
import { Hono } from 'hono'
import * as v from 'valibot'
import { isTenantCode } from '../kernel/region-code.ts'
import type { ChatPort } from '../modules/cases/chat-port.ts'
import type { Limits } from '../platform/http/limits.ts'
import { isGenuine } from '../platform/notify/carrier.ts'
import { secretOf } from './carriers.ts'
import type { RegionDirectory } from './region-directory.ts'

const INCOMING = v.object({
  /** The gateway's id of this message; the same when it is sent again. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** Whose number was written to, such as 63.11. */
  region: v.string(),
  /** The sender as the carrier vouches for it, with or without the plus. */
  from: v.pipe(v.string(), v.regex(/^\+?[1-9]\d{7,14}$/)),
  text: v.optional(v.pipe(v.string(), v.maxLength(10_000)), ''),
  /** One picture, as it came. */
  pictureBase64: v.optional(v.pipe(v.string(), v.base64())),
})

export type ChatGatewayTools = {
  readonly chat: ChatPort
  readonly regions: RegionDirectory
  readonly limits: Limits
}

export function chatGatewayRoutes({ chat, regions, limits }: ChatGatewayTools): Hono {
  const app = new Hono()
  app.post('/carriers/whatsapp/messages', async (c) => {
    const secret = secretOf('whatsapp')
    const body = await c.req.text()
    const at = c.req.header('x-puja-timestamp') ?? ''
    const signature = c.req.header('x-puja-signature') ?? ''
    if (secret === undefined || !isGenuine(secret, at, body, signature, Date.now()))
      return c.json({ taken: false, error: 'signature' }, 401)
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), INCOMING), body)
    if (!read.success) return c.json({ taken: false, error: v.getDotPath(read.issues[0]) ?? 'body' }, 422)
    const { id, region, text, pictureBase64 } = read.output
    if (!isTenantCode(region) || !(await regions.all()).has(region))
      return c.json({ taken: false, error: 'region' }, 422)
    const from = read.output.from.startsWith('+') ? read.output.from : `+${read.output.from}`
    const wait = await limits.take('chat', from)
    if (wait !== undefined) {
      c.header('retry-after', String(wait))
      return c.json({ taken: false, error: 'too-many' }, 429)
    }
    const picture = pictureBase64 === undefined ? undefined : new Uint8Array(Buffer.from(pictureBase64, 'base64'))
    const replies = await chat.receive(region, { id, from, text, ...(picture === undefined ? {} : { picture }) })
    return c.json({ taken: true, replies })
  })
  return app
}
