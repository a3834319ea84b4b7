// Planning a period: which unit, which services, when, how many users. Must stay true: what is fixed here (dates, users, edition) cannot be changed
// once the period is open, and the page says so.
import { say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { KINDS, type PeriodDraft, type PeriodKind } from './period.ts'
import type { PlanningView } from './port.ts'

export const PLANNING_WORDS = {
  title: { id: 'Rencanakan periode survei', en: 'Plan a survey period' },
  lead: {
    id: 'Tanggal, layanan, dan jumlah pengguna tidak dapat diubah setelah periode dibuka.',
    en: 'Dates, services and number of users cannot be changed once the period is open.',
  },
  unit: { id: 'Unit', en: 'Unit' },
  services: { id: 'Layanan yang ditanyakan', en: 'Services asked about' },
  kind: { id: 'Lama periode', en: 'Length of the period' },
  year: { id: 'Tahun', en: 'Year' },
  number: { id: 'Periode ke', en: 'Number of the period' },
  numberHint: {
    id: 'Bulan 1–12, triwulan 1–4, semester 1–2, tahun 1',
    en: 'Month 1–12, quarter 1–4, semester 1–2, year 1',
  },
  users: { id: 'Jumlah pengguna layanan', en: 'Users of the services' },
  usersHint: {
    id: 'Perkiraan periode ini, atau jumlah periode sebelumnya. Dari sini jumlah jawaban yang diperlukan dihitung.',
    en: 'Expected in this period, or the number of the one before. The answers needed follow from it.',
  },
  save: { id: 'Rencanakan', en: 'Plan it' },
} as const satisfies Record<string, Text>
const w = PLANNING_WORDS

export const KIND_NAMES: Readonly<Record<PeriodKind, Text>> = {
  month: { id: 'Satu bulan', en: 'One month' },
  quarter: { id: 'Triwulan', en: 'Quarter' },
  semester: { id: 'Semester', en: 'Semester' },
  year: { id: 'Satu tahun', en: 'One year' },
}

type Typed = Readonly<Record<string, readonly string[]>>

export type PlanningProps = {
  view: PlanningView
  action: string
  typed?: Typed
  errors?: readonly { readonly at?: string; readonly text: string }[]
}

export function PlanningPage({ view, action, typed = {}, errors = [] }: PlanningProps) {
  const language = useLanguage()
  const value = (name: string) => typed[name]?.[0]
  const errorAt = (at: string) => errors.find((error) => error.at === at)?.text
  return (
    <form method="post" action={action} class="narrow stack stack-l" novalidate>
      <ErrorSummary errors={errors} />
      <div>
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      <SelectField
        name="unit"
        label={w.unit}
        value={value('unit')}
        error={errorAt('unit')}
        options={view.units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <ChoiceCards
        name="services"
        many
        label={w.services}
        value={typed.services}
        error={errorAt('services')}
        choices={view.services.map((service) => ({ value: service.id, label: service.name }))}
      />
      <SelectField
        name="kind"
        label={w.kind}
        value={value('kind')}
        options={KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
        width={16}
      />
      <Field name="year" kind="number" label={w.year} value={value('year') ?? view.year} width={4} />
      <Field
        name="number"
        kind="number"
        label={w.number}
        hint={w.numberHint}
        value={value('number')}
        error={errorAt('number')}
        width={4}
      />
      <Field
        name="users"
        kind="number"
        label={w.users}
        hint={w.usersHint}
        value={value('users')}
        error={errorAt('users')}
        width={8}
      />
      <Button label={w.save} />
    </form>
  )
}

/** The posted form as a draft; what is no number becomes NaN, which planning refuses with its sentence. */
export function readPlanning(fields: Typed): PeriodDraft {
  const text = (name: string) => fields[name]?.[0]?.trim() ?? ''
  const number = (name: string) => (/^\d[\d.]*$/.test(text(name)) ? Number(text(name).replaceAll('.', '')) : Number.NaN)
  return {
    unitId: text('unit'),
    services: fields.services ?? [],
    kind: KINDS.find((kind) => kind === text('kind')) ?? 'quarter',
    year: number('year'),
    number: number('number'),
    users: number('users'),
    extras: [],
  }
}
