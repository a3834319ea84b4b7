// Blanks and cards of the demo: deliveries with numbers, cards in every state, some spoiled, some that nobody fetched. Made by
// the same commands that officers use, each at its own day. Must stay true: seeding costs a bounded number of steps.
import { sql } from 'kysely'
import { addDays } from '../kernel/date.ts'
import { instantOf, todayIn } from '../kernel/zone.ts'
import { markReady, printCards, spoilCards } from '../modules/cases/card-commands.ts'
import { listDesk } from '../modules/cases/card-desk-store.ts'
import { handOverCase, IDENTITY } from '../modules/cases/hand-over-commands.ts'
import { receiveBlanks } from '../modules/documents/blanks.ts'
import { MAIN_OFFICE } from '../modules/documents/cards.ts'
import type { CardKind } from '../modules/documents/tables.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Role, Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { visitorOf } from './demo-cases.ts'
import { DEMO_REGIONS } from './demo-seed.ts'
import type { House } from './house.ts'

const PACKETS: readonly {
  readonly kind: CardKind
  readonly count: number
  readonly first: string
  readonly daysAgo: number
}[] = [
  { kind: 'ktp-el', count: 500, first: 'KT6300101', daysAgo: 110 },
  { kind: 'kia', count: 60, first: 'KA0020401', daysAgo: 66 },
  { kind: 'ktp-el', count: 250, first: 'KT6301201', daysAgo: 9 },
]

/** Deliveries of blanks to both regions. */
export async function seedBlanks(house: House, now: Date): Promise<void> {
  for (const { code } of DEMO_REGIONS)
    await house.database.inRegion(code, async (tx) => {
      for (const [index, packet] of PACKETS.entries()) {
        const at = new Date(now.getTime() - packet.daysAgo * 86_400_000)
        const done = await receiveBlanks(
          tx,
          code,
          { ...packet, lotId: newId(), office: MAIN_OFFICE, letter: `SJ-${String(101 + index)}/2026` },
          { actor: 'system:demo', role: 'system', at },
        )
        if (!done.ok) throw new Error(`No blanks for the demo: ${done.refusals[0]?.code}`)
      }
    })
}

const RECEIVERS = ['Rahmadi', 'Jamilah', 'Nurul Huda', 'Syahrani', 'Maimunah'] as const

/** Carries most cards on: printed, some spoiled and printed again, ready, most of the old ones handed over. */
export async function seedCards(
  house: House,
  region: string,
  officers: Readonly<Partial<Record<Role, string>>>,
): Promise<void> {
  const zone = house.regions.get(region).timeZone
  const today = todayIn(zone, house.cases.clock.now().getTime())
  const officer = (role: Role): Visitor => visitorOf(house, region, officers[role]!, undefined, [role])
  const production = officer('production')
  const scope = { turn: 'production', services: ['*'], place: region, regencyWide: true }
  // The register dates a wish by the hour of the seeding; here it is that of the signature.
  await house.database.inRegion(region, (tx) =>
    sql`update card k set wanted_at = c.issued_at from case_file c
      where c.region_code = k.region_code and c.case_id = k.case_id and c.issued_at is not null
        and k.region_code = ${region}`.execute(tx),
  )
  for (const kind of ['ktp-el', 'kia'] as const) {
    const filter = { office: MAIN_OFFICE, kind, state: 'wanted' } as const
    const rows = await house.database.inRegion(region, (tx) => listDesk(tx, region, [scope], filter, { limit: 40 }))
    for (const [index, row] of rows.entries()) {
      // The newest stay in the queue.
      if (index >= rows.length - 4) break
      const wantedOn = todayIn(zone, row.wanted_at.getTime())
      const clock = fixedClock(new Date(instantOf(zone, earlier(addDays(wantedOn, 1), today), 9 * 60 + index * 4)))
      const cases = { ...house.cases, clock }
      const cards = [row.card_id]
      await printCards(cases, production, cards, '', newId())
      if (index % 5 === 3) {
        clock.advance(5 * 60_000)
        await spoilCards(cases, production, row.card_id, index % 2 === 1 ? 'misprint' : 'chip', newId())
        await printCards(cases, production, cards, '', newId())
      }
      // Two lie printed and unchecked; the rest is ready.
      if (index >= rows.length - 6) continue
      clock.advance(40 * 60_000)
      await markReady(cases, production, cards, newId())
      if (index < 2 || index % 3 === 0) continue
      clock.advance(2 * 86_400_000)
      if (clock.now() > house.cases.clock.now()) continue
      await handOverCase(
        cases,
        officer('delivery'),
        row.case_id,
        {
          takenBy: RECEIVERS[index % RECEIVERS.length]!,
          relation: kind === 'kia' ? 'parent' : 'self',
          originals: [IDENTITY],
          originalsNote: 'Asli sudah dilihat di loket',
          proof: 'slip',
          code: '',
          slip: `TT-${String(400 + index)}`,
        },
        newId(),
      )
    }
  }
}

const earlier = (a: string, b: string): string => (a < b ? a : b)
