// A browser without script: reads forms out of HTML and sends only what they hold. Must stay true: no knowledge of the program in here, so that
// a page whose form forgets something fails.
import type { Hono } from 'hono'

export type Shown = { readonly status: number; readonly html: string; readonly text: string }

const plainText = (text: string): string =>
  text
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found?.[1] === undefined ? undefined : plainText(found[1])
}

/** Fields a form would send: hidden and typed inputs, chosen options, ticked boxes, texts; no buttons. */
export function fieldsOf(html: string): URLSearchParams {
  const sent = new URLSearchParams()
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const kind = attribute(tag, 'type') ?? 'text'
    const name = attribute(tag, 'name')
    if (name === undefined || ((kind === 'radio' || kind === 'checkbox') && !/\schecked/.test(tag))) continue
    sent.append(name, attribute(tag, 'value') ?? '')
  }
  for (const [, tag, body] of html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g))
    sent.append(attribute(tag!, 'name') ?? '', plainText(body!))
  for (const [, tag, body] of html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b[^>]*\sselected[^>]*>/.exec(body!)?.[0]
    sent.append(attribute(tag!, 'name') ?? '', chosen === undefined ? '' : (attribute(chosen, 'value') ?? ''))
  }
  return sent
}

export function browser(app: Hono) {
  const shown = async (response: Response): Promise<Shown> => {
    const html = await response.text()
    return {
      status: response.status,
      html,
      text: plainText(html.replace(/<(style|symbol)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')).replace(
        /\s+/g,
        ' ',
      ),
    }
  }
  return {
    open: async (path: string): Promise<Shown> => shown(await app.request(path)),
    /** Presses the button with this name and value (or words) on the page's form, after typing. Follows a redirect. */
    async press(page: Shown, button: string, typed: Readonly<Record<string, string>> = {}): Promise<Shown> {
      const form = [...page.html.matchAll(/<form\b[\s\S]*?<\/form>/g)]
        .map(([html]) => html)
        .find((html) => buttonIn(html, button) !== undefined)
      if (form === undefined) throw new Error(`No form with the button ${button} on: ${page.text.slice(0, 400)}`)
      const fields = fieldsOf(form)
      for (const [name, value] of Object.entries(typed)) {
        if (!fields.has(name) && !form.includes(`name="${name}"`)) throw new Error(`No field ${name} on the page`)
        fields.set(name, value)
      }
      const tag = buttonIn(form, button)!
      const name = attribute(tag, 'name')
      if (name !== undefined) fields.append(name, attribute(tag, 'value') ?? '')
      const response = await app.request(attribute(form, 'action') ?? '', {
        method: 'POST',
        body: fields.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      const to = response.headers.get('location')
      return shown(response.status === 303 && to !== null ? await app.request(to) : response)
    },
  }
}

function buttonIn(form: string, words: string): string | undefined {
  for (const [whole, tag] of form.matchAll(/(<button\b[^>]*>)[\s\S]*?<\/button>/g)) {
    const label = whole.replace(/<[^>]+>/g, '')
    if (`${attribute(tag!, 'name')}=${attribute(tag!, 'value')}` === words || plainText(label).trim().startsWith(words))
      return tag
  }
  return undefined
}
