// Help, who looked at my data, open data (page and CSV).
import { stringify } from 'csv-stringify/sync'
import { type Context, Hono } from 'hono'
import { say } from '../../kernel/text.ts'
import { REGION } from '../../platform/http/door.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import { AccessPage, HelpPage, OpenDataPage, PUBLIC_WORDS as w } from './public-pages.tsx'
import type { PublicPort } from './public-port.ts'

export function publicRoutes(port: PublicPort): Hono {
  const app = new Hono()
  const enter = async (c: Context, signedIn = false) => {
    const visitor = await port.visitor(c.req.raw)
    const code =
      visitor.region === undefined
        ? 'not-found'
        : signedIn && visitor.actor === undefined
          ? 'sign-in-needed'
          : undefined
    return {
      visitor,
      base: `/${visitor.region?.code ?? ''}`,
      refusal: code === undefined ? undefined : await refused(c, visitor, [{ code }]),
    }
  }
  app.get(`${REGION}/help`, async (c) => {
    const { visitor, base, refusal } = await enter(c)
    return (
      refusal ??
      page(c, visitor, {
        title: say(w.help, visitor.language),
        children: <HelpPage base={base} help={await port.readHelp(visitor)} language={visitor.language} />,
      })
    )
  })
  // The survey and older papers name this address.
  app.get(`${REGION}/complaints`, async (c) => {
    const { base, refusal } = await enter(c)
    return refusal ?? goOn(c, `${base}/help`)
  })
  app.get(`${REGION}/me/access`, async (c) => {
    const { visitor, base, refusal } = await enter(c, true)
    return (
      refusal ??
      page(c, visitor, {
        title: say(w.access, visitor.language),
        children: <AccessPage base={base} lines={await port.listAccess(visitor)} language={visitor.language} />,
      })
    )
  })
  app.get(`${REGION}/open-data`, async (c) => {
    const { visitor, base, refusal } = await enter(c)
    return (
      refusal ??
      page(c, visitor, {
        title: say(w.openData, visitor.language),
        children: <OpenDataPage base={base} figures={await port.listFigures(visitor)} language={visitor.language} />,
      })
    )
  })
  app.get(`${REGION}/open-data.csv`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const rows = (await port.listFigures(visitor)).map(({ name: _, ...row }) => row)
    return c.body(
      stringify(rows, {
        header: true,
        columns: ['service', 'month', 'submitted', 'issued', 'onTime', 'returned', 'rejected', 'held'],
      }),
      200,
      { 'content-type': 'text/csv; charset=utf-8' },
    )
  })
  return app
}
