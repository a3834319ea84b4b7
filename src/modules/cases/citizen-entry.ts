// How a citizen's address begins: who asks, what is needed for it, and what a refusal leads to. Must stay true: somebody whose account is
// not bound to the register yet is led there first and comes back.
import type { Context } from 'hono'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CasesPort } from './port.ts'

export function citizenEntry(port: Pick<CasesPort, 'visitor'>) {
  const base = (visitor: Visitor) => `/${visitor.region!.code}`
  const need = async (c: Context, needs: 'anyone' | 'signed-in' = 'signed-in') => {
    const visitor = await port.visitor(c.req.raw)
    const refusals: Refusal[] =
      visitor.region === undefined
        ? [{ code: 'not-found' }]
        : needs === 'signed-in' && visitor.actor === undefined
          ? [{ code: 'sign-in-needed' }]
          : []
    return { visitor, refusal: refusals.length > 0 ? await refused(c, visitor, refusals) : undefined }
  }
  /** Shows the page of a result, or the refusal; someone whose account is not bound yet is led there first. */
  const show = async <T>(
    c: Context,
    visitor: Visitor,
    result: Result<T>,
    onPage: (value: T) => Promise<Response>,
  ): Promise<Response> => {
    if (result.ok) return onPage(result.value)
    if (result.refusals.some((refusal) => refusal.code === 'identify-needed'))
      return goOn(c, `${base(visitor)}/me/identify?${new URLSearchParams({ back: visitor.page.path })}`)
    return refused(c, visitor, result.refusals)
  }
  return { base, need, show }
}
