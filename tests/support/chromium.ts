// The browser of the browser tests: Debian's Chromium through playwright-core. Where it is comes from CHROMIUM_PATH or the usual places;
// without one the test says so and never passes in silence. The headless shell goes first: the same engine without the windows
// around it, and a page there costs the processor half.
import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const USUAL = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
] as const

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a Chromium that this machine can run, or undefined. A wrong CHROMIUM_PATH is not replaced by another browser. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  return named ? (runs(named) ? named : undefined) : USUAL.find(runs)
}

/** A fresh browser; the caller closes it. Throws `NOT RUN: Chromium` when there is none. */
export async function launchChromium(extraArgs: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('NOT RUN: Chromium. Install it or name it in CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: [...ARGS, ...extraArgs] })
}
