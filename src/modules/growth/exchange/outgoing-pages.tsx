// What goes out to other systems: receivers, items by state, one item with its tries. Must stay true: no name and no number of a
// person stands here; every refused item says why and what to do.
import { formatDateLong, formatInstant, formatMonth, formatTime } from '../../../kernel/date-format.ts'
import { fill, type Language, say } from '../../../kernel/text.ts'
import { localTimeAt } from '../../../kernel/zone.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { Badge } from '../../../platform/ui/badge.tsx'
import { Button } from '../../../platform/ui/button.tsx'
import { EmptyState } from '../../../platform/ui/empty-state.tsx'
import { Notice } from '../../../platform/ui/notice.tsx'
import { SelectField } from '../../../platform/ui/select-field.tsx'
import { SummaryList } from '../../../platform/ui/summary-list.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import { shiftMonth } from '../rules/measurement.ts'
import { STAND_IN } from './outgoing-address.ts'
import type { ItemView, OutgoingItemView, OutgoingView, TargetView } from './outgoing-port.ts'
import { ITEM_STATES } from './outgoing-port.ts'
import { ELEMENT_WORDS, ITEM_STATE_WORDS, RECEIVED_WORDS, TARGET_NAMES, OUTGOING_WORDS as w } from './outgoing-words.ts'
import { PRACTITIONER_WORDS } from './practitioner-pages.tsx'

type Tell = Visitor['tell']
type ListProps = {
  base: string
  view: OutgoingView
  today: string
  zone: string
  language: Language
  tell: Tell
  queued?: number
  error?: string
}

export function OutgoingPage({ base, view, today, zone, language, tell, queued, error }: ListProps) {
  const months = Array.from({ length: 13 }, (_, i) => shiftMonth(today.slice(0, 7), -i))
  const total = Object.values(view.counts).reduce((sum, n) => sum + (n ?? 0), 0)
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      {error === undefined ? null : <Notice tone="bad" fact={error} />}
      {queued === undefined ? null : <Notice tone="good" fact={fill(say(w.queued, language), { count: queued })} />}
      <section class="stack">
        <h2>{say(w.receivers, language)}</h2>
        <Table
          caption={w.receivers}
          phone="cards"
          columns={[
            { key: 'name', label: w.receiver, title: true },
            { key: 'address', label: w.address },
            { key: 'state', label: w.state },
            { key: 'set', label: w.set },
          ]}
          rows={view.targets.map((target) => ({
            cells: {
              name: say(TARGET_NAMES[target.target], language),
              address: <span class="break">{addressText(target, language)}</span>,
              state: <Badge label={target.active ? w.on : w.off} tone={target.active ? 'done' : 'stop'} />,
              set: (
                <a href={`${base}/targets/${target.target}`}>
                  {say(w.set, language)}
                  <span class="hide"> {say(TARGET_NAMES[target.target], language)}</span>
                </a>
              ),
            },
          }))}
        />
        <p>
          <a href={`${base}/practitioners`}>{say(PRACTITIONER_WORDS.title, language)}</a>
        </p>
      </section>
      {view.targets.some(({ active }) => active) ? (
        <section class="stack">
          <h2>{say(w.queueTitle, language)}</h2>
          <form class="stack" method="post" action={`${base}/queue`}>
            <SelectField
              name="month"
              label={w.queueMonth}
              hint={w.queueHint}
              value={months[1] ?? ''}
              width={16}
              options={months.map((month) => ({ value: month, label: formatMonth(month, language) }))}
            />
            <p>
              <Button kind="second" label={w.queue} />
            </p>
          </form>
        </section>
      ) : null}
      <section class="stack">
        <h2>{say(w.items, language)}</h2>
        {total === 0 ? (
          <EmptyState title={w.none} text={w.noneText} />
        ) : (
          <>
            <nav class="row" aria-label={say(w.state, language)}>
              {(['all', ...ITEM_STATES] as const).map((state) => {
                const count = state === 'all' ? undefined : (view.counts[state] ?? 0)
                const label = state === 'all' ? say(w.all, language) : say(ITEM_STATE_WORDS[state].label, language)
                return count === 0 && state !== view.show ? null : (
                  <a
                    href={state === 'all' ? base : `${base}?show=${state}`}
                    aria-current={state === view.show ? 'page' : undefined}
                  >
                    {count === undefined ? label : `${label} (${count})`}
                  </a>
                )
              })}
            </nav>
            <Items base={base} items={view.items} zone={zone} language={language} tell={tell} />
            {view.next === undefined ? null : (
              <p>
                <a href={`${base}?show=${view.show}&after=${view.next}`}>{say(w.more, language)}</a>
              </p>
            )}
          </>
        )}
      </section>
    </div>
  )
}

function addressText({ baseUrl }: TargetView, language: Language): string {
  return baseUrl === '' ? say(w.noAddress, language) : baseUrl === STAND_IN ? say(w.inside, language) : baseUrl
}

type ItemsProps = { base: string; items: readonly ItemView[]; zone: string; language: Language; tell: Tell }

/** Day by day: what needs somebody stands open, what was taken is one line that opens. */
function Items(props: ItemsProps) {
  const { items, zone, language } = props
  if (items.length === 0) return <EmptyState title={w.noneHere} text={w.noneHereText} />
  const dayOf = (item: ItemView) => localTimeAt(zone, item.changedAt.getTime()).date
  return (
    <>
      {[...new Set(items.map(dayOf))].map((date) => {
        const ofDay = items.filter((item) => dayOf(item) === date)
        const done = ofDay.filter(({ state }) => state === 'accepted' || state === 'superseded')
        const open = ofDay.filter((item) => !done.includes(item))
        return (
          <section class="stack stack-s">
            <h3>{formatDateLong(date, language)}</h3>
            {open.length === 0 ? null : <OpenItems {...props} items={open} />}
            {done.length === 0 ? null : <DoneItems {...props} items={done} />}
          </section>
        )
      })}
    </>
  )
}

function DoneItems({ base, items, zone, language }: ItemsProps) {
  const taken = items.filter(({ state }) => state === 'accepted').length
  const parts = [
    ...(taken === 0 ? [] : [`${taken} ${say(ITEM_STATE_WORDS.accepted.label, language).toLowerCase()}`]),
    ...(taken === items.length
      ? []
      : [`${items.length - taken} ${say(ITEM_STATE_WORDS.superseded.label, language).toLowerCase()}`]),
  ]
  return (
    <details class="panel">
      <summary>{parts.join(', ')}</summary>
      <ul>
        {items.map((item) => (
          <li>
            <a href={`${base}/${item.itemId}`}>{aboutText(item, language)}</a>{' '}
            <small class="quiet">
              {say(TARGET_NAMES[item.target], language)}, {formatTime(item.changedAt.getTime(), zone, language)}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}

function OpenItems({ base, items, zone, language, tell }: ItemsProps) {
  return (
    <Table
      caption={w.items}
      phone="cards"
      columns={[
        { key: 'about', label: w.about, title: true },
        { key: 'target', label: w.receiver },
        { key: 'state', label: w.state },
        { key: 'tries', label: w.tries },
        { key: 'reason', label: w.reason },
        { key: 'changed', label: w.changed },
      ]}
      rows={items.map((item) => ({
        cells: {
          about: <a href={`${base}/${item.itemId}`}>{aboutText(item, language)}</a>,
          target: say(TARGET_NAMES[item.target], language),
          state: <Badge {...ITEM_STATE_WORDS[item.state]} />,
          tries: fill(say(w.times, language), { count: item.attempts }),
          reason: reasonText(item, zone, language, tell),
          changed: formatTime(item.changedAt.getTime(), zone, language),
        },
        ...(item.state === 'refused' ? { tone: 'late' as const } : {}),
      }))}
    />
  )
}

function aboutText({ about, itemId }: ItemView, language: Language): string {
  if (about.kind === 'visit') return `${say(w.visit, language)} …${itemId.slice(-6)}`
  return fill(say(w.month, language), { month: formatMonth(about.month, language), place: about.place })
}

/** The clock alone on the day the item stands under. */
function nextTryText(next: Date, shownUnder: Date, zone: string, language: Language): string {
  const [there, here] = [next, shownUnder].map((at) => localTimeAt(zone, at.getTime()).date)
  return (there === here ? formatTime : formatInstant)(next.getTime(), zone, language)
}

function reasonText(item: ItemView, zone: string, language: Language, tell: Tell): string {
  const parts = [
    ...(item.answer === undefined ? [] : [tell(item.answer)]),
    ...(item.nextTryAt === undefined
      ? []
      : [`${fill(say(w.nextTry, language), { at: nextTryText(item.nextTryAt, item.changedAt, zone, language) })}.`]),
    ...(item.remoteId === undefined ? [] : [fill(say(w.taken, language), { id: item.remoteId })]),
  ]
  return parts.length === 0 ? '–' : parts.join(' ')
}

type OneProps = {
  base: string
  view: OutgoingItemView
  zone: string
  language: Language
  tell: Tell
  error?: string
}

export function OutgoingItemPage({ base, view, zone, language, tell, error }: OneProps) {
  const { item, attempts } = view
  const when = (at: Date) => formatInstant(at.getTime(), zone, language)
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <p class="quiet">{say(TARGET_NAMES[item.target], language)}</p>
        <h1>{aboutText(item, language)}</h1>
        <p>
          <Badge {...ITEM_STATE_WORDS[item.state]} />
        </p>
      </div>
      {error === undefined ? null : <Notice tone="bad" fact={error} />}
      {item.answer === undefined ? null : (
        <Notice tone={item.state === 'refused' ? 'bad' : 'care'} fact={tell(item.answer)} />
      )}
      <SummaryList
        rows={[
          { term: w.created, value: when(item.createdAt) },
          { term: w.version, value: String(item.version) },
          ...(item.nextTryAt === undefined
            ? []
            : [{ term: w.tries, value: fill(say(w.nextTry, language), { at: when(item.nextTryAt) }) }]),
          ...(item.remoteId === undefined ? [] : [{ term: w.received, value: item.remoteId }]),
          ...(view.visit === undefined
            ? []
            : [
                {
                  term: w.where,
                  value: fill(say(w.whereText, language), {
                    place: view.visit.posyandu,
                    month: formatMonth(view.visit.month, language),
                  }),
                },
              ]),
          { term: w.holds, value: receivedText(view.inside, language) },
          ...(view.lacks.length === 0
            ? []
            : [{ term: w.lacks, value: view.lacks.map((one) => lackText(one, language)).join('; ') }]),
          { term: w.print, value: <code class="break">{view.received}</code> },
        ]}
      />
      <p class="quiet">{say(item.about.kind === 'visit' ? w.noContent : w.noCounts, language)}</p>
      {view.visit === undefined ? null : (
        <p>
          <a href={view.visit.href}>{say(w.child, language)}</a>
          <br />
          <small class="quiet">{say(w.childText, language)}</small>
        </p>
      )}
      <section class="stack">
        <h2>{say(w.attempts, language)}</h2>
        {attempts.length === 0 ? (
          <EmptyState title={w.noAttempt} text={w.noAttemptText} />
        ) : (
          <Table
            caption={w.attempts}
            phone="cards"
            columns={[
              { key: 'at', label: w.at, title: true },
              { key: 'state', label: w.state },
              { key: 'answer', label: w.answer },
              { key: 'received', label: w.read },
            ]}
            rows={attempts.map((attempt) => ({
              cells: {
                at: `${attempt.attempt}. ${when(attempt.at)}`,
                state: <Badge {...ITEM_STATE_WORDS[attempt.outcome]} />,
                answer: [
                  ...(attempt.status === undefined ? [] : [`HTTP ${attempt.status}`]),
                  ...(attempt.answer === undefined ? [] : [tell(attempt.answer)]),
                ].join(': '),
                received: receivedText(attempt.received, language),
              },
            }))}
          />
        )}
      </section>
      {item.state === 'refused' ? (
        <form class="stack" method="post" action={`${base}/${item.itemId}/resend`}>
          <p class="quiet">{say(w.resendText, language)}</p>
          <p>
            <Button label={w.resend} />
          </p>
        </form>
      ) : null}
    </div>
  )
}

/** "pasien: tanggal lahir yang pasti (Patient.birthDate)" */
function lackText(path: string, language: Language): string {
  const [kind = '', element = ''] = path.split('.')
  const [what, which] = [RECEIVED_WORDS[kind], ELEMENT_WORDS[element]]
  return what === undefined || which === undefined ? path : `${say(what, language)}: ${say(which, language)} (${path})`
}

function receivedText(received: Readonly<Record<string, number>>, language: Language): string {
  const parts = Object.entries(received).map(([kind, count]) => {
    const word = RECEIVED_WORDS[kind]
    return `${count} ${word === undefined ? kind : say(word, language)}`
  })
  return parts.length === 0 ? '–' : parts.join(', ')
}
