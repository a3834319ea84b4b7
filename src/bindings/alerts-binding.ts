// The port of the alert pages, bound to commands and queries.
import { answerReferral, closeAlert, referAlert, takeAlert } from '../modules/growth/alert-commands.ts'
import type { AlertPort } from '../modules/growth/alert-port.ts'
import { listAlertsFor, readAlert } from '../modules/growth/alert-queries.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { readFood } from '../modules/growth/food-queries.ts'
import { startMotherPmt } from '../modules/growth/mother-food-commands.ts'
import { recordPmtWeek, startPmt } from '../modules/growth/pmt-commands.ts'

export function bindAlerts(context: GrowthContext): AlertPort {
  return {
    visitor: (request) => context.visitor(request),
    list: (visitor, asked) => listAlertsFor(context, visitor, asked),
    read: (visitor, alertId) => readAlert(context, visitor, alertId),
    take: (visitor, alertId) => takeAlert(context, visitor, alertId),
    refer: (visitor, alertId, request) => referAlert(context, visitor, alertId, request),
    answer: (visitor, alertId, answer) => answerReferral(context, visitor, alertId, answer),
    close: (visitor, alertId, end) => closeAlert(context, visitor, alertId, end),
    async feed(visitor, alertId, start) {
      const alert = await readAlert(context, visitor, alertId)
      if (!alert.ok) return alert
      const begin = alert.value.subject === 'child' ? startPmt : startMotherPmt
      return begin(context, visitor, alert.value.childId, { ...start, alertId })
    },
    readFood: (visitor, pmtId) => readFood(context, visitor, pmtId),
    writeWeek: (visitor, pmtId, week) => recordPmtWeek(context, visitor, pmtId, week),
  }
}
