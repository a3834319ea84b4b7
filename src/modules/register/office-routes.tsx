// The register by plain forms, for officers: search and records. Must stay true: what is searched for travels in the body of
// a POST, never in an address; addresses hold keys, the purpose and days.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { GAP_TEXTS, NumberGapsPage } from './number-gap-pages.tsx'
import { PurposePage, SearchPage } from './office-pages.tsx'
import type { DateFields, RecordKind, RegisterOfficePort, SearchTyped } from './office-port.ts'
import { REGISTER_WORDS as w } from './office-words.ts'
import { RecordPage } from './record-pages.tsx'

const RECORDS = { persons: 'person', families: 'family', deeds: 'deed' } as const satisfies Record<string, RecordKind>
const NOTHING: SearchTyped = { name: '', nik: '', kk: '', birthDate: { day: '', month: '', year: '' }, purpose: '' }

export function registerOfficeRoutes(port: RegisterOfficePort): Hono {
  const app = new Hono()
  const enter = (c: Context) => enterSignedIn(c, port, (visitor) => port.mayRead(visitor))
  const base = (visitor: Visitor) => `/${visitor.region?.code ?? ''}`
  const frame = (visitor: Visitor) => ({ variant: 'office' as const, tabs: port.tabs(visitor) })

  app.get(`${REGION}/office/register`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    return page(c, visitor, {
      ...frame(visitor),
      title: say(w.title, visitor.language),
      children: (
        <SearchPage
          base={base(visitor)}
          typed={NOTHING}
          errors={[]}
          mayReadGaps={port.mayReadGaps(visitor)}
          language={visitor.language}
        />
      ),
    })
  })
  app.get(`${REGION}/office/register/numbers`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const view = await port.readGaps(visitor, c.req.query('after'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      ...frame(visitor),
      title: say(GAP_TEXTS.title, visitor.language),
      back: { href: `${base(visitor)}/office/register`, label: say(w.title, visitor.language) },
      children: <NumberGapsPage base={base(visitor)} view={view.value} language={visitor.language} />,
    })
  })
  app.post(`${REGION}/office/register`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const typed = searchOf((await readForm(c)).fields)
    const found = await port.search(visitor, typed)
    const errors = found.ok ? [] : faultsOf(visitor, found.refusals)
    return page(
      c,
      visitor,
      {
        ...frame(visitor),
        title: say(w.title, visitor.language),
        errorCount: errors.length,
        children: (
          <SearchPage
            base={base(visitor)}
            typed={typed}
            view={found.ok ? found.value : undefined}
            errors={errors}
            language={visitor.language}
          />
        ),
      },
      found.ok ? 200 : visitor.statusOf(found.refusals),
    )
  })

  for (const [folder, kind] of Object.entries(RECORDS)) {
    const way = `${REGION}/office/register/${folder}/:id`
    const hrefOf = (visitor: Visitor, id: string) => `${base(visitor)}/office/register/${folder}/${id}`
    const show = async (
      c: Context,
      visitor: Visitor,
      id: string,
      found: Awaited<ReturnType<RegisterOfficePort['readRecord']>>,
      failed: { readonly refusals: readonly Refusal[]; readonly reason?: string } = { refusals: [] },
    ) => {
      const back = { href: `${base(visitor)}/office/register`, label: say(w.back, visitor.language) }
      const href = hrefOf(visitor, id)
      if (!found.ok) {
        if (!found.refusals.some((one) => one.code === 'register-purpose-missing'))
          return refused(c, visitor, found.refusals, { href, label: w.askGo })
        return page(c, visitor, {
          ...frame(visitor),
          title: say(w.askTitle, visitor.language),
          back,
          children: <PurposePage action={href} errors={[]} language={visitor.language} />,
        })
      }
      const errors = faultsOf(visitor, failed.refusals)
      return page(
        c,
        visitor,
        {
          ...frame(visitor),
          title: found.value.title,
          errorCount: errors.length,
          back,
          children: (
            <RecordPage
              href={href}
              view={found.value}
              errors={errors}
              reason={failed.reason}
              language={visitor.language}
            />
          ),
        },
        errors.length === 0 ? 200 : visitor.statusOf(failed.refusals),
      )
    }
    app.get(way, async (c) => {
      const { visitor, refusal } = await enter(c)
      if (refusal) return refusal
      const id = c.req.param('id') ?? ''
      const past = { on: daysOf(c, 'on'), known: daysOf(c, 'known') }
      const purpose = c.req.query('for')
      const found = await port.readRecord(visitor, kind, id, { purpose, past, before: c.req.query('before') })
      const isDate = !found.ok && found.refusals.every((one) => one.at !== undefined && /^(on|known)\b/.test(one.at))
      if (found.ok || !isDate) return show(c, visitor, id, found)
      // A day that cannot be: the record of today, with what was typed and what is wrong with it.
      const today = await port.readRecord(visitor, kind, id, {
        purpose,
        past: { on: NOTHING.birthDate, known: NOTHING.birthDate },
      })
      const kept = today.ok ? { ok: true as const, value: { ...today.value, typed: past } } : today
      return show(c, visitor, id, kept, { refusals: found.refusals })
    })
    app.post(`${way}/open`, async (c) => {
      const { visitor, refusal } = await enter(c)
      if (refusal) return refusal
      const id = c.req.param('id') ?? ''
      const { fields } = await readForm(c)
      const ask = { purpose: first(fields, 'for'), reason: first(fields, 'reason') }
      const opened = await port.openRecord(visitor, kind, id, ask)
      if (opened.ok || !opened.refusals.some((one) => one.at === 'reason')) return show(c, visitor, id, opened)
      const past = { on: NOTHING.birthDate, known: NOTHING.birthDate }
      const masked = await port.readRecord(visitor, kind, id, { purpose: ask.purpose, past })
      return show(c, visitor, id, masked, { refusals: opened.refusals, reason: ask.reason })
    })
  }
  return app
}

function daysOf(c: Context, name: string): DateFields {
  const part = (key: string) => (c.req.query(`${name}.${key}`) ?? '').slice(0, 20)
  return { day: part('day'), month: part('month'), year: part('year') }
}

function searchOf(fields: Fields): SearchTyped {
  const text = (name: string) => first(fields, name)
  const after = text('after')
  return {
    name: text('name'),
    nik: text('nik'),
    kk: text('kk'),
    birthDate: { day: text('birthDate.day'), month: text('birthDate.month'), year: text('birthDate.year') },
    purpose: text('purpose'),
    ...(after === '' ? {} : { after }),
  }
}
