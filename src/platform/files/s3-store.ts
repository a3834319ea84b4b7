// Files in any S3-compatible store, over fetch. Must stay true: addresses with the bucket in the path (works with every
// such store); an answer that is no success is an error with its code and never taken for an empty file.
import { type ByteStore, FilesUnavailable } from './file-store.ts'
import { bodyHashOf, type S3Keys, signed } from './signature-v4.ts'

export type S3Options = S3Keys & { readonly endpoint: string; readonly bucket: string; readonly timeoutMs?: number }

const EMPTY = bodyHashOf('')

/** The texts between `<tag>` and `</tag>`; S3's lists are that simple. */
function textsOf(xml: string, tag: string): string[] {
  const plain = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
  return [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((match) => plain(match[1] ?? ''))
}

export function s3Store(options: S3Options): ByteStore {
  const address = (name: string): URL =>
    new URL(
      `${options.endpoint.replace(/\/+$/, '')}/${options.bucket}/${name.split('/').map(encodeURIComponent).join('/')}`,
    )

  async function ask(method: string, url: URL, body?: Buffer): Promise<Response> {
    const headers = signed(
      options,
      { method, url, headers: {}, bodyHash: body === undefined ? EMPTY : bodyHashOf(body) },
      new Date(),
    )
    try {
      return await fetch(url, {
        method,
        headers,
        body: body === undefined ? undefined : new Uint8Array(body),
        signal: AbortSignal.timeout(options.timeoutMs ?? 30_000),
      })
    } catch (error) {
      throw new FilesUnavailable('lost', error)
    }
  }

  async function fault(response: Response, what: string): Promise<FilesUnavailable> {
    const [code] = textsOf(await response.text(), 'Code')
    const full = response.status === 507 || code === 'QuotaExceeded' || code === 'XMinioStorageFull'
    return new FilesUnavailable(full ? 'full' : 'lost', new Error(`${what}: ${response.status} ${code ?? ''}`))
  }

  return {
    async put(name, bytes) {
      const response = await ask('PUT', address(name), bytes)
      if (!response.ok) throw await fault(response, `put ${name}`)
      await response.arrayBuffer()
    },
    async get(name) {
      const response = await ask('GET', address(name))
      if (response.status === 404) {
        await response.arrayBuffer()
        return undefined
      }
      if (!response.ok) throw await fault(response, `get ${name}`)
      return Buffer.from(await response.arrayBuffer())
    },
    async has(name) {
      const response = await ask('HEAD', address(name))
      if (response.ok) return true
      if (response.status === 404) return false
      throw await fault(response, `head ${name}`)
    },
    async remove(name) {
      const response = await ask('DELETE', address(name))
      if (!response.ok && response.status !== 404) throw await fault(response, `delete ${name}`)
      await response.arrayBuffer()
    },
    async *list(prefix) {
      let more: string | undefined
      do {
        const url = new URL(`${options.endpoint.replace(/\/+$/, '')}/${options.bucket}`)
        url.searchParams.set('list-type', '2')
        url.searchParams.set('prefix', prefix)
        if (more !== undefined) url.searchParams.set('continuation-token', more)
        const response = await ask('GET', url)
        if (!response.ok) throw await fault(response, 'list')
        const xml = await response.text()
        const times = textsOf(xml, 'LastModified')
        for (const [index, name] of textsOf(xml, 'Key').entries())
          yield { name, writtenAt: new Date(times[index] ?? 0) }
        more = textsOf(xml, 'NextContinuationToken')[0]
      } while (more !== undefined)
    },
  }
}
