// The keys of some purposes, taken out of a ring for a thread of this process that seals many values. Must stay true: they go from
// memory to memory and nowhere else; a ring of held keys changes nothing and stays as the keys were when they were taken.
import type { KeyRing, SecretKey } from './key-ring.ts'

export type HeldKeys = ReadonlyMap<string, { readonly current: SecretKey; readonly all: readonly SecretKey[] }>

export function holdKeys(ring: KeyRing, purposes: readonly string[]): HeldKeys {
  return new Map(purposes.map((purpose) => [purpose, { current: ring.current(purpose), all: ring.all(purpose) }]))
}

export function ringOfHeld(held: HeldKeys): KeyRing {
  // On its way into a thread a Buffer becomes a plain array of bytes.
  const asKey = (key: SecretKey): SecretKey => ({ ...key, bytes: Buffer.from(key.bytes) })
  const own = new Map(
    [...held].map(([name, { current, all }]) => [name, { current: asKey(current), all: all.map(asKey) }]),
  )
  const of = (purpose: string) => {
    const keys = own.get(purpose)
    if (keys === undefined) throw new Error(`No key for ${purpose} was handed over.`)
    return keys
  }
  const refuse = () => Promise.reject(new Error('Keys that were handed over are not changed.'))
  return {
    current: (purpose) => of(purpose).current,
    all: (purpose) => of(purpose).all,
    byId: (purpose, id) => {
      const key = of(purpose).all.find((one) => one.id === id)
      if (key === undefined) throw new Error(`The key ${purpose}.${id} was not handed over.`)
      return key
    },
    rotate: refuse,
    remove: refuse,
  }
}
