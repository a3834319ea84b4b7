// The thread in which the invented population of a large demo is made, block by block as they are asked for. Must stay true: no
// database; a block is handed over, not copied.
import { parentPort, workerData } from 'node:worker_threads'
import { copied, type ThreadOrder } from './modules/register/demo/copied-blocks.ts'
import { Invention } from './modules/register/demo/invention.ts'
import { ringOfHeld } from './platform/secrets/held-keys.ts'

const { options, part, keys }: ThreadOrder = workerData
const blocks = Invention.begin(ringOfHeld(keys), options, part).then(copied)

parentPort?.on('message', async () => {
  const { value } = (await blocks).next()
  if (value === undefined) return
  parentPort?.postMessage(value, 'block' in value ? value.block.parts.map(({ rows }) => rows.buffer) : [])
})
