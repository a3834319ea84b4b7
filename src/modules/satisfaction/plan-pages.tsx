// The follow-up plan: what was promised for which element, by whom, until when, and what became of it; and the form in which the head
// of the unit writes it. Must stay true: the form has no field for a figure, figures stand beside it as text.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Table } from '../../platform/ui/table.tsx'
import { figure } from './figures.ts'
import type { FollowUpStatus } from './period.ts'
import type { ActionView, ReviewView } from './port.ts'

export const PLAN_WORDS = {
  caption: { id: 'Tindakan menurut unsur', en: 'Actions by element' },
  element: { id: 'Unsur', en: 'Element' },
  what: { id: 'Tindakan', en: 'Action' },
  who: { id: 'Pelaksana', en: 'Who' },
  until: { id: 'Sampai', en: 'Until' },
  status: { id: 'Status', en: 'Status' },
  none: { id: 'Belum ada rencana.', en: 'No plan yet.' },
  title: { id: 'Rencana tindak lanjut', en: 'Follow-up plan' },
  lead: {
    id: 'Nilai sudah dihitung sistem dan tidak dapat diubah. Tulis satu tindakan untuk tiap unsur terendah.',
    en: 'The figures were computed by the system and cannot be changed. Write one action for each of the lowest elements.',
  },
  whatHint: {
    id: 'Apa yang dikerjakan, sehingga orang merasakan bedanya',
    en: 'What will be done, so that people feel the difference',
  },
  whoHint: { id: 'Bidang atau jabatan, bukan nama orang', en: 'Unit or post, not a person’s name' },
  untilHint: { id: 'Contoh: 2026-09-30', en: 'Example: 2026-09-30' },
  now: { id: 'Sekarang {value}, mutu {grade}', en: 'Now {value}, grade {grade}' },
  save: { id: 'Simpan rencana', en: 'Save the plan' },
} as const satisfies Record<string, Text>
const w = PLAN_WORDS

const STATUS: Readonly<Record<FollowUpStatus, { readonly tone: BadgeTone; readonly label: Text }>> = {
  planned: { tone: 'wait', label: { id: 'Direncanakan', en: 'Planned' } },
  'under-way': { tone: 'work', label: { id: 'Dikerjakan', en: 'Under way' } },
  done: { tone: 'done', label: { id: 'Selesai', en: 'Done' } },
  dropped: { tone: 'stop', label: { id: 'Tidak dilanjutkan', en: 'Dropped' } },
}

export function PlanTable({ actions }: { actions: readonly ActionView[] }) {
  const language = useLanguage()
  if (actions.length === 0) return <p class="quiet">{say(w.none, language)}</p>
  return (
    <Table
      caption={w.caption}
      phone="cards"
      columns={[
        { key: 'what', label: w.what, title: true },
        { key: 'element', label: w.element },
        { key: 'who', label: w.who },
        { key: 'until', label: w.until },
        { key: 'status', label: w.status },
      ]}
      rows={actions.map((action) => ({
        cells: {
          what: action.what,
          element: action.elementName,
          who: action.who,
          until: formatDate(action.until, language),
          status: (
            <>
              <Badge {...STATUS[action.status]} />
              {action.proof === null ? null : <span class="s quiet"> {action.proof}</span>}
            </>
          ),
        },
      }))}
    />
  )
}

export type ReviewPageProps = {
  view: ReviewView
  action: string
  /** As typed, when the form came back. */
  typed?: Readonly<Record<string, string>>
  errors?: readonly { readonly at?: string; readonly text: string }[]
}

/** The form of the head of the unit. Field names are `plan.N.what`, `plan.N.who`, `plan.N.until`, `plan.N.element`. */
export function ReviewPage({ view, action, typed = {}, errors = [] }: ReviewPageProps) {
  const language = useLanguage()
  const { result, edition } = view
  const codes = result.lowest.length > 0 ? result.lowest : edition.elements.slice(0, 1).map((e) => e.code)
  const errorAt = (at: string) => errors.find((error) => error.at === at)?.text
  return (
    <form method="post" action={action} class="narrow stack stack-l" novalidate>
      <ErrorSummary errors={errors} />
      <div>
        <h1>{say(w.title, language)}</h1>
        <p class="lead">
          {view.unitName}, {say(view.name, language)}
        </p>
        <p>{say(w.lead, language)}</p>
      </div>
      {codes.map((code, i) => {
        const row = result.elements.find((e) => e.code === code)
        const name = (part: string) => `plan.${i}.${part}`
        return (
          <section class="stack" aria-labelledby={`e-${code}`}>
            <h2 id={`e-${code}`}>{say(edition.elements.find((e) => e.code === code)!.name, language)}</h2>
            {row?.value == null ? null : (
              <p class="quiet">
                {fill(say(w.now, language), { value: figure(row.value, language), grade: row.grade ?? '' })}
              </p>
            )}
            <input type="hidden" name={name('element')} value={code} />
            <Field
              name={name('what')}
              kind="lines"
              rows={2}
              label={w.what}
              hint={w.whatHint}
              value={typed[name('what')]}
              error={errorAt(name('what'))}
            />
            <Field
              name={name('who')}
              label={w.who}
              hint={w.whoHint}
              value={typed[name('who')]}
              error={errorAt(name('who'))}
            />
            <Field
              name={name('until')}
              label={w.until}
              hint={w.untilHint}
              width={16}
              value={typed[name('until')]}
              error={errorAt(name('until'))}
            />
          </section>
        )
      })}
      <Button label={w.save} />
    </form>
  )
}
