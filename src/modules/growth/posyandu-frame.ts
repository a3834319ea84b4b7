// What all routes of the posyandu share: who may enter, where the pages lie, the tabs above them.
import type { Context } from 'hono'
import { type Language, say, type Text } from '../../kernel/text.ts'
import { enterSignedIn } from '../../platform/http/door.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PageLink } from '../../platform/ui/context.ts'
import type { PosyanduHead } from './posyandu-port.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'

export const REGION = '/:region{[0-9]{2}(\\.[0-9]{2})?}'
export const AT = `${REGION}/balanting/posyandu`
export const POSYANDU = ':posyandu{[a-z0-9][a-z0-9-]{0,59}}'
export const baseOf = (visitor: Visitor): string => `/${visitor.region!.code}/balanting/posyandu`

/** The visitor, or the answer that sends a stranger away. */
export async function enter(
  port: { visitor(request: Request): Promise<Visitor> },
  c: Context,
): Promise<{ readonly visitor: Visitor; readonly refusal?: Response }> {
  const { visitor, refusal } = await enterSignedIn(c, port)
  if (refusal !== undefined) return { visitor, refusal }
  const { page } = visitor
  const region = visitor.region!
  return {
    visitor: {
      ...visitor,
      page: {
        ...page,
        region: { ...page.region, office: `Balanting ${region.name.replace(/^(Kabupaten|Kota) /, '')}` },
      },
    },
  }
}

export type FormErrors = readonly { readonly at?: string; readonly text: string }[]

/** Tabs of one posyandu. */
export function posyanduTabs(visitor: Visitor, posyandu: PosyanduHead): readonly PageLink[] {
  const { language } = visitor
  const here = `${baseOf(visitor)}/${posyandu.posyanduId}`
  const link = (href: string, text: Text): PageLink => ({ href, label: say(text, language) })
  return [
    link(here, w.today),
    ...(posyandu.may.verify ? [link(`${here}/verify`, w.verifying)] : []),
    ...(posyandu.may.alerts ? [link(`/${visitor.region!.code}/balanting/alerts`, w.alertsTab)] : []),
    link(`${here}/vaccines`, w.vaccinesTab),
    ...(posyandu.may.pregnancies ? [link(`${here}/pregnancies`, w.pregnanciesTab)] : []),
    link(`${here}/month`, w.month),
    ...(posyandu.may.verify ? [link(`${here}/alike`, w.alike), link(`${here}/quality`, w.qualityTab)] : []),
  ]
}

export const backTo = (
  visitor: Visitor,
  href: string,
  text: Text,
  language: Language = visitor.language,
): PageLink => ({
  href: `${baseOf(visitor)}${href}`,
  label: say(text, language),
})
