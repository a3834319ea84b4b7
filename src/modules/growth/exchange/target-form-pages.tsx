// The form for one receiver. Must stay true: a key that is kept is never shown again; what was typed stays when it is refused.
import { fill, type Language, say } from '../../../kernel/text.ts'
import { Button } from '../../../platform/ui/button.tsx'
import { ChoiceCards } from '../../../platform/ui/choice-cards.tsx'
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx'
import { Field } from '../../../platform/ui/field.tsx'
import type { FormErrors } from '../posyandu-frame.ts'
import type { TargetView } from './outgoing-port.ts'
import { TARGET_NAMES, OUTGOING_WORDS as w } from './outgoing-words.ts'

type Props = { base: string; view: TargetView; demo: boolean; language: Language; errors: FormErrors }

export function TargetFormPage({ base, view, demo, language, errors }: Props) {
  const error = (name: string) => {
    const found = errors.find(({ at }) => at === name)
    return found === undefined ? {} : { error: found.text }
  }
  return (
    <div class="stack stack-l">
      {errors.length === 0 ? null : <ErrorSummary errors={errors} />}
      <h1>{fill(say(w.setTitle, language), { target: say(TARGET_NAMES[view.target], language) })}</h1>
      <form class="stack" method="post" action={`${base}/targets/${view.target}`}>
        <Field
          name="baseUrl"
          label={w.address}
          hint={demo ? w.addressHintDemo : w.addressHint}
          value={view.baseUrl}
          autocapitalize="none"
          {...error('baseUrl')}
        />
        {view.target === 'satusehat' ? (
          <>
            <Field
              name="organisation"
              label={w.organisation}
              value={view.organisation}
              width={16}
              {...error('organisation')}
            />
            <Field
              name="practitioner"
              label={w.practitioner}
              value={view.practitioner}
              width={16}
              {...error('practitioner')}
            />
          </>
        ) : null}
        <Field name="clientId" label={w.clientId} hint={w.optional} value={view.clientId} {...error('clientId')} />
        <Field
          name="secret"
          label={w.secret}
          hint={view.hasSecret ? w.secretKept : w.optional}
          kind="password"
          autocomplete="new-password"
        />
        <ChoiceCards
          name="active"
          label={w.switch}
          value={view.active ? 'yes' : 'no'}
          two
          choices={[
            { value: 'yes', label: w.yes },
            { value: 'no', label: w.no },
          ]}
        />
        <p>
          <Button label={w.save} />
        </p>
      </form>
    </div>
  )
}
