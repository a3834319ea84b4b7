// The catalogue of programmes by plain pages and forms.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { PROGRAMME_WORDS, ProgrammeFormPage, ProgrammesPage } from './programme-pages.tsx'
import type { ProgrammePort } from './programme-port.ts'
import { AT, baseOf, enter, show, typedOf } from './routes.tsx'

export function programmeRoutes(port: ProgrammePort): Hono {
  const app = new Hono()
  const visitorOf = (request: Request) => port.visitor(request)
  const here = (visitor: Visitor) => `${baseOf(visitor)}/programmes`

  app.get(`${AT}/programmes`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const view = await port.listProgrammes(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(PROGRAMME_WORDS.title, visitor.language),
      <ProgrammesPage view={view.value} action={here(visitor)} />,
    )
  })
  const form = async (c: Context, visitor: Visitor, fields?: Fields, refusals: readonly Refusal[] = []) => {
    const id = c.req.param('programme')
    const view = await port.readForm(visitor, id)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(id === undefined ? PROGRAMME_WORDS.make : PROGRAMME_WORDS.change, visitor.language),
      <ProgrammeFormPage
        view={view.value}
        action={`${here(visitor)}/${id ?? 'new'}`}
        {...(fields?.name === undefined ? {} : { chosen: fields.services ?? [] })}
        typed={fields === undefined ? {} : typedOf(fields)}
        errors={faultsOf(visitor, refusals)}
      />,
      { refusals, crumbs: [{ href: here(visitor), label: say(PROGRAMME_WORDS.title, visitor.language) }] },
    )
  }
  for (const path of [`${AT}/programmes/new`, `${AT}/programmes/:programme`]) {
    app.get(path, async (c) => {
      const { visitor, refusal } = await enter(c, visitorOf)
      return refusal ?? form(c, visitor)
    })
    app.post(path, async (c) => {
      const { visitor, refusal } = await enter(c, visitorOf)
      if (refusal) return refusal
      const { fields } = await readForm(c)
      const done = await port.saveProgramme(visitor, c.req.param('programme'), {
        name: first(fields, 'name'),
        about: first(fields, 'about'),
        aboutEnglish: first(fields, 'aboutEnglish'),
        agency: first(fields, 'agency'),
        pillar: first(fields, 'pillar'),
        services: fields.services ?? [],
        source: first(fields, 'source'),
      })
      return done.ok ? goOn(c, here(visitor)) : form(c, visitor, fields, done.refusals)
    })
  }
  app.post(`${AT}/programmes/:programme/close`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const done = await port.closeProgramme(visitor, c.req.param('programme'), first(fields, 'reason'))
    return done.ok ? goOn(c, here(visitor)) : form(c, visitor, fields, done.refusals)
  })
  app.post(`${AT}/programmes/:programme/open`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const done = await port.openProgramme(visitor, c.req.param('programme'))
    return done.ok ? goOn(c, here(visitor)) : refused(c, visitor, done.refusals)
  })
  return app
}
