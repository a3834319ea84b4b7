// After a key rotation: seals and hashes anew what older keys made, page by page. Must stay true: resumable at any
// point (each page is one transaction and finds by itself what is left); a value is never without a key that opens it.
import type { KeyRing } from './key-ring.ts'
import { isOldHash, keyedHash, openSealedText, seal, sealedWith } from './seal.ts'

/** One stored secret: its sealed value, its hash (when it has one) and where it belongs. */
export type StoredSecret = {
  readonly id: string
  readonly sealed: Uint8Array
  readonly hash: string | null
  readonly context: string
}
export type RenewedSecret = { readonly id: string; readonly sealed: Buffer; readonly hash: string | null }

export type ResealStep = {
  /** The next rows after `afterId`, in the order of their ids, at most `limit`. */
  readonly read: (afterId: string | undefined, limit: number) => Promise<readonly StoredSecret[]>
  /** Stores the renewed values; in the same transaction as `read` or with a check that nothing changed between. */
  readonly write: (rows: readonly RenewedSecret[]) => Promise<void>
}

/** True when a row still uses a key that is not the current one. */
export function needsReseal(ring: KeyRing, row: StoredSecret, hashPurpose = 'nik-hash'): boolean {
  return (
    sealedWith(row.sealed) !== ring.current('seal').id || (row.hash !== null && isOldHash(ring, row.hash, hashPurpose))
  )
}

/** The row under the current keys. */
export function renew(ring: KeyRing, row: StoredSecret, hashPurpose = 'nik-hash'): RenewedSecret {
  const value = openSealedText(ring, row.sealed, row.context)
  return {
    id: row.id,
    sealed: seal(ring, value, row.context),
    hash: row.hash === null ? null : keyedHash(ring, value, hashPurpose),
  }
}

/** Works through all rows; gives how many were renewed. Calling it again renews nothing. */
export async function reseal(ring: KeyRing, step: ResealStep, pageSize = 200): Promise<number> {
  let renewed = 0
  let after: string | undefined
  for (;;) {
    const page = await step.read(after, pageSize)
    const last = page.at(-1)
    if (last === undefined) return renewed
    const old = page.filter((row) => needsReseal(ring, row))
    if (old.length > 0) await step.write(old.map((row) => renew(ring, row)))
    renewed += old.length
    after = last.id
  }
}
