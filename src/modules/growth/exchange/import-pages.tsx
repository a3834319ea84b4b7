// One imported file: what each line would do, what is asked, what was refused and why; afterwards the result and the way back.
// Must stay true: the form names the plan it was made from; a name stands on the page, never in an address.
import { formatDateShort, formatInstant } from '../../../kernel/date-format.ts'
import { fill, type Language, say } from '../../../kernel/text.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { Button } from '../../../platform/ui/button.tsx'
import { ChoiceCards } from '../../../platform/ui/choice-cards.tsx'
import { Notice } from '../../../platform/ui/notice.tsx'
import { SummaryList } from '../../../platform/ui/summary-list.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import { countsText, Outcome, StateBadge, sheetName } from './exchange-pages.tsx'
import type { ImportView } from './exchange-port.ts'
import { ANSWER_WORDS, CAUSES, INDICATOR_NAMES, LINE_STATES, EXCHANGE_WORDS as w } from './exchange-words.ts'
import { type PlanLine, writes } from './import-plan.ts'
import type { Answer } from './incoming.ts'
import { cm, kg } from './sheet-fields.ts'

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
        <Result here={here} view={view} language={language} />
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

function Lines({ lines, language, tell }: { lines: readonly PlanLine[]; language: Language; tell: Tell }) {
  const shown = lines.slice(0, SHOWN)
  return (
    <>
      <Table
        caption={w.what}
        phone="cards"
        dense
        columns={[
          { key: 'child', label: w.child, title: true },
          { key: 'line', label: w.line, end: true },
          { key: 'what', label: w.reason },
        ]}
        rows={shown.map((line) => ({
          cells: {
            child: line.name === '' ? '–' : line.name,
            line: line.line,
            what: whatOf(line, language, tell),
          },
          ...(line.state === 'refused' ? { tone: 'late' as const } : {}),
        }))}
      />
      {lines.length > shown.length ? (
        <p class="quiet">{fill(say(w.firstShown, language), { shown: shown.length, all: lines.length })}</p>
      ) : null}
    </>
  )
}

function whatOf(line: PlanLine, language: Language, tell: Tell): string {
  const parts: string[] = []
  if (writes(line)) {
    if (line.child?.kind === 'create') parts.push(say(w.newChild, language))
    if (line.child?.kind === 'known' && line.child.add !== undefined)
      parts.push(fill(say(w.addValues, language), { count: Object.keys(line.child.add).length }))
    if (line.measurement !== undefined) {
      const { values, replaces } = line.measurement
      parts.push(
        fill(say(replaces === undefined ? w.measured : w.replaces, language), {
          date: formatDateShort(values.date, language),
          weight: figure(kg(values.weightG), language),
          length: figure(cm(values.lengthHeightTenthMm), language),
        }),
      )
    }
  }
  return [...parts, ...line.reasons.map(tell)].join('; ')
}

const figure = (text: string, language: Language) =>
  text === '' ? '–' : language === 'id' ? text.replace('.', ',') : text

function Result({ here, view, language }: { here: string; view: ImportView; language: Language }) {
  const { head, differences } = view
  return (
    <>
      <Outcome head={head} language={language} />
      {differences.length === 0 ? null : (
        <section class="stack">
          <h2>{say(w.differences, language)}</h2>
          <p class="quiet">{say(w.differencesHint, language)}</p>
          <Table
            caption={w.differences}
            phone="cards"
            dense
            columns={[
              { key: 'line', label: w.line, title: true },
              { key: 'indicator', label: w.indicator },
              { key: 'theirs', label: w.theirs, end: true },
              { key: 'ours', label: w.ours, end: true },
              { key: 'cause', label: w.cause },
            ]}
            rows={differences.flatMap(({ line, list }) =>
              list.map(({ indicator, reported, ours, cause }) => ({
                cells: {
                  line: `${say(w.line, language)} ${line}`,
                  indicator: INDICATOR_NAMES[indicator] ?? indicator,
                  theirs: figure((reported / 100).toFixed(2), language),
                  ours: ours === undefined ? '–' : figure((ours / 100).toFixed(2), language),
                  cause: say(CAUSES[cause] ?? CAUSES.unknown!, language),
                },
              })),
            )}
          />
        </section>
      )}
      {head.state === 'writing' ? (
        <form method="post" action={`${here}/confirm`}>
          <Button label={w.goOn} />
        </form>
      ) : null}
      {head.state === 'written' || head.state === 'writing' || head.state === 'undoing' ? (
        <form class="stack" method="post" action={`${here}/undo`}>
          <p class="quiet">{say(w.undoText, language)}</p>
          <Button kind="harm" label={w.undo} />
        </form>
      ) : null}
    </>
  )
}
