// What officers' use cases need of the house, for pages and for the command line alike.
import { readdirSync } from 'node:fs'
import type { ServiceSource } from '../modules/cases/context.ts'
import { listInstalled } from '../modules/catalogue/store.ts'
import type { Areas } from '../modules/regions/areas.ts'
import type { OfficerTools } from '../modules/regions/officer-parts.ts'
import type { RegionSetupTools } from '../modules/regions/region-commands.ts'
import type { Accounts } from '../platform/auth/accounts.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { packagePath } from '../platform/paths.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'
import { packagedServices } from './packaged-services.ts'

export type SetupParts = {
  readonly database: Database
  readonly ring: KeyRing
  readonly clock: Clock
  readonly accounts: Accounts
  readonly origin: string
  readonly areas: Areas
}
type OfficerParts = SetupParts & Pick<OfficerTools, 'services' | 'mailLink'>

/** The office calendars of the package, by id. */
export const listCalendars = (): readonly string[] =>
  readdirSync(packagePath('instruments', 'calendars')).flatMap(
    (file) => /^(\d{2}(?:\.\d{2})?-\d{4})\.json$/.exec(file)?.[1] ?? [],
  )

/** Id and name of what a region offers, for the list of a role's services. */
export const offeredNames = (services: ServiceSource) => async (region: string) =>
  (await services.list(region)).map((one) => ({ id: one.service.id, name: one.service.definition.texts.name }))

export function officerTools({ areas, ...parts }: OfficerParts): OfficerTools {
  return { ...parts, isPlace: (code) => areas.find(code) !== undefined, placeName: (code) => areas.find(code)?.name }
}

/** Without a running house. A region that was added just now gets the services of the package at the next start. */
export async function installedIds(database: Database, region: string): Promise<readonly string[]> {
  const rows = await database.inRegion(region, (tx) => listInstalled(tx), { readOnly: true })
  const ids = rows.filter((row) => row.state === 'offered').map((row) => row.service_id)
  return rows.length > 0 ? ids : packagedServices().map(({ id }) => id)
}

export function regionSetupTools({ database, clock, areas }: SetupParts): RegionSetupTools {
  return { database, clock, nameOf: (code) => areas.find(code)?.name, calendars: listCalendars() }
}
