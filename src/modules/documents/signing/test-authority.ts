// A certificate authority of our own, so that every installation can issue, verify and be tested without a provider.
// Must stay true: made once per folder and kept outside the database; its certificates say "uji" (test) in their names;
// private keys are readable by their owner only.
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Certificate } from 'pkijs'
import { certificateOf, derOf, derOfPem, issueCertificate, type Party, type Profile, pemOf } from './certificates.ts'

/** A certificate and its private key: on P-256, or RSA in older installations. */
export type KeyHolder = { readonly certificate: Certificate; readonly key: KeyObject }

export type TestAuthority = {
  readonly root: KeyHolder
  readonly authority: KeyHolder
  readonly signer: KeyHolder
  readonly timeStamper: KeyHolder
}

const NAMES: Readonly<Record<Profile, string>> = {
  root: 'Puja Indah Otoritas Uji (root)',
  authority: 'Puja Indah Otoritas Uji (penerbit)',
  signer: 'Penanda Tangan Uji Puja Indah',
  'time-stamper': 'Penanda Waktu Uji Puja Indah',
}
const ORGANIZATION = 'Puja Indah, sertifikat uji, bukan resmi'
const YEAR_MS = 365.25 * 86_400_000
// Demonstrations run on days of the past, so the certificates begin well before they are made.
const FROM_MS = Date.UTC(2020, 0, 1)

/** Opens the authority of a folder, or makes it there. Two processes starting at once end up with the same one. */
export async function createTestAuthority(folder: string, nowMs: number): Promise<TestAuthority> {
  if (!existsSync(join(folder, 'root.crt'))) await makeIn(folder, nowMs)
  return {
    root: open(folder, 'root'),
    authority: open(folder, 'authority'),
    signer: open(folder, 'signer'),
    timeStamper: open(folder, 'time-stamper'),
  }
}

async function makeIn(folder: string, nowMs: number): Promise<void> {
  const untilMs = Math.max(nowMs, Date.now()) + 10 * YEAR_MS
  const facts = (profile: Profile) => ({
    profile,
    commonName: NAMES[profile],
    organization: ORGANIZATION,
    fromMs: FROM_MS,
    untilMs,
  })
  const root = await issueCertificate(facts('root'), undefined)
  const authority = await issueCertificate(facts('authority'), root)
  const parties: Readonly<Record<Profile, Party>> = {
    root,
    authority,
    signer: await issueCertificate(facts('signer'), authority),
    'time-stamper': await issueCertificate(facts('time-stamper'), root),
  }
  // Of this maker alone: threads of one process share its number.
  const fresh = `${folder}.new-${crypto.randomUUID()}`
  mkdirSync(fresh, { recursive: true, mode: 0o700 })
  for (const [profile, party] of Object.entries(parties)) {
    writeFileSync(join(fresh, `${profile}.crt`), pemOf('CERTIFICATE', derOf(party.certificate)))
    const key = new Uint8Array(await crypto.subtle.exportKey('pkcs8', party.keys.privateKey))
    writeFileSync(join(fresh, `${profile}.key`), pemOf('PRIVATE KEY', key), { mode: 0o600 })
  }
  try {
    renameSync(fresh, folder)
  } catch (error) {
    // Another process was first: its authority stands.
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(folder, 'root.crt'))) throw error
  }
  chmodSync(folder, 0o700)
}

function open(folder: string, profile: Profile): KeyHolder {
  return {
    certificate: certificateOf(derOfPem(readFileSync(join(folder, `${profile}.crt`), 'utf8'))),
    key: createPrivateKey(readFileSync(join(folder, `${profile}.key`))),
  }
}
