// What someone with a paper in hand sees: one answer, only what may be shown, and a closer check. No login, no script.
// Must stay true: a revoked paper tells nothing about the person; names only masked; a few kilobytes.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Icon } from '../../platform/ui/icon.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { ResultPage } from '../../platform/ui/result-page.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import type { Comparison } from './compare.ts'
import { SUPERSEDE_WORDS, PAPER_WORDS as w } from './page-words.ts'
import type { CheckedPaper } from './port.ts'
import type { PrintedField } from './proof/printed.ts'
import type { PaperFacts, Verification } from './queries.ts'

export type PaperPageProps = {
  /** `/63.11` */
  base: string
  /** As in the address: token or short code. */
  code: string
  checked: CheckedPaper
  zone: string
  reportHref: string
  language: Language
  /** What was typed and what came of it, after a comparison. */
  typed?: Readonly<Record<string, string>>
  comparison?: Comparison
  refusal?: string
}

/** The title of the answer, also for the window. A true code on a paper that says something else is how papers are forged: it is not called genuine. */
export function titleOf(verification: Verification, comparison?: Comparison): Text {
  if (differs(comparison) && verification.state === 'valid') return w.codeOnly
  if (verification.state === 'valid') return verification.isOver ? w.over : w.valid
  return w[verification.state]
}

const differs = (comparison: Comparison | undefined): boolean =>
  comparison?.answers.some((answer) => !answer.agrees) === true

export function PaperPage(props: PaperPageProps) {
  const { checked, language, reportHref } = props
  const { verification } = checked
  const kind = differs(props.comparison)
    ? 'unknown'
    : verification.state === 'valid' && !verification.isOver
      ? 'valid'
      : verification.state === 'unknown'
        ? 'unknown'
        : 'revoked'
  return (
    <ResultPage
      kind={kind}
      title={titleOf(verification, props.comparison)}
      checked={fill(say(w.checked, language), { when: checked.checkedAt })}
    >
      {verification.state === 'unknown' ? <UnknownPaper {...props} /> : null}
      {verification.state === 'revoked' ? (
        <>
          <SummaryList
            rows={[
              { term: w.kind, value: <b>{say(verification.kindName, language)}</b> },
              {
                term: w.revokedSince,
                value: <b>{formatDate(todayIn(props.zone, verification.since.getTime()), language)}</b>,
              },
            ]}
          />
          <WhatToDo holder={w.comeRevoked} language={language} />
          <p class="s quiet">{say(w.nothingShown, language)}</p>
          <Button kind="second" href={reportHref} label={w.report} />
        </>
      ) : null}
      {verification.state === 'valid' || verification.state === 'superseded' ? (
        <>
          <Outcome {...props} facts={verification.facts} />
          {verification.facts.specimen ? (
            <Notice tone="care" icon="warn" fact={w.specimen} text={w.specimenWhy} />
          ) : null}
          <section class="stack" aria-labelledby="h-match">
            <h2 id="h-match">{say(w.match, language)}</h2>
            <SummaryList rows={factRows(verification.facts, language, extraRows(verification, props))} />
          </section>
          {verification.state === 'superseded' ? (
            <WhatToDo holder={verification.reason === 'used' ? w.comeUsed : w.comeSuperseded} language={language} />
          ) : null}
          <CompareForm {...props} facts={verification.facts} />
          <p class="s">
            <a href={reportHref}>{say(w.reportDiffers, language)}</a>
          </p>
        </>
      ) : null}
    </ResultPage>
  )
}

type Rows = Parameters<typeof SummaryList>[0]['rows']

function extraRows(verification: Verification, { language, zone }: PaperPageProps): Rows {
  if (verification.state === 'superseded') {
    return [
      { term: w.since, value: <b>{formatDate(todayIn(zone, verification.since.getTime()), language)}</b> },
      {
        term: w.reason,
        value: <b>{say(SUPERSEDE_WORDS[verification.reason] ?? SUPERSEDE_WORDS['data-change']!, language)}</b>,
      },
    ]
  }
  if (verification.state !== 'valid' || verification.validUntil === undefined) return []
  return [{ term: w.validUntil, value: <b>{formatDate(verification.validUntil, language)}</b> }]
}

function factRows(facts: PaperFacts, language: Language, extra: Rows): Rows {
  const initials = facts.maskedName
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join(', ')
  return [
    { term: w.kind, value: <b>{say(facts.kindName, language)}</b> },
    { term: w.number, value: <b class="num">{facts.number}</b> },
    {
      term: w.name,
      value: (
        <b>
          <span aria-hidden="true">{facts.maskedName}</span>
          <span class="hide">{fill(say(w.maskedName, language), { letters: initials })}</span>
        </b>
      ),
    },
    ...(facts.birthYear === undefined ? [] : [{ term: w.birthYear, value: <b>{facts.birthYear}</b> }]),
    { term: w.issued, value: <b>{formatDate(facts.issuedOn, language)}</b> },
    { term: w.signer, value: <b>{facts.signerRole}</b> },
    { term: w.shortCode, value: fill(say(w.shortCodeStart, language), { start: facts.shortCodeStart }) },
    ...extra,
  ]
}

function CompareForm({ base, code, facts, typed = {}, comparison, language }: PaperPageProps & { facts: PaperFacts }) {
  const fields = facts.fields.filter((field) => field.key !== facts.shownField)
  if (fields.length < 2) return null
  return (
    <form class="panel panel-wash stack" method="post" action={`${base}/v/${code}`} id="cocokkan">
      <h2>{say(w.compareTitle, language)}</h2>
      <p class="s quiet">{say(w.compareLead, language)}</p>
      {fields.map((field) => (
        <CompareField field={field} typed={typed} language={language} />
      ))}
      <Button kind="second" label={w.compare} />
      <p class="xs quiet">
        {comparison === undefined
          ? say(w.tries, language)
          : fill(say(w.triesLeft, language), { count: comparison.triesLeft })}
      </p>
    </form>
  )
}

/** What came of a comparison stands above everything else that was there before. */
function Outcome({ facts, comparison, refusal, language }: PaperPageProps & { facts: PaperFacts }) {
  if (refusal !== undefined) return <Notice tone="care" icon="warn" fact={refusal} />
  return comparison === undefined ? null : <Answers comparison={comparison} fields={facts.fields} language={language} />
}

function CompareField({
  field,
  typed,
  language,
}: {
  field: PrintedField
  typed: Readonly<Record<string, string>>
  language: Language
}) {
  const { key, type } = field
  const label = fill(say(w.onPaper, language), { label: say(field.label, language) })
  if (type === 'date') {
    const value = {
      day: typed[`${key}.day`] ?? '',
      month: typed[`${key}.month`] ?? '',
      year: typed[`${key}.year`] ?? '',
    }
    return <DateOfBirth name={key} label={label} value={value} optional />
  }
  const digits = type === 'digits'
  return (
    <Field
      name={key}
      label={label}
      value={typed[key] ?? ''}
      optional
      kind={digits ? 'number' : 'text'}
      {...(digits ? { width: 16 as const } : {})}
    />
  )
}

function Answers({
  comparison,
  fields,
  language,
}: {
  comparison: Comparison
  fields: readonly PrintedField[]
  language: Language
}) {
  const all = comparison.answers.every((answer) => answer.agrees)
  return (
    <section class="stack stack-s" aria-labelledby="h-answers">
      <h2 id="h-answers">{say(w.answers, language)}</h2>
      <ul class="ticks">
        {comparison.answers.map((answer) => (
          <li>
            <Icon name={answer.agrees ? 'check' : 'x'} />
            <span>
              <b>{say(answer.agrees ? w.agrees : w.differs, language)}</b>
              <small>{say(fields.find((field) => field.key === answer.key)!.label, language)}</small>
            </span>
          </li>
        ))}
      </ul>
      {all ? <p>{say(w.allAgree, language)}</p> : <Notice tone="bad" fact={w.someDiffer} />}
    </section>
  )
}

function WhatToDo({ holder, language }: { holder: Text; language: Language }) {
  return (
    <section class="stack" aria-labelledby="h-todo">
      <h2 id="h-todo">{say(w.whatToDo, language)}</h2>
      <ul class="ticks">
        <li>
          <Icon name="office" />
          <span>
            <b>{say(w.officers, language)}</b>
            <small>{say(w.refuseIt, language)}</small>
          </span>
        </li>
        <li>
          <Icon name="person" />
          <span>
            <b>{say(w.yours, language)}</b>
            <small>{say(holder, language)}</small>
          </span>
        </li>
      </ul>
    </section>
  )
}

function UnknownPaper({ base, reportHref, language }: PaperPageProps) {
  return (
    <>
      <p>{say(w.unknownWhy, language)}</p>
      <div class="row">
        <Button href={`${base}/v`} label={w.checkAnother} />
        <Button kind="second" href={reportHref} label={w.report} />
      </div>
    </>
  )
}
