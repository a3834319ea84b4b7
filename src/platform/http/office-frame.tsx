// What the addresses of an office's module share: only who is signed in, in a region, gets further; a page in the office's frame; and
// what was typed comes back with its faults. Must stay true: nothing here decides what a role may do, the use cases do.
import type { Context } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { PageLink } from '../ui/context.ts'
import type { Content } from '../ui/language.ts'
import { type AsksVisitor, enterSignedIn } from './door.ts'
import { faultsOf } from './faults.ts'
import type { Fields } from './form.ts'
import { page } from './respond.tsx'
import type { Visitor } from './visitor.ts'

/** A form that was refused: why, and what stood in it. */
export type Shown = { readonly refusals?: readonly Refusal[]; readonly fields?: Fields }

/** Answers 404 outside a region and sends to sign-in without an account; otherwise runs with the region's path. */
export function signedIn(
  port: AsksVisitor,
  run: (c: Context, visitor: Visitor, base: string) => Promise<Response>,
): (c: Context) => Promise<Response> {
  return async (c) => {
    const { visitor, refusal } = await enterSignedIn(c, port)
    return refusal ?? run(c, visitor, `/${visitor.region!.code}`)
  }
}

export function officePage(
  c: Context,
  visitor: Visitor,
  look: { readonly title: Text; readonly tabs: readonly PageLink[]; readonly children: Content },
  refusals: readonly Refusal[] = [],
): Response | Promise<Response> {
  return page(
    c,
    visitor,
    {
      variant: 'office',
      tabs: look.tabs,
      title: say(look.title, visitor.language),
      errorCount: refusals.length,
      children: look.children,
    },
    refusals.length > 0 ? visitor.statusOf(refusals) : 200,
  )
}

/** What a page with forms needs; of each field at most `longest` characters come back. */
export function frameOf(visitor: Visitor, { refusals = [], fields }: Shown, longest: number) {
  return {
    base: `/${visitor.region!.code}`,
    actionKey: crypto.randomUUID(),
    language: visitor.language,
    errors: faultsOf(visitor, refusals),
    typed: Object.fromEntries(
      Object.entries(fields ?? {}).map(([name, [value = '']]) => [name, value.slice(0, longest)]),
    ),
  }
}
