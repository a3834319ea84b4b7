// The checklist of a village: who of its people and families waits for which service.
import { fill, say } from '../../kernel/text.ts'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { PersonList } from '../../platform/ui/person-list.tsx'
import type { ChecklistView } from './family-port.ts'
import { FAMILY_WORDS } from './family-words.ts'
import { GAP_WORDS } from './gap-pages.tsx'

const w = FAMILY_WORDS

export function ChecklistPage({ view, base }: { view: ChecklistView; base: string }) {
  const language = useLanguage()
  const here = `${base}/villages/${view.village.code}/services`
  const period = view.period.isCurrent ? '' : `&period=${view.period.key}`
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{fill(say(w.checklist, language), { village: view.village.name })}</h1>
        <p class="lead narrow">
          {fill(say(w.checklistLead, language), {
            n: view.complete,
            d: view.all,
            period: say(view.period.name, language),
          })}
        </p>
        <Chips
          label={w.filter}
          chips={(['waiting', 'all'] as const).map((only) => ({
            href: `${here}?only=${only}${period}`,
            label: only === 'waiting' ? w.waiting : w.all,
            current: only === view.only,
          }))}
        />
      </div>
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.complete} text={w.completeText} />
      ) : (
        <PersonList
          people={view.lines.map((line) => ({
            href: `${here}/${line.subjectId}${period === '' ? '' : `?${period.slice(1)}`}`,
            number: `${line.received}/${line.due}`,
            name: line.name,
            about: `${say(line.about, language)}, ${fill(say(w.received, language), { n: line.received, d: line.due })}`,
            badges: line.isAtRisk ? [{ tone: 'care' as const, label: GAP_WORDS.risk }] : [],
          }))}
        />
      )}
      {view.next === undefined ? null : (
        <p>
          <a href={`${here}?only=${view.only}${period}&after=${view.next}`}>{say(GAP_WORDS.next, language)}</a>
        </p>
      )}
    </div>
  )
}
