// Whether an installation has its demo already, asked at every start of one. Alone, so that a start does not load what fills it.
import { findSetting } from '../modules/regions/store.ts'
import type { House } from './house.ts'

/** The region of the demo's story. */
export const STORY = '63.11'

export async function isDemoReady({ database, regions }: House): Promise<boolean> {
  if ((await regions.all()).size === 0) return false
  const ready = await database.inRegion(STORY, (tx) => findSetting(tx, STORY, 'demo-ready'), { readOnly: true })
  return ready !== undefined
}
