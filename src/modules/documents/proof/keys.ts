// The Ed25519 keys that sign QR proofs and revoked lists, in a folder outside the database.
// Must stay true: server only; a retired key stays published, because papers outlive keys; private keys are readable by
// their owner only.
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PublishedKey, PublishedKeys, SignBytes } from './proof.ts'

export type ProofKeys = { readonly signing: SignBytes; readonly published: PublishedKeys }

/** Opens the keys of a folder, making the first one. The newest signs; all are published. */
export function openProofKeys(folder: string): ProofKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (keyFiles(folder).length === 0) addProofKey(folder)
  const keys = keyFiles(folder).map((file) => createPrivateKey(readFileSync(join(folder, file))))
  const newest = keys.at(-1)!
  return {
    signing: { kid: publishedKey(newest).kid, sign: async (bytes) => new Uint8Array(sign(null, bytes, newest)) },
    published: { keys: keys.map(publishedKey) },
  }
}

/** Makes a new signing key; takes effect when the keys are opened again. */
export function addProofKey(folder: string): void {
  const number = String(keyFiles(folder).length + 1).padStart(4, '0')
  const { privateKey } = generateKeyPairSync('ed25519')
  const fresh = join(folder, `.${number}-${process.pid}`)
  writeFileSync(fresh, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  renameSync(fresh, join(folder, `proof-${number}.key`))
}

function keyFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => /^proof-\d{4}\.key$/.test(file))
    .sort()
}

function publishedKey(key: KeyObject): PublishedKey {
  const { x } = key.export({ format: 'jwk' })
  if (x === undefined) throw new Error('not an Ed25519 key')
  const kid = createHash('sha256').update(x).digest('base64url').slice(0, 6)
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' }
}
