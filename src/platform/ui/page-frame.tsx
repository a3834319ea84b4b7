// Top and foot of a page. The foot is the menu: on a phone the link "Menu" leads there, so nothing has to open or slide.
import { say } from '../../kernel/text.ts'
import { ClothStrip, Mark } from './cloth.tsx'
import { type PageContext, type PageLink, THEMES } from './context.ts'
import type { Content } from './language.ts'
import { linksOf, markCurrent, preferenceHref } from './page-links.ts'
import { words } from './words.ts'

type Frame = { context: PageContext; variant: PageVariant }
export type PageVariant = 'public' | 'office' | 'field' | 'short'

function NavLink({ link, path, class: extra }: { link: PageLink; path: string; class?: string }) {
  const here = path.split('?')[0] === link.href
  return (
    <a
      class={extra}
      href={link.href}
      lang={link.lang}
      hreflang={link.lang}
      aria-current={link.current ? (here ? 'page' : 'true') : undefined}
    >
      {link.label}
    </a>
  )
}

function Brand({ context, title }: { context: PageContext; title?: { readonly name: string; readonly sub: string } }) {
  if (title) {
    return (
      <div class="brand">
        <span>
          <b>{title.name}</b>
          <small>{title.sub}</small>
        </span>
      </div>
    )
  }
  return (
    <a class="brand" href={linksOf(context).home}>
      <Mark />
      <span>
        <b>Puja Indah</b>
        <small>{context.region.office ?? context.region.name}</small>
      </span>
    </a>
  )
}

/** Strip of cloth, mark, at most five links; for offices the tabs and who is working. */
export function PageTop({
  context,
  variant,
  tabs,
  title,
  bar,
}: Frame & {
  tabs?: readonly PageLink[]
  title?: { readonly name: string; readonly sub: string }
  bar?: Content
}) {
  const { language, path, person } = context
  const links = linksOf(context)
  const menu = (
    <a class="menu" href="#menu">
      {say(words.menu, language)}
    </a>
  )
  return (
    <>
      <header class="top">
        <ClothStrip />
        <div class="wrap">
          <div class="row">
            <Brand context={context} title={title} />
            {variant === 'office' && person ? (
              <div class="whoami">
                <b>{person.name}</b>
                {person.role}
              </div>
            ) : null}
            {variant === 'office' || variant === 'field' ? (
              <nav class={variant === 'office' ? 'nav phone-only' : 'nav'} aria-label={say(words.account, language)}>
                {variant === 'office' ? (
                  menu
                ) : (
                  <a class="menu show" href="#menu">
                    {say(words.menu, language)}
                  </a>
                )}
              </nav>
            ) : variant === 'short' ? (
              <nav class="nav" aria-label={say(words.main, language)}>
                {links.top
                  .filter((link) => link.lang)
                  .map((link) => (
                    <NavLink link={link} path={path} />
                  ))}
              </nav>
            ) : (
              <nav class="nav" aria-label={say(words.main, language)}>
                {links.top.map((link) => (
                  <NavLink class="opt" link={link} path={path} />
                ))}
                {menu}
              </nav>
            )}
          </div>
          {tabs && tabs.length > 0 ? (
            <nav class="tabs" aria-label={say(words.work, language)}>
              {markCurrent(tabs, path).map((link) => (
                <NavLink link={link} path={path} />
              ))}
            </nav>
          ) : null}
        </div>
      </header>
      {bar}
    </>
  )
}

function Preferences({ context }: { context: PageContext }) {
  const { language, theme, path, person } = context
  const links = linksOf(context)
  const other = language === 'id' ? 'en' : 'id'
  return (
    <nav aria-label={say(words.display, language)}>
      <ul>
        <li>
          <a rel="nofollow" href={preferenceHref(links, path, { language: other })} lang={other} hreflang={other}>
            {other === 'en' ? 'English' : 'Bahasa Indonesia'}
          </a>
        </li>
        <li>
          <span class="quiet">{say(words.theme, language)}</span>
          <span class="themes">
            {THEMES.map((one) => (
              <a
                rel="nofollow"
                href={preferenceHref(links, path, { theme: one })}
                aria-current={theme === one ? 'true' : undefined}
              >
                {say(words[one], language)}
              </a>
            ))}
          </span>
        </li>
        {person ? (
          <li>
            <a href={links.account}>{say(words.myAccount, language)}</a>
          </li>
        ) : null}
        {person ? (
          <li>
            <form method="post" action={links.signOut}>
              <button type="submit">{say(words.signOut, language)}</button>
            </form>
          </li>
        ) : (
          <li>
            <a href={links.signIn}>{say(words.signIn, language)}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** The menu of the whole region, language and theme, signing in and out. */
export function PageFoot({ context, variant, note }: Frame & { note?: Content }) {
  const { language, path, region, person } = context
  const links = linksOf(context)
  return (
    <footer class="foot" id="menu">
      <div class="wrap stack stack-m">
        {variant === 'short' ? <div class="stack stack-s">{note}</div> : null}
        <div class="cols">
          <div class="stack stack-s">
            <b>Puja Indah, {region.name}</b>
            <p class="quiet">{say(words.footAbout, language)}</p>
            {person ? <p class="quiet">{[person.name, person.role].filter(Boolean).join(', ')}</p> : null}
          </div>
          <nav aria-label={say(words.menu, language)}>
            <ul>
              {links.foot.map((link) => (
                <li>
                  <NavLink link={link} path={path} />
                </li>
              ))}
            </ul>
          </nav>
          <Preferences context={context} />
        </div>
        {variant !== 'short' && note ? <div class="stack stack-s">{note}</div> : null}
        {context.demo ? <p class="xs quiet">{say(words.demo, language)}</p> : null}
      </div>
    </footer>
  )
}
