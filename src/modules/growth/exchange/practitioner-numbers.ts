// The port to the national numbers of workers, and the one way there is today: what an administrator wrote. Must stay true: an account
// without a number has none; nothing is guessed.
import type { Tx } from '../../../platform/db/tx.ts'
import { listPractitioners } from './practitioner-store.ts'

/** National numbers by account. A connection to the national index would answer the same question. */
export type PractitionerNumbers = { find(tx: Tx, region: string): Promise<ReadonlyMap<string, string>> }
export const numbersByHand: PractitionerNumbers = {
  async find(tx, region) {
    return new Map((await listPractitioners(tx, region)).map(({ account_id, ihs }) => [account_id, ihs]))
  },
}
