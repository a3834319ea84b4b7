// The list that empties: alerts of a role by due day, and one alert with why, what to do, what was done, and the forms of its
// next steps. Must stay true: every form keeps what was typed when it is refused; codes are never shown without their words.
import { formatDate } from '../../kernel/date-format.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { type Language, say, type Text } from '../../kernel/text.ts'
import { type Fields, first } from '../../platform/http/form.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { ALERT_SHOWS, type AlertLineView, type AlertListView, type AlertView } from './alert-port.ts'
import { EVENT_WORDS, MONEY_WORDS, STATE_WORDS, ALERT_WORDS as w } from './alert-words.ts'
import { CARE_2022 } from './rules/care-edition.ts'

const TONES: Readonly<Record<AlertLineView['state'], BadgeTone>> = {
  open: 'care',
  'in-work': 'work',
  referred: 'work',
  answered: 'work',
  closed: 'done',
}

/** What a refused form gives back: which form, its fields as typed, its faults. */
export type Typed = {
  readonly form: 'refer' | 'answer' | 'close' | 'feed'
  readonly fields: Fields
  readonly refusals: readonly Refusal[]
  readonly tell: (refusal: Refusal) => string
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
          <a href={`${base}/balanting/posyandu/children/${view.childId}`}>{say(w.chart, language)}</a>
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
                    { term: w.plan, value: referral.answer.plan },
                    { term: w.followUpBy, value: followUp(referral.answer.followUpBy, language) },
                  ]),
            ]}
          />
        </section>
      ))}
      {view.mayWork && (view.state === 'open' || view.state === 'answered') ? (
        <form method="post" action={`${at}/take`}>
          <Button label={w.take} />
        </form>
      ) : null}
      {view.mayAnswer ? <AnswerForm at={at} language={language} typed={typed} /> : null}
      {view.mayFeed && view.state !== 'referred' ? <FeedForm at={at} language={language} typed={typed} /> : null}
      {view.mayWork && view.state !== 'referred' ? (
        <>
          <ReferForm at={at} language={language} typed={typed} />
          <CloseForm at={at} language={language} typed={typed} />
        </>
      ) : null}
      {view.others.length === 0 ? null : (
        <section class="stack stack-s" aria-labelledby="others">
          <h2 id="others">{say(w.others, language)}</h2>
          <ul class="plain">
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

const FOLLOW_UP: readonly { readonly value: string; readonly label: Text }[] = [
  { value: 'cadre', label: { id: 'Kader', en: 'Cadre' } },
  { value: 'midwife', label: { id: 'Bidan', en: 'Midwife' } },
  { value: 'nutritionist', label: { id: 'Tenaga gizi', en: 'Nutritionist' } },
  { value: 'doctor', label: { id: 'Dokter', en: 'Doctor' } },
]
const followUp = (value: string, language: Language) =>
  say(FOLLOW_UP.find((one) => one.value === value)?.label ?? { id: value, en: value }, language)

type FormProps = { at: string; language: Language; typed: Typed | undefined }

/** What stands in the fields of one form: as typed when this form was refused, otherwise nothing. */
function kept({ typed }: FormProps, form: Typed['form']) {
  const mine = typed?.form === form ? typed : undefined
  return {
    open: mine !== undefined,
    value: (name: string) => (mine === undefined ? undefined : first(mine.fields, name)),
    all: (name: string) => mine?.fields[name] ?? [],
    error: (name: string) => {
      const refusal = mine?.refusals.find((one) => one.at === name)
      return refusal === undefined || mine === undefined ? {} : { error: mine.tell(refusal) }
    },
  }
}

function ReferForm(props: FormProps) {
  const { at, language } = props
  const { open, value, all, error } = kept(props, 'refer')
  return (
    <details open={open}>
      <summary>{say(w.referTitle, language)}</summary>
      <form method="post" action={`${at}/refer`} class="stack">
        <ChoiceCards
          name="toKind"
          label={w.toKind}
          value={value('toKind') ?? 'puskesmas'}
          two
          choices={[
            { value: 'puskesmas', label: w.puskesmas },
            { value: 'hospital', label: w.hospital },
          ]}
        />
        <Field name="toName" label={w.toName} value={value('toName')} {...error('toName')} />
        <Field name="reason" kind="lines" label={w.reason} value={value('reason')} {...error('reason')} />
        <fieldset class="stack stack-s">
          <legend>{say(w.redFlags, language)}</legend>
          {CARE_2022.redFlags.map(({ code, text }) => (
            <label class="choice">
              <input type="checkbox" name="redFlags" value={code} checked={all('redFlags').includes(code)} />
              <span>{say(text, language)}</span>
            </label>
          ))}
        </fieldset>
        <Button label={w.refer} kind="second" />
      </form>
    </details>
  )
}

function AnswerForm(props: FormProps) {
  const { at, language } = props
  const { value, error } = kept(props, 'answer')
  return (
    <section class="stack stack-s" aria-labelledby="answer">
      <h2 id="answer">{say(w.answerTitle, language)}</h2>
      <form method="post" action={`${at}/answer`} class="stack">
        <Field
          name="diagnosis"
          kind="lines"
          rows={2}
          label={w.diagnosis}
          value={value('diagnosis')}
          {...error('diagnosis')}
        />
        <Field name="plan" kind="lines" rows={3} label={w.plan} value={value('plan')} {...error('plan')} />
        <SelectField
          name="followUpBy"
          label={w.followUpBy}
          value={value('followUpBy') ?? 'midwife'}
          options={FOLLOW_UP}
          width={16}
        />
        <Field
          name="checkOn"
          label={w.checkOn}
          hint={{
            id: 'tahun-bulan-tanggal, misalnya 2026-07-01; boleh kosong',
            en: 'year-month-day, such as 2026-07-01; may be empty',
          }}
          value={value('checkOn')}
          width={16}
          {...error('checkOn')}
        />
        <Button label={w.answer} />
      </form>
    </section>
  )
}

function CloseForm(props: FormProps) {
  const { at, language } = props
  const { open, value, error } = kept(props, 'close')
  return (
    <details open={open}>
      <summary>{say(w.closeTitle, language)}</summary>
      <form method="post" action={`${at}/close`} class="stack">
        <SelectField
          name="result"
          label={w.result}
          value={value('result') ?? ''}
          options={[
            { value: '', label: { id: 'Pilih hasil', en: 'Choose a result' } },
            ...CARE_2022.results.map(({ code, text }) => ({ value: code, label: text })),
          ]}
          {...error('result')}
        />
        <Field name="words" kind="lines" rows={3} label={w.words} value={value('words')} {...error('words')} />
        <Button label={w.close} kind="second" />
      </form>
    </details>
  )
}

function FeedForm(props: FormProps) {
  const { at, language } = props
  const { open, value } = kept(props, 'feed')
  return (
    <details open={open}>
      <summary>{say(w.feedTitle, language)}</summary>
      <form method="post" action={`${at}/feed`} class="stack">
        <ChoiceCards
          name="food"
          label={w.food}
          value={value('food') ?? 'local'}
          two
          choices={[
            { value: 'local', label: w.foodLocal },
            { value: 'factory', label: w.foodFactory },
          ]}
        />
        <SelectField
          name="money"
          label={w.money}
          value={value('money') ?? 'dak'}
          options={Object.entries(MONEY_WORDS).map(([code, label]) => ({ value: code, label }))}
        />
        <label class="choice">
          <input type="checkbox" name="byGuideline" value="yes" checked={value('byGuideline') !== ''} />
          <span>{say(w.byGuideline, language)}</span>
        </label>
        <Button label={w.feed} kind="second" />
      </form>
    </details>
  )
}
