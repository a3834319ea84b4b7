// Who stays in a village for a time without being a resident. Must stay true: a stay ends by itself on its last day and
// is renewed by a new entry; the home address never changes.
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText } from '../../platform/secrets/seal.ts'
import type { Address } from './effect-parts.ts'
import { stayContext } from './person-row.ts'
import type { Outsider, PersonId } from './snapshot.ts'
import type { RegisterTables } from './tables.ts'

export type Stay = {
  readonly stayId: string
  readonly personId?: PersonId
  readonly outsider?: Outsider
  readonly address: Address
  readonly from: string
  readonly until: string
}

/** Stays in a village that have not ended on a day, the ones that end first come first. */
export async function listStays(
  tx: Tx,
  ring: KeyRing,
  region: string,
  query: {
    readonly village: string
    readonly on: string
    readonly limit: number
    readonly after?: { readonly until: string; readonly stayId: string }
  },
): Promise<readonly Stay[]> {
  const { village, on, after } = query
  let rows = tx
    .withTables<RegisterTables>()
    .selectFrom('stay')
    .selectAll()
    .where('region_code', '=', region)
    .where('village_code', '=', village)
    .where('until', '>=', on)
    .orderBy('until')
    .orderBy('stay_id')
    .limit(Math.min(query.limit, 200))
  if (after !== undefined)
    rows = rows.where((e) =>
      e.or([e('until', '>', after.until), e.and([e('until', '=', after.until), e('stay_id', '>', after.stayId)])]),
    )
  return (await rows.execute()).map((row) => {
    const details = JSON.parse(openSealedText(ring, row.details, stayContext(row.stay_id))) as {
      readonly outsider: Outsider | null
      readonly address: Address
    }
    return {
      stayId: row.stay_id,
      ...(row.person_id === null ? {} : { personId: row.person_id }),
      ...(details.outsider === null ? {} : { outsider: details.outsider }),
      address: details.address,
      from: row.started_on,
      until: row.until,
    }
  })
}
