// A person at the house without a browser: a cookie jar, forms as a browser would send them, refusals as the page says them.
// Must stay true: it knows only what stands in the pages and answers; nothing here reaches behind the HTTP door.
import type { Buffer } from 'node:buffer'
import { ask } from './ask.ts'

export type Fields = Readonly<Record<string, string | readonly string[]>>
export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Uint8Array }

/** One answer of the house, after any way on was followed. */
export type Answer = {
  readonly status: number
  /** Path and query of the page that answered. */
  readonly path: string
  readonly headers: Headers
  readonly text: string
  readonly bytes: Buffer
}

/** A form as it stands in a page: where it goes and what its controls hold. */
export type PageForm = { readonly action: string; readonly fields: Readonly<Record<string, readonly string[]>> }

export type Sending = { readonly headers?: Readonly<Record<string, string>>; readonly follow?: boolean }

const MOST_STEPS = 10

export class Walker {
  readonly #base: string | (() => string)
  readonly #cookies = new Map<string, string>()

  /** The address of the house; asked for each time where it may change. */
  constructor(base: string | (() => string)) {
    this.#base = base
  }

  get base(): string {
    return typeof this.#base === 'string' ? this.#base : this.#base()
  }

  /** Signs in as one of the people whom the demo page lists; `name` as it stands there. */
  async signIn(name: string): Promise<this> {
    const page = await this.get('/demo')
    const account = accountsIn(page.text).get(name)
    if (account === undefined) throw new Error(`The demo has nobody called ${name}`)
    return this.signInAccount(account)
  }

  async signInAccount(account: string): Promise<this> {
    const done = await this.post('/demo/sign-in', { account })
    if (done.status !== 200) throw new Error(`Nobody could sign in: ${done.status}`)
    return this
  }

  /** Takes over cookies that were set elsewhere. */
  keep(lines: readonly string[]): void {
    this.#keepCookies(new Headers(lines.map((line) => ['set-cookie', line] as [string, string])))
  }

  /** What its browser would send now, for those who speak HTTP themselves. */
  cookies(): string {
    return this.#cookieHeader()
  }

  get(path: string, sending: Sending = {}): Promise<Answer> {
    return this.#ask('GET', path, undefined, sending)
  }

  /** A form as most pages send it. */
  post(path: string, fields: Fields, sending: Sending = {}): Promise<Answer> {
    const body = new URLSearchParams()
    for (const [name, values] of Object.entries(fields))
      for (const value of typeof values === 'string' ? [values] : values) body.append(name, value)
    return this.#ask('POST', path, body, sending)
  }

  /** A form with files. */
  upload(path: string, files: Readonly<Record<string, Upload>>, sending: Sending = {}): Promise<Answer> {
    const body = new FormData()
    for (const [name, file] of Object.entries(files))
      body.append(name, new File([new Uint8Array(file.buffer)], file.name, { type: file.mimeType }))
    return this.#ask('POST', path, body, sending)
  }

  /** Any body, any method: for what no form would send. */
  raw(method: string, path: string, body: BodyInit | undefined, sending: Sending = {}): Promise<Answer> {
    return this.#ask(method, path, body, { follow: false, ...sending })
  }

  async #ask(method: string, path: string, body: BodyInit | undefined, sending: Sending): Promise<Answer> {
    let at = path
    let way = method
    let sent = body
    for (let step = 0; step < MOST_STEPS; step++) {
      const { status, headers, bytes } = await ask(this.base + at, {
        method: way,
        headers: {
          cookie: this.#cookieHeader(),
          // Packing thousands of answers only to unpack them here would be the longest part of some tests.
          'accept-encoding': 'identity',
          ...sending.headers,
        },
        body: sent,
      })
      this.#keepCookies(headers)
      const location = headers.get('location')
      if (sending.follow === false || status < 300 || status > 399 || location === null)
        return { status, path: at, headers, text: bytes.toString('utf8'), bytes }
      const next = new URL(location, this.base + at)
      at = next.pathname + next.search
      way = 'GET'
      sent = undefined
    }
    throw new Error(`More than ${MOST_STEPS} ways on after ${path}`)
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0(;|$)/i.test(line)) this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

/** The demo page's people: name as shown after "sebagai", and their account. */
function accountsIn(html: string): ReadonlyMap<string, string> {
  const people = new Map<string, string>()
  for (const form of html.split('<form').slice(1)) {
    const account = /name="account" value="([^"]+)"/.exec(form)?.[1]
    const name = /sebagai ([^<]+)/.exec(form)?.[1]
    if (account !== undefined && name !== undefined) people.set(decode(name.trim()), account)
  }
  return people
}

/** The sentences of a page that says no: the summary of faults, or the reason on a page of refusal. */
export function refusalsOn(page: Pick<Answer, 'text' | 'status'>): readonly string[] {
  const summary = /<div class="errors"[\s\S]*?<\/ol>/.exec(page.text)?.[0]
  if (summary !== undefined) return [...summary.matchAll(/<li>([\s\S]*?)<\/li>/g)].map((found) => plain(found[1]!))
  if (page.status < 400) return []
  return [...page.text.matchAll(/<p class="lead">([\s\S]*?)<\/p>/g)].map((found) => plain(found[1]!))
}

/** The page's title. */
export function titleOf(page: Pick<Answer, 'text'>): string {
  return plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page.text)?.[1] ?? '')
}

/** The forms of a page with what a browser would send of them untouched. */
export function formsOn(page: Pick<Answer, 'text'>): readonly PageForm[] {
  return page.text
    .split(/<form\b/)
    .slice(1)
    .map((part) => {
      const form = part.slice(0, part.indexOf('</form>'))
      return { action: attributesOf(form.slice(0, form.indexOf('>'))).action ?? '', fields: fieldsOf(form) }
    })
}

const CONTROL = /<(input|select|textarea)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g

function fieldsOf(form: string): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null)
  for (const found of form.matchAll(CONTROL)) {
    const attributes = attributesOf(found[2]!)
    const { name, type } = attributes
    if (name === undefined || type === 'file' || type === 'submit') continue
    fields[name] ??= []
    const rest = form.slice(found.index + found[0].length)
    if (found[1] === 'select') {
      const chosen = /<option\b((?:[^>"']|"[^"]*")*\bselected(?:[^>"']|"[^"]*")*)>/.exec(
        rest.slice(0, rest.indexOf('</select>')),
      )
      fields[name].push(attributesOf(chosen?.[1] ?? '').value ?? '')
    } else if (found[1] === 'textarea') fields[name].push(decode(rest.slice(0, rest.indexOf('</textarea>'))))
    else if ((type === 'radio' || type === 'checkbox') && attributes.checked === undefined) continue
    else fields[name].push(attributes.value ?? '')
  }
  return fields
}

function attributesOf(text: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map((found) => [found[1]!, decode(found[2] ?? '')]),
  )
}

/** Text of a piece of HTML, in one line. */
export function plain(html: string): string {
  return decode(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
