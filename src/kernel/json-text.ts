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

function faultOf(error: unknown, content: string): string {
  const message = error instanceof Error ? error.message : String(error)
  if (content.trim() === '') return 'It is empty.'
  const position = /at position (\d+)/.exec(message)
  if (position === null) return message
  const before = content.slice(0, Number(position[1])).split('\n')
  const what = message.replace(/( in JSON)? at position .*$/s, '')
  return `Line ${before.length}, column ${before.at(-1)!.length + 1}: ${what}.`
}
