// Every text a person reads exists in Indonesian and English; code never carries a sentence in one language only.
export type Language = 'id' | 'en'
export type Text = { readonly id: string; readonly en: string }

/** The text in the language asked for. */
export function say(text: Text, language: Language): string {
  return text[language]
}

/** Fills `{name}` places of a text; a place without a value stays visible, so that a test or a reader finds it. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
