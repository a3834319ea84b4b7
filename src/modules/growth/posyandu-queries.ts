// What the pages of a posyandu show, read inside the visitor's region and reach. Must stay true: whoever may not see a child or
// a posyandu is answered as if it did not exist; opening a child's record leaves a row in the journal.
import { addDays, addMonths, completedMonths, daysBetween, type PlainDate } from '../../kernel/date.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { asRole, CHILD_ROLES, HEALTH_WORKERS, MEASURERS, PREGNANCY_ROLES, rolesAt, withinReach } from './access.ts'
import { ALERT_WORKERS } from './alert-roles.ts'
import { type AlertRead, listAlertsOfChild } from './alert-store.ts'
import { careEvents } from './care-events.ts'
import { plainAdvice } from './chart/words.ts'
import type { ChildRecord, Posyandu, StoredMeasurement } from './child.ts'
import { standing } from './child.ts'
import { childOf } from './child-codec.ts'
import { findChild, findPosyandu, listPosyandus as listAllPosyandus } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { countChildMonths, type Overruling, redLineOf } from './count-months.ts'
import { vaccinesOf } from './immunisation/vaccines-of.ts'
import { measurementOf } from './measurement-codec.ts'
import { listChildMonths, listMeasurements } from './measurement-store.ts'
import { listNewcomers } from './newcomer-store.ts'
import type {
  ChildHead,
  ChildView,
  DayChild,
  DayView,
  MeasureView,
  MonthLine,
  OpenAlert,
  PosyanduHead,
  PosyanduLine,
  ResultView,
} from './posyandu-port.ts'
import { type DayRow, listDayRows, listProgress } from './posyandu-store.ts'
import type { AlertEdition } from './rules/alert-edition.ts'
import { firstForCadre, ruleOf } from './rules/alerts.ts'
import { isAskedAboutFood } from './rules/feeding.ts'
import { monthOf, shiftMonth } from './rules/measurement.ts'
import { expectedPosition } from './rules/measuring.ts'
import { missedMonths } from './rules/monthly.ts'

/** Children of a posyandu are younger than five years. */
export const bornAfter = (today: PlainDate): PlainDate => addMonths(today, -60)
/** The last day of a month. */
export const monthEnd = (month: string): PlainDate => addDays(`${shiftMonth(month, 1)}-01`, -1)

export function headOf(context: GrowthContext, visitor: Visitor, posyandu: Posyandu): PosyanduHead {
  return {
    posyanduId: posyandu.posyanduId,
    name: posyandu.name,
    village: context.villageName(posyandu.villageCode) ?? posyandu.villageCode,
    may: {
      measure: rolesAt(visitor, posyandu, MEASURERS).length > 0,
      verify: rolesAt(visitor, posyandu, HEALTH_WORKERS).length > 0,
      alerts: rolesAt(visitor, posyandu, ALERT_WORKERS).length > 0,
      pregnancies: rolesAt(visitor, posyandu, PREGNANCY_ROLES).length > 0,
    },
  }
}

export async function listPosyandus(context: GrowthContext, visitor: Visitor): Promise<readonly PosyanduLine[]> {
  const region = visitor.region?.code
  if (region === undefined || visitor.actor === undefined) return []
  const today = context.today(region)
  const month = monthOf(today)
  return context.database.inRegion(
    region,
    async (tx) => {
      const mine = withinReach(visitor, await listAllPosyandus(tx, region), CHILD_ROLES)
      if (mine.length === 0) return []
      const ids = mine.map(({ posyanduId }) => posyanduId)
      const progress = await listProgress(tx, region, ids, `${month}-01`, today, bornAfter(today))
      return mine.map((posyandu) => {
        const row = progress.get(posyandu.posyanduId)
        return {
          ...headOf(context, visitor, posyandu),
          children: row?.children ?? 0,
          measured: row?.measured ?? 0,
          unverified: row?.unverified ?? 0,
          alerts: row?.alerts ?? 0,
        }
      })
    },
    { readOnly: true },
  )
}

export async function readDay(context: GrowthContext, visitor: Visitor, posyanduId: string): Promise<Result<DayView>> {
  const region = visitor.region!.code
  const today = context.today(region)
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<DayView>> => {
      const posyandu = await findPosyandu(tx, region, posyanduId)
      if (posyandu === undefined || !asRole(visitor, posyandu, CHILD_ROLES).ok) return refuse('not-found')
      const rows = await listDayRows(tx, region, posyanduId, monthOf(today), bornAfter(today))
      const newcomers = await listNewcomers(tx, region, posyandu, bornAfter(today))
      return accept({
        posyandu: headOf(context, visitor, posyandu),
        today,
        children: rows.map((row) => dayChild(context, region, row, today)),
        newcomers: newcomers.length,
      })
    },
    { readOnly: true },
  )
}

function dayChild(context: GrowthContext, region: string, row: DayRow, today: PlainDate): DayChild {
  const rule = row.alert_code === null ? undefined : ruleOf(row.alert_code, context.editions(region).alerts)
  return {
    childId: row.child_id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    ...(row.mother_name === null ? {} : { motherName: row.mother_name }),
    state:
      row.measured_on === today
        ? 'today'
        : row.measured_on !== null && monthOf(row.measured_on) === monthOf(today)
          ? 'earlier'
          : 'waiting',
    verified: row.state === 'verified',
    ...(row.measured_on === null || row.measurement_id === null
      ? {}
      : {
          last: {
            measurementId: row.measurement_id,
            date: row.measured_on,
            ...(row.weight_g === null ? {} : { weightG: row.weight_g }),
          },
        }),
    ...(row.status === null ? {} : { status: row.status }),
    ...(rule === undefined
      ? {}
      : { alert: { name: rule.name, isUrgent: rule.dueDays <= 7 && rule.urgency <= URGENT } }),
  }
}

/** As urgent as wasting. */
const URGENT = 3

export type Opened = {
  readonly child: ChildRecord
  readonly posyandu: Posyandu
  readonly role: Role
  readonly head: ChildHead
}

/** The child, when one of these roles reaches it. Refuses `not-found`. */
export async function openChild(
  tx: Tx,
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  roles: readonly Role[],
): Promise<Result<Opened>> {
  const region = visitor.region!.code
  if (!isUuid(childId)) return refuse('not-found')
  const row = await findChild(tx, region, childId)
  const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
  const role = asRole(visitor, posyandu, roles)
  if (row === undefined || posyandu === undefined || !role.ok) return refuse('not-found')
  const child = childOf(context.ring, row)
  return accept({ child, posyandu, role: role.value, head: childHead(context, visitor, child, posyandu) })
}

export function childHead(context: GrowthContext, visitor: Visitor, child: ChildRecord, posyandu: Posyandu): ChildHead {
  const today = context.today(visitor.region!.code)
  return {
    childId: child.childId,
    name: child.name,
    sex: child.sex,
    birthDate: child.birthDate,
    birthExact: child.birthExact,
    ageDays: daysBetween(child.birthDate, today),
    ageMonths: completedMonths(child.birthDate, today),
    ...(child.motherName === undefined ? {} : { motherName: child.motherName }),
    posyandu: headOf(context, visitor, posyandu),
    redLine: redLineOf(child.birthDate, context.editions(visitor.region!.code)),
  }
}

export async function readMeasure(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  corrects?: string,
): Promise<Result<MeasureView>> {
  const region = visitor.region!.code
  const { alerts, measuring } = context.editions(region)
  const today = context.today(region)
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<MeasureView>> => {
      const opened = await openChild(tx, context, visitor, childId, MEASURERS)
      if (!opened.ok) return opened
      const { head } = opened.value
      const all = standing((await listMeasurements(tx, region, childId)).map(measurementOf))
      const corrected = corrects === undefined ? undefined : all.find(({ id }) => id === corrects)
      if (corrects !== undefined && corrected === undefined) return refuse('not-found')
      const last = all.findLast(({ id }) => id !== corrects)
      const { ageMonths, ageDays } = head
      const { vitaminA, kpsp } = alerts.schedules
      const capsule =
        vitaminA.months.includes(Number(today.slice(5, 7))) &&
        ageMonths >= vitaminA.fromAgeMonths &&
        ageMonths < vitaminA.toAgeMonths
      return accept({
        child: head,
        today,
        expected: expectedPosition(ageDays, measuring),
        ...(last === undefined ? {} : { last }),
        asks: {
          breastfed: ageMonths < 6,
          ...(capsule ? { vitaminA: ageMonths < 12 ? ('blue' as const) : ('red' as const) } : {}),
          development: kpsp.ageMonths.some((at) => ageMonths >= at && ageMonths <= at + kpsp.graceMonths),
          food: isAskedAboutFood(ageMonths),
          arm: ageMonths >= 6,
        },
        signs: alerts.complications,
        edition: measuring,
        ...(corrected === undefined ? {} : { corrects: corrected }),
      })
    },
    { readOnly: true },
  )
}

/** Months as they are counted, with what a health worker overruled. */
export async function monthLines(
  tx: Tx,
  context: GrowthContext,
  region: string,
  child: ChildRecord,
  measurements: readonly StoredMeasurement[],
): Promise<readonly MonthLine[]> {
  const overruled = new Map<string, Overruling>(
    (await listChildMonths(tx, region, child.childId)).flatMap((row): [string, Overruling][] =>
      row.because === 'overruled' && (row.status === 'N' || row.status === 'T')
        ? [[row.month, { status: row.status, reason: row.reason ?? '' }]]
        : [],
    ),
  )
  return countChildMonths(child, measurements, overruled, context.editions(region))
}

/** Alerts without a result, in the words of the rules they were opened by. */
export function openOnes(rows: readonly AlertRead[], edition: AlertEdition): readonly OpenAlert[] {
  return rows.flatMap((row) => {
    const rule = ruleOf(row.code, edition)
    return row.state === 'closed' || rule === undefined
      ? []
      : [
          {
            alertId: row.alert_id,
            code: row.code,
            name: rule.name,
            action: rule.action,
            opened: row.opened_on,
            due: row.due_on,
            transport: row.transport,
          },
        ]
  })
}

export async function listOpenAlerts(
  tx: Tx,
  context: GrowthContext,
  region: string,
  childId: string,
): Promise<readonly OpenAlert[]> {
  return openOnes(await listAlertsOfChild(tx, region, childId), context.editions(region).alerts)
}

/** The one line for the family, from the months, what was missed, and whether an open alert sends the child to hospital. */
export function adviceOf(
  child: ChildRecord,
  months: readonly MonthLine[],
  today: PlainDate,
  alerts: readonly Pick<OpenAlert, 'code'>[],
) {
  const last = months.at(-1)
  // Weight for length speaks for the state of nutrition; the body mass index only where there is none.
  const { bmiForAge, ...categories } = last?.categories ?? {}
  return plainAdvice({
    ...(last === undefined ? {} : { latest: last.measurement }),
    categories:
      categories.weightForLength === undefined && bmiForAge !== undefined ? { ...categories, bmiForAge } : categories,
    tRun: last?.tRun ?? 0,
    ageMonths: completedMonths(child.birthDate, today),
    isToHospital: alerts.some(({ code }) => code === 'SAMC'),
    missedMonths: missedMonths(
      months.map(({ measurement }) => measurement),
      child.birthDate,
      today,
    ),
  })
}

export async function readResult(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  measurementId: string,
): Promise<Result<ResultView>> {
  const region = visitor.region!.code
  const today = context.today(region)
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<ResultView>> => {
      const opened = await openChild(tx, context, visitor, childId, MEASURERS)
      if (!opened.ok) return opened
      const { child, posyandu, head } = opened.value
      const all = (await listMeasurements(tx, region, childId)).map(measurementOf)
      const shown = all.find(({ id }) => id === measurementId)
      if (shown === undefined) return refuse('not-found')
      const months = await monthLines(tx, context, region, child, all)
      const month = months.find((one) => one.measurement.id === measurementId)
      const alerts = await listOpenAlerts(tx, context, region, childId)
      const edition = context.editions(region).alerts
      const { first, others } = firstForCadre(alerts, edition)
      const rows = await listDayRows(tx, region, posyandu.posyanduId, monthOf(today), bornAfter(today))
      const waiting = rows.filter((row) => row.measured_on === null || monthOf(row.measured_on) !== monthOf(today))
      const next = waiting.find((row) => row.name > child.name) ?? waiting[0]
      return accept({
        child: head,
        line: month ?? { month: monthOf(shown.date), measurement: shown, tRun: 0, categories: {} },
        months,
        advice: adviceOf(child, months, today, alerts),
        ...(first === undefined ? {} : { alert: first }),
        otherAlerts: others,
        ...(next === undefined ? {} : { next: { childId: next.child_id, name: next.name } }),
        waiting: waiting.length,
      })
    },
    { readOnly: true },
  )
}

export async function readChild(context: GrowthContext, visitor: Visitor, childId: string): Promise<Result<ChildView>> {
  const region = visitor.region!.code
  const today = context.today(region)
  return context.database.inRegion(region, async (tx): Promise<Result<ChildView>> => {
    const opened = await openChild(tx, context, visitor, childId, CHILD_ROLES)
    if (!opened.ok) return opened
    const { child, head, role } = opened.value
    const all = (await listMeasurements(tx, region, childId)).map(measurementOf)
    const months = await monthLines(tx, context, region, child, all)
    const alerts = await listOpenAlerts(tx, context, region, childId)
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role,
      device: visitor.device,
      subject: child.personId ?? child.childId,
      action: 'child.read',
    })
    return accept({
      child: head,
      record: child,
      months,
      history: [...all].reverse(),
      advice: adviceOf(child, months, today, alerts),
      alerts,
      inRegister: child.personId !== undefined,
      events: await careEvents(tx, region, childId),
      vaccines: await vaccinesOf(tx, region, child, today),
    })
  })
}
