// The form of a new edition: every limit with what holds now, by group. Must stay true: what was typed comes back with its fault, and
// the group with a fault stands open.
import { formatMonth } from '../../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { Button } from '../../../platform/ui/button.tsx'
import { Tick } from '../../../platform/ui/choice-cards.tsx'
import { EDITION_PANEL_WORDS as frame } from '../../../platform/ui/edition-panels.tsx'
import { Field } from '../../../platform/ui/field.tsx'
import { SelectField } from '../../../platform/ui/select-field.tsx'
import type { FormErrors } from '../posyandu-frame.ts'
import type { GrowthEditionsView } from './edition-port.ts'
import { typed as asTyped, GROUPS, EDITION_WORDS as w, YES_NO } from './edition-words.ts'
import { ENGLISH_FITS, englishField, MOST_FLAG, NEW_FLAGS, wordsField } from './flag-words.ts'

export type EditionPageProps = {
  readonly view: GrowthEditionsView
  readonly action: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly language: Language
}

export function EditionForm({ view, action, typed, errors, language }: EditionPageProps) {
  const word = (text: Text) => say(text, language)
  const fault = (at: string) => errors.find((one) => one.at === at)?.text
  const field = (name: string, value: string) => {
    const error = fault(name)
    return { name, value: typed[name] ?? value, ...(error === undefined ? {} : { error }) }
  }
  const groups = [
    ...GROUPS,
    ...view.alerts.map(({ code, name }) => ({
      group: `alert-${code}` as const,
      title: { id: `${name.id} (${code})`, en: `${name.en} (${code})` },
      hint: undefined,
    })),
  ]
  return (
    <form method="post" action={action} class="panel panel-wash stack narrow" novalidate>
      <h2>{word(frame.make)}</h2>
      <p class="s quiet">{word(w.makeLead)}</p>
      <Field {...field('name', '')} label={frame.name} maxlength={120} />
      <Field {...field('source', '')} label={w.basis} maxlength={200} />
      <SelectField
        {...field('from', view.starts[0] ?? '')}
        label={w.start}
        options={view.starts.map((from) => ({ value: from, label: formatMonth(from, language) }))}
      />
      {groups.map(({ group, title, hint }) => {
        const rows = view.limits.filter(({ limit }) => limit.group === group)
        return (
          <details
            open={
              rows.some(({ limit }) => fault(limit.key) !== undefined) ||
              (group === 'flags' && errors.some(({ at }) => at?.startsWith('words-')))
            }
          >
            <summary>{word(title)}</summary>
            <div class="stack stack-s">
              {hint === undefined ? null : <p class="s quiet">{word(hint)}</p>}
              <div class="duo">
                {rows.map(({ limit, next }) =>
                  limit.isYesNo ? (
                    <SelectField
                      {...field(limit.key, asTyped(limit, next, language))}
                      label={limit.label}
                      width={8}
                      options={YES_NO.map((label, at) => ({ value: String(at), label })).reverse()}
                    />
                  ) : (
                    <Field
                      {...field(limit.key, asTyped(limit, next, language))}
                      kind="number"
                      decimal={limit.decimals > 0}
                      width={4}
                      unit={limit.unit}
                      label={limit.label}
                      {...(limit.isOpen ? { hint: w.open } : {})}
                    />
                  ),
                )}
              </div>
              {group === 'flags' ? (
                <>
                  <h3>{word(w.flagWords)}</h3>
                  <p class="s quiet">{word(w.flagWordsHint)}</p>
                  {[...view.nextFlags, ...NEW_FLAGS.map((code) => ({ code, text: { id: '', en: '' } }))].map(
                    ({ code, text }, index) => (
                      <div class="duo">
                        <Field
                          {...field(wordsField(code), text.id)}
                          label={numbered(w.flagId, index + 1)}
                          maxlength={MOST_FLAG}
                        />
                        <Field
                          {...field(englishField(code), text.en === text.id ? '' : text.en)}
                          label={numbered(w.flagEn, index + 1)}
                          maxlength={MOST_FLAG}
                        />
                      </div>
                    ),
                  )}
                  <Tick name={ENGLISH_FITS} label={w.englishFits} checked={typed[ENGLISH_FITS] !== undefined} />
                </>
              ) : null}
            </div>
          </details>
        )
      })}
      <Button kind="second" label={frame.save} />
    </form>
  )
}

/** Twelve fields of one kind are told apart by their number. */
const numbered = (text: Text, n: number): Text => ({ id: fill(text.id, { n }), en: fill(text.en, { n }) })
