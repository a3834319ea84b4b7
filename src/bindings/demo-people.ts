// The people of the demo, as the seeding noted them; the sign-in page lists them, only in demo mode.

import type { DemoPerson } from '../modules/regions/sign-in-port.ts'
import { findSetting } from '../modules/regions/store.ts'
import type { Database } from '../platform/db/database.ts'
import type { RegionDirectory } from './region-directory.ts'

export function demoPeople(database: Database, regions: RegionDirectory): () => Promise<readonly DemoPerson[]> {
  return async () => {
    const lists = await Promise.all(
      [...(await regions.all()).keys()].map(
        (code) =>
          database.inRegion(code, (tx) => findSetting(tx, code, 'demo-people'), { readOnly: true }) as Promise<
            readonly DemoPerson[] | undefined
          >,
      ),
    )
    return lists.flatMap((list) => list ?? [])
  }
}
