// Which language a component speaks. The page sets it once; components deep inside ask for it, so that no page has to hand
// it down by hand. Outside a page (an HTML fragment) wrap the fragment in `Speaking`.
import { createContext, useContext } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import { type Language, say, type Text } from '../../kernel/text.ts'

/** What a component returns. */
export type Element = HtmlEscapedString | Promise<HtmlEscapedString>
/** What JSX may hold: text, numbers, elements, lists of them. */
export type Content = Element | string | number | boolean | null | undefined | readonly Content[]
/** A sentence for people: a text in both languages, or content that is already in the right one. */
export type Phrase = Text | Content

const LanguageContext = createContext<Language>('id')

/** Sets the language of everything inside. */
// The library's own type knows fewer children than it draws.
export const Speaking = LanguageContext.Provider as (props: { value: Language; children?: Content }) => Element

/** The language the page around this component speaks; Indonesian when nobody said. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}

function isText(phrase: Phrase): phrase is Text {
  return typeof phrase === 'object' && phrase !== null && 'id' in phrase && 'en' in phrase
}

/** The phrase in the language of the page, ready to stand inside JSX. */
export function usePhrase(): (phrase: Phrase) => Element {
  const language = useLanguage()
  // JSX children accept text and lists; the library's element type is narrower than what it renders.
  return (phrase) => (isText(phrase) ? say(phrase, language) : phrase) as Element
}

/** The phrase as plain text, for attributes such as `aria-label`; elements have no place there. */
export function usePlain(): (text: Text | string) => string {
  const language = useLanguage()
  return (text) => (typeof text === 'string' ? text : say(text, language))
}
