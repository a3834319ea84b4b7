// What `npx puja demo` is asked for, and how far it is, in one line of a terminal. Pure.

/** The default and the bounds of `--residents`. */
const USUAL = 4000
const FEWEST = 100
const MOST = 1_200_000

export const DEMO_USAGE = `Usage: npx puja demo [--residents N]   N from ${FEWEST} to ${MOST}; the data folder or database must be empty\n`

/** `--residents 5000` or `--residents=5000`; undefined for anything else. */
export function readDemoArguments(args: readonly string[]): { readonly residents: number } | undefined {
  if (args.length === 0) return { residents: USUAL }
  const [option, count, ...more] = args.flatMap((word) => word.split(/=(.*)/s, 2))
  if (option !== '--residents' || more.length > 0 || count === undefined || !/^\d+$/.test(count)) return undefined
  const residents = Number(count)
  return residents >= FEWEST && residents <= MOST ? { residents } : undefined
}

export function perSecond(done: number, elapsedMs: number): number {
  return elapsedMs === 0 ? 0 : Math.round((done * 1000) / elapsedMs)
}

/** Families are whole, so a few more may be done than were wanted. */
export function progressBar(done: number, wanted: number, what: string): string {
  const of = Math.max(done, wanted)
  const share = of === 0 ? 1 : done / of
  const width = 30
  const full = Math.round(share * width)
  return `\r[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${done} of ${of} ${what}${share === 1 ? '\n' : ''}`
}
