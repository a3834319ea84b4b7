// The checklist of a village, a person or family with every service, families at risk. For those who visit: large targets, one form
// a service, nothing asked twice.
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { PersonList } from '../../platform/ui/person-list.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import type { AtRiskView, ChecklistView, ServiceLine, SubjectView } from './family-port.ts'
import { GAP_WORDS, type Typed, typedDate } from './gap-pages.tsx'
import { dateParts, day, type Fault, faultAt, STATE_NAMES, STATE_TONES } from './page-parts.tsx'

export const FAMILY_WORDS = {
  checklist: { id: 'Daftar layanan, {village}', en: 'Services due, {village}' },
  checklistLead: {
    id: '{n} dari {d} orang dan keluarga sudah lengkap layanannya, {period}.',
    en: '{n} of {d} people and families have every service, {period}.',
  },
  waiting: { id: 'Masih menunggu', en: 'Still waiting' },
  all: { id: 'Semua', en: 'All' },
  filter: { id: 'Tampilkan', en: 'Show' },
  received: { id: '{n} dari {d} layanan', en: '{n} of {d} services' },
  complete: { id: 'Semua di daftar sudah lengkap', en: 'Everyone on the list is complete' },
  completeText: {
    id: 'Nama baru masuk sendiri dari register: kelahiran, pindah datang, ganti umur.',
    en: 'New names come by themselves from the register: births, arrivals, birthdays.',
  },
  services: { id: 'Layanan', en: 'Services' },
  note: { id: 'Catat', en: 'Note' },
  state: { id: 'Keadaan', en: 'State' },
  givenOn: { id: 'Tanggal diberikan', en: 'Day of giving' },
  giver: { id: 'Siapa yang memberikan', en: 'Who gave it' },
  programme: { id: 'Program, bila diketahui', en: 'Programme, if known' },
  reason: { id: 'Alasan, bila menolak atau tidak berhak', en: 'Reason, if refused or not entitled' },
  save: { id: 'Simpan', en: 'Save' },
  conditions: { id: 'Keadaan khusus', en: 'Conditions' },
  since: { id: 'sejak {date}', en: 'since {date}' },
  end: { id: 'Sudah berakhir', en: 'It has ended' },
  newCondition: { id: 'Catat keadaan', en: 'Note a condition' },
  condition: { id: 'Keadaan', en: 'Condition' },
  from: { id: 'Sejak tanggal', en: 'Since' },
  facts: { id: 'Rumah dan bantuan', en: 'House and help' },
  notKnown: { id: 'belum ditanya', en: 'not asked yet' },
  risk: { id: 'Risiko stunting', en: 'Risk of stunting' },
  atRisk: { id: 'Keluarga berisiko: {factors}', en: 'Family at risk: {factors}' },
  notAtRisk: { id: 'Tidak ada faktor risiko yang diketahui.', en: 'No factor of risk is known.' },
  open: {
    id: 'Belum dapat dinilai, masih ada yang perlu ditanya.',
    en: 'Cannot be judged yet; something has to be asked.',
  },
  history: { id: 'Riwayat risiko', en: 'History of risk' },
  came: { id: 'Masuk: {factors}', en: 'Came: {factors}' },
  went: { id: 'Hilang: {factors}', en: 'Gone: {factors}' },
  judged: { id: 'Dinilai', en: 'Judged' },
  family: { id: 'Buka keluarganya', en: 'Open the family' },
  families: { id: 'Keluarga berisiko stunting, {village}', en: 'Families at risk of stunting, {village}' },
  familiesLead: {
    id: '{n} dari {d} keluarga sasaran yang diketahui. {open} belum dapat dinilai.',
    en: '{n} of {d} target families that are known. {open} cannot be judged yet.',
  },
  unconfirmed: {
    id: 'Batas umur dan jumlah anak berbeda antar naskah BKKBN; di sini dipakai yang lebih luas.',
    en: 'Limits of age and number of children differ between texts; the wider ones are used here.',
  },
  factor: { id: 'Faktor', en: 'Factor' },
  head: { id: 'Kepala keluarga', en: 'Head of the family' },
  since2: { id: 'Dinilai pada', en: 'Judged on' },
  assisted: { id: 'Bantuan', en: 'Assistance' },
  yes: { id: 'sudah didampingi', en: 'assisted' },
  no: { id: 'belum', en: 'not yet' },
  noFamilies: { id: 'Tidak ada keluarga berisiko yang tercatat', en: 'No family at risk is recorded' },
  noFamiliesText: {
    id: 'Keluarga masuk daftar ini setelah air, jamban, dan riwayat kelahirannya diketahui.',
    en: 'Families appear once water, latrine and births are known.',
  },
} as const satisfies Record<string, Text>
const w = FAMILY_WORDS

export function ChecklistPage({ view, base }: { view: ChecklistView; base: string }) {
  const language = useLanguage()
  const here = `${base}/villages/${view.village.code}/services`
  const period = view.period.isCurrent ? '' : `&period=${view.period.key}`
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{fill(say(w.checklist, language), { village: view.village.name })}</h1>
        <p class="lead narrow">
          {fill(say(w.checklistLead, language), {
            n: view.complete,
            d: view.all,
            period: say(view.period.name, language),
          })}
        </p>
        <Chips
          label={w.filter}
          chips={(['waiting', 'all'] as const).map((only) => ({
            href: `${here}?only=${only}${period}`,
            label: only === 'waiting' ? w.waiting : w.all,
            current: only === view.only,
          }))}
        />
      </div>
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.complete} text={w.completeText} />
      ) : (
        <PersonList
          people={view.lines.map((line) => ({
            href: `${here}/${line.subjectId}${period === '' ? '' : `?${period.slice(1)}`}`,
            number: `${line.received}/${line.due}`,
            name: line.name,
            about: `${say(line.about, language)}, ${fill(say(w.received, language), { n: line.received, d: line.due })}`,
            badges: line.isAtRisk ? [{ tone: 'care' as const, label: GAP_WORDS.risk }] : [],
          }))}
        />
      )}
      {view.next === undefined ? null : (
        <p>
          <a href={`${here}?only=${view.only}${period}&after=${view.next}`}>{say(GAP_WORDS.next, language)}</a>
        </p>
      )}
    </div>
  )
}

type Form = { readonly typed?: Typed; readonly errors?: readonly Fault[] }

export function SubjectPage({ view, base, typed = {}, errors = [] }: { view: SubjectView; base: string } & Form) {
  const language = useLanguage()
  const village = `${base}/villages/${view.village.code}`
  const here = `${village}/services/${view.subjectId}`
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{view.name}</h1>
        <p class="lead">
          {say(view.about, language)}, {view.village.name}. {say(view.period.name, language)}
        </p>
        {view.familyId === null ? null : (
          <p>
            <a href={`${village}/services/${view.familyId}`}>{say(w.family, language)}</a>
          </p>
        )}
      </div>
      <div class="split">
        <section class="stack" aria-labelledby="h-services">
          <h2 id="h-services">{say(w.services, language)}</h2>
          <ul class="plain stack stack-s">
            {view.services.map((service) => (
              <li class="panel">
                <ServiceForm
                  service={service}
                  view={view}
                  action={here}
                  typed={typed.service === service.code ? typed : {}}
                  errors={typed.service === service.code ? errors : []}
                />
              </li>
            ))}
          </ul>
        </section>
        <aside class="stack stack-m">
          {view.kind === 'family' ? (
            <FamilyFacts view={view} action={`${here}/facts`} typed={typed} errors={errors} />
          ) : (
            <Conditions view={view} action={`${here}/conditions`} typed={typed} errors={errors} />
          )}
        </aside>
      </div>
    </div>
  )
}

function ServiceForm({
  service,
  view,
  action,
  typed = {},
  errors = [],
}: { service: ServiceLine; view: SubjectView; action: string } & Form) {
  const language = useLanguage()
  const given = [
    service.givenOn === null ? '' : day(service.givenOn, language),
    service.agencyName ?? service.giver ?? '',
    service.reason ?? '',
  ].filter((one) => one !== '')
  const head = (
    <p class="row row-apart">
      <b>{say(service.name, language)}</b>
      <span>
        <Badge tone={STATE_TONES[service.state]} label={STATE_NAMES[service.state]} />
        {given.length === 0 ? null : <small class="quiet"> {given.join(', ')}</small>}
      </span>
    </p>
  )
  if (!view.mayCheck || service.state === 'received') return head
  const id = (name: string): string => `${name}-${service.code}`
  return (
    <div class="stack stack-s">
      {head}
      <details open={errors.length > 0}>
        <summary>
          {say(w.note, language)}
          <span class="hide"> {say(service.name, language)}</span>
        </summary>
        <form method="post" action={action} class="stack" novalidate>
          <input type="hidden" name="service" value={service.code} />
          <input type="hidden" name="period" value={view.period.key} />
          <SelectField
            name="state"
            id={id('state')}
            label={w.state}
            width={16}
            value={typed.state ?? 'received'}
            error={faultAt(errors, 'state')}
            options={(['received', 'due', 'refused', 'not-entitled'] as const).map((value) => ({
              value,
              label: STATE_NAMES[value],
            }))}
          />
          <DateOfBirth
            name="givenOn"
            id={id('givenOn')}
            label={w.givenOn}
            value={typedDate(typed, 'givenOn') ?? dateParts(view.today)}
            error={faultAt(errors, 'givenOn')}
          />
          {service.programmes.length === 0 ? null : (
            <SelectField
              name="programme"
              id={id('programme')}
              optional
              label={w.programme}
              value={typed.programme}
              error={faultAt(errors, 'programme')}
              options={service.programmes.map((one) => ({ value: one.id, label: `${one.name}, ${one.agencyName}` }))}
            />
          )}
          <Field
            name="giver"
            id={id('giver')}
            optional
            label={w.giver}
            value={typed.giver}
            error={faultAt(errors, 'giver')}
          />
          <Field
            name="reason"
            id={id('reason')}
            optional
            label={w.reason}
            value={typed.reason}
            error={faultAt(errors, 'reason')}
          />
          <Button small kind="second" label={w.save} hidden={service.name} />
        </form>
      </details>
    </div>
  )
}

function Conditions({ view, action, typed = {}, errors = [] }: { view: SubjectView; action: string } & Form) {
  const language = useLanguage()
  return (
    <>
      <h2 class="h3">{say(w.conditions, language)}</h2>
      {view.conditions.map((one) => (
        <form method="post" action={`${action}/end`} class="row row-apart">
          <span>
            {say(one.name, language)},{' '}
            <span class="s quiet">{fill(say(w.since, language), { date: day(one.from, language) })}</span>
          </span>
          <input type="hidden" name="code" value={one.code} />
          {view.mayCheck ? <Button small kind="second" label={w.end} hidden={one.name} /> : null}
        </form>
      ))}
      {!view.mayCheck || view.conditionChoices.length === 0 ? null : (
        <form method="post" action={action} class="panel panel-wash stack" novalidate>
          <h3>{say(w.newCondition, language)}</h3>
          <SelectField
            name="code"
            label={w.condition}
            value={typed.code}
            error={faultAt(errors, 'code')}
            options={view.conditionChoices.map((one) => ({ value: one.code, label: one.name }))}
          />
          <DateOfBirth
            name="from"
            label={w.from}
            value={typedDate(typed, 'from') ?? dateParts(view.today)}
            error={faultAt(errors, 'from')}
          />
          <Button kind="second" label={w.save} />
        </form>
      )}
    </>
  )
}

function FamilyFacts({ view, action, typed = {}, errors = [] }: { view: SubjectView; action: string } & Form) {
  const language = useLanguage()
  const factors = view.factors.map((one) => say(one, language).toLowerCase()).join(', ')
  return (
    <>
      <h2 class="h3">{say(w.risk, language)}</h2>
      <p>
        {view.isAtRisk === true
          ? fill(say(w.atRisk, language), { factors })
          : say(view.isAtRisk === false ? w.notAtRisk : w.open, language)}
      </p>
      <h2 class="h3">{say(w.facts, language)}</h2>
      {view.mayCheck ? (
        view.facts.map((fact) => (
          <form method="post" action={action} class="stack stack-s" novalidate>
            <input type="hidden" name="fact" value={fact.fact} />
            <SelectField
              name="value"
              id={fact.fact}
              label={fact.name}
              value={(typed.fact === fact.fact ? typed.value : undefined) ?? fact.value}
              error={faultAt(errors, fact.fact)}
              options={fact.choices.map((one) => ({ value: one.value, label: one.name }))}
            />
            <Button small kind="second" label={w.save} hidden={fact.name} />
          </form>
        ))
      ) : (
        <SummaryList
          small
          rows={view.facts.map((fact) => ({ term: fact.name, value: fact.valueName ?? w.notKnown }))}
        />
      )}
      {view.history.length === 0 ? null : (
        <>
          <h2 class="h3">{say(w.history, language)}</h2>
          <Timeline
            items={view.history.map((one, index) => ({
              title: one.isAtRisk === true ? GAP_WORDS.risk : w.judged,
              state: index === 0 ? ('now' as const) : ('done' as const),
              at: { iso: one.onDay, words: day(one.onDay, language) },
              text: [
                ...(one.came.length === 0
                  ? []
                  : [fill(say(w.came, language), { factors: one.came.map((f) => say(f, language)).join(', ') })]),
                ...(one.went.length === 0
                  ? []
                  : [fill(say(w.went, language), { factors: one.went.map((f) => say(f, language)).join(', ') })]),
              ].join('. '),
            }))}
          />
        </>
      )}
    </>
  )
}

export function AtRiskPage({ view, base }: { view: AtRiskView; base: string }) {
  const language = useLanguage()
  const village = `${base}/villages/${view.village.code}`
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{fill(say(w.families, language), { village: view.village.name })}</h1>
        <p class="lead narrow">
          {fill(say(w.familiesLead, language), { n: view.total, d: view.known, open: view.targets - view.known })}
        </p>
        <ul class="chips" aria-label={say(w.factor, language)}>
          <li>
            <a href={`${village}/families`} aria-current={view.factor === undefined ? 'true' : undefined}>
              {say(w.all, language)} {view.total}
            </a>
          </li>
          {view.factors.map((one) => (
            <li>
              <a
                href={`${village}/families?factor=${one.code}`}
                aria-current={view.factor === one.code ? 'true' : undefined}
              >
                {say(one.name, language)} {one.count}
              </a>
            </li>
          ))}
        </ul>
        {view.isConfirmed ? null : <p class="xs quiet">{say(w.unconfirmed, language)}</p>}
      </div>
      {view.families.length === 0 ? (
        <EmptyState level={2} title={w.noFamilies} text={w.noFamiliesText} />
      ) : (
        <Table
          caption={fill(say(w.families, language), { village: view.village.name })}
          phone="cards"
          columns={[
            { key: 'name', label: w.head, title: true },
            { key: 'factors', label: w.factor },
            { key: 'on', label: w.since2 },
            { key: 'assisted', label: w.assisted },
          ]}
          rows={view.families.map((one) => ({
            ...(one.isAssisted ? {} : { tone: 'soon' as const }),
            cells: {
              name: <a href={`${village}/services/${one.familyId}`}>{one.name}</a>,
              factors: one.factors.map((factor) => say(factor, language)).join(', '),
              on: day(one.judgedOn, language),
              assisted: <Badge tone={one.isAssisted ? 'done' : 'wait'} label={one.isAssisted ? w.yes : w.no} />,
            },
          }))}
        />
      )}
      {view.next === undefined ? null : (
        <p>
          <a
            href={`${village}/families?after=${view.next}${view.factor === undefined ? '' : `&factor=${view.factor}`}`}
          >
            {say(GAP_WORDS.next, language)}
          </a>
        </p>
      )}
    </div>
  )
}
