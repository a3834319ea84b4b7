// How a table tells where it keeps what is sealed or hashed with a key, so that keys can be turned without knowing any
// module. Must stay true: the context is the one its module seals with; what cannot be made anew says until when it stays.
import type { KeyRing } from './key-ring.ts'

/** Columns of one row as text: its primary key and what the place asks for beside. */
export type PlaceRow = Readonly<Record<string, string | null>>

export type HashColumn = {
  readonly column: string
  /** Stored as bytes of the text. */
  readonly bytes?: true
  /** What was hashed, from what was sealed; undefined leaves the hash alone. */
  readonly valueOf: (opened: string, row: PlaceRow) => string | undefined
}

/** A sealed column. */
export type SealedPlace = {
  readonly table: string
  readonly column: string
  /** Columns beside the primary key that `contextOf` and `valueOf` read. */
  readonly also?: readonly string[]
  readonly contextOf: (row: PlaceRow) => string
  readonly hashes?: readonly HashColumn[]
  /** Seals anew what lies sealed inside the opened text. */
  readonly inside?: (ring: KeyRing, opened: string, row: PlaceRow) => string
  /** The table belongs to the installation, not to a region. */
  readonly shared?: true
}

/** A keyed hash of something we do not hold, or a value that is gone soon: stays under its key until its end. */
export type StayingPlace = {
  readonly table: string
  readonly column: string
  readonly purpose: string
  readonly form: 'hash' | 'hash-bytes' | 'hash-values' | 'sealed' | 'key-id'
  /** Why it is not made anew, and what ends it. */
  readonly until: string
}
