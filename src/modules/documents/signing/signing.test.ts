// Every template is signed and checked with programs that are not ours: pdfsig (NSS) and openssl.
import { spawnSync } from 'node:child_process'
import { createHash, randomUUID, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromBER } from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderDocument } from '../render/render.ts'
import { hasPoppler, onPdf } from '../render/test-tools.ts'
import { sampleFrame } from '../sample.ts'
import { readTemplates } from '../templates.ts'
import { derOf } from './certificates.ts'
import { faultOfSigned } from './check-signed.ts'
import { isPlainlySigned } from './signed-part.ts'
import { signBatch } from './signer.ts'
import { createTestAuthority } from './test-authority.ts'
import { TestSigner } from './test-signer.ts'

const folder = mkdtempSync(join(tmpdir(), 'puja-sign-'))
const ca = join(folder, 'authority')
const signedAtMs = Date.UTC(2026, 3, 15, 7, 42)
const request = {
  reason: 'Kutipan akta kelahiran',
  signerName: 'Drs. H. MUHAMMAD YUSRAN, M.Si',
  location: 'Paringin',
  timeMs: signedAtMs,
}
const templates = readTemplates(fileURLToPath(new URL('../../../../services/shared/documents/', import.meta.url)))
const has = (program: string) => spawnSync(program, ['--version']).error === undefined
const run = (program: string, ...args: string[]) => {
  const done = spawnSync(program, args, { encoding: 'utf8' })
  return { ok: done.status === 0, text: done.stdout + done.stderr }
}

let signer: TestSigner
beforeAll(async () => {
  signer = new TestSigner(() => createTestAuthority(ca, signedAtMs))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function unsigned(kind: string): Promise<Uint8Array> {
  const data = JSON.parse(
    readFileSync(
      fileURLToPath(new URL(`../../../../services/shared/documents/samples/${kind}.json`, import.meta.url)),
      'utf8',
    ),
  )
  const result = await renderDocument(
    templates.byKind.get(kind)!.template,
    data,
    sampleFrame(`0196-${kind}`),
    templates.lists,
  )
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value.bytes
}
async function signed(kind: string): Promise<{ before: Uint8Array; after: Uint8Array }> {
  const before = await unsigned(kind)
  const result = await signer.sign(before, request)
  if (!result.ok) throw new Error('signer is down')
  return { before, after: result.value.bytes }
}

/** The CMS of the file's signature and the bytes it covers. */
function signatureOf(pdf: Uint8Array): { cms: Uint8Array; covered: Uint8Array } {
  const text = Buffer.from(pdf).toString('latin1')
  const [, a, b, c, d] = /\/ByteRange \[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/.exec(text)!.map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  expect(c + d).toBe(pdf.length)
  const padded = Buffer.from(text.slice(a + b + 1, c - 1), 'hex')
  const length = 4 + padded.readUInt16BE(2)
  return { cms: padded.subarray(0, length), covered: Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]) }
}

describe.each([...templates.byKind.keys()])('%s', (kind) => {
  test.runIf(hasPoppler && has('openssl'))('is signed so that pdfsig and openssl accept it', async () => {
    const { before, after } = await signed(kind)
    expect(Buffer.compare(after.subarray(0, before.length), before)).toBe(0)
    const told = onPdf(after, 'pdfsig', '{}')
    expect(told).toContain('Signature is Valid')
    expect(told).toContain('Total document signed')
    expect(told).toContain('ETSI.CAdES.detached')
    const { cms, covered } = signatureOf(after)
    writeFileSync(join(folder, 'cms.der'), cms)
    writeFileSync(join(folder, 'covered.bin'), covered)
    const args = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      join(folder, 'cms.der'),
      '-content',
      join(folder, 'covered.bin'),
      '-CAfile',
      join(ca, 'root.crt'),
      '-purpose',
      'any',
      '-out',
      '/dev/null',
    ]
    expect(run('openssl', ...args).text).toContain('CMS Verification successful')
    const text = Buffer.from(after).toString('latin1')
    expect(text).not.toContain('/Helvetica')
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
  })
})

test.runIf(has('openssl'))('the time stamp is one of RFC 3161 over the signature value', async () => {
  const { digest, token } = stampOf((await signed('birth-deed-extract')).after)
  expect(verifyStamp(token, digest, join(ca, 'root.crt')).text).toContain('Verification: OK')
  expect(verifyStamp(token, '00'.repeat(32), join(ca, 'root.crt')).ok).toBe(false)
  expect(run('openssl', 'ts', '-reply', '-in', token, '-token_in', '-text').text).toContain('Apr 15 07:42:00 2026 GMT')
})

/** The time stamp of a signed PDF in a file, and the digest that it has to be over. */
function stampOf(pdf: Uint8Array): { readonly token: string; readonly digest: string } {
  const { cms } = signatureOf(pdf)
  const data = new SignedData({ schema: new ContentInfo({ schema: fromBER(new Uint8Array(cms)).result }).content })
  const info = data.signerInfos[0]!
  const stamp = info.unsignedAttrs!.attributes.find((attribute) => attribute.type === '1.2.840.113549.1.9.16.2.14')!
  const token = join(folder, `token-${randomUUID()}.der`)
  writeFileSync(token, Buffer.from(stamp.values[0].toBER(false)))
  return { token, digest: createHash('sha256').update(info.signature.valueBlock.valueHexView).digest('hex') }
}

function verifyStamp(token: string, digest: string, root: string) {
  return run('openssl', 'ts', '-verify', '-digest', digest, '-in', token, '-token_in', '-CAfile', root)
}

test.runIf(hasPoppler)('one changed byte breaks the signature', async () => {
  const { after } = await signed('kk')
  const changed = Buffer.from(after)
  changed[5000] = (changed[5000]! + 1) % 256
  expect(onPdf(changed, 'pdfsig', '{}')).not.toContain('Signature is Valid')
})

test.runIf(hasPoppler && has('certutil'))('with the root imported, the certificate is trusted', async () => {
  const nss = join(folder, 'nss')
  run('mkdir', nss)
  run('certutil', '-N', '-d', `sql:${nss}`, '--empty-password')
  run('certutil', '-A', '-d', `sql:${nss}`, '-n', 'root', '-t', 'CT,C,C', '-i', join(ca, 'root.crt'))
  expect(onPdf((await signed('skpwni')).after, 'pdfsig', '-nssdir', nss, '{}')).toContain('Certificate is Trusted')
})

describe('the test authority', () => {
  test('is made once and opened again', async () => {
    const again = await createTestAuthority(ca, signedAtMs + 86_400_000)
    const serial = (await signer.sign(await unsigned('kk'), request)) as {
      ok: true
      value: { certificateSerial: string }
    }
    expect(Buffer.from(again.signer.certificate.serialNumber.valueBlock.valueHexView).toString('hex')).toBe(
      serial.value.certificateSerial,
    )
  })

  test('keeps its keys to itself', () => {
    for (const name of ['root', 'authority', 'signer', 'time-stamper']) {
      expect(statSync(join(ca, `${name}.key`)).mode & 0o077).toBe(0)
      expect(existsSync(join(ca, `${name}.crt`))).toBe(true)
    }
  })

  test('makers at once end up with the same one, each key beside its certificate', async () => {
    const shared = join(folder, 'shared')
    const made = await Promise.all([1, 2, 3, 4].map(() => createTestAuthority(shared, signedAtMs)))
    const serials = made.map(({ root }) =>
      Buffer.from(root.certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
    )
    expect(new Set(serials).size).toBe(1)
    for (const { certificate, key } of Object.values(made[0]!))
      expect(new X509Certificate(derOf(certificate)).checkPrivateKey(key)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([])
  })

  test.runIf(hasPoppler && has('openssl'))('of an older installation goes on with its RSA keys', async () => {
    const older = join(folder, 'older')
    mkdirSync(older)
    for (const name of ['root', 'authority', 'signer', 'time-stamper']) {
      const files = ['-keyout', join(older, `${name}.key`), '-out', join(older, `${name}.crt`)]
      const use = name === 'time-stamper' ? ['-addext', 'extendedKeyUsage=critical,timeStamping'] : []
      const made = run(
        'openssl',
        'req',
        '-x509',
        '-nodes',
        '-newkey',
        'rsa:2048',
        '-subj',
        `/CN=${name}`,
        ...use,
        ...files,
      )
      expect(made.ok).toBe(true)
    }
    const before = await unsigned('skpwni')
    const result = await new TestSigner(() => createTestAuthority(older, signedAtMs)).sign(before, request)
    if (!result.ok) throw new Error('signer is down')
    expect(onPdf(result.value.bytes, 'pdfsig', '{}')).toContain('Signature is Valid')
    expect(isPlainlySigned(before, result.value.bytes)).toBe(true)
    const { token, digest } = stampOf(result.value.bytes)
    expect(verifyStamp(token, digest, join(older, 'time-stamper.crt')).text).toContain('Verification: OK')
  })

  test.runIf(has('openssl'))('issues certificates that openssl accepts for their purpose', () => {
    const verify = (...args: string[]) => run('openssl', 'verify', '-CAfile', join(ca, 'root.crt'), ...args).text
    expect(verify('-untrusted', join(ca, 'authority.crt'), join(ca, 'signer.crt'))).toContain('OK')
    expect(verify('-purpose', 'timestampsign', join(ca, 'time-stamper.crt'))).toContain('OK')
    expect(
      verify('-untrusted', join(ca, 'authority.crt'), '-purpose', 'timestampsign', join(ca, 'signer.crt')),
    ).not.toContain('signer.crt: OK')
  })
})

describe('what comes back from a signer', () => {
  test('is stored only when it is the prepared file with a signature that covers all of it', async () => {
    const { before, after } = await signed('birth-deed-extract')
    const changed = (at: number) => {
      const copy = Buffer.from(after)
      copy[at] = copy[at]! ^ 1
      return copy
    }
    expect(await faultOfSigned(before, after)).toBeUndefined()
    expect(await faultOfSigned(before, before)).toBe('changed')
    expect(await faultOfSigned(before, changed(5000))).toBe('changed')
    expect(await faultOfSigned(before, Buffer.concat([before, Buffer.from('%%EOF')]))).toBe('not-signed')
    expect(await faultOfSigned(before, Buffer.concat([after, Buffer.from('more')]))).toBe('not-covered')
    expect(await faultOfSigned(before, changed(after.length - 3))).toBe('broken')
    const { after: other } = await signed('kk')
    expect(await faultOfSigned(before, other)).toBe('changed')
  })
})

describe('an outage', () => {
  test('refuses, and the same files are signed afterwards', async () => {
    const items = await Promise.all(
      ['kk', 'biodata'].map(async (kind) => ({ id: kind, pdf: await unsigned(kind), request })),
    )
    signer.setDown(true)
    expect((await signer.status()).state).toBe('down')
    const refused = await signBatch(signer, items)
    expect(refused.map(({ result }) => (result.ok ? '' : result.refusals[0]!.code))).toEqual([
      'signer-unavailable',
      'signer-unavailable',
    ])
    signer.setDown(false)
    const done = await signBatch(signer, items)
    expect(done.map(({ id, result }) => [id, result.ok])).toEqual([
      ['kk', true],
      ['biodata', true],
    ])
  })

  test('in a batch asks the provider once more at most', async () => {
    let asked = 0
    const failing = {
      sign: async () => {
        asked++
        return { ok: false as const, refusals: [{ code: 'signer-unavailable' }] }
      },
      status: () => signer.status(),
    }
    const item = { pdf: new Uint8Array(), request }
    const answers = await signBatch(failing, [
      { id: '1', ...item },
      { id: '2', ...item },
      { id: '3', ...item },
    ])
    expect(asked).toBe(1)
    expect(answers).toHaveLength(3)
  })
})
