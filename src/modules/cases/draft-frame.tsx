// What all pages of a draft share: the steps beside, faults above, when it was saved below; and the address of each step.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import type { Content } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { Steps } from '../../platform/ui/steps.tsx'
import type { DraftView } from './port.ts'
import { CASE_WORDS as w } from './words.ts'

export type Fault = { readonly at?: string; readonly href?: string; readonly text: string }

export function DraftFrame({
  base,
  view,
  now,
  errors,
  labels,
  language,
  children,
}: {
  base: string
  view: DraftView
  now: string
  errors: readonly Fault[]
  /** What the questions of the page are called. */
  labels?: Readonly<Record<string, Text>>
  language: Language
  children?: Content
}) {
  const index = Math.max(
    0,
    view.steps.findIndex((step) => step.id === now),
  )
  return (
    <div class="split split-rail">
      <Steps
        now={index}
        steps={view.steps.map((step) => ({ label: step.label, href: hrefOf(base, view.caseId, step.id) }))}
      />
      <div class="stack stack-l narrow">
        <ErrorSummary errors={errors} labels={labels} />
        {view.help === undefined ? null : <Notice fact={view.help.fact} text={view.help.text} />}
        {children}
        <p class="s quiet">{fill(say(w.saved, language), { at: view.savedAt, until: view.keptUntil })}</p>
      </div>
    </div>
  )
}

export function hrefOf(base: string, caseId: string, step: string): string {
  return `${base}/cases/${caseId}/${step === 'role' || step === 'documents' || step === 'review' ? step : `edit/${step}`}`
}
