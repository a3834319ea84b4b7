// The work of a programme's officer: lists by village and service, and the list itself, where those who received are ticked.
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type Typed, typedDate } from './form-parts.tsx'
import { AssignmentTable, aboutWord, GAP_WORDS } from './gap-pages.tsx'
import { dateParts, day, type Fault, faultAt, STATE_NAMES, STATE_TONES } from './page-parts.tsx'
import type { AssignmentView, WorkView } from './port.ts'

export const WORK_WORDS = {
  title: { id: 'Pekerjaan program', en: 'Work of my programmes' },
  lead: {
    id: 'Daftar yang diberikan sekretariat kepada {agencies}.',
    en: 'Lists that the secretariat gave to {agencies}.',
  },
  none: { id: 'Belum ada daftar', en: 'No list yet' },
  noneText: {
    id: 'Daftar muncul di sini setelah sekretariat memberi kesenjangan suatu desa kepada program Anda.',
    en: 'Lists appear here when the secretariat gives a village’s gap to your programme.',
  },
  scorecard: { id: 'Buka rapor desa', en: 'Open the village scorecard' },
  upload: { id: 'Unggah daftar penerima (CSV)', en: 'Upload a list of those reached (CSV)' },
  list: { id: 'Yang ada di daftar ini', en: 'On this list' },
  tick: { id: 'Sudah menerima', en: 'Received' },
  givenOn: { id: 'Tanggal diberikan', en: 'Day of giving' },
  giver: { id: 'Siapa yang memberikan', en: 'Who gave it' },
  giverHint: {
    id: 'Unit atau tim, misalnya “Tim sanitasi Paringin”',
    en: 'Unit or team, such as “Sanitation team Paringin”',
  },
  save: { id: 'Catat yang dicentang', en: 'Record those ticked' },
  done: {
    id: '{n} tercatat menerima. {known} sudah tercatat sebelumnya.',
    en: '{n} recorded as received. {known} were recorded before.',
  },
  allDone: { id: 'Semua di daftar ini sudah menerima.', en: 'Everyone on this list has received it.' },
  due: { id: 'Selesai paling lambat {date}', en: 'To be done by {date}' },
  note: { id: 'Catatan sekretariat', en: 'Note of the secretariat' },
} as const satisfies Record<string, Text>
const w = WORK_WORDS

export function WorkPage({ view, base }: { view: WorkView; base: string }) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <div class="stack narrow">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{fill(say(w.lead, language), { agencies: view.agencies.join(', ') })}</p>
        <p>
          <a href={`${base}/uploads`}>{say(w.upload, language)}</a>
        </p>
      </div>
      {view.lines.length === 0 ? (
        <EmptyState
          level={2}
          title={w.none}
          text={w.noneText}
          link={{ href: `${base}/scorecard`, label: w.scorecard }}
        />
      ) : (
        <AssignmentTable lines={view.lines} href={(id) => `${base}/assignments/${id}`} />
      )}
    </div>
  )
}

export function AssignmentPage({
  view,
  action,
  nextHref,
  done,
  typed = {},
  ticked = [],
  errors = [],
}: {
  view: AssignmentView
  action: string
  nextHref?: string
  done?: { readonly added: number; readonly known: number }
  typed?: Typed
  ticked?: readonly string[]
  errors?: readonly Fault[]
}) {
  const language = useLanguage()
  const { line } = view
  const waits = view.subjects.filter((one) => one.state !== 'received')
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>
          {say(line.serviceName, language)}, {line.villageName}
        </h1>
        <p class="lead">
          {line.programmeName}. {fill(say(w.due, language), { date: day(line.dueOn, language) })}.{' '}
          {say(GAP_WORDS.progress, language)} {line.delivered} / {line.people}.
        </p>
        {line.note === '' ? null : (
          <p>
            <b>{say(w.note, language)}:</b> {line.note}
          </p>
        )}
        {done === undefined ? null : (
          <Notice tone="good" fact={fill(say(w.done, language), { n: done.added, known: done.known })} />
        )}
      </div>
      <form method="post" action={action} class="stack stack-m" novalidate>
        <div id="subjects">
          <Table
            caption={w.list}
            showCaption
            phone="cards"
            columns={[
              { key: 'name', label: GAP_WORDS.name, title: true },
              { key: 'about', label: aboutWord(view.subjects) },
              { key: 'state', label: GAP_WORDS.state },
              { key: 'tick', label: w.tick, cardLabel: false },
            ]}
            rows={view.subjects.map((one) => ({
              cells: {
                name: one.name,
                about: (
                  <div>
                    {say(one.about, language)}
                    {one.isAtRisk ? <small class="quiet">, {say(GAP_WORDS.risk, language)}</small> : null}
                  </div>
                ),
                state: (
                  <div>
                    <Badge tone={STATE_TONES[one.state]} label={STATE_NAMES[one.state]} />
                    {one.givenOn === null ? null : (
                      <small class="quiet">
                        {' '}
                        {day(one.givenOn, language)}
                        {one.agencyName === null ? '' : `, ${one.agencyName}`}
                      </small>
                    )}
                  </div>
                ),
                tick:
                  one.state === 'received' ? (
                    ''
                  ) : (
                    <label class="choice choice-bare">
                      <input
                        type="checkbox"
                        name="subjects"
                        value={one.subjectId}
                        checked={ticked.includes(one.subjectId)}
                      />
                      <span>
                        {say(w.tick, language)}
                        <span class="hide"> {one.name}</span>
                      </span>
                    </label>
                  ),
              },
            }))}
          />
        </div>
        {nextHref === undefined ? null : (
          <p>
            <a href={nextHref}>{say(GAP_WORDS.next, language)}</a>
          </p>
        )}
        {waits.length === 0 ? (
          <p class="quiet">{say(w.allDone, language)}</p>
        ) : (
          <div class="panel panel-wash stack narrow">
            <DateOfBirth
              name="givenOn"
              label={w.givenOn}
              value={typedDate(typed, 'givenOn') ?? dateParts(view.today)}
              error={faultAt(errors, 'givenOn')}
            />
            <Field
              name="giver"
              label={w.giver}
              hint={w.giverHint}
              optional
              value={typed.giver}
              error={faultAt(errors, 'giver')}
            />
            <Button label={w.save} />
          </div>
        )}
      </form>
    </div>
  )
}
