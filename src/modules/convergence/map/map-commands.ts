// A file of boundaries is uploaded, checked, matched and drawn at once, and taken into use after a look at the preview. Must stay
// true: the same file twice is one map; a map in use is replaced, never changed.
import { isPlainDate } from '../../../kernel/date.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { type KeptFile, nameFile } from '../../../platform/files/files.ts'
import { newId } from '../../../platform/ids.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { type Acting, entryOf } from '../acting.ts'
import { drawZooms, type Shape } from './draw.ts'
import { readBoundaries } from './geojson.ts'
import * as store from './map-store.ts'
import { type KnownVillage, type Matched, matchVillages } from './match.ts'

export type BoundaryInput = { readonly source: string; readonly editionOn: string; readonly isInvented?: boolean }
export type PreparedMap = { readonly shapes: readonly Shape[]; readonly matched: Matched; readonly features: number }

/** Reads, matches and draws a file; outside any transaction, for it takes a moment. Refusals: `map-file-*`, `map-nothing-matches`. */
export function prepareMap(region: string, villages: readonly KnownVillage[], bytes: Uint8Array): Result<PreparedMap> {
  const read = readBoundaries(bytes)
  if (!read.ok) return read
  const matched = matchVillages(read.value, villages)
  if (matched.byVillage.size === 0) return refuse('map-nothing-matches', 'file')
  return accept({
    shapes: drawZooms(region, villages, matched.byVillage),
    matched,
    features: read.value.length,
  })
}

/** Keeps a prepared file for its preview. Refusals: `map-source`, `map-edition`. Twice gives the same map. */
export async function uploadMap(
  tx: Tx,
  acting: Acting,
  file: KeptFile,
  prepared: PreparedMap,
  input: BoundaryInput,
): Promise<Result<{ readonly id: string }>> {
  const source = input.source.trim()
  if (source.length < 5 || source.length > 200) return refuse('map-source', 'source')
  if (!isPlainDate(input.editionOn) || input.editionOn > acting.today) return refuse('map-edition', 'editionOn')
  await nameFile(tx, file)
  const made = await store.insertMap(tx, {
    region_code: acting.region,
    map_id: newId(),
    state: 'previewed',
    source,
    edition_on: input.editionOn,
    is_invented: input.isInvented ?? false,
    file_hash: file.hash,
    features: prepared.features,
    matched: prepared.matched.byVillage.size,
    report: JSON.stringify({ odd: prepared.matched.odd.slice(0, 200), missing: prepared.matched.missing }),
    uploaded_by: acting.actor.accountId,
    uploaded_at: acting.now,
    used_by: null,
    used_at: null,
  })
  if (!made.isNew) return accept({ id: made.id })
  await store.insertShapes(
    tx,
    prepared.shapes.map((shape) => ({
      region_code: acting.region,
      map_id: made.id,
      zoom: shape.zoom,
      area_code: shape.area,
      path: shape.path,
      x: shape.x,
      y: shape.y,
    })),
  )
  await writeJournal(tx, entryOf(acting, 'convergence.map-upload', { fields: [made.id, file.hash.slice(0, 12)] }))
  return accept({ id: made.id })
}

/** Takes a map into use, a new one or one of before. Twice is safe. */
export async function takeMap(tx: Tx, acting: Acting, id: string): Promise<Result<null>> {
  const row = await store.findMap(tx, acting.region, id)
  if (row === undefined) return refuse('convergence-not-yours')
  if (row.state === 'current') return accept(null)
  await store.useMap(tx, acting.region, id, { account: acting.actor.accountId, at: acting.now })
  await writeJournal(tx, entryOf(acting, 'convergence.map-use', { fields: [id] }))
  return accept(null)
}
