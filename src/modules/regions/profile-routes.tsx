// Addresses of a region's own profile. Must stay true: what was typed comes back when it is refused; the logo is public.
import { type Context, Hono } from 'hono'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import { isProfileDone, ProfilePage, type TypedProfile } from './profile-pages.tsx'
import type { ProfilePort } from './profile-port.ts'
import { PROFILE_FIELDS, type ProfileForm } from './profile-rules.ts'
import { PROFILE_WORDS as w } from './profile-words.ts'

const HERE = `${REGION}/office/profile`

export function profileRoutes(port: ProfilePort, tabsOf: (visitor: Visitor) => readonly PageLink[]): Hono {
  const app = new Hono()
  const enter = (c: Context) => enterSignedIn(c, port)
  const show = async (c: Context, visitor: Visitor, refusals: readonly Refusal[] = [], typed: TypedProfile = {}) => {
    const view = await port.read(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    const done = c.req.query('done')
    return page(
      c,
      visitor,
      {
        variant: 'office',
        tabs: tabsOf(visitor),
        title: say(w.title, visitor.language),
        errorCount: refusals.length,
        children: (
          <ProfilePage
            base={`/${visitor.region!.code}`}
            view={view.value}
            typed={typed}
            errors={faultsOf(visitor, refusals)}
            {...(isProfileDone(done) ? { done } : {})}
            language={visitor.language}
          />
        ),
      },
      refusals.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  }
  const answer = (c: Context, visitor: Visitor, done: Result<void>, word: string, typed: TypedProfile = {}) =>
    done.ok ? goOn(c, `/${visitor.region!.code}/office/profile?done=${word}`) : show(c, visitor, done.refusals, typed)

  app.get(`${REGION}/logo`, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    const bytes = visitor.region === undefined ? undefined : await port.readLogo(visitor)
    if (bytes === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=300' })
  })
  app.get(HERE, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? show(c, visitor)
  })
  app.post(HERE, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const form = Object.fromEntries(
      PROFILE_FIELDS.map((name) => [name, first(fields, name).slice(0, 400)]),
    ) as ProfileForm
    return answer(c, visitor, await port.save(visitor, form, first(fields, 'version')), 'saved', { form })
  })
  app.post(`${HERE}/logo`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const [file] = (await readForm(c)).files.logo ?? []
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? [])
    return answer(c, visitor, await port.saveLogo(visitor, bytes), 'saved')
  })
  app.post(`${HERE}/logo/remove`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? answer(c, visitor, await port.removeLogo(visitor), 'saved')
  })
  app.post(`${HERE}/hours`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const text = (name: string) => first(fields, name).slice(0, 60)
    const hours = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
      open: text(`open-${day}`),
      close: text(`close-${day}`),
      breaks: text(`breaks-${day}`),
    }))
    return answer(c, visitor, await port.saveHours(visitor, hours, first(fields, 'version')), 'calendar', { hours })
  })
  app.post(`${HERE}/days`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const name = first(fields, 'dayName').slice(0, 400)
    const day = partsOf(fields)
    const whole = first(fields, 'date')
    const date = whole === '' ? `${day.year}-${day.month.padStart(2, '0')}-${day.day.padStart(2, '0')}` : whole
    return answer(c, visitor, await port.addDay(visitor, date, name), 'calendar', { day: { ...day, name } })
  })
  app.post(`${HERE}/days/remove`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    return answer(c, visitor, await port.removeDay(visitor, first(fields, 'date')), 'calendar')
  })
  return app
}

const partsOf = (fields: Fields) => {
  const part = (name: string): string => first(fields, `day.${name}`).trim().slice(0, 10)
  return { day: part('day'), month: part('month'), year: part('year') }
}
