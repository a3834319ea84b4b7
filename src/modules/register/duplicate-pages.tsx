// Possible duplicates on paper: the list, one pair, those of a case. HTML from data only.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { decimal } from '../../platform/ui/format.ts'
import { Table } from '../../platform/ui/table.tsx'
import { Compared, type FormState } from './duplicate-compare.tsx'
import { STATE_TEXTS, DUPLICATE_TEXTS as w } from './duplicate-page-words.ts'
import type { PairState } from './duplicate-pair-store.ts'
import type { CaseDuplicatesView, DuplicateListView, SideBySide } from './duplicate-port.ts'

export function DuplicateListPage({
  base,
  view,
  language,
}: {
  base: string
  view: DuplicateListView
  language: Language
}) {
  const root = `${base}/office/duplicates`
  return (
    <div class="stack stack-l">
      <div>
        <h1>{say(w.title, language)}</h1>
        <p class="quiet">{say(w.lead, language)}</p>
      </div>
      {view.waiting.length === 0 ? null : (
        <section class="stack" aria-labelledby="h-waiting">
          <div>
            <h2 id="h-waiting">{say(w.waiting, language)}</h2>
            <p class="quiet s">{say(w.waitingLead, language)}</p>
          </div>
          <Table
            caption={w.waiting}
            phone="cards"
            dense
            columns={[
              { key: 'name', label: w.application, title: true },
              { key: 'alike', label: w.alike, end: true },
              { key: 'since', label: w.since },
            ]}
            rows={view.waiting.map((line) => ({
              tone: 'soon' as const,
              cells: {
                name: (
                  <>
                    <a href={`${root}/cases/${line.caseId}`}>{say(line.service, language)}</a>{' '}
                    <small class="quiet num">{line.number}</small>
                  </>
                ),
                alike: line.waiting,
                since: line.since,
              },
            }))}
          />
        </section>
      )}
      <section class="stack" aria-labelledby="h-pairs">
        <h2 id="h-pairs">{say(w.pairs, language)}</h2>
        <Chips
          label={w.filter}
          chips={(Object.keys(STATE_TEXTS) as PairState[]).map((state) => ({
            href: `${root}?show=${state}`,
            label: STATE_TEXTS[state],
            count: view.counts[state],
            current: state === view.state,
          }))}
        />
        {view.pairs.length === 0 ? (
          <EmptyState title={w.empty} text={w.emptyText} />
        ) : (
          <Table
            caption={w.pairs}
            phone="cards"
            dense
            columns={[
              { key: 'pair', label: w.pair, title: true },
              { key: 'reasons', label: w.reasons },
              { key: 'score', label: w.score, end: true },
              { key: 'mark', label: w.why, cardLabel: false },
            ]}
            rows={view.pairs.map((line) => ({
              cells: {
                pair: (
                  <a href={`${root}/${line.a}/${line.b}`}>
                    {line.names[0]} – {line.names[1]}
                  </a>
                ),
                reasons: line.reasons,
                score: decimal(line.score, 2, language),
                mark: <Badge {...line.mark} />,
              },
            }))}
          />
        )}
        {view.next === undefined ? null : (
          <p>
            <a href={`${root}?${new URLSearchParams({ show: view.state, after: view.next })}`}>
              {say(w.more, language)}
            </a>
          </p>
        )}
      </section>
    </div>
  )
}

export function PairPage({
  href,
  view,
  form,
  language,
}: {
  href: string
  view: SideBySide
  form: FormState
  language: Language
}) {
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={form.errors} />
      <h1>{say(w.pairTitle, language)}</h1>
      <Compared href={href} view={view} form={form} isCase={false} language={language} />
    </div>
  )
}

export function CaseDuplicatesPage({
  href,
  view,
  form,
  formFor,
  language,
}: {
  href: string
  view: CaseDuplicatesView
  form: FormState
  /** Whose form was refused. */
  formFor?: string
  language: Language
}) {
  const isEmpty = view.people.every((one) => one.compared.length === 0)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={form.errors} />
      <div>
        <h1>{say(w.caseTitle, language)}</h1>
        <p class="quiet">
          {say(view.service, language)} <span class="num">{view.number}</span>
        </p>
      </div>
      {isEmpty ? (
        <EmptyState
          level={2}
          title={w.caseNone}
          text={w.caseNoneText}
          link={{ href: view.caseHref, label: w.caseOpen }}
        />
      ) : (
        <p>
          <a href={view.caseHref}>{say(w.caseOpen, language)}</a>
        </p>
      )}
      {view.people.map((person) =>
        person.compared.map((one) => (
          <section class="stack" aria-label={fill(say(w.newcomer, language), { name: person.name })}>
            <h2>{fill(say(w.newcomer, language), { name: person.name })}</h2>
            <Compared
              href={`${href}/${one.b.id}`}
              view={one}
              form={formFor === one.b.id ? form : { errors: [] }}
              isCase
              language={language}
            />
          </section>
        )),
      )}
    </div>
  )
}
