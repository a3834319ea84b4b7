import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { randomToken } from '../../../kernel/id.ts'
import { randomShortCode } from '../../../kernel/short-code.ts'
import { qrMatrix } from '../render/qr.ts'
import { base64url } from './base64url.ts'
import { addProofKey, openProofKeys } from './keys.ts'
import { comparable, type PrintedField, printedHash } from './printed.ts'
import { LARGEST_PROOF_BYTES, readProof, signProof } from './proof.ts'
import { readRevokedList, signRevokedList } from './revoked-list.ts'
import { checkOffline, paperAgrees, qrContent, readQrContent } from './scanned.ts'

const folder = mkdtempSync(join(tmpdir(), 'puja-proof-'))
afterAll(() => rmSync(folder, { recursive: true }))
const keys = openProofKeys(folder)
const serial = base64url(randomBytes(8))
const payload = {
  i: '63.11',
  k: 'birth-deed-extract',
  n: '6311-LU-15042026-0007',
  d: '2026-04-15',
  j: serial,
  h: base64url(randomBytes(16)),
}

describe('proof', () => {
  test('is read back with the published keys', async () => {
    expect(await readProof(await signProof(payload, keys.signing), keys.published)).toEqual({
      verdict: 'signed',
      payload,
    })
  })

  test('any changed letter is noticed', async () => {
    const proof = await signProof(payload, keys.signing)
    for (let at = 0; at < proof.length; at += 5) {
      const changed = proof.slice(0, at) + (proof[at] === 'A' ? 'B' : 'A') + proof.slice(at + 1)
      expect((await readProof(changed, keys.published)).verdict, `letter ${at}`).not.toBe('signed')
    }
  })

  test('another key of the same id is forged, another id unknown', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const forger = {
      kid: keys.signing.kid,
      sign: async (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey)),
    }
    expect((await readProof(await signProof(payload, forger), keys.published)).verdict).toBe('forged')
    expect((await readProof(await signProof(payload, { ...forger, kid: 'other' }), keys.published)).verdict).toBe(
      'unknown-key',
    )
    expect((await readProof('kein.jws', keys.published)).verdict).toBe('unreadable')
  })

  test('old papers stay readable after a new key', async () => {
    const old = await signProof(payload, keys.signing)
    addProofKey(folder)
    const renewed = openProofKeys(folder)
    expect(renewed.signing.kid).not.toBe(keys.signing.kid)
    expect((await readProof(old, renewed.published)).verdict).toBe('signed')
    expect(renewed.published.keys[0]).not.toHaveProperty('d')
    expect(statSync(join(folder, 'proof-0001.key')).mode & 0o077).toBe(0)
  })

  test('stays small, and its QR coarse enough for 37 mm', async () => {
    const longest = { ...payload, k: 'identity-replacement-letter', n: `474.1/0099/${'X'.repeat(40)}/2026` }
    const proof = await signProof(longest, keys.signing)
    expect(proof.length).toBeLessThan(LARGEST_PROOF_BYTES)
    const usual = qrContent(
      'https://balangan.pujaindah.example',
      '63.11',
      randomToken(randomBytes),
      await signProof(payload, keys.signing),
    )
    expect(qrMatrix(usual).length).toBeLessThanOrEqual(77)
  })
})

describe('offline', () => {
  const token = randomToken(randomBytes)
  const content = async () =>
    qrContent('https://balangan.example', '63.11', token, await signProof(payload, keys.signing))

  test('the address of a QR is read, anything else is not', async () => {
    expect(readQrContent(await content())).toMatchObject({ region: '63.11', token })
    for (const other of [
      'https://balangan.example/63.11/v/short',
      `https://x/63.11.06/v/${token}`,
      'hello',
      `javascript:/63.11/v/${token}`,
    ]) {
      expect(readQrContent(other)).toBeUndefined()
    }
  })

  test('genuine, revoked, or put together by hand', async () => {
    const scanned = readQrContent(await content())!
    const list = async (serials: string[]) => {
      const text = await signRevokedList(
        { region: '63.11', madeAtMs: 1_776_000_000_000, dueAtMs: 1_776_086_400_000, serials },
        keys.signing,
      )
      const reading = await readRevokedList(text, keys.published)
      if (reading.verdict !== 'signed') throw new Error(reading.verdict)
      return reading.payload
    }
    expect(await checkOffline(scanned, keys.published, undefined)).toMatchObject({
      verdict: 'genuine',
      checkedRevoked: false,
    })
    const others = Array.from({ length: 50 }, () => base64url(randomBytes(8)))
    expect(await checkOffline(scanned, keys.published, await list(others))).toMatchObject({
      verdict: 'genuine',
      checkedRevoked: true,
    })
    const withOurs = await list([...others, serial])
    expect(withOurs.count).toBe(51)
    expect(await checkOffline(scanned, keys.published, withOurs)).toMatchObject({ verdict: 'revoked' })
    expect(await checkOffline({ ...scanned, region: '63.09' }, keys.published, undefined)).toEqual({
      verdict: 'forged',
    })
  })

  test('the paper agrees only with all its values and its short code', async () => {
    const label = { id: 'x', en: 'x' }
    const fields: PrintedField[] = [
      { key: 'nik', type: 'digits', label },
      { key: 'name', type: 'name', label },
      { key: 'birthDate', type: 'date', label },
    ]
    const shortCode = randomShortCode(randomBytes)
    const h = base64url(
      await printedHash(shortCode, 'kk', [
        ['nik', '6311064503269901'],
        ['name', 'AISYAH NUR RAMADHANI'],
        ['birthDate', '2026-03-05'],
      ]),
    )
    const typed = { nik: '6311 0645 0326 9901', name: 'Aisyah  Nur Ramadhani ', birthDate: '5-3-2026' }
    const agrees = (code: string, values: Record<string, string>) =>
      paperAgrees({ ...payload, k: 'kk', h }, code, fields, values)
    expect(await agrees(shortCode, typed)).toBe(true)
    expect(await agrees(shortCode, { ...typed, birthDate: '6-3-2026' })).toBe(false)
    expect(await agrees(randomShortCode(randomBytes), typed)).toBe(false)
  })
})

test('values are compared in one spelling', () => {
  expect(comparable('date', '05/03/2026')).toBe('2026-03-05')
  expect(comparable('date', '31-2-2026')).toBe('31-2-2026')
  expect(comparable('name', ' Nur’aini ')).toBe("NUR'AINI")
  expect(comparable('number', '6311 - lu-15042026-0007')).toBe('6311-LU-15042026-0007')
})

test('a private key never leaves the folder in the published form', () => {
  expect(Object.keys(keys.published.keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
})
