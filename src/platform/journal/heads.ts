// Signed heads of the journal: the last number and hash at an instant, kept in files outside the database. Must stay
// true: whoever can change the database alone cannot make these agree with it; a file appears whole or not at all.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyRing } from '../secrets/key-ring.ts'

export type Head = {
  readonly region: string
  /** The day it closes (UTC, `2026-11-21`), or `latest` for the running one. */
  readonly day: string
  readonly number: number
  /** Hex. */
  readonly hash: string
  /** ISO instant of signing. */
  readonly at: string
}
export type SignedHead = Head & { readonly keyId: string; readonly publicKey: string; readonly signature: string }

export interface HeadStore {
  write(head: SignedHead): Promise<void>
  /** All heads of a region that are kept, the days in order, `latest` last. */
  read(region: string): Promise<readonly SignedHead[]>
  regions(): Promise<readonly string[]>
}

const PURPOSE = 'journal-sign'
/** DER of an Ed25519 private key (RFC 8410) up to its 32 bytes of seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

function privateKey(ring: KeyRing, keyId?: string): { id: string; key: KeyObject } {
  const secret = keyId === undefined ? ring.current(PURPOSE) : ring.byId(PURPOSE, keyId)
  return {
    id: secret.id,
    key: createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, secret.bytes]), format: 'der', type: 'pkcs8' }),
  }
}

function form(head: Head): Buffer {
  return Buffer.from(`puja-journal-head 1\n${head.region}\n${head.day}\n${head.number}\n${head.hash}\n${head.at}\n`)
}

export function signHead(ring: KeyRing, head: Head): SignedHead {
  const { id, key } = privateKey(ring)
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
  return { ...head, keyId: id, publicKey, signature: sign(null, form(head), key).toString('base64') }
}

/** True when the head was signed by the key of that id in our ring. */
export function isHeadGenuine(ring: KeyRing, head: SignedHead): boolean {
  if (!ring.all(PURPOSE).some(({ id }) => id === head.keyId)) return false
  return verify(
    null,
    form(head),
    createPublicKey(privateKey(ring, head.keyId).key),
    Buffer.from(head.signature, 'base64'),
  )
}

function isSignedHead(value: unknown): value is SignedHead {
  if (typeof value !== 'object' || value === null) return false
  const fields = ['region', 'day', 'hash', 'at', 'keyId', 'publicKey', 'signature']
  return (
    fields.every((field) => typeof Reflect.get(value, field) === 'string') &&
    typeof Reflect.get(value, 'number') === 'number'
  )
}

/** Heads as files: `<folder>/<region>/<day>.json`. */
export function folderHeads(folder: string): HeadStore {
  return {
    write: async (head) => {
      const place = join(folder, head.region)
      await mkdir(place, { recursive: true, mode: 0o700 })
      const path = join(place, `${head.day}.json`)
      const temporary = `${path}.${process.pid}.new`
      await writeFile(temporary, `${JSON.stringify(head)}\n`, { mode: 0o600 })
      await rename(temporary, path)
    },
    read: async (region) => {
      const names = await readdir(join(folder, region)).catch(() => [])
      const heads: SignedHead[] = []
      for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
        const head: unknown = JSON.parse(await readFile(join(folder, region, name), 'utf8'))
        if (!isSignedHead(head)) throw new Error(`${join(folder, region, name)} is not a signed head.`)
        heads.push(head)
      }
      return heads
    },
    regions: () => readdir(folder).catch(() => []),
  }
}
