// Files: whole or not there, apart by region, sealed at rest, swept when nobody names them; the same on folder and S3.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { S3_KEYS, type S3StandIn, startS3 } from '../../../tests/support/s3.ts'
import type { Database } from '../db/database.ts'
import { memoryKeyRing } from '../secrets/memory-key-ring.ts'
import { type ByteStore, contentHash, FilesUnavailable, readLimited } from './file-store.ts'
import { findFile, nameFile, openFiles } from './files.ts'
import { folderStore } from './folder-store.ts'
import { s3Store } from './s3-store.ts'
import { signed } from './signature-v4.ts'

let db: Database
let s3: S3StandIn
const folder = mkdtempSync(join(tmpdir(), 'puja-files-'))
beforeAll(async () => {
  db = await openTestDatabase({ migrations: platformMigrations() })
  s3 = await startS3()
})
afterAll(async () => {
  await db.close()
  await s3.close()
  rmSync(folder, { recursive: true, force: true })
})

const stores: Record<string, () => ByteStore> = {
  folder: () => folderStore(join(folder, 'store')),
  S3: () => s3Store({ ...S3_KEYS, endpoint: s3.endpoint, bucket: 'puja' }),
}
const listed = async (store: ByteStore, prefix: string) => {
  const names: string[] = []
  for await (const { name } of store.list(prefix)) names.push(name)
  return names.sort()
}

for (const [kind, open] of Object.entries(stores)) {
  describe(`a store in ${kind}`, () => {
    it('keeps bytes under names', async () => {
      const store = open()
      expect(await store.get('a/b')).toBeUndefined()
      await store.put('a/b', Buffer.from([1, 2, 255]))
      await store.put('a/b', Buffer.from([1, 2, 254]))
      expect(await store.get('a/b')).toEqual(Buffer.from([1, 2, 254]))
      expect([await store.has('a/b'), await store.has('a/c')]).toEqual([true, false])
      for (const name of ['a/c', 'a/d', 'a/e', 'ab/f']) await store.put(name, Buffer.from(name))
      expect(await listed(store, 'a/')).toEqual(['a/b', 'a/c', 'a/d', 'a/e'])
      for (const name of ['a/b', 'a/b', 'a/c', 'a/d', 'a/e', 'ab/f']) await store.remove(name)
      expect(await listed(store, '')).toEqual([])
    })

    for (const sealed of [false, true]) {
      it(`holds files of a region${sealed ? ', sealed' : ''}`, async () => {
        const store = open()
        const files = openFiles(db, store, sealed ? memoryKeyRing() : undefined)
        const bytes = Buffer.from(`a photo ${kind} ${sealed}`)
        const kept = await files.keep('63.11', bytes, 'image/jpeg')
        expect(kept).toEqual({ hash: contentHash(bytes), sizeBytes: bytes.length, mediaType: 'image/jpeg' })
        await db.inRegion('63.11', async (tx) => {
          await nameFile(tx, kept)
          await nameFile(tx, kept)
        })
        expect(await files.read('63.11', kept.hash)).toEqual(bytes)
        expect(await files.read('64.02', kept.hash)).toBeUndefined()
        expect(await db.inRegion('63.11', (tx) => findFile(tx, kept.hash))).toEqual(kept)
        expect(await db.inRegion('64.02', (tx) => findFile(tx, kept.hash))).toBeUndefined()
        const stored = await store.get(`63.11/${kept.hash.slice(0, 2)}/${kept.hash}`)
        expect(stored?.includes('a photo')).toBe(!sealed)
        await store.put(`64.02/${kept.hash.slice(0, 2)}/${kept.hash}`, stored ?? Buffer.of())
        if (sealed) await expect(files.read('64.02', kept.hash)).rejects.toThrow(/changed or belongs/)
        await store.put(
          `63.11/${kept.hash.slice(0, 2)}/${kept.hash}`,
          Buffer.from('something else, long enough to be sealed'),
        )
        await expect(files.read('63.11', kept.hash)).rejects.toThrow()
      })
    }

    it('sweeps old orphans and nothing else', async () => {
      const files = openFiles(db, open())
      const [named, orphan] = [
        await files.keep('63.12', Buffer.from('named'), 'text/plain'),
        await files.keep('63.12', Buffer.from('orphan'), 'text/plain'),
      ]
      await db.inRegion('63.12', (tx) => nameFile(tx, named))
      expect(await files.sweep('63.12')).toBe(0)
      await new Promise((resolve) => setTimeout(resolve, 15))
      expect(await files.sweep('63.12', 5)).toBe(1)
      expect([await files.has('63.12', named.hash), await files.has('63.12', orphan.hash)]).toEqual([true, false])
    })
  })
}

describe('a folder', () => {
  it('keeps files private and lets no name climb out', async () => {
    const store = folderStore(join(folder, 'private'))
    await store.put('a/b', Buffer.from('x'))
    expect(statSync(join(folder, 'private/a/b')).mode & 0o777).toBe(0o600)
    for (const name of ['../x', 'a/../../x', '/etc/passwd', 'a//b', '', 'a\0b'])
      await expect(store.put(name, Buffer.of()), name).rejects.toThrow(/Not a name/)
  })

  it('clears what a killed process left half written', async () => {
    const store = folderStore(join(folder, 'half'))
    const files = openFiles(db, store)
    mkdirSync(join(folder, 'half/63.11/aa'), { recursive: true })
    const left = join(folder, 'half/63.11/aa/aaaa.0d0e.new')
    writeFileSync(left, 'half')
    utimesSync(left, new Date(0), new Date(0))
    expect(await files.sweep('63.11')).toBe(0)
    expect(readdirSync(join(folder, 'half/63.11/aa'))).toEqual([])
  })

  it.skipIf(process.platform !== 'linux')('says so when the disk is full, and leaves nothing behind', async () => {
    // /dev/full takes no byte: a folder whose new files all are that device.
    const place = join(folder, 'full')
    const store = folderStore(place)
    const { open } = await import('node:fs/promises')
    const device = await open('/dev/full', 'w')
    const error: unknown = await device.writeFile('x').catch((thrown: unknown) => thrown)
    await device.close()
    expect(error).toMatchObject({ code: 'ENOSPC' })
    const full = await failingWith(store, error)
    expect(full).toBeInstanceOf(FilesUnavailable)
    expect(full).toMatchObject({
      code: 'files-full',
      text: { id: expect.stringContaining('penuh'), en: expect.stringContaining('full') },
    })
    expect(readdirSync(place, { recursive: true }).filter((name) => String(name).endsWith('.new'))).toEqual([])
  })

  it.skipIf(process.getuid?.() === 0)('says so when it may not write', async () => {
    mkdirSync(join(folder, 'locked'))
    chmodSync(join(folder, 'locked'), 0o500)
    await expect(folderStore(join(folder, 'locked')).put('a', Buffer.of())).rejects.toMatchObject({
      code: 'files-lost',
    })
  })
})

/** What `put` throws when writing fails with this error of the system. */
async function failingWith(store: ByteStore, error: unknown): Promise<unknown> {
  const bytes = Buffer.from('x')
  // The file handle asks the buffer for its bytes while writing: that is where a full disk shows.
  Object.defineProperty(bytes, 'byteLength', {
    get: () => {
      throw error
    },
  })
  return store.put('a/b', bytes).catch((thrown: unknown) => thrown)
}

describe('S3', () => {
  it('signs as the published example of the protocol', () => {
    const headers = signed(
      {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        region: 'us-east-1',
      },
      {
        method: 'GET',
        url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
        headers: { range: 'bytes=0-9' },
        bodyHash: contentHash(Buffer.of()),
      },
      new Date('2013-05-24T00:00:00Z'),
    )
    expect(headers.authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    )
  })

  it('turns refusals, a full store and silence into typed errors', async () => {
    const store = stores.S3?.() ?? folderStore(folder)
    s3.fail = { status: 507, code: 'XMinioStorageFull' }
    await expect(store.put('a', Buffer.of(1))).rejects.toMatchObject({ code: 'files-full' })
    s3.fail = { status: 503, code: 'SlowDown' }
    await expect(store.get('a')).rejects.toMatchObject({ code: 'files-lost' })
    s3.fail = undefined
    await expect(
      s3Store({ ...S3_KEYS, secretAccessKey: 'wrong', endpoint: s3.endpoint, bucket: 'puja' }).get('a'),
    ).rejects.toThrow(/403 SignatureDoesNotMatch/)
    await expect(
      s3Store({ ...S3_KEYS, endpoint: 'http://127.0.0.1:9', bucket: 'puja' }).get('a'),
    ).rejects.toMatchObject({ code: 'files-lost' })
  })
})

describe('readLimited', () => {
  it('reads to the end or stops at the limit', async () => {
    expect(await readLimited(Readable.from([Buffer.from('ab'), Buffer.from('c')]), 3)).toEqual(Buffer.from('abc'))
    expect(await readLimited(Readable.from([Buffer.from('ab'), Buffer.from('cd')]), 3)).toBeUndefined()
  })
})
