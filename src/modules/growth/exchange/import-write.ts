// Writes the lines of an import for some hundred children in one transaction: new children, added values, measurings, the
// months worked out of them, alerts of today, what each line did. Must stay true: one transaction writes a child's lines wholly
// or not at all; figures are judged as at the scale; nothing is verified by being imported.
import type { Insertable } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import { newId } from '../../../platform/ids.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { type ChildRecord, type StoredMeasurement, standing } from '../child.ts'
import { childColumns, childOf } from '../child-codec.ts'
import type { GrowthContext } from '../context.ts'
import { ofDay } from '../count-months.ts'
import { measurementColumns, measurementOf } from '../measurement-codec.ts'
import { alertRows, historyOf, openedEvents } from '../open-alerts.ts'
import { decideAlerts } from '../rules/alerts.ts'
import { judgeMeasurement, monthOf, shiftMonth } from '../rules/measurement.ts'
import { findAgainstPast, findAtEntry } from '../rules/measuring.ts'
import { addedChild, newChild } from './child-changes.ts'
import { compareReported } from './compare-reported.ts'
import { insertAtOnce, updateChildrenAtOnce } from './import-bulk-store.ts'
import { listAlertsOf, listChildrenById, listMeasurementsOf, setStates } from './import-children-store.ts'
import type { PlanLine } from './import-plan.ts'
import { listWrittenLines, lockImport } from './import-store.ts'
import type { IncomingMeasurement } from './incoming.ts'
import { defined } from './read-lines.ts'
import { recountChildren } from './recount-children.ts'
import type { Scope } from './scope.ts'
import type { ExchangeTables } from './tables.ts'

export type ImportBy = {
  readonly region: string
  readonly importId: string
  readonly account: string
  readonly device?: string
  readonly scope: Scope
  readonly at: Date
}
type Work = { child: ChildRecord; readonly lines: PlanLine[]; readonly fresh: boolean }

/** All of one group of children; `lines` are those that write, whole children together. */
export async function writeLines(
  tx: Tx,
  context: GrowthContext,
  by: ImportBy,
  given: readonly PlanLine[],
): Promise<void> {
  const { region, scope, importId } = by
  // two who go on with the same import write one group after the other, and nothing twice
  await lockImport(tx, region, importId)
  const before = await listWrittenLines(
    tx,
    region,
    importId,
    given.map(({ line }) => line),
  )
  const lines = given.filter(({ line }) => !before.has(line))
  if (lines.length === 0) return
  const ids = [...new Set(lines.flatMap(({ child }) => (child?.kind === 'known' ? [child.childId] : [])))]
  const rows = await listChildrenById(tx, region, ids, { lock: true })
  const work = new Map<string, Work>(
    rows.map((row) => [row.child_id, { child: childOf(context.ring, row), lines: [], fresh: false }]),
  )
  for (const line of lines) {
    if (line.child === undefined) continue
    const key = line.child.kind === 'known' ? line.child.childId : line.child.key
    let mine = work.get(key)
    if (mine === undefined && line.child.kind === 'create') {
      const { posyanduId, child } = line.child
      const posyandu = scope.posyandus.find((one) => one.posyanduId === posyanduId)
      if (posyandu === undefined) continue
      mine = { child: newChild(newId(), posyandu, child), lines: [], fresh: true }
      work.set(key, mine)
    }
    mine?.lines.push(line)
  }
  const worked = [...work.values()].filter((one) => one.lines.length > 0)
  await writeChildren(tx, context, by, worked)
  const results = await writeMeasurings(tx, context, by, worked)
  await insertAtOnce(
    tx,
    'growth_import_line',
    worked.flatMap((one) => one.lines.map((line) => lineRow(by, one, line, results))),
  )
  await writeJournal(
    tx,
    worked.map(({ child }) => ({
      at: by.at,
      actor: by.account,
      role: scope.role,
      ...defined({ device: by.device }),
      subject: child.personId ?? child.childId,
      action: 'child.import',
    })),
  )
}

async function writeChildren(tx: Tx, context: GrowthContext, { region, at }: ImportBy, worked: readonly Work[]) {
  const fresh = worked.filter((one) => one.fresh)
  const changed = worked.flatMap((one) => {
    const add = Object.assign({}, ...one.lines.map(({ child }) => (child?.kind === 'known' ? child.add : undefined)))
    if (one.fresh || Object.keys(add).length === 0) return []
    const { child } = one
    one.child = { ...addedChild(child, add), version: child.version + 1 }
    return [{ ...childColumns(context.ring, one.child), version: child.version, updated_at: at }]
  })
  if ((await updateChildrenAtOnce(tx, region, changed)) !== changed.length)
    throw new Error('A locked child changed its version.')
  await insertAtOnce(
    tx,
    'growth_child',
    fresh.map(({ child }) => ({
      region_code: region,
      ...childColumns(context.ring, child),
      created_at: at,
      updated_at: at,
    })),
  )
  await insertAtOnce(
    tx,
    'growth_child_stay',
    fresh.map(({ child }) => ({
      region_code: region,
      child_id: child.childId,
      from_day: child.birthDate,
      to_day: null,
      posyandu_id: child.posyanduId,
      village_code: child.villageCode,
    })),
  )
}

async function writeMeasurings(tx: Tx, context: GrowthContext, by: ImportBy, worked: readonly Work[]) {
  const { region, scope } = by
  const editions = context.editions(region)
  const today = context.today(region)
  const past = new Map<string, StoredMeasurement[]>(worked.map(({ child }) => [child.childId, []]))
  const old = worked.filter(({ fresh }) => !fresh).map(({ child }) => child.childId)
  for (const row of await listMeasurementsOf(tx, region, old)) past.get(row.child_id)?.push(measurementOf(row))
  const made = new Map<PlanLine, StoredMeasurement>()
  const replaced = new Set<string>()
  for (const { child, lines } of worked)
    for (const line of lines) {
      if (line.measurement === undefined) continue
      const { values, replaces } = line.measurement
      if (replaces !== undefined) replaced.add(replaces)
      const known = past.get(child.childId) ?? []
      const measurement = stored(child, values, by, known, ofDay(editions, values.date).measuring, replaces)
      made.set(line, measurement)
      past.set(child.childId, [
        ...known.map((one) => (one.id === replaces ? { ...one, state: 'replaced' as const } : one)),
        measurement,
      ])
    }
  await insertAtOnce(
    tx,
    'growth_measurement',
    [...made.values()].map((measurement) => measurementColumns(region, measurement)),
  )
  await setStates(tx, region, [...replaced], 'replaced')
  const months = await recountChildren(
    tx,
    region,
    worked.map(({ child }) => ({ child, measurements: past.get(child.childId) ?? [] })),
    editions,
  )
  // An alert says what to do now: only the newest measuring of a child opens one, and only this month or the last.
  const recent = shiftMonth(monthOf(today), -1)
  const before = await listAlertsOf(tx, region, old)
  const alerts = worked.flatMap(({ child, lines }) => {
    const all = past.get(child.childId) ?? []
    const mine = lines.flatMap((line) => made.get(line) ?? [])
    const [first] = mine
    const posyandu = scope.posyandus.find(({ posyanduId }) => posyanduId === child.posyanduId)
    if (first === undefined || posyandu === undefined) return []
    const latest = standing(all).reduce((last, one) => (one.date >= last.date ? one : last), first)
    if (!mine.includes(latest) || monthOf(latest.date) < recent) return []
    const known = (before.get(child.childId) ?? []).map(({ code, opened_on, state }) => ({
      code,
      openedOn: opened_on,
      state,
    }))
    const history = historyOf(child, all, months.get(child.childId) ?? [], latest, latest.date)
    const { open } = decideAlerts(child, history, known, (editions.on?.(latest.date) ?? editions).alerts)
    return alertRows(region, posyandu, child.childId, open, latest.id)
  })
  await insertAtOnce(tx, 'growth_alert', alerts)
  await insertAtOnce(tx, 'growth_alert_event', openedEvents(alerts, { actor: by.account, role: scope.role, at: by.at }))
  return made
}

function stored(
  child: ChildRecord,
  values: IncomingMeasurement,
  by: ImportBy,
  known: readonly StoredMeasurement[],
  edition: Parameters<typeof findAtEntry>[1],
  replaces: string | undefined,
): StoredMeasurement {
  const { date, weightG, lengthHeightTenthMm, position, armTenthMm, headTenthMm, oedema } = values
  const judged = judgeMeasurement(child, {
    id: newId(),
    date,
    place: 'posyandu',
    verified: false,
    ...defined({ weightG, lengthHeightTenthMm, position, armTenthMm, headTenthMm, oedema }),
  })
  const past = standing(known).filter(({ id }) => id !== replaces)
  return {
    ...judged,
    childId: child.childId,
    posyanduId: child.posyanduId,
    villageCode: child.villageCode,
    facts: defined({
      vitaminA: values.vitaminA === true ? (judged.ageMonths < 12 ? ('blue' as const) : ('red' as const)) : undefined,
      exclusivelyBreastfed: values.breastfed?.[judged.ageMonths],
      attendedClass: values.motherClass,
      freeMeal: values.freeMeal,
    }),
    findings: [...findAtEntry(judged, edition), ...findAgainstPast(judged, past, edition)],
    measurer: by.account,
    state: 'recorded',
    ...(replaces === undefined ? {} : { replaces, reason: 'Impor berkas' }),
    recordedAt: by.at,
  }
}

function lineRow(
  { region, importId }: ImportBy,
  { child, fresh, lines }: Work,
  line: PlanLine,
  made: ReadonlyMap<PlanLine, StoredMeasurement>,
): Insertable<ExchangeTables['growth_import_line']> {
  const measurement = made.get(line)
  const reported = line.measurement?.values.reported
  const differences =
    measurement === undefined || reported === undefined
      ? []
      : compareReported(
          {
            sex: child.sex,
            ageDays: measurement.ageDays,
            ...defined({
              weightKg: measurement.weightG === undefined ? undefined : measurement.weightG / 1000,
              lengthHeightCm:
                measurement.lengthHeightTenthMm === undefined ? undefined : measurement.lengthHeightTenthMm / 100,
              position: measurement.position,
            }),
            oedema: (measurement.oedema ?? 0) > 0,
          },
          reported,
        )
  const added = line.child?.kind === 'known' ? Object.keys(line.child.add ?? {}) : []
  return {
    region_code: region,
    import_id: importId,
    line: line.line,
    child_id: child.childId,
    child_effect: fresh && lines[0] === line ? 'created' : added.length > 0 ? 'added' : null,
    added,
    measurement_id: measurement?.id ?? null,
    replaced_id: line.measurement?.replaces ?? null,
    reported: reported === undefined ? null : JSON.stringify(reported),
    differences: differences.length === 0 ? null : JSON.stringify(differences),
    undone: false,
  }
}
