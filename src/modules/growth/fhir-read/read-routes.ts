// FHIR R4, read only, for machines under an agreement (interoperability 3.9). Must stay true: nothing is told before the client is admitted;
// a NIK is never part of an address; what is wrong is answered as an OperationOutcome.
import { type Context, Hono } from 'hono'
import type { Resource } from '../exchange/fhir/resources.ts'
import type { Asked, FhirClient, Found } from './read-queries.ts'
import { capability, FHIR_JSON, outcome, searchset } from './read-resources.ts'
import type { VisitType } from './visit-queries.ts'

export type FhirAdmitted =
  | ({ readonly ok: true } & FhirClient)
  | { readonly ok: false; readonly status: 401 | 403 | 429; readonly code: string; readonly waitSeconds?: number }
export type FhirPort = {
  /** The public address of the region's door, without a slash at its end. */
  base(region: string): string
  readonly version: string
  today(): string
  admit(
    region: string,
    signed: { readonly partner: string; readonly at: string; readonly signature: string; readonly body: string },
  ): Promise<FhirAdmitted>
  readPatient(region: string, client: FhirClient, id: string): Promise<Found>
  searchPatients(region: string, client: FhirClient, asked: Asked): Promise<Found>
  readObservation(region: string, client: FhirClient, id: string): Promise<Found>
  searchObservations(region: string, client: FhirClient, asked: Asked): Promise<Found>
  /** Visits and doses. */
  readVisit(type: VisitType, region: string, client: FhirClient, id: string): Promise<Found>
  searchVisits(type: VisitType, region: string, client: FhirClient, asked: Asked): Promise<Found>
}
const AT = '/:region{[0-9]{2}(\\.[0-9]{2})?}/fhir'
const CODES = { 400: 'invalid', 401: 'login', 403: 'forbidden', 404: 'not-found', 429: 'throttled' } as const

export function fhirReadRoutes(port: FhirPort): Hono {
  const app = new Hono()
  const send = (c: Context, resource: Resource, status: 200 | 400 | 401 | 403 | 404 | 429 = 200) =>
    c.body(JSON.stringify(resource), status, { 'content-type': FHIR_JSON, 'cache-control': 'no-store' })
  const fault = (c: Context, status: keyof typeof CODES, why: string) => send(c, outcome(CODES[status], why), status)

  /** Admits the client, or answers why not. */
  const open =
    (work: (c: Context, region: string, client: FhirClient, body: string) => Promise<Response>) =>
    async (c: Context) => {
      const region = c.req.param('region') ?? ''
      const body = c.req.method === 'POST' ? await c.req.text() : ''
      const { pathname, search } = new URL(c.req.url)
      const admitted = await port.admit(region, {
        partner: c.req.header('x-puja-partner') ?? '',
        at: c.req.header('x-puja-timestamp') ?? '',
        signature: c.req.header('x-puja-signature') ?? '',
        body: `${c.req.method} ${pathname}${search}\n${body}`,
      })
      if (admitted.ok) return work(c, region, admitted, body)
      if (admitted.waitSeconds !== undefined) c.header('retry-after', String(admitted.waitSeconds))
      return fault(c, admitted.status, admitted.code)
    }
  const one = (c: Context, found: Found) => {
    if (!found.ok) return fault(c, found.status, found.why)
    const [resource] = found.resources
    return resource === undefined ? fault(c, 404, 'unknown') : send(c, resource)
  }
  const many = (c: Context, region: string, self: string, found: Found) =>
    found.ok
      ? send(c, searchset(port.base(region), self, found.resources, found.next))
      : fault(c, found.status, found.why)

  app.get(`${AT}/metadata`, (c) => send(c, capability(port.base(c.req.param('region')), port.today(), port.version)))
  app.get(
    `${AT}/Patient`,
    open(async (c, region, client) => {
      const asked = c.req.query()
      // A number in an address stands in logs; it comes in a body.
      if (asked.identifier !== undefined) return fault(c, 400, 'search by identifier with POST Patient/_search')
      return many(c, region, 'Patient', await port.searchPatients(region, client, asked))
    }),
  )
  app.post(
    `${AT}/Patient/_search`,
    open(async (c, region, client, body) =>
      many(
        c,
        region,
        'Patient',
        await port.searchPatients(region, client, Object.fromEntries(new URLSearchParams(body))),
      ),
    ),
  )
  app.get(
    `${AT}/Patient/:resource`,
    open(async (c, region, client) => one(c, await port.readPatient(region, client, c.req.param('resource') ?? ''))),
  )
  app.get(
    `${AT}/Observation`,
    open(async (c, region, client) =>
      many(c, region, 'Observation', await port.searchObservations(region, client, c.req.query())),
    ),
  )
  app.get(
    `${AT}/Observation/:resource`,
    open(async (c, region, client) =>
      one(c, await port.readObservation(region, client, c.req.param('resource') ?? '')),
    ),
  )
  for (const type of ['Encounter', 'Immunization'] as const) {
    app.get(
      `${AT}/${type}`,
      open(async (c, region, client) =>
        many(c, region, type, await port.searchVisits(type, region, client, c.req.query())),
      ),
    )
    app.get(
      `${AT}/${type}/:resource`,
      open(async (c, region, client) =>
        one(c, await port.readVisit(type, region, client, c.req.param('resource') ?? '')),
      ),
    )
  }
  return app
}
