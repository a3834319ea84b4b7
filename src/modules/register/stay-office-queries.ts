// Who stays in a village for a time, for its operator and the register's officers. Must stay true: names only where the officer's place
// reaches; each resident shown is noted; numbers are not shown at all.
import { isPlainDate } from '../../kernel/date.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { StaysView } from './coverage-port.ts'
import { addressLine } from './facts-of-register.ts'
import { mayReach, READERS } from './office-access.ts'
import { noteLook, type RegisterOffice } from './office-context.ts'
import { listStays } from './stay-queries.ts'
import type { RegisterTables } from './tables.ts'

const PAGE = 25

/** Refuses `not-found` for a village out of reach. */
export async function readStays(
  office: RegisterOffice,
  visitor: Visitor,
  village: string,
  after?: string,
): Promise<Result<StaysView>> {
  const region = visitor.region
  const name = office.villageName(village)
  const reader = mayReach(visitor, READERS, village)
  if (region === undefined || name === undefined || reader === undefined) return refuse('not-found')
  if (!village.startsWith(`${region.code}.`)) return refuse('not-found')
  const [until = '', stayId = ''] = (after ?? '').split('~')
  const isKey = isPlainDate(until) && isUuid(stayId)
  const on = todayIn(region.timeZone, office.clock.now().getTime())
  return office.database.inRegion(region.code, async (tx) => {
    const rows = await listStays(tx, office.ring, region.code, {
      village,
      on,
      limit: PAGE + 1,
      ...(isKey ? { after: { until, stayId } } : {}),
    })
    const shown = rows.slice(0, PAGE)
    const subjects = shown.flatMap((stay) => (stay.personId === undefined ? [] : [stay.personId]))
    const people =
      subjects.length === 0
        ? []
        : await tx
            .withTables<RegisterTables>()
            .selectFrom('person')
            .select(['person_id', 'name'])
            .where('region_code', '=', region.code)
            .where('person_id', 'in', subjects)
            .execute()
    const names = new Map(people.map((one) => [one.person_id, one.name]))
    if (subjects.length > 0)
      await noteLook(tx, office, visitor, reader, {
        action: 'person.listed',
        purpose: 'coverage',
        subjects,
        fields: ['stay'],
      })
    const last = shown.at(-1)
    return accept({
      village,
      name,
      lines: shown.map((stay) => ({
        name: stay.outsider?.name ?? names.get(stay.personId ?? '') ?? '–',
        address: addressLine(stay.address),
        from: stay.from,
        until: stay.until,
      })),
      ...(rows.length > PAGE && last !== undefined ? { next: `${last.until}~${last.stayId}` } : {}),
    })
  })
}
