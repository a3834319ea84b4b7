// One imported file: what each line would do, what is asked, what was refused and why; afterwards the result and the way back.
// Must stay true: the form names the plan it was made from; a name stands on the page, never in an address.
import { formatInstant } from '../../../kernel/date-format.ts'
import { fill, type Language, say } from '../../../kernel/text.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { Button } from '../../../platform/ui/button.tsx'
import { ChoiceCards } from '../../../platform/ui/choice-cards.tsx'
import { Notice } from '../../../platform/ui/notice.tsx'
import { SummaryList } from '../../../platform/ui/summary-list.tsx'
import { countsText, StateBadge, sheetName } from './exchange-pages.tsx'
import type { ImportView } from './exchange-port.ts'
import { ANSWER_WORDS, LINE_STATES, EXCHANGE_WORDS as w } from './exchange-words.ts'
import { Lines } from './import-line-pages.tsx'
import { type PlanLine, writes } from './import-plan.ts'
import { ImportResult } from './import-result-pages.tsx'
import type { Answer } from './incoming.ts'

const SHOWN = 100
type Tell = Visitor['tell']
type Props = { base: string; view: ImportView; zone: string; language: Language; tell: Tell; refusal?: string }

export function ImportPage({ base, view, zone, language, tell, refusal }: Props) {
  const { head, plan } = view
  const here = `${base}/imports/${head.importId}`
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <p class="quiet">{sheetName(head, language)}</p>
        <h1>{head.fileName}</h1>
        <p>
          <StateBadge head={head} />
        </p>
      </div>
      {refusal === undefined ? null : <Notice tone="bad" fact={refusal} />}
      <SummaryList
        rows={[
          { term: w.result, value: countsText({ counts: plan?.counts ?? head.counts }, language) },
          { term: w.received, value: formatInstant(head.plannedAt.getTime(), zone, language) },
          { term: w.fingerprint, value: <code class="break">{head.fingerprint}</code> },
        ]}
      />
      {plan === undefined ? (
        <ImportResult here={here} view={view} language={language} tell={tell} />
      ) : (
        <Plan here={here} plan={plan} language={language} tell={tell} />
      )}
    </div>
  )
}

function Plan({
  here,
  plan,
  language,
  tell,
}: {
  here: string
  plan: NonNullable<ImportView['plan']>
  language: Language
  tell: Tell
}) {
  const asked = plan.lines.filter(({ state }) => state === 'asked')
  const refused = plan.lines.filter(({ state }) => state === 'refused')
  const written = plan.lines.filter(writes)
  const noted = plan.lines.filter(({ state, reasons }) => state === 'same' && reasons.length > 0)
  return (
    <>
      {asked.length + written.length === 0 ? (
        <Notice fact={w.nothing} text={w.nothingNeeded} />
      ) : (
        <Notice fact={w.nothingWritten} text={w.nothingText} />
      )}
      <form class="stack stack-l" method="post" action={`${here}/confirm`}>
        <input type="hidden" name="digest" value={plan.digest} />
        {asked.length === 0 ? null : (
          <section class="stack">
            <h2>{say(w.asked, language)}</h2>
            {asked.slice(0, SHOWN).map((line) => (
              <Asked line={line} language={language} tell={tell} />
            ))}
            {asked.length > SHOWN ? (
              <ChoiceCards
                name="others"
                label={w.askedOthers}
                value="skip"
                choices={(['skip', 'proposed', 'as-written'] as const).map((value) => ({
                  value,
                  label: ANSWER_WORDS[value],
                }))}
              />
            ) : null}
          </section>
        )}
        {written.length === 0 ? null : (
          <section class="stack">
            <h2>{say(w.willWrite, language)}</h2>
            <Lines lines={written} language={language} tell={tell} />
          </section>
        )}
        {asked.length + written.length === 0 ? null : (
          <p>
            <Button
              label={asked.length > 0 ? w.confirmAsked : fill(say(w.confirm, language), { count: written.length })}
            />
          </p>
        )}
      </form>
      {refused.length === 0 ? null : (
        <section class="stack">
          <h2>{say(w.refused, language)}</h2>
          <p class="quiet">{say(w.refusedHint, language)}</p>
          <Lines lines={refused} language={language} tell={tell} />
        </section>
      )}
      {noted.length === 0 ? null : (
        <section class="stack">
          <h2>{say(LINE_STATES.same, language)}</h2>
          <Lines lines={noted} language={language} tell={tell} />
        </section>
      )}
      <form method="post" action={`${here}/drop`}>
        <Button kind="harm" label={w.drop} />
      </form>
    </>
  )
}

function Asked({ line, language, tell }: { line: PlanLine; language: Language; tell: Tell }) {
  const { question } = line
  if (question === undefined) return null
  const aboutAge = question.code === 'exchange.ask-age' || question.code === 'exchange.ask-months-as-days'
  const answers: readonly Answer[] =
    question.proposal === undefined ? ['as-written', 'skip'] : ['proposed', 'as-written', 'skip']
  return (
    <ChoiceCards
      name={`line-${line.line}`}
      label={`${say(w.line, language)} ${line.line}: ${line.name}`}
      hint={tell(question)}
      choices={answers.map((value) => ({
        value,
        label: value === 'as-written' && aboutAge ? w.useDates : ANSWER_WORDS[value],
      }))}
      value="skip"
    />
  )
}
