// Addresses of papers: check a code, compare, read keys and the revoked list, download. Must stay true: nothing here needs
// a login but the holder's own download; answers about papers are never cached and never indexed; addresses carry codes only.
import { type Context, Hono } from 'hono'
import { isUuid } from '../../kernel/id.ts'
import { parseShortCode } from '../../kernel/short-code.ts'
import { say } from '../../kernel/text.ts'
import { REGION } from '../../platform/http/door.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { CodeForm, DownloadForm, KEYS_PATH, OfflineNotes } from './more-pages.tsx'
import { PAPER_WORDS as w } from './page-words.ts'
import { PaperPage, titleOf } from './pages.tsx'
import type { DocumentsPort, PaperFile } from './port.ts'

const CODE = ':code{[0-9A-Za-z-]{4,40}}'

export function documentRoutes(port: DocumentsPort): Hono {
  const app = new Hono()
  const visit = async (c: Context) => {
    const visitor = await port.visitor(c.req.raw)
    const refusal = visitor.region === undefined ? await refused(c, visitor, [{ code: 'not-found' }]) : undefined
    return { visitor, refusal, base: `/${visitor.region?.code ?? ''}` }
  }
  const quiet = (response: Response): Response => {
    response.headers.set('Cache-Control', 'no-store')
    response.headers.set('X-Robots-Tag', 'noindex')
    response.headers.set('Referrer-Policy', 'no-referrer')
    return response
  }
  const codeForm = (c: Context, visitor: Visitor, typed?: string, error?: string) =>
    page(
      c,
      visitor,
      {
        title: say(w.checkTitle, visitor.language),
        variant: 'short',
        note: say(w.foot, visitor.language),
        ...(error === undefined ? {} : { errorCount: 1 }),
        children: (
          <CodeForm
            base={`/${visitor.region!.code}`}
            language={visitor.language}
            {...(typed === undefined ? {} : { typed })}
            {...(error === undefined ? {} : { error })}
          />
        ),
      },
      error === undefined ? 200 : 422,
    )

  app.get(KEYS_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=3600')
    c.header('Access-Control-Allow-Origin', '*')
    return c.json(port.publishedKeys())
  })
  app.get(`${REGION}/v`, async (c) => {
    const { visitor, refusal } = await visit(c)
    return refusal ?? codeForm(c, visitor)
  })
  app.post(`${REGION}/v`, async (c) => {
    const { visitor, refusal, base } = await visit(c)
    if (refusal) return refusal
    const typed = first((await readForm(c)).fields, 'code')
    const code = parseShortCode(typed, 'code')
    return code.ok ? goOn(c, `${base}/v/${code.value}`) : codeForm(c, visitor, typed, visitor.tell(code.refusals[0]!))
  })
  app.get(`${REGION}/v/offline`, async (c) => {
    const { visitor, refusal, base } = await visit(c)
    if (refusal) return refusal
    const { language } = visitor
    return page(c, visitor, {
      title: say(w.offlineTitle, language),
      variant: 'short',
      children: <OfflineNotes base={base} language={language} />,
    })
  })
  app.get(`${REGION}/v/revoked.jws`, async (c) => {
    const { visitor, refusal } = await visit(c)
    if (refusal) return refusal
    c.header('Cache-Control', 'public, max-age=300')
    c.header('Access-Control-Allow-Origin', '*')
    return c.body(await port.revokedList(visitor), 200, { 'Content-Type': 'application/jose' })
  })

  const paper = async (
    c: Context,
    visitor: Visitor,
    code: string,
    more: Partial<Parameters<typeof PaperPage>[0]>,
    status: number,
  ) => {
    const checked = await port.check(visitor, code)
    const { language } = visitor
    const answer = await page(
      c,
      visitor,
      {
        title: say(titleOf(checked.verification, more.comparison), language),
        variant: 'short',
        note: say(w.foot, language),
        ...(more.refusal === undefined ? {} : { errorCount: 1 }),
        children: (
          <PaperPage
            base={`/${visitor.region!.code}`}
            code={code}
            checked={checked}
            zone={visitor.region!.timeZone}
            reportHref={port.reportHref(visitor)}
            language={language}
            {...more}
          />
        ),
      },
      checked.verification.state === 'unknown' ? 404 : status,
    )
    return quiet(answer)
  }
  app.get(`${REGION}/v/${CODE}`, async (c) => {
    const { visitor, refusal } = await visit(c)
    return refusal ?? paper(c, visitor, c.req.param('code'), {}, 200)
  })
  app.post(`${REGION}/v/${CODE}`, async (c) => {
    const { visitor, refusal } = await visit(c)
    if (refusal) return refusal
    const code = c.req.param('code')
    const typed = typedValues((await readForm(c)).fields)
    const result = await port.compare(visitor, code, withDates(typed))
    return result.ok
      ? paper(c, visitor, code, { typed, comparison: result.value }, 200)
      : paper(
          c,
          visitor,
          code,
          { typed, refusal: visitor.tell(result.refusals[0]!) },
          visitor.statusOf(result.refusals),
        )
  })

  const downloadForm = (c: Context, visitor: Visitor, token: string, error?: string, status = 200) =>
    page(
      c,
      visitor,
      {
        title: say(w.downloadTitle, visitor.language),
        variant: 'short',
        ...(error === undefined ? {} : { errorCount: 1 }),
        children: (
          <DownloadForm
            base={`/${visitor.region!.code}`}
            token={token}
            language={visitor.language}
            {...(error === undefined ? {} : { error })}
          />
        ),
      },
      status,
    ).then(quiet)
  app.get(`${REGION}/d/:token{[2-9A-HJ-NP-Z]{26}}`, async (c) => {
    const { visitor, refusal } = await visit(c)
    return refusal ?? downloadForm(c, visitor, c.req.param('token'))
  })
  app.post(`${REGION}/d/:token{[2-9A-HJ-NP-Z]{26}}`, async (c) => {
    const { visitor, refusal } = await visit(c)
    if (refusal) return refusal
    const token = c.req.param('token')
    const opened = await port.openLink(visitor, token, first((await readForm(c)).fields, 'pin'))
    if (opened.ok) return quiet(pdf(c, opened.value))
    return downloadForm(c, visitor, token, visitor.tell(opened.refusals[0]!), visitor.statusOf(opened.refusals))
  })
  app.get(`${REGION}/documents/:id{[0-9a-f-]{36}}/file`, async (c) => {
    const { visitor, refusal } = await visit(c)
    if (refusal) return refusal
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const id = c.req.param('id')
    if (!isUuid(id)) return refused(c, visitor, [{ code: 'not-found' }])
    const file = await port.download(visitor, id)
    return file.ok ? quiet(pdf(c, file.value)) : refused(c, visitor, file.refusals)
  })
  return app
}

function pdf(c: Context, file: PaperFile): Response {
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${file.fileName}"`,
  })
}

function typedValues(fields: Fields): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, values] of Object.entries(fields)) {
    if (/^[a-zA-Z][\w.]{0,60}$/.test(name)) typed[name] = (values[0] ?? '').slice(0, 200)
  }
  return typed
}

/** Day, month and year of a date field as one value beside the others. */
function withDates(typed: Readonly<Record<string, string>>): Record<string, string> {
  const values: Record<string, string> = { ...typed }
  for (const name of Object.keys(typed)) {
    if (!name.endsWith('.year')) continue
    const key = name.slice(0, -5)
    const [day, month, year] = [typed[`${key}.day`] ?? '', typed[`${key}.month`] ?? '', typed[name] ?? '']
    if (day !== '' || month !== '' || year !== '') values[key] = `${day}-${month}-${year}`
  }
  return values
}
