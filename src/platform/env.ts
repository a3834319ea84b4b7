// The environment, read and checked once at the start. Must stay true: every fault is named at once, with what to
// write instead; in production nothing is guessed that could lose data (the embedded database is asked for by name).
import { resolve } from 'node:path'
import { type Clock, fixedClock, systemClock } from './clock.ts'
import { packagePath } from './paths.ts'

export type Mode = 'demo' | 'production'

export type DatabaseChoice =
  | { readonly kind: 'pglite'; readonly folder: string }
  | {
      readonly kind: 'postgres'
      readonly url: string
      readonly poolSize: number | undefined
      readonly prepare: boolean
    }

export type S3Choice = {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export type Env = {
  readonly mode: Mode
  /** Address the server listens at. */
  readonly host: string
  readonly port: number
  /** Where the installation is reached from outside, without a slash at the end. */
  readonly origin: string
  /** Absolute path of the data folder. */
  readonly dataFolder: string
  /** Keys lie here, outside the database and outside its backups. */
  readonly secretsFolder: string
  readonly database: DatabaseChoice
  /** Undefined: uploads lie in `files/` of the data folder. */
  readonly s3: S3Choice | undefined
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  readonly clock: Clock
  /** A proxy of ours stands in front and writes X-Forwarded-For; else that header is anybody's claim and is not read. */
  readonly isBehindProxy: boolean
}

/** What the database is opened with, for the server and for the commands alike. */
export function postgresOptions({ url, poolSize, prepare }: Extract<DatabaseChoice, { kind: 'postgres' }>) {
  return { kind: 'postgres' as const, url, prepare, ...(poolSize === undefined ? {} : { poolSize }) }
}

/** Every fault of the environment, one a line, in words for whoever started the program. */
export class EnvFault extends Error {
  override readonly name = 'EnvFault'
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  }
}

type Source = Readonly<Record<string, string | undefined>>

class Reader {
  readonly faults: string[] = []
  constructor(readonly source: Source) {}

  text(name: string): string | undefined {
    const value = this.source[name]?.trim()
    return value === '' ? undefined : value
  }

  choice<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    const value = this.text(name) ?? otherwise
    const found = allowed.find((one) => one === value)
    if (found === undefined) this.faults.push(`${name} is ${allowed.join(' or ')}, not "${value}".`)
    return found ?? otherwise
  }

  integer(name: string, lowest: number, highest: number): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= lowest && number <= highest) return number
    this.faults.push(`${name} is a whole number from ${lowest} to ${highest}, not "${value}".`)
    return undefined
  }

  url(name: string, protocols: readonly string[]): string | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
    this.faults.push(
      `${name} is an address starting with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`,
    )
    return undefined
  }
}

function readDatabase(read: Reader, mode: Mode, dataFolder: string): DatabaseChoice {
  const poolSize = read.integer('PUJA_POOL', 1, 500)
  const prepare = read.choice('PUJA_PREPARE', ['yes', 'no'], 'yes') === 'yes'
  const url = read.url('DATABASE_URL', ['postgres:', 'postgresql:'])
  if (url !== undefined) return { kind: 'postgres', url, poolSize, prepare }
  const embedded = read.choice('PUJA_EMBEDDED', ['yes', 'no'], mode === 'demo' ? 'yes' : 'no')
  if (embedded === 'no' && read.text('DATABASE_URL') === undefined) {
    read.faults.push(
      'DATABASE_URL is missing, for example postgresql://puja@db.example.go.id/puja. The embedded database does not survive a power cut; for a trial set PUJA_EMBEDDED=yes.',
    )
  }
  return { kind: 'pglite', folder: dataFolder }
}

function readS3(read: Reader): S3Choice | undefined {
  const endpoint = read.url('PUJA_S3_ENDPOINT', ['http:', 'https:'])
  if (read.text('PUJA_S3_ENDPOINT') === undefined) return undefined
  const needed = (name: string) => {
    const value = read.text(name)
    if (value === undefined) read.faults.push(`${name} is missing; it belongs to PUJA_S3_ENDPOINT.`)
    return value ?? ''
  }
  return {
    endpoint: endpoint ?? '',
    bucket: needed('PUJA_S3_BUCKET'),
    region: read.text('PUJA_S3_REGION') ?? 'us-east-1',
    accessKeyId: needed('PUJA_S3_KEY_ID'),
    secretAccessKey: needed('PUJA_S3_SECRET'),
  }
}

function readClock(read: Reader, mode: Mode): Clock {
  const now = read.text('PUJA_NOW')
  if (now === undefined) return systemClock
  if (mode === 'production')
    read.faults.push('PUJA_NOW stops the clock; it is for demonstrations and tests only. Remove it.')
  else if (Number.isNaN(Date.parse(now)))
    read.faults.push(`PUJA_NOW is an instant such as 2026-03-02T09:00:00+08:00, not "${now}".`)
  else return fixedClock(now)
  return systemClock
}

/** Reads the environment. Throws EnvFault with all faults at once. */
export function readEnv(source: Source = process.env): Env {
  const read = new Reader(source)
  const mode = read.choice('PUJA_MODE', ['demo', 'production'], 'demo')
  const port = read.integer('PORT', 0, 65_535) ?? 3000
  const dataFolder = resolve(read.text('PUJA_DATA') ?? packagePath('var', 'data'))
  const secrets = read.text('PUJA_SECRETS')
  if (mode === 'production' && secrets === undefined) {
    read.faults.push(
      'PUJA_SECRETS is missing: the folder of the keys, outside the data folder, for example /etc/puja/keys. Without its keys a backup cannot be read.',
    )
  }
  const origin = read.url('PUJA_ORIGIN', ['http:', 'https:'])
  if (mode === 'production' && read.text('PUJA_ORIGIN') === undefined)
    read.faults.push('PUJA_ORIGIN is missing: the public address, for example https://layanan.example.go.id.')
  const env: Env = {
    mode,
    host: read.text('HOST') ?? (mode === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    port,
    origin: (origin ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    dataFolder,
    secretsFolder: resolve(secrets ?? `${dataFolder}/keys`),
    database: readDatabase(read, mode, dataFolder),
    s3: readS3(read),
    logLevel: read.choice('PUJA_LOG', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    clock: readClock(read, mode),
    isBehindProxy: read.choice('PUJA_PROXY', ['yes', 'no'], 'no') === 'yes',
  }
  if (read.faults.length > 0) throw new EnvFault(read.faults)
  return env
}
