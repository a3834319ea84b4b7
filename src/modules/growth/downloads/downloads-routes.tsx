// The list of tables and the files by plain links. Must stay true: addresses carry codes of places and times only; what the visitor
// may not see is not found.
import { Hono } from 'hono'
import { say } from '../../../kernel/text.ts'
import { page, refused } from '../../../platform/http/respond.tsx'
import { enter, REGION } from '../posyandu-frame.ts'
import { DOWNLOAD_WORDS, DownloadsPage } from './downloads-pages.tsx'
import { type Asked, type DownloadsPort, NARROWINGS } from './downloads-port.ts'

const AT = `${REGION}/balanting/tables`

export function downloadsRoutes(port: DownloadsPort): Hono {
  const app = new Hono()
  const asked = (query: (name: string) => string | undefined): Partial<Asked> =>
    Object.fromEntries(
      NARROWINGS.flatMap((name) => {
        const value = query(name)
        return value === undefined || value === '' ? [] : [[name, value]]
      }),
    )
  app.get(AT, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.overview(
      visitor,
      asked((name) => c.req.query(name)),
    )
    if (!view.ok) return refused(c, visitor, view.refusals)
    const base = `/${visitor.region!.code}/balanting`
    return page(c, visitor, {
      title: say(DOWNLOAD_WORDS.title, visitor.language),
      variant: 'office',
      back: { href: base, label: 'Balanting' },
      children: <DownloadsPage base={base} view={view.value} language={visitor.language} />,
    })
  })
  app.get(`${AT}/:file{[a-z0-9-]{1,40}\\.(csv|xlsx)}`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const [key = '', format] = c.req.param('file').split('.')
    const made = await port.download(visitor, {
      key,
      format: format === 'csv' ? 'csv' : 'xlsx',
      asked: asked((name) => c.req.query(name)),
    })
    const back = { href: `/${visitor.region!.code}/balanting/tables`, label: DOWNLOAD_WORDS.title }
    if (!made.ok) return refused(c, visitor, made.refusals, back)
    return c.body(Buffer.from(made.value.bytes), 200, {
      'content-type': made.value.contentType,
      'content-disposition': `attachment; filename="${made.value.name}"`,
      'cache-control': 'no-store',
    })
  })
  return app
}
