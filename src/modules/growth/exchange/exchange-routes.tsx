// Exchanges by plain forms: downloads, a file in, its preview, its confirmation, its undoing. Must stay true: addresses carry ids
// only; each step may be sent twice; what the visitor may not see is not found.
import { type Context, Hono } from 'hono'
import { say } from '../../../kernel/text.ts'
import { type Fields, first, readForm } from '../../../platform/http/form.ts'
import { goOn, page, refused } from '../../../platform/http/respond.tsx'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { enter, REGION } from '../posyandu-frame.ts'
import { ExchangePage } from './exchange-pages.tsx'
import type { ExchangePort } from './exchange-port.ts'
import { EXCHANGE_WORDS as w } from './exchange-words.ts'
import { ImportPage } from './import-pages.tsx'
import { ANSWERS, type Answer } from './incoming.ts'

const AT = `${REGION}/balanting/exchange`
const IMPORT = `${AT}/imports/:id`
const baseOf = (visitor: Visitor) => `/${visitor.region!.code}/balanting/exchange`

export function exchangeRoutes(port: ExchangePort): Hono {
  const app = new Hono()

  const showAll = async (c: Context, visitor: Visitor, error?: string) => {
    const view = await port.overview(visitor, c.req.query('month'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        title: say(w.title, visitor.language),
        variant: 'office',
        ...(error === undefined ? {} : { errorCount: 1 }),
        children: (
          <ExchangePage
            base={baseOf(visitor)}
            view={view.value}
            zone={visitor.region!.timeZone}
            language={visitor.language}
            today={port.today(visitor)}
            {...(error === undefined ? {} : { error })}
          />
        ),
      },
      error === undefined ? 200 : 422,
    )
  }
  app.get(AT, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showAll(c, visitor)
  })

  app.get(`${AT}/files/:file{[a-z0-9-]{1,40}\\.[a-z]{3,6}}`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const [table = '', format = ''] = c.req.param('file').split('.')
    const month = c.req.query('month') ?? port.today(visitor).slice(0, 7)
    const made = await port.download(visitor, { table, format, month })
    if (!made.ok) return refused(c, visitor, made.refusals, { href: baseOf(visitor), label: w.back })
    return c.body(Buffer.from(made.value.bytes), 200, {
      'content-type': made.value.contentType,
      'content-disposition': `attachment; filename="${made.value.name}"`,
      'cache-control': 'no-store',
    })
  })

  app.post(`${AT}/import`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const { files } = await readForm(c)
    const [file] = files.file ?? []
    if (file === undefined || file.size === 0) return showAll(c, visitor, say(w.chooseFirst, visitor.language))
    const planned = await port.plan(visitor, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (!planned.ok)
      return planned.refusals.some(({ code }) => code === 'not-found')
        ? refused(c, visitor, planned.refusals)
        : showAll(c, visitor, planned.refusals.map(visitor.tell).join(' '))
    return goOn(c, `${baseOf(visitor)}/imports/${planned.value.importId}`)
  })

  const showImport = async (c: Context, visitor: Visitor, refusal?: string) => {
    const view = await port.read(visitor, c.req.param('id') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(
      c,
      visitor,
      {
        title: view.value.head.fileName,
        variant: 'office',
        back: { href: baseOf(visitor), label: say(w.back, visitor.language) },
        children: (
          <ImportPage
            base={baseOf(visitor)}
            view={view.value}
            zone={visitor.region!.timeZone}
            language={visitor.language}
            tell={visitor.tell}
            {...(refusal === undefined ? {} : { refusal })}
          />
        ),
      },
      refusal === undefined ? 200 : 409,
    )
  }
  app.get(IMPORT, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    return refusal ?? showImport(c, visitor)
  })

  const step = (
    name: string,
    act: (visitor: Visitor, id: string, fields: Fields) => ReturnType<ExchangePort['undo']>,
  ) =>
    app.post(`${IMPORT}/${name}`, async (c) => {
      const { visitor, refusal } = await enter(port, c)
      if (refusal) return refusal
      const { fields } = await readForm(c)
      const id = c.req.param('id') ?? ''
      const done = await act(visitor, id, fields)
      if (done.ok) return goOn(c, `${baseOf(visitor)}/imports/${id}`)
      return done.refusals.some(({ code }) => code === 'not-found')
        ? refused(c, visitor, done.refusals)
        : showImport(c, visitor, done.refusals.map(visitor.tell).join(' '))
    })
  step('confirm', async (visitor, id, fields) => {
    const others = answerOf(first(fields, 'others'))
    const view = await port.read(visitor, id)
    if (!view.ok) return view
    const asked = (view.value.plan?.lines ?? []).filter(({ state }) => state === 'asked')
    const answers = Object.fromEntries(
      asked.map(({ line }) => [String(line), answerOf(first(fields, `line-${line}`)) ?? others ?? 'skip']),
    )
    return port.confirm(visitor, id, { digest: first(fields, 'digest'), answers })
  })
  step('undo', (visitor, id) => port.undo(visitor, id))
  step('drop', (visitor, id) => port.drop(visitor, id))
  return app
}

function answerOf(text: string): Answer | undefined {
  return ANSWERS.find((answer) => answer === text)
}
