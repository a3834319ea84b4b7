import { describe, expect, test, vi } from 'vitest'
import { markOf, newUploadId, PART_BYTES, sendParts } from './_send-parts.ts'

/** A server that keeps parts as ours does: appends at the end only, a repeated part does no harm. */
function server(options: { dropAt?: readonly number[]; complete?: () => Response; head?: () => Response } = {}) {
  const kept: Uint8Array[] = []
  const calls: string[] = []
  const drop = new Set(options.dropAt)
  const size = (): number => kept.reduce((sum, part) => sum + part.length, 0)
  const answer: typeof fetch = async (request, init) => {
    const url = new URL(String(request), 'http://here')
    calls.push(`${init?.method} ${url.pathname}${url.search}`)
    if (drop.delete(calls.length)) throw new TypeError('Failed to fetch')
    if (init?.method === 'HEAD')
      return options.head?.() ?? new Response(null, { status: 204, headers: { 'Upload-Offset': String(size()) } })
    if (url.pathname.endsWith('/complete')) return options.complete?.() ?? new Response(null, { status: 204 })
    const offset = Number(url.searchParams.get('offset'))
    const part = new Uint8Array(await new Response(init?.body as Blob).arrayBuffer())
    if (offset !== size()) return new Response('offset', { status: 409 })
    kept.push(part)
    return new Response(null, { status: 204, headers: { 'Upload-Offset': String(size()) } })
  }
  return { answer, calls, size, bytes: () => new Uint8Array(kept.flatMap((part) => [...part])) }
}

const photo = (bytes: number): Blob => new Blob([Uint8Array.from({ length: bytes }, (_, i) => (i * 7) % 251)])
const tools = (fetch: typeof globalThis.fetch) => ({ fetch, wait: vi.fn(async () => {}), progress: vi.fn() })

describe('sending in parts', () => {
  test('sends every byte once, in parts of 128 kB', async () => {
    const { answer, calls, bytes } = server()
    const blob = photo(PART_BYTES * 2 + 5)
    expect(await sendParts('/up/1', blob, tools(answer))).toEqual({ result: 'sent' })
    expect(calls).toEqual([
      'HEAD /up/1/parts',
      'POST /up/1/parts?offset=0',
      `POST /up/1/parts?offset=${PART_BYTES}`,
      `POST /up/1/parts?offset=${PART_BYTES * 2}`,
      'POST /up/1/parts/complete',
    ])
    expect(bytes()).toEqual(new Uint8Array(await blob.arrayBuffer()))
  })

  test('goes on where it broke, after waiting longer each time', async () => {
    const { answer, bytes, calls } = server({ dropAt: [3, 4, 5] })
    const blob = photo(PART_BYTES * 3)
    const used = tools(answer)
    expect(await sendParts('/up/2', blob, used)).toEqual({ result: 'sent' })
    expect(used.wait.mock.calls).toEqual([[1000], [2000], [4000]])
    expect(bytes()).toEqual(new Uint8Array(await blob.arrayBuffer()))
    expect(calls.filter((call) => call.endsWith('offset=0'))).toHaveLength(1)
  })

  test('asks again for the offset when the server has another one', async () => {
    let lied = false
    const { answer, bytes } = server({
      head: () => {
        if (lied) return new Response(null, { status: 204, headers: { 'Upload-Offset': '0' } })
        lied = true
        return new Response(null, { status: 204, headers: { 'Upload-Offset': '10' } })
      },
    })
    const blob = photo(100)
    expect(await sendParts('/up/3', blob, tools(answer))).toEqual({ result: 'sent' })
    expect(bytes()).toHaveLength(100)
  })

  test('hands the server’s sentence on when the file is refused', async () => {
    const { answer } = server({ complete: () => new Response('Foto tidak terbaca.', { status: 422 }) })
    expect(await sendParts('/up/4', photo(10), tools(answer))).toEqual({
      result: 'refused',
      sentence: 'Foto tidak terbaca.',
    })
  })

  test('gives up for the plain form: no such address, or no signal for long', async () => {
    const gone = server({ head: () => new Response(null, { status: 404 }) })
    expect(await sendParts('/up/5', photo(10), tools(gone.answer))).toEqual({ result: 'trouble' })
    const silent = tools(async () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await sendParts('/up/6', photo(10), silent)).toEqual({ result: 'trouble' })
    expect(silent.wait.mock.calls.flat()).toEqual([1000, 2000, 4000, 8000, 15_000])
  })
})

describe('the upload’s name', () => {
  test('is an RFC 9562 id and never twice the same', () => {
    const ids = Array.from({ length: 50 }, newUploadId)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(50)
  })

  test('belongs to the bytes, not to the file’s name', async () => {
    expect(await markOf(new File([await photo(99).arrayBuffer()], 'a.jpg'))).toBe(
      await markOf(new File([await photo(99).arrayBuffer()], 'b.jpg')),
    )
    expect(await markOf(photo(99))).not.toBe(await markOf(photo(100)))
    expect(await markOf(new Blob(['ab']))).not.toBe(await markOf(new Blob(['ba'])))
  })
})
