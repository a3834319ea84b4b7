// JSON from a file that people write: with the mark that Windows puts at its front, and with line and column of a fault. Must stay
// true: whatever JSON.parse takes gives the same value here.

/** Throws a SyntaxError whose message names line and column, where the engine tells the place. */
export function parseJsonText(text: string): unknown {
  const content = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(content) as unknown
  } catch (error) {
    throw new SyntaxError(faultOf(error, content), { cause: error })
  }
}

/**
 * Keys that stand twice in one object, as JSON pointers: JSON.parse keeps the last of them and says nothing. `text` must be JSON.
 */
export function repeatedKeys(text: string): readonly string[] {
  const found: string[] = []
  const open: Frame[] = []
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const here = open.at(-1)
    if (sign === '{') open.push({ names: new Set(), at: '', isKeyNext: true })
    else if (sign === '[') open.push({ at: 0, isKeyNext: false })
    else if (sign === '}' || sign === ']') open.pop()
    else if (here === undefined) continue
    else if (sign === ',') {
      if (typeof here.at === 'number') here.at += 1
      else here.isKeyNext = true
    } else if (here.isKeyNext && here.names !== undefined) {
      here.at = JSON.parse(sign) as string
      here.isKeyNext = false
      if (here.names.has(here.at)) found.push(pointerTo(open))
      here.names.add(here.at)
    }
  }
  return found
}

/** An object or a list that is still open, and the member that is being read. */
type Frame = { readonly names?: Set<string>; at: string | number; isKeyNext: boolean }

function pointerTo(open: readonly Frame[]): string {
  return open.map(({ at }) => `/${String(at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function faultOf(error: unknown, content: string): string {
  const message = error instanceof Error ? error.message : String(error)
  if (content.trim() === '') return 'It is empty.'
  const position = /at position (\d+)/.exec(message)
  if (position === null) return message
  const before = content.slice(0, Number(position[1])).split('\n')
  const what = message.replace(/( in JSON)? at position .*$/s, '')
  return `Line ${before.length}, column ${before.at(-1)!.length + 1}: ${what}.`
}
