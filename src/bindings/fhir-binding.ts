// The FHIR door in the house: clients are partners whose agreement names it; what they read is growth's.

import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { CasesContext } from '../modules/cases/context.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import {
  readObservation,
  readPatient,
  searchObservations,
  searchPatients,
} from '../modules/growth/fhir-read/read-queries.ts'
import { fhirReadRoutes } from '../modules/growth/fhir-read/read-routes.ts'
import { readVisit, searchVisits } from '../modules/growth/fhir-read/visit-queries.ts'
import { admitPartner } from '../modules/partners/admit-command.ts'
import { packagePath } from '../platform/paths.ts'
import type { RegionDirectory } from './region-directory.ts'

export function fhirRoutesOf(
  cases: CasesContext,
  growth: GrowthContext,
  regions: RegionDirectory,
  origin: string,
): Hono {
  const { database, ring, clock, limits } = cases
  const { version } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string }
  const zoneOf = async (code: string) => (await regions.all()).get(code)?.timeZone
  return fhirReadRoutes({
    base: (region) => `${origin}/${region}/fhir`,
    version,
    today: () => clock.now().toISOString().slice(0, 10),
    admit: (region, signed) => admitPartner({ database, ring, clock, limits, zoneOf }, region, signed, 'fhir-growth'),
    readPatient: (region, client, id) => readPatient(growth, region, client, id),
    searchPatients: (region, client, asked) => searchPatients(growth, region, client, asked),
    readObservation: (region, client, id) => readObservation(growth, region, client, id),
    searchObservations: (region, client, asked) => searchObservations(growth, region, client, asked),
    readVisit: (type, region, client, id) => readVisit(growth, type, region, client, id),
    searchVisits: (type, region, client, asked) => searchVisits(growth, type, region, client, asked),
  })
}
