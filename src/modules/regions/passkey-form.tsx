// The passkey button beside every plain way. Hidden until the island finds that the browser can do it; without a script nobody misses it.

import { Button } from '../../platform/ui/button.tsx'
import { type Phrase, usePhrase } from '../../platform/ui/language.ts'

export function PasskeyForm({
  action,
  options,
  kind,
  label,
  hint,
  back,
}: {
  action: string
  /** Where the island asks for the challenge, by POST. */
  options: string
  kind: 'get' | 'create'
  label: Phrase
  hint?: Phrase
  back?: string
}) {
  const phrase = usePhrase()
  return (
    <form
      method="post"
      action={action}
      class="stack stack-s"
      data-island="passkey"
      data-options={options}
      data-kind={kind}
      hidden
    >
      <input type="hidden" name="response" value="" />
      {back === undefined ? null : <input type="hidden" name="back" value={back} />}
      {hint === undefined ? null : <p class="quiet">{phrase(hint)}</p>}
      <Button kind="second" icon="key" label={label} />
    </form>
  )
}
