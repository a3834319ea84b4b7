// The summary before sending: what was answered, which documents are there, what is known already, what is promised.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { DraftFrame, type Fault, hrefOf } from './draft-frame.tsx'
import type { ReviewView } from './port.ts'
import { CASE_WORDS as w } from './words.ts'

export function ReviewPage({
  base,
  view,
  problems,
  language,
}: {
  base: string
  view: ReviewView
  problems: readonly Fault[]
  language: Language
}) {
  const status = { held: w.held, uploaded: w.uploaded, missing: w.missing }
  return (
    <DraftFrame base={base} view={view} now="review" errors={problems} language={language}>
      <div class="stack">
        <h1>{say(w.reviewTitle, language)}</h1>
        <p class="lead">{say(w.reviewLead, language)}</p>
      </div>
      {view.openCase === undefined ? null : (
        <Notice tone="care" fact={fill(say(w.openCase, language), { since: view.openCase.since })}>
          <p>
            <a href={`${base}/cases/${view.openCase.caseId}`}>{say(w.openThat, language)}</a>
          </p>
        </Notice>
      )}
      {view.late === undefined ? null : (
        <Notice
          tone="care"
          fact={fill(say(w.lateNotice, language), { days: view.late.days, limit: view.late.limit })}
          text={w.lateText}
        />
      )}
      {view.faults.length === 0 ? null : (
        <Notice tone="care" fact={w.repaired}>
          <ul>
            {view.faults.map((text) => (
              <li>{say(text, language)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {view.refused.length === 0 || problems.length > 0 ? null : (
        <Notice tone="care" fact={w.cannotTitle}>
          {view.refused.map((text) => (
            <p>{say(text, language)}</p>
          ))}
        </Notice>
      )}
      {view.lines.length === 0 ? null : (
        <SummaryList
          rows={view.lines.map((line) => ({
            term: line.label,
            value: line.value,
            changeHref: line.page === undefined ? undefined : hrefOf(base, view.caseId, line.page),
          }))}
        />
      )}
      {view.documents.length === 0 ? null : (
        <SummaryList
          rows={view.documents.map((document) => ({
            term: document.label,
            value: status[document.status],
            changeHref: document.status === 'held' ? undefined : hrefOf(base, view.caseId, 'documents'),
          }))}
        />
      )}
      {view.known.length === 0 ? null : (
        <section class="stack panel panel-wash" aria-labelledby="h-known">
          <h2 id="h-known">{say(w.known, language)}</h2>
          <p class="s quiet">{say(w.knownLead, language)}</p>
          <SummaryList small rows={view.known.map((line) => ({ term: line.label, value: line.value }))} />
        </section>
      )}
      {view.due === undefined ? null : <p>{fill(say(w.promise, language), { due: view.due })}</p>}
      {view.help?.confirmHref === undefined ? (
        <form method="post" action={`${base}/cases/${view.caseId}/submit`} class="stack">
          <input type="hidden" name="key" value={view.idempotencyKey} />
          <p class="s">{say(w.truth, language)}</p>
          <Button label={view.state === 'returned' ? w.sendAgain : w.send} />
        </form>
      ) : (
        <p>
          <Button href={view.help.confirmHref} label={w.askConsent} />
        </p>
      )}
    </DraftFrame>
  )
}
