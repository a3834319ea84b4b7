// The follow-up plan as a table: what was promised for which element, by whom, until when, and what became of it.
import { formatDate } from '../../kernel/date-format.ts'
import { say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Table } from '../../platform/ui/table.tsx'
import type { FollowUpStatus } from './period.ts'
import { PLAN_WORDS as w } from './plan-words.ts'
import type { ActionView } from './port.ts'

/** The badge of each state of an action. */
export const STATUS: Readonly<Record<FollowUpStatus, { readonly tone: BadgeTone; readonly label: Text }>> = {
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
