// The weekly sheet of supplementary food: seven ticks a week, the weight, and what comes next. Must stay true: days are ticks
// of somebody who saw them; a week written again is shown as it stands.

import { addDays } from '../../kernel/date.ts'
import { formatDate, formatDateShort } from '../../kernel/date-format.ts'
import { formatDecimal, formatFigure } from '../../kernel/decimal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatCount } from '../../kernel/rupiah.ts'
import { fill, type Language, say } from '../../kernel/text.ts'
import { type Fields, first } from '../../platform/http/form.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { PmtView } from './alert-port.ts'
import { ALERT_WORDS as w } from './alert-words.ts'

const kg = (grams: number, language: Language) => `${formatFigure(grams / 1000, 2, language)} kg`

const armText = (tenthMm: number | undefined, language: Language) =>
  tenthMm === undefined ? '–' : `${formatDecimal({ units: BigInt(tenthMm), scale: 2 }, language)} cm`

/** What a programme brought: days, weight, nutrition before and after. */
export function FoodResult({ view, language }: { view: PmtView; language: Language }) {
  const { progress } = view
  const missing = <span class="quiet">{say(w.notMeasured, language)}</span>
  return (
    <section class="stack stack-s">
      <Notice tone={view.state === 'finished' ? 'good' : 'care'} fact={w.ended} />
      <SummaryList
        rows={[
          { term: w.days, value: `${progress.daysGiven} / ${progress.daysPlanned}` },
          ...(progress.daysEaten === undefined ? [] : [{ term: w.daysEaten, value: String(progress.daysEaten) }]),
          {
            term: w.gain,
            value:
              progress.gainG === undefined
                ? missing
                : `${progress.gainG > 0 ? '+' : ''}${progress.gainG} g`.replace('-', '−'),
          },
          ...(view.mother === undefined
            ? []
            : [
                {
                  term: w.arm,
                  value: `${armText(view.mother.startArmTenthMm, language)} → ${armText(view.mother.endArmTenthMm, language)}`,
                },
              ]),
          { term: w.before, value: view.before === undefined ? missing : say(view.before, language) },
          { term: w.after, value: view.after === undefined ? missing : say(view.after, language) },
        ]}
      />
    </section>
  )
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
  // A sheet of 120 days begins with one row, so that its form is not eighteen rows away.
  const shownWeeks = Math.max(view.state === 'running' ? view.week : 0, ...view.sheet.map((one) => one.week))
  // A refused week that no sheet has is shown as the present one.
  const asked = typed === undefined ? '' : first(typed.fields, 'week')
  const week = /^[1-9]\d?$/.test(asked) ? Number(asked) : view.week
  const written = view.sheet.find((one) => one.week === week)
  const ticked = (day: number) =>
    typed === undefined ? written?.given[day] === true : (typed.fields.given ?? []).includes(String(day))
  // Days that have not come yet are not offered: a tick is of somebody who saw the food.
  const days = Array.from({ length: 7 }, (_, day) => ({
    day,
    on: addDays(view.firstDay, (week - 1) * 7 + day),
    isTicked: ticked(day),
  })).filter(({ on, isTicked }) => isTicked || on <= view.today)
  const errorAt = (name: string): { error?: string } => {
    const found = typed?.refusals.find((one) => one.at === name)
    return typed === undefined || found === undefined ? {} : { error: typed.tell(found) }
  }
  const shownLength =
    typed === undefined
      ? written?.lengthTenthMm === undefined
        ? ''
        : formatFigure(written.lengthTenthMm / 100, 1, language)
      : first(typed.fields, 'length')
  return (
    <div class="stack">
      <h1>{say(w.sheet, language)}</h1>
      <p class="quiet">
        {view.childName} · {say(view.reason, language)} · {formatDate(view.firstDay, language)} –{' '}
        {formatDate(view.lastDay, language)}
      </p>
      {view.isLengthOpen ? <p class="xs quiet">{say(w.lengthOpen, language)}</p> : null}
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
              {progress.gainG > 0 ? '+' : progress.gainG < 0 ? '−' : ''}
              {formatCount(Math.abs(progress.gainG), language)} g
            </b>
          </>
        )}
      </p>
      {view.state === 'running' ? null : <FoodResult view={view} language={language} />}
      <Table
        caption={w.sheet}
        phone="table"
        columns={[
          { key: 'week', label: w.week, title: true },
          { key: 'given', label: w.given },
          { key: 'weight', label: w.weight, end: true },
        ]}
        rows={Array.from({ length: shownWeeks }, (_, i) => {
          const row = view.sheet.find((one) => one.week === i + 1)
          return {
            cells: {
              week: String(i + 1),
              given:
                row === undefined ? (
                  <span class="quiet">{say({ id: 'belum ditulis', en: 'not written yet' }, language)}</span>
                ) : (
                  <>
                    <span aria-hidden="true">{row.given.map((one) => (one ? '●' : '○')).join('')}</span>
                    <small class="quiet">
                      <br />
                      {row.given.filter(Boolean).length} / 7
                      {row.daysEaten === undefined
                        ? ''
                        : `, ${row.daysEaten} ${say({ id: 'dihabiskan', en: 'eaten up' }, language)}`}
                    </small>
                  </>
                ),
              weight: (
                <>
                  {row?.weightG === undefined ? '' : kg(row.weightG, language)}
                  {row?.armTenthMm === undefined ? null : (
                    <small class="quiet">
                      <br />
                      {say(w.armShort, language)} {armText(row.armTenthMm, language)}
                    </small>
                  )}
                </>
              ),
            },
          }
        })}
      />
      {view.state === 'running' && shownWeeks < view.weeks ? (
        <p class="s quiet">{fill(say(w.weeksToCome, language), { from: shownWeeks + 1, to: view.weeks })}</p>
      ) : null}
      {view.mayWrite ? (
        <form method="post" action={`${base}/balanting/alerts/food/${view.pmtId}`} class="stack">
          <Field name="week" kind="number" label={w.week} value={week} width={4} />
          <ChoiceCards
            name="given"
            label={w.given}
            many
            two
            optional
            value={days.filter(({ isTicked }) => isTicked).map(({ day }) => String(day))}
            choices={days.map(({ day, on }) => ({
              value: String(day),
              label: { id: `Hari ${day + 1}`, en: `Day ${day + 1}` },
              hint: formatDateShort(on, language),
            }))}
            {...errorAt('given')}
          />
          <Field
            name="eaten"
            kind="number"
            width={4}
            optional
            label={w.eaten}
            value={typed === undefined ? (written?.daysEaten ?? '') : first(typed.fields, 'eaten')}
            {...errorAt('eaten')}
          />
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
                  : formatFigure(written.weightG / 1000, 2, language)
                : first(typed.fields, 'weight')
            }
            {...errorAt('weight')}
          />
          {typed?.refusals.some(({ code }) => code === 'growth.pmt-weight-change') === true ? (
            <label class="choice">
              <input type="checkbox" name="again" value="yes" />
              <span>{say(w.weighedAgain, language)}</span>
            </label>
          ) : null}
          {view.mother === undefined ? null : (
            <Field
              name="arm"
              kind="number"
              decimal
              width={4}
              unit="cm"
              optional
              label={w.arm}
              value={
                typed === undefined
                  ? written?.armTenthMm === undefined
                    ? ''
                    : formatDecimal({ units: BigInt(written.armTenthMm), scale: 2 }, language)
                  : first(typed.fields, 'arm')
              }
              {...errorAt('arm')}
            />
          )}
          {view.mother !== undefined ? null : (
            <details
              open={
                shownLength !== '' || errorAt('length').error !== undefined || errorAt('position').error !== undefined
              }
            >
              <summary>{say(w.length, language)}</summary>
              <div class="stack">
                <Field
                  name="length"
                  kind="number"
                  decimal
                  width={8}
                  optional
                  label={w.length}
                  value={shownLength}
                  {...errorAt('length')}
                />
                <ChoiceCards
                  name="position"
                  label={w.position}
                  two
                  optional
                  value={typed === undefined ? (written?.position ?? '') : first(typed.fields, 'position')}
                  choices={[
                    { value: 'l', label: w.lying },
                    { value: 'h', label: w.standing },
                  ]}
                  {...errorAt('position')}
                />
              </div>
            </details>
          )}
          <label class="choice">
            <input
              type="checkbox"
              name="ill"
              value="yes"
              checked={typed === undefined ? written?.ill === true : first(typed.fields, 'ill') === 'yes'}
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
