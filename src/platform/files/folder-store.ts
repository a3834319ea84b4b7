// Files in a folder. Must stay true: written beside its place, synced and renamed, so that a file is whole or not
// there; names cannot climb out of the folder; a full disk is a typed error and leaves nothing behind.
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { type ByteStore, FilesUnavailable } from './file-store.ts'

const NAME = /^[\w.-]+(\/[\w.-]+)*$/

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

export function folderStore(folder: string): ByteStore {
  const place = (name: string): string => {
    if (!NAME.test(name) || name.split('/').some((part) => part === '.' || part === '..'))
      throw new Error(`Not a name of a file: ${name}`)
    return join(folder, ...name.split('/'))
  }
  return {
    async put(name, bytes) {
      const path = place(name)
      const temporary = `${path}.${randomUUID()}.new`
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        const file = await open(temporary, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {})
        const code = codeOf(error)
        if (code === 'ENOSPC' || code === 'EDQUOT') throw new FilesUnavailable('full', error)
        if (code === 'EIO' || code === 'EROFS' || code === 'EACCES') throw new FilesUnavailable('lost', error)
        throw error
      }
    },
    async get(name) {
      return readFile(place(name)).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return undefined
        throw codeOf(error) === 'EIO' ? new FilesUnavailable('lost', error) : error
      })
    },
    async has(name) {
      return stat(place(name)).then(
        (found) => found.isFile(),
        () => false,
      )
    },
    async remove(name) {
      await rm(place(name), { force: true })
    },
    async *list(prefix) {
      const start = prefix.includes('/') ? place(prefix.slice(0, prefix.lastIndexOf('/'))) : folder
      for (const entry of await readdir(start, { recursive: true, withFileTypes: true }).catch(() => [])) {
        if (!entry.isFile()) continue
        const path = join(entry.parentPath, entry.name)
        const name = relative(folder, path).replaceAll(sep, '/')
        if (!name.startsWith(prefix)) continue
        const found = await stat(path).catch(() => undefined)
        if (found !== undefined) yield { name, writtenAt: found.mtime }
      }
    },
  }
}
