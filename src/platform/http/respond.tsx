// How routes answer: a page, a refusal, a way on. Safe in the browser: the field worker answers with the same functions.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Refusal } from '../../kernel/refusal.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { Content } from '../ui/language.ts'
import { Page, type PageProps } from '../ui/page.tsx'
import type { Visitor } from './visitor.ts'

/** A full page. */
export async function page(
  c: Context,
  visitor: Visitor,
  props: Omit<PageProps, 'context'>,
  status = 200,
): Promise<Response> {
  const document = await Page({ context: visitor.page, ...props })
  return c.html(String(document), status as ContentfulStatusCode)
}

const WORDS = {
  title: { id: 'Belum bisa diteruskan', en: 'This cannot go on yet' },
  missing: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  back: { id: 'Kembali', en: 'Back' },
  home: { id: 'Ke beranda', en: 'To the home page' },
  signIn: { id: 'Masuk', en: 'Sign in' },
} as const satisfies Record<string, Text>

/** A page that says what cannot be done and what to do next. A form that can be repaired shows its own page instead. */
export async function refused(
  c: Context,
  visitor: Visitor,
  refusals: readonly Refusal[],
  back?: { href: string; label: Text },
): Promise<Response> {
  const status = visitor.statusOf(refusals)
  if (status === 401 && c.req.method === 'GET')
    return c.redirect(`/sign-in?${new URLSearchParams({ back: visitor.page.path })}`, 303)
  const { language } = visitor
  const title = say(status === 404 ? WORDS.missing : WORDS.title, language)
  const home = visitor.region === undefined ? '/' : `/${visitor.region.code}`
  return page(
    c,
    visitor,
    {
      title,
      children: (
        <div class="stack narrow">
          <h1>{title}</h1>
          {refusals.map((refusal) => (
            <p class="lead">{visitor.tell(refusal)}</p>
          ))}
          <p>
            {status === 401 ? (
              <a class="btn" href={`/sign-in?${new URLSearchParams({ back: visitor.page.path })}`}>
                {say(WORDS.signIn, language)}
              </a>
            ) : (
              <a class="btn" href={back?.href ?? home}>
                {say(back?.label ?? WORDS.home, language)}
              </a>
            )}
          </p>
        </div>
      ) as Content,
    },
    status,
  )
}

/** On to the next page after a POST; the address carries ids only. */
export function goOn(c: Context, to: string): Response {
  return c.redirect(to, 303)
}

/** A path of our own to return to; anything else becomes the fallback. */
export function safeBack(back: string | undefined, fallback: string): string {
  return back !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(back) && back.length < 2000 ? back : fallback
}
