// The port of a region's services, bound to the catalogue. Must stay true: only service admins ask, an admin or the head
// decides what somebody else asked; to everyone else the pages do not exist.
import { sql } from 'kysely'
import { accept, type Result, refuse } from '../kernel/refusal.ts'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import type { CatalogueContext, Doer } from '../modules/catalogue/commands.ts'
import { overlayOf } from '../modules/catalogue/own-settings.ts'
import { askForChange, decideChange } from '../modules/catalogue/wish-commands.ts'
import type { WishPort } from '../modules/catalogue/wish-port.ts'
import {
  compareWithStanding,
  findTarget,
  type Reader,
  readOwnSettings,
  readServiceOfRegion,
  readServicesOfRegion,
} from '../modules/catalogue/wish-queries.ts'
import { wishRoutes } from '../modules/catalogue/wish-routes.tsx'
import { assignmentsFor, type Role, type Visitor } from '../platform/http/visitor.ts'
import { namesOfAccounts } from './office-reports-binding.ts'
import type { RegionDirectory } from './region-directory.ts'
import type { Visitors } from './visitors.ts'

type Held = Doer & { readonly region: string }
export const ASK: readonly Role[] = ['service-admin']
export const LOOK: readonly Role[] = ['service-admin', 'head']

/** Who acts, when one of these roles is held for the whole region. */
export function heldBy(visitor: Visitor, roles: readonly Role[]): Held | undefined {
  const { actor, region } = visitor
  if (actor === undefined || region === undefined) return undefined
  const [held] = roles
    .flatMap((role) => assignmentsFor(actor, region.code, role))
    .filter((one) => one.place === region.code)
  return held === undefined
    ? undefined
    : { account: actor.accountId, role: held.role, unit: held.unit, region: region.code }
}

/** Who looks, when a service admin or the head does. */
export function readerOf(visitor: Visitor): Reader | undefined {
  const held = heldBy(visitor, LOOK)
  if (held === undefined) return undefined
  return {
    region: held.region,
    timeZone: visitor.region!.timeZone,
    language: visitor.language,
    account: held.account,
    mayAsk: heldBy(visitor, ASK) !== undefined,
  }
}

export const servicesPages = (context: CatalogueContext, visitors: Visitors, regions: RegionDirectory) =>
  wishRoutes(bindServicesPages(context, visitors, regions), officeTabs)

function bindServicesPages(context: CatalogueContext, visitors: Visitors, regions: RegionDirectory): WishPort {
  const { database } = context
  const names = (accounts: readonly string[]) => namesOfAccounts(database, accounts)
  const reading = async <T>(visitor: Visitor, read: (reader: Reader) => Promise<Result<T>>): Promise<Result<T>> => {
    const reader = readerOf(visitor)
    return reader === undefined ? refuse('not-found') : read(reader)
  }
  const countDrafts = (region: string) => async (service: string) =>
    database.inRegion(
      region,
      async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from case_file
          where region_code = ${region} and service_id = ${service} and state = 'draft'`.execute(tx)
        return rows[0]?.n ?? 0
      },
      { readOnly: true },
    )
  return {
    visitor: (request) => visitors.of(request),
    list: (visitor) => reading(visitor, async (reader) => accept(await readServicesOfRegion(context, reader, names))),
    read: (visitor, service) => reading(visitor, (reader) => readServiceOfRegion(context, reader, names, service)),
    compare: (visitor, service, target) =>
      reading(visitor, (reader) =>
        compareWithStanding(context, reader, names, service, target, countDrafts(reader.region)),
      ),
    readOwn: (visitor, service) =>
      reading(visitor, async (reader) =>
        reader.mayAsk ? readOwnSettings(context, reader, service) : refuse('not-found'),
      ),
    async ask(visitor, service, target, reason, seen) {
      const doer = heldBy(visitor, ASK)
      if (doer === undefined) return refuse('not-found')
      if (!seen) return refuse('wish-seen', 'seen')
      const sought = await findTarget(context, doer.region, service, target)
      if (sought === undefined) return refuse('not-found')
      const { revision, overlay } = sought
      const done = await askForChange(context, doer.region, doer, { hash: revision.hash, overlay, reason })
      return done.ok ? accept(undefined) : done
    },
    async askOwn(visitor, service, form, reason) {
      const doer = heldBy(visitor, ASK)
      const reader = readerOf(visitor)
      if (doer === undefined || reader === undefined) return refuse('not-found')
      const now = await readOwnSettings(context, reader, service)
      if (!now.ok) return now
      const { compiled, overlay, hash, isFeeFixed, published } = now.value
      // A fee that the law fixes has no box, so nothing came back for it.
      const whole = isFeeFixed ? { ...form, fee: String(published.fee), feeBasis: published.feeBasis } : form
      const wished = overlayOf(compiled, overlay, whole)
      if (!wished.ok) return wished
      const done = await askForChange(context, doer.region, doer, { hash, overlay: wished.value, reason })
      // The form has other names for two things that the overlay refuses.
      return done.ok
        ? done
        : {
            ok: false,
            refusals: done.refusals.map((one) => (one.at === 'deadlineOfficeHours' ? { ...one, at: 'hours' } : one)),
          }
    },
    async decide(visitor, wishId, decision) {
      const doer = heldBy(visitor, LOOK)
      if (doer === undefined) return refuse('not-found')
      return decideChange(context, doer.region, doer, wishId, decision, regions.get(doer.region).profile.unit)
    },
  }
}
