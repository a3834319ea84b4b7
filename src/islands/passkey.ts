// Beside every `<form data-island="passkey" data-options="{address}" data-kind="get|create">`: shows the form where the browser knows
// passkeys, asks for a challenge, lets the device answer and sends the answer with the form. The code beside it works without this.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { lineAfter, sentence } from './_say.ts'

const WORDS = {
  ask: ['Ikuti petunjuk di perangkat Anda.', 'Follow your device.'],
  stopped: [
    'Belum jadi. Tekan lagi untuk mencoba, atau pakai cara lain di halaman ini.',
    'Not done. Press again to retry, or use the other way on this page.',
  ],
  known: [
    'Perangkat ini sudah punya kunci sandi untuk akun ini.',
    'This device has a passkey for this account already.',
  ],
  away: ['Tidak ada jaringan. Coba lagi sebentar lagi.', 'No network. Try again in a moment.'],
} as const

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="passkey"]'))
  if (browserSupportsWebAuthn()) enhance(form)

function enhance(form: HTMLFormElement): void {
  const answer = form.querySelector<HTMLInputElement>('input[name="response"]')
  const address = form.dataset.options
  const button = form.querySelector('button')
  if (answer === null || address === undefined || button === null) return
  form.hidden = false
  const tell = lineAfter(button)
  let busy = false
  form.addEventListener('submit', (event) => {
    if (answer.value !== '') return
    event.preventDefault()
    if (busy) return
    busy = true
    tell(sentence(WORDS.ask))
    void ask(address)
      .then(async (options) => {
        const done =
          form.dataset.kind === 'create'
            ? await startRegistration({ optionsJSON: options })
            : await startAuthentication({ optionsJSON: options })
        answer.value = JSON.stringify(done)
        form.submit()
      })
      .catch((error: unknown) => {
        const name = error instanceof Error ? error.name : ''
        tell(
          sentence(name === 'InvalidStateError' ? WORDS.known : name === 'TypeError' ? WORDS.away : WORDS.stopped),
          true,
        )
      })
      .finally(() => {
        busy = false
      })
  })
}

async function ask(address: string) {
  const response = await fetch(address, { method: 'POST', headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error('refused')
  return response.json()
}
