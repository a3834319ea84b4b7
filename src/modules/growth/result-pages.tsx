// The result right after the scale: N, T, O or B in a word and a shape, what to do now, what to tell the parents, the chart, and
// the next child. Must stay true: only the most urgent alert is shown in full.
import { formatDateShort } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { ChartSection } from './chart-section.tsx'
import type { StoredMeasurement } from './child.ts'
import { FeedingResult } from './feeding-parts.tsx'
import type { MonthLine, OpenAlert, ResultView } from './posyandu-port.ts'
import { age, figures, gainSentence, STATUS, TONES, POSYANDU_WORDS as w } from './posyandu-words.ts'
import type { ChildCategories } from './rules/classify.ts'
import { scoreTexts, usedLengthText } from './score-words.ts'

const NAMES: Readonly<Record<keyof ChildCategories, Text>> = {
  weightForAge: { id: 'Berat menurut umur', en: 'Weight for age' },
  lengthForAge: { id: 'Panjang atau tinggi menurut umur', en: 'Length or height for age' },
  weightForLength: { id: 'Berat menurut panjang', en: 'Weight for length' },
  bmiForAge: { id: 'Indeks massa tubuh', en: 'Body mass index' },
  headForAge: { id: 'Lingkar kepala', en: 'Head circumference' },
  arm: { id: 'LiLA', en: 'Upper arm' },
  nutrition: { id: 'Keadaan gizi', en: 'Nutrition' },
}
const SHOWN = ['weightForAge', 'lengthForAge', 'weightForLength', 'headForAge', 'arm'] as const

/** The categories of a measuring as a list: word, shape, colour. */
export function CategoryList({ categories, language }: { categories: ChildCategories; language: Language }) {
  const nutrition = categories.nutrition
  const rows = SHOWN.flatMap((name) => {
    const category = categories[name]
    return category === undefined
      ? []
      : [{ term: NAMES[name], value: <Badge tone={TONES[category.tone]} label={say(category.text, language)} /> }]
  })
  const swollen = nutrition !== undefined && !SHOWN.some((name) => categories[name]?.code === nutrition.code)
  return (
    <SummaryList
      rows={[
        ...(swollen
          ? [
              {
                term: NAMES.nutrition,
                value: <Badge tone={TONES[nutrition.tone]} label={say(nutrition.text, language)} />,
              },
            ]
          : []),
        ...rows,
      ]}
    />
  )
}

/** For who may judge them: the scores behind the categories, and the length they were worked out with. */
export function ScoreLine({ measurement, language }: { measurement: StoredMeasurement; language: Language }) {
  const scores = scoreTexts(measurement, language)
  const used = usedLengthText(measurement, language)
  return scores.length === 0 ? null : (
    <p class="s">
      {say(w.scores, language)}: {scores.join('; ')}.{used === undefined ? null : <span class="quiet"> {used}</span>}
    </p>
  )
}

/** What to do now, until when. */
export function AlertNotice({
  alert,
  today,
  href,
  language,
}: {
  alert: OpenAlert
  today: string
  /** Where it is followed up. */
  href?: string
  language: Language
}) {
  const due =
    alert.due <= today
      ? say(w.dueToday, language)
      : fill(say(w.due, language), { date: formatDateShort(alert.due, language) })
  const since =
    alert.opened < today ? ` ${fill(say(w.since, language), { date: formatDateShort(alert.opened, language) })}` : ''
  return (
    <Notice
      tone={alert.transport || alert.due <= today ? 'bad' : 'care'}
      icon="warn"
      fact={`${say(alert.name, language)}.`}
      text={`${say(alert.action, language)} ${due}${since}`}
    >
      {href === undefined ? null : (
        <p>
          <a href={href}>
            {say(w.followUp, language)}
            <span class="hide"> {say(alert.name, language)}</span>
          </a>
        </p>
      )}
    </Notice>
  )
}

export function StatusLine({
  line,
  toHealthWorker = false,
  language,
}: {
  line: MonthLine
  toHealthWorker?: boolean
  language: Language
}) {
  const { decision, tRun, measurement } = line
  if (decision === undefined) return null
  // The month keeps what was counted; nobody is told "up" of a weight that is to be taken again.
  const isDoubtful = measurement.scores.weightForAge?.flagged === true
  if (isDoubtful && (decision.status === 'N' || decision.status === 'T')) return <p>{say(w.notJudged, language)}</p>
  const { tone, text } = STATUS[decision.status]
  return (
    <p class="row">
      <Badge tone={tone} label={tRun >= 2 ? `${tRun}T, ${say(text, language).slice(3)}` : text} />
      <span>{say(gainSentence(decision, toHealthWorker), language)}</span>
    </p>
  )
}

export function ResultPage({ base, view, language }: { base: string; view: ResultView; language: Language }) {
  const { child, line, alert, next, months } = view
  const word = (text: Text) => say(text, language)
  const here = `${base}/children/${child.childId}`
  const today = line.measurement.date
  const nextButton =
    next === undefined ? (
      <Button fill="always" href={`${base}/${child.posyandu.posyanduId}`} label={w.toList} />
    ) : (
      <Button
        fill="always"
        href={`${base}/children/${next.childId}/measure`}
        label={fill(word(w.next), { name: next.name })}
        iconAfter="right"
      />
    )
  return (
    <div class="stack stack-m medium">
      <div class="stack stack-xs">
        <h1>{child.name}</h1>
        <p>
          <b>{figures(line.measurement, language)}</b>
        </p>
        <p class="quiet">
          {word(child.sex === 1 ? w.boy : w.girl)},{' '}
          {age(line.measurement.ageMonths, line.measurement.ageDays, language)}. {word(w.saved)},{' '}
          {formatDateShort(line.measurement.date, language)}.
        </p>
      </div>
      <StatusLine line={line} toHealthWorker={child.posyandu.may.verify} language={language} />
      {alert === undefined ? null : (
        <div class="stack stack-xs">
          <AlertNotice alert={alert} today={today} language={language} />
          {view.otherAlerts > 0 ? (
            <p class="s">
              <a href={`${here}#peringatan`}>{fill(word(w.moreAlerts), { count: view.otherAlerts })}</a>
            </p>
          ) : null}
        </div>
      )}
      <FeedingResult eaten={line.measurement.facts.eaten} language={language} />
      <div class="panel panel-wash stack stack-xs">
        <p class="s quiet">{word(w.tellParent)}</p>
        <p class="t-l">
          <b>{word(view.advice)}</b>
        </p>
      </div>
      <div class="stack stack-xs">
        {nextButton}
        <p class="s quiet">
          {view.waiting === 0 ? word(w.nextNone) : fill(word(w.waitingCount), { count: view.waiting })}.{' '}
          <a href={`${base}/${child.posyandu.posyanduId}`}>{word(w.toList)}</a>
        </p>
      </div>
      <section class="stack stack-s">
        <h2>{word(w.results)}</h2>
        <CategoryList categories={line.categories} language={language} />
        {child.posyandu.may.verify ? <ScoreLine measurement={line.measurement} language={language} /> : null}
        <p class="row">
          <a href={here}>{word(w.toChild)}</a>
          <a href={`${here}/measure?corrects=${line.measurement.id}`}>{word(w.fix)}</a>
        </p>
      </section>
      <ChartSection child={child} months={months} chart={{ indicator: 'weightForAge' }} language={language} />
    </div>
  )
}
