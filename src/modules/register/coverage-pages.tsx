// Coverage on paper: bars of the places, figures of a village, its list of work. HTML from data only. Must stay true: every
// figure carries its two numbers and the day of its snapshot; no base is said, never drawn as zero.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { GapBars } from '../../platform/ui/charts/gap-bars.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Stat } from '../../platform/ui/stat.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { CoverageFigure, CoverageView, TaskLine, VillageView } from './coverage-port.ts'
import { COVERAGE_REASONS } from './coverage-tasks.ts'
import { INDICATOR_WORDS, REASON_WORDS, SHOWN_INDICATORS } from './coverage-words.ts'
import type { ExpectedDeaths } from './expected-deaths.ts'
import { type Fault, faultAt } from './office-pages.tsx'
import { STAY_TEXTS } from './stay-pages.tsx'

const t = (id: string, en: string): Text => ({ id, en })
export const COVERAGE_TEXTS = {
  title: t('Cakupan dokumen', 'Document coverage'),
  lead: t(
    'Pembilang dan penyebut dari satu potret register. Buka desa untuk melihat siapa yang belum punya.',
    'Both sides of each figure are of one snapshot of the register. Open a village to see who still lacks it.',
  ),
  choose: t('Pilih dokumen', 'Choose a document'),
  reads: t('{part} dari {whole} di {place} sudah punya', '{part} of {whole} in {place} own it'),
  source: t('Register, potret {on}', 'Register, snapshot of {on}'),
  sourceTarget: t(
    'Register, potret {on}. Sasaran nasional 2023: {target} %',
    'Register, snapshot of {on}. National target of 2023: {target} %',
  ),
  unit: t('orang', 'people'),
  families: t('keluarga', 'families'),
  places: t('Menurut tempat, yang paling banyak belum punya di atas', 'By place, the most missing first'),
  place: t('Tempat', 'Place'),
  bySex: t('Menurut jenis kelamin', 'By sex'),
  sex: t('Jenis kelamin', 'Sex'),
  byAge: t('Menurut umur', 'By age'),
  age: t('Umur', 'Age'),
  expected: t(
    'Sekitar {deaths} kematian diperkirakan sejak 1 Januari pada {population} penduduk; yang dikenal register {known}.',
    'About {deaths} deaths are expected since 1 January among {population} residents; the register knows of {known}.',
  ),
  expectedSource: t(
    'Kematian yang tidak dilaporkan tidak ada dalam penyebut. Dasar perkiraan: {source}.',
    'Deaths that nobody reported are not in the base. The estimate rests on {source}.',
  ),
  document: t('Dokumen', 'Document'),
  noData: t('Tidak ada yang dihitung di sini.', 'Nobody counts here.'),
  none: t('Belum ada potret', 'No snapshot yet'),
  noneText: t(
    'Potret pertama diambil malam ini pukul 01.30. Angka muncul sesudahnya.',
    'The first snapshot is taken tonight at 01:30. Figures appear after it.',
  ),
  take: t('Ambil potret sekarang', 'Take a snapshot now'),
  takeNote: t('Menghitung ulang angka hari ini dari register.', 'Counts the figures of today again from the register.'),
  all: t('Semua kecamatan', 'All districts'),
  village: t('Cakupan {name}', 'Coverage of {name}'),
  figures: t('Semua dokumen di desa ini', 'All documents in this village'),
  tasks: t('Yang belum punya: {name}', 'Who still lacks it: {name}'),
  tasksNote: t('Daftar dibaca dari register sekarang.', 'The list is read from the register now.'),
  progress: t(
    '{open} belum didatangi, {inProcess} sedang diurus, {withReason} ada alasannya, {owns} sudah punya.',
    '{open} not visited, {inProcess} in process, {withReason} with a reason, {owns} own it.',
  ),
  finished: t('Desa ini tuntas untuk dokumen ini', 'This village is finished for this document'),
  finishedText: t(
    'Semua sudah punya, sedang diurus, atau ada alasannya.',
    'Everybody owns it, is in process, or has a reason.',
  ),
  person: t('Warga', 'Resident'),
  about: t('Keterangan', 'About'),
  state: t('Keadaan', 'State'),
  open: t('Belum didatangi', 'Not visited'),
  noted: t('dicatat {on}', 'noted {on}'),
  set: t('Catat keadaan', 'Note the state'),
  save: t('Simpan', 'Save'),
  saveFor: t('untuk {name}', 'for {name}'),
  more: t('Berikutnya', 'Next'),
  namesHidden: t(
    'Nama hanya terlihat oleh petugas register dan operator desa ini.',
    'Names are seen by register officers and the operator of this village only.',
  ),
  service: t('Buka layanan untuk mengurusnya', 'Open the service that repairs it'),
} as const satisfies Record<string, Text>
const w = COVERAGE_TEXTS
export const unitOf = (key: string) => (key === 'kk' ? w.families : w.unit)

export const whole = (n: number, language: Language) => n.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')

export function bars(figures: readonly CoverageFigure[], unit: Text) {
  return figures
    .filter((one) => one.denominator > 0)
    .map((one) => ({
      name: one.name,
      ...(one.href === undefined ? {} : { href: one.href }),
      owner: '',
      reached: one.numerator,
      of: one.denominator,
      ...(one.percent === undefined ? {} : { share: one.percent }),
      targetPercent: one.targetPercent ?? 100,
      missing: one.missing,
      unit,
    }))
}

export function CoveragePage({
  base,
  view,
  district,
  language,
}: {
  base: string
  view: CoverageView
  district?: string
  language: Language
}) {
  const root = `${base}/office/coverage`
  const inside = district === undefined ? '' : `&in=${district}`
  const { total, on } = view
  return (
    <div class="stack stack-l">
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="quiet">{say(w.lead, language)}</p>
        <Chips
          label={w.choose}
          chips={SHOWN_INDICATORS.map((one) => ({
            href: `${root}?of=${one}${inside}`,
            label: INDICATOR_WORDS[one],
            current: one === view.indicator,
          }))}
        />
      </div>
      {on === undefined || total === undefined ? (
        <EmptyState level={2} title={w.none} text={w.noneText} />
      ) : (
        <>
          {total.percent === undefined ? (
            <Notice fact={w.noData} />
          ) : (
            <TotalStat total={total} on={on} within={view.within} language={language} />
          )}
          {view.expected === undefined ? null : (
            <Notice
              fact={expectedText(view.expected, total.denominator, w.expected)}
              text={expectedText(view.expected, total.denominator, w.expectedSource)}
            />
          )}
          <section class="stack" aria-label={say(w.places, language)}>
            {total.percent === undefined ? null : (
              <>
                <h2>{say(w.places, language)}</h2>
                <GapBars gaps={bars(view.places, unitOf(view.indicator))} nameLabel={w.place} />
              </>
            )}
            {district === undefined ? null : (
              <p>
                <a href={`${root}?of=${view.indicator}`}>{say(w.all, language)}</a>
              </p>
            )}
          </section>
          {total.percent === undefined ? null : (
            <>
              <Split id="h-sex" title={w.bySex} name={w.sex} figures={view.sexes} view={view} language={language} />
              <Split id="h-age" title={w.byAge} name={w.age} figures={view.ages} view={view} language={language} />
            </>
          )}
        </>
      )}
      {view.mayTake ? (
        <form method="post" action={`${root}/snapshot`} class="row">
          <input type="hidden" name="of" value={view.indicator} />
          <Button kind="second" small label={w.take} />
          <span class="quiet s">{say(w.takeNote, language)}</span>
        </form>
      ) : null}
    </div>
  )
}

/** The share of a place with its two numbers and the day of its snapshot. */
export function TotalStat({
  total,
  on,
  within,
  language,
}: {
  total: CoverageFigure
  on: string
  within: string
  language: Language
}) {
  return (
    <Stat
      value={total.percent ?? '–'}
      reading={fill(say(w.reads, language), {
        part: whole(total.numerator, language),
        whole: whole(total.denominator, language),
        place: within,
      })}
      source={fill(say(total.targetPercent === undefined ? w.source : w.sourceTarget, language), {
        on: formatDate(on, language),
        target: String(total.targetPercent ?? '').replace('.', language === 'id' ? ',' : '.'),
      })}
    />
  )
}

function Split({
  id,
  title,
  name,
  figures,
  view,
  language,
}: {
  id: string
  title: Text
  name: Text
  figures: readonly CoverageFigure[]
  view: CoverageView
  language: Language
}) {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{say(title, language)}</h2>
      <GapBars gaps={bars(figures, unitOf(view.indicator))} nameLabel={name} order="given" />
    </section>
  )
}

export function expectedText(expected: ExpectedDeaths, known: number, text: Text): Text {
  const parts = (language: Language) => ({
    deaths: whole(expected.deaths, language),
    population: whole(expected.population, language),
    known: whole(known, language),
    source: say(expected.source, language),
  })
  return { id: fill(text.id, parts('id')), en: fill(text.en, parts('en')) }
}

export function VillageCoveragePage({
  base,
  view,
  errors,
  language,
}: {
  base: string
  view: VillageView
  errors: readonly Fault[]
  language: Language
}) {
  const root = `${base}/office/coverage/${view.village}`
  const { progress } = view
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div>
        <h1>{fill(say(w.village, language), { name: view.name })}</h1>
        {view.on === undefined ? null : (
          <p class="quiet s">{fill(say(w.source, language), { on: formatDate(view.on, language) })}</p>
        )}
      </div>
      <section class="stack" aria-labelledby="h-tasks">
        <div>
          <h2 id="h-tasks">{tasksOf(view, language)}</h2>
          <p class="quiet s">
            {fill(say(w.progress, language), progress)} {say(w.tasksNote, language)}
          </p>
        </div>
        {progress.open === 0 ? <Notice tone="good" fact={w.finished} text={w.finishedText} /> : null}
        {view.tasks === undefined ? (
          <Notice fact={w.namesHidden} />
        ) : view.tasks.length === 0 ? null : (
          <Tasks root={root} view={view} tasks={view.tasks} errors={errors} language={language} />
        )}
        {view.service === undefined ? null : (
          <p>
            <a href={`${base}/services/${view.service}`}>{say(w.service, language)}</a>
          </p>
        )}
      </section>
      {view.tasks === undefined ? null : (
        <p>
          <a href={`${root}/stays`}>{fill(say(STAY_TEXTS.title, language), { name: view.name })}</a>
        </p>
      )}
      <section class="stack" aria-labelledby="h-figures">
        <h2 id="h-figures">{say(w.figures, language)}</h2>
        {view.figures.length === 0 ? (
          <EmptyState title={w.none} text={w.noneText} />
        ) : (
          <GapBars gaps={bars(view.figures, w.unit)} manyMissing={5} nameLabel={w.document} />
        )}
      </section>
    </div>
  )
}

const tasksOf = ({ indicator }: VillageView, language: Language): string =>
  fill(say(w.tasks, language), { name: say(INDICATOR_WORDS[indicator], language) })

function Tasks({
  root,
  view,
  tasks,
  errors,
  language,
}: {
  root: string
  view: VillageView
  tasks: readonly TaskLine[]
  errors: readonly Fault[]
  language: Language
}) {
  const query = `of=${view.indicator}`
  return (
    <>
      <Table
        caption={{ id: tasksOf(view, 'id'), en: tasksOf(view, 'en') }}
        phone="cards"
        dense
        columns={[
          { key: 'name', label: w.person, title: true },
          { key: 'about', label: w.about },
          { key: 'state', label: w.state, cardLabel: false },
          ...(view.mayNote ? [{ key: 'set', label: w.set, cardLabel: false as const }] : []),
        ]}
        rows={tasks.map((task) => ({
          ...(task.reason === undefined ? { tone: 'soon' as const } : {}),
          cells: {
            name: task.href === undefined ? task.name : <a href={task.href}>{task.name}</a>,
            about: task.about,
            state: (
              <span>
                <Badge
                  tone={task.reason === undefined ? 'wait' : task.reason === 'in-process' ? 'work' : 'done'}
                  label={task.reason === undefined ? w.open : REASON_WORDS[task.reason]}
                />
                {task.notedOn === undefined ? null : (
                  <small class="quiet">
                    {' '}
                    {fill(say(w.noted, language), { on: formatDate(task.notedOn, language) })}
                  </small>
                )}
              </span>
            ),
            set: view.mayNote ? (
              <form method="post" action={`${root}/${task.personId}?${query}`} class="row">
                <SelectField
                  name="reason"
                  id={`reason-${task.personId}`}
                  label={<span class="hide">{fill(say(w.saveFor, language), { name: task.name })}</span>}
                  value={task.reason}
                  options={COVERAGE_REASONS.map((value) => ({ value, label: REASON_WORDS[value] }))}
                  error={faultAt(errors, `reason-${task.personId}`)}
                />
                <Button
                  kind="second"
                  small
                  label={w.save}
                  hidden={fill(say(w.saveFor, language), { name: task.name })}
                />
              </form>
            ) : null,
          },
        }))}
      />
      {view.next === undefined ? null : (
        <p>
          <a href={`${root}?${query}&after=${view.next}`}>{say(w.more, language)}</a>
        </p>
      )}
    </>
  )
}
