// Keeps what was typed until the server has it: a form that could not be sent comes back filled in. Only in this tab (sessionStorage), at most
// two hours, and gone as soon as the next page of ours shows that the server answered. Never files, passwords or codes.
// A page with `data-island="autosave"` on something else than a form says: all is sent, forget.

const PREFIX = 'typed:'
const KEPT_MS = 2 * 60 * 60 * 1000
const WORDS = {
  back: [
    'Isian Anda belum terkirim tadi. Kami kembalikan ke kotaknya.',
    'Your answers were not sent. We put them back in their boxes.',
  ],
  offline: [
    'Tidak ada sinyal. Isian Anda aman di sini. Tekan lagi bila sinyal kembali.',
    'No signal. Your answers are safe here. Press again when it is back.',
  ],
} as const

type Kept = { readonly at: number; readonly sent: boolean; readonly values: Readonly<Record<string, string>> }
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-island="autosave"]')]

function keyOf(form: HTMLFormElement): string {
  return `${PREFIX}${new URL(form.action).pathname}`
}

/** Other forms that were sent have been answered, for here is another page; old ones go anyway. */
function forget(here: ReadonlySet<string>): void {
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(PREFIX)) continue
    const kept = read(key)
    if (kept === undefined || Date.now() - kept.at > KEPT_MS || forms.length === 0 || (kept.sent && !here.has(key)))
      sessionStorage.removeItem(key)
  }
}

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '') as Kept
  } catch {
    return undefined
  }
}

function enhance(form: HTMLFormElement): void {
  const key = keyOf(form)
  const kept = read(key)
  // A page that came back with faults already carries what was typed; the server's word is newer.
  if (kept && document.querySelector('[aria-invalid="true"]') === null && restore(form, kept.values))
    notice(form, WORDS.back)
  const keep = (sent: boolean): void =>
    sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), sent, values: valuesOf(form) } satisfies Kept))
  let timer = 0
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => keep(false), 400)
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (navigator.onLine === false) {
      event.preventDefault()
      keep(false)
      notice(form, WORDS.offline)
    } else keep(true)
  })
}

function controls(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !['hidden', 'file', 'password', 'submit', 'button'].includes(element.type) &&
      element.autocomplete !== 'one-time-code',
  )
}

const isTick = (control: Control): control is HTMLInputElement =>
  control.type === 'radio' || control.type === 'checkbox'
const nameOf = (control: Control): string => (isTick(control) ? `${control.name}=${control.value}` : control.name)

function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    controls(form).map((control) => [nameOf(control), isTick(control) ? (control.checked ? '1' : '') : control.value]),
  )
}

/** Fills only what is still as the server drew it and empty; says whether anything came back. */
function restore(form: HTMLFormElement, values: Readonly<Record<string, string>>): boolean {
  let filled = false
  for (const control of controls(form)) {
    const value = values[nameOf(control)]
    if (!value) continue
    if (isTick(control)) {
      const group = controls(form).filter((other) => other.name === control.name && isTick(other) && other.checked)
      if (group.length > 0 && control.type === 'radio') continue
      if (!control.checked) {
        control.checked = true
        filled = true
      }
    } else if (control.value === '') {
      control.value = value
      filled = true
    }
  }
  return filled
}

function notice(form: HTMLFormElement, [id, en]: readonly [string, string]): void {
  const line = form.querySelector('[data-kept]') ?? document.createElement('p')
  line.setAttribute('data-kept', '')
  line.setAttribute('role', 'status')
  line.className = 'notice n-warn'
  line.textContent = document.documentElement.lang === 'en' ? en : id
  form.prepend(line)
}

/** Storage is closed in some private windows: then nothing is kept, and the form works as it would without this. */
function canKeep(): boolean {
  try {
    sessionStorage.setItem(PREFIX, '')
    sessionStorage.removeItem(PREFIX)
    return true
  } catch {
    return false
  }
}

if (canKeep()) {
  forget(new Set(forms.map(keyOf)))
  forms.forEach(enhance)
}

export {}
