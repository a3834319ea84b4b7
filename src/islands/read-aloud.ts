// A button that reads the questions of a page aloud. Shown only where the device itself has a voice for the page's language: a voice of
// somebody's server would be told what people are asked. Without script or voice nothing is shown and nothing is missing.
import { sentencesOf } from './_read-aloud-text.ts'
import { sentence } from './_say.ts'

const READ = ['Bacakan halaman ini', 'Read this page aloud'] as const
const STOP = ['Berhenti membaca', 'Stop reading'] as const

const language = document.documentElement.lang
const synth: SpeechSynthesis | undefined = window.speechSynthesis

function voice(): SpeechSynthesisVoice | undefined {
  return synth?.getVoices().find((one) => one.localService && one.lang.toLowerCase().split(/[-_]/)[0] === language)
}

function enhance(place: HTMLElement, speech: SpeechSynthesis): void {
  const about = place.dataset.reads === undefined ? null : document.getElementById(place.dataset.reads)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn btn-2 btn-s'
  let reading = 0
  const say = (isReading: boolean): void => {
    button.textContent = sentence(isReading ? STOP : READ)
    button.setAttribute('aria-pressed', String(isReading))
  }
  const stop = (): void => {
    reading += 1
    speech.cancel()
    say(false)
  }
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-pressed') === 'true') return stop()
    stop()
    const mine = reading
    const parts = sentencesOf(about === null ? [place] : [place, about])
    say(parts.length > 0)
    parts.forEach((text, index) => {
      // One sentence at a time: browsers fall silent in the middle of a long text.
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.voice = voice() ?? null
      spoken.lang = spoken.voice?.lang ?? language
      if (index === parts.length - 1) spoken.onend = () => (mine === reading ? say(false) : undefined)
      speech.speak(spoken)
    })
  })
  say(false)
  const line = document.createElement('p')
  line.append(button)
  place.append(line)
  window.addEventListener('pagehide', () => speech.cancel())
}

if (synth !== undefined) {
  const speech = synth
  let isShown = false
  const show = (): void => {
    if (isShown || voice() === undefined) return
    isShown = true
    for (const place of document.querySelectorAll<HTMLElement>('[data-island="read-aloud"]')) enhance(place, speech)
  }
  show()
  // Some browsers learn their voices later. Others have no such event.
  speech.addEventListener?.('voiceschanged', show)
}
