// The pregnant women of a posyandu: who runs, who needs something, who gave birth. Must stay true: the next due day stands on top;
// names stand only where the visitor may see them.
import { formatDateLong, formatDateShort } from '../../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { Badge } from '../../../platform/ui/badge.tsx'
import { Button } from '../../../platform/ui/button.tsx'
import { EmptyState } from '../../../platform/ui/empty-state.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import { PREGNANCY_2021 } from '../rules/pregnancy.ts'
import { careOf, made } from './pregnancy-pages.tsx'
import type { AllPregnanciesView, PregnancyLine, PregnancyListView } from './pregnancy-port.ts'
import { OUTCOME_WORDS, PREGNANCY_WORDS as w } from './pregnancy-words.ts'

export function PregnancyListPage({
  base,
  view,
  language,
}: {
  base: string
  view: PregnancyListView
  language: Language
}) {
  const { posyandu, running, ended, mayWrite } = view
  const word = (text: Text) => say(text, language)
  const add = `${base}/${posyandu.posyanduId}/new-pregnancy`
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <h1>{word(w.title)}</h1>
        <p class="lead">{posyandu.name}</p>
        <p class="quiet">
          {formatDateLong(view.today, language)}. {fill(word(w.lead), { count: running.length })}
        </p>
      </div>
      {running.length === 0 ? (
        <EmptyState
          level={2}
          title={w.empty}
          text={w.emptyText}
          {...(mayWrite ? { link: { href: add, label: w.add } } : {})}
        />
      ) : (
        <>
          {mayWrite ? (
            <p>
              <Button href={add} icon="plus" label={w.add} />
            </p>
          ) : null}
          <Running base={base} running={running} language={language} />
        </>
      )}
      {ended.length === 0 ? null : (
        <section class="stack stack-s">
          <h2>{word(w.ended)}</h2>
          <Table
            caption={w.ended}
            phone="cards"
            dense
            columns={[
              { key: 'name', label: w.name, title: true },
              { key: 'outcome', label: w.outcome },
              { key: 'day', label: w.day },
              { key: 'child', label: w.child },
            ]}
            rows={ended.map((one) => ({
              cells: {
                name: <a href={`${base}/pregnancies/${one.pregnancyId}`}>{one.name}</a>,
                outcome: <Badge tone={OUTCOME_WORDS[one.outcome].tone} label={OUTCOME_WORDS[one.outcome].text} />,
                day: formatDateShort(one.on, language),
                child:
                  one.outcome !== 'born'
                    ? '–'
                    : one.children === 0
                      ? word(w.childMissing)
                      : fill(word(w.childrenLinked), { count: one.children }),
              },
            }))}
          />
        </section>
      )}
    </div>
  )
}

function Running({
  base,
  running,
  withPosyandu = false,
  language,
}: {
  base: string
  running: readonly PregnancyLine[]
  withPosyandu?: boolean
  language: Language
}) {
  const word = (text: Text) => say(text, language)
  return (
    <Table
      caption={w.title}
      phone="cards"
      dense
      columns={[
        { key: 'name', label: w.name, title: true },
        { key: 'care', label: w.care, cardLabel: false },
        { key: 'due', label: w.due },
        { key: 'visits', label: w.visits },
        { key: 'tablets', label: w.tablets },
      ]}
      rows={running.map((line) => {
        const care = careOf(line.state, line.lastVisit !== undefined)
        return {
          ...(line.state.isOverdue ? { tone: 'late' as const } : care.length > 0 ? { tone: 'soon' as const } : {}),
          cells: {
            name: (
              <>
                <a href={`${base}/pregnancies/${line.pregnancyId}`}>{line.name}</a>
                <br />
                <small class="quiet thin">
                  {fill(word(w.years), { years: line.ageYears })}, {fill(word(w.weeks), { weeks: line.state.weeks })}
                  {withPosyandu ? `, ${line.posyandu}` : ''}
                </small>
              </>
            ),
            care: (
              <span class="row row-s">
                {care.length === 0 ? <Badge tone="done" label={w.well} /> : null}
                {care.map((text) => (
                  <Badge tone={text === w.overdue ? 'stop' : 'care'} label={text} />
                ))}
              </span>
            ),
            due: formatDateShort(line.dueOn, language),
            visits: (
              <span>
                {fill(word(w.visitsOf), { made: made(line.state) })}
                {line.lastVisit === undefined ? null : (
                  <small class="quiet"> {formatDateShort(line.lastVisit, language)}</small>
                )}
              </span>
            ),
            tablets: fill(word(w.tabletsOf), { taken: line.state.tabletsTaken, all: PREGNANCY_2021.tablets }),
          },
        }
      })}
    />
  )
}

/** Everybody who is pregnant now in the area of a midwife, the nearest due date first. */
export function AllPregnanciesPage({
  base,
  view,
  language,
}: {
  base: string
  view: AllPregnanciesView
  language: Language
}) {
  const word = (text: Text) => say(text, language)
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <h1>{word(w.title)}</h1>
        <p class="quiet">
          {formatDateLong(view.today, language)}. {fill(word(w.lead), { count: view.running.length })}
        </p>
      </div>
      {view.running.length === 0 ? (
        <EmptyState level={2} title={w.empty} text={w.emptyText} />
      ) : (
        <Running base={base} running={view.running} withPosyandu language={language} />
      )}
      <section class="stack stack-s">
        <h2>{word(w.byPosyandu)}</h2>
        <ul class="plain">
          {view.posyandus.map(({ posyanduId, name }) => (
            <li>
              <a href={`${base}/${posyanduId}/pregnancies`}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
