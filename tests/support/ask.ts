// One question to a house over HTTP, as `fetch` would ask it, for tests that ask thousands: Node's own client takes half the
// processor's time of its fetch. Must stay true: no way on is followed, nothing is unpacked, and a line that breaks is a
// TypeError with fetch's own words, which tell a dead house from one that says no.
import { Agent, type IncomingMessage, request } from 'node:http'

/** Lines are kept for the next question; an idle one keeps no program running. */
const agent = new Agent({ keepAlive: true })

export type Question = {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: BodyInit | undefined
}
export type Told = { readonly status: number; readonly headers: Headers; readonly bytes: Buffer }

/** What fetch sends of its own accord. */
const USUAL = { accept: '*/*', 'accept-language': '*', 'sec-fetch-mode': 'cors', 'user-agent': 'node' } as const

export async function ask(address: string, { method, headers, body }: Question): Promise<Told> {
  const { type, bytes } = await packed(body)
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const sent = { ...USUAL, ...(type === null ? {} : { 'content-type': type }), ...Object.fromEntries(own) }
  return new Promise((resolve, reject) => {
    const question = request(new URL(address), { agent, method, headers: sent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: headersOf(answer), bytes: Buffer.concat(parts) }),
      )
      answer.once('error', (cause) => reject(new TypeError('terminated', { cause })))
    })
    question.once('error', (cause) => reject(new TypeError('fetch failed', { cause })))
    question.end(bytes)
  })
}

/** A body and its kind, as they go over the line. */
async function packed(body: BodyInit | undefined): Promise<{ type: string | null; bytes?: Uint8Array }> {
  if (body === undefined) return { type: null }
  if (body instanceof Uint8Array) return { type: null, bytes: body }
  const packed = new Response(body)
  return { type: packed.headers.get('content-type'), bytes: new Uint8Array(await packed.arrayBuffer()) }
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at]!, rawHeaders[at + 1]!)
  return headers
}
