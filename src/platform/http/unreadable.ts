// Requests that Node's parser refuses before the house sees them: an address or cookies longer than it reads, bytes that are no
// HTTP. Must stay true: whoever sits before a browser reads a sentence, never an empty page; the connection ends.
import type { Duplex } from 'node:stream'

const SENTENCES: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'Alamat atau cookie peramban ini terlalu panjang. Hapus cookie situs ini, atau buka dari beranda. (The address or the cookies are too long.)',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    'Kiriman terputus di tengah jalan. Periksa sinyal, lalu kirim lagi. (The request broke off.)',
  ],
}
const OTHER = [
  '400 Bad Request',
  'Permintaan ini tidak bisa dibaca. Buka lagi dari beranda. (This request cannot be read.)',
] as const

/** The whole answer, headers and all. */
export function unreadableAnswer(code: string | undefined): string {
  const [status, sentence] = SENTENCES[code ?? ''] ?? OTHER
  const body = `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Puja Indah</title><p>${sentence}</p><p><a href="/">Ke beranda</a></p></html>\n`
  return [
    `HTTP/1.1 ${status}`,
    'content-type: text/html; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    "content-security-policy: default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n')
}

/** For a server's `clientError`. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
  else socket.end(unreadableAnswer(error.code))
}
