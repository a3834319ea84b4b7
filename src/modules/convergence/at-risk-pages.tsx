// Families at risk of stunting of a village, by factor. Must stay true: each factor is named; what is unconfirmed is said.
import { fill, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Table } from '../../platform/ui/table.tsx'
import { type PastiActivity, PastiLinks } from './couple-list-pages.tsx'
import type { AtRiskView } from './family-port.ts'
import { FAMILY_WORDS } from './family-words.ts'
import { GAP_WORDS } from './gap-pages.tsx'
import { day } from './page-parts.tsx'

const w = FAMILY_WORDS

export function AtRiskPage({ view, base, lists }: { view: AtRiskView; base: string; lists: readonly PastiActivity[] }) {
  const language = useLanguage()
  const village = `${base}/villages/${view.village.code}`
  const asked = view.show === 'families' ? '' : `&show=${view.show}`
  return (
    <div class="stack stack-l">
      <div class="stack">
        <h1>{fill(say(w.families, language), { village: view.village.name })}</h1>
        <p class="lead narrow">
          {fill(say(w.familiesLead, language), { n: view.total, d: view.known, open: view.targets - view.known })}
        </p>
        <PastiLinks base={base} village={view.village.code} now={view.show} lists={lists} />
        {view.show === 'families' ? null : (
          <p>{fill(say(view.show === 'assist' ? w.assistLead : w.watchLead, language), { days: view.watchDays })}</p>
        )}
        <ul class="chips" aria-label={say(w.factor, language)}>
          <li>
            <a
              href={`${village}/families${asked === '' ? '' : `?${asked.slice(1)}`}`}
              aria-current={view.factor === undefined ? 'true' : undefined}
            >
              {say(w.all, language)} {view.total}
            </a>
          </li>
          {view.factors.map((one) => (
            <li>
              <a
                href={`${village}/families?factor=${one.code}${asked}`}
                aria-current={view.factor === one.code ? 'true' : undefined}
              >
                {say(one.name, language)} {one.count}
              </a>
            </li>
          ))}
        </ul>
        {view.isConfirmed ? null : <p class="xs quiet">{say(w.unconfirmed, language)}</p>}
      </div>
      {view.families.length === 0 ? (
        <EmptyState level={2} title={w.noFamilies} text={w.noFamiliesText} />
      ) : (
        <Table
          caption={fill(say(w.families, language), { village: view.village.name })}
          phone="cards"
          columns={[
            { key: 'name', label: w.head, title: true },
            { key: 'factors', label: w.factor },
            { key: 'on', label: w.since2 },
            { key: 'assisted', label: w.assisted },
          ]}
          rows={view.families.map((one) => ({
            ...(one.isAssisted ? {} : { tone: 'soon' as const }),
            cells: {
              name: <a href={`${village}/services/${one.familyId}`}>{one.name}</a>,
              factors: one.factors.map((factor) => say(factor, language)).join(', '),
              on: day(one.judgedOn, language),
              assisted: <Badge tone={one.isAssisted ? 'done' : 'wait'} label={one.isAssisted ? w.yes : w.no} />,
            },
          }))}
        />
      )}
      {view.next === undefined ? null : (
        <p>
          <a
            href={`${village}/families?after=${view.next}${view.factor === undefined ? '' : `&factor=${view.factor}`}${asked}`}
          >
            {say(GAP_WORDS.next, language)}
          </a>
        </p>
      )}
    </div>
  )
}
