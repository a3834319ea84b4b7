// Reads the style files, joins and shrinks them once per process, and names them by their content, so that they may be cached for a year.
// Server only: the service worker and the pages get addresses through PageContext.assets.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { packagePath } from '../paths.ts'
import { regionStylesheet } from './accent.ts'
import { shrinkCss } from './shrink-css.ts'

/** Order matters only between layers, and tokens.css declares their order first. */
export const STYLE_FILES = ['tokens', 'base', 'layout', 'page', 'forms', 'records', 'charts', 'print'] as const

export type Stylesheet = { readonly path: string; readonly body: string }

let shared: string | undefined
const byHue = new Map<number, Stylesheet>()

function sharedCss(): string {
  shared ??= STYLE_FILES.map((name) =>
    shrinkCss(readFileSync(packagePath('src/platform/ui/styles', `${name}.css`), 'utf8')),
  ).join('')
  return shared
}

/**
 * The style file of a region, colours included: one request before the first text appears. Without a hue the colours of
 * `tokens.css` stand. Repeated calls return the same object.
 */
export function stylesheet(hue?: number): Stylesheet {
  const key = hue ?? -1
  let found = byHue.get(key)
  if (found === undefined) {
    const body = hue === undefined ? sharedCss() : sharedCss() + regionStylesheet(hue)
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
    found = { path: `/assets/ui-${hash}.css`, body }
    byHue.set(key, found)
  }
  return found
}

/** The colours of one region alone, for pages that show many regions beside each other. */
export function regionStyle(hue: number): Stylesheet {
  return { path: `/assets/region-${Math.round(((hue % 360) + 360) % 360)}.css`, body: regionStylesheet(hue) }
}
