// A case as its applicant sees it: what is true now, what to do next, how it went. And the way to it by number alone.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { hrefOf } from './draft-frame.tsx'
import { LINK_WORDS } from './link-words.ts'
import type { CaseView, MineLine } from './port.ts'
import { CASE_WORDS as w } from './words.ts'

export function CasePage({
  base,
  view,
  actionKey,
  errors = [],
  note = '',
  language,
}: {
  base: string
  view: CaseView
  actionKey: string
  /** Of a step that was refused, with what was typed for it. */
  errors?: readonly { readonly at?: string; readonly text: string }[]
  note?: string
  language: Language
}) {
  const act = (action: string) => `${base}/cases/${view.caseId}/actions/${action}`
  const documentState = { valid: undefined, superseded: w.superseded, revoked: w.revoked, card: w.card }
  return (
    <div class="split">
      <div class="stack stack-l narrow">
        <ErrorSummary errors={errors} />
        <div class="stack">
          <p class="quiet">
            {view.number === '' ? (
              say(view.serviceName, language)
            ) : (
              <>
                {fill(say(w.numberOf, language), { service: say(view.serviceName, language) })}{' '}
                <span class="caseno">{view.number}</span>
              </>
            )}
          </p>
          <h1>{say(view.stateLabel, language)}</h1>
          {view.due === undefined ? null : (
            <p class="lead">
              {fill(say(view.isLate === true ? w.isLate : w.issuedBy, language), { due: view.due })}{' '}
              {view.newTime === undefined ? null : fill(say(w.newTime, language), { until: view.newTime })}
            </p>
          )}
          <Notice
            {...(view.state === 'draft'
              ? {}
              : { tone: view.tone === 'care' ? 'care' : view.tone === 'stop' ? 'bad' : 'good' })}
            fact={view.now}
          />
          {view.canEdit && view.faults.length === 0 ? (
            <p>
              <Button href={hrefOf(base, view.caseId, 'review')} label={w.goOnFilling} />
            </p>
          ) : null}
        </div>
        {view.help === undefined ? null : <Notice fact={view.help.fact} text={view.help.text} />}
        {view.papersWith === undefined ? null : (
          <Notice fact={w.papersOfApplicant} text={fill(say(w.papersWith, language), { unit: view.papersWith })} />
        )}
        {view.unsent === undefined ? null : <Notice tone="care" fact={view.unsent.fact} text={view.unsent.text} />}
        {view.pickup === undefined ? null : (
          <section class="stack" aria-labelledby="h-pickup">
            <h2 id="h-pickup">{say(w.pickupTitle, language)}</h2>
            <SummaryList
              rows={[
                { term: w.pickupOffice, value: `${view.pickup.office}, ${view.pickup.address}` },
                { term: w.pickupHours, value: say(view.pickup.hours, language) },
                ...(view.pickup.code === undefined
                  ? []
                  : [{ term: w.pickupCode, value: <b class="num">{view.pickup.code}</b> }]),
              ]}
            />
            {view.pickup.code === undefined ? null : <p class="s">{say(w.pickupTell, language)}</p>}
          </section>
        )}
        {view.faults.length === 0 ? null : (
          <section class="stack" aria-labelledby="h-faults">
            <h2 id="h-faults">{fill(say(w.toRepair, language), { count: view.faults.length })}</h2>
            <ol class="stack stack-s">
              {view.faults.map((fault) => (
                <li>
                  <b>{say(fault.text, language)}</b>
                  {fault.note === undefined ? null : <p>{fault.note}</p>}
                  {fault.good === undefined ? null : <p class="quiet">{say(fault.good, language)}</p>}
                </li>
              ))}
            </ol>
            {view.faultsUntil === undefined ? null : (
              <p>{fill(say(w.restKept, language), { until: view.faultsUntil })}</p>
            )}
            {view.canEdit ? <Button href={hrefOf(base, view.caseId, 'review')} label={w.repair} /> : null}
          </section>
        )}
        {view.documents.length === 0 ? null : (
          <section class="stack" aria-labelledby="h-results">
            <h2 id="h-results">{say(w.results, language)}</h2>
            <Table
              caption={w.results}
              phone="cards"
              columns={[
                { key: 'name', label: w.results, title: true },
                { key: 'act', label: w.download, hidden: true },
              ]}
              rows={view.documents.map((document) => ({
                cells: {
                  name: (
                    <>
                      {say(document.name, language)}{' '}
                      {documentState[document.state] === undefined ? null : (
                        <small class="quiet">{say(documentState[document.state]!, language)}</small>
                      )}
                    </>
                  ),
                  act: (
                    <span class="row">
                      {document.verifyHref === undefined ? null : (
                        <a href={document.verifyHref}>{say(w.verify, language)}</a>
                      )}
                      {document.href === undefined ? null : (
                        <Button small href={document.href} icon="download" label={w.download} hidden={document.name} />
                      )}
                    </span>
                  ),
                },
              }))}
            />
            {view.documents.some((document) => document.href !== undefined) ? (
              <p class="s">
                <a href={`${base}/cases/${view.caseId}/link`}>{say(LINK_WORDS.open, language)}</a>
              </p>
            ) : null}
          </section>
        )}
        <section class="stack" aria-labelledby="h-journey">
          <h2 id="h-journey" class="hide">
            {say(w.journey, language)}
          </h2>
          <Timeline items={view.timeline} />
        </section>
        {view.lines.length === 0 ? null : (
          <details class="panel">
            <summary>{say(w.yourAnswers, language)}</summary>
            <SummaryList small rows={view.lines.map((line) => ({ term: line.label, value: line.value }))} />
          </details>
        )}
      </div>
      <aside class="stack stack-m">
        {view.public ? (
          <p class="s quiet">{say(w.privacyNote, language)}</p>
        ) : view.canWithdraw || view.canObject || view.canReuse || view.receiptHref !== undefined ? (
          <div class="panel stack">
            <h2>{say(w.youCan, language)}</h2>
            {view.receiptHref === undefined ? null : (
              <Button kind="second" href={view.receiptHref} icon="doc" label={w.receipt} />
            )}
            {view.forms.map(({ code, href }) => (
              <Button
                key={code}
                kind="second"
                href={href}
                icon="download"
                label={fill(say(w.form, language), { code })}
              />
            ))}
            {view.canReuse ? (
              <form method="post" action={act('reuse')}>
                <Button kind="second" label={w.reuse} />
              </form>
            ) : null}
            {view.canObject ? (
              <form method="post" action={act('object')} class="stack stack-s">
                <input type="hidden" name="key" value={actionKey} />
                <Field
                  name="note"
                  kind="lines"
                  label={w.objectReason}
                  value={note}
                  error={errors.find((one) => one.at === 'note')?.text}
                />
                <Button kind="second" label={w.object} />
              </form>
            ) : null}
            {view.canWithdraw ? (
              <details>
                <summary>{say(w.withdraw, language)}</summary>
                <form method="post" action={act('withdraw')} class="stack stack-s">
                  <input type="hidden" name="key" value={actionKey} />
                  <p class="s">{say(w.withdrawText, language)}</p>
                  <Button kind="harm" label={w.withdrawYes} />
                </form>
              </details>
            ) : null}
          </div>
        ) : null}
      </aside>
    </div>
  )
}

export function FollowUpForm({
  base,
  number,
  errors,
  language,
}: {
  base: string
  number: string
  errors: readonly { readonly at?: string; readonly text: string }[]
  language: Language
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  return (
    <form method="post" action={`${base}/track`} class="stack stack-m narrow">
      <ErrorSummary errors={errors} />
      <h1>{say(w.track, language)}</h1>
      <Field
        name="number"
        label={w.number}
        hint={w.trackNumberHint}
        value={number}
        autocapitalize="characters"
        error={error('number')}
      />
      <Field name="digits" kind="number" width={4} maxlength={4} label={w.digits} error={error('digits')} />
      <Button label={w.see} />
      <p class="s quiet">{say(w.privacyNote, language)}</p>
    </form>
  )
}

export function MinePage({
  base,
  lines,
  isKnown,
  language,
}: {
  base: string
  lines: readonly MineLine[]
  /** The account is bound to a person of the register; without it, what others did for them is not found. */
  isKnown: boolean
  language: Language
}) {
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{say(w.mine, language)}</h1>
        <p>
          <a href={`${base}/me/mandates`}>{say(w.forOthers, language)}</a>
        </p>
      </div>
      {isKnown ? null : (
        <Notice fact={w.notKnownYet}>
          <p>
            <a href={`${base}/me/identify?back=${encodeURIComponent(`${base}/me`)}`}>
              {say(w.identifyTitle, language)}
            </a>
          </p>
        </Notice>
      )}
      {lines.length === 0 ? (
        <EmptyState
          level={2}
          title={w.mineEmpty}
          text={w.mineEmptyText}
          link={{ href: `${base}/services`, label: w.showAll }}
        />
      ) : (
        <Table
          caption={w.mine}
          phone="cards"
          columns={[
            { key: 'name', label: w.services, title: true },
            { key: 'state', label: { id: 'Tahap', en: 'State' }, cardLabel: false },
            { key: 'updated', label: { id: 'Terakhir', en: 'Updated' } },
          ]}
          rows={lines.map((line) => ({
            cells: {
              name: (
                <>
                  <a href={line.href}>{say(line.serviceName, language)}</a>{' '}
                  {line.number === undefined ? null : <small class="caseno">{line.number}</small>}
                  {line.hint === undefined ? null : <small>{say(line.hint, language)}</small>}
                </>
              ),
              state: <Badge tone={line.tone} label={line.stateLabel} />,
              updated: line.updated,
            },
          }))}
        />
      )}
      <p>
        <a href={`${base}/balanting/my-children`}>{say(w.myChildren, language)}</a>
      </p>
    </div>
  )
}
