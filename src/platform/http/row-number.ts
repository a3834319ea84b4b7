// The place of the first row of a part of a list, as an address carries it (`?from=21`). Whatever is no such number means the beginning.
import type { Context } from 'hono'

export function rowNumber(c: Context, name = 'from'): number {
  const given = c.req.query(name) ?? ''
  return /^[1-9]\d{0,7}$/.test(given) ? Number(given) : 1
}
