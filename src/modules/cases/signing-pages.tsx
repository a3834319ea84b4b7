// The batch that waits for the head's signature: each case with its before and after, marked one by one, signed together.
import { fill, type Language, say } from '../../kernel/text.ts'
import { BeforeAfter } from '../../platform/ui/before-after.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Tick } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { changeRows } from './change-rows.ts'
import type { SigningLine } from './office-port.ts'
import { OFFICE_WORDS as w } from './office-words.ts'

export function SigningPage({
  base,
  lines,
  actionKey,
  done,
  marked = [],
  errors = [],
  language,
}: {
  base: string
  lines: readonly SigningLine[]
  actionKey: string
  done?: { readonly signed: number; readonly refused: readonly { readonly number: string; readonly text: string }[] }
  /** Marked before the fresh code was asked for. */
  marked?: readonly string[]
  errors?: readonly { readonly at?: string; readonly text: string }[]
  language: Language
}) {
  return (
    <div class="stack stack-m">
      <ErrorSummary errors={errors} />
      <h1>{say(w.signTitle, language)}</h1>
      {done === undefined ? null : (
        <Notice
          tone={done.refused.length === 0 ? 'good' : 'care'}
          fact={fill(say(done.signed === 0 ? w.noneSigned : w.signed, language), { count: done.signed })}
        >
          {done.refused.length === 0 ? null : (
            <ul>
              {done.refused.map((one) => (
                <li>
                  <b class="num">{one.number}</b> {one.text}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {lines.length === 0 ? (
        <EmptyState
          level={2}
          title={w.signEmpty}
          text={w.signEmptyText}
          link={{ href: `${base}/office`, label: w.work }}
        />
      ) : (
        <form id="sign-lines" method="post" action={`${base}/office/signing`} class="stack stack-m">
          <input type="hidden" name="key" value={actionKey} />
          <p class="lead">{say(w.signLead, language)}</p>
          {lines.map((line) => (
            <details class="panel stack" open={marked.includes(line.caseId)}>
              <summary>
                {say(line.serviceName, language)}, {line.village}{' '}
                <small class="quiet">
                  {line.number}
                  {line.blocked === undefined
                    ? `, ${fill(say(w.changesCount, language), { count: line.changes.length })}`
                    : `, ${say(w.notYours, language)}`}
                </small>
              </summary>
              <p class="quiet s">
                <a href={`${base}/office/cases/${line.caseId}`}>
                  {say(w.signOpen, language)}
                  <span class="hide"> {line.number}</span>
                </a>
              </p>
              {line.blocked === undefined ? (
                <BeforeAfter caption={w.changes} changes={changeRows(line.changes)} />
              ) : null}
              {line.blocked === undefined ? (
                <Tick
                  name="case"
                  id={line.caseId}
                  value={line.caseId}
                  label={w.signMark}
                  checked={marked.includes(line.caseId)}
                />
              ) : (
                <Notice tone="care" fact={line.blocked} />
              )}
            </details>
          ))}
          <Button label={w.signAct} icon="pen" />
        </form>
      )}
    </div>
  )
}
