// Vaccines of one child and the list of a posyandu. Must stay true: overdue stands first and says so in words; the whole schedule
// is on the page, so that nobody needs the poster; works without a script.
import { datePartsOf } from '../../../kernel/date.ts'
import { formatDate, formatDateLong, formatDateShort } from '../../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../../platform/ui/badge.tsx'
import { Button } from '../../../platform/ui/button.tsx'
import { ChoiceCards } from '../../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx'
import { Field } from '../../../platform/ui/field.tsx'
import { Notice } from '../../../platform/ui/notice.tsx'
import { SummaryList } from '../../../platform/ui/summary-list.tsx'
import { Table } from '../../../platform/ui/table.tsx'
import type { FormFields } from '../measure-form.ts'
import type { FormErrors } from '../posyandu-frame.ts'
import { POSYANDU_WORDS as p } from '../posyandu-words.ts'
import { type DoseLine, type DoseState, IMMUNISATION_2023, type VaccineSummary } from '../rules/immunisation.ts'
import type { VaccineListView, VaccinesView } from './immunisation-port.ts'

export const VACCINE_WORDS = {
  title: { id: 'Imunisasi', en: 'Vaccines' },
  of: { id: 'Imunisasi {name}', en: 'Vaccines of {name}' },
  schedule: { id: 'Jadwal dan yang sudah diberikan', en: 'The schedule and what was given' },
  dose: { id: 'Vaksin', en: 'Vaccine' },
  state: { id: 'Keadaan', en: 'State' },
  record: { id: 'Catat yang diberikan', en: 'Record what was given' },
  copyHint: {
    id: 'Salin dari buku KIA. Yang diberikan hari ini dicatat bidan.',
    en: 'Copy from the KIA book. What is given today is recorded by the midwife.',
  },
  giveHint: { id: 'Centang semua yang diberikan pada hari itu.', en: 'Tick everything given on that day.' },
  on: { id: 'Diberikan pada', en: 'Given on' },
  place: { id: 'Tempat', en: 'Place' },
  hospital: { id: 'Rumah sakit atau klinik', en: 'Hospital or clinic' },
  save: { id: 'Simpan', en: 'Save' },
  saved: { id: '{count} vaksin dicatat.', en: '{count} vaccines recorded.' },
  fromBook: { id: 'dari buku KIA', en: 'from the KIA book' },
  wrong: { id: 'Ada yang salah catat?', en: 'Was something recorded wrongly?' },
  withdraw: { id: 'Batalkan baris ini', en: 'Take this row back' },
  which: { id: 'Vaksin yang salah', en: 'The wrong vaccine' },
  reason: { id: 'Alasan', en: 'Reason' },
  allDone: { id: 'Semua vaksin jadwal ini sudah diberikan', en: 'All vaccines of the schedule are given' },
  list: { id: 'Anak yang menunggu vaksin', en: 'Children who wait for a vaccine' },
  listLead: {
    id: 'Anak di bawah {months} bulan. Yang paling lama terlewat di atas.',
    en: 'Children below {months} months. The longest overdue stand first.',
  },
  child: { id: 'Anak', en: 'Child' },
  overdue: { id: 'Terlewat', en: 'Overdue' },
  due: { id: 'Boleh hari ini', en: 'May be given today' },
  complete: { id: 'Imunisasi dasar lengkap', en: 'Basic immunisation complete' },
  completeOf: { id: '{n} dari {of} anak 12–23 bulan', en: '{n} of {of} children of 12–23 months' },
  upToDate: { id: 'Sesuai umur', en: 'Up to date for the age' },
  upToDateOf: { id: '{n} dari {of} anak', en: '{n} of {of} children' },
  unknown: { id: 'Belum ada catatan', en: 'Nothing on record' },
  unknownOf: { id: '{n} anak; salin dari buku KIA', en: '{n} children; copy from the KIA book' },
  empty: { id: 'Tidak ada yang menunggu vaksin', en: 'Nobody waits for a vaccine' },
  emptyText: {
    id: 'Anak muncul di sini begitu vaksinnya boleh diberikan. Daftarkan bayi baru di “Hari ini”.',
    en: 'Children appear here once a vaccine may be given. Register newborns under “Today”.',
  },
  source: {
    id: 'Jadwal: {edition}. Umur vaksin baru belum dipastikan.',
    en: 'Schedule: {edition}. Ages of the newer vaccines are unconfirmed.',
  },
  open: { id: 'Buka imunisasi', en: 'Open vaccines' },
} as const satisfies Readonly<Record<string, Text>>
const w = VACCINE_WORDS

const STATES: Readonly<Record<DoseState, { readonly tone: BadgeTone; readonly text: Text }>> = {
  given: { tone: 'done', text: { id: 'Sudah', en: 'Given' } },
  overdue: { tone: 'care', text: { id: 'Terlewat', en: 'Overdue' } },
  due: { tone: 'work', text: { id: 'Boleh sekarang', en: 'May be given now' } },
  later: { tone: 'wait', text: { id: 'Nanti', en: 'Later' } },
  missed: { tone: 'wait', text: { id: 'Lewat umur', en: 'Past the age' } },
}

/** What a family or a record page says about vaccines in one sentence: what to do first. */
export function vaccineSentence(lines: readonly DoseLine[], summary: VaccineSummary, language: Language): string {
  const names = (state: DoseState) =>
    lines.filter((line) => line.state === state).map((line) => say(line.name, language))
  const id = language === 'id'
  const list = (all: readonly string[]) =>
    all.slice(0, 4).join(', ') + (all.length > 4 ? (id ? ' dan lainnya' : ' and more') : '')
  if (summary.given === 0)
    return id
      ? 'Belum ada vaksin yang dicatat. Bawa buku KIA ke posyandu.'
      : 'No vaccine is on record. Bring the KIA book to the posyandu.'
  const waiting = [...names('overdue'), ...names('due')]
  if (waiting.length > 0)
    return id
      ? `Bawa ke posyandu atau Puskesmas untuk ${list(waiting)}.`
      : `Go to the posyandu or health centre for ${list(waiting)}.`
  const next = lines.filter((line) => line.from !== undefined).sort((a, b) => (a.from! < b.from! ? -1 : 1))[0]
  const complete =
    summary.basicOn === undefined ? '' : id ? 'Imunisasi dasar lengkap. ' : 'Basic immunisation is complete. '
  if (next === undefined) return complete.trim() || (id ? 'Tidak ada vaksin yang menunggu.' : 'No vaccine is waiting.')
  return `${complete}${id ? 'Berikutnya' : 'Next'}: ${say(next.name, language)}, ${id ? 'mulai' : 'from'} ${formatDate(next.from!, language)}.`
}

export function VaccinesPage({
  action,
  view,
  fields,
  errors,
  saved,
  language,
}: {
  action: string
  view: VaccinesView
  fields: FormFields
  errors: FormErrors
  saved?: number
  language: Language
}) {
  const { child, lines, summary, today, may, fromBook } = view
  const word = (text: Text) => say(text, language)
  const typed = (name: string) => fields[name]?.[0] ?? ''
  const error = (name: string) => {
    const found = errors.find(({ at }) => at === name || at?.startsWith(`${name}.`) === true)?.text
    return found === undefined ? {} : { error: found }
  }
  const open = lines.filter(({ state }) => state === 'overdue' || state === 'due')
  const rest = lines.filter(({ state }) => state === 'later' || state === 'missed')
  const offered = [...open, ...rest]
  const now = datePartsOf(today)
  return (
    <div class="stack stack-l medium">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div class="stack stack-xs">
        <h1>{fill(word(w.of), { name: child.name })}</h1>
        <p class="lead">{vaccineSentence(lines, summary, language)}</p>
      </div>
      {saved === undefined || saved === 0 ? null : <Notice tone="good" fact={fill(word(w.saved), { count: saved })} />}
      <Schedule lines={lines} fromBook={fromBook} language={language} />
      {may === 'see' || offered.length === 0 ? (
        offered.length === 0 ? (
          <Notice tone="good" fact={w.allDone} />
        ) : null
      ) : (
        <form class="stack stack-m" method="post" action={action}>
          <div class="stack stack-xs">
            <h2>{word(w.record)}</h2>
            <p class="quiet">{word(may === 'give' ? w.giveHint : w.copyHint)}</p>
          </div>
          <ChoiceCards
            name="dose"
            label={w.dose}
            many
            two
            value={fields.dose ?? []}
            choices={offered.map((line) => ({
              value: line.code,
              label: line.name,
              hint: doseHint(line, language),
            }))}
            {...error('dose')}
          />
          <DateOfBirth
            name="on"
            label={w.on}
            value={{
              day: typed('on.day') || (may === 'give' ? now.day : ''),
              month: typed('on.month') || (may === 'give' ? now.month : ''),
              year: typed('on.year') || now.year,
            }}
            {...error('on')}
          />
          <ChoiceCards
            name="place"
            label={w.place}
            two
            value={typed('place') || 'posyandu'}
            choices={[
              { value: 'posyandu', label: p.atPosyandu },
              { value: 'puskesmas', label: p.atCentre },
              { value: 'hospital', label: w.hospital },
              { value: 'home', label: p.atHome },
            ]}
          />
          <Button label={w.save} />
        </form>
      )}
      {may === 'give' && summary.given > 0 ? (
        <details open={errors.some(({ at }) => at === 'reason')}>
          <summary>{word(w.wrong)}</summary>
          <form class="stack" method="post" action={`${action}/withdraw`}>
            <ChoiceCards
              name="wrong"
              label={w.which}
              two
              value={typed('wrong')}
              choices={lines
                .filter(({ state }) => state === 'given')
                .slice(-7)
                .map((line) => ({ value: line.code, label: line.name }))}
              {...error('wrong')}
            />
            <Field name="reason" label={w.reason} maxlength={300} value={typed('reason')} {...error('reason')} />
            <Button kind="second" label={w.withdraw} />
          </form>
        </details>
      ) : null}
      <p class="s quiet">{fill(word(w.source), { edition: word(IMMUNISATION_2023.name) })}</p>
    </div>
  )
}

function doseHint(line: DoseLine, language: Language): string {
  if (line.state === 'missed') return say(STATES.missed.text, language)
  if (line.from === undefined) return language === 'id' ? 'setelah dosis sebelumnya' : 'after the dose before it'
  return `${language === 'id' ? 'mulai' : 'from'} ${formatDateShort(line.from, language)}`
}

/** The whole schedule: what is given with its day, what waits, what comes. */
export function Schedule({
  lines,
  fromBook = [],
  language,
}: {
  lines: readonly DoseLine[]
  fromBook?: readonly string[]
  language: Language
}) {
  return (
    <Table
      caption={w.schedule}
      showCaption
      phone="table"
      dense
      columns={[
        { key: 'dose', label: w.dose, title: true },
        { key: 'state', label: w.state },
      ]}
      rows={lines.map((line) => ({
        ...(line.state === 'overdue' ? { tone: 'soon' as const } : {}),
        cells: {
          dose: line.name,
          state: (
            <>
              <Badge tone={STATES[line.state].tone} label={STATES[line.state].text} />{' '}
              <small class="quiet">
                {line.givenOn !== undefined
                  ? formatDateShort(line.givenOn, language)
                  : line.from === undefined
                    ? ''
                    : `${language === 'id' ? 'mulai' : 'from'} ${formatDateShort(line.from, language)}`}
                {fromBook.includes(line.code) ? `, ${say(w.fromBook, language)}` : ''}
              </small>
            </>
          ),
        },
      }))}
    />
  )
}

export function VaccineListPage({ base, view, language }: { base: string; view: VaccineListView; language: Language }) {
  const word = (text: Text) => say(text, language)
  const { posyandu, waiting } = view
  const names = (lines: readonly DoseLine[]) => lines.map((line) => say(line.name, language)).join(', ')
  return (
    <div class="stack stack-l">
      <div class="stack stack-xs">
        <h1>{word(w.title)}</h1>
        <p class="lead">{posyandu.name}</p>
        <p class="quiet">{formatDateLong(view.today, language)}</p>
      </div>
      <SummaryList
        figures
        rows={[
          { term: w.complete, value: fill(word(w.completeOf), { n: view.complete, of: view.ofAge }) },
          { term: w.upToDate, value: fill(word(w.upToDateOf), { n: view.upToDate, of: view.watched }) },
          ...(view.unknown === 0 ? [] : [{ term: w.unknown, value: fill(word(w.unknownOf), { n: view.unknown }) }]),
        ]}
      />
      {waiting.length === 0 ? (
        <EmptyState
          level={2}
          title={w.empty}
          text={w.emptyText}
          link={{ href: `${base}/${posyandu.posyanduId}`, label: p.toList }}
        />
      ) : (
        <section class="stack stack-s">
          <h2>
            {word(w.list)} ({waiting.length})
          </h2>
          <p class="quiet">{fill(word(w.listLead), { months: IMMUNISATION_2023.watchedMonths })}</p>
          <Table
            caption={w.list}
            phone="cards"
            dense
            columns={[
              { key: 'child', label: w.child, title: true },
              { key: 'overdue', label: w.overdue },
              { key: 'due', label: w.due },
            ]}
            rows={waiting.map((child) => ({
              ...(child.overdue.length > 0 && child.summary.given > 0 ? { tone: 'soon' as const } : {}),
              cells: {
                child: (
                  <>
                    <a href={`${base}/children/${child.childId}/vaccines`}>{child.name}</a>
                    <br />
                    <small class="quiet thin">
                      {child.ageMonths} {word(p.months).toLowerCase()}
                      {child.motherName === undefined ? '' : `, ${fill(word(p.childOf), { mother: child.motherName })}`}
                    </small>
                  </>
                ),
                overdue:
                  child.summary.given === 0 ? (
                    <span class="quiet">{word(w.unknown)}</span>
                  ) : child.overdue.length === 0 ? (
                    '–'
                  ) : (
                    names(child.overdue)
                  ),
                due: child.due.length === 0 ? '–' : names(child.due),
              },
            }))}
          />
        </section>
      )}
      <p class="s quiet">{fill(word(w.source), { edition: word(IMMUNISATION_2023.name) })}</p>
    </div>
  )
}
