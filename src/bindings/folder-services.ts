// The services of the package's own folder as a source: compiled once at the start, each under the hash of its content.
import type { OfferedService, ServiceSource } from '../modules/cases/context.ts'
import { compileService } from '../modules/catalogue/compile.ts'
import { readServices } from '../modules/catalogue/files.ts'
import { revisionOf } from '../modules/catalogue/revision.ts'
import { packagePath } from '../platform/paths.ts'

/** Throws when a service does not compile: a broken definition must stop the start, not a citizen. */
export function folderServices(unitOf: (region: string) => string, directory = packagePath('services')): ServiceSource {
  const folder = readServices(directory)
  const compiled = folder.services.flatMap(({ id, service: raw }) => {
    const { service, faults } = compileService(raw, folder.shared, id)
    if (service === undefined)
      throw new Error(
        `The service ${id} has faults: ${faults.map((fault) => `${fault.pointer} ${fault.message}`).join('; ')}`,
      )
    return [{ revision: revisionOf(folder, id).hash, service }]
  })
  const byId = new Map(compiled.map((one) => [one.service.id, one]))
  const offered = (region: string, one: (typeof compiled)[number]): OfferedService => ({ ...one, unit: unitOf(region) })
  return {
    list: async (region) => compiled.map((one) => offered(region, one)),
    find: async (region, id) => (byId.has(id) ? offered(region, byId.get(id)!) : undefined),
    get: async (region, id) => {
      const one = byId.get(id)
      if (one === undefined) throw new Error(`The service ${id} is gone`)
      return offered(region, one)
    },
  }
}
