// A region chooses one hue; everything else follows at fixed lightness, so that any hue carries white text (at least 9.5:1 over all 360,
// measured in accent.test.ts). The accent decorates (strip, cover, mark, grade); it never says anything.
import { oklchToHex } from './contrast.ts'

export type Accent = {
  readonly accent: string
  readonly deep: string
  readonly tint: string
  readonly nightTint: string
  readonly sunAccent: string
  readonly sunDeep: string
}

/** The region's colours as sRGB hex. Any whole or broken hue is taken modulo 360. */
export function accentOf(hue: number): Accent {
  const h = ((hue % 360) + 360) % 360
  return {
    accent: oklchToHex(0.38, 0.09, h),
    deep: oklchToHex(0.3, 0.07, h),
    tint: oklchToHex(0.95, 0.022, h),
    nightTint: oklchToHex(0.25, 0.03, h),
    sunAccent: oklchToHex(0.25, 0.06, h),
    sunDeep: oklchToHex(0.19, 0.045, h),
  }
}

/** The style text that gives a page its region's colours, in all themes. Follows `tokens.css`. */
export function regionStylesheet(hue: number): string {
  const c = accentOf(hue)
  return [
    '@layer tokens{',
    `:root,[data-theme]{--region:${c.accent};--region-deep:${c.deep};--region-tint:${c.tint}}`,
    `@media screen{[data-theme=gelap]{--region-tint:${c.nightTint}}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme]){--region-tint:${c.nightTint}}}`,
    `[data-theme=terik]{--region:${c.sunAccent};--region-deep:${c.sunDeep};--region-tint:#fff}`,
    '}',
  ].join('')
}
