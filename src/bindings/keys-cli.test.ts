// `puja keys reseal` straight after `rotate`. Must stay true: it never says "nothing to do" because the new key has not begun.
import { expect, it } from 'vitest'
import { keysCli } from './keys-cli.ts'
import type { KeysRequest, ResealAnswer } from './keys-requests.ts'

const START = Date.parse('2026-04-10T02:00:00Z')

async function reseal(beginsInMs: number) {
  let now = START
  const [out, err, asked]: [string[], string[], KeysRequest[]] = [[], [], []]
  const ask = async (request: KeysRequest): Promise<ResealAnswer> => {
    asked.push(request)
    const begins = START + beginsInMs
    return begins > now
      ? { at: '', renewed: 0, broken: 0, begins: new Date(begins).toISOString() }
      : { at: 'person.nik_hash 63.11', renewed: 12, broken: 0 }
  }
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  const code = await keysCli(
    ['reseal'],
    io,
    ask,
    () => now,
    async (ms) => {
      now += ms
    },
  )
  return { code, out, err: err.join(' '), asked: asked.length }
}

it('waits for a key that begins in a moment', async () => {
  expect(await reseal(6_000)).toMatchObject({
    code: 0,
    out: ['{"renewed":12,"broken":0}'],
    err: expect.stringContaining('begins at 2026-04-10T02:00:06.000Z; waiting'),
    asked: 2,
  })
})

it('refuses while the key of `rotate --in` has not begun', async () => {
  expect(await reseal(3_600_000)).toMatchObject({
    code: 1,
    out: [],
    err: expect.stringContaining('Run npx puja keys reseal after that'),
    asked: 1,
  })
})

it('begins at once when every key has begun', async () => {
  expect(await reseal(0)).toMatchObject({ code: 0, out: ['{"renewed":12,"broken":0}'], asked: 1 })
})
