// One spoken line below a control. Islands add it; nothing on the page depends on it.

export type Sentence = readonly [id: string, en: string]

/** The sentence in the page's language, with `{name}` places filled. */
export function sentence([id, en]: Sentence, params: Readonly<Record<string, string | number>> = {}): string {
  const text = document.documentElement.lang === 'en' ? en : id
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** A line that screen readers hear when it changes; made once for each place. */
export function lineAfter(place: Element): (text: string, care?: boolean) => void {
  const line = document.createElement('p')
  line.className = 'upload-say'
  line.setAttribute('role', 'status')
  place.after(line)
  return (text, care = false) => {
    line.textContent = text
    line.classList.toggle('err', care)
  }
}
