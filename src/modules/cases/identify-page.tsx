// Somebody who signed in says who they are in the register: number, name and date of birth, in one plain form.
import type { Text } from '../../kernel/text.ts'
import type { Fields } from '../../platform/http/form.ts'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { usePhrase } from '../../platform/ui/language.ts'
import { CASE_WORDS as w } from './words.ts'

export function IdentifyPage({
  back,
  typed,
  errors,
}: {
  back: string
  typed: Fields
  errors: readonly { readonly at: string; readonly text: string }[]
}) {
  const value = (name: string): string => typed[name]?.[0] ?? ''
  const error = (name: string): string | undefined =>
    errors.find((one) => one.at === name || one.at.startsWith(`${name}.`))?.text
  return (
    <form method="post" class="stack stack-l narrow">
      <ErrorSummary errors={errors} />
      <div class="stack">
        <h1>
          <Both text={w.identifyTitle} />
        </h1>
        <p class="lead">
          <Both text={w.identifyLead} />
        </p>
      </div>
      <input type="hidden" name="back" value={back} />
      <Field
        name="nik"
        kind="number"
        width={16}
        label={w.nik}
        hint={w.nikHint}
        value={value('nik')}
        error={error('nik')}
      />
      <Field
        name="name"
        label={w.name}
        hint={w.nameHint}
        value={value('name')}
        error={error('name')}
        autocapitalize="words"
      />
      <DateOfBirth
        name="birthDate"
        label={w.birthDate}
        value={{ day: value('birthDate.day'), month: value('birthDate.month'), year: value('birthDate.year') }}
        error={error('birthDate')}
      />
      <Button label={w.match} />
    </form>
  )
}

function Both({ text }: { text: Text }) {
  const phrase = usePhrase()
  return <>{phrase(text)}</>
}
