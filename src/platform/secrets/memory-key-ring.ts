// Keys for tests and pure demonstrations, derived from a seed. Must stay true: the same seed gives the same keys, so
// recorded hashes stay valid; never used for real data.
import { hkdfSync } from 'node:crypto'
import type { KeyRing, SecretKey } from './key-ring.ts'

function derive(seed: string, purpose: string, id: string): SecretKey {
  return { id, purpose, bytes: Buffer.from(hkdfSync('sha256', seed, '', `${purpose}.${id}`, 32)) }
}

/** A ring that lives in memory. */
export function memoryKeyRing(seed = 'test'): KeyRing {
  const keys = new Map<string, SecretKey[]>()
  const all = (purpose: string): [SecretKey, ...SecretKey[]] => {
    const [newest, ...older] = keys.get(purpose) ?? []
    return [newest ?? derive(seed, purpose, '0001'), ...older]
  }
  const current = (purpose: string): SecretKey =>
    all(purpose).find((key) => key.from === undefined || key.from <= new Date()) ?? all(purpose)[0]
  return {
    all,
    current,
    byId: (purpose, id) => {
      const key = all(purpose).find((one) => one.id === id)
      if (key === undefined) throw new Error(`The key ${purpose}.${id} is not in memory.`)
      return key
    },
    rotate: async (purpose, from) => {
      const next = derive(seed, purpose, String(Number(all(purpose)[0].id) + 1).padStart(4, '0'))
      const key = from === undefined ? next : { ...next, from }
      keys.set(purpose, [key, ...all(purpose)])
      return key
    },
    remove: async (purpose, id) => {
      if (id >= current(purpose).id) throw new Error(`The key ${purpose}.${id} is not an older one.`)
      keys.set(
        purpose,
        all(purpose).filter((key) => key.id !== id),
      )
    },
  }
}
