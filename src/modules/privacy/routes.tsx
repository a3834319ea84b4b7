// Addresses of data protection: the citizen's below /me, the registers below /office/privacy. Must stay true: addresses carry
// ids only; what was typed comes back when it is refused; the download is never cached.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say, type Text } from '../../kernel/text.ts'
import { REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { signedIn as enterOffice } from '../../platform/http/office-frame.tsx'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import type { Content } from '../../platform/ui/language.ts'
import { BreachesPage, BreachPage } from './breach-pages.tsx'
import { AllDataPage, MyDataPage } from './own-pages.tsx'
import type { PrivacyPort } from './port.ts'
import { ProcessingPage } from './processing-pages.tsx'
import { RequestPage, RequestsPage } from './request-pages.tsx'
import { ACTIVITY_FIELDS } from './rules.ts'
import { PRIVACY_WORDS as w } from './words.ts'

const ID = ':id{[0-9a-f-]{36}}'
type Show = {
  readonly refusals?: readonly Refusal[]
  readonly fields?: Fields
}

/** Far above every limit of these forms, so that what was too long comes back whole. */
const LONGEST = 20_000

export function privacyRoutes(port: PrivacyPort, tabsOf: (visitor: Visitor) => readonly PageLink[]): Hono {
  const app = new Hono()
  /** A page or form of somebody signed in, in a region. */
  const signedIn = (run: Parameters<typeof enterOffice>[1]) => enterOffice(port, run)
  const answer = (
    c: Context,
    visitor: Visitor,
    title: Text,
    children: Content,
    refusals: readonly Refusal[] = [],
    isOffice = true,
  ) =>
    page(
      c,
      visitor,
      {
        ...(isOffice ? { variant: 'office' as const, tabs: tabsOf(visitor) } : {}),
        title: say(title, visitor.language),
        errorCount: refusals.length,
        children,
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )

  const mine = async (c: Context, visitor: Visitor, { refusals = [], fields }: Show = {}) => {
    const done = c.req.query('done')
    return answer(
      c,
      visitor,
      w.mine,
      <MyDataPage
        base={`/${visitor.region!.code}`}
        view={await port.readOwn(visitor)}
        actionKey={crypto.randomUUID()}
        language={visitor.language}
        errors={faultsOf(visitor, refusals)}
        typed={typedOf(fields)}
        {...(done === 'asked' || done === 'withdrawn' ? { done } : {})}
      />,
      refusals,
      false,
    )
  }
  app.get(
    `${REGION}/me/data`,
    signedIn((c, visitor) => mine(c, visitor)),
  )
  app.post(
    `${REGION}/me/data`,
    signedIn(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const done = await port.ask(visitor, first(fields, 'kind'), first(fields, 'words'), keyOf(fields))
      return done.ok ? goOn(c, `${base}/me/data?done=asked`) : mine(c, visitor, { refusals: done.refusals, fields })
    }),
  )
  app.post(
    `${REGION}/me/data/${ID}/withdraw`,
    signedIn(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const done = await port.withdraw(visitor, c.req.param('id') ?? '', keyOf(fields))
      return done.ok ? goOn(c, `${base}/me/data?done=withdrawn`) : mine(c, visitor, { refusals: done.refusals })
    }),
  )
  app.get(
    `${REGION}/me/data/all`,
    signedIn(async (c, visitor, base) => {
      const sections = await port.exportOwn(visitor)
      const shown = <AllDataPage base={base} sections={sections} language={visitor.language} />
      const response = await answer(c, visitor, w.allTitle, shown, [], false)
      response.headers.set('cache-control', 'no-store')
      return response
    }),
  )
  app.get(
    `${REGION}/me/data.json`,
    signedIn(async (c, visitor) => {
      const sections = await port.exportOwn(visitor)
      return c.body(`${JSON.stringify(plainOf(sections, visitor), null, 2)}\n`, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="data-saya.json"',
        'cache-control': 'no-store',
      })
    }),
  )

  app.get(
    `${REGION}/office/privacy`,
    signedIn(async (c, visitor, base) => {
      const view = await port.listRequests(visitor, c.req.query('before'))
      if (!view.ok) return refused(c, visitor, view.refusals)
      return answer(c, visitor, w.requests, <RequestsPage base={base} view={view.value} language={visitor.language} />)
    }),
  )
  const request = async (c: Context, visitor: Visitor, { refusals = [], fields }: Show = {}) => {
    const view = await port.readRequest(visitor, c.req.param('id') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return answer(
      c,
      visitor,
      w.requests,
      <RequestPage
        base={`/${visitor.region!.code}`}
        view={view.value}
        actionKey={crypto.randomUUID()}
        language={visitor.language}
        errors={faultsOf(visitor, refusals)}
        typed={typedOf(fields)}
        isSaved={c.req.query('done') === 'saved'}
      />,
      refusals,
    )
  }
  app.get(
    `${REGION}/office/privacy/requests/${ID}`,
    signedIn((c, visitor) => request(c, visitor)),
  )
  for (const step of ['answer', 'confirm', 'hand-back'] as const)
    app.post(
      `${REGION}/office/privacy/requests/${ID}/${step}`,
      signedIn(async (c, visitor, base) => {
        const id = c.req.param('id') ?? ''
        const { fields } = await readForm(c)
        const done =
          step === 'answer'
            ? await port.answer(visitor, id, first(fields, 'outcome'), first(fields, 'answer'), keyOf(fields))
            : await port.confirm(visitor, id, step === 'confirm', keyOf(fields))
        return done.ok
          ? goOn(c, `${base}/office/privacy/requests/${id}?done=saved`)
          : request(c, visitor, { refusals: done.refusals, fields })
      }),
    )

  const breaches = async (c: Context, visitor: Visitor, { refusals = [], fields }: Show = {}) => {
    const view = await port.listBreaches(visitor, c.req.query('before'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return answer(
      c,
      visitor,
      w.breaches,
      <BreachesPage
        base={`/${visitor.region!.code}`}
        {...view.value}
        actionKey={crypto.randomUUID()}
        language={visitor.language}
        errors={faultsOf(visitor, refusals)}
        typed={typedOf(fields)}
        kinds={fields?.kinds ?? []}
      />,
      refusals,
    )
  }
  app.get(
    `${REGION}/office/privacy/breaches`,
    signedIn((c, visitor) => breaches(c, visitor)),
  )
  app.post(
    `${REGION}/office/privacy/breaches`,
    signedIn(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const done = await port.recordBreach(
        visitor,
        {
          what: first(fields, 'what'),
          how: first(fields, 'how'),
          kinds: fields.kinds ?? [],
          people: first(fields, 'people'),
          drill: first(fields, 'drill') === 'yes',
          foundOn: dateOf(fields, 'found'),
          foundAt: first(fields, 'foundAt'),
        },
        keyOf(fields),
      )
      return done.ok
        ? goOn(c, `${base}/office/privacy/breaches/${done.value.breachId}`)
        : breaches(c, visitor, { refusals: done.refusals, fields })
    }),
  )
  const breach = async (c: Context, visitor: Visitor, { refusals = [], fields }: Show = {}) => {
    const view = await port.readBreach(visitor, c.req.param('id') ?? '')
    if (!view.ok) return refused(c, visitor, view.refusals)
    return answer(
      c,
      visitor,
      w.breaches,
      <BreachPage
        base={`/${visitor.region!.code}`}
        view={view.value}
        actionKey={crypto.randomUUID()}
        language={visitor.language}
        errors={faultsOf(visitor, refusals)}
        typed={typedOf(fields)}
      />,
      refusals,
    )
  }
  app.get(
    `${REGION}/office/privacy/breaches/${ID}`,
    signedIn((c, visitor) => breach(c, visitor)),
  )
  app.post(
    `${REGION}/office/privacy/breaches/${ID}`,
    signedIn(async (c, visitor, base) => {
      const id = c.req.param('id') ?? ''
      const { fields } = await readForm(c)
      const done = await port.stepBreach(visitor, id, first(fields, 'kind'), first(fields, 'words'), keyOf(fields))
      return done.ok
        ? goOn(c, `${base}/office/privacy/breaches/${id}`)
        : breach(c, visitor, { refusals: done.refusals, fields })
    }),
  )

  const processing = async (c: Context, visitor: Visitor, { refusals = [], fields }: Show = {}) => {
    const view = await port.readProcessing(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return answer(
      c,
      visitor,
      w.processing,
      <ProcessingPage
        base={`/${visitor.region!.code}`}
        view={view.value}
        actionKey={crypto.randomUUID()}
        language={visitor.language}
        errors={faultsOf(visitor, refusals)}
        typed={typedOf(fields)}
        asked={c.req.query('done') === 'asked'}
      />,
      refusals,
    )
  }
  app.get(
    `${REGION}/office/privacy/processing`,
    signedIn((c, visitor) => processing(c, visitor)),
  )
  app.post(
    `${REGION}/office/privacy/processing`,
    signedIn(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const [name, purpose, basis, categories, recipients, retention, owner] = ACTIVITY_FIELDS.map((one) =>
        first(fields, one),
      )
      const done = await port.addActivity(
        visitor,
        {
          name: name!,
          purpose: purpose!,
          basis: basis!,
          categories: categories!,
          recipients: recipients!,
          retention: retention!,
          owner: owner!,
          reviewOn: dateOf(fields, 'reviewOn'),
        },
        keyOf(fields),
      )
      return done.ok
        ? goOn(c, `${base}/office/privacy/processing`)
        : processing(c, visitor, { refusals: done.refusals, fields })
    }),
  )
  app.post(
    `${REGION}/office/privacy/retention`,
    signedIn(async (c, visitor, base) => {
      const done = await port.runRetention(visitor)
      return done.ok
        ? goOn(c, `${base}/office/privacy/processing?done=asked#h-retention`)
        : refused(c, visitor, done.refusals)
    }),
  )
  app.post(
    `${REGION}/office/privacy/processing/${ID}/end`,
    signedIn(async (c, visitor, base) => {
      const { fields } = await readForm(c)
      const done = await port.endActivity(visitor, c.req.param('id') ?? '', keyOf(fields))
      return done.ok
        ? goOn(c, `${base}/office/privacy/processing`)
        : processing(c, visitor, { refusals: done.refusals })
    }),
  )
  return app
}

/** The same data for machines: one object a part, values under stable names. */
function plainOf(sections: Awaited<ReturnType<PrivacyPort['exportOwn']>>, visitor: Visitor) {
  return {
    format: 'puja-my-data-1',
    region: visitor.region!.code,
    parts: Object.fromEntries(
      sections.map((section) => [
        section.id,
        {
          title: say(section.title, visitor.language),
          source: say(section.source, visitor.language),
          items: section.items.map((item) => ({
            title: say(item.title, visitor.language),
            ...Object.fromEntries(item.fields.map((field) => [field.name, say(field.value, visitor.language)])),
          })),
        },
      ]),
    ),
  }
}

/** What comes back to a refused form, cut to what a page can carry. */
function typedOf(fields: Fields | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields ?? {}).map(([name, [value = '']]) => [name, value.slice(0, LONGEST)]))
}

function keyOf(fields: Fields): string {
  const key = first(fields, 'key')
  return /^[\x21-\x7e]{1,100}$/.test(key) ? key : crypto.randomUUID()
}

function dateOf(fields: Fields, name: string): string {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) =>
    first(fields, `${name}.${part}`).trim(),
  )
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
