// What keeps the program from starting though nothing is wrong with it: a port that is taken, a folder it may not write. Told in
// two sentences before anything is opened, instead of as a stack trace after minutes of filling.
import { createServer } from 'node:net'
import { fill, type Text } from '../kernel/text.ts'
import type { Env } from './env.ts'

const TEXTS = {
  taken: {
    id: 'Port {port} sudah dipakai program lain, mungkin Puja Indah yang sudah berjalan. Hentikan program itu, atau pilih port lain: PORT=8080 npm start.',
    en: 'Port {port} is taken by another program, perhaps by Puja Indah itself. Stop that one, or choose another port: PORT=8080 npm start.',
  },
  forbidden: {
    id: 'Port {port} tidak boleh dibuka oleh pengguna ini. Pilih port di atas 1023: PORT=8080 npm start.',
    en: 'This user may not open port {port}. Choose one above 1023: PORT=8080 npm start.',
  },
  host: {
    id: 'HOST {host} bukan alamat komputer ini.',
    en: 'HOST {host} is no address of this machine.',
  },
  folder: {
    id: 'Folder data {folder} tidak bisa ditulisi ({code}: {path}). Perbaiki hak aksesnya, atau pilih folder lain lewat PUJA_DATA.',
    en: 'The data folder {folder} cannot be written ({code}: {path}). Mend its rights, or choose another with PUJA_DATA.',
  },
  full: {
    id: 'Ruang penyimpanan habis ({path}). Kosongkan ruang, lalu mulai lagi.',
    en: 'There is no space left ({path}). Make room, then start again.',
  },
} as const satisfies Record<string, Text>

export class StartFault extends Error {
  override readonly name = 'StartFault'
  readonly text: Text
  constructor(kind: keyof typeof TEXTS, params: Readonly<Record<string, string | number>>, cause?: unknown) {
    const text = { id: fill(TEXTS[kind].id, params), en: fill(TEXTS[kind].en, params) }
    super(text.en, { cause })
    this.text = text
  }
}

const FOLDER_CODES = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR']

/** An error of the system as a fault of the start; everything else as it is, because that is a bug of ours. */
export function startFaultOf(error: unknown, { port, host, dataFolder }: Env): unknown {
  const { code, path, syscall, address } = (error ?? {}) as NodeJS.ErrnoException & { readonly address?: string }
  if (syscall === 'listen' && path === undefined && !address?.includes('/')) {
    if (code === 'EADDRINUSE') return new StartFault('taken', { port }, error)
    if (code === 'EACCES') return new StartFault('forbidden', { port }, error)
    return new StartFault('host', { host }, error)
  }
  if (syscall === 'getaddrinfo') return new StartFault('host', { host }, error)
  if (code === 'ENOSPC') return new StartFault('full', { path: path ?? dataFolder }, error)
  if (code !== undefined && FOLDER_CODES.includes(code))
    return new StartFault('folder', { folder: dataFolder, code, path: path ?? address ?? dataFolder }, error)
  return error
}

/** Throws what `listen` would, before the database is opened and the demo is filled. */
export function assertCanListen({ port, host }: Pick<Env, 'port' | 'host'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()))
  })
}
