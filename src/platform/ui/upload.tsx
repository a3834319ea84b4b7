// One document a field: four drawn samples that say what to do, the native control, and afterwards the picture itself.
// Without script the form sends the file as it is; inside `<form data-island="upload">` the island shrinks and resumes (src/islands/upload.ts).
import { fill, say } from '../../kernel/text.ts'
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { useLanguage, usePhrase } from './language.ts'
import { type SampleKind, UploadSamples } from './upload-samples.tsx'
import { words } from './words.ts'

export type UploadProps = FieldTexts & {
  /** Name in the form, and the id that an error summary links to. */
  name: string
  /** Which samples to draw; all four by default, none with an empty list. */
  samples?: readonly SampleKind[]
  /** What the control offers; photos and PDF by default. */
  accept?: string
  /** The document that is already there. Then the control stands behind "Ganti". */
  current?: {
    /** Address of a small picture; without it (PDF) a page sign is drawn. */
    readonly src?: string
    /** What the picture shows: "Buku nikah, halaman nama". */
    readonly alt: string
    /** Opens the document. */
    readonly href?: string
    /** What was read from it. */
    readonly read?: string
    /** "10 April, pukul 15.00" */
    readonly receivedAt?: string
  }
  /** Opens the camera at once on phones; only where a photo is the only sense. */
  camera?: boolean
  /** Id, when the name is not unique on the page. */
  id?: string
}

export function Upload(props: UploadProps) {
  const { name, samples, accept = 'image/*,application/pdf', current, camera = false, error } = props
  const id = props.id ?? name
  const language = useLanguage()
  const phrase = usePhrase()
  const control = (
    <input
      id={id}
      name={name}
      type="file"
      accept={accept}
      capture={camera ? 'environment' : undefined}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={describedBy(id, props)}
    />
  )
  if (current === undefined || error) {
    return (
      <FieldFrame {...props} id={id}>
        {samples?.length === 0 ? null : <UploadSamples kinds={samples} />}
        <div class="upload">{control}</div>
      </FieldFrame>
    )
  }
  return (
    <div class="field">
      <b>{phrase(props.label)}</b>
      <div class="upload upload-has">
        {current.src ? (
          <img src={current.src} alt={current.alt} width="96" height="128" />
        ) : (
          <span class="page-sign">
            <Icon name="doc" large />
          </span>
        )}
        <div class="stack stack-xs">
          <p class="saved ok">
            <Icon name="check" />
            {say(words.uploaded, language)}
            {current.receivedAt ? `, ${current.receivedAt}` : ''}
          </p>
          {current.href ? (
            <p>
              <a href={current.href}>{current.alt}</a>
            </p>
          ) : (
            <p>{current.alt}</p>
          )}
          {current.read ? <p class="s quiet">{fill(say(words.readFromIt, language), { what: current.read })}</p> : null}
        </div>
        <details>
          <summary>
            <Icon name="camera" />
            {say(words.replace, language)}
            <span class="hide"> {phrase(props.label)}</span>
          </summary>
          <label for={id} class="hide">
            {phrase(props.label)}
          </label>
          {props.hint ? (
            <span class="hint" id={`${id}-h`}>
              {phrase(props.hint)}
            </span>
          ) : null}
          {control}
        </details>
      </div>
    </div>
  )
}
