// A stand-in for SATUSEHAT and DHIS2 on this machine, for tests and the demo: tokens that run out, rates, faults, refusals and
// things that are known by their identifier. Must stay true: keeps everything in memory and never leaves the machine.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

export type StandIn = {
  readonly url: string
  /** Statuses to answer with, one a request, before working as usual. */
  readonly script: number[]
  /** Identifier to the id given to it. */
  readonly known: ReadonlyMap<string, string>
  readonly tokens: number
  readonly requests: number
  close(): Promise<void>
}

export async function openStandIn(): Promise<StandIn> {
  const app = new Hono()
  const known = new Map<string, string>()
  const script: number[] = []
  const state = { tokens: 0, requests: 0 }
  let token = ''
  app.post('/oauth2/v1/accesstoken', (c) => {
    state.tokens++
    token = `token-${state.tokens}`
    return c.json({ access_token: token, expires_in: '3599' })
  })
  const outcome = (code: string) => ({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code, diagnostics: 'Nama pasien Contoh tidak sah' }],
  })
  app.post('/fhir-r4/v1', async (c) => {
    state.requests++
    const status = script.shift()
    if (status === 401) return c.json(outcome('login'), 401)
    if (status === 429) return c.json(outcome('throttled'), 429, { 'retry-after': '300' })
    if (status === 503) return c.text('no', 503)
    if (c.req.header('authorization') !== `Bearer ${token}`) return c.json(outcome('login'), 401)
    const bundle = await c.req.json<{
      entry: { resource: Record<string, unknown>; request: { ifNoneExist: string } }[]
    }>()
    const incomplete = bundle.entry.some(
      ({ resource }) => resource.resourceType === 'Encounter' && resource.location === undefined,
    )
    if (incomplete) return c.json(outcome('required'), 400)
    for (const { request } of bundle.entry)
      if (!known.has(request.ifNoneExist)) known.set(request.ifNoneExist, `r${known.size + 1}`)
    return c.json({ resourceType: 'Bundle', type: 'transaction-response', id: `b${state.requests}` })
  })
  app.post('/api/dataValueSets', async (c) => {
    state.requests++
    const body = await c.req.json<{ orgUnit?: string }>()
    return body.orgUnit === '6311069999' ? c.json({ status: 'ERROR' }, 409) : c.json({ status: 'SUCCESS' })
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => {
    if (server.listening) resolve()
    else server.once('listening', () => resolve())
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    script,
    known,
    get tokens() {
      return state.tokens
    },
    get requests() {
      return state.requests
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
