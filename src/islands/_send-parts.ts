// Sends one file in parts that go on where they broke. The upload's id is made here and kept for this very file, so that trying again (also
// after closing the page) continues instead of beginning anew.
//   HEAD  {address}/{id}/parts                 -> header Upload-Offset: bytes that are there
//   POST  {address}/{id}/parts?offset=N        raw bytes from N; answers the new offset; a repeated part does no harm
//   POST  {address}/{id}/parts/complete        -> 2xx, or a sentence that says what is wrong with the file

export const PART_BYTES = 128 * 1024
const WAITS_MS = [1000, 2000, 4000, 8000, 15_000]

/** `sent`, `refused` with a sentence for people, or `trouble`: then the plain form is tried. */
export type Sending =
  | { readonly result: 'sent' }
  | { readonly result: 'refused'; readonly sentence: string }
  | { readonly result: 'trouble' }

export type SendTools = {
  readonly fetch: typeof fetch
  readonly wait: (ms: number) => Promise<void>
  readonly progress: (sentBytes: number, allBytes: number) => void
}

export async function sendParts(address: string, blob: Blob, tools: SendTools): Promise<Sending> {
  const parts = `${address}/parts`
  for (let tries = 0; tries <= WAITS_MS.length; tries++) {
    if (tries > 0) await tools.wait(WAITS_MS[tries - 1]!)
    try {
      const outcome = await sendOnce(parts, blob, tools, () => {
        tries = 0
      })
      if (outcome !== 'again') return outcome
    } catch {
      // No answer: the signal went. Wait, ask where we were, go on.
    }
  }
  return { result: 'trouble' }
}

async function sendOnce(parts: string, blob: Blob, tools: SendTools, wentWell: () => void): Promise<Sending | 'again'> {
  const asked = await tools.fetch(parts, { method: 'HEAD' })
  if (!asked.ok) return { result: 'trouble' }
  let offset = offsetOf(asked) ?? 0
  while (offset < blob.size) {
    tools.progress(offset, blob.size)
    const part = blob.slice(offset, offset + PART_BYTES)
    const answer = await tools.fetch(`${parts}?offset=${offset}`, {
      method: 'POST',
      body: part,
      headers: { 'Content-Type': 'application/octet-stream', 'Upload-Length': String(blob.size) },
    })
    if (answer.status === 409 || answer.status === 429 || answer.status >= 500) return 'again'
    if (!answer.ok) return { result: 'trouble' }
    wentWell()
    offset = offsetOf(answer) ?? offset + part.size
  }
  tools.progress(blob.size, blob.size)
  const done = await tools.fetch(`${parts}/complete`, { method: 'POST' })
  if (done.ok) return { result: 'sent' }
  if (done.status === 422) return { result: 'refused', sentence: await done.text() }
  return done.status >= 500 ? 'again' : { result: 'trouble' }
}

function offsetOf(answer: Response): number | undefined {
  const offset = Number(answer.headers.get('Upload-Offset') ?? Number.NaN)
  return Number.isSafeInteger(offset) && offset >= 0 ? offset : undefined
}

/** A random id (RFC 9562, version 4) that also works on a plain-HTTP address, where crypto.randomUUID is missing. */
export function newUploadId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A short mark of a file's bytes (FNV-1a, 32 bit, and its size): the same file continues its own upload, another one begins its own. */
export async function markOf(blob: Blob): Promise<string> {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(await blob.arrayBuffer())) hash = Math.imul(hash ^ byte, 0x01000193)
  return `${blob.size.toString(36)}-${(hash >>> 0).toString(36)}`
}
