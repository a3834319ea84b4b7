// One process for a data folder: the second is refused, a killed one leaves nothing in the way, and nothing that was
// acknowledged is lost by kill -9.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startChild } from '../../../tests/support/child.ts'
import { platformMigrations } from '../../../tests/support/database.ts'
import { openDatabase } from './database.ts'
import { DataFolderInUse } from './errors.ts'
import { connectRunning, lockFolder, socketPathOf } from './folder-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'puja-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the lock of a data folder', () => {
  it('is a socket only its owner may use, and goes with the release', async () => {
    const lock = await lockFolder(folder)
    expect(lock.socketPath).toBe(join(folder, 'control.sock'))
    expect(statSync(lock.socketPath).mode & 0o777).toBe(0o600)
    await expect(lockFolder(folder)).rejects.toThrow(DataFolderInUse)
    await lock.release()
    await (await lockFolder(folder)).release()
  })

  it('goes to exactly one of many that ask at once, also past a dead socket', async () => {
    const dead = net.createServer().listen(join(folder, 'control.sock'))
    await new Promise((resolve) => dead.once('listening', resolve))
    // A socket file without a listener, as kill -9 leaves it.
    await new Promise((resolve) => dead.close(resolve))
    if (!existsSync(join(folder, 'control.sock'))) writeFileSync(join(folder, 'control.sock'), '')
    const asked = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)))
    const won = asked.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(won).toHaveLength(1)
    for (const result of asked) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DataFolderInUse)
    await won[0]?.release()
  })

  it('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'x'.repeat(60), 'y'.repeat(60))
    mkdirSync(deep, { recursive: true })
    const lock = await lockFolder(deep, async () => 'here')
    expect(lock.socketPath.startsWith(tmpdir())).toBe(true)
    expect(await socketPathOf(deep)).toBe(lock.socketPath)
    await expect(lockFolder(deep)).rejects.toThrow(DataFolderInUse)
    const running = await connectRunning(deep)
    expect(await running?.request('where')).toBe('here')
    running?.close()
    await lock.release()
  })
})

describe('talking to a running server', () => {
  it('finds none where none runs', async () => {
    expect(await connectRunning(folder)).toBeUndefined()
    expect(await connectRunning(join(folder, 'nowhere'))).toBeUndefined()
  })

  it('answers several questions on one line each, refuses in words, and survives nonsense', async () => {
    const lock = await lockFolder(folder, async (command, params) => {
      if (command === 'fail') throw new Error('tidak bisa')
      if (command === 'slow') await new Promise((resolve) => setTimeout(resolve, 50))
      return { command, params }
    })
    const running = await connectRunning(folder)
    const slow = running?.request('slow', { a: 1 })
    expect(await running?.request('quick', 'text\nwith a line')).toEqual({
      command: 'quick',
      params: 'text\nwith a line',
    })
    expect(await slow).toEqual({ command: 'slow', params: { a: 1 } })
    await expect(running?.request('fail')).rejects.toThrow('tidak bisa')
    expect(await running?.request('ping')).toEqual({ pid: process.pid })
    const rude = net.connect(lock.socketPath)
    rude.write('nonsense\n')
    await new Promise((resolve) => rude.once('close', resolve))
    expect(await running?.request('ping')).toEqual({ pid: process.pid })
    const waiting = running?.request('slow')
    await lock.release()
    await expect(waiting).rejects.toThrow(/ended before it answered/)
  })
})

describe('two processes', () => {
  it('the second is refused with a sentence; after kill -9 everything acknowledged is there', {
    timeout: 180_000,
  }, async () => {
    const first = await startChild('hold-folder', [folder, '400'])
    await first.line(/^ready/)
    const second = await startChild('hold-folder', [folder])
    expect(await second.line(/^refused/)).toBe(
      'refused: Another process is using this data folder. Stop that process first, or choose another folder with PUJA_DATA.',
    )
    expect(await second.ended).toBe(3)
    const running = await connectRunning(folder)
    expect(await running?.request('echo', [1])).toEqual({ command: 'echo', params: [1] })
    running?.close()
    await first.line(/^acknowledged 50$/)
    await first.kill()
    const acknowledged = Number(first.lines.at(-1)?.split(' ')[1])
    expect(existsSync(join(folder, 'control.sock'))).toBe(true)

    const db = await openDatabase({ kind: 'pglite', folder, migrations: platformMigrations() })
    const { rows } = await db.inRegion('63.11', (tx) =>
      sql<{ n: number }>`select count(*) as n from journal`.execute(tx),
    )
    await db.close()
    expect(acknowledged).toBeGreaterThanOrEqual(50)
    expect(rows[0]?.n).toBeGreaterThanOrEqual(acknowledged)
    expect(rows[0]?.n).toBeLessThanOrEqual(acknowledged + 1)
  })
})
