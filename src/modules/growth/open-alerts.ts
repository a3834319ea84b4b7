// Opens the alerts that a child's present measuring asks for. Must stay true: inside the transaction of the measuring; an
// alert that is open, or was opened within its window, does not open twice; one that the measuring answers is ended.
import type { PlainDate } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { endAlerts } from './alert-endings.ts'
import { type AlertRead, insertAlertEvents, insertAlerts, listAlertsOfChild } from './alert-store.ts'
import type { ChildRecord, Posyandu, StoredMeasurement } from './child.ts'
import { standing } from './child.ts'
import type { GrowthEditions } from './context.ts'
import type { CountedMonth } from './count-months.ts'
import type { ChildHistory } from './rules/alert-facts.ts'
import { decideAlerts, type NewAlert } from './rules/alerts.ts'
import { monthOf } from './rules/measurement.ts'
import { missedMonths } from './rules/monthly.ts'

export type OpenedBy = { readonly actor: string; readonly role: string; readonly at: Date }

/** What is known of a child on a day, for the alert rules. `present` undefined: judged without a measuring. */
export function historyOf(
  child: ChildRecord,
  measurements: readonly StoredMeasurement[],
  months: readonly CountedMonth[],
  present: StoredMeasurement | undefined,
  today: PlainDate,
  /** What the posyandu is known to keep, so that a child without any row was missed and not just unwritten. */
  keeps: { readonly vitaminA?: boolean; readonly development?: boolean } = {},
): ChildHistory {
  const stood = standing(measurements)
  const month = months.find((one) => one.month === monthOf(present?.date ?? today))
  const birth = {
    ...(child.birthWeightG === undefined ? {} : { weightG: child.birthWeightG }),
    ...(child.birthLengthTenthMm === undefined ? {} : { lengthTenthMm: child.birthLengthTenthMm }),
    ...(child.gestationWeeks === undefined ? {} : { gestationWeeks: child.gestationWeeks }),
  }
  const dates = (test: (measurement: StoredMeasurement) => boolean) => stood.filter(test).map(({ date }) => date)
  const capsules = dates(({ facts }) => facts.vitaminA !== undefined)
  const screenings = dates(({ facts }) => facts.development !== undefined)
  return {
    today,
    ...(present === undefined ? {} : { present, findings: present.findings }),
    earlier: stood.filter((one) => one.id !== present?.id),
    ...(present?.facts.dangerSigns === undefined ? {} : { complications: present.facts.dangerSigns }),
    ...(month?.decision === undefined ? {} : { status: month.decision.status, tRun: month.tRun }),
    missedMonths: missedMonths(stood, child.birthDate, today),
    // Kept only where somebody ever kept them: a child without a capsule on record is not "overdue" by our silence.
    ...(capsules.length === 0 && keeps.vitaminA !== true ? {} : { vitaminADates: capsules }),
    ...(screenings.length === 0 && keeps.development !== true ? {} : { kpspDates: screenings }),
    birth,
  }
}

/** Decides and writes; gives all alerts of the child, old and new. */
export async function openAlerts(
  tx: Tx,
  region: string,
  posyandu: Posyandu,
  child: ChildRecord,
  history: ChildHistory,
  measurementId: string | undefined,
  editions: GrowthEditions,
  by: OpenedBy,
): Promise<{ readonly opened: readonly NewAlert[]; readonly before: readonly AlertRead[] }> {
  const before = await listAlertsOfChild(tx, region, child.childId)
  const edition = (editions.on?.(history.today) ?? editions).alerts
  const { open } = decideAlerts(
    child,
    history,
    before.map(({ code, opened_on, state }) => ({ code, openedOn: opened_on, state })),
    edition,
  )
  await endAlerts(tx, region, child, history, before, edition, by)
  const rows = alertRows(region, posyandu, child.childId, open, measurementId)
  await insertAlerts(tx, rows)
  await insertAlertEvents(tx, openedEvents(rows, by))
  return { opened: open, before }
}

/** New alerts as rows. */
export function alertRows(
  region: string,
  posyandu: Posyandu,
  /** A child by its id, or a pregnancy. */
  about: string | { readonly pregnancyId: string },
  open: readonly NewAlert[],
  measurementId: string | undefined,
) {
  return open.map((alert) => ({
    region_code: region,
    alert_id: newId(),
    code: alert.code,
    subject: typeof about === 'string' ? ('child' as const) : ('pregnant' as const),
    child_id: typeof about === 'string' ? about : null,
    pregnancy_id: typeof about === 'string' ? null : about.pregnancyId,
    posyandu_id: posyandu.posyanduId,
    village_code: posyandu.villageCode,
    centre_id: posyandu.centreId,
    measurement_id: measurementId ?? null,
    opened_on: alert.openedOn,
    due_on: alert.due,
    urgency: alert.urgency,
    by_roles: [...alert.by],
    transport: alert.transport,
    evidence: JSON.stringify(alert.evidence),
    edition: alert.edition,
    state: 'open' as const,
    referred_on: null,
    escalated_to: null,
    escalated_on: null,
    result: null,
    result_text: null,
    closed_on: null,
    handler: null,
    version: 1,
  }))
}

/** The first event of each. */
export function openedEvents(
  rows: readonly { readonly region_code: string; readonly alert_id: string }[],
  by: OpenedBy,
) {
  return rows.map((row) => ({
    region_code: row.region_code,
    alert_id: row.alert_id,
    event_id: newId(),
    at: by.at,
    actor: by.actor,
    role: by.role,
    kind: 'opened',
    note: null,
    data: '{}',
  }))
}
