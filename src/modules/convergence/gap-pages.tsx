// A gap: who waits, who delivers, what agencies say, and for planners the form that gives it to a programme. Must stay true: names
// only when the view brings them; the planner chooses how many, not whom.
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { countText, day, STATE_NAMES, STATE_TONES, shown } from './page-parts.tsx'
import type { AssignmentLine, GapView, NamedSubject } from './port.ts'
import { reachedText, targetText } from './village-pages.tsx'

export const GAP_WORDS = {
  missing: { id: '{n} lagi untuk mencapai target', en: '{n} more to reach the target' },
  missingClosed: {
    id: 'Target belum tercapai; jumlahnya ditutup',
    en: 'The target is not reached; the count is withheld',
  },
  reachedTarget: { id: 'Target sudah tercapai', en: 'The target is reached' },
  noData: {
    id: 'Belum ada data indikator ini untuk {village}. Pemiliknya {owner}.',
    en: 'No data of this indicator for {village} yet. Its owner is {owner}.',
  },
  names: { id: 'Yang masih menunggu', en: 'Who still waits' },
  name: { id: 'Nama', en: 'Name' },
  about: { id: 'Umur', en: 'Age' },
  aboutFamily: { id: 'Siapa', en: 'Who' },
  risk: { id: 'keluarga berisiko', en: 'family at risk' },
  state: { id: 'Keadaan', en: 'State' },
  onList: { id: 'Di daftar program', en: 'On the list of' },
  nobody: { id: 'Tidak ada yang menunggu', en: 'Nobody waits' },
  nobodyText: {
    id: 'Semua nama di daftar desa sudah menerima, tidak berhak, atau menolak.',
    en: 'Everyone on the village list received it, is not entitled, or refused.',
  },
  allGiven: {
    id: 'Tidak ada nama yang masih perlu ditugaskan: semuanya sudah menerima, tidak berhak, menolak, atau ada di daftar program.',
    en: 'No name is left to assign: everyone received it, is not entitled, refused, or is on the list of a programme.',
  },
  countsOnly: {
    id: 'Nama hanya dibuka petugas di desa ini dan program yang ditugasi.',
    en: 'Names open only to workers of this village and the programme in charge.',
  },
  noNames: {
    id: 'Indikator ini dilaporkan sebagai jumlah, tanpa daftar nama.',
    en: 'This indicator is reported as a total, without names.',
  },
  give: { id: 'Beri tugas ke program', en: 'Give it to a programme' },
  giveLead: {
    id: '{n} menunggu dan belum ada di daftar program mana pun. Keluarga berisiko didahulukan.',
    en: '{n} wait and are on no programme’s list. Families at risk come first.',
  },
  programme: { id: 'Program', en: 'Programme' },
  noProgramme: {
    id: 'Belum ada program yang memberi layanan ini. Tambahkan layanannya pada program milik {owner}.',
    en: 'No programme gives this service yet. Add it to a programme of {owner}.',
  },
  howMany: { id: 'Berapa banyak', en: 'How many' },
  howManyHint: { id: 'Kosongkan untuk semua yang menunggu', en: 'Leave empty for everyone who waits' },
  dueOn: { id: 'Selesai paling lambat', en: 'To be done by' },
  note: { id: 'Catatan untuk program', en: 'Note for the programme' },
  assign: { id: 'Masukkan ke daftar program', en: 'Put on the programme’s list' },
  work: { id: 'Sudah ditugaskan', en: 'Already given' },
  village: { id: 'Desa', en: 'Village' },
  due: { id: 'Batas', en: 'Due' },
  progress: { id: 'Sudah', en: 'Done' },
  late: { id: 'lewat batas', en: 'past due' },
  reports: { id: 'Kata tiap instansi', en: 'What each agency says' },
  reportsLead: {
    id: 'Orang yang sama dihitung satu kali, walau dilaporkan dua instansi.',
    en: 'The same person counts once, also when two agencies report them.',
  },
  agency: { id: 'Instansi', en: 'Agency' },
  named: { id: 'Menurut nama', en: 'By name' },
  total: { id: 'Jumlah laporan', en: 'Reported total' },
  shared: { id: 'Gambar bersama', en: 'Shared figure' },
  twice: { id: 'Dilaporkan lebih dari satu instansi', en: 'Reported by more than one agency' },
  difference: { id: 'Selisih laporan pemilik dengan gambar bersama', en: 'Owner’s total minus the shared figure' },
  next: { id: 'Nama berikutnya', en: 'Next names' },
  done: {
    id: '{n} orang atau keluarga masuk daftar program.',
    en: '{n} people or families are on the programme’s list.',
  },
  report: { id: 'Laporkan jumlah instansi Anda', en: 'Report your agency’s total' },
  reportLead: {
    id: 'Untuk desa yang daftarnya belum dipastikan. Angka lama tetap tersimpan sebagai versi sebelumnya.',
    en: 'For villages whose list is not confirmed. The old figure is kept as an earlier version.',
  },
  sendReport: { id: 'Kirim laporan', en: 'Send the report' },
  numerator: { id: 'Yang dihitung', en: 'Counted' },
  denominator: { id: 'Dari', en: 'Of' },
  source: { id: 'Sumber', en: 'Source' },
} as const satisfies Record<string, Text>
const w = GAP_WORDS

export function GapPage({
  view,
  action,
  nextHref,
  typed = {},
  errors = [],
}: {
  view: GapView
  action: string
  nextHref?: string
} & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const { line } = view
  const owner = line.ownerName
  const fact =
    line.count === undefined
      ? fill(say(w.noData, language), { village: view.village.name, owner })
      : line.missing === 0
        ? say(w.reachedTarget, language)
        : line.missing === 'withheld'
          ? say(w.missingClosed, language)
          : fill(say(w.missing, language), { n: shown(line.missing, language) })
  const total = view.reports.find((one) => one.agencyName === owner)?.total
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{say(line.indicator.name, language)}</h1>
        <p class="lead">{fact}</p>
      </div>
      <div class="split">
        <div class="stack stack-l">
          {view.serviceName === null ? (
            <Notice fact={w.noNames} />
          ) : view.names === undefined ? (
            <Notice fact={w.countsOnly} />
          ) : (
            <section class="stack" aria-labelledby="h-names">
              <h2 id="h-names">{say(w.names, language)}</h2>
              {view.names.length === 0 ? (
                <EmptyState title={w.nobody} text={w.nobodyText} />
              ) : (
                <SubjectTable subjects={view.names} caption={w.names} />
              )}
              {nextHref === undefined ? null : (
                <p>
                  <a href={nextHref}>{say(w.next, language)}</a>
                </p>
              )}
            </section>
          )}
          {view.programmes === undefined ? null : (
            <section class="stack" aria-labelledby="h-give">
              <h2 id="h-give">{say(w.give, language)}</h2>
              {view.unassigned === 0 ? (
                <p class="quiet">{say(w.allGiven, language)}</p>
              ) : view.programmes.length === 0 ? (
                <p>{fill(say(w.noProgramme, language), { owner })}</p>
              ) : (
                <PanelForm action={action} send={w.assign} look="plain">
                  <p class="quiet">{fill(say(w.giveLead, language), { n: shown(view.unassigned, language) })}</p>
                  <SelectField
                    {...f.of('programme', view.programmes.length === 1 ? view.programmes[0]!.id : '')}
                    label={w.programme}
                    options={view.programmes.map((one) => ({ value: one.id, label: `${one.name}, ${one.agencyName}` }))}
                  />
                  <Field {...f.of('howMany')} kind="number" width={4} optional label={w.howMany} hint={w.howManyHint} />
                  <DateOfBirth {...f.day('dueOn', view.proposedDueOn)} label={w.dueOn} />
                  <Field {...f.of('note')} kind="lines" rows={2} optional label={w.note} />
                </PanelForm>
              )}
            </section>
          )}
          {view.ownReport === undefined ? null : (
            <form
              method="post"
              action={action.replace('?', '/report?')}
              class="panel panel-wash stack narrow"
              novalidate
            >
              <h2>{say(w.report, language)}</h2>
              <p class="s quiet">{say(w.reportLead, language)}</p>
              <Field
                {...f.of('numerator', view.ownReport.numerator)}
                kind="number"
                width={8}
                label={line.indicator.numerator}
              />
              <Field
                name="denominator"
                kind="number"
                width={8}
                label={line.indicator.denominator}
                value={typed.denominator ?? view.ownReport.denominator}
              />
              <Field {...f.of('source', view.ownReport.source)} label={w.source} />
              <Button kind="second" label={w.sendReport} />
            </form>
          )}
          {view.assignments.length === 0 ? null : (
            <section class="stack" aria-labelledby="h-work">
              <h2 id="h-work">{say(w.work, language)}</h2>
              <AssignmentTable lines={view.assignments} />
            </section>
          )}
        </div>
        <aside class="stack stack-m" aria-labelledby="h-reports">
          <SummaryList
            small
            rows={[
              { term: w.numerator, value: line.indicator.numerator },
              { term: w.denominator, value: line.indicator.denominator },
              { term: { id: 'Cakupan', en: 'Coverage' }, value: reachedText(line, language) },
              { term: { id: 'Target', en: 'Target' }, value: targetText(line, language).replace(/^target /, '') },
              { term: w.source, value: line.indicator.source },
            ]}
          />
          <h2 id="h-reports" class="h3">
            {say(w.reports, language)}
          </h2>
          <p class="s quiet">{say(w.reportsLead, language)}</p>
          <SummaryList
            small
            rows={[
              ...view.reports.flatMap((one) => [
                {
                  term: `${one.agencyName}, ${say(w.named, language).toLowerCase()}`,
                  value: shown(one.named, language),
                },
                ...(one.total === undefined
                  ? []
                  : [
                      {
                        term: `${one.agencyName}, ${say(w.total, language).toLowerCase()}`,
                        value: countText({ kind: 'exact', ...one.total }, language),
                      },
                    ]),
              ]),
              { term: w.shared, value: countText(view.shared, language) },
              { term: w.twice, value: shown(view.counted_twice, language) },
              ...(total === undefined || view.shared.kind !== 'exact' || view.shared.denominator === 0
                ? []
                : [{ term: w.difference, value: String(total.numerator - view.shared.numerator) }]),
            ]}
          />
        </aside>
      </div>
    </div>
  )
}

/** Families are named by their head, persons by their age: what the column beside the name is called. */
export const aboutWord = (subjects: readonly NamedSubject[]): Text =>
  subjects.some((one) => one.kind === 'family') ? w.aboutFamily : w.about

export function SubjectTable({ subjects, caption }: { subjects: readonly NamedSubject[]; caption: Text }) {
  const language = useLanguage()
  return (
    <Table
      caption={caption}
      phone="cards"
      columns={[
        { key: 'name', label: w.name, title: true },
        { key: 'about', label: aboutWord(subjects) },
        { key: 'state', label: w.state },
        { key: 'list', label: w.onList },
      ]}
      rows={subjects.map((one) => ({
        cells: {
          name: one.name,
          about: (
            <div>
              {say(one.about, language)}
              {one.isAtRisk ? <small class="quiet">, {say(w.risk, language)}</small> : null}
            </div>
          ),
          state: <Badge tone={STATE_TONES[one.state]} label={STATE_NAMES[one.state]} />,
          list: one.assignedTo ?? '–',
        },
      }))}
    />
  )
}

export function AssignmentTable({ lines, href }: { lines: readonly AssignmentLine[]; href?: (id: string) => string }) {
  const language = useLanguage()
  return (
    <Table
      caption={w.work}
      phone="cards"
      columns={[
        { key: 'service', label: w.programme, title: true },
        { key: 'village', label: w.village },
        { key: 'due', label: w.due },
        { key: 'progress', label: w.progress, end: true },
      ]}
      rows={lines.map((one) => ({
        ...(one.isLate ? { tone: 'late' as const } : {}),
        cells: {
          service: (
            <div>
              {href === undefined ? (
                say(one.serviceName, language)
              ) : (
                <a href={href(one.id)}>{say(one.serviceName, language)}</a>
              )}
              <small class="quiet">
                {' '}
                {one.programmeName}, {one.agencyName}
              </small>
            </div>
          ),
          village: one.villageName,
          due: `${day(one.dueOn, language)}${one.isLate ? `, ${say(w.late, language)}` : ''}`,
          progress: `${shown(one.delivered, language)} / ${shown(one.people, language)}`,
        },
      }))}
    />
  )
}
