// The record of one child: what to do, charts, months with N and T, every measuring with its corrections, the child's data.
import { formatDate, formatDateShort, formatMonth } from '../../kernel/date-format.ts'
import { maskNik } from '../../kernel/nik.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { MenuRows } from '../../platform/ui/menu-rows.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type ChartChoice, ChartSection } from './chart-section.tsx'
import type { StoredMeasurement } from './child.ts'
import { VACCINE_WORDS, vaccineSentence } from './immunisation/immunisation-pages.tsx'
import type { ChildView, MonthLine } from './posyandu-port.ts'
import { age, cm, cmInColumn, figures, gain, kgInColumn, STATUS, POSYANDU_WORDS as w } from './posyandu-words.ts'
import { AlertNotice, CategoryList, ScoreLine, StatusLine } from './result-pages.tsx'
import { scoreTexts } from './score-words.ts'

export type ChildPageProps = {
  base: string
  view: ChildView
  today: string
  chart: ChartChoice
  language: Language
}

const WORDS = {
  earlier: { id: 'Penimbangan sebelumnya', en: 'Earlier weighings' },
  status: {
    active: { id: 'Aktif', en: 'Active' },
    moved: { id: 'Sudah pindah', en: 'Moved away' },
    died: { id: 'Sudah meninggal', en: 'Died' },
    'over-age': { id: 'Sudah lima tahun', en: 'Five years old' },
    duplicate: { id: 'Digabung dengan catatan lain', en: 'Merged with another record' },
  },
  born: { id: 'Lahir', en: 'Born' },
  about: { id: '{date} (kira-kira)', en: '{date} (about)' },
  nik: { id: 'NIK', en: 'NIK' },
  noNik: { id: 'Belum ada', en: 'None yet' },
  register: { id: 'Register penduduk', en: 'Population register' },
  linked: { id: 'Terhubung', en: 'Linked' },
  notLinked: { id: 'Belum terhubung', en: 'Not linked' },
  mother: { id: 'Ibu', en: 'Mother' },
  father: { id: 'Ayah', en: 'Father' },
  order: { id: 'Anak ke', en: 'Birth order' },
  phone: { id: 'Telepon', en: 'Telephone' },
  address: { id: 'Alamat', en: 'Address' },
  birth: { id: 'Saat lahir', en: 'At birth' },
  book: { id: 'Buku', en: 'Book' },
  kia: { id: 'Buku KIA', en: 'KIA book' },
  small: { id: 'Buku KIA bayi kecil', en: 'Small-baby book' },
  noBook: { id: 'Belum punya buku', en: 'No book' },
  unknown: { id: 'Belum dicatat', en: 'Not recorded' },
  weeks: { id: 'minggu', en: 'weeks' },
  replacedWhy: { id: 'Diganti: {reason}', en: 'Replaced: {reason}' },
  correction: { id: 'Perbaikan: {reason}', en: 'Correction: {reason}' },
  overruled: { id: 'Diubah petugas dari {was}: {reason}', en: 'Changed by a health worker from {was}: {reason}' },
  overrule: { id: 'Nilai N/T', en: 'Judge N/T' },
} as const

export function ChildPage({ base, view, today, chart, language }: ChildPageProps) {
  const { child, record, months, alerts } = view
  const word = (text: Text) => say(text, language)
  const here = `${base}/children/${child.childId}`
  const active = record.status === 'active'
  const last = months.at(-1)
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <h1>{child.name}</h1>
        <p class="lead">
          {word(child.sex === 1 ? w.boy : w.girl)}, {age(child.ageMonths, child.ageDays, language)}.{' '}
          {child.posyandu.name}, {child.posyandu.village}
        </p>
        {active ? null : (
          <p>
            <Badge tone="stop" label={WORDS.status[record.status]} />
            {record.statusOn === undefined ? null : ` ${formatDate(record.statusOn, language)}`}
          </p>
        )}
        <p>
          <b>{word(view.advice)}</b>
        </p>
      </div>
      {active && child.posyandu.may.measure ? (
        <p>
          <Button href={`${here}/measure`} label={w.measure} icon="weigh" />
        </p>
      ) : null}
      {alerts.length === 0 ? null : (
        <section class="stack stack-s" id="peringatan">
          <h2>{word(w.alerts)}</h2>
          {alerts.map((alert) => (
            <AlertNotice
              alert={alert}
              today={today}
              {...(child.posyandu.may.alerts
                ? { href: `${base.replace(/\/posyandu$/, '')}/alerts/${alert.alertId}` }
                : {})}
              language={language}
            />
          ))}
        </section>
      )}
      {last === undefined ? (
        <EmptyState level={2} title={w.historyEmpty} text={w.historyEmptyText} />
      ) : (
        <>
          <section class="stack stack-s">
            <h2>
              {word(w.result)}, {formatDateShort(last.measurement.date, language)}
            </h2>
            <p>{figures(last.measurement, language)}</p>
            <StatusLine line={last} toHealthWorker={child.posyandu.may.verify} language={language} />
            <CategoryList categories={last.categories} language={language} />
            {child.posyandu.may.verify ? <ScoreLine measurement={last.measurement} language={language} /> : null}
          </section>
          <div class="medium">
            <ChartSection
              child={child}
              months={months}
              events={view.events}
              chart={chart}
              href={here}
              language={language}
            />
          </div>
          <p>
            <Button kind="second" href={`${here}/card`} icon="print" label={w.print} />
          </p>
          <History base={base} view={view} language={language} />
        </>
      )}
      <section class="stack stack-s" id="imunisasi">
        <h2>{word(VACCINE_WORDS.title)}</h2>
        <p>{vaccineSentence(view.vaccines.lines, view.vaccines.summary, language)}</p>
        <p>
          <a href={`${here}/vaccines`}>{word(VACCINE_WORDS.open)}</a>
        </p>
      </section>
      <Data view={view} language={language} />
      {active && child.posyandu.may.measure ? (
        <MenuRows
          rows={[
            { href: `${here}/edit`, title: w.change, icon: 'pen' },
            { href: `${here}/move`, title: w.move, icon: 'move' },
            { href: `${here}/end`, title: w.end, icon: 'flag' },
          ]}
        />
      ) : null}
    </div>
  )
}

/** A child of four has some fifty weighings: on a phone the newest are enough at first. */
const RECENT = 6

function History({ base, view, language }: { base: string; view: ChildView; language: Language }) {
  const { child, history, months, record } = view
  const word = (text: Text) => say(text, language)
  const here = `${base}/children/${child.childId}`
  const lineOf = new Map(months.map((line) => [line.measurement.id, line]))
  const stateOf = (m: StoredMeasurement): Text =>
    m.state === 'verified'
      ? w.verified
      : m.state === 'replaced'
        ? w.replaced
        : m.state === 'withdrawn'
          ? w.withdrawn
          : w.recorded
  const corrected = new Map(history.flatMap((m) => (m.replaces === undefined ? [] : [[m.replaces, m] as const])))
  const note = (m: StoredMeasurement, line: MonthLine | undefined) => {
    const by = corrected.get(m.id)
    const decision = line?.decision
    const notes = [
      ...(m.state === 'replaced' && by?.reason !== undefined
        ? [fill(word(WORDS.replacedWhy), { reason: by.reason })]
        : []),
      ...(m.replaces !== undefined && m.reason !== undefined
        ? [fill(word(WORDS.correction), { reason: m.reason })]
        : []),
      ...(decision?.because === 'overruled'
        ? [fill(word(WORDS.overruled), { was: decision.computed ?? '', reason: decision.reason ?? '' })]
        : []),
    ]
    return notes.map((text) => <small class="quiet thin"> {text}</small>)
  }
  const stands = (m: StoredMeasurement) => m.state === 'recorded' || m.state === 'verified'
  const table = (rows: readonly StoredMeasurement[], caption: Text) => (
    <Table
      caption={caption}
      phone="cards"
      dense
      columns={[
        { key: 'day', label: w.day, title: true },
        { key: 'age', label: w.age, optional: true },
        { key: 'weight', label: w.weight, end: true },
        { key: 'length', label: w.length, cardLabel: w.chartLength, end: true },
        { key: 'gain', label: w.gain, end: true },
        { key: 'least', label: w.least, end: true, optional: true },
        { key: 'result', label: w.result },
        ...(child.posyandu.may.verify ? [{ key: 'scores', label: w.scores }] : []),
        { key: 'state', label: w.state },
        ...(child.posyandu.may.measure && record.status === 'active'
          ? [{ key: 'deed', label: w.correctShort, hidden: true }]
          : []),
      ]}
      rows={rows.map((m) => {
        const line = lineOf.get(m.id)
        const decision = line?.decision
        const judged = decision?.status === 'N' || decision?.status === 'T'
        return {
          cells: {
            day: formatDateShort(m.date, language),
            age: age(m.ageMonths, m.ageDays, language),
            weight: m.weightG === undefined ? '–' : kgInColumn(m.weightG, language),
            length:
              m.lengthHeightTenthMm === undefined ? (
                '–'
              ) : (
                <>
                  {cmInColumn(m.lengthHeightTenthMm, language)}{' '}
                  {m.position === undefined ? null : (
                    <small class="quiet">{word(m.position === 'l' ? w.lying : w.standing).toLowerCase()}</small>
                  )}
                </>
              ),
            gain: decision?.gainG === undefined ? '–' : gain(decision.gainG),
            least: decision?.kbmG === undefined ? '–' : `${decision.kbmG} g`,
            result: (
              <>
                {decision === undefined ? '–' : <Badge tone={STATUS[decision.status].tone} label={decision.status} />}
                {note(m, line)}
              </>
            ),
            scores: <small>{stands(m) ? scoreTexts(m, language).join('; ') : '–'}</small>,
            state: word(stateOf(m)),
            deed: stands(m) ? (
              <span class="row">
                <a href={`${here}/measure?corrects=${m.id}`}>
                  {word(w.correctShort)}
                  <span class="hide"> {formatDateShort(m.date, language)}</span>
                </a>
                {judged && child.posyandu.may.verify ? (
                  <a href={`${here}/judge/${line!.month}`}>
                    {word(WORDS.overrule)}
                    <span class="hide"> {formatMonth(line!.month, language)}</span>
                  </a>
                ) : null}
              </span>
            ) : (
              ''
            ),
          },
        }
      })}
    />
  )
  const earlier = history.slice(RECENT)
  return (
    <section class="stack stack-s" id="riwayat">
      <h2>{word(w.history)}</h2>
      {table(history.slice(0, RECENT), w.history)}
      {earlier.length === 0 ? null : (
        <details>
          <summary>
            {word(WORDS.earlier)} ({earlier.length})
          </summary>
          {table(earlier, WORDS.earlier)}
        </details>
      )}
    </section>
  )
}

function Data({ view, language }: { view: ChildView; language: Language }) {
  const { child, record, inRegister } = view
  const { details } = record
  const word = (text: Text) => say(text, language)
  const none = <span class="quiet">{word(WORDS.unknown)}</span>
  const atBirth = [
    ...(record.birthWeightG === undefined ? [] : [`${record.birthWeightG} g`]),
    ...(record.birthLengthTenthMm === undefined ? [] : [cm(record.birthLengthTenthMm, language)]),
    ...(record.gestationWeeks === undefined ? [] : [`${record.gestationWeeks} ${word(WORDS.weeks)}`]),
  ].join(', ')
  const address = [
    details.address,
    details.rt === undefined ? undefined : `RT ${details.rt}`,
    details.rw === undefined ? undefined : `RW ${details.rw}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
  const born = formatDate(record.birthDate, language)
  return (
    <section class="stack stack-s" id="data">
      <h2>{word(w.data)}</h2>
      <SummaryList
        rows={[
          { term: WORDS.born, value: child.birthExact ? born : fill(word(WORDS.about), { date: born }) },
          { term: WORDS.nik, value: record.nik === undefined ? word(WORDS.noNik) : maskNik(record.nik) },
          { term: WORDS.register, value: word(inRegister ? WORDS.linked : WORDS.notLinked) },
          { term: WORDS.mother, value: record.motherName ?? none },
          { term: WORDS.father, value: details.fatherName ?? none },
          ...(record.birthOrder === undefined ? [] : [{ term: WORDS.order, value: String(record.birthOrder) }]),
          { term: WORDS.phone, value: details.phone ?? none },
          { term: WORDS.address, value: address === '' ? none : address },
          { term: WORDS.birth, value: atBirth === '' ? none : atBirth },
          {
            term: WORDS.book,
            value: word(record.book === 'kia' ? WORDS.kia : record.book === 'small-baby' ? WORDS.small : WORDS.noBook),
          },
        ]}
      />
    </section>
  )
}
