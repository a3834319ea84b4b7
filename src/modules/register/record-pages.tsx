// One record of the register: today, family, deeds, papers, another day, history. HTML from data only; every link to another
// record carries the purpose on, so that the next look is noted too.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { MaskedNumber } from '../../platform/ui/masked-number.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { type Fault, faultAt, wrongParts } from './office-pages.tsx'
import type { Difference, Fact, Kin, PastView, RecordView } from './office-port.ts'
import { PURPOSES } from './office-purposes.ts'
import { REGISTER_WORDS as w } from './office-words.ts'
import { TwoTimesChart } from './two-times-chart.tsx'

type Props = {
  /** Address of this record without its query. */
  href: string
  view: RecordView
  errors: readonly Fault[]
  /** What was typed as a reason, when it was refused. */
  reason?: string
  language: Language
}

export function RecordPage({ href, view, errors, reason, language }: Props) {
  const kinTitle = { person: w.kin, family: w.members, deed: w.parties }[view.kind]
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="row row-apart">
        <div>
          <h1>{view.title}</h1>
          <p class="quiet">
            {say(view.lead, language)}
            {view.nik === undefined ? null : (
              <>
                {' · NIK '}
                <MaskedNumber {...view.nik} />
              </>
            )}
            {view.kk === undefined ? null : (
              <>
                {' · '}
                <MaskedNumber {...view.kk} />
              </>
            )}
          </p>
          <p class="quiet s">{fill(say(w.seenWith, language), { purpose: say(PURPOSES[view.purpose], language) })}</p>
        </div>
        <Badge {...view.status} />
      </div>
      {view.opened === undefined ? null : (
        <Notice tone="care" fact={w.opened} text={w.openedText}>
          <SummaryList rows={view.opened} />
        </Notice>
      )}
      {view.past === undefined ? null : <Past past={view.past} language={language} />}
      <div class="split">
        <div class="stack stack-l">
          <section class="stack" aria-labelledby="h-facts">
            <h2 id="h-facts">{say(w.facts, language)}</h2>
            <SummaryList rows={view.facts.map((fact) => ({ term: fact.term, value: linked(fact, language) }))} />
          </section>
          <section class="stack" aria-labelledby="h-kin">
            <h2 id="h-kin">{say(kinTitle, language)}</h2>
            {view.kin.length === 0 ? (
              <p class="quiet">{say(w.kinEmpty, language)}</p>
            ) : (
              <KinTable kin={view.kin} caption={kinTitle} />
            )}
          </section>
          {view.deeds.length === 0 ? null : (
            <section class="stack" aria-labelledby="h-deeds">
              <h2 id="h-deeds">{say(w.deeds, language)}</h2>
              <Table
                caption={w.deeds}
                phone="cards"
                dense
                columns={[
                  { key: 'deed', label: w.deed, title: true },
                  { key: 'number', label: w.number },
                  { key: 'on', label: w.on },
                ]}
                rows={view.deeds.map((deed) => ({
                  cells: {
                    deed: <a href={deed.href}>{say(deed.title, language)}</a>,
                    number: deed.number,
                    on: formatDate(deed.on, language),
                  },
                }))}
              />
            </section>
          )}
          <Papers view={view} language={language} />
        </div>
        <div class="stack stack-l">
          {view.mayOpen ? (
            <form method="post" action={`${href}/open`} class="panel stack stack-s">
              <h2>{say(w.open, language)}</h2>
              <p class="quiet s">{say(w.openLead, language)}</p>
              <input type="hidden" name="for" value={view.purpose} />
              <Field name="reason" label={w.openReason} value={reason} error={faultAt(errors, 'reason')} />
              <Button kind="second" label={w.openGo} fill="always" />
            </form>
          ) : null}
        </div>
      </div>
      {view.kind === 'deed' ? null : <PastForm href={href} view={view} errors={errors} language={language} />}
      <History href={href} view={view} language={language} />
    </div>
  )
}

const linked = (fact: Fact, language: Language) =>
  fact.href === undefined ? fact.value : <a href={fact.href}>{say(fact.value, language)}</a>

function KinTable({ kin, caption }: { kin: readonly Kin[]; caption: (typeof w)['kin' | 'members' | 'parties'] }) {
  return (
    <Table
      caption={caption}
      phone="cards"
      dense
      columns={[
        { key: 'name', label: w.name, title: true },
        { key: 'as', label: w.as },
        { key: 'about', label: w.about },
      ]}
      rows={kin.map((one) => ({
        cells: {
          name: one.href === undefined ? one.name : <a href={one.href}>{one.name}</a>,
          as: one.as,
          about: one.about,
        },
      }))}
    />
  )
}

function Papers({ view, language }: { view: RecordView; language: Language }) {
  return (
    <section class="stack" aria-labelledby="h-papers">
      <h2 id="h-papers">{say(w.papers, language)}</h2>
      {view.papers.length === 0 ? (
        <p class="quiet">{say(w.papersEmpty, language)}</p>
      ) : (
        <Table
          caption={w.papers}
          phone="cards"
          dense
          columns={[
            { key: 'name', label: w.paper, title: true },
            { key: 'number', label: w.number },
            { key: 'since', label: w.since },
            { key: 'state', label: w.status, cardLabel: false },
          ]}
          rows={view.papers.map((paper) => ({
            cells: {
              name: paper.name,
              number: paper.number,
              since: paper.since,
              state: <Badge {...paper.state} />,
            },
          }))}
        />
      )}
    </section>
  )
}

function PastForm({ href, view, errors, language }: Props) {
  return (
    <form method="get" action={href} class="panel stack stack-s narrow">
      <h2>{say(w.past, language)}</h2>
      <p class="quiet s">{say(w.pastLead, language)}</p>
      <input type="hidden" name="for" value={view.purpose} />
      <DateOfBirth
        name="on"
        label={w.pastOn}
        value={view.typed.on}
        error={faultAt(errors, 'on')}
        wrong={wrongParts(errors, 'on')}
      />
      <DateOfBirth
        name="known"
        label={w.pastKnown}
        hint={w.pastKnownHint}
        value={view.typed.known}
        error={faultAt(errors, 'known')}
        wrong={wrongParts(errors, 'known')}
        optional
      />
      <Button kind="second" label={w.pastGo} />
    </form>
  )
}

const changedFirst = (a: Difference, b: Difference) => Number(a.past.id === a.now.id) - Number(b.past.id === b.now.id)

function Past({ past, language }: { past: PastView; language: Language }) {
  const day = (on: string) => formatDate(on, language)
  const title =
    past.knownOn === undefined
      ? fill(say(w.pastTitle, language), { on: day(past.on) })
      : fill(say(w.pastTitleKnown, language), { on: day(past.on), known: day(past.knownOn) })
  return (
    <section class="stack" aria-labelledby="h-past">
      <h2 id="h-past">{title}</h2>
      {past.facts === undefined ? (
        <Notice tone="note" fact={w.pastUnknown} text={w.pastFirst} />
      ) : (
        <Table
          caption={title}
          phone="cards"
          dense
          columns={[
            { key: 'term', label: w.fact, title: true },
            { key: 'past', label: w.atThat },
            { key: 'now', label: w.now },
          ]}
          rows={[...past.facts].sort(changedFirst).map((one) => {
            const isSame = one.past.id === one.now.id
            return {
              ...(isSame ? {} : { tone: 'soon' as const }),
              cells: {
                term: one.term,
                past: isSame ? one.past : <b>{say(one.past, language)}</b>,
                now: isSame ? <span class="quiet">{say(w.same, language)}</span> : one.now,
              },
            }
          })}
        />
      )}
      {past.unknownBefore === undefined ? null : (
        <p class="quiet s">{fill(say(w.pastUnknownBefore, language), { date: day(past.unknownBefore) })}</p>
      )}
      {past.members === undefined ? null : (
        <>
          <h3>{say(w.membersThen, language)}</h3>
          <ul>
            {past.members.map((one) => (
              <li>
                {one.name}, {say(one.as, language).toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function History({ href, view, language }: Omit<Props, 'errors'>) {
  if (view.history.length === 0) return null
  const day = (on: string) => formatDate(on, language)
  return (
    <section class="stack" aria-labelledby="h-history">
      <div>
        <h2 id="h-history">{say(w.history, language)}</h2>
        <p class="quiet s">{say(w.historyLead, language)}</p>
      </div>
      <TwoTimesChart lines={view.history} language={language} />
      <Timeline
        items={view.history.map((one) => ({
          title: one.title,
          state: 'done',
          at: {
            iso: one.validFrom,
            words: fill(say(w.historyTrue, language), { from: day(one.validFrom), at: day(one.recordedOn) }),
          },
          text: (
            <>
              {one.isSealed
                ? say(w.historySealed, language)
                : one.value === undefined
                  ? null
                  : say(one.value, language)}
              {one.caseHref === undefined ? null : (
                <>
                  {' '}
                  <a href={one.caseHref}>{say(w.historyCase, language)}</a>
                </>
              )}
            </>
          ),
        }))}
      />
      {view.olderFrom === undefined ? null : (
        <p>
          <a href={`${href}?for=${view.purpose}&before=${view.olderFrom}`}>{say(w.older, language)}</a>
        </p>
      )}
    </section>
  )
}
