// Beside every `<form data-island="upload" data-upload="{address}">`: makes the photo small, looks whether it can be read, and sends it in
// parts that survive a lost signal. Any trouble falls back to the plain form, with the small photo in it. The form works without this.
import type { Doubt } from './_judge-photo.ts'
import { lineAfter, sentence } from './_say.ts'
import { markOf, newUploadId, sendParts } from './_send-parts.ts'
import { shrinkPhoto } from './_shrink-photo.ts'

const WORDS = {
  preparing: ['Foto sedang disiapkan.', 'Preparing the photo.'],
  ready: ['Siap dikirim, {kb} kB.', 'Ready to send, {kb} kB.'],
  sending: ['Terkirim {sent} dari {all} kB.', '{sent} of {all} kB sent.'],
  dark: [
    'Fotonya terlalu gelap. Foto lagi dekat jendela, atau kirim saja bila tulisannya terbaca.',
    'The photo is too dark. Take it again near a window, or send it if the letters can be read.',
  ],
  blurred: [
    'Fotonya buram. Foto lagi dengan tangan bertumpu, atau kirim saja bila tulisannya terbaca.',
    'The photo is blurred. Take it again with steady hands, or send it if the letters can be read.',
  ],
  glare: [
    'Fotonya silau. Miringkan kertasnya, atau kirim saja bila tulisannya terbaca.',
    'There is glare. Tilt the paper, or send it if the letters can be read.',
  ],
} as const

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="upload"]')) enhance(form)

function enhance(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]')
  const address = form.dataset.upload
  if (input === null || address === undefined) return
  const tell = lineAfter(input)
  let prepared: Promise<Blob | undefined> = Promise.resolve(undefined)
  let plain = false
  let busy = false

  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file === undefined) return tell('')
    tell(sentence(WORDS.preparing))
    prepared = shrinkPhoto(file).then((small) => {
      if (input.files?.[0] !== file) return undefined
      const doubt: Doubt | undefined = small?.doubts[0]
      if (small === undefined) tell('')
      else if (doubt === undefined) tell(sentence(WORDS.ready, { kb: kilobytes(small.blob.size) }))
      else tell(sentence(WORDS[doubt]), true)
      return small?.blob
    })
  })

  form.addEventListener('submit', (event) => {
    if (plain || input.files?.[0] === undefined) return
    event.preventDefault()
    if (busy) return
    busy = true
    const button = event.submitter
    void send(input.files[0]).catch(() => sendPlain(button))
  })

  async function send(file: File): Promise<void> {
    const small = await prepared
    const blob = small ?? file
    if (small !== undefined) replaceFile(input!, small, file.name)
    const mark = `upload:${address}:${await markOf(blob)}`
    const id = sessionStorage.getItem(mark) ?? newUploadId()
    sessionStorage.setItem(mark, id)
    const sending = await sendParts(`${address}/${id}`, blob, {
      fetch: (...request) => fetch(...request),
      wait: (ms) => new Promise((done) => setTimeout(done, ms)),
      progress: (sent, all) => tell(sentence(WORDS.sending, { sent: kilobytes(sent), all: kilobytes(all) })),
    })
    if (sending.result === 'trouble') throw new Error('the plain form is next')
    sessionStorage.removeItem(mark)
    busy = false
    if (sending.result === 'sent') location.reload()
    else tell(sending.sentence, true)
  }

  function sendPlain(button: HTMLElement | null): void {
    plain = true
    form.requestSubmit(button)
  }
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000)
}

/** Puts the small photo where the large one was, so that the plain way is quick too. Old browsers keep the large one. */
function replaceFile(input: HTMLInputElement, blob: Blob, name: string): void {
  try {
    const files = new DataTransfer()
    files.items.add(new File([blob], `${name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' }))
    input.files = files.files
  } catch {
    // The large file still goes.
  }
}
