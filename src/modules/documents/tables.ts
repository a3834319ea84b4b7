// The tables of migration 0050 as Kysely sees them. Types only.
import type { ColumnType, JSONColumnType } from 'kysely'

export type DocumentState = 'valid' | 'superseded' | 'revoked'
export type DocumentOf = { readonly kind: 'person' | 'family' | 'deed' | 'outsider'; readonly id: string }

export type DocumentRow = {
  region_code: string
  document_id: string
  kind: string
  of_kind: DocumentOf['kind']
  of_id: string
  series: string
  edition: number
  case_id: string | null
  number: string
  number_hash: string
  token_hash: Uint8Array
  token_sealed: Uint8Array
  short_code: string
  serial: string
  printed: JSONColumnType<Record<string, string>>
  shown_name: string
  birth_year: number | null
  file_hash: string
  file_bytes: number
  pages: number
  template_hash: string
  state: DocumentState
  state_since: Date
  state_reason: string | null
  superseded_by: string | null
  issued_on: string
  issued_at: Date
  valid_until: string | null
  signer_name: string
  signer_role: string
  provider: string
  certificate_serial: string
  specimen: boolean
}

export type DocumentEventRow = {
  region_code: string
  document_id: string
  seq: number
  at: Date
  action: 'issued' | 'superseded' | 'revoked' | 'extended' | 'reinstated'
  actor: string
  case_id: string | null
  reason: string | null
}

export type DocumentTables = {
  document: DocumentRow
  document_holder: { region_code: string; person_id: string; document_id: string }
  document_event: DocumentEventRow
  document_comparison: { region_code: string; document_id: string; window_since: Date; tries: number }
  document_link: {
    region_code: string
    link_id: string
    document_id: string
    token_hash: Uint8Array
    pin_hash: string
    link_channel: string
    pin_channel: string
    made_at: Date
    valid_until: Date
    wrong_pins: ColumnType<number, number | undefined, number>
    opened: ColumnType<number, number | undefined, number>
    ended_at: Date | null
  }
}

export type CardKind = 'ktp-el' | 'kia'
export type CardState = 'wanted' | 'printed' | 'ready' | 'handed-over' | 'withdrawn'
export type StockCause = 'received' | 'printed' | 'counted' | 'returned'

export type CardRow = {
  region_code: string
  card_id: string
  kind: CardKind
  person_id: string
  case_id: string | null
  office: string
  state: CardState
  state_since: Date
  state_reason: string | null
  blank_number: string | null
  spoiled: ColumnType<number, number | undefined, number>
  wanted_at: Date
  ready_at: Date | null
  handed_at: Date | null
  handed_by: string | null
  taken_by: Uint8Array | null
  relation: string | null
  proof_hash: string | null
  originals: ColumnType<string[], string[] | undefined, string[]>
  originals_note: ColumnType<Uint8Array | null, Uint8Array | null | undefined, Uint8Array | null>
  proof_kind: ColumnType<'code' | 'slip' | null, 'code' | 'slip' | null | undefined, 'code' | 'slip' | null>
  proof_ref: ColumnType<string | null, string | null | undefined, string | null>
}

export type CardTables = {
  card: CardRow
  card_spoiled: {
    region_code: string
    card_id: string
    seq: number
    reason: string
    blank_number: string | null
    actor: string
    at: Date
  }
  card_stock: {
    region_code: string
    office: string
    kind: CardKind
    level: number
    warn_below: ColumnType<number, number | undefined, number>
    updated_at: Date
  }
  card_stock_move: {
    region_code: string
    move_id: string
    office: string
    kind: CardKind
    change: number
    cause: StockCause
    card_id: string | null
    note: string | null
    actor: string
    at: Date
  }
  card_lot: {
    region_code: string
    lot_id: string
    office: string
    kind: CardKind
    prefix: string | null
    digits: number
    first_number: number | null
    last_number: number | null
    next_number: number | null
    count: number
    letter: string
    actor: string
    received_at: Date
  }
  card_day: {
    region_code: string
    day: string
    office: string
    kind: CardKind
    received: number
    printed: number
    spoiled: number
    counted: number
    handed: number
  }
}
