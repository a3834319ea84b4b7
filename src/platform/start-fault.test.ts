import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Env, readEnv } from './env.ts'
import { assertCanListen, StartFault, startFaultOf } from './start-fault.ts'

const env = (more: Partial<Env> = {}): Env => ({ ...readEnv({ PUJA_DATA: '/srv/puja data' }), ...more })
const server = createServer()
afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())))

async function told(more: Partial<Env>): Promise<unknown> {
  const of = env(more)
  return assertCanListen(of).catch((error: unknown) => startFaultOf(error, of))
}

describe('before anything is opened', () => {
  it('a port that is taken is named, with what to do, in both languages', async () => {
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
    const fault = await told({ port, host: '127.0.0.1' })
    expect(fault).toBeInstanceOf(StartFault)
    const { text } = fault as StartFault
    expect(text.en).toContain(`Port ${port} is taken`)
    expect(text.id).toContain(`Port ${port} sudah dipakai`)
    expect(text.id).toContain('PORT=8080 npm start')
  })

  it('a free port is nothing to tell, and stays free', async () => {
    expect(await told({ port: 0, host: '127.0.0.1' })).toBeUndefined()
  })

  it('an address of another machine is told as one', async () => {
    expect(await told({ port: 0, host: '192.0.2.1' })).toMatchObject({
      text: { en: expect.stringContaining('192.0.2.1') },
    })
  })
})

describe('errors of the system', () => {
  const of = (code: string, path?: string) =>
    startFaultOf(
      Object.assign(new Error(code), { code, syscall: 'mkdir', ...(path === undefined ? {} : { path }) }),
      env(),
    )

  it.each(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])('%s names the folder and the variable', (code) => {
    expect(of(code, '/srv/puja data/pg')).toMatchObject({
      text: { en: expect.stringMatching(/The data folder \/srv\/puja data .*\/srv\/puja data\/pg.*PUJA_DATA/) },
    })
  })

  it('a full disk is told as one; what is a bug stays what it is', () => {
    expect(of('ENOSPC', '/srv/x')).toBeInstanceOf(StartFault)
    const bug = new TypeError('x is undefined')
    expect(startFaultOf(bug, env())).toBe(bug)
    expect(startFaultOf(undefined, env())).toBeUndefined()
  })
})
