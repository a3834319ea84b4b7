// Holds a data folder as the server does: answers on its socket, and writes rows, telling each one it was promised.

import { openDatabase } from '../../../src/platform/db/database.ts'
import { DataFolderInUse } from '../../../src/platform/db/errors.ts'
import { writeJournal } from '../../../src/platform/journal/journal.ts'
import { platformMigrations } from '../database.ts'

const [folder = '', rows = '0'] = process.argv.slice(2)
try {
  const started = Date.now()
  const db = await openDatabase({
    kind: 'pglite',
    folder,
    migrations: platformMigrations(),
    onRequest: async (command, params) => {
      if (command === 'fail') throw new Error('cannot do that')
      if (command === 'slow') await new Promise((resolve) => setTimeout(resolve, 200))
      return { command, params }
    },
  })
  console.log(`ready in ${Date.now() - started} ms`)
  for (let n = 1; n <= Number(rows); n++) {
    await db.inRegion('63.11', (tx) =>
      writeJournal(tx, { at: new Date(), actor: 'child', role: 'system', action: 'test.write', caseId: `n${n}` }),
    )
    console.log(`acknowledged ${n}`)
  }
  process.stdin.once('data', () => {
    void db.close().then(() => process.exit(0))
  })
} catch (error) {
  if (!(error instanceof DataFolderInUse)) throw error
  console.log(`refused: ${error.text.en}`)
  process.exit(3)
}
