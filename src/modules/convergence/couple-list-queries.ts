// The brides and grooms of a village as a list: who waits for the check, whose check was not ideal. Must stay true: only for those who see
// health services by name there; each name that is read is journalled; nothing here stands in the way of a wedding.
import { addDays, ageOn } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { listNames } from '../register/resident-queries.ts'
import { seesNames } from './access.ts'
import { entryOf } from './acting.ts'
import { listCouples } from './couple-list-store.ts'
import { services } from './editions.ts'
import { COUPLE_SHOWS, type CoupleListView, type CoupleShow } from './family-port.ts'
import { judged } from './family-queries.ts'
import { actingOf, type ConvergenceTools, choiceOf, findPlace, quarterOf } from './reading.ts'

export async function readCouples(
  tools: ConvergenceTools,
  visitor: Visitor,
  village: string,
  asked: string | undefined,
): Promise<Result<CoupleListView>> {
  const region = visitor.region!.code
  const place = findPlace(tools, region, village)
  if (place === undefined || !seesNames(visitor.actor, region, village, { isHealth: true }))
    return refuse('convergence-not-yours')
  const acting = actingOf(tools, visitor, village)
  const quarter = quarterOf(tools, region, undefined)!
  const show: CoupleShow = COUPLE_SHOWS.find((one) => one === asked) ?? 'all'
  const days = services.conditions.find(({ code }) => code === 'couple-to-be')?.days ?? 0
  return tools.db.inRegion(region, async (tx): Promise<Result<CoupleListView>> => {
    const rows = await listCouples(tx, region, {
      village,
      today: acting.today,
      since: addDays(acting.today, -days),
      period: quarter.key,
    })
    const ids = rows.map(({ person_id }) => person_id)
    const names = await listNames(tx, region, { people: ids, families: [] })
    const all = rows.map((row) => {
      const judgement =
        row.latest === null ? undefined : judged(row.latest, { sex: row.sex, birthDate: row.birth_date })
      return {
        personId: row.person_id,
        name: names.get(row.person_id)?.name ?? '–',
        sex: row.sex,
        ageYears: ageOn(row.birth_date, acting.today),
        notedOn: row.from_day,
        isChecked: row.service === 'received',
        ...(row.latest === null ? {} : { checkedOn: row.latest.checked_on }),
        ...(row.latest?.wedding_on == null ? {} : { weddingOn: row.latest.wedding_on }),
        ...(judgement === undefined ? {} : { judgement }),
      }
    })
    const holds: Readonly<Record<CoupleShow, (one: (typeof all)[number]) => boolean>> = {
      all: () => true,
      waiting: ({ isChecked }) => !isChecked,
      'not-ideal': ({ judgement }) => (judgement?.faults.length ?? 0) > 0,
    }
    const shown = all
      .filter(holds[show])
      .sort((a, b) => (a.weddingOn ?? '9').localeCompare(b.weddingOn ?? '9') || a.name.localeCompare(b.name))
    if (shown.length > 0)
      await writeJournal(
        tx,
        shown.map(({ personId }) =>
          entryOf(acting, 'convergence.read', { subject: personId, fields: ['name', 'couple'] }),
        ),
      )
    return accept({
      village: { code: village, name: place.name },
      period: choiceOf(quarter.key, quarter.key),
      show,
      counts: {
        all: all.length,
        waiting: all.filter(holds.waiting).length,
        'not-ideal': all.filter(holds['not-ideal']).length,
      },
      lines: shown,
    })
  })
}
