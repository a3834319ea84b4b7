// What a page of questions says, in order, for a voice. Must stay true: questions and help only, never what somebody typed or chose,
// nothing that is not seen.

const SPOKEN = 'h1, h2, legend, label, .lead, .hint, small'
/** Languages nobody's voice here can speak, and what only explains the page to eyes. */
const SILENT = '[lang="bjn"], .quiet, .hide, [data-kept], [role="status"], .btn'

/** The sentences of these places, each once; a label inside a legend is not said twice. */
export function sentencesOf(places: readonly Element[]): readonly string[] {
  const said: string[] = []
  const seen: Element[] = []
  for (const place of places)
    for (const element of place.querySelectorAll<HTMLElement>(SPOKEN)) {
      if (element.closest(SILENT) !== null || seen.some((other) => other.contains(element))) continue
      if (element.offsetParent === null) continue
      seen.push(element)
      const text = wordsIn(element)
      if (text !== '' && said.at(-1) !== text) said.push(text)
    }
  return said
}

/** The text of an element without its silent parts and without what its boxes hold. */
function wordsIn(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const silent of copy.querySelectorAll(`${SILENT}, input, textarea, select, svg`)) silent.remove()
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}
