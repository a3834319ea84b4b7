// `npx puja keys list | rotate | reseal | remove`. Must stay true: JSON on stdout, sentences and progress on stderr; no key is ever
// printed; a new key begins only after every process that shares the folder knows it.
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { SESSION_PURPOSE } from '../platform/auth/factor-keys.ts'
import { LOOK_MS } from '../platform/secrets/key-ring.ts'
import {
  type KeyLine,
  type KeysRequest,
  NAMED,
  type RemoveAnswer,
  type ResealAnswer,
  type ResealPosition,
  TURNED,
  type Turned,
} from './keys-requests.ts'

export type KeysIo = { readonly out: (line: string) => void; readonly err: (line: string) => void }
export type AskKeys = (request: KeysRequest) => Promise<unknown>

const USAGE = `Usage: npx puja keys list                        keys, their age, how many values still need each
       npx puja keys rotate [PURPOSE…] [--in MINUTES]  a new key for ${TURNED.join(', ')}; all of them unless named
                                                 ${SESSION_PURPOSE} only when named: everybody signs in again
       npx puja keys reseal                      everything of older keys under the current ones; stop and repeat as you like
       npx puja keys remove PURPOSE ID           an older key that nothing needs any more; refused while anything does
rotate --in: when several machines have copies of the folder of keys, copy the new files to all before that time is over.`
/** A key that begins within this time is waited for. */
const LONGEST_WAIT_MS = 60_000
/** Long enough for every process on this machine to look at the folder again. */
const LEAST_MS = 3 * LOOK_MS
const isTurned = (word: string): word is Turned => NAMED.some((one) => one === word)

export async function keysCli(
  args: readonly string[],
  io: KeysIo,
  ask: AskKeys,
  now: () => number = Date.now,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<number> {
  let parsed: { values: { in?: string | undefined; help?: boolean | undefined }; positionals: string[] }
  try {
    parsed = parseArgs({
      args: [...args],
      options: { in: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    io.err(error instanceof Error ? error.message : USAGE)
    io.err(USAGE)
    return 2
  }
  const [command, ...words] = parsed.positionals
  const minutes = Number(parsed.values.in ?? 0)
  if (parsed.values.help === true) {
    io.out(USAGE)
    return 0
  }
  if (command === 'list' && words.length === 0) {
    const lines = (await ask({ do: 'list' })) as readonly KeyLine[]
    for (const line of lines) io.err(sentenceOf(line, now()))
    io.out(JSON.stringify(lines))
    return 0
  }
  if (command === 'rotate' && words.every(isTurned) && minutes >= 0 && minutes <= 7 * 24 * 60) {
    const purposes = words.length === 0 ? TURNED : [...new Set(words)]
    const from = new Date(now() + Math.max(LEAST_MS, minutes * 60_000)).toISOString()
    const made = (await ask({ do: 'rotate', purposes, from })) as readonly KeyLine[]
    for (const { purpose, id } of made) io.err(`${purpose}.${id} begins at ${from}.`)
    io.err('Copy the folder of keys to its safe place now. Then run: npx puja keys reseal')
    io.out(JSON.stringify(made.map(({ purpose, id }) => ({ purpose, id, from }))))
    return 0
  }
  if (command === 'reseal' && words.length === 0) return reseal(io, ask, now, wait)
  const [purpose, id, ...rest] = words
  if (command === 'remove' && purpose !== undefined && /^\d{4}$/.test(id ?? '') && rest.length === 0)
    return remove(io, (await ask({ do: 'remove', purpose, id: id! })) as RemoveAnswer, `${purpose}.${id}`)
  io.err(USAGE)
  return 2
}

function sentenceOf({ purpose, id, state, madeAt, from, values, removable, uses }: KeyLine, nowMs: number): string {
  const days =
    madeAt === undefined ? '' : `${Math.max(0, Math.floor((nowMs - Date.parse(madeAt)) / 86_400_000))} days old`
  const staying = uses.filter(({ until }) => until !== undefined)
  const begins = state === 'next' && from !== undefined ? `, begins ${from}` : ''
  const kept =
    state === 'older' && staying.length > 0
      ? `; not made anew: ${staying.map(({ place, count, until }) => `${place} ${count} (${until})`).join('; ')}`
      : ''
  const over = removable ? '; no longer needed here, backups of its time need it' : ''
  return `${purpose}.${id}  ${state}${begins}, ${days}, ${values} values${kept}${over}`
}

function remove(io: KeysIo, answer: RemoveAnswer, name: string): number {
  if (answer.removed) {
    io.err(`${name} is removed. Keep its copy as long as the backups of its time.`)
    io.out(JSON.stringify(answer))
    return 0
  }
  if (answer.why === 'needed') {
    const held = answer.line?.uses.map(({ place, count }) => `${place} ${count}`).join(', ') ?? ''
    io.err(
      held === ''
        ? `${name} was not removed: the key after it began less than ten minutes ago. Try again later.`
        : `${name} was not removed: still needed by ${held}. Run npx puja keys reseal; what it does not make anew stays.`,
    )
  } else io.err(`${name} was not removed: ${answer.why === 'unknown' ? 'there is no such key' : 'it is in use'}.`)
  return 1
}

async function reseal(
  io: KeysIo,
  ask: AskKeys,
  now: () => number,
  wait: (ms: number) => Promise<unknown>,
): Promise<number> {
  const go = (position?: ResealPosition) =>
    ask({ do: 'reseal', ...(position === undefined ? {} : { position }) }) as Promise<ResealAnswer>
  const total = { renewed: 0, broken: 0 }
  let shown = ''
  let answer = await go()
  // Straight after `rotate` the new key has not begun, and everything would be found to be well under the old one.
  if (answer.begins !== undefined) {
    const leftMs = Date.parse(answer.begins) - now()
    if (leftMs > LONGEST_WAIT_MS) {
      io.err(`A new key begins at ${answer.begins}. Run npx puja keys reseal after that.`)
      return 1
    }
    io.err(`A new key begins at ${answer.begins}; waiting for it.`)
    await wait(Math.max(0, leftMs))
    answer = await go()
  }
  for (;;) {
    total.renewed += answer.renewed
    total.broken += answer.broken
    if (answer.at !== shown && answer.renewed > 0) io.err(`${answer.at}: ${total.renewed} made anew so far`)
    shown = answer.at
    if (answer.next === undefined) break
    answer = await go(answer.next)
  }
  if (total.broken > 0)
    io.err(`${total.broken} values do not open with any key of the folder and were left as they are. Is a key missing?`)
  io.out(JSON.stringify(total))
  return total.broken > 0 ? 1 : 0
}
