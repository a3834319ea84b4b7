// The weekly sheet of supplementary food: seven ticks a week, the weight, and what comes next. Must stay true: days are ticks
// of somebody who saw them; a week written again is shown as it stands.
import { formatDate } from '../../kernel/date-format.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { type Language, say } from '../../kernel/text.ts'
import { type Fields, first } from '../../platform/http/form.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { PmtView } from './alert-port.ts'
import { ALERT_WORDS as w } from './alert-words.ts'

const kg = (grams: number, language: Language) => {
  const text = (grams / 1000).toFixed(2)
  return `${language === 'id' ? text.replace('.', ',') : text} kg`
}

export function FoodPage({
  base,
  view,
  language,
  typed,
}: {
  base: string
  view: PmtView & { readonly mayWrite: boolean }
  language: Language
  typed?: {
    readonly fields: Fields
    readonly refusals: readonly Refusal[]
    readonly tell: (refusal: Refusal) => string
  }
}) {
  const { progress } = view
  const week = typed === undefined ? view.week : Number(first(typed.fields, 'week'))
  const written = view.sheet.find((one) => one.week === week)
  const ticked = (day: number) =>
    typed === undefined ? written?.given[day] === true : (typed.fields.given ?? []).includes(String(day))
  return (
    <div class="stack">
      <h1>{say(w.sheet, language)}</h1>
      <p class="quiet">
        {view.childName} · {say(view.reason, language)} · {formatDate(view.firstDay, language)} –{' '}
        {formatDate(view.lastDay, language)}
      </p>
      {typed === undefined ? null : (
        <ErrorSummary errors={typed.refusals.map((one) => ({ at: one.at, text: typed.tell(one) }))} />
      )}
      <ProgressBar percent={Math.round((progress.daysGiven * 100) / progress.daysPlanned)} tone="act" />
      <p>
        <b class="num">
          {progress.daysGiven} / {progress.daysPlanned}
        </b>{' '}
        {say({ id: 'hari makanan diberikan', en: 'days of food given' }, language)}
        {progress.gainG === undefined ? null : (
          <>
            {' · '}
            {say({ id: 'berat berubah', en: 'weight changed by' }, language)}{' '}
            <b class="num">
              {progress.gainG > 0 ? '+' : ''}
              {progress.gainG} g
            </b>
          </>
        )}
      </p>
      {view.state === 'running' ? null : <Notice tone="good" fact={w.ended} />}
      <Table
        caption={w.sheet}
        phone="table"
        columns={[
          { key: 'week', label: w.week, title: true },
          { key: 'given', label: w.given },
          { key: 'weight', label: w.weight, end: true },
        ]}
        rows={Array.from({ length: view.weeks }, (_, i) => {
          const row = view.sheet.find((one) => one.week === i + 1)
          return {
            cells: {
              week: String(i + 1),
              given:
                row === undefined ? (
                  <span class="quiet">{say({ id: 'belum ditulis', en: 'not written yet' }, language)}</span>
                ) : (
                  <>
                    <span aria-hidden="true">{row.given.map((one) => (one ? '●' : '○')).join(' ')}</span>{' '}
                    <small class="quiet">{row.given.filter(Boolean).length} / 7</small>
                  </>
                ),
              weight: row?.weightG === undefined ? '' : kg(row.weightG, language),
            },
          }
        })}
      />
      {view.mayWrite ? (
        <form method="post" action={`${base}/balanting/alerts/food/${view.pmtId}`} class="stack">
          <Field name="week" kind="number" label={w.week} value={week} width={4} />
          <fieldset>
            <legend>{say(w.given, language)}</legend>
            <div class="choices choices-2">
              {Array.from({ length: 7 }, (_, day) => (
                <label class="choice">
                  <input type="checkbox" name="given" value={String(day)} checked={ticked(day)} />
                  <span>{say({ id: `Hari ${day + 1}`, en: `Day ${day + 1}` }, language)}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <Field
            name="weight"
            kind="number"
            decimal
            width={8}
            label={w.weight}
            value={
              typed === undefined
                ? written?.weightG === undefined
                  ? ''
                  : (written.weightG / 1000).toFixed(2).replace('.', ',')
                : first(typed.fields, 'weight')
            }
            {...(typed?.refusals.some((one) => one.at === 'weight')
              ? { error: typed.tell(typed.refusals.find((one) => one.at === 'weight')!) }
              : {})}
          />
          <label class="choice">
            <input
              type="checkbox"
              name="ill"
              value="yes"
              checked={typed !== undefined && first(typed.fields, 'ill') === 'yes'}
            />
            <span>{say(w.ill, language)}</span>
          </label>
          <ChoiceCards
            name="next"
            label={w.next}
            value={typed === undefined ? 'continue' : first(typed.fields, 'next')}
            choices={[
              { value: 'continue', label: w.continue },
              { value: 'finish', label: w.finish },
              { value: 'hospital', label: w.hospitalNext },
            ]}
          />
          <Button label={w.saveWeek} />
        </form>
      ) : null}
    </div>
  )
}
