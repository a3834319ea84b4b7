// The quick check beside the library, on signatures of openssl: it never says yes where the library says no.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isSignatureOf } from './check-signed.ts'
import { isPlainSignatureOf } from './plain-signature.ts'

const hasOpenssl = spawnSync('openssl', ['version']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'puja-plain-'))
afterAll(() => rmSync(folder, { recursive: true }))
const covered = Buffer.from('what was signed, and nothing else')

function openssl(...args: string[]): void {
  const done = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
}

/** A detached signature of `covered` by a fresh key. */
function signatureBy(name: string, key: readonly string[], sign: readonly string[] = [], digest = 'sha256'): Buffer {
  writeFileSync(join(folder, 'covered'), covered)
  const files = ['-keyout', `${name}.key`, '-out', `${name}.crt`]
  openssl('req', '-x509', '-nodes', '-newkey', ...key, '-subj', `/CN=${name}`, '-days', '30', ...files)
  const signer = ['-signer', `${name}.crt`, '-inkey', `${name}.key`]
  const into = ['-in', 'covered', '-outform', 'DER', '-out', `${name}.cms`]
  openssl('cms', '-sign', '-binary', '-md', digest, ...signer, ...sign, ...into)
  return readFileSync(join(folder, `${name}.cms`))
}
const ec = ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'] as const

describe.runIf(hasOpenssl)('a plain signature', () => {
  test.each([
    ['rsa', ['rsa:2048'], 'sha256'],
    ['rsa512', ['rsa:2048'], 'sha512'],
    ['ec', ec, 'sha256'],
    ['ec384', ec, 'sha384'],
  ] as const)('of %s is known, and holds for nothing else', async (name, key, digest) => {
    const cms = signatureBy(name, key, [], digest)
    expect(isPlainSignatureOf(cms, covered)).toBe(true)
    expect(isPlainSignatureOf(Buffer.concat([cms, Buffer.alloc(900)]), covered)).toBe(true)
    expect(await isSignatureOf(cms, covered)).toBe(true)
    const other = Buffer.from(covered)
    other[0] = other[0]! ^ 1
    expect(isPlainSignatureOf(cms, other)).toBe(false)
    expect(isPlainSignatureOf(cms, Buffer.alloc(0))).toBe(false)
  })

  test('is left to the library when it is of another kind', async () => {
    for (const cms of [
      signatureBy('pss', ['rsa:2048'], ['-keyopt', 'rsa_padding_mode:pss']),
      signatureBy('keyid', ['rsa:2048'], ['-keyid']),
    ]) {
      expect(isPlainSignatureOf(cms, covered)).toBe(false)
      expect(await isSignatureOf(cms, covered)).toBe(true)
    }
    expect(isPlainSignatureOf(signatureBy('bare', ['rsa:2048'], ['-nocerts']), covered)).toBe(false)
    expect(isPlainSignatureOf(signatureBy('inside', ['rsa:2048'], ['-nodetach']), covered)).toBe(false)
    expect(isPlainSignatureOf(signatureBy('no-attributes', ['rsa:2048'], ['-noattr']), covered)).toBe(false)
  })

  test('with any one bit changed, or cut anywhere, is one only where the library says so too', async () => {
    const cms = signatureBy('bits', ec)
    const carried = cms.indexOf(Buffer.from([0xa0, 0x82]), 20)
    const afterCarried = carried + 4 + cms.readUInt16BE(carried + 2)
    const yes: Buffer[] = []
    for (let at = 0; at < cms.length; at++) {
      expect(isPlainSignatureOf(cms.subarray(0, at), covered)).toBe(false)
      for (const bit of [1, 0x20, 0x80]) {
        const changed = Buffer.from(cms)
        changed[at] = changed[at]! ^ bit
        // A certificate's own marks (dates, extensions) are judged by whoever trusts it, not here.
        if (isPlainSignatureOf(changed, covered) && (at < carried || at >= afterCarried)) yes.push(changed)
      }
    }
    // Left are the three values of two version numbers and what stands in an algorithm beside its name.
    expect(yes.length).toBeLessThan(20)
    for (const changed of yes) expect(await isSignatureOf(changed, covered)).toBe(true)
  })

  test('of nothing, of noise and of lengths that lie is none', () => {
    for (const bytes of ['', '30', '3080', '30ffffffffff', '3084ffffffff00', '30030201', '1f8100', '30820000'])
      expect(isPlainSignatureOf(Buffer.from(bytes, 'hex'), covered)).toBe(false)
    for (let seed = 1; seed < 300; seed++)
      expect(
        isPlainSignatureOf(Buffer.from(Array.from({ length: 64 }, (_, i) => (seed * (i + 7) * 31) % 256)), covered),
      ).toBe(false)
  })
})
