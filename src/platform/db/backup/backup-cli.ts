// `npx puja backup FOLDER` and `npx puja restore FOLDER`: JSON on stdout, sentences on
// stderr, an exit code. Must stay true: the work itself is
// handed in, since a running server with an embedded database takes its backup itself; keys are named as what is
// still missing.
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { BackupFault, type Manifest } from './format.ts'

export type BackupIo = {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly language: Language
}
export type BackupRun = (folder: string) => Promise<Pick<Manifest, 'tables' | 'stores' | 'takenAt'>>

const TEXTS = {
  backupUsage: { id: 'Pemakaian: npx puja backup FOLDER-BARU', en: 'Usage: npx puja backup NEW-FOLDER' },
  restoreUsage: { id: 'Pemakaian: npx puja restore FOLDER-CADANGAN', en: 'Usage: npx puja restore BACKUP-FOLDER' },
  taken: {
    id: 'Cadangan tersimpan di {folder}: {rows} baris dari {tables} tabel, {files} berkas.',
    en: 'The backup lies in {folder}: {rows} rows of {tables} tables, {files} files.',
  },
  keys: {
    id: 'Kunci tidak ikut dicadangkan. Simpan folder kunci di tempat lain yang aman; tanpa kunci itu data tersegel tidak terbaca.',
    en: 'The keys are not part of it. Keep the folder of keys in another safe place; without them sealed data cannot be read.',
  },
  restored: {
    id: 'Cadangan dari {at} sudah dipulihkan: {rows} baris, {files} berkas. Jalankan npx puja audit verify sebelum membuka layanan.',
    en: 'The backup of {at} is restored: {rows} rows, {files} files. Run npx puja audit verify before opening the service.',
  },
} as const satisfies Record<string, Text>

async function command(
  args: readonly string[],
  io: BackupIo,
  usage: Text,
  run: (folder: string) => Promise<void>,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(say(usage, io.language))
    return 0
  }
  const [folder, ...rest] = args
  if (folder === undefined || folder.startsWith('-') || rest.length > 0) {
    io.err(say(usage, io.language))
    return 2
  }
  try {
    await run(folder)
    return 0
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error
    io.err(error.message)
    return 1
  }
}

function counts(manifest: Pick<Manifest, 'tables' | 'stores' | 'takenAt'>): Record<string, string | number> {
  const sum = (parts: readonly { rows: number }[]) => parts.reduce((total, { rows }) => total + rows, 0)
  return {
    rows: sum(manifest.tables),
    tables: manifest.tables.length,
    files: sum(manifest.stores),
    at: manifest.takenAt,
  }
}

/** Exit code: 0 done, 1 the place or the backup cannot be used, 2 used wrongly. */
export function backupCli(args: readonly string[], io: BackupIo, run: BackupRun): Promise<number> {
  return command(args, io, TEXTS.backupUsage, async (folder) => {
    const done = counts(await run(folder))
    io.err(fill(say(TEXTS.taken, io.language), { folder, ...done }))
    io.err(say(TEXTS.keys, io.language))
    io.out(JSON.stringify({ folder, ...done }))
  })
}

/** Exit code: 0 done, 1 the place or the backup cannot be used, 2 used wrongly. */
export function restoreCli(args: readonly string[], io: BackupIo, run: BackupRun): Promise<number> {
  return command(args, io, TEXTS.restoreUsage, async (folder) => {
    const done = counts(await run(folder))
    io.err(fill(say(TEXTS.restored, io.language), done))
    io.out(JSON.stringify(done))
  })
}
