// Requests to an address that an administrator typed. Must stay true: the name is resolved once and every address it gives is
// checked before a connection is made to that very address, so that a name cannot turn inwards in between; redirects are not
// followed; an answer larger than a megabyte is cut off.
import { lookup } from 'node:dns'
import { request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicAddress, readAddress } from './outgoing-address.ts'

const LARGEST_ANSWER = 1 << 20

const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0)
    const [first] = addresses
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new Error('That name leads into a network that is not sent to.'), '', 0)
    if (options.all === true) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

/** As `fetch` for text bodies; throws for addresses that are not sent to. */
export function guardedFetch(url: string, init: RequestInit): Promise<Response> {
  const plain = url.split('?')[0] ?? url
  if (!readAddress(plain, false).ok) return Promise.reject(new Error('That address is not sent to.'))
  const body =
    init.body instanceof URLSearchParams ? init.body.toString() : typeof init.body === 'string' ? init.body : ''
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: init.method ?? 'GET',
        headers: { ...Object.fromEntries(new Headers(init.headers)), 'content-length': Buffer.byteLength(body) },
        lookup: guardedLookup,
        ...(init.signal ? { signal: init.signal } : {}),
      },
      (answer) => {
        const chunks: Buffer[] = []
        let size = 0
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > LARGEST_ANSWER) answer.destroy(new Error('The answer is too large.'))
          else chunks.push(chunk)
        })
        answer.on('error', reject)
        answer.on('end', () => {
          const headers = new Headers()
          const retry = answer.headers['retry-after']
          if (retry !== undefined) headers.set('retry-after', retry)
          const status = answer.statusCode ?? 502
          const text = Buffer.concat(chunks).toString('utf8')
          resolve(
            new Response(status === 204 || status === 304 ? null : text, {
              status: status < 200 ? 502 : status,
              headers,
            }),
          )
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
