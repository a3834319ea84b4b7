// Where a request comes from, for limits by address. Must stay true: a header that any caller can write is believed only
// when a proxy of ours stands in front, and then only its last entry, which that proxy wrote itself.
import type { Context } from 'hono'

const addresses = new WeakMap<Request, string>()

type Incoming = { readonly socket?: { readonly remoteAddress?: string } }

/** Remembers the caller's address for as long as the request lives. */
export function noteAddress(c: Context, isBehindProxy: boolean): void {
  const forwarded = isBehindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const { incoming } = (c.env ?? {}) as { readonly incoming?: Incoming }
  const address = forwarded || incoming?.socket?.remoteAddress
  if (address !== undefined) addresses.set(c.req.raw, address)
}

/** The address, or `local` for requests that came over no network (tests, the field worker). */
export function addressOf(request: Request): string {
  return addresses.get(request) ?? 'local'
}
