// The list that empties: alerts of a role by due day, and one alert with why, what to do, what was done, and the forms of its
// next steps. Must stay true: every form keeps what was typed when it is refused; codes are never shown without their words.
import { formatDate } from '../../kernel/date-format.ts'
import { type Language, say } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { AnswerForm, CloseForm, FeedForm, followUp, ReferForm, type Typed } from './alert-forms.tsx'
import { ALERT_SHOWS, type AlertLineView, type AlertListView, type AlertView } from './alert-port.ts'
import { EVENT_WORDS, STATE_WORDS, ALERT_WORDS as w } from './alert-words.ts'
import { careRows } from './care-parts.tsx'
import { FoodResult } from './food-pages.tsx'

const TONES: Readonly<Record<AlertLineView['state'], BadgeTone>> = {
  open: 'care',
  'in-work': 'work',
  referred: 'work',
  answered: 'work',
  closed: 'done',
}

export function AlertListPage({ base, view, language }: { base: string; view: AlertListView; language: Language }) {
  const at = `${base}/balanting/alerts`
  const href = (more: Record<string, string>) => `${at}?${new URLSearchParams({ show: view.show, ...more })}`
  return (
    <div class="stack">
      <h1>{say(w.title, language)}</h1>
      <p class="lead narrow">{say(w.lead, language)}</p>
      <Chips
        label={w.filter}
        chips={ALERT_SHOWS.map((show) => ({
          href: `${at}?show=${show}`,
          label: w[show],
          count: view.counts[show],
          current: show === view.show && view.code === undefined,
        }))}
      />
      {view.byCode.length < 2 ? null : (
        <Chips
          label={w.alert}
          chips={view.byCode.map(({ code, name, n }) => ({
            href: href({ show: 'all', code }),
            label: name,
            count: n,
            current: code === view.code,
          }))}
        />
      )}
      {view.lines.length === 0 ? (
        <EmptyState
          level={2}
          title={w.empty}
          text={w.emptyText}
          link={{ href: `${base}/balanting/posyandu`, label: { id: 'Ke posyandu', en: 'To the posyandu' } }}
        />
      ) : (
        <Table
          caption={w.title}
          phone="cards"
          columns={[
            { key: 'child', label: w.child, title: true },
            { key: 'alert', label: w.alert, cardLabel: false },
            { key: 'due', label: w.due },
            { key: 'place', label: w.place },
            { key: 'state', label: w.state, cardLabel: false },
          ]}
          rows={view.lines.map((line) => ({
            ...(line.dueTone === 'later' ? {} : { tone: line.dueTone }),
            cells: {
              child: (
                <>
                  <a href={`${at}/${line.alertId}`}>{line.childName}</a>
                  <br />
                  <small class="quiet">{say(line.age, language)}</small>
                </>
              ),
              alert: (
                <>
                  <b>{say(line.name, language)}</b>
                  <br />
                  <small>{line.evidence.map((one) => say(one, language)).join(', ')}</small>
                </>
              ),
              due: say(line.due, language),
              place: `${line.posyandu}, ${line.village}`,
              state: <Badge tone={TONES[line.state]} label={STATE_WORDS[line.state]} />,
            },
          }))}
        />
      )}
      {view.next === undefined ? null : (
        <p>
          <a
            class="btn btn-2"
            href={href({ after: view.next, ...(view.code === undefined ? {} : { code: view.code }) })}
          >
            {say({ id: 'Berikutnya', en: 'Next' }, language)}
          </a>
        </p>
      )}
      {view.food.length === 0 ? null : (
        <section class="stack stack-s" aria-labelledby="food">
          <h2 id="food">{say(w.running, language)}</h2>
          <Table
            caption={w.running}
            phone="cards"
            columns={[
              { key: 'child', label: w.child, title: true },
              { key: 'reason', label: w.reason },
              { key: 'week', label: w.week },
              { key: 'end', label: { id: 'Sampai', en: 'Until' } },
            ]}
            rows={view.food.map((one) => ({
              ...(one.written < one.week - 1 ? { tone: 'late' as const } : {}),
              cells: {
                child: <a href={`${at}/food/${one.pmtId}`}>{one.childName}</a>,
                reason: say(one.reason, language),
                week: `${one.written} / ${one.weeks}`,
                end: formatDate(one.lastDay, language),
              },
            }))}
          />
        </section>
      )}
    </div>
  )
}

export function AlertPage({
  base,
  view,
  language,
  typed,
}: {
  base: string
  view: AlertView
  language: Language
  typed?: Typed
}) {
  const at = `${base}/balanting/alerts/${view.alertId}`
  const day = (date: string) => formatDate(date, language)
  return (
    <div class="stack">
      <div class="row row-apart">
        <div>
          <h1>{say(view.name, language)}</h1>
          <p class="quiet">
            {view.childName}, {say(view.age, language)} · {view.posyandu}, {view.village}
          </p>
        </div>
        <Badge tone={TONES[view.state]} label={STATE_WORDS[view.state]} />
      </div>
      {typed === undefined ? null : (
        <ErrorSummary errors={typed.refusals.map((one) => ({ at: one.at, text: typed.tell(one) }))} />
      )}
      {view.result === undefined ? (
        <Notice
          tone={view.dueTone === 'late' ? 'bad' : view.dueTone === 'soon' ? 'care' : 'note'}
          fact={{
            id: `${view.action.id} Batas: ${view.due.id}.`,
            en: `${view.action.en} Due: ${view.due.en}.`,
          }}
          {...(view.transport ? { text: w.transport } : {})}
        />
      ) : (
        <Notice
          tone={view.result.tone === 'good' ? 'good' : view.result.tone === 'note' ? 'note' : 'care'}
          fact={view.result.text}
          text={`${day(view.result.on)}${view.result.words === undefined ? '' : `. ${view.result.words}`}`}
        />
      )}
      {view.mayWork || view.result !== undefined ? null : <Notice tone="note" fact={w.noWork} />}
      <section class="stack stack-s" aria-labelledby="why">
        <h2 id="why">{say(w.why, language)}</h2>
        <CheckList items={view.evidence.map((title) => ({ title, tone: 'care' as const }))} />
        {view.latest === undefined ? null : (
          <>
            <h3>
              {say(w.latest, language)}, {day(view.latest.on)}
            </h3>
            <SummaryList figures rows={view.latest.facts.map(({ label, value }) => ({ term: label, value }))} />
          </>
        )}
        <p>
          {view.subject === 'child' ? (
            <a href={`${base}/balanting/posyandu/children/${view.childId}`}>{say(w.chart, language)}</a>
          ) : (
            <a href={`${base}/balanting/posyandu/pregnancies/${view.childId}`}>{say(w.pregnancy, language)}</a>
          )}
        </p>
      </section>
      {view.food === undefined ? null : (
        <section class="stack stack-s" aria-labelledby="sheet">
          <h2 id="sheet">{say(w.sheet, language)}</h2>
          <p>
            <a href={`${base}/balanting/alerts/food/${view.food.pmtId}`}>{say(view.food.reason, language)}</a>,{' '}
            {day(view.food.firstDay)} – {day(view.food.lastDay)}
          </p>
          <ProgressBar
            percent={Math.round((view.food.progress.daysGiven * 100) / view.food.progress.daysPlanned)}
            tone="act"
          />
          <p class="s quiet">
            {view.food.progress.daysGiven} / {view.food.progress.daysPlanned}{' '}
            {say({ id: 'hari makanan diberikan', en: 'days of food given' }, language)}
          </p>
          {view.food.state === 'running' ? null : <FoodResult view={view.food} language={language} />}
        </section>
      )}
      {view.referrals.map((referral) => (
        <section class="card stack stack-s">
          <h2>
            {say(w[referral.toKind], language)}: {referral.to}
          </h2>
          <SummaryList
            rows={[
              { term: { id: 'Dirujuk', en: 'Referred' }, value: day(referral.on) },
              { term: w.reason, value: referral.reason },
              ...(referral.redFlags.length === 0
                ? []
                : [{ term: w.redFlags, value: referral.redFlags.map((flag) => say(flag, language)).join(', ') }]),
              ...(referral.answer === undefined
                ? [
                    {
                      term: w.answerTitle,
                      value: say(
                        {
                          id: `belum ada jawaban, ${referral.days} hari`,
                          en: `no answer yet, ${referral.days} day${referral.days === 1 ? '' : 's'}`,
                        },
                        language,
                      ),
                    },
                  ]
                : [
                    { term: w.diagnosis, value: referral.answer.diagnosis },
                    ...(referral.answer.coded === undefined
                      ? []
                      : [{ term: w.coded, value: say(referral.answer.coded, language) }]),
                    { term: w.plan, value: referral.answer.plan },
                    ...careRows(referral.answer.care, language),
                    { term: w.followUpBy, value: followUp(referral.answer.followUpBy, language) },
                  ]),
            ]}
          />
        </section>
      ))}
      {view.mayLeaveCare === undefined ? null : (
        <Notice
          tone={view.mayLeaveCare ? 'good' : 'care'}
          fact={view.mayLeaveCare ? w.mayLeave : w.mayNotLeave}
          text={w.leaveRule}
        />
      )}
      {view.mayWork && (view.state === 'open' || view.state === 'answered') ? (
        <form method="post" action={`${at}/take`}>
          <Button label={w.take} />
        </form>
      ) : null}
      {view.mayAnswer ? (
        <AnswerForm
          at={at}
          language={language}
          typed={typed}
          asks={view.asks}
          isHospital={view.referrals.some(({ toKind, answer }) => toKind === 'hospital' && answer === undefined)}
        />
      ) : null}
      {view.mayFeed && view.state !== 'referred' ? <FeedForm at={at} language={language} typed={typed} /> : null}
      {view.mayWork && view.state !== 'referred' ? (
        <>
          <ReferForm at={at} language={language} typed={typed} asks={view.asks} />
          <CloseForm at={at} language={language} typed={typed} />
        </>
      ) : null}
      {view.others.length === 0 ? null : (
        <section class="stack stack-s" aria-labelledby="others">
          <h2 id="others">{say(w.others, language)}</h2>
          <ul class="plain stack stack-s">
            {view.others.map((other) => (
              <li>
                <a href={`${base}/balanting/alerts/${other.alertId}`}>{say(other.name, language)}</a>{' '}
                <Badge tone={TONES[other.state]} label={STATE_WORDS[other.state]} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack stack-s" aria-labelledby="history">
        <h2 id="history">{say(w.history, language)}</h2>
        <Timeline
          items={view.events.map((event, index) => ({
            title: EVENT_WORDS[event.kind] ?? event.kind,
            state: index === 0 && view.state !== 'closed' ? ('now' as const) : ('done' as const),
            text: `${event.at}, ${say(event.role, language)}`,
          }))}
        />
      </section>
    </div>
  )
}
