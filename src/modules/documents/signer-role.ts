// The title printed over a signer's name. Pure. Must stay true: the template says the title an office of this kind usually has; a
// region may print its own instead, by its own kind of office; a deputy's "Plh." stands before either.
import type { Text } from '../../kernel/text.ts'

/** Titles of the head as this region prints them, where they differ from the usual ones. */
export type SignerTitles = {
  /** On letters and cards: usually "Kepala" with the name of the department. */
  readonly office?: string
  /** On deeds and their extracts: usually "Pejabat Pencatatan Sipil". */
  readonly deeds?: string
}

/** "Plh. Kepala Dinas …" over two lines: title, then region. `fill` puts the office's own words into the template. */
export function signerRole(
  role: Text,
  signer: { readonly acting?: string; readonly titles?: SignerTitles },
  fill: (text: string) => string,
): string {
  const [first = '', ...rest] = role.id.split('\n')
  // A title that names the office is the head's as head of the office; any other is a function the law gives, as on deeds.
  const own = first.includes('{office.office}') ? signer.titles?.office : signer.titles?.deeds
  const title = own ?? withoutPlace(fill(first), rest, fill)
  return [signer.acting === undefined ? title : `${signer.acting} ${title}`, ...rest.map(fill)].join('\n')
}

/** "Kepala Disdukcapil Balangan" over "Kabupaten Balangan": an office that is called by its place would say it twice. */
function withoutPlace(title: string, rest: readonly string[], fill: (text: string) => string): string {
  const place = ` ${fill('{office.regencyName}')}`
  return rest.some((line) => line.includes('{office.regency}')) && title.endsWith(place)
    ? title.slice(0, -place.length)
    : title
}
