// Visits of family assistants on the page of a family: the last ones with what was talked about, and the form of the next. Must stay true:
// what was typed comes back with a refusal.
import { fill, say, type Text } from '../../kernel/text.ts'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import type { SubjectView } from './family-port.ts'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { day, faultAt } from './page-parts.tsx'

const w = {
  title: { id: 'Kunjungan pendampingan', en: 'Assistance visits' },
  none: { id: 'Belum ada kunjungan yang dicatat.', en: 'No visit noted yet.' },
  note: { id: 'Catat kunjungan', en: 'Note a visit' },
  on: { id: 'Hari kunjungan', en: 'Day of the visit' },
  topics: { id: 'Yang dibicarakan', en: 'What it was about' },
  words: { id: 'Yang ditemukan dan disepakati', en: 'What was found and agreed' },
  next: { id: 'Kunjungan berikutnya', en: 'Next visit' },
  nextOn: { id: 'Berikutnya {date}', en: 'Next {date}' },
  save: { id: 'Simpan kunjungan', en: 'Save the visit' },
} as const satisfies Readonly<Record<string, Text>>

export function FamilyVisits({
  view,
  visits,
  action,
  typed = {},
  errors = [],
}: { view: SubjectView; visits: NonNullable<SubjectView['visits']>; action: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const error = faultAt(errors, 'topics')
  return (
    <section class="stack" aria-labelledby="h-visits">
      <h2 id="h-visits">{say(w.title, language)}</h2>
      {visits.done.length === 0 ? (
        <p class="quiet">{say(w.none, language)}</p>
      ) : (
        <ul class="plain stack stack-s">
          {visits.done.map((one) => (
            <li class="panel stack stack-xs">
              <b>{day(one.on, language)}</b>
              <p>{one.topics.map((topic) => say(topic, language)).join('; ')}</p>
              {one.words === '' ? null : <p>{one.words}</p>}
              {one.nextOn === null ? null : (
                <small class="quiet">{fill(say(w.nextOn, language), { date: day(one.nextOn, language) })}</small>
              )}
            </li>
          ))}
        </ul>
      )}
      <PanelForm action={action} title={w.note} level={3} send={w.save} kind="second">
        <input type="hidden" name="visitId" value={typed.visitId ?? visits.nextId} />
        <DateOfBirth {...f.day('visitedOn', view.today)} label={w.on} />
        <ChoiceCards
          name="topics"
          label={w.topics}
          many
          two
          value={(typed.topics ?? '').split(' ')}
          choices={visits.topics.map(({ code, name }) => ({ value: code, label: name }))}
          {...(error === undefined ? {} : { error })}
        />
        <Field {...f.of('words')} kind="lines" rows={3} optional maxlength={1000} label={w.words} />
        <DateOfBirth {...f.day('nextOn')} label={w.next} optional />
      </PanelForm>
    </section>
  )
}
