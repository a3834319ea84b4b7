// The edge: one Hono app around all modules. Must stay true: every answer carries the security headers; a write from
// another site, too large or too often is refused with a sentence; what is thrown becomes a calm page with a code, and its
// details go to the log only.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { DatabaseUnavailable } from '../db/errors.ts'
import { FilesUnavailable } from '../files/file-store.ts'
import type { Log } from '../log.ts'
import { addressOf, noteAddress } from './address.ts'
import type { Crowd } from './crowd.ts'
import { dropUnreadBody } from './drop-body.ts'
import type { Limits } from './limits.ts'
import { methodsAt } from './methods.ts'
import { page, refused } from './respond.tsx'
import { isSameOrigin, securityHeaders } from './security.ts'
import type { Visitor } from './visitor.ts'

export type AppOptions = {
  /** Who is asking; cached per request by the caller. */
  readonly visitorOf: (request: Request) => Promise<Visitor>
  /** Each module's routes, mounted at the root. */
  readonly modules: readonly Hono[]
  readonly limits: Limits
  readonly log: Log
  readonly https: boolean
  /** Then the nearest proxy's X-Forwarded-For says who asks. */
  readonly isBehindProxy?: boolean
  /** Told of everybody who waits for an answer. */
  readonly crowd?: Crowd
  /** Told of every answer: route pattern, method, status, seconds. */
  readonly observe?: (route: string, method: string, status: number, seconds: number) => void
}

const FORM_LIMIT_BYTES = 1_000_000
/** One photo as it comes from a camera, with room. */
const UPLOAD_LIMIT_BYTES = 25_000_000

export function createApp({
  visitorOf,
  modules,
  limits,
  log,
  https,
  isBehindProxy = false,
  crowd,
  observe,
}: AppOptions): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    noteAddress(c, isBehindProxy)
    const started = performance.now()
    const leave = crowd?.enter()
    try {
      await next()
    } finally {
      leave?.()
    }
    observe?.(c.req.routePath, c.req.method, c.res.status, (performance.now() - started) / 1000)
  })
  app.use(dropUnreadBody())
  app.use(securityHeaders({ https }))
  // No thing is named with a zero byte, and PostgreSQL cannot hold one.
  app.use(async (c, next) =>
    /%00/.test(c.req.path) || c.req.path.includes('\u0000')
      ? refused(c, await visitorOf(c.req.raw), [{ code: 'not-found' }])
      : next(),
  )
  // A form page is 47 kB as it is and 12 kB packed: on 2G most of a second. A proxy in front does it itself, off our core.
  if (!isBehindProxy) app.use(compress({ encoding: 'gzip' }))
  const tooLarge = (limit: number) =>
    bodyLimit({
      maxSize: limit,
      onError: async (c) =>
        refused(c, await visitorOf(c.req.raw), [
          { code: 'too-large', params: { limit: Math.floor(limit / 1_000_000) } },
        ]),
    })
  const small = tooLarge(FORM_LIMIT_BYTES)
  const large = tooLarge(UPLOAD_LIMIT_BYTES)
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (!isSameOrigin(c.req.raw)) return refused(c, await visitorOf(c.req.raw), [{ code: 'other-site' }])
    // A gateway speaks for many people from one address, and signs what it says.
    const isMachine =
      c.req.path.startsWith('/carriers/') || /\/(partners\/check|fhir\/Patient\/_search)$/.test(c.req.path)
    const wait = await limits.take(isMachine ? 'machine' : 'write', addressOf(c.req.raw))
    if (wait !== undefined) {
      c.header('retry-after', String(wait))
      return refused(c, await visitorOf(c.req.raw), [{ code: 'too-many', params: { seconds: wait } }])
    }
    const limit = /\/(uploads?|import|paper)(\/|$)|^\/carriers\/whatsapp\/messages$/.test(c.req.path) ? large : small
    return limit(c, next)
  })
  for (const module of modules) app.route('/', module)
  app.notFound(async (c) => {
    // An address typed with a slash at its end means the page without it. One slash at its front: two would name another site.
    const bare = c.req.path.replace(/\/+$/, '').replace(/^[/\\]+/, '/')
    if (c.req.method === 'GET' && c.req.path.endsWith('/') && bare.length > 1)
      return c.redirect(bare + new URL(c.req.url).search, 301)
    const methods = methodsAt(app, c.req.path)
    // A route that takes this method and found nothing comes here too.
    if (methods.length === 0 || methods.includes(c.req.method))
      return refused(c, await visitorOf(c.req.raw), [{ code: 'not-found' }])
    c.header('allow', methods.join(', '))
    return refused(c, await visitorOf(c.req.raw), [{ code: 'method' }])
  })
  app.onError(async (thrown, c) => {
    const away = thrown instanceof DatabaseUnavailable || thrown instanceof FilesUnavailable
    const code = crypto.randomUUID().slice(0, 8).toUpperCase()
    log.error(
      { code, path: c.req.routePath, method: c.req.method, err: thrown },
      away ? 'store unavailable' : 'request failed',
    )
    const visitor = await visitorOf(c.req.raw).catch(() => undefined)
    if (visitor === undefined)
      return c.text(
        away
          ? 'Penyimpanan sedang tidak terjangkau. Coba lagi satu menit lagi.'
          : `Ada yang rusak di pihak kami. Kode ${code}.`,
        away ? 503 : 500,
      )
    if (away) return refused(c, visitor, [{ code: thrown.code }])
    const title = visitor.language === 'id' ? 'Ada yang rusak di pihak kami' : 'Something broke on our side'
    return page(
      c,
      visitor,
      {
        title,
        children: (
          <div class="stack narrow">
            <h1>{title}</h1>
            <p class="lead">
              {visitor.language === 'id'
                ? 'Isian yang sudah tersimpan aman. Sebutkan kode ini bila menghubungi loket:'
                : 'What was saved is safe. Give this code when you contact the office:'}{' '}
              <b class="code">{code}</b>
            </p>
          </div>
        ),
      },
      500,
    )
  })
  return app
}
