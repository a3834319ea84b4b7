// One case beside the decision about it: what would change, what was checked, papers, answers, and the chain of four eyes.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { BeforeAfter } from '../../platform/ui/before-after.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { FourEyes } from '../../platform/ui/four-eyes.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { changeRows } from './change-rows.ts'
import { Decision, type Tried } from './decision-pages.tsx'
import { LINK_WORDS } from './link-words.ts'
import { NationalCheck } from './national-check-pages.tsx'
import type { OfficeCaseView } from './office-port.ts'
import { OFFICE_WORDS as w } from './office-words.ts'

type Fault = { readonly at?: string; readonly text: string }

export function OfficeCasePage({
  base,
  view,
  actionKey,
  errors,
  tried,
  language,
}: {
  base: string
  view: OfficeCaseView
  actionKey: string
  tried?: Tried
  errors: readonly Fault[]
  language: Language
}) {
  const href = `${base}/office/cases/${view.caseId}`
  return (
    <div class="stack stack-m">
      <ErrorSummary errors={errors} />
      <div class="row row-apart">
        <div>
          <h1>{say(view.serviceName, language)}</h1>
          <p class="quiet s">{[view.number, say(view.channel, language), view.village].filter(Boolean).join(', ')}</p>
          {view.applicant.map((line) => (
            <p>
              {say(line.label, language)}: <b>{say(line.value, language)}</b>
            </p>
          ))}
        </div>
        <Badge
          tone={view.tone}
          label={
            view.due === undefined
              ? view.stateLabel
              : { id: `${view.stateLabel.id}, ${view.due.id}`, en: `${view.stateLabel.en}, ${view.due.en}` }
          }
        />
      </div>
      <div class="split">
        <div class="stack stack-l">
          {view.hold === undefined ? null : <Notice tone="care" fact={view.hold.fact} text={view.hold.text} />}
          {view.unsent === undefined ? null : <Notice tone="care" fact={view.unsent.fact} text={view.unsent.text} />}
          {view.objection === undefined ? null : <Notice tone="care" fact={w.objection} text={view.objection} />}
          {view.rejectedFor === undefined ? null : <Notice fact={w.rejectedFor} text={view.rejectedFor} />}
          <section class="stack" aria-labelledby="h-changes">
            <h2 id="h-changes">{say(view.isDone ? w.changed : w.changes, language)}</h2>
            <p class="quiet s">
              {say(
                view.changes.length === 0
                  ? w.noChanges
                  : view.isUndone === true
                    ? w.undoneLead
                    : view.isDone
                      ? w.changedLead
                      : w.changesLead,
                language,
              )}
            </p>
            {view.changesNote === undefined ? null : <Notice tone="bad" fact={view.changesNote} />}
            {view.changes.length === 0 ? null : (
              <BeforeAfter caption={view.isDone ? w.changed : w.changes} changes={changeRows(view.changes)} />
            )}
          </section>
          <section class="stack" aria-labelledby="h-checks">
            <h2 id="h-checks">{say(w.checks, language)}</h2>
            <CheckList
              two
              items={view.checks.map((check) => ({
                title: check.title,
                ...(check.text === undefined ? {} : { text: check.text }),
                ...(check.link === undefined ? {} : { link: check.link }),
                tone: check.tone,
              }))}
            />
          </section>
          <section class="stack" aria-labelledby="h-files">
            <h2 id="h-files">{say(w.files, language)}</h2>
            <Table
              caption={w.files}
              phone="cards"
              dense
              columns={[
                { key: 'name', label: w.file, title: true },
                { key: 'at', label: w.received },
                { key: 'act', label: w.act, hidden: true },
              ]}
              rows={view.documents.map((document) => ({
                cells: {
                  name: (
                    <>
                      {say(document.label, language)}{' '}
                      {document.reused ? <small class="quiet">{say(w.reused, language)}</small> : null}{' '}
                      {document.doubts.length > 0 ? <small class="quiet">{document.doubts.join(', ')}</small> : null}
                    </>
                  ),
                  at: document.held ? say(w.held, language) : document.uploads.map((upload) => upload.at).join('; '),
                  act: document.uploads.map((upload, index) => (
                    <>
                      {' '}
                      <a href={upload.src}>
                        {upload.pdfPages === undefined
                          ? say(w.look, language)
                          : fill(say(w.savePdf, language), { pages: upload.pdfPages })}{' '}
                        {document.uploads.length > 1 ? index + 1 : ''}
                        <span class="hide"> {say(document.label, language)}</span>
                      </a>
                    </>
                  )),
                },
              }))}
            />
          </section>
          <section class="stack" aria-labelledby="h-answers">
            <h2 id="h-answers">{say(w.answers, language)}</h2>
            {view.forms.length === 0 ? null : (
              <p class="row">
                {view.forms.map(({ code, href: to }) => (
                  <a key={code} href={to}>
                    {fill(say(w.form, language), { code })}
                  </a>
                ))}
              </p>
            )}
            <SummaryList small rows={view.lines.map((line) => ({ term: line.label, value: line.value }))} />
            {view.known.length === 0 ? null : (
              <>
                <h3>{say(w.known, language)}</h3>
                <SummaryList small rows={view.known.map((line) => ({ term: line.label, value: line.value }))} />
              </>
            )}
          </section>
        </div>
        <aside class="stack stack-m">
          <section class="panel stack" aria-labelledby="h-eyes">
            <h2 id="h-eyes">{say(w.eyes, language)}</h2>
            <FourEyes chain={view.eyes} />
          </section>
          {view.mayLink ? (
            <p>
              <Button kind="second" fill="always" icon="download" href={`${href}/link`} label={LINK_WORDS.open} />
            </p>
          ) : null}
          {view.mayNoteNational === true ? (
            <NationalCheck href={href} actionKey={actionKey} errors={errors} language={language} />
          ) : null}
          <Decision {...{ href, view, actionKey, tried, errors, language }} />
          <details class="panel">
            <summary>{fill(say(w.history, language), { count: view.history.length })}</summary>
            <Timeline items={view.history} />
          </details>
        </aside>
      </div>
    </div>
  )
}
