// A health centre's posyandu beside each other: participation, gain, faltering, closing, so that help goes where it is needed.
import { formatDate } from '../../kernel/date-format.ts'
import { type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { decimal, percent } from '../../platform/ui/format.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { shownCount } from './figures.ts'
import { monthText, shown } from './figures-in-words.ts'
import type { CentreView } from './figures-port.ts'
import { FIGURE_WORDS as w } from './figures-words.ts'

/** The mark of the line above the table; the words for whoever hears the page. */
function Misses({ language }: { language: Language }) {
  return (
    <>
      {' '}
      <span aria-hidden="true">▾</span>
      <span class="hide">({say(w.misses, language)})</span>
    </>
  )
}

/** "18 dari 24 (75,0 %)", and a word when it misses its target. */
function Share({
  n,
  of,
  permille,
  all,
  language,
}: {
  n: number
  of: number
  permille: number
  all: boolean
  language: Language
}) {
  if (of === 0) return <>–</>
  if (shownCount(n, all) === '<5') return <>{'<5'}</>
  return (
    <span>
      {say({ id: `${n} dari ${of}`, en: `${n} of ${of}` }, language)} ({percent((n * 100) / of, 1, language)})
      {n * 1000 < permille * of ? <Misses language={language} /> : null}
    </span>
  )
}

/** A way to the children behind a figure, for those who treat; planners see the figure only. */
function For({ view, href, words }: { view: CentreView; href: string; words: string }) {
  return view.maySeeAll ? <a href={href}>{words}</a> : <span>{words}</span>
}

function Monitored({ base, view, language }: { base: string; view: CentreView; language: Language }) {
  const rows = view.posyandus.flatMap(({ posyanduId, name, year }) =>
    year === undefined ? [] : [{ posyanduId, name, year }],
  )
  if (rows.length === 0) return null
  const { monitoredPermille, lengthPermille } = view.targets
  const share = (n: number, of: number, permille: number) => (
    <Share n={n} of={of} permille={permille} all={view.maySeeAll} language={language} />
  )
  return (
    <section class="stack stack-s" aria-labelledby="monitored">
      <h2 id="monitored">{say(w.monitoredTitle, language)}</h2>
      <p class="quiet s">
        {say(w.monitoredText, language)} {say({ id: 'Sasaran', en: 'Target' }, language)}{' '}
        {percent(monitoredPermille / 10, 0, language)}.
      </p>
      <Table
        caption={w.monitoredTitle}
        phone="cards"
        dense
        columns={[
          { key: 'name', label: w.posyandu, title: true },
          { key: 'monitored', label: w.monitored, end: true },
          { key: 'length', label: w.lengthTwice, cardLabel: w.lengthShort, end: true },
        ]}
        rows={rows.map(({ posyanduId, name, year }) => ({
          cells: {
            name: <For view={view} href={`${base}/balanting/posyandu/${posyanduId}`} words={name} />,
            monitored: share(year.monitored, year.children, monitoredPermille),
            length: share(year.measured, year.children, lengthPermille),
          },
        }))}
      />
    </section>
  )
}

function Food({ view, language }: { view: CentreView; language: Language }) {
  const count = (n: number) => shown(n, view.maySeeAll, language)
  return (
    <section class="stack stack-s" aria-labelledby="food">
      <h2 id="food">{say(w.food, language)}</h2>
      <p class="quiet s">
        {say(w.foodText, language)} {formatDate(view.foodSince, language)}.
      </p>
      {view.food.length === 0 ? (
        <p>{say(w.noFood, language)}</p>
      ) : (
        <Table
          caption={w.food}
          phone="cards"
          dense
          columns={[
            { key: 'reason', label: w.reason, title: true },
            { key: 'running', label: w.running, end: true },
            { key: 'finished', label: w.finished, end: true },
            { key: 'better', label: w.better, end: true },
            { key: 'stopped', label: w.stopped, end: true },
            { key: 'gain', label: w.meanGain, end: true },
          ]}
          rows={view.food.map((one) => ({
            cells: {
              reason: say(one.reason, language),
              running: count(one.running),
              finished: count(one.finished),
              better: count(one.better),
              stopped: count(one.stopped),
              gain: one.meanGainG === undefined ? '–' : `${one.meanGainG} g`.replace('-', '−'),
            },
          }))}
        />
      )}
    </section>
  )
}

export function CentrePage({ base, view, language }: { base: string; view: CentreView; language: Language }) {
  const at = `${base}/balanting/figures/centres/${view.centreId}`
  const codes = view.posyandus[0]?.indicators ?? []
  return (
    <div class="stack">
      <h1>{view.name}</h1>
      <form method="get" action={at} class="row no-print">
        <SelectField
          name="month"
          label={w.month}
          value={view.month}
          width={8}
          options={[...view.months].reverse().map((month) => ({ value: month, label: monthText(month, language) }))}
        />
        <Button kind="second" label={w.show} fill="never" />
      </form>
      <SummaryList
        figures
        rows={[
          {
            term: w.open,
            value: (
              <For
                view={view}
                href={`${base}/balanting/alerts?show=all`}
                words={decimal(view.openAlerts, 0, language)}
              />
            ),
          },
          {
            term: w.late,
            value: (
              <For
                view={view}
                href={`${base}/balanting/alerts?show=late`}
                words={decimal(view.lateAlerts, 0, language)}
              />
            ),
          },
          {
            term: w.referrals,
            value: (
              <For
                view={view}
                href={`${base}/balanting/alerts?show=referred`}
                words={decimal(view.openReferrals, 0, language)}
              />
            ),
          },
        ]}
      />
      <h2>
        {say(w.compare, language)}, {monthText(view.month, language)}
      </h2>
      <p class="quiet s">
        {codes.map(({ code, name }) => `${code}: ${say(name, language)}`).join(' · ')} · ▾ {say(w.misses, language)}
      </p>
      {view.posyandus.length === 0 ? (
        <EmptyState title={w.none} text={w.noneText} />
      ) : (
        <Table
          caption={w.compare}
          phone="cards"
          dense
          columns={[
            { key: 'name', label: w.posyandu, title: true },
            { key: 's', label: 'S', end: true },
            { key: 'd', label: 'D', end: true },
            ...codes.map(({ code }) => ({ key: code, label: code, end: true })),
            { key: 'closed', label: w.closed },
          ]}
          rows={view.posyandus.map((one) => ({
            ...(one.indicators.some(({ met }) => met === false) ? { tone: 'soon' as const } : {}),
            cells: {
              name: (
                <>
                  <For view={view} href={`${base}/balanting/posyandu/${one.posyanduId}`} words={one.name} />
                  <br />
                  <small class="quiet">{one.village}</small>
                </>
              ),
              s: one.counts === undefined ? '–' : decimal(one.counts.S, 0, language),
              d: one.counts === undefined ? '–' : decimal(one.counts.D, 0, language),
              ...Object.fromEntries(
                one.indicators.map(({ code, numerator, percentHundredths, met }) => [
                  code,
                  percentHundredths === undefined ? (
                    '–'
                  ) : shownCount(numerator, view.maySeeAll) === '<5' ? (
                    '<5'
                  ) : (
                    <span>
                      {percent(percentHundredths / 100, 1, language)}
                      {met === false ? <Misses language={language} /> : null}
                    </span>
                  ),
                ]),
              ),
              closed: one.closedVersion === undefined ? say(w.notClosed, language) : `v${one.closedVersion}`,
            },
          }))}
        />
      )}
      {view.posyandus[0] === undefined || !view.maySeeAll ? null : (
        <p class="no-print">
          <a href={`${base}/balanting/posyandu/${view.posyandus[0].posyanduId}/quality`}>{say(w.quality, language)}</a>
        </p>
      )}
      <Monitored base={base} view={view} language={language} />
      <Food view={view} language={language} />
    </div>
  )
}
