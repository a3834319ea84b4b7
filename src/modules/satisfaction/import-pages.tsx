// Figures of old reports: typed in, re-computed, and agreed to by a second person where they are doubtful. HTML from data. Must stay true: a figure
// that cannot be reproduced stands beside what re-computing gave; nothing is repaired.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { whole } from './figures.ts'
import type { CheckedImport } from './import-check.ts'
import { KINDS } from './period.ts'
import { KIND_NAMES } from './planning-pages.tsx'
import type { ImportsView, ImportTyped } from './port.ts'

export const IMPORT_WORDS = {
  title: { id: 'Angka laporan lama', en: 'Figures of old reports' },
  lead: {
    id: 'Salin persis seperti tercetak. Nilai dihitung ulang dari unsurnya; yang tidak cocok disimpan apa adanya dan ditandai.',
    en: 'Copy exactly what is printed. The index is computed again from its elements; what does not fit is kept as it is and marked.',
  },
  unit: { id: 'Unit', en: 'Unit' },
  edition: { id: 'Aturan survei dan urutan unsurnya', en: 'Edition of the survey and order of its elements' },
  editionHint: {
    id: 'Pengaduan dan sarana sering bertukar tempat. Lihat tabel di laporan.',
    en: 'Complaints and facilities often change places. Look at the table of the report.',
  },
  kind: { id: 'Lama periode', en: 'Length of the period' },
  year: { id: 'Tahun', en: 'Year' },
  number: { id: 'Periode ke', en: 'Number of the period' },
  answers: { id: 'Jumlah responden', en: 'Number of answers' },
  averages: { id: 'Nilai rata-rata unsur', en: 'Averages of the elements' },
  averagesHint: {
    id: 'Satu unsur satu baris, menurut urutan laporan, misalnya 3,31. Tanda - bila tidak ada. Kosongkan bila laporan tidak memuatnya.',
    en: 'One element a line, in the order of the report, such as 3.31. - where there is none. Leave empty when the report has none.',
  },
  index: { id: 'Nilai IKM tercetak', en: 'Printed index' },
  grade: { id: 'Mutu tercetak', en: 'Printed grade' },
  source: { id: 'Sumber: judul laporan dan halaman', en: 'Source: title of the report and page' },
  send: { id: 'Periksa dan simpan', en: 'Check and store' },
  waiting: { id: 'Menunggu orang kedua', en: 'Waits for a second person' },
  waitingLead: {
    id: 'Angka ini belum disimpan. Cocokkan dengan sumbernya, lalu setujui atau buang.',
    en: 'These figures are not stored. Compare them with their source, then agree or drop them.',
  },
  mine: { id: 'Anda yang mengetiknya; orang lain yang menyetujui.', en: 'You typed them in; somebody else agrees.' },
  compared: { id: 'Sumber yang dicocokkan', en: 'Source that was compared' },
  agree: { id: 'Setujui', en: 'Agree' },
  drop: { id: 'Buang', en: 'Drop' },
  stored: { id: 'Sudah disimpan', en: 'Stored' },
  storedNow: { id: 'Angka disimpan', en: 'The figures are stored' },
  waitsNow: { id: 'Angka ditahan, menunggu orang kedua', en: 'The figures are held for a second person' },
  period: { id: 'Periode', en: 'Period' },
  value: { id: 'Nilai', en: 'Index' },
  check: { id: 'Hitung ulang', en: 'Computed again' },
  none: { id: 'Belum ada angka laporan lama.', en: 'No figures of old reports yet.' },
  dates: { id: '{from} sampai {to}', en: '{from} to {to}' },
  reproduced: { id: 'Cocok dengan bobot {weight}', en: 'Fits with the weight {weight}' },
  exact: { id: 'tepat', en: 'exact' },
  notReproducible: {
    id: 'Tidak dapat dihasilkan ulang: dari unsurnya {index}, selisih {difference}',
    en: 'Not reproducible: {index} from its elements, a difference of {difference}',
  },
  notCheckable: { id: 'Tanpa nilai unsur, tidak dapat diperiksa', en: 'Without averages it cannot be checked' },
  gradeDiffers: { id: 'mutu tercetak berbeda dari aturannya', en: 'the printed grade differs from the edition' },
} as const satisfies Record<string, Text>
const w = IMPORT_WORDS

type Errors = readonly { readonly at?: string; readonly text: string }[]
export type ImportsProps = {
  readonly view: ImportsView
  readonly action: string
  readonly typed?: Partial<ImportTyped>
  readonly done?: 'stored' | 'waiting'
  readonly errors?: Errors
  /** What a doubt says, in the visitor's language. */
  readonly tell: (doubt: ImportsView['waiting'][number]['doubts'][number]) => string
}

export function ImportsPage({ view, action, typed = {}, done, errors = [], tell }: ImportsProps) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="narrow">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      {done === undefined ? null : (
        <Notice
          tone={done === 'stored' ? 'good' : 'care'}
          fact={done === 'stored' ? w.storedNow : w.waitsNow}
          {...(done === 'stored' ? {} : { text: w.waitingLead })}
        />
      )}
      <Waiting view={view} action={action} tell={tell} />
      <Stored view={view} />
      {view.mayType ? <EntryForm view={view} action={action} typed={typed} errors={errors} /> : null}
    </div>
  )
}

function Waiting({ view, action, tell }: Pick<ImportsProps, 'view' | 'action' | 'tell'>) {
  const language = useLanguage()
  if (view.waiting.length === 0) return null
  return (
    <section class="stack narrow" aria-labelledby="h-waiting">
      <h2 id="h-waiting">{say(w.waiting, language)}</h2>
      <p class="quiet">{say(w.waitingLead, language)}</p>
      {view.waiting.map((one) => (
        <form method="post" action={`${action}/${one.id}`} class="panel stack" novalidate>
          <p>
            <b>
              {one.unitName}, {datesOf(one, language)}: {one.index}
            </b>
          </p>
          <ul>
            {one.doubts.map((doubt) => (
              <li>{tell(doubt)}</li>
            ))}
          </ul>
          {one.isMine ? (
            <p class="quiet">{say(w.mine, language)}</p>
          ) : (
            <>
              <Field name="source" id={`source-${one.id}`} label={w.compared} />
              <Button name="word" value="yes" label={w.agree} />
            </>
          )}
          <Button kind="second" small name="word" value="no" label={w.drop} />
        </form>
      ))}
    </section>
  )
}

const datesOf = (one: { readonly from: string; readonly to: string }, language: 'id' | 'en'): string =>
  fill(say(w.dates, language), { from: formatDate(one.from, language), to: formatDate(one.to, language) })

function verdictOf(checked: CheckedImport, language: 'id' | 'en'): string {
  const grade = checked.printedGradeDiffers ? `; ${say(w.gradeDiffers, language)}` : ''
  if (checked.verdict === 'not-checkable') return say(w.notCheckable, language) + grade
  if (checked.fits !== null) {
    const weight = checked.fits.weighting === 'exact' ? say(w.exact, language) : checked.fits.weighting
    return fill(say(w.reproduced, language), { weight }) + grade
  }
  const [way] = checked.ways
  const figure = (text: string | undefined) => (language === 'id' ? text?.replace('.', ',') : text) ?? '–'
  const found = { index: figure(way?.index), difference: figure(way?.difference) }
  return fill(say(w.notReproducible, language), found) + grade
}

function Stored({ view }: Pick<ImportsProps, 'view'>) {
  const language = useLanguage()
  if (view.stored.length === 0) return <p class="quiet">{say(w.none, language)}</p>
  return (
    <Table
      caption={w.stored}
      showCaption
      phone="cards"
      columns={[
        { key: 'period', label: w.period, title: true },
        { key: 'unit', label: w.unit },
        { key: 'value', label: w.value, end: true },
        { key: 'answers', label: w.answers, end: true },
        { key: 'check', label: w.check },
      ]}
      rows={view.stored.map((one) => ({
        cells: {
          period: datesOf(one, language),
          unit: one.unitName,
          value: `${one.index} (${one.checked.grade})`,
          answers: whole(one.answers, language),
          check: verdictOf(one.checked, language),
        },
      }))}
    />
  )
}

function EntryForm({ view, action, typed = {}, errors = [] }: Omit<ImportsProps, 'tell' | 'done'>) {
  const language = useLanguage()
  const errorAt = (at: string) =>
    errors.find((error) => error.at === at || (at === 'averages' && error.at?.startsWith('averages.')))?.text
  return (
    <form method="post" action={action} class="narrow stack stack-m" novalidate>
      <h2>{say(w.send, language)}</h2>
      <SelectField
        name="unit"
        label={w.unit}
        value={typed.unit}
        error={errorAt('unit')}
        options={view.units.map((one) => ({ value: one.id, label: one.name }))}
      />
      <SelectField
        name="edition"
        label={w.edition}
        hint={w.editionHint}
        value={typed.edition === undefined ? undefined : `${typed.edition}/${typed.order ?? ''}`}
        error={errorAt('edition') ?? errorAt('order')}
        options={view.editions.flatMap((one) =>
          one.orders.map((order) => ({
            value: `${one.id}/${order.id}`,
            label: `${say(one.name, language)}: ${say(order.label, language)}`,
          })),
        )}
      />
      <SelectField
        name="kind"
        label={w.kind}
        value={typed.kind}
        options={KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
      />
      <Field name="year" kind="number" label={w.year} value={typed.year} width={4} error={errorAt('year')} />
      <Field name="number" kind="number" label={w.number} value={typed.number} width={4} />
      <Field
        name="answers"
        kind="number"
        label={w.answers}
        value={typed.answers}
        width={8}
        error={errorAt('answers')}
      />
      <Field
        name="averages"
        kind="lines"
        rows={9}
        optional
        label={w.averages}
        hint={w.averagesHint}
        value={typed.averages}
        error={errorAt('averages')}
      />
      <Field name="index" label={w.index} value={typed.index} width={8} error={errorAt('index')} />
      <Field name="grade" optional label={w.grade} value={typed.grade} width={4} />
      <Field name="source" label={w.source} value={typed.source} error={errorAt('source')} />
      <Button label={w.send} />
    </form>
  )
}
