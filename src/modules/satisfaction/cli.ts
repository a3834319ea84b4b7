// `puja satisfaction index`: re-computes an index anywhere, without server or database, so that anyone can check a printed one.
// Must stay true: standard output carries the result and nothing else; a refused file gives no result at all, because half
// a list would be taken for a whole one. Exit 0 computed, 1 input refused, 2 used wrongly.
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseJsonText, repeatedKeys } from '../../kernel/json-text.ts'
import { type IndexRequest, type InputFault, readItem } from './index-request.ts'
import { interval } from './interval.ts'
import { coverage } from './sample-size.ts'
import { computeIndex } from './satisfaction-index.ts'

const HELP = `puja satisfaction index FILE.json
puja satisfaction index -            (reads standard input)

Computes the satisfaction index (IKM) exactly: fractions, rounded half up once, at the end.
FILE.json holds one object or a list of objects; the answer has the same shape and order.

  {"edition": "permenpan-14-2017",           or permenpan-16-2014, kep-25-2004 (printed weight 0.071)
   "averages": {"U1": "3.31", …}             one of: averages of the elements (text or number),
   "counts":   {"U1": {"sum": 331, "count": 100}, …}          sums and counts,
   "answers":  [[4, 3, null, …], …]                           one list a person, in the order of the elements
   "weights":  "exact"                       optional: "exact" or a weight the edition prints ("0.11", "0.111", "0.071")
   "population": 1000}                       optional, with answers: number of users, for interval and sample size

An element left out, null or with no answers drops out: k falls and "incomplete" is true. A printed weight stays as printed;
"withExactWeights" then stands beside it. A person with fewer than 5 answers is left out and counted in "leftOut".
"index" and "grade" are null when no element was answered. The grade is read from the rounded index.

When any item is refused, nothing is computed: all faults of all items go to standard error, each with its place, and the
exit code is 1. Exit codes: 0 computed, 1 input refused, 2 wrong usage.
`

type Io = { stdin: NodeJS.ReadableStream; stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream }

const MOST_FAULTS = 50

/** `args` are the words after `puja satisfaction`. Gives the exit code; never calls process.exit. */
export async function satisfactionCli(args: string[], io: Io): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return say(io.stdout, HELP, 0)
  const [command, file, ...more] = args
  if (command !== 'index' || file === undefined || more.length > 0 || (file.startsWith('-') && file !== '-'))
    return say(io.stderr, HELP, 2)

  const name = file === '-' ? 'standard input' : file
  let content: string
  try {
    content = file === '-' ? await text(io.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    return say(io.stderr, `${name}: cannot be read (${error instanceof Error ? error.message : String(error)})\n`, 1)
  }
  let json: unknown
  try {
    json = parseJsonText(content)
  } catch (error) {
    return say(io.stderr, `${name}: is not JSON. ${error instanceof Error ? error.message : String(error)}\n`, 1)
  }

  const isList = Array.isArray(json)
  const items: unknown[] = isList ? (json as unknown[]) : [json]
  const read = items.map((item, i) => readItem(item, isList ? `[${i}]` : ''))
  await report(
    io,
    name,
    'warning: ',
    read.flatMap((r) => r.warnings),
  )
  const faults = [...repeatedIn(content), ...read.flatMap((r) => r.faults)]
  if (faults.length > 0) {
    await report(io, name, '', faults)
    return say(
      io.stderr,
      `${name}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; nothing was computed.\n`,
      1,
    )
  }
  await report(
    io,
    name,
    'warning: ',
    read.flatMap(({ request }, i) => (request ? halfWeighed(request, isList ? `[${i}]` : '') : [])),
  )
  const results = read.flatMap((r) => (r.request ? [answer(r.request)] : []))
  return say(io.stdout, `${JSON.stringify(isList ? results : results[0], null, 2)}\n`, 0)
}

/** JSON.parse keeps the last of two U1 in silence; which of them was meant only its writer knows. */
function repeatedIn(content: string): InputFault[] {
  return repeatedKeys(content).map((pointer) => ({
    at: pointer
      .slice(1)
      .replace(/^(\d+)(\/|$)/, '[$1]$2')
      .replaceAll('/', '.'),
    says: 'stands twice; keep one of them',
  }))
}

// 0.071 belongs to fourteen elements: with fewer the sum is too low, and whoever reads the index must know.
function halfWeighed({ averages, weighting, edition }: IndexRequest, at: string): InputFault[] {
  const k = averages.filter((average) => average.nrr !== null).length
  if (weighting === 'exact' || k === 0 || k === edition.elements.length) return []
  const says = `has ${k} of ${edition.elements.length} elements; the printed weight ${weighting} counts the others as nothing, see withExactWeights`
  return [{ at, says }]
}

/** The printed answer to one item; every figure is text with fixed decimals, so that no reader re-rounds it. */
export function answer({ edition, weighting, averages, tally, population }: IndexRequest) {
  const result = computeIndex(edition, averages, weighting)
  const exact = weighting === 'exact' ? undefined : computeIndex(edition, averages, 'exact')
  const band = tally && interval(tally.complete, population)
  return {
    edition: edition.id,
    index: result.index,
    grade: result.grade,
    label: result.band?.label ?? null,
    incomplete: result.incomplete,
    k: result.k,
    weights: {
      rule: weighting === 'exact' ? 'exact' : 'printed',
      weight: result.k === 0 && weighting === 'exact' ? null : result.weight,
    },
    ...(exact ? { withExactWeights: { index: exact.index, grade: exact.grade } } : {}),
    respondents: tally ? { counted: tally.counted, leftOut: tally.leftOut } : null,
    ...(tally && population !== undefined ? { sample: { population, ...coverage(population, tally.counted) } } : {}),
    interval: band ?? null,
    lowest: result.lowest,
    elements: Object.fromEntries(
      result.elements.map(({ code, nrr, value, weighted, grade, answered }, i) => [
        code,
        { name: edition.elements[i]!.name, nrr, value, weighted, grade, answered },
      ]),
    ),
  }
}

async function report(io: Io, name: string, kind: string, faults: readonly InputFault[]): Promise<void> {
  for (const { at, says } of faults.slice(0, MOST_FAULTS)) {
    const item = /^\[(\d+)\]/.exec(at)
    await say(
      io.stderr,
      `${name}: ${kind}${item ? `item ${Number(item[1]) + 1}, ` : ''}${at === '' ? 'the item' : at} ${says}\n`,
      0,
    )
  }
  if (faults.length > MOST_FAULTS) await say(io.stderr, `${name}: ${kind}and ${faults.length - MOST_FAULTS} more\n`, 0)
}

/** Waits until the words are out. What went wrong with a stream is told by whoever owns it (src/cli.ts). */
function say(stream: NodeJS.WritableStream, words: string, code: number): Promise<number> {
  return new Promise((resolve) => stream.write(words, () => resolve(code)))
}
