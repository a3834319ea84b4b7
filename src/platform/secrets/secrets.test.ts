// Keys and seals: rotation loses nothing, a moved or changed value does not open, readable keys stop the start.
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeyRing } from './key-ring.ts'
import { memoryKeyRing } from './memory-key-ring.ts'
import { isOldHash, keyedHash, keyedHashes, openSealed, openSealedText, SealBroken, seal, sealedWith } from './seal.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'puja-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the folder of keys', () => {
  it('makes private files once and gives the same keys again', async () => {
    const first = await openKeyRing(join(folder, 'keys'))
    const second = await openKeyRing(join(folder, 'keys'))
    expect(second.current('seal')).toEqual(first.current('seal'))
    expect(first.current('seal').bytes).toHaveLength(32)
    expect(first.current('seal').bytes.equals(first.current('files').bytes)).toBe(false)
    for (const name of readdirSync(join(folder, 'keys')))
      expect(statSync(join(folder, 'keys', name)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
  })

  it('stops when others can read a key, or a key is cut short', async () => {
    await openKeyRing(folder)
    chmodSync(join(folder, 'seal.0001.key'), 0o644)
    await expect(openKeyRing(folder)).rejects.toThrow(/chmod 600/)
    chmodSync(join(folder, 'seal.0001.key'), 0o600)
    writeFileSync(join(folder, 'seal.0001.key'), 'c2hvcnQ=')
    await expect(openKeyRing(folder)).rejects.toThrow(/32 bytes/)
  })

  it('keeps the older keys after a rotation, also after a restart', async () => {
    const ring = await openKeyRing(folder)
    const sealed = seal(ring, 'rahasia', 'here')
    await ring.rotate('seal')
    const later = await openKeyRing(folder)
    expect(later.current('seal').id).toBe('0002')
    expect(openSealedText(later, sealed, 'here')).toBe('rahasia')
    expect(sealedWith(seal(later, 'x', 'here'))).toBe('0002')
  })
})

describe('a key made by another process', () => {
  it('opens and finds at once, and seals only when it has begun', async () => {
    const mine = await openKeyRing(folder)
    const theirs = await openKeyRing(folder)
    const begins = new Date(Date.now() + 3_600_000)
    await theirs.rotate('seal', begins)
    expect(theirs.current('seal').id).toBe('0001')
    expect(mine.byId('seal', '0002').bytes).toEqual(theirs.byId('seal', '0002').bytes)
    expect((await openKeyRing(folder)).all('seal').map(({ id, from }) => [id, from])).toEqual([
      ['0002', begins],
      ['0001', undefined],
    ])
    await theirs.rotate('seal', new Date(Date.now() - 1))
    expect(mine.byId('seal', '0003').id).toBe('0003')
    expect(mine.current('seal').id).toBe('0003')
  })

  it('is refused when its file was tampered with', async () => {
    const ring = await openKeyRing(folder)
    await ring.rotate('seal', new Date())
    const path = join(folder, 'seal.0002.key')
    writeFileSync(path, `${ring.byId('seal', '0002').bytes.toString('base64')}\nfrom never\n`)
    await expect(openKeyRing(folder)).rejects.toThrow(/32 bytes/)
  })
})

describe('sealed values', () => {
  const ring = memoryKeyRing()
  it('open to what was sealed, text or bytes', () => {
    expect(openSealedText(ring, seal(ring, 'Banjar – ñ', 'a'), 'a')).toBe('Banjar – ñ')
    expect(openSealed(ring, seal(ring, Uint8Array.of(0, 255, 7), 'a'), 'a')).toEqual(Buffer.from([0, 255, 7]))
    expect(openSealedText(ring, seal(ring, '', 'a'), 'a')).toBe('')
  })

  it('never look alike', () => {
    expect(seal(ring, 'same', 'a').equals(seal(ring, 'same', 'a'))).toBe(false)
  })

  it('open in their own place only', () => {
    expect(() => openSealed(ring, seal(ring, 'x', 'person:1'), 'person:2')).toThrow(SealBroken)
    expect(() => openSealed(ring, seal(ring, 'x', 'a', 'files'), 'a')).toThrow(SealBroken)
  })

  it('notice every changed byte', () => {
    const sealed = seal(ring, 'x', 'a')
    for (let index = 3; index < sealed.length; index++) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => openSealed(ring, changed, 'a'), `byte ${index}`).toThrow(SealBroken)
    }
    expect(() => openSealed(ring, sealed.subarray(0, 10), 'a')).toThrow(SealBroken)
  })
})

describe('keyed hashes', () => {
  it('are the same for the same number, and others under another key', async () => {
    const ring = memoryKeyRing()
    const before = keyedHash(ring, '6311060101909901')
    expect(keyedHash(ring, '6311060101909901')).toBe(before)
    expect(keyedHash(memoryKeyRing('other'), '6311060101909901')).not.toBe(before)
    expect(before).toMatch(/^0001\.[\w-]{43}$/)
    await ring.rotate('nik-hash')
    expect(isOldHash(ring, before)).toBe(true)
    expect(keyedHashes(ring, '6311060101909901')).toEqual([keyedHash(ring, '6311060101909901'), before])
  })
})
