// A small S3 for tests: puts, gets, lists in pages, and refuses every request whose signature does not hold. Must stay
// true: it computes signatures from the raw request by itself, so a mistake of our client cannot agree with itself.
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type S3StandIn = {
  readonly endpoint: string
  readonly objects: Map<string, { bytes: Buffer; at: Date }>
  fail: { status: number; code: string } | undefined
  close(): Promise<void>
}

const SECRET = 'stand-in secret'
export const S3_KEYS = { accessKeyId: 'stand-in', secretAccessKey: SECRET, region: 'id-test-1' }
const PAGE = 2

function holds(request: IncomingMessage, body: Buffer): boolean {
  const header = String(request.headers.authorization)
  const [, day, region, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=stand-in\/(\d{8})\/([\w-]+)\/s3\/aws4_request,SignedHeaders=([\w;-]+),Signature=([0-9a-f]{64})$/.exec(
      header,
    ) ?? []
  if (day === undefined || region === undefined || names === undefined) return false
  const [path, query = ''] = String(request.url).split('?')
  const bodyHash = createHash('sha256').update(body).digest('hex')
  if (request.headers['x-amz-content-sha256'] !== bodyHash || !names.split(';').includes('host')) return false
  const sorted = query
    .split('&')
    .map((part) => part.replaceAll('+', '%20'))
    .sort()
    .join('&')
  const canonical = [
    request.method,
    path,
    sorted,
    ...names.split(';').map((name) => `${name}:${String(request.headers[name])}`),
    '',
    names,
    bodyHash,
  ].join('\n')
  const date = String(request.headers['x-amz-date'])
  const text = [
    'AWS4-HMAC-SHA256',
    date,
    `${day}/${region}/s3/aws4_request`,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n')
  let key: Buffer = Buffer.from(`AWS4${SECRET}`)
  for (const step of [day, region, 's3', 'aws4_request']) key = createHmac('sha256', key).update(step).digest()
  return (
    createHmac('sha256', key).update(text).digest('hex') === signature &&
    Math.abs(Date.now() - Date.parse(date.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5'))) < 900_000
  )
}

function listXml(objects: S3StandIn['objects'], query: URLSearchParams): string {
  const after = query.get('continuation-token') ?? ''
  const names = [...objects.keys()].filter((name) => name.startsWith(query.get('prefix') ?? '') && name > after).sort()
  const page = names.slice(0, PAGE)
  const contents = page.map(
    (name) =>
      `<Contents><Key>${name}</Key><LastModified>${objects.get(name)?.at.toISOString()}</LastModified></Contents>`,
  )
  const next = names.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`
}

/** Starts the stand-in with one bucket, `puja`. */
export async function startS3(): Promise<S3StandIn> {
  const objects: S3StandIn['objects'] = new Map()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const answer = (status: number, text: string | Buffer = '') => response.writeHead(status).end(text)
      if (standIn.fail !== undefined)
        return answer(standIn.fail.status, `<Error><Code>${standIn.fail.code}</Code></Error>`)
      if (!holds(request, body)) return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
      const url = new URL(String(request.url), 'http://stand-in')
      const name = decodeURIComponent(url.pathname.replace(/^\/puja\/?/, ''))
      if (name === '') return answer(200, listXml(objects, url.searchParams))
      const found = objects.get(name)
      if (request.method === 'PUT') objects.set(name, { bytes: body, at: new Date() })
      if (request.method === 'DELETE') objects.delete(name)
      if (request.method === 'PUT' || request.method === 'DELETE') return answer(request.method === 'PUT' ? 200 : 204)
      return found === undefined
        ? answer(404, '<Error><Code>NoSuchKey</Code></Error>')
        : answer(200, request.method === 'HEAD' ? '' : found.bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const standIn: S3StandIn = {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    fail: undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return standIn
}
