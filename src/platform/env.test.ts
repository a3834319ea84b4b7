// The environment: sensible without a word, strict in production, every fault named at once.
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EnvFault, readEnv } from './env.ts'

function faults(source: Record<string, string>): readonly string[] {
  try {
    readEnv(source)
    return []
  } catch (error) {
    if (error instanceof EnvFault) return error.faults
    throw error
  }
}
const PRODUCTION = {
  PUJA_MODE: 'production',
  PUJA_ORIGIN: 'https://layanan.example.go.id/',
  PUJA_SECRETS: '/etc/puja/keys',
  DATABASE_URL: 'postgresql://puja@db/puja',
}

describe('readEnv', () => {
  it('needs nothing for a demonstration', () => {
    const env = readEnv({})
    expect(env).toMatchObject({
      mode: 'demo',
      port: 3000,
      host: '127.0.0.1',
      origin: 'http://localhost:3000',
      dataFolder: resolve('var/data'),
      database: { kind: 'pglite', folder: resolve('var/data') },
      s3: undefined,
    })
    expect(Math.abs(env.clock.now().getTime() - Date.now())).toBeLessThan(1000)
  })

  it('takes what it is given', () => {
    expect(readEnv({ ...PRODUCTION, PORT: '8080', PUJA_POOL: '20' })).toMatchObject({
      mode: 'production',
      port: 8080,
      host: '0.0.0.0',
      origin: 'https://layanan.example.go.id',
      secretsFolder: '/etc/puja/keys',
      database: { kind: 'postgres', url: 'postgresql://puja@db/puja', poolSize: 20, prepare: true },
    })
    expect(readEnv({ PUJA_NOW: '2026-03-02T09:00:00+08:00' }).clock.now().toISOString()).toBe(
      '2026-03-02T01:00:00.000Z',
    )
    expect(
      readEnv({
        PUJA_S3_ENDPOINT: 'http://minio:9000',
        PUJA_S3_BUCKET: 'puja',
        PUJA_S3_KEY_ID: 'a',
        PUJA_S3_SECRET: 'b',
      }).s3,
    ).toMatchObject({ bucket: 'puja', region: 'us-east-1' })
  })

  it('never falls back to the embedded database in production', () => {
    const { DATABASE_URL: _, ...without } = PRODUCTION
    expect(faults(without)).toEqual([expect.stringContaining('DATABASE_URL is missing')])
    expect(readEnv({ ...without, PUJA_EMBEDDED: 'yes' }).database.kind).toBe('pglite')
    expect(faults({ ...PRODUCTION, DATABASE_URL: 'mysql://x' })).toEqual([
      expect.stringContaining('DATABASE_URL is an address'),
    ])
  })

  it('names all faults at once', () => {
    const found = faults({ PUJA_MODE: 'production', PORT: '70000', PUJA_LOG: 'loud', PUJA_NOW: '2026-01-01T00:00:00Z' })
    expect(found.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'DATABASE_URL',
      'PORT',
      'PUJA_LOG',
      'PUJA_NOW',
      'PUJA_ORIGIN',
      'PUJA_SECRETS',
    ])
    expect(faults({ PUJA_NOW: 'yesterday', PUJA_MODE: 'prod', PUJA_S3_ENDPOINT: 'http://minio:9000' })).toHaveLength(5)
  })
})
