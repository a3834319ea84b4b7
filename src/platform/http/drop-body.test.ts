// A refused upload is heard to its end: the page comes, and the connection serves the next request.
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropUnreadBody } from './drop-body.ts'

let server: ServerType
let port: number
beforeAll(async () => {
  const app = new Hono()
  app.use(dropUnreadBody({ mostBytes: 2_000_000, mostMs: 5_000 }))
  app.post('/refused', (c) => c.text('Masuk dulu', 401))
  app.post('/read', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)))
  app.get('/next', (c) => c.text('next page'))
  server = await new Promise<ServerType>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
      port = info.port
      resolve(listening)
    })
  })
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

/** Sends a body in parts, slower than a server would wait by itself, then asks for the next page on the same connection. */
async function sendSlowly(path: string, announced: number, sent = announced): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  let ended = false
  socket.on('data', (part) => {
    text += part.toString('latin1')
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    ended = true
  })
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: image/jpeg\r\ncontent-length: ${announced}\r\n\r\n`)
  const parts = 8
  for (let n = 0; n < parts && !ended; n++) {
    socket.write(Buffer.alloc(sent / parts))
    await sleep(120)
  }
  if (!ended && sent === announced) {
    socket.write('GET /next HTTP/1.1\r\nhost: x\r\n\r\n')
    for (let n = 0; n < 200 && !ended && !text.includes('next page'); n++) await sleep(10)
  }
  socket.destroy()
  return text
}

describe('a body that nobody read', () => {
  it('is heard to its end, the refusal is read, the connection goes on', async () => {
    const text = await sendSlowly('/refused', 800_000)
    expect(text).toMatch(/^HTTP\/1\.1 401[\s\S]*Masuk dulu[\s\S]*HTTP\/1\.1 200[\s\S]*next page$/)
  })

  it('is not heard beyond the limit: the answer comes and the connection ends', async () => {
    const text = await sendSlowly('/refused', 2_400_000, 8_000)
    expect(text).toMatch(/^HTTP\/1\.1 401/)
    expect(text).toMatch(/connection: close/i)
    expect(text).not.toContain('next page')
  })

  it('changes nothing for a body that was read', async () => {
    expect(await sendSlowly('/read', 80_000)).toMatch(/\r\n80000HTTP[\s\S]*next page$/)
  })
})
