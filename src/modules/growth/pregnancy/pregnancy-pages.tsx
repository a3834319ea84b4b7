// Pregnant women of a posyandu: the list by due date, and one pregnancy with visits, tablets, alerts and the children born. Must stay
// true: what needs care says so in a word, not in a colour alone; a form that was refused stands as it was typed (pregnancy-forms).

import { formatDate, formatDateShort } from '../../../kernel/date-format.ts'
import { formatFigure } from '../../../kernel/decimal.ts'
import { maskNik } from '../../../kernel/nik.ts'
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { Badge } from '../../../platform/ui/badge.tsx'
import { Button } from '../../../platform/ui/button.tsx'
import { ChoiceCards } from '../../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx'
import { Field } from '../../../platform/ui/field.tsx'
import { MenuRows } from '../../../platform/ui/menu-rows.tsx'
import { Notice } from '../../../platform/ui/notice.tsx'
import { ProgressBar } from '../../../platform/ui/progress-bar.tsx'
import { SummaryList } from '../../../platform/ui/summary-list.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import type { FormFields } from '../measure-form.ts'
import type { FormErrors } from '../posyandu-frame.ts'
import { POSYANDU_WORDS as p } from '../posyandu-words.ts'
import { AlertNotice } from '../result-pages.tsx'
import { PREGNANCY_2021, type PregnancyState } from '../rules/pregnancy.ts'
import type { PregnancyView, VisitView } from './pregnancy-port.ts'
import { OUTCOME_WORDS, PREGNANCY_WORDS as w } from './pregnancy-words.ts'

export const VISITS = PREGNANCY_2021.visits.reduce((a, b) => a + b, 0)
export const made = ({ visits }: PregnancyState) => visits.reduce((a, b) => a + b, 0)

/** What needs care, the gravest first. */
export function careOf(state: PregnancyState, hasVisit: boolean): readonly Text[] {
  return [
    ...(state.isOverdue ? [w.overdue] : []),
    ...(state.isKek === true ? [w.kek] : []),
    ...(state.isAnaemic === true ? [w.anaemia] : []),
    ...(hasVisit ? (state.visitsAsDue ? [] : [w.behind]) : [w.noVisit]),
  ]
}

export function PregnancyPage({
  base,
  view,
  fields,
  errors,
  language,
}: {
  base: string
  view: PregnancyView
  fields: FormFields
  errors: FormErrors
  language: Language
}) {
  const { state, alerts, visits, today, posyandu, outcome } = view
  const word = (text: Text) => say(text, language)
  const here = `${base}/pregnancies/${view.pregnancyId}`
  const running = outcome === 'running'
  const [a, b, c] = state.visits
  const standing = visits.filter(({ withdrawn }) => withdrawn === undefined)
  return (
    <div class="stack stack-l">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div class="stack stack-xs">
        <h1>{view.name}</h1>
        <p class="lead">
          {fill(word(w.years), { years: view.ageYears })}
          {running ? `, ${fill(word(w.weeks), { weeks: state.weeks })}` : ''}. {posyandu.name}, {posyandu.village}
        </p>
        {running ? null : (
          <p>
            <Badge tone={OUTCOME_WORDS[outcome].tone} label={OUTCOME_WORDS[outcome].text} />
            {view.endedOn === undefined ? null : ` ${formatDate(view.endedOn, language)}`}
          </p>
        )}
      </div>
      {running && state.isOverdue ? <Notice tone="bad" fact={w.overdueLong} /> : null}
      {running && !state.isOverdue && standing.length > 0 && !state.visitsAsDue ? (
        <Notice tone="care" fact={w.behindLong} />
      ) : null}
      {alerts.map((alert) => (
        <AlertNotice
          alert={alert}
          today={today}
          href={`${base.replace(/\/posyandu$/, '')}/alerts/${alert.alertId}`}
          language={language}
        />
      ))}
      {running && view.mayWrite ? (
        <p>
          <Button href={`${here}/visit`} icon="pen" label={w.visit} />
        </p>
      ) : null}
      {outcome === 'born' ? <Born base={base} view={view} language={language} /> : null}
      <section class="stack stack-s narrow">
        <SummaryList
          rows={[
            { term: w.due, value: formatDate(view.dueOn, language) },
            {
              term: w.visits,
              value: fill(word(w.visitsByTrimester), { made: made(state), all: VISITS, a, b, c }),
            },
            {
              term: w.tablets,
              value: (
                <>
                  {fill(word(w.tabletsOf), { taken: state.tabletsTaken, all: PREGNANCY_2021.tablets })}
                  <ProgressBar
                    small
                    percent={(100 * state.tabletsTaken) / PREGNANCY_2021.tablets}
                    tone={state.tabletsDone ? 'act' : 'mid'}
                  />
                  <small class="quiet">{fill(word(w.tabletsGiven), { given: state.tabletsGiven })}</small>
                </>
              ),
            },
            ...(state.isKek === true || state.isAnaemic === true
              ? [
                  {
                    term: w.care,
                    value: (
                      <span class="row row-s">
                        {state.isKek === true ? <Badge tone="care" label={w.kekLong} /> : null}
                        {state.isAnaemic === true ? <Badge tone="care" label={w.anaemiaLong} /> : null}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </section>
      <History visits={visits} language={language} />
      {view.mayWrite && standing.length > 0 ? (
        <details open={errors.some(({ at }) => at === 'reason')}>
          <summary>{word(w.wrong)}</summary>
          <form class="stack narrow" method="post" action={`${here}/withdraw`}>
            <ChoiceCards
              name="wrong"
              label={w.which}
              value={fields.wrong?.[0] ?? standing[0]!.visitId}
              choices={standing.slice(0, 7).map((visit) => ({
                value: visit.visitId,
                label: formatDate(visit.on, language),
                hint: figuresOf(visit, language),
              }))}
            />
            <Field
              name="reason"
              label={w.reason}
              maxlength={300}
              value={fields.reason?.[0] ?? ''}
              {...errorAt(errors, 'reason')}
            />
            <Button kind="second" label={w.withdraw} />
          </form>
        </details>
      ) : null}
      <Woman view={view} language={language} />
      {running && view.mayWrite ? <MenuRows rows={[{ href: `${here}/end`, title: w.end, icon: 'baby' }]} /> : null}
    </div>
  )
}

const errorAt = (errors: FormErrors, at: string) => {
  const found = errors.find((one) => one.at === at)?.text
  return found === undefined ? {} : { error: found }
}

function figuresOf(visit: VisitView, language: Language): string {
  return [
    ...(visit.armTenthMm === undefined ? [] : [`LiLA ${formatFigure(visit.armTenthMm / 100, 1, language)} cm`]),
    ...(visit.haemoglobinTenthGdl === undefined
      ? []
      : [`Hb ${formatFigure(visit.haemoglobinTenthGdl / 10, 1, language)} g/dL`]),
    ...(visit.weightG === undefined ? [] : [`${formatFigure(visit.weightG / 1000, 1, language)} kg`]),
  ].join(', ')
}

function History({ visits, language }: { visits: readonly VisitView[]; language: Language }) {
  const word = (text: Text) => say(text, language)
  if (visits.length === 0) return <EmptyState level={2} title={w.historyEmpty} text={w.historyEmptyText} />
  const number = (value: number | undefined, by: number, digits: number, unit: string) =>
    value === undefined ? '–' : `${formatFigure(value / by, digits, language)} ${unit}`
  return (
    <section class="stack stack-s">
      <h2>{word(w.history)}</h2>
      <Table
        caption={w.history}
        phone="cards"
        dense
        columns={[
          { key: 'day', label: w.day, title: true },
          { key: 'week', label: w.week },
          { key: 'arm', label: { id: 'LiLA', en: 'Arm' }, end: true },
          { key: 'hb', label: w.hb, end: true },
          { key: 'weight', label: w.weight, end: true },
          { key: 'tablets', label: w.tablets },
          { key: 'also', label: w.also },
        ]}
        rows={visits.map((visit) => ({
          cells: {
            day: (
              <>
                {formatDateShort(visit.on, language)}
                {visit.withdrawn === undefined ? null : (
                  <small class="quiet thin"> {fill(word(w.withdrawn), { reason: visit.withdrawn })}</small>
                )}
              </>
            ),
            week: fill(word(w.weeks), { weeks: visit.weeks }),
            arm: number(visit.armTenthMm, 100, 1, 'cm'),
            hb: number(visit.haemoglobinTenthGdl, 10, 1, 'g/dL'),
            weight: number(visit.weightG, 1000, 1, 'kg'),
            tablets:
              visit.tabletsGiven + visit.tabletsTaken === 0
                ? '–'
                : language === 'id'
                  ? `+${visit.tabletsGiven}, diminum ${visit.tabletsTaken}`
                  : `+${visit.tabletsGiven}, ${visit.tabletsTaken} taken`,
            also:
              [visit.foodGiven ? word(w.food) : '', visit.classAttended ? word(w.class) : '']
                .filter((text) => text !== '')
                .join('; ') || '–',
          },
        }))}
      />
    </section>
  )
}

function Born({ base, view, language }: { base: string; view: PregnancyView; language: Language }) {
  const word = (text: Text) => say(text, language)
  return (
    <section class="stack stack-s">
      <h2>{word(w.born)}</h2>
      {view.born.length === 0 ? (
        <>
          <p>{word(w.bornNone)}</p>
          {view.mayWrite ? (
            <p>
              <Button
                kind="second"
                href={`${base}/${view.posyandu.posyanduId}/new-child`}
                icon="plus"
                label={w.registerBorn}
              />
            </p>
          ) : null}
        </>
      ) : (
        <MenuRows
          rows={view.born.map((child) => ({
            href: `${base}/children/${child.childId}`,
            title: child.name,
            text: `${word(child.sex === 1 ? p.boy : p.girl)}, ${formatDate(child.birthDate, language)}${
              child.birthWeightG === undefined ? '' : `, ${child.birthWeightG} g`
            }`,
            icon: 'baby' as const,
          }))}
        />
      )}
    </section>
  )
}

function Woman({ view, language }: { view: PregnancyView; language: Language }) {
  const { details } = view
  const none = <span class="quiet">{say(w.none, language)}</span>
  return (
    <section class="stack stack-s narrow">
      <h2>{say(w.data, language)}</h2>
      <SummaryList
        rows={[
          { term: w.birth, value: formatDate(view.birthDate, language) },
          { term: w.nik, value: view.nik === undefined ? none : maskNik(view.nik) },
          { term: w.register, value: view.inRegister ? w.linked : w.notLinked },
          { term: w.gravida, value: view.gravida === undefined ? none : String(view.gravida) },
          { term: w.husband, value: details.husband ?? none },
          { term: w.phone, value: details.phone ?? none },
          { term: w.address, value: details.address ?? none },
        ]}
      />
    </section>
  )
}
