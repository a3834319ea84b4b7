// Moving letters on paper, by a plain form. Must stay true: numbers and names travel in bodies only; what was typed comes back.
import { type Context, Hono } from 'hono'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { type Fields, first, readForm } from '../../platform/http/form.ts'
import { goOn, page } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { VillageFind } from '../../platform/ui/village-picker.tsx'
import type { Tab } from './office-port.ts'
import { type PaperChoices, PaperLetterPage, PAPER_WORDS as w } from './paper-letter-pages.tsx'
import { MOST_PEOPLE, NO_PERSON, PERSON_FIELDS, type TypedLetter, type TypedPerson } from './paper-letter-rules.ts'

export interface PaperLetterPort {
  visitor(request: Request): Promise<Visitor>
  tabs(visitor: Visitor): readonly Tab[]
  mayWrite(visitor: Visitor): boolean
  readonly choices: PaperChoices
  findVillages(query: string): readonly VillageFind[]
  village(code: string): VillageFind | undefined
  keep(visitor: Visitor, typed: TypedLetter): Promise<Result<{ readonly letter: string }>>
}

const NOTHING: TypedLetter = {
  letter: '',
  village: '',
  villageQuery: '',
  people: Array.from({ length: MOST_PEOPLE }, () => NO_PERSON),
}

export function paperLetterRoutes(port: PaperLetterPort): Hono {
  const app = new Hono()
  const enter = (c: Context) => enterSignedIn(c, port, (visitor) => port.mayWrite(visitor))
  const show = (
    c: Context,
    visitor: Visitor,
    typed: TypedLetter,
    refusals: readonly Refusal[] = [],
    finds?: readonly VillageFind[],
  ) => {
    const base = `/${visitor.region?.code}/office/transfers`
    const chosen = port.village(typed.village)
    return page(
      c,
      visitor,
      {
        variant: 'office',
        tabs: port.tabs(visitor),
        title: say(w.title, visitor.language),
        back: { href: base, label: say(w.back, visitor.language) },
        errorCount: refusals.length,
        children: (
          <PaperLetterPage
            action={`${base}/paper`}
            typed={typed}
            choices={port.choices}
            errors={faultsOf(visitor, refusals)}
            {...(finds === undefined ? {} : { finds })}
            {...(chosen === undefined ? {} : { chosen })}
            language={visitor.language}
          />
        ),
      },
      refusals.length > 0 ? visitor.statusOf(refusals) : 200,
    )
  }
  app.get(`${REGION}/office/transfers/paper`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? show(c, visitor, NOTHING)
  })
  app.post(`${REGION}/office/transfers/paper`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typed = letterOf(fields)
    // Enter in the search box sends the search button first: a search changes nothing else.
    if (first(fields, 'search') === 'village' && typed.villageQuery.trim() !== '')
      return show(c, visitor, typed, [], port.findVillages(typed.villageQuery))
    const done = await port.keep(visitor, typed)
    if (done.ok) return goOn(c, `/${visitor.region?.code}/office/transfers?show=in&done=paper`)
    const finds = port.village(typed.village) === undefined ? port.findVillages(typed.villageQuery) : undefined
    return show(c, visitor, typed, done.refusals, finds)
  })
  return app
}

function letterOf(fields: Fields): TypedLetter {
  const text = (name: string): string => first(fields, name).slice(0, 200)
  return {
    letter: text('letter'),
    village: text('village'),
    villageQuery: text('village.query'),
    people: Array.from({ length: MOST_PEOPLE }, (_, index): TypedPerson => {
      const part = (name: string): string =>
        name === 'day' || name === 'month' || name === 'year'
          ? text(`birth-${index}.${name}`)
          : text(`${name}-${index}`)
      return Object.fromEntries(PERSON_FIELDS.map((name) => [name, part(name)])) as TypedPerson
    }),
  }
}
