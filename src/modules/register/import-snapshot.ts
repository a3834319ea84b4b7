// Takes over people, cards and deeds that were recorded before this register began (an export of the old system, an
// example). Must stay true: they get a first history entry like everybody else, numbers count on from theirs, and
// importing the same thing twice stops at the unique keys instead of doubling it.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { Change } from './change.ts'
import { openMembers } from './kinship.ts'
import { seriesKey } from './number-store.ts'
import type { NumberKind } from './numbers.ts'
import type { Card } from './plan-result.ts'
import type { RegisterSnapshot } from './snapshot.ts'
import { type Writing, writePlan } from './write-changes.ts'

export async function importSnapshot(tx: Tx, writing: Writing, snapshot: RegisterSnapshot): Promise<void> {
  const changes: Change[] = []
  const today = writing.now.toISOString().slice(0, 10)
  for (const family of snapshot.families.values()) {
    const { members: _members, headId, ...rest } = family
    const from = family.members[0]?.from ?? today
    changes.push({ kind: 'family-created', family: rest, from })
    if (headId !== undefined)
      changes.push({ kind: 'family-set', familyId: family.id, field: 'headId', before: null, after: headId, from })
  }
  for (const person of snapshot.persons.values())
    changes.push({ kind: 'person-created', person, origin: 'registration' })
  const cards = new Map<string, Card>()
  for (const family of snapshot.families.values())
    for (const { personId, relation, from } of openMembers(family)) {
      cards.set(personId, { familyId: family.id, relation })
      changes.push({ kind: 'membership-opened', familyId: family.id, personId, relation, from })
    }
  for (const deed of snapshot.deeds.values()) changes.push({ kind: 'deed-recorded', deed })
  const result = {
    persons: [...snapshot.persons.values()].map((person) => ({ person, card: cards.get(person.id) ?? null })),
    families: [...snapshot.families.values()],
    deeds: [...snapshot.deeds.values()],
  }
  await writePlan(tx, writing, { changes, result, from: today }, [])
  await countOnFrom(tx, writing, snapshot)
}

/** The series of every number that was taken over go on after it. */
async function countOnFrom(tx: Tx, { ring, region }: Writing, snapshot: RegisterSnapshot): Promise<void> {
  const last = new Map<string, { kind: NumberKind; series: string; serial: number }>()
  const note = (kind: NumberKind, number: string) => {
    const series = seriesKey(ring, kind, number.slice(0, 12))
    const serial = Number(number.slice(12))
    const known = last.get(`${kind} ${series}`)
    if (known === undefined || known.serial < serial) last.set(`${kind} ${series}`, { kind, series, serial })
  }
  for (const { nik } of snapshot.persons.values()) if (nik !== undefined) note('nik', nik)
  for (const { kk } of snapshot.families.values()) if (kk !== undefined) note('kk', kk)
  await raiseSeries(tx, region, [...last.values()])
}

/** Raises the last serial of each series to at least the one given. */
export async function raiseSeries(
  tx: Tx,
  region: string,
  rows: readonly { readonly kind: NumberKind; readonly series: string; readonly serial: number }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into number_series (region_code, kind, series, last)
    select ${region}, * from unnest(${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.series)}::text[], ${rows.map((row) => row.serial)}::int[])
    on conflict (region_code, kind, series) do update set last = greatest(number_series.last, excluded.last)`.execute(
    tx,
  )
}
