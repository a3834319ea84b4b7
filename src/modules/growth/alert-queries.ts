// Alerts as a role sees them: the list of a place, one alert with its child, referrals and food. Must stay true: only inside
// the reach of the visitor's roles; opening one alert is a look at a child and is written in the journal.

import { completedMonths, daysBetween, type PlainDate } from '../../kernel/date.ts'
import { formatDate } from '../../kernel/date-format.ts'
import { formatFigure } from '../../kernel/decimal.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { asRole, HEALTH_WORKERS, PREGNANCY_ROLES, rolesAt, withinReach } from './access.ts'
import { openReferralWords } from './alert-commands.ts'
import type { AlertLineView, AlertListView, AlertShow, AlertView } from './alert-port.ts'
import { ALERT_WORKERS, mayKnow, wordsOf, workingRole } from './alert-roles.ts'
import { type AlertRead, listAlertsOfChild } from './alert-store.ts'
import { ageText, dueText, evidenceText, roleText, shownEvidence } from './alert-words.ts'
import {
  countAlerts,
  findAlert,
  listAlertEvents,
  listAlerts,
  listPmtOfChild,
  listPmtOfPregnancy,
  listReferrals,
  listRunningPmt,
} from './care-store.ts'
import { type Posyandu, type StoredMeasurement, standing } from './child.ts'
import { findChild, findPosyandu, listPosyandus } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { redFlagTexts } from './edition/flag-words.ts'
import { pmtView, reasonText, weekOf } from './food-queries.ts'
import { measurementOf } from './measurement-codec.ts'
import { listMeasurements } from './measurement-store.ts'
import { visitFacts } from './pregnancy/pregnancy-codec.ts'
import { findPregnancy, listAlertsOfPregnancy, listVisits } from './pregnancy/pregnancy-store.ts'
import type { AlertEdition } from './rules/alert-edition.ts'
import { ruleOf } from './rules/alerts.ts'
import { CARE_2022 } from './rules/care-edition.ts'
import type { VisitFacts } from './rules/pregnancy.ts'
import { isSevereWasting, mayLeaveCare } from './severe-wasting.ts'

const PAGE = 30
const OPEN: readonly AlertRead['state'][] = ['open', 'in-work', 'referred', 'answered']
const same = (text: string): Text => ({ id: text, en: text })

/** Refuses `not-yours` when no role of the visitor works on alerts anywhere. */
export async function listAlertsFor(
  context: GrowthContext,
  visitor: Visitor,
  asked: { readonly show: AlertShow; readonly code?: string; readonly after?: string },
): Promise<Result<AlertListView>> {
  const region = visitor.region!.code
  const today = context.today(region)
  const edition = context.editions(region).alerts
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<AlertListView>> => {
      const within = withinReach(visitor, await listPosyandus(tx, region), ALERT_WORKERS)
      if (within.length === 0) return refuse('not-yours')
      const posyanduIds = within.map(({ posyanduId }) => posyanduId)
      const pregnantAt = withinReach(visitor, within, PREGNANCY_ROLES).map(({ posyanduId }) => posyanduId)
      const roles = ALERT_WORKERS.filter((role) => within.some((one) => rolesAt(visitor, one, [role]).length > 0))
      const mine = wordsOf(roles)
      const after = readKey(asked.after)
      const lines = await listAlerts(tx, region, {
        posyanduIds,
        pregnantAt,
        states: asked.show === 'referred' ? ['referred'] : OPEN,
        ...(asked.show === 'mine' ? { roles: mine } : {}),
        ...(asked.show === 'late' ? { dueBefore: today } : {}),
        ...(asked.code === undefined ? {} : { code: asked.code }),
        ...(after === undefined ? {} : { after }),
        limit: PAGE + 1,
      })
      const counts = await countAlerts(tx, region, posyanduIds, pregnantAt, today)
      const sum = (test: (row: (typeof counts)[number]) => boolean, of: 'n' | 'late') =>
        counts.filter(test).reduce((total, row) => total + row[of], 0)
      const isMine = (code: string) => ruleOf(code, edition)?.by.some((word) => mine.includes(word)) ?? false
      const shown = lines.slice(0, PAGE)
      const last = shown.at(-1)
      const codes = [...new Set(counts.map(({ code }) => code))]
      const food = await listRunningPmt(tx, region, posyanduIds, pregnantAt)
      return accept({
        show: asked.show,
        ...(asked.code === undefined ? {} : { code: asked.code }),
        counts: {
          mine: sum(({ code }) => isMine(code), 'n'),
          late: sum(() => true, 'late'),
          referred: sum(({ state }) => state === 'referred', 'n'),
          all: sum(() => true, 'n'),
        },
        byCode: codes
          .map((code) => ({
            code,
            name: ruleOf(code, edition)?.name ?? same(code),
            urgency: ruleOf(code, edition)?.urgency ?? 99,
            n: sum((row) => row.code === code, 'n'),
            late: sum((row) => row.code === code, 'late'),
          }))
          .sort((a, b) => a.urgency - b.urgency),
        lines: shown.map((line) =>
          lineView(context, edition, line, line.child_name, line.birth_date, line.sex, line.posyandu_name, today),
        ),
        ...(lines.length > PAGE && last !== undefined ? { next: `${last.due_on}_${last.alert_id}` } : {}),
        food: food.map((pmt) => ({
          pmtId: pmt.pmt_id,
          childName: pmt.child_name,
          reason: reasonText(pmt),
          week: weekOf(pmt, today),
          weeks: pmt.weeks,
          written: pmt.weeks_written,
          lastDay: pmt.last_day,
        })),
        places: within.map(({ name }) => name),
      })
    },
    { readOnly: true },
  )
}

function readKey(after: string | undefined): { dueOn: string; alertId: string } | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})_(.+)$/.exec(after ?? '')
  return found !== null && isUuid(found[2]) ? { dueOn: found[1]!, alertId: found[2] } : undefined
}

function lineView(
  context: GrowthContext,
  edition: AlertEdition,
  alert: AlertRead,
  childName: string,
  birthDate: PlainDate,
  sex: 1 | 2,
  posyandu: string,
  today: PlainDate,
): AlertLineView {
  const rule = ruleOf(alert.code, edition)
  const due = dueText(alert.due_on, today)
  return {
    alertId: alert.alert_id,
    subject: alert.subject,
    childId: alert.child_id ?? alert.pregnancy_id ?? '',
    childName,
    sex,
    age: ageText(Math.max(0, completedMonths(birthDate, today))),
    posyandu,
    village: context.villageName(alert.village_code) ?? alert.village_code,
    code: alert.code,
    name: rule?.name ?? same(alert.code),
    action: rule?.action ?? same(''),
    evidence: shownEvidence(alert.evidence).map(evidenceText),
    state: alert.state,
    due: due.text,
    dueTone: due.tone,
    transport: alert.transport,
  }
}

/** One alert. Refuses `not-found`. */
export async function readAlert(context: GrowthContext, visitor: Visitor, alertId: string): Promise<Result<AlertView>> {
  const region = visitor.region!.code
  if (!isUuid(alertId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<AlertView>> => {
    const alert = await findAlert(tx, region, alertId)
    const posyandu = alert === undefined ? undefined : await findPosyandu(tx, region, alert.posyandu_id)
    const role = asRole(visitor, posyandu, ALERT_WORKERS)
    if (alert === undefined || posyandu === undefined || !role.ok || !mayKnow(visitor, posyandu, alert))
      return refuse('not-found')
    const subject = await subjectOf(tx, region, alert, visitor.language)
    if (subject === undefined) return refuse('not-found')
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role: role.value,
      device: visitor.device,
      action: 'child-alert.read',
      subject: subject.key,
    })
    return accept(await alertView(tx, context, visitor, alert, posyandu, subject))
  })
}

type Subject = {
  /** Of the journal. */
  readonly key: string
  readonly name: string
  readonly birthDate: PlainDate
  readonly sex: 1 | 2
  readonly visit?: {
    readonly on: PlainDate
    readonly facts: readonly { readonly label: Text; readonly value: string }[]
  }
}

async function subjectOf(tx: Tx, region: string, alert: AlertRead, language: Language): Promise<Subject | undefined> {
  if (alert.pregnancy_id !== null) {
    const row = await findPregnancy(tx, region, alert.pregnancy_id)
    if (row === undefined) return undefined
    const last = visitFacts(await listVisits(tx, region, [alert.pregnancy_id])).at(-1)
    return {
      key: row.person_id ?? row.pregnancy_id,
      name: row.name,
      birthDate: row.birth_date,
      sex: 2,
      ...(last === undefined ? {} : { visit: { on: last.on, facts: figuresOfVisit(last, language) } }),
    }
  }
  const row = alert.child_id === null ? undefined : await findChild(tx, region, alert.child_id)
  return row === undefined
    ? undefined
    : { key: row.person_id ?? row.child_id, name: row.name, birthDate: row.birth_date, sex: row.sex }
}

function codedOf(icd10: string | undefined): { readonly coded?: Text } {
  const found = CARE_2022.diagnoses.find(({ code }) => code === icd10)
  return found === undefined ? {} : { coded: found.text }
}

type Figures = readonly { readonly label: Text; readonly value: string }[]

function figuresOfVisit(visit: VisitFacts, language: Language): Figures {
  return [
    ...(visit.armTenthMm === undefined
      ? []
      : [
          {
            label: { id: 'LiLA (cm)', en: 'Upper arm (cm)' },
            value: formatFigure(visit.armTenthMm / 100, 1, language),
          },
        ]),
    ...(visit.haemoglobinTenthGdl === undefined
      ? []
      : [
          {
            label: { id: 'Hb (g/dL)', en: 'Hb (g/dL)' },
            value: formatFigure(visit.haemoglobinTenthGdl / 10, 1, language),
          },
        ]),
    ...(visit.weightG === undefined
      ? []
      : [{ label: { id: 'Berat (kg)', en: 'Weight (kg)' }, value: formatFigure(visit.weightG / 1000, 1, language) }]),
  ]
}

async function alertView(
  tx: Tx,
  context: GrowthContext,
  visitor: Visitor,
  alert: AlertRead,
  posyandu: Posyandu,
  { name, birthDate, sex, visit }: Subject,
): Promise<AlertView> {
  const region = visitor.region!.code
  const today = context.today(region)
  const editions = context.editions(region)
  const { alerts: edition, care } = editions
  /** A region may have said a sign otherwise since. */
  const childId = alert.child_id ?? undefined
  const working: Role | undefined = workingRole(visitor, posyandu, {
    byRoles: alert.by_roles,
    ...(alert.escalated_to === null ? {} : { escalatedTo: alert.escalated_to }),
  })
  const isHealth = rolesAt(visitor, posyandu, HEALTH_WORKERS).length > 0
  const referrals = await listReferrals(tx, region, alert.alert_id)
  const events = await listAlertEvents(tx, region, alert.alert_id)
  const all =
    childId === undefined
      ? await listAlertsOfPregnancy(tx, region, alert.pregnancy_id!)
      : await listAlertsOfChild(tx, region, childId)
  const others = all.filter((one) => one.alert_id !== alert.alert_id)
  const everMeasured =
    childId === undefined ? [] : standing((await listMeasurements(tx, region, childId)).map(measurementOf))
  const measured = everMeasured.at(-1)
  const latest = measured === undefined ? visit : { on: measured.date, facts: figuresOf(measured, visitor.language) }
  const foods =
    childId === undefined
      ? await listPmtOfPregnancy(tx, region, alert.pregnancy_id!)
      : await listPmtOfChild(tx, region, childId)
  const food = foods.at(-1)
  const result = CARE_2022.results.find(({ code }) => code === alert.result)
  return {
    ...lineView(context, edition, alert, name, birthDate, sex, posyandu.name, today),
    asks: {
      redFlags: care.redFlags.filter(({ asked }) => asked),
      lookAgainDays: care.lookAgainDays,
      diagnoses: working === 'doctor' ? care.diagnoses : [],
    },
    openedOn: alert.opened_on,
    mayWork: working !== undefined && alert.state !== 'closed',
    mayAnswer: isHealth && alert.state === 'referred',
    mayFeed:
      isHealth &&
      (childId !== undefined || alert.code === 'KEK') &&
      alert.state !== 'closed' &&
      food?.state !== 'running',
    ...(isSevereWasting(alert.code) && alert.state !== 'closed' && measured !== undefined
      ? { mayLeaveCare: mayLeaveCare(everMeasured) }
      : {}),
    ...(alert.escalated_to === null ? {} : { escalated: roleText(alert.escalated_to) }),
    ...(latest === undefined ? {} : { latest }),
    referrals: referrals.map((one) => {
      const words = openReferralWords(context, one.referral_id, one.words)
      return {
        to: one.to_name,
        toKind: one.to_kind,
        on: one.referred_on,
        days: daysBetween(one.referred_on, one.answered_on ?? today),
        redFlags: redFlagTexts(editions, one.referred_on, one.red_flags),
        reason: words.reason,
        ...(one.answered_on === null
          ? {}
          : {
              answer: {
                on: one.answered_on,
                diagnosis: words.diagnosis ?? '',
                ...codedOf(words.icd10),
                plan: words.plan ?? '',
                ...(words.care === undefined ? {} : { care: words.care }),
                followUpBy: one.follow_up_by ?? '',
              },
            }),
      }
    }),
    ...(result === undefined || alert.closed_on === null
      ? {}
      : {
          result: {
            text: result.text,
            tone: result.tone,
            on: alert.closed_on,
            ...(alert.result_text === null ? {} : { words: alert.result_text }),
          },
        }),
    events: events.map(({ at, kind, role }) => ({
      at: formatDate(todayIn(visitor.region!.timeZone, at.getTime()), visitor.language),
      kind,
      role: roleText(role),
    })),
    others: others.map((one) => ({
      alertId: one.alert_id,
      name: ruleOf(one.code, edition)?.name ?? same(one.code),
      state: one.state,
    })),
    ...(food === undefined
      ? {}
      : { food: await pmtView(tx, region, food, name, today, context.editions(region).categories) }),
  }
}

function figuresOf(m: StoredMeasurement, language: Language): Figures {
  const z = (score: { z: number; flagged: boolean } | undefined) =>
    score === undefined ? undefined : `${formatFigure(score.z, 2, language)}${score.flagged ? ' ?' : ''}`
  const part = (value: number | undefined, by: number, digits: number) =>
    value === undefined ? undefined : formatFigure(value / by, digits, language)
  const rows: readonly (readonly [Text, string | undefined])[] = [
    [{ id: 'Berat (kg)', en: 'Weight (kg)' }, part(m.weightG, 1000, 2)],
    [{ id: 'Panjang atau tinggi (cm)', en: 'Length or height (cm)' }, part(m.lengthHeightTenthMm, 100, 1)],
    [{ id: 'LiLA (cm)', en: 'Upper arm (cm)' }, part(m.armTenthMm, 100, 1)],
    [{ id: 'BB/U', en: 'Weight for age' }, z(m.scores.weightForAge)],
    [{ id: 'PB/U atau TB/U', en: 'Length for age' }, z(m.scores.lengthForAge)],
    [{ id: 'BB/PB atau BB/TB', en: 'Weight for length' }, z(m.scores.weightForLength)],
  ]
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}
