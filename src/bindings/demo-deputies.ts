// Deputies of the demo: one whose days are over, one that waits for the head's confirmation; and the administrator who names
// them. Made by the same commands that people use. Must stay true: seeding twice is never asked for (demo.ts sees to it).
import { addDays } from '../kernel/date.ts'
import { todayIn } from '../kernel/zone.ts'
import { decideDeputy, proposeDeputy } from '../modules/regions/deputy-commands.ts'
import { DEPUTISED } from '../modules/regions/deputy-rules.ts'
import { listPosts } from '../modules/regions/deputy-store.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Role } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { appointDemoOfficer } from './demo-appoint.ts'
import { visitorOf } from './demo-cases.ts'
import type { House } from './house.ts'

/** The administrator of services, an account of its own that the demo lists. */
export function seedAdmin(house: House, region: string, now: Date): Promise<string> {
  return appointDemoOfficer(house, region, now, {
    name: 'Noor Azizah',
    email: 'admin@contoh.example',
    role: 'service-admin',
    title: { id: 'Pengelola layanan: menunjuk pengganti', en: 'Service administrator: names deputies' },
    start: `/${region}/office/deputies`,
    unit: { id: 'admin', name: 'Pengelola layanan' },
  })
}

/** One deputy of three weeks ago, and one proposed for the coming week. */
export async function seedDeputies(
  house: House,
  region: string,
  officers: Readonly<Partial<Record<Role, string>>>,
  admin: string,
): Promise<void> {
  const { database, clock } = house.cases
  const now = clock.now()
  const zone = house.regions.get(region).timeZone
  const past = new Date(now.getTime() - 20 * 86_400_000)
  const posts = await database.inRegion(region, (tx) => listPosts(tx, region, DEPUTISED, now), { readOnly: true })
  const head = posts.find((post) => post.role === 'head')
  if (head === undefined || officers.head === undefined || officers.validator === undefined) return
  const propose = (at: Date, from: number, days: number, decree: string) => {
    const first = addDays(todayIn(zone, at.getTime()), from)
    return proposeDeputy(
      { database, clock: fixedClock(at) },
      visitorOf(house, region, admin, undefined, ['service-admin']),
      {
        assignment: head.assignment_id,
        account: officers.validator!,
        title: 'plh',
        printedName: 'Norhayati, S.H.',
        nip: '',
        decree,
        from: first,
        to: addDays(first, days),
      },
      newId(),
    )
  }
  // Of three weeks ago the posts hold already; the demo's assignments began a day before its seeding.
  await database.inRegion(region, (tx) => backdate(tx, region, past))
  const old = await propose(past, 1, 2, '800/31/SP/2026')
  if (old.ok)
    await decideDeputy(
      { database, clock: fixedClock(past) },
      visitorOf(house, region, officers.head, undefined, ['head']),
      old.value.deputyId,
      true,
      newId(),
    )
  await propose(now, 3, 4, '800/44/SP/2026')
}

async function backdate(
  tx: Parameters<Parameters<House['database']['inRegion']>[1]>[0],
  region: string,
  past: Date,
): Promise<void> {
  type Tables = { role_assignment: { region_code: string; deputy_for: string | null; valid_from: Date } }
  await tx
    .withTables<Tables>()
    .updateTable('role_assignment')
    .set({ valid_from: new Date(past.getTime() - 86_400_000) })
    .where('region_code', '=', region)
    .where('deputy_for', 'is', null)
    .execute()
}
