// Downloads: a table of the visitor's own area in the form asked for. Must stay true: access is checked here; each child whose
// data leaves stands in the journal; what the role may not see is not found.
import { addDays, addMonths } from '../../../kernel/date.ts'
import { accept, type Result, refuse, refuseAll } from '../../../kernel/refusal.ts'
import { hiddenCounts } from '../../../kernel/small-counts.ts'
import { say } from '../../../kernel/text.ts'
import { offsetMinutesAt } from '../../../kernel/zone.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { ChildRecord as KeptChild } from '../child.ts'
import { childOf } from '../child-codec.ts'
import { listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { redFlagTexts } from '../edition/flag-words.ts'
import { bulkResources, FHIR_NDJSON, ndjson } from '../fhir-read/bulk-lines.ts'
import { listDosesBetween } from '../immunisation/immunisation-store.ts'
import { measurementOf } from '../measurement-codec.ts'
import { COUNTED } from '../rollup.ts'
import { countedOfMonths } from '../rules/measurement.ts'
import { adxMessage, checkAdx } from './dhis2/adx.ts'
import { listCareCounts } from './dhis2/care-counts-store.ts'
import { dataValueSet } from './dhis2/data-value-sets.ts'
import { DHIS2_2026, dataValues } from './dhis2/mapping.ts'
import { dhis2Metadata } from './dhis2/metadata.ts'
import { monthRecords } from './dhis2/month-records.ts'
import { listAlertsOpened, listCounts, listFood, listReferralsMade, type RollupRow } from './export-store.ts'
import { type ExportFormat, type ExportKey, exportTableOf, shownCount } from './export-tables.ts'
import { listChildrenAt, listStandingBetween } from './import-children-store.ts'
import { ofAlert, ofFood, ofReferral, ofScore } from './plain-rows.ts'
import { exchangedChild, exchangedEaten, exchangedFood, exchangedMeasurement } from './records.ts'
import { type Scope, scopeOf, seesCounts } from './scope.ts'
import { sheetRows } from './sheet-fields.ts'
import { templateOn } from './sheet-template.ts'
import { CONTENT_TYPES, fileBytes, type TextRows } from './sheet-write.ts'
import type { MonthCountsRecord } from './types.ts'

export type Download = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array }
export type ExportRequest = { readonly table: string; readonly format: string; readonly month: string }

const TEXT_TYPES = { xml: 'application/adx+xml', json: 'application/json; charset=utf-8', ndjson: FHIR_NDJSON } as const

/** Refuses `not-found`, and what a DHIS2 message refuses. */
export async function exportSheets(
  context: GrowthContext,
  visitor: Visitor,
  { table: key, format, month }: ExportRequest,
): Promise<Result<Download>> {
  const table = exportTableOf(key)
  const form = table?.formats.find((one) => one === format)
  if (table === undefined || form === undefined || !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return refuse('not-found')
  const region = visitor.region!.code
  const rows = await context.database.inRegion(region, async (tx): Promise<Result<TextRows | string>> => {
    const posyandus = await listPosyandus(tx, region)
    const scope = scopeOf(visitor, posyandus)
    if (!scope.ok && !(table.for === 'counts' && seesCounts(visitor))) return refuse('not-found')
    const made = scope.ok
      ? await ofScope(tx, context, visitor, scope.value, table.key as ExportKey, form, month)
      : accept(
          countRows(
            context,
            await listCounts(tx, region, [...new Set(posyandus.map(({ villageCode }) => villageCode))], month),
            false,
          ),
        )
    if (made.ok)
      await writeJournal(tx, {
        at: context.clock.now(),
        actor: visitor.actor!.accountId,
        role: scope.ok ? scope.value.role : 'convergence-secretariat',
        ...(visitor.device === undefined ? {} : { device: visitor.device }),
        action: 'growth.export',
        fields: [table.key],
      })
    return made
  })
  if (!rows.ok) return rows
  const name = `balanting-${region}-${table.key}${table.monthly ? `-${month}` : ''}`
  if (typeof rows.value === 'string')
    return accept({
      name: `${name}.${form}`,
      contentType: TEXT_TYPES[form === 'xml' || form === 'ndjson' ? form : 'json'],
      bytes: Buffer.from(rows.value, 'utf8'),
    })
  const file = form === 'csv' ? 'csv' : 'xlsx'
  return accept({
    name: `${name}.${file}`,
    contentType: CONTENT_TYPES[file],
    bytes: await fileBytes(file, rows.value, table.key.slice(0, 31), table.figures),
  })
}

async function ofScope(
  tx: Tx,
  context: GrowthContext,
  visitor: Visitor,
  scope: Scope,
  key: ExportKey,
  form: ExportFormat,
  month: string,
): Promise<Result<TextRows | string>> {
  const region = visitor.region!.code
  const ids = scope.posyandus.map(({ posyanduId }) => posyanduId)
  const from = `${month}-01`
  const to = addDays(addMonths(from, 1), -1)
  const today = context.today(region)
  if (key === 'dhis2-metadata') {
    const villages = [...new Set(scope.posyandus.map(({ villageCode }) => villageCode))].sort()
    return accept(`${JSON.stringify(metadataOf(context, visitor, villages), undefined, 1)}\n`)
  }
  if (key === 'months' || key === 'dhis2') {
    const villages = [...new Set(scope.posyandus.map(({ villageCode }) => villageCode))]
    const counts = await listCounts(tx, region, villages, month)
    if (key === 'months') return accept(countRows(context, counts, true))
    const care = await listCareCounts(tx, region, villages, month)
    return dhis2Text(context, visitor, monthRecords(counts, care, DHIS2_2026.elements), form)
  }
  const rowsOfChildren = await listChildrenAt(tx, region, ids)
  const children = new Map(rowsOfChildren.map((row) => [row.child_id, childOf(context.ring, row)]))
  const posyanduNames = new Map(scope.posyandus.map(({ posyanduId, name }) => [posyanduId, name]))
  const exchanged = (child: KeptChild) => exchangedChild(child, posyanduNames.get(child.posyanduId) ?? '')
  const seen = new Set<string>()
  const childOfId = (id: string) => {
    const child = children.get(id)
    if (child !== undefined) seen.add(id)
    return child
  }
  const bulk = async (): Promise<string> => {
    const told = rowsOfChildren.flatMap((row) => {
      const child = childOfId(row.child_id)
      return child === undefined ? [] : [{ child, updatedAt: row.updated_at }]
    })
    const measured = (await listStandingBetween(tx, region, ids, from, to)).map(measurementOf)
    return ndjson(bulkResources(told, measured, await listDosesBetween(tx, region, ids, from, to), region))
  }
  const rows = async (): Promise<TextRows> => {
    if (key === 'identity') {
      const active = [...children.values()].filter(({ status }) => status === 'active')
      for (const { childId } of active) seen.add(childId)
      return [...sheetRows(templateOn('identity', today), 'identity', active.map(exchanged))]
    }
    if (key === 'measurements' || key === 'scores') {
      const measured = (await listStandingBetween(tx, region, ids, from, to)).map(measurementOf)
      const byChild = new Map<string, typeof measured>()
      for (const one of measured) byChild.set(one.childId, [...(byChild.get(one.childId) ?? []), one])
      const pairs = [...byChild].flatMap(([id, list]) => {
        const child = childOfId(id)
        if (child === undefined) return []
        const chosen = key === 'scores' ? list : [...countedOfMonths(list).values()]
        return chosen.map((measurement) => ({ child, measurement }))
      })
      if (key === 'scores') return ofScore(pairs, posyanduNames)
      return [
        ...sheetRows(
          templateOn('measurements', to),
          'measurements',
          pairs.map(({ child, measurement }) => ({ ...exchangedMeasurement(measurement), child: exchanged(child) })),
        ),
      ]
    }
    if (key === 'pmt') {
      const { programmes, weeks } = await listFood(tx, region, ids, from, to)
      const records = programmes.flatMap((programme) => {
        const child = childOfId(programme.child_id)
        if (child === undefined) return []
        return weeks
          .filter(({ pmt_id }) => pmt_id === programme.pmt_id)
          .map((week) => ({ ...exchangedFood(programme, week, visitor.region!.timeZone), child: exchanged(child) }))
      })
      return [...sheetRows(templateOn('pmt', to), 'pmt', records)]
    }
    if (key === 'complementary-food') {
      const asked = (await listStandingBetween(tx, region, ids, from, to)).map(measurementOf)
      const { programmes } = await listFood(tx, region, ids, from, to)
      const fed = new Set(programmes.map(({ child_id }) => child_id))
      const records = asked.flatMap((measurement) => {
        const food = exchangedEaten(measurement, fed.has(measurement.childId))
        const child = food === undefined ? undefined : childOfId(measurement.childId)
        return food === undefined || child === undefined ? [] : [{ ...food, child: exchanged(child) }]
      })
      return [...sheetRows(templateOn('complementary-food', to), 'complementary-food', records)]
    }
    if (key === 'food-results') {
      const { programmes, weeks } = await listFood(tx, region, ids, from, to)
      return ofFood(programmes, weeks, childOfId, posyanduNames)
    }
    if (key === 'alerts') return ofAlert(await listAlertsOpened(tx, region, ids, from, to), childOfId, posyanduNames)
    return ofReferral(await listReferralsMade(tx, region, ids, from, to), childOfId, (referral) =>
      redFlagTexts(context.editions(region), referral.referred_on, referral.red_flags)
        .map((text) => say(text, visitor.language))
        .join('; '),
    )
  }
  const made = key === 'fhir' ? await bulk() : await rows()
  const at = context.clock.now()
  await writeJournal(
    tx,
    [...seen].map((id) => ({
      at,
      actor: visitor.actor!.accountId,
      role: scope.role,
      subject: children.get(id)?.personId ?? id,
      action: 'child.export',
      fields: [key],
    })),
  )
  return accept(made)
}

/** Every cell of the table of counts: an area's sexes and ages make its totals, so a small one may hide one beside it. */
function shownCells(counts: readonly RollupRow[], health: boolean): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  const areas = new Map<string, RollupRow[]>()
  for (const row of counts) areas.set(row.area, [...(areas.get(row.area) ?? []), row])
  for (const [area, rows] of areas) {
    const at = (sex: number, age: string) => rows.findIndex((row) => row.sex === sex && row.age_group === age)
    const ages = [...new Set(rows.map((row) => row.age_group))].filter((age) => age !== 'all')
    const found = (list: readonly number[]) => list.filter((i) => i >= 0)
    const sums = [
      ...[0, 1, 2].map((sex) => ({ total: at(sex, 'all'), parts: found(ages.map((age) => at(sex, age))) })),
      ...['all', ...ages].map((age) => ({ total: at(0, age), parts: found([at(1, age), at(2, age)]) })),
    ].filter(({ total, parts }) => total >= 0 && parts.length > 0)
    for (const name of COUNTED) {
      const values = rows.map((row) => row.counts[name])
      const hidden = health ? [] : hiddenCounts(values, sums)
      rows.forEach((row, i) => {
        const text = hidden[i] === 'beside' ? 'ditutup' : shownCount(values[i] ?? 0, health)
        cells.set(`${area} ${row.sex} ${row.age_group} ${name}`, text)
      })
    }
  }
  return cells
}

function countRows(context: GrowthContext, counts: readonly RollupRow[], health: boolean): TextRows {
  const cells = shownCells(counts, health)
  return [
    ['kode_desa', 'desa', 'bulan', 'jenis_kelamin', 'umur_bulan', ...COUNTED],
    ...counts.map((row) => [
      row.area,
      context.villageName(row.area) ?? '',
      row.month,
      row.sex === 0 ? 'semua' : row.sex === 1 ? 'L' : 'P',
      row.age_group === 'all' ? '0-59' : row.age_group,
      ...COUNTED.map((name) => cells.get(`${row.area} ${row.sex} ${row.age_group} ${name}`) ?? ''),
    ]),
  ]
}

/** What an empty DHIS2 needs to take these villages' values: regency, districts, villages, elements, the data set. */
function metadataOf(context: GrowthContext, visitor: Visitor, villages: readonly string[]): object {
  const region = visitor.region!
  const plain = (code: string) => code.replaceAll('.', '')
  // "Paringin Kota, Paringin": the village and its district
  const [villageName, districtName] = [0, 1].map(
    (part) => (code: string) => context.villageName(code)?.split(', ')[part],
  )
  const districts = new Map(villages.map((code) => [code.split('.').slice(0, 3).join('.'), code]))
  const openingDate = '2000-01-01'
  return dhis2Metadata(DHIS2_2026, [
    { code: plain(region.code), name: region.name, openingDate },
    ...[...districts].map(([code, inside]) => ({
      code: plain(code),
      name: districtName?.(inside) ?? code,
      parent: plain(region.code),
      openingDate,
    })),
    ...villages.map((code) => ({
      code: plain(code),
      name: villageName?.(code) ?? code,
      parent: plain(code.split('.').slice(0, 3).join('.')),
      openingDate,
    })),
  ])
}

function dhis2Text(
  context: GrowthContext,
  visitor: Visitor,
  records: readonly MonthCountsRecord[],
  form: ExportFormat,
): Result<string> {
  const { values } = dataValues(records, DHIS2_2026)
  const exported = instant(context.clock.now(), visitor.region!.timeZone)
  const faults = checkAdx(values, exported)
  if (faults.length > 0) return refuseAll(faults)
  return accept(
    form === 'xml'
      ? adxMessage(values, DHIS2_2026, exported)
      : `${JSON.stringify(dataValueSet(values, DHIS2_2026), undefined, 1)}\n`,
  )
}

/** `2026-09-05T08:00:00+08:00` */
function instant(at: Date, zone: string): string {
  const minutes = offsetMinutesAt(zone, at.getTime())
  const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
}
