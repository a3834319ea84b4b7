// The whole document around a page: head, skip link, top, breadcrumbs, main, foot. Works without any script and without inline style.
// Must stay true: one style request before text; only the icon symbols and the island scripts that the page really uses are in it.
import { html, raw } from 'hono/html'
import { fill, say } from '../../kernel/text.ts'
import { accentOf } from './accent.ts'
import type { PageContext, PageLink } from './context.ts'
import { Icon } from './icon.tsx'
import { iconSymbols } from './icons.ts'
import { type Content, type Element, Speaking } from './language.ts'
import { Notice } from './notice.tsx'
import { PageFoot, PageTop, type PageVariant } from './page-frame.tsx'
import { words } from './words.ts'

export type PageProps = {
  /** Who is looking, where, in which language and theme. */
  context: PageContext
  /** What this page is, without the region; the region follows by itself. */
  title: string
  /** Faults of a refused form; they stand first in the window's title. */
  errorCount?: number
  /** `public` (default), `office` (84 rem, tabs, who is working), `field` (own top, offline bar), `short` (only the language in the top). */
  variant?: PageVariant
  /** The way here, without this page. */
  crumbs?: readonly PageLink[]
  /** One step back, instead of breadcrumbs. */
  back?: PageLink
  /** Tabs of an office. */
  tabs?: readonly PageLink[]
  /** Name and second line of the field program's top, instead of mark and region. */
  top?: { readonly name: string; readonly sub: string }
  /** Offline bar, below the top of the field program. */
  bar?: Content
  /** Actions that stay at the lower edge of the field program. */
  bottom?: Content
  /** What stands before the measured width: the cover of a home page. */
  cover?: Content
  /** A sentence in the foot that belongs to this page. */
  note?: Content
  /** The content of `main`; begins with the `h1`. */
  children?: Content
}

/** One full HTML document. */
export function Page(props: PageProps): Element {
  const body = (
    <Speaking value={props.context.language}>
      <Body {...props} />
    </Speaking>
  ).toString() as string | Promise<string>
  return typeof body === 'string' ? document(props, body) : body.then((text) => document(props, text))
}

function Body({ context, variant = 'public', crumbs, back, tabs, top, bar, bottom, cover, note, children }: PageProps) {
  const { language } = context
  const inner = (
    <>
      {back ? (
        <a class="back" href={back.href}>
          <Icon name="left" />
          {back.label}
        </a>
      ) : null}
      {crumbs && crumbs.length > 0 ? (
        <nav aria-label={say(words.place, language)}>
          <ol class="crumbs">
            {crumbs.map((link) => (
              <li>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {children}
    </>
  )
  return (
    <>
      <a class="skip" href="#isi">
        {say(words.skip, language)}
      </a>
      <PageTop context={context} variant={variant} tabs={tabs} title={top} bar={bar} />
      {context.filling ? (
        <div class="wrap above">
          <Notice tone="care" fact={words.filling} text={words.fillingWait} />
        </div>
      ) : null}
      <main id="isi" class={cover ? undefined : 'wrap'}>
        {cover}
        {cover ? <div class="wrap body">{inner}</div> : inner}
      </main>
      {bottom ? (
        <nav class="bottom" aria-label={say(words.actions, language)}>
          <div class="wrap row">{bottom}</div>
        </nav>
      ) : null}
      <PageFoot context={context} variant={variant} note={note} />
    </>
  )
}

function document({ context, title, errorCount = 0, variant }: PageProps, body: string): Element {
  const { language, theme, region, assets } = context
  const shortName = region.name.replace(/^(Kabupaten|Kota|Provinsi) /, '')
  const faults = errorCount > 0 ? `${fill(say(words.errorCount, language), { count: errorCount })}: ` : ''
  const islands = [...new Set([...body.matchAll(/data-island="([a-z-]+)"/g)].map((match) => match[1] as string))]
  const scripts = islands.flatMap((name) => assets.islands?.[name] ?? [])
  return html`<!doctype html>
<html lang="${language}"${theme ? raw(` data-theme="${theme}"`) : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${faults}${title} - Puja Indah ${shortName}</title>
<meta name="theme-color" content="${accentOf(region.hue).accent}">
${assets.styles.map((path) => html`<link rel="stylesheet" href="${path}">`)}
${scripts.map((path) => html`<script type="module" src="${path}"></script>`)}
</head>
<body${variant === 'office' ? raw(' class="office"') : ''}>
${raw(iconSymbols(body))}
${raw(body)}
</body>
</html>` as Element
}
