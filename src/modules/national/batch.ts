// The lines of a file for the national register, read from the register when they are needed, and the signatures below files and
// events. Must stay true: a file made again from unchanged data is the same; a reader needs only our published key.
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText } from '../../platform/secrets/seal.ts'
import { nikContext } from '../register/person-row.ts'
import type { BatchHead } from './rules.ts'
import type { BatchRow, RequestRow } from './store.ts'

const PURPOSE = 'journal-sign'
/** DER of an Ed25519 private key (RFC 8410) up to its 32 bytes of seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKeyOf = (bytes: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, bytes]), format: 'der', type: 'pkcs8' })

export const headOf = (row: Omit<BatchRow, 'digest' | 'made_by'>): BatchHead => ({
  format: 'puja-national-1',
  region: row.region_code,
  number: row.number,
  previous: row.previous,
  rows: row.rows,
  first: row.first_position,
  last: row.last_position,
  madeAt: row.made_at.toISOString(),
})

export type AskedPerson = {
  readonly nik?: string
  readonly name: string
  readonly birthDate: string
  readonly sex: string
}

export async function askedPeople(
  tx: Tx,
  ring: KeyRing,
  region: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AskedPerson>> {
  const { rows } = await sql<{ id: string; name: string; sex: string; born: string; nik_sealed: Uint8Array | null }>`
    select person_id::text as id, name, sex, to_char(birth_date, 'YYYY-MM-DD') as born, nik_sealed
    from person where region_code = ${region} and person_id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ id, name, sex, born, nik_sealed: sealed }) => [
      id,
      {
        name,
        sex,
        birthDate: born,
        ...(sealed === null ? {} : { nik: openSealedText(ring, sealed, nikContext(id)) }),
      },
    ]),
  )
}

export async function batchLines(
  tx: Tx,
  ring: KeyRing,
  region: string,
  rows: readonly RequestRow[],
): Promise<readonly string[]> {
  const people = await askedPeople(
    tx,
    ring,
    region,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) =>
    JSON.stringify({
      request: row.request_id,
      position: row.position,
      kind: row.kind,
      date: row.event_date,
      ...people.get(row.person_id),
    }),
  )
}

export function signText(ring: KeyRing, text: string): { readonly key: string; readonly signature: string } {
  const secret = ring.current(PURPOSE)
  return { key: secret.id, signature: sign(null, Buffer.from(text), privateKeyOf(secret.bytes)).toString('base64') }
}

/** True when the last line of a file signs all lines before it. */
export function isSigned(ring: KeyRing, file: string): boolean {
  const cut = file.trimEnd().lastIndexOf('\n') + 1
  const { key, signature } = JSON.parse(file.slice(cut)) as { key: string; signature: string }
  const secret = ring.all(PURPOSE).find((one) => one.id === key)
  if (secret === undefined) return false
  const publicKey = createPublicKey(privateKeyOf(secret.bytes))
  return verify(null, Buffer.from(file.slice(0, cut)), publicKey, Buffer.from(signature, 'base64'))
}
