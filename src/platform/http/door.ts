// The door of a region's pages: where they lie, who comes in, and what is said to whom does not. Must stay true: outside a region
// there is nothing, without an account one is sent to sign in; what a role may do is decided behind it, by the use cases.
import type { Context } from 'hono'
import { refused } from './respond.tsx'
import type { Visitor } from './visitor.ts'

/** The first part of every address of a region or a province: `/63.11`, `/63`. */
export const REGION = '/:region{[0-9]{2}(\\.[0-9]{2})?}'

export type AsksVisitor = { visitor(request: Request): Promise<Visitor> }
export type Entered = { readonly visitor: Visitor; readonly refusal: Response | undefined }

/** Who is asking: signed in, in a region, and one who `may`; else with the answer that says so. */
export async function enterSignedIn(
  c: Context,
  port: AsksVisitor,
  may: (visitor: Visitor) => boolean = () => true,
): Promise<Entered> {
  const visitor = await port.visitor(c.req.raw)
  const deny = async (code: string): Promise<Entered> => ({ visitor, refusal: await refused(c, visitor, [{ code }]) })
  if (visitor.region === undefined) return deny('not-found')
  if (visitor.actor === undefined) return deny('sign-in-needed')
  return may(visitor) ? { visitor, refusal: undefined } : deny('not-yours')
}
