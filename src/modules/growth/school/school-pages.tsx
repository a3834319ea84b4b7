// Pages of school screening: the sessions of a health centre, and one class with its results and follow-ups. Must stay true: who needs
// something stands first and says it in a word; a form that was refused stands as it was typed.
import { datePartsOf, type PlainDate } from '../../../kernel/date.ts'
import { formatDate, formatDateShort } from '../../../kernel/date-format.ts'
import { formatDecimal } from '../../../kernel/decimal.ts'
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { Badge } from '../../../platform/ui/badge.tsx'
import { Button } from '../../../platform/ui/button.tsx'
import { ChoiceCards } from '../../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx'
import { Field } from '../../../platform/ui/field.tsx'
import { SelectField } from '../../../platform/ui/select-field.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import type { FormFields } from '../measure-form.ts'
import type { FormErrors } from '../posyandu-frame.ts'
import { CARE_2022 } from '../rules/care-edition.ts'
import { scoreText } from '../score-words.ts'
import type { Score } from '../zscores.ts'
import type { ClassView, SchoolChildView, SessionsView } from './school-port.ts'
import { FIRST_ACTION, SCHOOL_WORDS as w } from './school-words.ts'

type Form = { readonly fields: FormFields; readonly errors: FormErrors }
const typedIn = ({ fields }: Form, name: string) => fields[name]?.[0] ?? ''
const errorAt = ({ errors }: Form, name: string) => {
  const found = errors.find(({ at }) => at === name || at?.startsWith(`${name}.`))?.text
  return found === undefined ? {} : { error: found }
}
const dateIn = (form: Form, name: string, otherwise?: PlainDate) => {
  const typed = {
    day: typedIn(form, `${name}.day`),
    month: typedIn(form, `${name}.month`),
    year: typedIn(form, `${name}.year`),
  }
  if (typed.day !== '' || typed.month !== '' || typed.year !== '' || otherwise === undefined) return typed
  const { day, month, year } = datePartsOf(otherwise)
  return { day: String(day), month: String(month), year: String(year) }
}

export function SessionsPage({
  here,
  view,
  sessionId,
  form,
  language,
}: {
  here: string
  view: SessionsView
  sessionId: string
  form: Form
  language: Language
}) {
  const word = (text: Text) => say(text, language)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={form.errors} />
      <div class="stack stack-xs narrow">
        <h1>{word(w.title)}</h1>
        <p class="lead">{word(w.lead)}</p>
      </div>
      {view.sessions.length === 0 ? (
        <EmptyState level={2} title={w.empty} text={w.emptyText} />
      ) : (
        <Table
          caption={w.title}
          phone="cards"
          columns={[
            { key: 'school', label: w.school, title: true },
            { key: 'on', label: w.heldOn },
            { key: 'children', label: w.children, end: true },
            { key: 'waiting', label: w.waiting, end: true },
          ]}
          rows={view.sessions.map((one) => ({
            ...(one.late > 0 ? { tone: 'late' as const } : {}),
            cells: {
              school: (
                <a href={`${here}/${one.sessionId}`}>
                  {one.school}, {one.className}
                </a>
              ),
              on: formatDate(one.heldOn, language),
              children: String(one.children),
              waiting: (
                <>
                  {one.waiting}
                  {one.late === 0 ? null : <small> ({fill(word(w.late), { n: one.late })})</small>}
                </>
              ),
            },
          }))}
        />
      )}
      {view.next === undefined ? null : (
        <p>
          <a href={`${here}?before=${view.next}`}>{word(w.older)}</a>
        </p>
      )}
      <form method="post" action={here} class="panel panel-wash stack narrow" novalidate>
        <h2>{word(w.begin)}</h2>
        <input type="hidden" name="sessionId" value={sessionId} />
        <Field
          name="school"
          label={w.school}
          value={typedIn(form, 'school')}
          maxlength={120}
          {...errorAt(form, 'school')}
        />
        <Field
          name="className"
          label={w.className}
          width={8}
          value={typedIn(form, 'className')}
          maxlength={40}
          {...errorAt(form, 'className')}
        />
        <DateOfBirth
          name="heldOn"
          label={w.heldOn}
          value={dateIn(form, 'heldOn', view.today)}
          {...errorAt(form, 'heldOn')}
        />
        <Button label={w.beginSend} />
      </form>
    </div>
  )
}

const schoolScore = (score: Score | undefined, language: Language): string =>
  score === undefined ? '–' : `${scoreText(score, language)}${score.flagged ? ' ?' : ''}`
const figureText = ({ weightG, heightTenthMm }: SchoolChildView, language: Language): string =>
  [
    ...(weightG === undefined ? [] : [`${formatDecimal({ units: BigInt(weightG), scale: 3 }, language)} kg`]),
    ...(heightTenthMm === undefined
      ? []
      : [`${formatDecimal({ units: BigInt(heightTenthMm), scale: 2 }, language)} cm`]),
  ].join(', ')
const TONES = { good: 'done', warn: 'care', bad: 'stop', note: 'wait' } as const

export function ClassPage({
  here,
  view,
  lineId,
  form,
  language,
}: {
  here: string
  view: ClassView
  lineId: string
  form: Form
  language: Language
}) {
  const word = (text: Text) => say(text, language)
  const { session, lines, today } = view
  const waiting = lines.filter(({ dueOn, result }) => dueOn !== undefined && result === undefined)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={form.errors} />
      <div class="stack stack-xs narrow">
        <h1>
          {session.school}, {session.className}
        </h1>
        <p class="lead">{formatDate(session.heldOn, language)}</p>
      </div>
      {lines.length === 0 ? (
        <EmptyState level={2} title={w.noChildren} text={w.noChildrenText} />
      ) : (
        <Table
          caption={w.result}
          phone="cards"
          dense
          columns={[
            { key: 'name', label: w.name, title: true },
            { key: 'figures', label: w.figures },
            { key: 'scores', label: w.scores },
            { key: 'category', label: w.category },
          ]}
          rows={lines.map((line) => ({
            ...(line.dueOn !== undefined && line.result === undefined && line.dueOn < today
              ? { tone: 'late' as const }
              : {}),
            cells: {
              name: `${line.name}, ${word(line.sex === 1 ? w.boy : w.girl).toLocaleLowerCase(language)}, ${fill(word(w.years), { n: line.ageYears })}`,
              figures: figureText(line, language),
              scores: (
                <span>
                  {[line.scores.schoolBmiForAge, line.scores.schoolHeightForAge, line.scores.schoolWeightForAge]
                    .map((score) => schoolScore(score, language))
                    .join(' · ')}
                </span>
              ),
              category:
                line.category === undefined ? (
                  <span class="quiet">{word(w.none)}</span>
                ) : (
                  <div>
                    <Badge tone={TONES[line.category.tone]} label={line.category.text} />
                    <div class="xs quiet">{stateText(line, language)}</div>
                  </div>
                ),
            },
          }))}
        />
      )}
      {waiting.length === 0 ? null : (
        <section class="stack" aria-labelledby="h-follow">
          <h2 id="h-follow">{word(w.follow)}</h2>
          <p class="quiet narrow">{word(w.followText)}</p>
          {waiting.map((line) => (
            <FollowUp here={`${here}/${line.lineId}`} line={line} form={form} language={language} />
          ))}
        </section>
      )}
      <ChildForm here={here} lineId={lineId} form={form} language={language} />
      <p class="xs quiet">{fill(word(w.source), { edition: word(view.edition) })}</p>
    </div>
  )
}

function stateText({ dueOn, result }: SchoolChildView, language: Language): string {
  if (result !== undefined) {
    const text = CARE_2022.results.find(({ code }) => code === result.code)?.text
    const said = text === undefined ? result.code : say(text, language)
    return `${fill(say(w.done, language), { result: said, date: formatDateShort(result.on, language) })}${result.words === '' ? '' : `. ${result.words}`}`
  }
  return dueOn === undefined ? '' : fill(say(w.due, language), { date: formatDateShort(dueOn, language) })
}

function FollowUp({
  here,
  line,
  form,
  language,
}: {
  here: string
  line: SchoolChildView
  form: Form
  language: Language
}) {
  const isMine = typedIn(form, 'line') === line.lineId
  const mine: Form = isMine ? form : { fields: {}, errors: [] }
  const action = FIRST_ACTION[line.category?.code ?? '']
  return (
    <details open={isMine}>
      <summary>
        {line.name}: {action === undefined ? '' : say(action, language)}
      </summary>
      <div class="stack narrow">
        <form method="post" action={`${here}/result`} class="stack stack-s">
          <input type="hidden" name="line" value={line.lineId} />
          <SelectField
            id={`result-${line.lineId}`}
            name="result"
            label={w.result}
            value={typedIn(mine, 'result')}
            options={CARE_2022.results.map(({ code, text }) => ({ value: code, label: text }))}
            {...errorAt(mine, 'result')}
          />
          <Field
            id={`words-${line.lineId}`}
            name="words"
            kind="lines"
            rows={2}
            optional
            maxlength={500}
            label={w.words}
            value={typedIn(mine, 'words')}
            {...errorAt(mine, 'words')}
          />
          <Button label={w.finish} kind="second" />
        </form>
        <form method="post" action={`${here}/withdraw`}>
          <p class="s">
            {say(w.wrong, language)}{' '}
            <button type="submit" class="as-link">
              {say(w.withdraw, language)}
            </button>
          </p>
        </form>
      </div>
    </details>
  )
}

function ChildForm({ here, lineId, form, language }: { here: string; lineId: string; form: Form; language: Language }) {
  const mine: Form = typedIn(form, 'line') === '' ? form : { fields: {}, errors: [] }
  const figure = (name: 'weight' | 'height', unit: string) => (
    <Field
      name={name}
      kind="number"
      decimal
      width={4}
      unit={unit}
      optional
      label={w[name]}
      value={typedIn(mine, name)}
      {...errorAt(mine, name)}
    />
  )
  return (
    <form method="post" action={here} class="panel panel-wash stack narrow" novalidate>
      <h2>{say(w.add, language)}</h2>
      <input type="hidden" name="lineId" value={lineId} />
      <Field
        name="name"
        label={w.name}
        autocapitalize="words"
        maxlength={120}
        value={typedIn(mine, 'name')}
        {...errorAt(mine, 'name')}
      />
      <ChoiceCards
        name="sex"
        label={w.sex}
        two
        value={typedIn(mine, 'sex')}
        choices={[
          { value: '1', label: w.boy },
          { value: '2', label: w.girl },
        ]}
        {...errorAt(mine, 'sex')}
      />
      <DateOfBirth name="birth" label={w.birth} value={dateIn(mine, 'birth')} {...errorAt(mine, 'birth')} />
      {figure('weight', 'kg')}
      {figure('height', 'cm')}
      <Button label={w.save} />
    </form>
  )
}
