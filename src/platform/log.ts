// The log: JSON lines on standard error. Must stay true: no citizen's data; known fields are cut out by name, and
// whatever looks like a NIK or KK number is masked in the finished line, wherever it came from.
import { type DestinationStream, destination, type Logger, pino } from 'pino'

export type Log = Logger

const SECRET_FIELDS = [
  'nik',
  'kk',
  'name',
  'birthDate',
  'address',
  'phone',
  'email',
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'answers',
  'body',
]
const SIXTEEN_DIGITS = /(?<!\d)\d{16}(?!\d)/g

/** The line without sixteen-digit numbers. */
export function scrub(line: string): string {
  return line.replace(SIXTEEN_DIGITS, (digits) => `${digits.slice(0, 6)}**********`)
}

const FRAME = /^\s+at /

const isSqlState = (code: unknown): code is string => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)

/** An error without what it quotes: messages and details of a database hold the values that were typed. */
function errorFacts(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { code, constraint, table, routine } = error as Error & Record<string, unknown>
  const frames = (error.stack ?? '').split('\n').filter((line) => FRAME.test(line))
  return {
    type: error.name,
    ...(isSqlState(code) ? { code, constraint, table, routine } : { message: error.message, code }),
    stack: frames.join('\n'),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  }
}

/** Why something failed, in one line that may be kept and shown: of a database's error its code and place, of others their words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return scrub(String(error))
  const { code, constraint, table } = error as Error & Record<string, unknown>
  if (!isSqlState(code)) return scrub(error.message)
  const place = [constraint, table].find((one) => typeof one === 'string')
  return place === undefined ? `database error ${code}` : `database error ${code} (${place})`
}

function scrubbing(target: DestinationStream): DestinationStream {
  return { write: (line) => target.write(scrub(line)) }
}

/** A log at `level`; `target` is for tests, standard error otherwise. */
export function createLog(level: string, target: DestinationStream = destination({ fd: 2, sync: true })): Log {
  const paths = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])
  return pino(
    {
      level,
      base: undefined,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: { err: errorFacts },
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[cut]' },
    },
    scrubbing(target),
  )
}
