// What every page must know about who is looking and where: decided by the server (or by the service worker), never by a component.
// Must stay true: only plain data here, so that a page rendered from it is the same on both sides.
import type { Language } from '../../kernel/text.ts'

export const THEMES = ['terang', 'gelap', 'terik'] as const
export type Theme = (typeof THEMES)[number]

/** One link of the top, of the office tabs or of the foot. */
export type PageLink = {
  readonly href: string
  readonly label: string
  readonly current?: boolean
  /** Language of the link's target when it is not the page's (`English`). */
  readonly lang?: Language
}

export type PageContext = {
  readonly language: Language
  /** Chosen by the person (cookie). Without it the device decides. */
  readonly theme?: Theme
  readonly region: {
    readonly code: string
    /** Full name: "Kabupaten Balangan". */
    readonly name: string
    /** The office whose page this is: "Disdukcapil Balangan". Stands below the mark instead of the region. */
    readonly office?: string
    /** 0 to 359; the only thing a region chooses about its looks. */
    readonly hue: number
  }
  /** Path and query of this page: marks the current link and brings people back after a switch of language or theme. */
  readonly path: string
  readonly person?: { readonly name: string; readonly role?: string }
  /** True when people and figures are invented; the foot says so. */
  readonly demo?: boolean
  /** True while the demo is still being filled: pages say that what is missing comes by itself. */
  readonly filling?: boolean
  readonly assets: {
    /** Addresses of the style files; the first one decides when text appears. */
    readonly styles: readonly string[]
    /** Island name -> script address. Only scripts of islands that a page contains are loaded. */
    readonly islands?: Readonly<Record<string, string>>
  }
  /** Overrides of the standard links, see `page-links.ts`. */
  readonly links?: {
    readonly home?: string
    /** At most five. */
    readonly top?: readonly PageLink[]
    readonly foot?: readonly PageLink[]
    /** Takes `?language=` or `?theme=` and `&back=`; sets the cookie and sends back. */
    readonly preferences?: string
    readonly signIn?: string
    /** Receives a POST. */
    readonly signOut?: string
    readonly account?: string
  }
}
