// What is known of the children of an area, for planning an import: by NIK (its hash), by name, by day. Must stay true: only
// children inside the scope are found; sealed parts are opened for those a line speaks of and no others.
import type { Tx } from '../../../platform/db/tx.ts'
import { keyedHashes } from '../../../platform/secrets/seal.ts'
import { childOf } from '../child-codec.ts'
import type { ChildRowRead } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { nameKey } from './cells.ts'
import { listChildrenAt, listClosedMonths, listStandingBetween, listTakenHashes } from './import-children-store.ts'
import type { KnownChild, KnownMeasurement, Lookup } from './import-plan.ts'
import type { IncomingLine } from './incoming.ts'
import { defined } from './read-lines.ts'
import type { Scope } from './scope.ts'

export async function openLookup(
  tx: Tx,
  context: GrowthContext,
  region: string,
  scope: Scope,
  lines: readonly IncomingLine[],
): Promise<Lookup> {
  const ids = scope.posyandus.map(({ posyanduId }) => posyanduId)
  const rows = await listChildrenAt(tx, region, ids)
  const byHash = new Map<string, ChildRowRead>()
  const byName = new Map<string, ChildRowRead[]>()
  for (const row of rows) {
    if (row.nik_hash !== null) byHash.set(row.nik_hash, row)
    const key = nameKey(row.name)
    byName.set(key, [...(byName.get(key) ?? []), row])
  }
  const hashed = new Map<string, readonly string[]>()
  const hashes = (nik: string) => {
    const known = hashed.get(nik) ?? keyedHashes(context.ring, nik)
    hashed.set(nik, known)
    return known
  }
  const outside = [...new Set(lines.flatMap(({ child }) => child.nik ?? []))]
    .flatMap(hashes)
    .filter((hash) => !byHash.has(hash))
  const taken = new Set(await listTakenHashes(tx, region, outside))
  const closed = new Set((await listClosedMonths(tx, region, ids)).map((row) => `${row.posyandu_id} ${row.month}`))
  const days = lines.flatMap(({ measurement }) => measurement?.date ?? []).sort()
  const measured = new Map<string, KnownMeasurement>()
  if (days.length > 0)
    for (const row of await listStandingBetween(tx, region, ids, days[0]!, days.at(-1)!))
      measured.set(`${row.child_id} ${row.measured_on}`, {
        measurementId: row.measurement_id,
        verified: row.state === 'verified',
        ...defined({
          date: row.measured_on,
          weightG: row.weight_g ?? undefined,
          lengthHeightTenthMm: row.length_tenth_mm ?? undefined,
          position: row.position ?? undefined,
          armTenthMm: row.arm_tenth_mm ?? undefined,
          headTenthMm: row.head_tenth_mm ?? undefined,
          oedema: row.oedema,
          vitaminA: row.facts.vitaminA === undefined ? undefined : true,
          motherClass: row.facts.attendedClass,
          freeMeal: row.facts.freeMeal,
        }),
      })

  const opened = new Map<string, KnownChild>()
  const known = (row: ChildRowRead): KnownChild => {
    const before = opened.get(row.child_id)
    if (before !== undefined) return before
    const { details, ...child } = childOf(context.ring, row)
    const made: KnownChild = {
      childId: row.child_id,
      name: row.name,
      sex: row.sex,
      birthDate: row.birth_date,
      hasNik: row.nik_hash !== null,
      posyanduId: row.posyandu_id,
      active: row.status === 'active',
      ...defined({ motherName: row.mother_name ?? undefined }),
      values: defined({
        birthOrder: child.birthOrder,
        birthWeightG: child.birthWeightG,
        birthLengthTenthMm: child.birthLengthTenthMm,
        birthHeadTenthMm: child.birthHeadTenthMm,
        gestationWeeks: child.gestationWeeks,
        earlyBreastfed: child.earlyBreastfed,
        book: child.book,
        motherName: child.motherName,
        kk: details.kk,
        motherNik: details.motherNik,
        fatherName: details.fatherName,
        phone: details.phone,
        address: details.address,
        rt: details.rt,
        rw: details.rw,
      }),
    }
    opened.set(row.child_id, made)
    return made
  }
  const plain = (name: string) => nameKey(name).replace(/^posyandu /, '')
  return {
    byNik(nik) {
      const row = hashes(nik)
        .map((hash) => byHash.get(hash))
        .find((found) => found !== undefined)
      return row === undefined ? undefined : known(row)
    },
    byName: (key) => (byName.get(key) ?? []).map(known),
    measurement: (childId, date) => measured.get(`${childId} ${date}`),
    posyandu(name, village) {
      const named = scope.posyandus.filter((posyandu) => plain(posyandu.name) === plain(name))
      const inVillage = named.filter(
        ({ villageCode }) =>
          village !== undefined &&
          nameKey(context.villageName(villageCode) ?? villageCode).startsWith(nameKey(village)),
      )
      return (inVillage.length > 0 ? inVillage : named).map(({ posyanduId }) => posyanduId)
    },
    elsewhere: (nik) => hashes(nik).some((hash) => taken.has(hash)),
    closed: (posyanduId, month) => closed.has(`${posyanduId} ${month}`),
  }
}
