// The command line of an installation's services: what it understands, and a service's way from a folder to a region.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../tests/support/database.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { catalogueContext } from './offered-services.ts'
import { isAboutInstallation, readServicesRequest, servicesInstallationCli } from './services-cli.ts'
import { runServices } from './services-requests.ts'

describe('arguments', () => {
  it('are told from those about a folder', () => {
    expect([['publish', 'x'], ['list', '--region', '63.11'], ['list'], ['check']].map(isAboutInstallation)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
  it.each([
    [['publish']],
    [['publish', 'services', '--confirm']],
    [['install', 'birth-wni']],
    [['install', '--region', '63.11']],
    [['upgrade', '--region', '63.11', 'a', 'b']],
    [['diff', '--region', '63.11', 'birth-wni', '--overlay', '/no/such/file.json']],
    [['publish', "/no/such'; --"]],
    [['draft', 'services', '--note', 'tanpa daerah']],
    [['draft', '--region', '63.11', 'services']],
    [['list', '--region', '63.11', 'x']],
    [['pause', '--region', '63.11']],
    [['pause', 'birth-wni']],
    [['offer', '--region', '63.11', 'birth-wni', '--confirm']],
    [['install', '--colour', 'red']],
  ])('%j is bad usage', async (args) => {
    const said: string[] = []
    const io = { out: () => {}, err: (line: string) => said.push(line) }
    const never = async () => expect.fail('nothing is asked')
    expect(await servicesInstallationCli(args, io, never)).toBe(2)
    expect(said.join()).toContain('Usage:')
  })
  it('become one request', () => {
    expect(readServicesRequest(['upgrade', '--region', '63.11', 'birth-wni', '--confirm'])).toEqual({
      command: 'upgrade',
      region: '63.11',
      service: 'birth-wni',
      confirmed: true,
    })
  })
})

describe('an installation', () => {
  let database: Database
  let folder: string
  const clock = fixedClock('2026-04-10T10:00:00+08:00')
  const path = () => join(folder, 'birth-wni', 'service.json')
  const cli = async (...args: string[]): Promise<{ code: number; value: unknown; said: string }> => {
    const [out, err]: [string[], string[]] = [[], []]
    const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
    const code = await servicesInstallationCli(args, io, async (request) => {
      const context = catalogueContext(database, clock)
      await context.catalogue.refresh()
      return runServices(context, request)
    })
    return { code, value: out[0] === undefined ? undefined : (JSON.parse(out[0]) as unknown), said: err.join('\n') }
  }

  beforeAll(async () => {
    database = await openTestDatabase()
    folder = mkdtempSync(join(tmpdir(), 'puja-services-'))
    cpSync('services/birth-wni', join(folder, 'birth-wni'), { recursive: true })
    await database.asPlatform((tx) =>
      tx
        .withTables<{ regions: { code: string; name: string; level: string } }>()
        .insertInto('regions')
        .values({ code: '63.11', name: 'Balangan', level: 'regency' })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    )
  })
  afterAll(async () => {
    await database?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('publishes once, installs, shows what an upgrade changes, and upgrades only what somebody confirmed', async () => {
    expect(await cli('install', '--region', '63.11', 'birth-wni')).toMatchObject({ code: 1 })
    expect(await cli('publish', folder)).toMatchObject({ code: 0, value: { added: 1 } })
    expect(await cli('publish', folder)).toMatchObject({ code: 0, value: { added: 0 } })
    expect(await cli('upgrade', '--region', '63.11', 'birth-wni')).toMatchObject({ code: 1 })
    expect(await cli('install', '--region', '63.77', 'birth-wni')).toMatchObject({ code: 1 })
    expect(await cli('install', '--region', '63.11', 'birth-wni')).toMatchObject({ code: 0, value: { from: null } })

    const text = readFileSync(path(), 'utf8')
    const raw = JSON.parse(text) as { pages: { title: { id: string } }[] }
    raw.pages[0]!.title.id = 'Siapa bayinya?'
    clock.set('2026-04-11T10:00:00+08:00')
    writeFileSync(path(), JSON.stringify(raw))
    expect(await cli('publish', folder)).toMatchObject({ code: 0, value: { added: 1 } })
    expect(await cli('diff', '--region', '63.11', 'birth-wni')).toMatchObject({
      code: 0,
      value: {
        differences: [{ kind: 'page-text', text: { id: expect.stringContaining('Siapa bayinya?') } }],
        draftsFollow: true,
      },
    })
    const refused = await cli('upgrade', '--region', '63.11', 'birth-wni')
    expect(refused.code).toBe(1)
    expect(refused.said).toContain('birth-wni')
    expect((await cli('upgrade', '--region', '63.11', 'birth-wni', '--confirm')).code).toBe(0)
    const rows = (await cli('list', '--region', '63.11')).value as readonly Record<string, unknown>[]
    expect(rows).toMatchObject([{ service: 'birth-wni', state: 'offered', installedBy: 'system:cli' }])
    expect(rows[0]).not.toHaveProperty('newer')

    for (const [command, state] of [
      ['pause', 'paused'],
      ['pause', 'paused'],
      ['offer', 'offered'],
    ] as const) {
      expect(await cli(command, '--region', '63.11', 'birth-wni')).toMatchObject({ code: 0, value: { state } })
      expect((await cli('list', '--region', '63.11')).value).toMatchObject([{ state }])
    }
    expect(await cli('pause', '--region', '63.11', 'tidak-ada')).toMatchObject({ code: 1 })

    // What waits for a second person: not what is published already, and once.
    const hand = ['draft', '--region', '63.11', folder, '--note', 'Judul halaman diperjelas']
    expect(await cli(...hand)).toMatchObject({ code: 0, value: { services: [{ left: 'draft-known' }] } })
    raw.pages[0]!.title.id = 'Siapa nama bayinya?'
    writeFileSync(path(), JSON.stringify(raw))
    expect(await cli(...hand)).toMatchObject({ code: 0, value: { services: [{ draft: expect.any(String) }] } })
    expect(await cli(...hand)).toMatchObject({ code: 0, value: { services: [{ left: 'draft-waiting' }] } })

    writeFileSync(path(), JSON.stringify({ ...raw, report: { from: 'childName' } }))
    expect(await cli('publish', folder)).toMatchObject({ code: 1, said: expect.stringContaining('services/birth-wni') })
  })
})
