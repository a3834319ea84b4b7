// Pages of partners: the list with today's use, one partner with its agreement, its sums a day and what can be done. Must stay
// true: no key and no person is shown; each figure carries its day and source.
import { type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { PartnerLine, PartnersView, PartnerView } from './port.ts'
import { CHECK_FIELDS, PARTNER_SERVICES, type Step } from './rules.ts'
import { FIELD_WORDS, STATE_TONES, STATE_WORDS, STEP_WORDS, PARTNER_WORDS as w } from './words.ts'

export type Fault = { readonly at?: string; readonly text: string }
type Typed = Readonly<Record<string, string>>
type Frame = {
  base: string
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: Typed
}

function State({ line }: { line: PartnerLine }) {
  return (
    <span class="row">
      <Badge tone={STATE_TONES[line.state]} label={STATE_WORDS[line.state]} />
      {line.waits ? <Badge tone="work" label={w.waits} /> : null}
      {line.isOver && line.state !== 'ended' ? <Badge tone="care" label={w.over} /> : null}
    </span>
  )
}

const ENTRY_LABELS = {
  name: w.name,
  agreement: w.agreement,
  purpose: w.purpose,
  fields: w.fields,
  dailyLimit: w.dailyLimit,
  fromDay: w.from,
  untilDay: w.until,
}

export function PartnersPage(props: Frame & { view: PartnersView; fields?: readonly string[] }) {
  const { base, view, language, errors = [] } = props
  const number = (n: number): string => n.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} labels={ENTRY_LABELS} />
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.empty} text={view.mayChange ? w.emptyText : w.emptyReader} />
      ) : (
        <div class="stack stack-s">
          <Table
            caption={w.title}
            phone="cards"
            columns={[
              { key: 'name', label: w.name, title: true },
              { key: 'state', label: w.state },
              { key: 'until', label: w.until },
              { key: 'today', label: w.today },
              { key: 'act', label: w.act, hidden: true },
            ]}
            rows={view.lines.map((line) => ({
              cells: {
                name: (
                  <>
                    <b>{line.name}</b>
                    <br />
                    {line.agreement}
                  </>
                ),
                state: <State line={line} />,
                until: line.until,
                today: `${number(line.today.asked)} ${say(w.of, language)} ${number(line.dailyLimit)}`,
                act: (
                  <Button
                    small
                    kind="second"
                    href={`${base}/office/partners/${line.partnerId}`}
                    label={w.open}
                    hidden={line.name}
                  />
                ),
              },
            }))}
          />
          <p class="quiet">
            {say(w.asOf, language)} {view.asOf}. {say(w.source, language)}
          </p>
        </div>
      )}
      {view.mayChange ? <RegisterForm {...props} /> : null}
    </div>
  )
}

function RegisterForm({
  base,
  actionKey,
  language,
  errors = [],
  typed = {},
  fields = [],
}: Frame & { fields?: readonly string[] }) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  const day = (name: string) => ({
    day: typed[`${name}.day`] ?? '',
    month: typed[`${name}.month`] ?? '',
    year: typed[`${name}.year`] ?? '',
  })
  return (
    <form
      method="post"
      action={`${base}/office/partners`}
      class="panel stack stack-m medium"
      aria-labelledby="h-register"
    >
      <input type="hidden" name="key" value={actionKey} />
      <h2 id="h-register">{say(w.register, language)}</h2>
      <p>{say(w.registerHint, language)}</p>
      <Field name="name" label={w.name} value={typed.name} error={error('name')} />
      <Field name="agreement" width={16} label={w.agreement} value={typed.agreement} error={error('agreement')} />
      <Field name="purpose" label={w.purpose} hint={w.purposeHint} value={typed.purpose} error={error('purpose')} />
      <ChoiceCards
        name="fields"
        many
        two
        label={w.fields}
        choices={[...CHECK_FIELDS, ...PARTNER_SERVICES].map((value) => ({ value, label: FIELD_WORDS[value] }))}
        value={fields}
        error={error('fields')}
      />
      <Field
        name="dailyLimit"
        kind="number"
        width={8}
        label={w.dailyLimit}
        value={typed.dailyLimit}
        error={error('dailyLimit')}
      />
      <DateOfBirth name="fromDay" label={w.from} value={day('fromDay')} error={error('fromDay')} />
      <DateOfBirth name="untilDay" label={w.until} value={day('untilDay')} error={error('untilDay')} />
      <Button label={w.register} />
    </form>
  )
}

/** What this officer may do now. */
function stepsFor(view: PartnerView): readonly Step[] {
  if (!view.mayChange || view.state === 'ended') return []
  return [
    ...(view.mayConfirm ? (['confirm'] as const) : []),
    ...(view.state === 'active' ? (['suspend'] as const) : []),
    ...(view.state === 'suspended' && view.resumeBy === undefined ? (['resume'] as const) : []),
    'end',
  ]
}

export function PartnerPage({
  base,
  view,
  actionKey,
  language,
  errors = [],
  typed = {},
}: Frame & { view: PartnerView }) {
  const steps = stepsFor(view)
  const number = (n: number): string => n.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <p>
          <a href={`${base}/office/partners`}>{say(w.title, language)}</a>
        </p>
        <h1>{view.name}</h1>
        <State line={view} />
      </div>
      <div class="medium">
        <SummaryList
          rows={[
            { term: w.agreement, value: view.agreement },
            { term: w.purpose, value: view.purpose },
            { term: w.fields, value: view.fields.map((one) => say(FIELD_WORDS[one], language)).join(', ') },
            { term: w.dailyLimit, value: number(view.dailyLimit) },
            { term: w.from, value: view.from },
            { term: w.until, value: view.until },
            { term: w.key, value: view.keyMadeAt ?? w.noKey },
            { term: w.madeBy, value: `${view.madeBy}, ${view.madeAt}` },
            ...(view.decidedBy === undefined ? [] : [{ term: w.decidedBy, value: view.decidedBy }]),
            ...(view.resumeBy === undefined ? [] : [{ term: w.resumeBy, value: view.resumeBy }]),
            ...(view.reason === undefined ? [] : [{ term: w.reasonLast, value: view.reason }]),
          ]}
        />
      </div>
      <section class="stack stack-s" aria-labelledby="h-usage">
        <h2 id="h-usage">{say(w.usage, language)}</h2>
        {view.days.length === 0 ? (
          <EmptyState title={w.usageEmpty} text={w.usageEmptyText} />
        ) : (
          <Table
            caption={w.usage}
            phone="cards"
            dense
            columns={[
              { key: 'day', label: w.day, title: true },
              { key: 'asked', label: w.asked, end: true },
              { key: 'agreed', label: w.agreed, end: true },
              { key: 'partly', label: w.partly, end: true },
              { key: 'none', label: w.none, end: true },
              { key: 'refused', label: w.refused, end: true },
            ]}
            rows={view.days.map(({ day, ...sums }) => ({
              ...(sums.refused > 0 || sums.none * 2 > sums.asked ? { tone: 'soon' as const } : {}),
              cells: {
                day,
                asked: number(sums.asked),
                agreed: number(sums.agreed),
                partly: number(sums.partly),
                none: number(sums.none),
                refused: number(sums.refused),
              },
            }))}
          />
        )}
        <p class="quiet">{say(w.source, language)}</p>
      </section>
      {steps.length === 0 ? null : (
        <form
          method="post"
          action={`${base}/office/partners/${view.partnerId}`}
          class="panel stack stack-m medium"
          aria-labelledby="h-decide"
        >
          <input type="hidden" name="key" value={actionKey} />
          <h2 id="h-decide">{say(w.decide, language)}</h2>
          <Field
            name="reason"
            kind="lines"
            rows={2}
            label={w.reason}
            optional={steps.includes('confirm')}
            value={typed.reason}
            error={errors.find((one) => one.at === 'reason')?.text}
          />
          <p class="row">
            {steps.map((step) => (
              <Button
                name="step"
                value={step}
                kind={step === 'confirm' ? 'main' : step === 'end' ? 'harm' : 'second'}
                label={STEP_WORDS[step]}
              />
            ))}
          </p>
        </form>
      )}
    </div>
  )
}
