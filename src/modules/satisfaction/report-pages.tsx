// The public side of a result: the page of a period, the one-page card to hang up, the list of what is published. Must stay true: a value never
// stands without its number of answers, the number needed, its edition and its interval; below five answers there is no value; below the sample
// size the words say so; figures are printed as computed.
import { formatDate } from '../../kernel/date-format.ts'
import { percentHundredths } from '../../kernel/percent.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { attributeName, figure, groupName, MARK_NAMES, signed, whole } from './figures.ts'
import { PlanTable } from './plan-pages.tsx'
import type { PublishedLine, ReportView } from './port.ts'
import { TrendChart } from './trend-chart.tsx'

export const REPORT_WORDS = {
  index: { id: 'Indeks Kepuasan Masyarakat', en: 'Public satisfaction index' },
  listTitle: { id: 'Hasil survei kepuasan', en: 'Results of the satisfaction survey' },
  listEmpty: {
    id: 'Belum ada hasil yang terbit. Hasil pertama muncul setelah periode survei berakhir.',
    en: 'Nothing is published yet. The first result appears after a survey period ends.',
  },
  noValue: { id: 'Belum ada nilai', en: 'No value' },
  tooFew: {
    id: 'Kurang dari lima jawaban yang dapat dihitung, jadi tidak ada nilai.',
    en: 'Fewer than five answers could be counted, so there is no value.',
  },
  tooFewMore: {
    id: 'Dengan jawaban sesedikit itu, orangnya dapat ditebak. Isinya tidak kami simpan.',
    en: 'With so few, the people could be guessed. We do not keep their contents.',
  },
  below: { id: 'Di bawah jumlah sampel.', en: 'Below the sample size.' },
  belowMore: {
    id: '{n} jawaban dari {needed} yang diperlukan. Baca nilainya dengan hati-hati.',
    en: '{n} answers of {needed} needed. Read the value with care.',
  },
  enough: { id: '{n} jawaban, diperlukan {needed}', en: '{n} answers, {needed} needed' },
  incomplete: {
    id: 'Tidak lengkap: {k} dari {all} unsur dijawab.',
    en: 'Incomplete: {k} of {all} elements were answered.',
  },
  interval: {
    id: 'Dengan keyakinan 95 %, antara {low} dan {high}',
    en: 'With 95 % confidence, between {low} and {high}',
  },
  intervalFrom: {
    id: 'Dihitung dari {n} orang yang menjawab semua unsur',
    en: 'From {n} people who answered every element',
  },
  change: { id: 'Berubah {difference} dari periode sebelumnya', en: 'Changed by {difference} since the period before' },
  noChange: {
    id: 'Tidak ada perubahan yang pasti dari periode sebelumnya ({difference})',
    en: 'No sure change since the period before ({difference})',
  },
  corrected: { id: 'Ini perbaikan ke-{n}.', en: 'This is correction {n}.' },
  superseded: { id: 'Hasil ini sudah diperbaiki.', en: 'This result was corrected.' },
  newer: { id: 'Buka hasil yang berlaku', en: 'Open the valid result' },
  older: { id: 'Buka hasil sebelumnya', en: 'Open the earlier result' },
  about: { id: 'Tentang survei ini', en: 'About this survey' },
  unit: { id: 'Unit', en: 'Unit' },
  services: { id: 'Layanan', en: 'Services' },
  period: { id: 'Periode', en: 'Period' },
  rule: { id: 'Aturan', en: 'Rule' },
  method: { id: 'Cara hitung', en: 'Method' },
  pooled: {
    id: 'jawaban semua layanan digabung per unsur, bobot tiap unsur {weight}',
    en: 'answers of all services pooled by element, weight of each {weight}',
  },
  users: { id: 'Pengguna layanan', en: 'Users of the service' },
  answers: { id: 'Jawaban', en: 'Answers' },
  answersText: {
    id: '{answered} diterima, {counted} dihitung, {leftOut} kurang dari lima unsur',
    en: '{answered} received, {counted} counted, {leftOut} with fewer than five elements',
  },
  trace: { id: 'Sidik hitungan', en: 'Hash of the inputs' },
  elements: { id: 'Nilai per unsur', en: 'Elements' },
  elementsCaption: { id: 'Unsur pelayanan menurut urutan aturan', en: 'Elements in the order of the rule' },
  element: { id: 'Unsur', en: 'Element' },
  average: { id: 'Rata-rata', en: 'Average' },
  weighted: { id: 'Tertimbang', en: 'Weighted' },
  value: { id: 'Nilai', en: 'Value' },
  grade: { id: 'Mutu', en: 'Grade' },
  since: { id: 'Berubah', en: 'Change' },
  lowest: { id: 'Tiga unsur terendah', en: 'The three lowest elements' },
  subjects: { id: 'Paling sering disebut: {subjects}.', en: 'Mentioned most: {subjects}.' },
  noSubjects: {
    id: 'Tidak ada pokok yang disebut lebih dari satu orang.',
    en: 'No subject was mentioned by more than one person.',
  },
  strange: { id: 'Pola yang tidak biasa', en: 'Unusual patterns' },
  strangeLead: {
    id: 'Ditandai, tetap dihitung. Tanpa jawaban itu nilainya menjadi:',
    en: 'Marked, still counted. Without those answers the value would be:',
  },
  pattern: { id: 'Pola', en: 'Pattern' },
  without: { id: 'Tanpa itu', en: 'Without' },
  byService: { id: 'Per layanan', en: 'By service' },
  who: { id: 'Siapa yang menjawab', en: 'Who answered' },
  whoLead: { id: 'Kelompok di bawah lima orang digabung.', en: 'Groups below five people are merged.' },
  group: { id: 'Kelompok', en: 'Group' },
  line: { id: 'Dari periode ke periode', en: 'Period by period' },
  hollow: {
    id: 'Titik kosong: di bawah jumlah sampel, atau angka lama yang tidak dapat dihitung ulang. Aturan yang berbeda tidak disambung.',
    en: 'Hollow point: below the sample size, or an old figure that could not be re-computed. Different rules are not joined.',
  },
  plan: { id: 'Rencana tindak lanjut', en: 'Follow-up plan' },
  planBefore: { id: 'Rencana {period}, hasilnya', en: 'The plan of {period}, its outcome' },
  download: { id: 'Unduh angkanya (CSV)', en: 'Download the figures (CSV)' },
  card: { id: 'Kartu untuk ditempel', en: 'Card to hang up' },
  thanks: {
    id: 'Terima kasih kepada semua yang menjawab. Masukan Anda kami pakai untuk memperbaiki pelayanan.',
    en: 'Thank you to all who answered. We use your views to improve the service.',
  },
  complain: { id: 'Keluhan: {where}', en: 'Complaints: {where}' },
} as const satisfies Record<string, Text>
const w = REPORT_WORDS

export type ReportPageProps = {
  view: ReportView
  csvHref: string
  cardHref: string
  editionHref: (number: number) => string
}

/** Index, grade, base and interval: the first screen of a result. */
export function ResultHead({ view }: { view: ReportView }) {
  const language = useLanguage()
  const { result } = view
  const band = view.edition.bands.find((b) => b.grade === result.grade)
  const base = { n: whole(result.counted, language), needed: whole(result.needed, language) }
  return (
    <section class="stack" aria-label={say(w.index, language)}>
      {result.index === null || !band ? (
        <Notice fact={w.tooFew} text={w.tooFewMore} icon="info" />
      ) : (
        <>
          <div class="grade">
            <span class="g" aria-hidden="true">
              {result.grade}
            </span>
            <p class="stat">
              <span class="v">{figure(result.index, language)}</span>
              <span class="l">
                {say(w.grade, language)} {result.grade}, {say(band.label, language).toLowerCase()}
              </span>
              <span class="m">{fill(say(w.enough, language), base)}</span>
            </p>
          </div>
          {result.interval ? (
            <p>
              {fill(say(w.interval, language), {
                low: figure(result.interval.low, language),
                high: figure(result.interval.high, language),
              })}
              .{' '}
              <span class="quiet">
                {fill(say(w.intervalFrom, language), { n: whole(result.interval.respondents, language) })}.
              </span>
            </p>
          ) : null}
          {result.change ? (
            <p>
              {fill(say(result.change.sure ? w.change : w.noChange, language), {
                difference: signed(result.change.difference, language),
              })}
              .
            </p>
          ) : null}
          {result.enough ? null : (
            <Notice tone="care" icon="warn" fact={w.below} text={fill(say(w.belowMore, language), base)} />
          )}
          {result.incomplete ? (
            <Notice
              tone="care"
              icon="warn"
              fact={fill(say(w.incomplete, language), {
                k: result.elements.filter((e) => e.nrr !== null).length,
                all: result.elements.length,
              })}
            />
          ) : null}
        </>
      )}
    </section>
  )
}

/** The page of a published period, in the order of a report. */
export function ReportPage({ view, csvHref, cardHref, editionHref }: ReportPageProps) {
  const language = useLanguage()
  const { result } = view
  return (
    <div class="stack stack-l">
      <div>
        <p class="quiet">{view.unitName}</p>
        <h1>
          {say(w.index, language)}, {say(view.name, language)}
        </h1>
      </div>
      {view.newest > view.number ? (
        <Notice tone="care" fact={w.superseded}>
          <a href={editionHref(view.newest)}>{say(w.newer, language)}</a>
        </Notice>
      ) : view.number > 1 ? (
        <Notice fact={fill(say(w.corrected, language), { n: view.number - 1 })} text={view.reason}>
          <a href={editionHref(view.number - 1)}>{say(w.older, language)}</a>
        </Notice>
      ) : null}
      <ResultHead view={view} />
      {result.tooFew ? null : <Details view={view} />}
      <section class="stack" aria-labelledby="line">
        <h2 id="line">{say(w.line, language)}</h2>
        <TrendChart points={view.line} bands={view.edition.bands} />
        <p class="xs quiet">{say(w.hollow, language)}</p>
        <Table
          caption={w.line}
          phone="table"
          columns={[
            { key: 'period', label: w.period, title: true },
            { key: 'value', label: w.value, end: true },
          ]}
          rows={view.line.map((point) => ({ cells: { period: point.name, value: figure(point.index, language) } }))}
        />
      </section>
      <section class="stack" aria-labelledby="plan">
        <h2 id="plan">{say(w.plan, language)}</h2>
        <PlanTable actions={view.plan} />
        {view.planBefore ? (
          <>
            <h3>{fill(say(w.planBefore, language), { period: say(view.planBefore.name, language) })}</h3>
            <PlanTable actions={view.planBefore.actions} />
          </>
        ) : null}
      </section>
      <About view={view} />
      <p class="row no-print">
        <a href={csvHref}>{say(w.download, language)}</a>
        <a href={cardHref}>{say(w.card, language)}</a>
      </p>
    </div>
  )
}

function Details({ view }: { view: ReportView }) {
  const language = useLanguage()
  const { result, edition, extras } = view
  const element = (code: string) => edition.elements.find((e) => e.code === code)!
  return (
    <>
      <section class="stack" aria-labelledby="low">
        <h2 id="low">{say(w.lowest, language)}</h2>
        <ol class="stack stack-s">
          {result.lowest.map((code) => {
            const row = result.elements.find((e) => e.code === code)!
            const subjects = row.subjects.map((s) => `${say(s.name, language)} (${s.comments})`).join(', ')
            return (
              <li>
                <b>{say(element(code).name, language)}</b>, {figure(row.value, language)} ({row.grade}).{' '}
                <span class="quiet">
                  {subjects === '' ? say(w.noSubjects, language) : fill(say(w.subjects, language), { subjects })}
                </span>
              </li>
            )
          })}
        </ol>
      </section>
      <section class="stack" aria-labelledby="elements">
        <h2 id="elements">{say(w.elements, language)}</h2>
        <Table
          caption={w.elementsCaption}
          dense
          columns={[
            { key: 'name', label: w.element, title: true },
            { key: 'nrr', label: w.average, end: true, optional: true },
            { key: 'weighted', label: w.weighted, end: true, optional: true },
            { key: 'value', label: w.value, end: true },
            { key: 'grade', label: w.grade },
            { key: 'change', label: w.since, end: true, optional: true },
            { key: 'answered', label: w.answers, end: true, optional: true },
          ]}
          rows={result.elements.map((row) => ({
            cells: {
              name: `${row.code} ${say(element(row.code).name, language)}`,
              nrr: figure(row.nrr, language),
              weighted: figure(row.weighted, language),
              value: figure(row.value, language),
              grade: row.grade ?? '–',
              change: row.change === null ? '–' : signed(row.change, language),
              answered: row.answered === null ? '–' : whole(row.answered, language),
            },
          }))}
        />
      </section>
      {result.services.length > 1 ? (
        <section class="stack" aria-labelledby="services">
          <h2 id="services">{say(w.byService, language)}</h2>
          <Table
            caption={w.byService}
            columns={[
              { key: 'name', label: w.services, title: true },
              { key: 'value', label: w.value, end: true },
              { key: 'grade', label: w.grade },
              { key: 'n', label: w.answers, end: true },
            ]}
            rows={result.services.map((s) => ({
              cells: {
                name: view.serviceName(s.service),
                value: figure(s.index, language),
                grade: s.grade ?? '–',
                n: whole(s.counted, language),
              },
            }))}
          />
        </section>
      ) : null}
      {result.marked.length > 0 ? (
        <section class="stack" aria-labelledby="strange">
          <h2 id="strange">{say(w.strange, language)}</h2>
          <p>{say(w.strangeLead, language)}</p>
          <Table
            caption={w.strange}
            columns={[
              { key: 'mark', label: w.pattern, title: true },
              { key: 'n', label: w.answers, end: true },
              { key: 'value', label: w.without, end: true },
            ]}
            rows={result.marked.map((m) => ({
              cells: {
                mark: MARK_NAMES[m.mark],
                n: whole(m.answers, language),
                value:
                  m.indexWithout === null
                    ? say(w.noValue, language)
                    : `${figure(m.indexWithout, language)} (${m.gradeWithout})`,
              },
            }))}
          />
        </section>
      ) : null}
      <section class="stack" aria-labelledby="who">
        <h2 id="who">{say(w.who, language)}</h2>
        <p class="s quiet">{say(w.whoLead, language)}</p>
        <div class="duo">
          {Object.entries(result.groups).map(([attribute, groups]) => (
            <div>
              <h3>{say(attributeName(attribute, extras), language)}</h3>
              <SummaryList
                figures
                small
                rows={groups.map((group) => ({
                  term: groupName(attribute, group.value, extras),
                  value: whole(group.answers, language),
                }))}
              />
            </div>
          ))}
        </div>
      </section>
    </>
  )
}

function About({ view }: { view: ReportView }) {
  const language = useLanguage()
  const { result } = view
  return (
    <section class="stack" aria-labelledby="about">
      <h2 id="about">{say(w.about, language)}</h2>
      <SummaryList
        rows={[
          { term: w.unit, value: view.unitName },
          { term: w.services, value: view.serviceNames.map((name) => say(name, language)).join(', ') },
          { term: w.period, value: `${formatDate(view.from, language)} – ${formatDate(view.to, language)}` },
          { term: w.rule, value: view.edition.name },
          { term: w.method, value: fill(say(w.pooled, language), { weight: result.weight }) },
          { term: w.users, value: whole(result.users, language) },
          {
            term: w.answers,
            value: fill(say(w.answersText, language), {
              answered: whole(result.answered, language),
              counted: whole(result.counted, language),
              leftOut: whole(result.leftOut, language),
            }),
          },
          { term: w.trace, value: <span class="xs">{`${result.inputHash} (${result.program})`}</span> },
        ]}
      />
    </section>
  )
}

function share(view: ReportView, attribute: string, language: Language): string {
  const groups = view.result.groups[attribute] ?? []
  const all = groups.reduce((n, g) => n + g.answers, 0)
  if (all === 0) return language === 'id' ? 'tidak ada data' : 'no data'
  return groups
    .map(
      (g) =>
        `${say(groupName(attribute, g.value, view.extras), language)} ${Math.floor((percentHundredths(g.answers, all)! + 50) / 100)} %`,
    )
    .join(', ')
}

/** The one-page card that hangs at the counter: prints on one sheet. */
export function PublicCard({ view, complaintsTo }: { view: ReportView; complaintsTo: string }) {
  const language = useLanguage()
  return (
    <article class="stack stack-l narrow">
      <header>
        <h1>{say(w.index, language)}</h1>
        <p class="lead">
          {view.unitName}, {say(view.name, language)}
        </p>
      </header>
      <ResultHead view={view} />
      {view.result.tooFew ? null : (
        <SummaryList
          rows={[
            { term: w.answers, value: whole(view.result.counted, language) },
            { term: attributeName('sex', []), value: share(view, 'sex', language) },
            { term: attributeName('education', []), value: share(view, 'education', language) },
            { term: w.period, value: `${formatDate(view.from, language)} – ${formatDate(view.to, language)}` },
            { term: w.rule, value: view.edition.name },
          ]}
        />
      )}
      <p>{say(w.thanks, language)}</p>
      <p>
        <b>{fill(say(w.complain, language), { where: complaintsTo })}</b>
      </p>
    </article>
  )
}

/** What is published in a region, newest first. */
export function PublishedPage({
  lines,
  href,
}: {
  lines: readonly PublishedLine[]
  href: (periodId: string) => string
}) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <h1>{say(w.listTitle, language)}</h1>
      {lines.length === 0 ? (
        <p class="lead">{say(w.listEmpty, language)}</p>
      ) : (
        <Table
          caption={w.listTitle}
          phone="cards"
          columns={[
            { key: 'unit', label: w.unit, title: true },
            { key: 'period', label: w.period },
            { key: 'value', label: w.value, end: true },
            { key: 'answers', label: w.answers },
          ]}
          rows={lines.map((line) => ({
            cells: {
              unit: <a href={href(line.periodId)}>{line.unitName}</a>,
              period: line.name,
              value: line.index === null ? say(w.noValue, language) : `${figure(line.index, language)} (${line.grade})`,
              answers: `${whole(line.counted, language)}${line.enough ? '' : `, ${say(w.below, language).toLowerCase().replace('.', '')}`}`,
            },
          }))}
        />
      )}
    </div>
  )
}
