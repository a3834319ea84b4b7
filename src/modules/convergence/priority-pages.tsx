// Priority villages: the proposed order with every part, and the form of the meeting’s decision. Must stay true: a proposal decides
// nothing; a second person confirms.
import { formatLiteral } from '../../kernel/decimal.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type FormState, fieldsOf, PanelForm, typedDate } from './form-parts.tsx'
import { dateParts, day, faultAt } from './page-parts.tsx'
import type { PriorityView } from './planning-port.ts'

export const PRIORITY_WORDS = {
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
} as const satisfies Record<string, Text>
const w = PRIORITY_WORDS

const PARTS: Readonly<Record<string, Text>> = {
  prevalence: { id: 'Prev.', en: 'Prev.' },
  stunted: { id: 'Jumlah', en: 'Number' },
  risk: { id: 'KRS', en: 'Risk' },
  gap: { id: 'Celah', en: 'Gap' },
  access: { id: 'Akses', en: 'Access' },
  past: { id: 'Lalu', en: 'Past' },
}
const SHORT = 60

export function PriorityPage({
  view,
  base,
  isAll,
  typed = {},
  errors = [],
}: { view: PriorityView; base: string; isAll: boolean } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const { decision } = view
  const here = `${base}/priority/${view.year}`
  const lines = isAll ? view.lines : view.lines.slice(0, SHORT)
  const number = (part: string | null) => (part === null ? '–' : formatLiteral(part, language))
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
        <PanelForm action={here} title={decision === undefined ? w.draft : w.repair} send={w.save}>
          <Field {...f.of('howMany', view.howMany)} kind="number" width={4} label={w.howMany} />
          <Field {...f.of('changes')} kind="lines" rows={3} optional label={w.changes} hint={w.changesHint} />
          <DateOfBirth
            name="decidedOn"
            label={w.decidedOn}
            value={typedDate(typed, 'decidedOn') ?? (decision?.decidedOn ? dateParts(decision.decidedOn) : {})}
            error={faultAt(errors, 'decidedOn')}
          />
          <Field {...f.of('minutes', decision?.minutes)} label={w.minutes} />
          <Field {...f.of('decree', decision?.decree)} label={w.decree} />
        </PanelForm>
      )}
    </div>
  )
}
