// Priority villages, the eight actions, the budget: the year of the secretariat. Must stay true: a proposal shows every part and
// decides nothing; money has its base beside it.

import { percentText } from '../../kernel/percent.ts'
import { formatCount, formatRupiah } from '../../kernel/rupiah.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Stat } from '../../platform/ui/stat.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import { type Typed, typedDate } from './gap-pages.tsx'
import { dateParts, day, type Fault, faultAt, PART_WORDS, scoreOf } from './page-parts.tsx'
import type { ActionsView, ActionView, BudgetView, PriorityView } from './planning-port.ts'
import type { ActionStatus, MoneySource } from './tables.ts'

export const PLANNING_WORDS = {
  priority: { id: 'Desa lokus {year}', en: 'Priority villages {year}' },
  priorityTitle: { id: 'Desa lokus', en: 'Priority villages' },
  priorityLead: {
    id: 'Urutan ini usulan dari angka {period}. Rapat yang memutuskan.',
    en: 'This order is proposed from the figures of {period}. A meeting decides.',
  },
  weights: {
    id: 'Bobot: {weights}. Bobot dan bagian adalah pilihan program ini.',
    en: 'Weights: {weights}. Weights and parts are this programme’s choice.',
  },
  village: { id: 'Desa', en: 'Village' },
  index: { id: 'Indeks', en: 'Index' },
  place: { id: 'Urutan', en: 'Place' },
  chosen: { id: 'lokus', en: 'priority' },
  proposed: { id: 'diusulkan', en: 'proposed' },
  dropped: { id: 'dikeluarkan', en: 'dropped' },
  added: { id: 'ditambahkan', en: 'added' },
  thin: { id: 'timbangan di bawah 85 %', en: 'weighing below 85 %' },
  state: { id: 'Keputusan', en: 'Decision' },
  confirmed: {
    id: 'Disahkan: {n} desa, rapat {date}, keputusan bupati {decree}.',
    en: 'Confirmed: {n} villages, meeting of {date}, decree {decree}.',
  },
  drafted: {
    id: 'Rancangan: {n} desa, rapat {date}. Menunggu pengesahan orang kedua.',
    en: 'Draft: {n} villages, meeting of {date}. A second person has to confirm it.',
  },
  confirm: { id: 'Sahkan desa lokus', en: 'Confirm the priority villages' },
  mine: {
    id: 'Anda yang menyusun, jadi orang lain yang mengesahkan.',
    en: 'You drafted it, so someone else confirms.',
  },
  draft: { id: 'Catat keputusan rapat', en: 'Record the decision of the meeting' },
  repair: { id: 'Perbaiki rancangan', en: 'Repair the draft' },
  howMany: { id: 'Berapa desa dari urutan teratas', en: 'How many villages from the top' },
  changes: { id: 'Desa yang menyimpang dari urutan', en: 'Villages that differ from the order' },
  changesHint: {
    id: 'Satu baris satu desa: nama desa = alasan. Yang di atas batas dikeluarkan, yang di bawah ditambahkan.',
    en: 'One line a village: name = reason. Those above the line are dropped, those below are added.',
  },
  decidedOn: { id: 'Tanggal rapat', en: 'Day of the meeting' },
  minutes: { id: 'Notulen atau nomornya', en: 'Minutes, or their number' },
  decree: { id: 'Nomor keputusan bupati', en: 'Number of the regent’s decree' },
  save: { id: 'Simpan rancangan', en: 'Save the draft' },
  showAll: { id: 'Tampilkan semua {n} desa', en: 'Show all {n} villages' },
  actions: { id: 'Delapan aksi konvergensi', en: 'Eight convergence actions' },
  actionsLead: {
    id: '{done} dari {all} aksi tahun {year} terverifikasi.',
    en: '{done} of {all} actions of {year} are verified.',
  },
  action: { id: 'Aksi', en: 'Action' },
  status: { id: 'Keadaan', en: 'State' },
  due: { id: 'Batas', en: 'Due' },
  late: { id: 'lewat batas', en: 'past due' },
  evidence: { id: 'Bukti', en: 'Evidence' },
  score: { id: 'Nilai provinsi', en: 'Provincial score' },
  year: { id: 'Tahun', en: 'Year' },
  output: { id: 'Keluaran: {output}', en: 'Output: {output}' },
  add: { id: 'Tambahkan bukti atau catatan', en: 'Add evidence or a comment' },
  kind: { id: 'Jenis', en: 'Kind' },
  isEvidence: { id: 'Bukti keluaran', en: 'Evidence of the output' },
  isComment: { id: 'Catatan', en: 'Comment' },
  body: { id: 'Isi', en: 'Text' },
  bodyHint: { id: 'Judul dokumen, nomor, atau catatan', en: 'Title or number of the document, or a comment' },
  file: { id: 'Berkas', en: 'File' },
  addIt: { id: 'Tambahkan', en: 'Add' },
  history: { id: 'Riwayat', en: 'History' },
  withFile: { id: 'dengan berkas', en: 'with a file' },
  budget: { id: 'Anggaran menurut indikator', en: 'Budget by indicator' },
  budgetLead: {
    id: 'Kegiatan OPD yang ditandai pada indikator dan desa, dengan biaya per orang yang terjangkau.',
    en: 'Activities tagged with indicators and villages, with the cost per person reached.',
  },
  planned: { id: 'Direncanakan', en: 'Planned' },
  realised: { id: 'Direalisasi', en: 'Realised' },
  share: { id: '{p} dari rencana', en: '{p} of the plan' },
  people: { id: 'Orang', en: 'People' },
  cost: { id: 'Per orang', en: 'Per person' },
  activity: { id: 'Kegiatan', en: 'Activity' },
  indicators: { id: 'Indikator', en: 'Indicators' },
  villages: { id: '{n} desa', en: '{n} villages' },
  noActivities: { id: 'Belum ada kegiatan yang ditandai', en: 'No activity is tagged yet' },
  noActivitiesText: {
    id: 'OPD menandai kegiatannya dengan indikator dan desa; biaya per orang lalu dihitung sendiri.',
    en: 'Agencies tag their activities with indicators and villages; the cost per person follows.',
  },
  tag: { id: 'Tandai kegiatan', en: 'Tag an activity' },
  name: { id: 'Nama kegiatan', en: 'Name of the activity' },
  agency: { id: 'OPD', en: 'Agency' },
  budgetCode: { id: 'Kode sub kegiatan', en: 'Budget code' },
  source: { id: 'Sumber dana', en: 'Source of money' },
  places: { id: 'Kecamatan', en: 'Districts' },
  plannedPeople: { id: 'Sasaran, orang', en: 'People planned' },
  reachedPeople: { id: 'Terjangkau, orang', en: 'People reached' },
  budgetSource: {
    id: 'Dicatat OPD, tahun {year}. Satu kegiatan dapat membantu beberapa indikator; jumlah per indikator karena itu tidak dijumlahkan.',
    en: 'Recorded by agencies, {year}. One activity may help several indicators; sums by indicator are therefore not added up.',
  },
} as const satisfies Record<string, Text>
const w = PLANNING_WORDS

const PARTS: Readonly<Record<string, Text>> = {
  prevalence: { id: 'Prev.', en: 'Prev.' },
  stunted: { id: 'Jumlah', en: 'Number' },
  risk: { id: 'KRS', en: 'Risk' },
  gap: { id: 'Celah', en: 'Gap' },
  access: { id: 'Akses', en: 'Access' },
  past: { id: 'Lalu', en: 'Past' },
}
const STATUS: Readonly<Record<ActionStatus, { readonly name: Text; readonly tone: BadgeTone }>> = {
  'not-started': { name: { id: 'belum dimulai', en: 'not started' }, tone: 'wait' },
  'in-work': { name: { id: 'dikerjakan', en: 'in work' }, tone: 'work' },
  submitted: { name: { id: 'dikirim', en: 'submitted' }, tone: 'work' },
  verified: { name: { id: 'terverifikasi', en: 'verified' }, tone: 'done' },
}
const MOVES: Readonly<Record<ActionStatus, readonly { readonly to: ActionStatus; readonly label: Text }[]>> = {
  'not-started': [{ to: 'in-work', label: { id: 'Mulai kerjakan', en: 'Start work' } }],
  'in-work': [{ to: 'submitted', label: { id: 'Kirim untuk diverifikasi', en: 'Submit for verification' } }],
  submitted: [
    { to: 'verified', label: { id: 'Verifikasi', en: 'Verify' } },
    { to: 'in-work', label: { id: 'Kembalikan', en: 'Send back' } },
  ],
  verified: [],
}
const SOURCES: Readonly<Record<MoneySource, Text>> = {
  apbd: { id: 'APBD', en: 'Regional budget' },
  dak: { id: 'DAK', en: 'Special allocation (DAK)' },
  'village-fund': { id: 'Dana desa', en: 'Village fund' },
  partner: { id: 'Mitra', en: 'Partner' },
}
type Form = { readonly typed?: Typed; readonly errors?: readonly Fault[] }
const SHORT = 60

export function PriorityPage({
  view,
  base,
  isAll,
  typed = {},
  errors = [],
}: { view: PriorityView; base: string; isAll: boolean } & Form) {
  const language = useLanguage()
  const { decision } = view
  const here = `${base}/priority/${view.year}`
  const lines = isAll ? view.lines : view.lines.slice(0, SHORT)
  const number = (part: string | null) => (part === null ? '–' : language === 'id' ? part.replace('.', ',') : part)
  const about = {
    n: decision?.villages ?? 0,
    date: decision?.decidedOn ? day(decision.decidedOn, language) : '–',
    decree: decision?.decree ?? '',
  }
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{fill(say(w.priority, language), { year: view.year })}</h1>
        <p class="lead">{fill(say(w.priorityLead, language), { period: say(view.periodName, language) })}</p>
        {decision === undefined ? null : (
          <Notice
            tone={decision.state === 'confirmed' ? 'good' : 'care'}
            fact={fill(say(decision.state === 'confirmed' ? w.confirmed : w.drafted, language), about)}
          >
            {decision.state === 'drafted' && view.mayPlan ? (
              decision.isMine ? (
                <p>{say(w.mine, language)}</p>
              ) : (
                <form method="post" action={`${here}/${decision.id}/confirm`}>
                  <Button label={w.confirm} />
                </form>
              )
            ) : null}
          </Notice>
        )}
      </div>
      <Table
        caption={w.priorityTitle}
        dense
        columns={[
          { key: 'village', label: w.village, title: true },
          { key: 'index', label: w.index, end: true },
          ...view.edition.parts.map((part) => ({
            key: part.code,
            label: PARTS[part.code] ?? part.name,
            end: true,
            optional: true,
          })),
          { key: 'state', label: w.state },
        ]}
        rows={lines.map((line) => ({
          cells: {
            village: (
              <div>
                {line.place}. <a href={`${base}/villages/${line.village}`}>{line.name}</a>{' '}
                <small class="quiet">
                  {line.district}
                  {line.isThin && line.parts.prevalence !== null ? `, ${say(w.thin, language)}` : ''}
                </small>
              </div>
            ),
            index: number(line.index),
            ...Object.fromEntries(view.edition.parts.map((part) => [part.code, number(line.parts[part.code])])),
            state: line.isIn ? (
              <Badge
                tone={decision?.state === 'confirmed' ? 'done' : 'work'}
                label={decision === undefined ? w.proposed : line.reason === '' ? w.chosen : w.added}
              />
            ) : line.reason === '' ? (
              '–'
            ) : (
              <div>
                <Badge tone="stop" label={w.dropped} /> <small class="quiet">{line.reason}</small>
              </div>
            ),
          },
        }))}
      />
      {isAll || view.lines.length <= SHORT ? null : (
        <p>
          <a href={`${here}?all=1`}>{fill(say(w.showAll, language), { n: view.lines.length })}</a>
        </p>
      )}
      <p class="xs quiet">
        {fill(say(w.weights, language), {
          weights: view.edition.parts
            .map((part) => `${say(part.name, language).toLowerCase()} ${number(part.weight)}`)
            .join('; '),
        })}
      </p>
      {!view.mayPlan || decision?.state === 'confirmed' ? null : (
        <form method="post" action={here} class="panel panel-wash stack narrow" novalidate>
          <h2>{say(decision === undefined ? w.draft : w.repair, language)}</h2>
          <Field
            name="howMany"
            kind="number"
            width={4}
            label={w.howMany}
            value={typed.howMany ?? view.howMany}
            error={faultAt(errors, 'howMany')}
          />
          <Field
            name="changes"
            kind="lines"
            rows={3}
            optional
            label={w.changes}
            hint={w.changesHint}
            value={typed.changes}
            error={faultAt(errors, 'changes')}
          />
          <DateOfBirth
            name="decidedOn"
            label={w.decidedOn}
            value={typedDate(typed, 'decidedOn') ?? (decision?.decidedOn ? dateParts(decision.decidedOn) : {})}
            error={faultAt(errors, 'decidedOn')}
          />
          <Field
            name="minutes"
            label={w.minutes}
            value={typed.minutes ?? decision?.minutes}
            error={faultAt(errors, 'minutes')}
          />
          <Field
            name="decree"
            label={w.decree}
            value={typed.decree ?? decision?.decree}
            error={faultAt(errors, 'decree')}
          />
          <Button label={w.save} />
        </form>
      )}
    </div>
  )
}

export function ActionsPage({ view, base }: { view: ActionsView; base: string }) {
  const language = useLanguage()
  const done = view.lines.filter((one) => one.status === 'verified').length
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{say(view.editionName, language)}</h1>
        <p class="lead narrow">
          {fill(say(w.actionsLead, language), { done, all: view.lines.length, year: view.year })}
        </p>
        <Chips
          label={w.year}
          chips={view.years.map((year) => ({
            href: `${base}/actions/${year}`,
            label: String(year),
            current: year === view.year,
          }))}
        />
      </div>
      <Table
        caption={w.actions}
        phone="cards"
        columns={[
          { key: 'action', label: w.action, title: true },
          { key: 'status', label: w.status },
          { key: 'due', label: w.due },
          { key: 'evidence', label: w.evidence, end: true },
          { key: 'score', label: w.score, end: true },
        ]}
        rows={view.lines.map((one) => ({
          ...(one.isLate ? { tone: 'late' as const } : {}),
          cells: {
            action: (
              <div>
                {one.code}. <a href={`${base}/actions/${view.year}/${one.code}`}>{say(one.name, language)}</a>
              </div>
            ),
            status: <Badge tone={STATUS[one.status].tone} label={STATUS[one.status].name} />,
            due: `${day(one.dueOn, language)}${one.isLate ? `, ${say(w.late, language)}` : ''}`,
            evidence: formatCount(one.evidence, language),
            score: scoreOf(one.score, language),
          },
        }))}
      />
    </div>
  )
}

export function ActionPage({ view, action, typed = {}, errors = [] }: { view: ActionView; action: string } & Form) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>
          {view.code}. {say(view.name, language)}, {view.year}
        </h1>
        <p class="lead">{fill(say(w.output, language), { output: say(view.output, language) })}</p>
        <p>
          <Badge tone={STATUS[view.status].tone} label={STATUS[view.status].name} /> {say(w.due, language)}{' '}
          {day(view.dueOn, language)}
          {view.isLate ? `, ${say(w.late, language)}` : ''}.{' '}
          {view.score === null ? '' : `${say(w.score, language)} ${scoreOf(view.score, language)}.`}
        </p>
        {!view.mayPlan ? null : view.status === 'submitted' && view.isMine ? (
          <p class="quiet">{say(w.mine, language)}</p>
        ) : (
          MOVES[view.status].map((move, index) => (
            <form method="post" action={`${action}/status`} class="row">
              <input type="hidden" name="status" value={move.to} />
              {move.to === 'verified' ? (
                <Field
                  name="score"
                  kind="number"
                  decimal
                  optional
                  width={4}
                  label={w.score}
                  value={typed.score}
                  error={faultAt(errors, 'score')}
                />
              ) : null}
              <Button kind={index === 0 ? 'main' : 'second'} label={move.label} />
            </form>
          ))
        )}
      </div>
      <div class="split">
        <section class="stack" aria-labelledby="h-history">
          <h2 id="h-history">{say(w.history, language)}</h2>
          {view.notes.length === 0 ? (
            <p class="quiet">{say(STATUS['not-started'].name, language)}</p>
          ) : (
            <Timeline
              items={view.notes.map((one) => ({
                title:
                  one.kind === 'status'
                    ? (STATUS[one.body as ActionStatus]?.name ?? one.body)
                    : one.kind === 'evidence'
                      ? w.isEvidence
                      : w.isComment,
                state: 'done' as const,
                at: { iso: one.on, words: day(one.on, language) },
                text:
                  one.kind === 'status'
                    ? undefined
                    : `${one.body}${one.hasFile ? ` (${say(w.withFile, language)})` : ''}`,
              }))}
            />
          )}
        </section>
        {!view.mayPlan ? null : (
          <form
            method="post"
            action={`${action}/uploads`}
            enctype="multipart/form-data"
            class="panel panel-wash stack"
            novalidate
          >
            <h2 class="h3">{say(w.add, language)}</h2>
            <SelectField
              name="kind"
              label={w.kind}
              value={typed.kind ?? 'evidence'}
              error={faultAt(errors, 'kind')}
              options={[
                { value: 'evidence', label: w.isEvidence },
                { value: 'comment', label: w.isComment },
              ]}
            />
            <Field
              name="body"
              kind="lines"
              rows={3}
              label={w.body}
              hint={w.bodyHint}
              value={typed.body}
              error={faultAt(errors, 'body')}
            />
            <Upload name="file" optional samples={[]} accept="application/pdf,image/*" label={w.file} />
            <Button kind="second" label={w.addIt} />
          </form>
        )}
      </div>
    </div>
  )
}

export function BudgetPage({
  view,
  action,
  typed = {},
  chosen = {},
  errors = [],
}: {
  view: BudgetView
  action: string
  chosen?: { readonly indicators?: readonly string[]; readonly places?: readonly string[] }
} & Form) {
  const language = useLanguage()
  const money = (value: number) => formatRupiah(value, language)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>
          {say(w.budget, language)} {view.year}
        </h1>
        <p class="lead">{say(w.budgetLead, language)}</p>
      </div>
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.noActivities} text={w.noActivitiesText} />
      ) : (
        <>
          <div class="duo">
            <Stat
              value={money(view.plannedRupiah)}
              reading={w.planned}
              source={`${formatCount(view.lines.length, language)} ${say(w.activity, language).toLowerCase()}, ${view.year}`}
            />
            <Stat
              value={money(view.realisedRupiah)}
              reading={fill(say(w.share, language), {
                p:
                  view.plannedRupiah === 0
                    ? say(PART_WORDS.noData, language)
                    : percentText(view.realisedRupiah, view.plannedRupiah, language),
              })}
              source={w.realised}
            />
          </div>
          <Table
            caption={w.activity}
            phone="cards"
            dense
            columns={[
              { key: 'name', label: w.activity, title: true },
              { key: 'indicators', label: w.indicators },
              { key: 'planned', label: w.planned, end: true },
              { key: 'realised', label: w.realised, end: true },
              { key: 'people', label: w.people, end: true },
              { key: 'cost', label: w.cost, end: true },
            ]}
            rows={view.lines.map((one) => ({
              cells: {
                name: (
                  <div>
                    {one.name}{' '}
                    <small class="quiet">
                      {one.agencyName}, {one.budgetCode}, {say(SOURCES[one.source], language)},{' '}
                      {fill(say(w.villages, language), { n: one.villages })}
                    </small>
                  </div>
                ),
                indicators: one.indicators.join(', '),
                planned: money(one.plannedRupiah),
                realised: money(one.realisedRupiah),
                people: `${formatCount(one.reachedPeople, language)} / ${formatCount(one.plannedPeople, language)}`,
                cost: one.costRupiah === null ? '–' : money(one.costRupiah),
              },
            }))}
          />
          <Table
            caption={w.budget}
            showCaption
            dense
            phone="cards"
            columns={[
              { key: 'name', label: w.indicators, title: true },
              { key: 'planned', label: w.planned, end: true },
              { key: 'realised', label: w.realised, end: true },
              { key: 'activities', label: w.activity, end: true },
            ]}
            rows={view.byIndicator.map((one) => ({
              cells: {
                name: `${one.code} ${say(one.name, language)}`,
                planned: money(one.plannedRupiah),
                realised: money(one.realisedRupiah),
                activities: String(one.activities),
              },
            }))}
          />
          <p class="xs quiet">{fill(say(w.budgetSource, language), { year: view.year })}</p>
        </>
      )}
      {view.agencies.length === 0 ? null : (
        <form method="post" action={action} class="stack narrow" novalidate>
          <h2>{say(w.tag, language)}</h2>
          <Field name="name" label={w.name} value={typed.name} error={faultAt(errors, 'name')} />
          <SelectField
            name="agency"
            label={w.agency}
            value={typed.agency ?? (view.agencies.length === 1 ? view.agencies[0]!.id : '')}
            error={faultAt(errors, 'agency')}
            options={view.agencies.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Field
            name="budgetCode"
            width={16}
            label={w.budgetCode}
            value={typed.budgetCode}
            error={faultAt(errors, 'budgetCode')}
          />
          <SelectField
            name="source"
            label={w.source}
            width={16}
            value={typed.source}
            error={faultAt(errors, 'source')}
            options={Object.entries(SOURCES).map(([value, label]) => ({ value, label }))}
          />
          <ChoiceCards
            name="indicators"
            many
            two
            label={w.indicators}
            value={chosen.indicators}
            error={faultAt(errors, 'indicators')}
            choices={view.indicators.map((one) => ({ value: one.code, label: one.code, hint: one.name }))}
          />
          <ChoiceCards
            name="places"
            many
            two
            label={w.places}
            value={chosen.places}
            error={faultAt(errors, 'places')}
            choices={view.districts.map((one) => ({ value: one.code, label: one.name }))}
          />
          <Field
            name="planned"
            kind="number"
            width={16}
            unit="Rp"
            label={w.planned}
            value={typed.planned}
            error={faultAt(errors, 'planned')}
          />
          <Field
            name="realised"
            kind="number"
            width={16}
            unit="Rp"
            optional
            label={w.realised}
            value={typed.realised}
            error={faultAt(errors, 'realised')}
          />
          <Field
            name="plannedPeople"
            kind="number"
            width={8}
            label={w.plannedPeople}
            value={typed.plannedPeople}
            error={faultAt(errors, 'plannedPeople')}
          />
          <Field
            name="reachedPeople"
            kind="number"
            width={8}
            optional
            label={w.reachedPeople}
            value={typed.reachedPeople}
            error={faultAt(errors, 'reachedPeople')}
          />
          <Button label={w.tag} />
        </form>
      )}
    </div>
  )
}
