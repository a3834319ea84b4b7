// The form for a survey's figure: every one needs its year, method and source.
import type { Refusal } from '../../kernel/refusal.ts'
import { type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { METHOD_WORDS, FIGURE_WORDS as w } from './figures-words.ts'

export type TypedSurvey = {
  readonly values: Readonly<Record<'year' | 'method' | 'percent' | 'source', string>>
  readonly refusals: readonly Refusal[]
  readonly tell: (refusal: Refusal) => string
}

export function SurveyForm({
  at,
  condition,
  language,
  typed,
}: {
  at: string
  condition: string
  language: Language
  typed?: TypedSurvey | undefined
}) {
  const error = (name: string) => {
    const refusal = typed?.refusals.find((one) => one.at === name)
    return refusal === undefined || typed === undefined ? {} : { error: typed.tell(refusal) }
  }
  return (
    <details open={typed !== undefined} class="no-print">
      <summary>{say(w.addSurvey, language)}</summary>
      {typed === undefined ? null : (
        <ErrorSummary errors={typed.refusals.map((one) => ({ at: one.at, text: typed.tell(one) }))} />
      )}
      <form method="post" action={`${at}/surveys`} class="stack">
        <input type="hidden" name="indicator" value={condition} />
        <Field name="year" kind="number" label={w.year} width={4} value={typed?.values.year} {...error('year')} />
        <SelectField
          name="method"
          label={w.method}
          value={typed?.values.method ?? 'ssgi'}
          width={8}
          options={Object.entries(METHOD_WORDS).map(([value, label]) => ({ value, label }))}
        />
        <Field
          name="percent"
          kind="number"
          decimal
          label={w.percent}
          unit="%"
          width={8}
          value={typed?.values.percent}
          {...error('percent')}
        />
        <Field name="source" label={w.source} value={typed?.values.source} {...error('source')} />
        <Button kind="second" label={w.save} fill="never" />
      </form>
    </details>
  )
}
