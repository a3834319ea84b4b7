// Four drawings of the same paper: good, too dark, cut off, with glare. Each says what to do, because the usual reason for a returned
// application is a photograph that cannot be read.
import { say } from '../../kernel/text.ts'
import { useLanguage } from './language.ts'
import { words } from './words.ts'

export const SAMPLE_KINDS = ['good', 'dark', 'cut', 'glare'] as const
export type SampleKind = (typeof SAMPLE_KINDS)[number]

const LINES = 'M40 24h40M40 33h32M40 42h40M40 51h24M40 60h34'
const table = (colour: string) => <path fill={colour} d="M0 0h120v90H0z" />

/** What each drawing shows, on a table 120 wide and 90 high; colours are those of a photograph, the same in every theme. */
const DRAWINGS = {
  good: () => (
    <>
      {table('#b9c4bd')}
      <path fill="#fff" d="M31 9h58v72H31z" />
      <path stroke="#56635c" stroke-width="2.5" d={LINES} />
    </>
  ),
  dark: () => (
    <>
      {table('#2b322e')}
      <path fill="#4a534e" d="M31 9h58v72H31z" />
      <path stroke="#38403c" stroke-width="2.5" d={LINES} />
    </>
  ),
  cut: () => (
    <>
      {table('#b9c4bd')}
      <path fill="#fff" d="M52 28h80v80H52z" />
      <path stroke="#56635c" stroke-width="2.5" d="M64 44h60M64 53h52M64 62h60M64 71h44M64 80h54" />
    </>
  ),
  glare: () => (
    <>
      {table('#b9c4bd')}
      <path fill="#fff" d="M31 9h58v72H31z" />
      <path stroke="#56635c" stroke-width="2.5" d={LINES} />
      <circle cx="66" cy="42" r="27" fill="#fff" opacity=".55" />
      <circle cx="66" cy="42" r="21" fill="#fff" />
      <path
        stroke="#fff"
        stroke-width="3"
        d="M66 9v12M66 63v12M33 42h12M87 42h12M43 19l8 8M81 57l8 8M43 65l8-8M81 27l8-8"
      />
    </>
  ),
} as const

export function UploadSamples({ kinds = SAMPLE_KINDS }: { kinds?: readonly SampleKind[] }) {
  const language = useLanguage()
  return (
    <ul class="samples">
      {kinds.map((kind) => (
        <li>
          <svg
            class={kind === 'good' ? 'go' : undefined}
            viewBox="0 0 120 90"
            width="120"
            height="90"
            aria-hidden="true"
          >
            {DRAWINGS[kind]()}
          </svg>
          <b>{say(words[kind], language)}</b>
          {say(words[`${kind}Tip`], language)}
        </li>
      ))}
    </ul>
  )
}
