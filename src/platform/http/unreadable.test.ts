import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerUnreadable, unreadableAnswer } from './unreadable.ts'

const server = createServer((_, response) => response.end('fine')).on('clientError', answerUnreadable)
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve())))
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))

const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; policy: string; said: string }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, async (answer) =>
      resolve({
        status: answer.statusCode ?? 0,
        policy: String(answer.headers['content-security-policy']),
        said: await text(answer),
      }),
    )
    asked.once('error', reject)
    asked.end()
  })

it('an address or a cookie that is too long is told in a sentence', async () => {
  for (const answer of [await get(`/${'a'.repeat(30_000)}`), await get('/', { cookie: `a=${'b'.repeat(30_000)}` })]) {
    expect(answer.status).toBe(431)
    expect(answer.said).toContain('terlalu panjang')
    expect(answer.policy).toContain("default-src 'none'")
  }
  expect((await get('/')).said).toBe('fine')
})

it('what is no HTTP is told as one, and says how long it is', () => {
  const [head = '', body = ''] = unreadableAnswer('HPE_INVALID_METHOD').split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`)
  expect(body).toContain('tidak bisa dibaca')
})
