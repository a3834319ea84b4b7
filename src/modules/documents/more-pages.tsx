// The small pages around a paper: typing a short code, how a reader checks offline, download by link and PIN.
import { type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { PAPER_WORDS as w } from './page-words.ts'

export function CodeForm({
  base,
  typed,
  error,
  language,
}: {
  base: string
  typed?: string
  error?: string
  language: Language
}) {
  return (
    <div class="narrow stack stack-l">
      <form class="stack" method="post" action={`${base}/v`}>
        <h1>{say(w.checkTitle, language)}</h1>
        <p class="lead">{say(w.checkLead, language)}</p>
        <Field
          name="code"
          label={w.shortCode}
          hint={w.checkHint}
          value={typed ?? ''}
          width={16}
          autocapitalize="characters"
          {...(error === undefined ? {} : { error })}
        />
        <Button label={w.check} />
      </form>
      <p class="s">
        <a href={`${base}/v/offline`}>{say(w.offlineTitle, language)}</a>
      </p>
    </div>
  )
}

export function OfflineNotes({ base, language }: { base: string; language: Language }) {
  return (
    <div class="narrow stack stack-l">
      <section class="stack">
        <h1>{say(w.offlineTitle, language)}</h1>
        <p class="lead">{say(w.offlineLead, language)}</p>
      </section>
      <section class="stack">
        <h2>{say(w.offlineSays, language)}</h2>
        <ul class="stack stack-s">
          {[w.offlineGenuine, w.offlineRevoked, w.offlineForged, w.offlineOld].map((line) => (
            <li>{say(line, language)}</li>
          ))}
        </ul>
      </section>
      <section class="stack">
        <h2>{say(w.offlineNeeds, language)}</h2>
        <ul class="stack stack-s">
          <li>
            <a href={KEYS_PATH}>{say(w.offlineKeys, language)}</a>
          </li>
          <li>
            <a href={`${base}/v/revoked.jws`}>{say(w.offlineList, language)}</a>
          </li>
        </ul>
      </section>
    </div>
  )
}

/** Where reader apps find the public keys of all regions of this installation. */
export const KEYS_PATH = '/.well-known/puja-keys.json'

export function DownloadForm({
  base,
  token,
  error,
  language,
}: {
  base: string
  token: string
  error?: string
  language: Language
}) {
  return (
    <form class="narrow stack" method="post" action={`${base}/d/${token}`}>
      <h1>{say(w.downloadTitle, language)}</h1>
      <p class="lead">{say(w.downloadLead, language)}</p>
      <Field name="pin" label={w.pin} kind="number" width={8} {...(error === undefined ? {} : { error })} />
      <Button label={w.download} icon="download" />
      <p class="s quiet">{say(w.downloadNote, language)}</p>
    </form>
  )
}
