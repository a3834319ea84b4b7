// What every answer carries and every request must pass: headers without inline script, same-origin writes, a size limit.
// A form from another site is refused by its Origin (or Sec-Fetch-Site), which every browser of the last years sends.
import type { MiddlewareHandler } from 'hono'

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Security headers on every answer; pages of people are never kept by a shared cache. */
export function securityHeaders(options: { https: boolean }): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    headers.set('content-security-policy', POLICY)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(self), geolocation=(), microphone=()')
    headers.set('cross-origin-opener-policy', 'same-origin')
    if (options.https) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
}

/** Is this write sent by one of our own pages? Requests without any browser header (curl, partners' programs) carry no cookie worth stealing. */
export function isSameOrigin(request: Request, allowedOrigins: readonly string[] = []): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  const host = request.headers.get('host')
  try {
    return new URL(origin).host === host || allowedOrigins.includes(origin)
  } catch {
    return false
  }
}
