// A health worker verifies measurings and judges N or T. Must stay true: nobody verifies what they weighed themselves; a verified
// measuring counts before an unverified one of its month; what the computer said stays beside what was decided.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { asRole, HEALTH_WORKERS } from './access.ts'
import { endAlerts } from './alert-endings.ts'
import { listAlertsOfChild } from './alert-store.ts'
import { standing } from './child.ts'
import { childOf } from './child-codec.ts'
import { findPosyandu, lockChild } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { countChildMonths } from './count-months.ts'
import { measurementOf } from './measurement-codec.ts'
import { findMeasurement, listMeasurements, setMeasurementState } from './measurement-store.ts'
import type { JudgeView, VerifyView } from './midwife-port.ts'
import { historyOf } from './open-alerts.ts'
import { headOf, monthEnd, monthLines, openChild } from './posyandu-queries.ts'
import { listMeasurementsBetween, type VerifyRow } from './posyandu-store.ts'
import { recountChild } from './recount-child.ts'
import { monthOf } from './rules/measurement.ts'
import { overruleStatus } from './rules/monthly.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const REMARKS = {
  flagged: { id: 'nilai tidak masuk akal, ukur ulang', en: 'implausible, measure again' },
  finding: { id: 'ditanyakan saat dicatat, lalu dipastikan kader', en: 'asked at entry, then confirmed by the cadre' },
  short: { id: 'pendek, pastikan ukurannya', en: 'short, confirm the measure' },
  wasted: { id: 'kurus, periksa hari ini', en: 'wasted, see today' },
  light: { id: 'berat kurang', en: 'underweight' },
  oedema: { id: 'edema', en: 'oedema' },
  signs: { id: 'ada tanda bahaya', en: 'danger signs' },
} as const satisfies Readonly<Record<string, Text>>

/** Why a measuring deserves a look before it is verified; empty: unremarkable. */
export function remarksOf(row: VerifyRow): readonly Text[] {
  const below = (z: number | null) => z !== null && z < -200
  const test: readonly (readonly [boolean, Text])[] = [
    [row.flags.length > 0, REMARKS.flagged],
    [row.oedema > 0, REMARKS.oedema],
    [(row.facts.dangerSigns ?? []).length > 0, REMARKS.signs],
    [below(row.z_weight_length) && !row.flags.includes('wfl'), REMARKS.wasted],
    [below(row.z_length) && !row.flags.includes('len'), REMARKS.short],
    [below(row.z_weight) && !row.flags.includes('wei'), REMARKS.light],
    [row.findings.length > 0 && row.flags.length === 0, REMARKS.finding],
  ]
  return test.flatMap(([holds, text]) => (holds ? [text] : []))
}

export async function readVerify(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
  month: string,
): Promise<Result<VerifyView>> {
  const region = visitor.region!.code
  if (!MONTH.test(month)) return refuse('not-found')
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<VerifyView>> => {
      const posyandu = await findPosyandu(tx, region, posyanduId)
      if (posyandu === undefined || !asRole(visitor, posyandu, HEALTH_WORKERS).ok) return refuse('not-found')
      const rows = await listMeasurementsBetween(tx, region, posyanduId, `${month}-01`, monthEnd(month))
      const waiting = rows.filter(({ state }) => state === 'recorded')
      return accept({
        posyandu: headOf(context, visitor, posyandu),
        month,
        verified: rows.length - waiting.length,
        waiting: waiting.map((row) => ({
          childId: row.child_id,
          name: row.name,
          sex: row.sex,
          measurement: measurementOf(row),
          ...(row.status === null ? {} : { status: row.status }),
          remarks: remarksOf(row),
          isOwn: row.measurer === visitor.actor?.accountId,
        })),
      })
    },
    { readOnly: true },
  )
}

/** Each in the lock of its child; calling twice verifies once. Refuses `not-found`. */
export async function verifyMeasurements(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
  ids: readonly string[],
): Promise<Result<number>> {
  const region = visitor.region!.code
  const wanted = ids.filter((id) => isUuid(id)).slice(0, 500)
  return context.database.inRegion(region, async (tx): Promise<Result<number>> => {
    const posyandu = await findPosyandu(tx, region, posyanduId)
    const role = asRole(visitor, posyandu, HEALTH_WORKERS)
    if (posyandu === undefined || !role.ok) return refuse('not-found')
    const actor = visitor.actor!.accountId
    const now = context.clock.now()
    let done = 0
    // In the order of the children's keys, so that two people who press at once wait for each other and never in a circle.
    const found = []
    for (const id of wanted) {
      const row = await findMeasurement(tx, region, id)
      if (row?.posyandu_id === posyanduId) found.push(row)
    }
    found.sort((a, b) => (a.child_id < b.child_id ? -1 : 1))
    for (const { child_id, measurement_id } of found) {
      const childRow = await lockChild(tx, region, child_id)
      const row = await findMeasurement(tx, region, measurement_id)
      if (childRow === undefined || row?.state !== 'recorded' || row.measurer === actor) continue
      await setMeasurementState(tx, region, measurement_id, { state: 'verified', verified_by: actor, verified_at: now })
      const child = childOf(context.ring, childRow)
      const all = (await listMeasurements(tx, region, child_id)).map(measurementOf)
      await recountChild(tx, region, child, all, context.editions(region))
      await writeJournal(tx, {
        at: now,
        actor,
        role: role.value,
        device: visitor.device,
        subject: child.personId ?? child.childId,
        action: 'child.verify',
      })
      done++
    }
    return accept(done)
  })
}

export async function readJudge(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  month: string,
): Promise<Result<JudgeView>> {
  const region = visitor.region!.code
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<JudgeView>> => {
      const opened = await openChild(tx, context, visitor, childId, HEALTH_WORKERS)
      if (!opened.ok) return opened
      const { child, head } = opened.value
      const all = (await listMeasurements(tx, region, childId)).map(measurementOf)
      const line = (await monthLines(tx, context, region, child, all)).find((one) => one.month === month)
      return line?.decision === undefined ? refuse('not-found') : accept({ child: head, line })
    },
    { readOnly: true },
  )
}

/** Refuses `not-found`, `growth.status-not-judged`, `growth.reason-missing`. */
export async function judgeMonth(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  month: string,
  status: 'N' | 'T',
  reason: string,
): Promise<Result<void>> {
  const region = visitor.region!.code
  if (!isUuid(childId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<void>> => {
    const row = await lockChild(tx, region, childId)
    const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
    const role = asRole(visitor, posyandu, HEALTH_WORKERS)
    if (row === undefined || !role.ok) return refuse('not-found')
    const child = childOf(context.ring, row)
    const all = (await listMeasurements(tx, region, childId)).map(measurementOf)
    const editions = context.editions(region)
    const now = countChildMonths(child, standing(all), new Map(), editions).find((one) => one.month === month)
    if (now?.decision === undefined) return refuse('not-found')
    const decided = overruleStatus(now.decision, status, reason)
    if (!decided.ok) return decided
    const months = await recountChild(
      tx,
      region,
      child,
      all,
      editions,
      new Map([[month, { status, reason: reason.trim() }]]),
    )
    const latest = standing(all).reduce((last, one) => (one.date >= last.date ? one : last))
    if (monthOf(latest.date) === month)
      await endAlerts(
        tx,
        region,
        child,
        historyOf(child, all, months, latest, context.today(region)),
        await listAlertsOfChild(tx, region, childId),
        editions.alerts,
        { actor: visitor.actor!.accountId, role: role.value, at: context.clock.now() },
      )
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role: role.value,
      device: visitor.device,
      subject: child.personId ?? child.childId,
      action: 'child.judge-month',
      reason: reason.trim(),
    })
    return accept(undefined)
  })
}
