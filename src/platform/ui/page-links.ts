// The standard links of a region's pages. One place, so that the top, the foot and the style guide agree; a page overrides them through
// PageContext.links. Must stay true: at most five links in the top.
import { say } from '../../kernel/text.ts'
import type { PageContext, PageLink } from './context.ts'
import { words } from './words.ts'

export type PageLinks = {
  readonly home: string
  readonly top: readonly PageLink[]
  readonly foot: readonly PageLink[]
  readonly preferences: string
  readonly signIn: string
  readonly signOut: string
  readonly account: string
}

/** The address that switches language or theme and comes back to this page. */
export function preferenceHref(
  links: PageLinks,
  path: string,
  choice: { language: string } | { theme: string },
): string {
  return `${links.preferences}?${new URLSearchParams({ ...choice, back: path })}`
}

/** All links of a page, with the one that leads here marked as current. */
export function linksOf(context: PageContext): PageLinks {
  const { language, region, path } = context
  const base = `/${region.code}`
  const fixed = {
    home: context.links?.home ?? base,
    preferences: context.links?.preferences ?? '/preferences',
    signIn: context.links?.signIn ?? `/sign-in?${new URLSearchParams({ back: path })}`,
    signOut: context.links?.signOut ?? '/sign-out',
    account: context.links?.account ?? '/me/account',
  }
  const other = language === 'id' ? 'en' : 'id'
  const link = (href: string, label: keyof typeof words): PageLink => ({ href, label: say(words[label], language) })
  const account: readonly PageLink[] = context.person ? [] : [link(fixed.signIn, 'signIn')]
  const top = context.links?.top ?? [
    link(`${base}/services`, 'services'),
    link(`${base}/track`, 'track'),
    link(`${base}/help`, 'help'),
    {
      href: preferenceHref({ ...fixed, top: [], foot: [] }, path, { language: other }),
      label: other === 'en' ? 'English' : 'Bahasa Indonesia',
      lang: other,
    },
    ...account,
  ]
  const foot = context.links?.foot ?? [
    link(`${base}/services`, 'allServices'),
    link(`${base}/track`, 'trackLong'),
    link(`${base}/help`, 'helpLong'),
    link(`${base}/me/access`, 'whoSees'),
    link(`${base}/open-data`, 'openData'),
  ]
  return { ...fixed, top: markCurrent(top.slice(0, 5), path), foot: markCurrent(foot, path) }
}

/** Marks the link with the longest address that this page lies under, unless one is marked already. */
export function markCurrent(links: readonly PageLink[], path: string): readonly PageLink[] {
  if (links.some((link) => link.current)) return links
  const here = path.split('?')[0] ?? path
  const under = links.filter((link) => here === link.href || here.startsWith(`${link.href}/`))
  const best = under.sort((a, b) => b.href.length - a.href.length)[0]
  return links.map((link) => (link === best ? { ...link, current: true } : link))
}
