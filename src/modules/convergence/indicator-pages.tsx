// The indicators in force with target, owner and source; the editions of the region; the form of a new one. Must stay true: unconfirmed
// targets are said; a draft shows before and after, and a second person confirms it.
import { fill, say, type Text } from '../../kernel/text.ts'
import { EDITION_PANEL_WORDS, EditionPanels } from '../../platform/ui/edition-panels.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import type { IndicatorsView } from './indicator-port.ts'

export const INDICATOR_WORDS = {
  title: { id: 'Indikator dan target', en: 'Indicators and targets' },
  lead: {
    id: 'Berlaku sekarang: {name}. Rapor tiap triwulan memakai edisi yang berlaku pada awal triwulan itu.',
    en: 'In force now: {name}. The scorecard of a quarter uses the edition in force on its first day.',
  },
  indicator: { id: 'Indikator', en: 'Indicator' },
  target: { id: 'Target', en: 'Target' },
  owner: { id: 'Pemilik', en: 'Owner' },
  budgetCode: { id: 'Kode anggaran', en: 'Budget code' },
  open: { id: 'target belum dipastikan', en: 'target unconfirmed' },
  atMost: { id: 'paling banyak', en: 'at most' },
  editions: { id: 'Edisi kabupaten', en: 'Editions of the region' },
  noEditions: {
    id: 'Belum ada edisi sendiri; yang berlaku adalah edisi nasional yang dibawa program ini.',
    en: 'No own edition yet; the national edition that this program brings is in force.',
  },
  makeLead: {
    id: 'Ubah yang perlu saja. Hasil triwulan sebelum edisi ini tidak berubah.',
    en: 'Change only what is needed. Results of quarters before it stay as they are.',
  },
  source: { id: 'Dasar, misalnya nomor peraturan', en: 'Legal basis, such as the number of a regulation' },
  start: { id: 'Berlaku mulai triwulan', en: 'In force from quarter' },
  newIndicator: { id: 'Indikator baru {n}, bila perlu', en: 'New indicator {n}, if needed' },
  newLead: {
    id: 'Dihitung sendiri dari daftar layanan: yang menerima dibagi yang berhak.',
    en: 'Counted by itself from the lists of services: who received of who is due.',
  },
  newCode: { id: 'Kode', en: 'Code' },
  newCodeHint: {
    id: 'Dua huruf dan angka, misalnya LK1; bukan SP atau SE',
    en: 'Two letters and a number such as LK1; not SP or SE',
  },
  newName: { id: 'Nama indikator', en: 'Name of the indicator' },
  newNameEnglish: { id: 'Nama dalam bahasa Inggris', en: 'Name in English' },
  newService: { id: 'Layanan yang dihitung', en: 'Service that is counted' },
  newKind: { id: 'Masuk nilai mana', en: 'Part of which score' },
  newDirection: { id: 'Yang diharapkan', en: 'What is wanted' },
  higher: { id: 'Paling sedikit setinggi target', en: 'At least the target' },
  lower: { id: 'Paling banyak setinggi target', en: 'At most the target' },
} as const satisfies Record<string, Text>
const w = INDICATOR_WORDS
const frame = EDITION_PANEL_WORDS
/** How many indicators one draft may add. */
export const NEW_BLOCKS = [1, 2, 3] as const
const KIND_WORDS = {
  supply: { id: 'Hanya ditampilkan, tidak dinilai', en: 'Shown only, not scored' },
  specific: { id: 'Spesifik', en: 'Specific' },
  sensitive: { id: 'Sensitif', en: 'Sensitive' },
} as const

export function IndicatorsPage({
  view,
  action,
  typed = {},
  errors = [],
}: { view: IndicatorsView; action: string } & FormState) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{fill(say(w.lead, language), { name: say(view.editionName, language) })}</p>
      </div>
      <Table
        caption={w.title}
        phone="cards"
        dense
        columns={[
          { key: 'name', label: w.indicator, title: true },
          { key: 'target', label: w.target, end: true },
          { key: 'owner', label: w.owner },
          { key: 'code', label: w.budgetCode },
        ]}
        rows={view.indicators.map((one) => ({
          cells: {
            name: (
              <div>
                {one.indicator.code} {say(one.indicator.name, language)}
                {one.isConfirmed ? null : <small class="quiet"> ({say(w.open, language)})</small>}
              </div>
            ),
            target: (
              <div>
                {one.indicator.direction === 'lower' ? `${say(w.atMost, language)} ` : ''}
                {one.target} %
              </div>
            ),
            owner: one.ownerName,
            code: one.indicator.budgetCode ?? '–',
          },
        }))}
      />
      <p class="xs quiet">{view.source}</p>
      <EditionPanels
        title={w.editions}
        none={w.noEditions}
        action={action}
        mayConfirm={view.mayPlan}
        editions={view.editions.map((one) => ({
          ...one,
          changes: one.changes.map(({ code, name, before, after }) => ({
            thing: `${code} ${say(name, language)}`,
            before,
            after,
          })),
        }))}
      />
      {view.mayPlan ? <EditionForm view={view} action={action} typed={typed} errors={errors} /> : null}
    </div>
  )
}

function EditionForm({ view, action, typed = {}, errors = [] }: { view: IndicatorsView; action: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  return (
    <PanelForm action={action} title={frame.make} lead={w.makeLead} send={frame.save} kind="second">
      <Field {...f.of('name')} label={frame.name} />
      <Field {...f.of('source')} label={w.source} />
      <SelectField
        {...f.of('from', view.starts[1]?.key)}
        label={w.start}
        options={view.starts.map((one) => ({ value: one.key, label: one.name }))}
      />
      {view.indicators.map(({ indicator, target }) => (
        <details open={errors.some((one) => one.at?.endsWith(`-${indicator.code}`))}>
          <summary>
            {indicator.code} {say(indicator.name, language)}
          </summary>
          <div class="stack stack-s">
            <Field
              {...f.of(`target-${indicator.code}`, target)}
              kind="number"
              decimal
              width={4}
              unit="%"
              label={w.target}
            />
            <SelectField
              {...f.of(`owner-${indicator.code}`, indicator.owner)}
              label={w.owner}
              options={view.agencies.map((one) => ({ value: one.id, label: one.name }))}
            />
            <Field
              {...f.of(`budget-${indicator.code}`, indicator.budgetCode ?? '')}
              width={16}
              optional
              label={w.budgetCode}
            />
          </div>
        </details>
      ))}
      {NEW_BLOCKS.map((block) => (
        <NewIndicator block={block} view={view} typed={typed} errors={errors} />
      ))}
    </PanelForm>
  )
}

/** A block for one indicator of the region's own; left empty it adds nothing. */
function NewIndicator({
  block,
  view,
  typed = {},
  errors = [],
}: { block: (typeof NEW_BLOCKS)[number]; view: IndicatorsView } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const isOpen =
    errors.some((one) => one.at?.startsWith('new-') && one.at.endsWith(`-${block}`)) ||
    (typed[`new-code-${block}`]?.[0] ?? '') !== ''
  return (
    <details open={isOpen}>
      <summary>{fill(say(w.newIndicator, language), { n: block })}</summary>
      <div class="stack stack-s">
        <p class="s quiet">{say(w.newLead, language)}</p>
        <Field {...f.of(`new-code-${block}`)} width={4} optional label={w.newCode} hint={w.newCodeHint} />
        <Field {...f.of(`new-name-${block}`)} optional label={w.newName} />
        <Field {...f.of(`new-nameEnglish-${block}`)} optional label={w.newNameEnglish} />
        <SelectField
          {...f.of(`new-service-${block}`, view.services[0]?.code ?? '')}
          label={w.newService}
          options={view.services.map((one) => ({ value: one.code, label: say(one.name, language) }))}
        />
        <SelectField
          {...f.of(`new-kind-${block}`, 'supply')}
          label={w.newKind}
          options={(['supply', 'specific', 'sensitive'] as const).map((value) => ({
            value,
            label: say(KIND_WORDS[value], language),
          }))}
        />
        <SelectField
          {...f.of(`new-direction-${block}`, 'higher')}
          label={w.newDirection}
          options={[
            { value: 'higher', label: say(w.higher, language) },
            { value: 'lower', label: say(w.lower, language) },
          ]}
        />
        <Field {...f.of(`new-target-${block}`)} kind="number" decimal width={4} unit="%" optional label={w.target} />
        <SelectField
          {...f.of(`new-owner-${block}`, view.agencies[0]?.id ?? '')}
          label={w.owner}
          options={view.agencies.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Field {...f.of(`new-budget-${block}`)} width={16} optional label={w.budgetCode} />
      </div>
    </details>
  )
}
