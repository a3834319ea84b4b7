// Growth in the house: the pages of the posyandu bound to their use cases.
import type { Hono } from 'hono'
import { accept } from '../kernel/refusal.ts'
import { PAPER_WORK_HERE, type PaperWork } from '../modules/documents/paper-work.ts'
import { decideAlike, readAlike } from '../modules/growth/alike-commands.ts'
import { changeChild, endChild, moveChild } from '../modules/growth/child-change-commands.ts'
import { registerChild, welcomeChild } from '../modules/growth/child-commands.ts'
import type { ChildrenPort } from '../modules/growth/children-port.ts'
import { readData, readMove, readNewcomers, readPosyandu } from '../modules/growth/children-queries.ts'
import { childrenRoutes } from '../modules/growth/children-routes.tsx'
import { closeMonth, monthReport } from '../modules/growth/close-month-command.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { editionRoutes } from '../modules/growth/edition/edition-routes.tsx'
import { exchangeRoutes } from '../modules/growth/exchange/exchange-routes.tsx'
import { recordMeasurement } from '../modules/growth/measure-command.ts'
import { askAbout } from '../modules/growth/measure-questions.ts'
import type { MidwifePort } from '../modules/growth/midwife-port.ts'
import { midwifeRoutes } from '../modules/growth/midwife-routes.tsx'
import type { ParentPort } from '../modules/growth/parent-port.ts'
import { listOwnChildren, readOwnChild } from '../modules/growth/parent-queries.ts'
import { parentRoutes } from '../modules/growth/parent-routes.tsx'
import type { PosyanduPort } from '../modules/growth/posyandu-port.ts'
import {
  headOf,
  listPosyandus,
  readChild,
  readDay,
  readMeasure,
  readResult,
} from '../modules/growth/posyandu-queries.ts'
import { posyanduRoutes } from '../modules/growth/posyandu-routes.tsx'
import { judgeMonth, readJudge, readVerify, verifyMeasurements } from '../modules/growth/verify-commands.ts'
import { newId } from '../platform/ids.ts'
import { bindExchange } from './exchange-binding.ts'
import { bindEditions, type GrowthHouse } from './growth-context.ts'
import { schoolRoutesOf } from './school-binding.ts'

export function bindPosyandu(
  context: GrowthContext,
  papers: Pick<PaperWork, 'report'> = PAPER_WORK_HERE,
): PosyanduPort {
  return {
    now: () => context.clock.now(),
    drawReport: (report) => papers.report(report),
    visitor: (request) => context.visitor(request),
    today: (visitor) => context.today(visitor.region!.code),
    listPosyandus: (visitor) => listPosyandus(context, visitor),
    readDay: (visitor, posyanduId) => readDay(context, visitor, posyanduId),
    readMeasure: (visitor, childId, corrects) => readMeasure(context, visitor, childId, corrects),
    async measure(visitor, childId, request) {
      const done = await recordMeasurement(context, visitor, childId, request)
      if (!done.ok) return done
      if (done.value.saved) return accept({ saved: true, measurementId: done.value.measurement.id })
      const { questions, judged, sex } = done.value
      return accept({ saved: false, asking: askAbout(sex, questions, judged) })
    },
    readResult: (visitor, childId, id) => readResult(context, visitor, childId, id),
    readChild: (visitor, childId) => readChild(context, visitor, childId),
  }
}

export function bindChildren(context: GrowthContext): ChildrenPort {
  return {
    visitor: (request) => context.visitor(request),
    today: (visitor) => context.today(visitor.region!.code),
    readPosyandu: (visitor, posyanduId) => readPosyandu(context, visitor, posyanduId),
    register: (visitor, posyanduId, request) => registerChild(context, visitor, posyanduId, request),
    readNewcomers: (visitor, posyanduId) => readNewcomers(context, visitor, posyanduId),
    welcome: (visitor, posyanduId, personId) => welcomeChild(context, visitor, posyanduId, personId),
    readData: (visitor, childId) => readData(context, visitor, childId),
    change: (visitor, childId, version, facts) => changeChild(context, visitor, childId, version, facts),
    readMove: (visitor, childId) => readMove(context, visitor, childId),
    move: (visitor, childId, to) => moveChild(context, visitor, childId, to),
    end: (visitor, childId, end) => endChild(context, visitor, childId, end),
  }
}

export function bindMidwife(context: GrowthContext): MidwifePort {
  return {
    visitor: (request) => context.visitor(request),
    today: (visitor) => context.today(visitor.region!.code),
    readVerify: (visitor, posyanduId, month) => readVerify(context, visitor, posyanduId, month),
    verify: (visitor, posyanduId, ids) => verifyMeasurements(context, visitor, posyanduId, ids),
    readJudge: (visitor, childId, month) => readJudge(context, visitor, childId, month),
    judge: (visitor, childId, month, status, reason) => judgeMonth(context, visitor, childId, month, status, reason),
    async readMonth(visitor, posyanduId, month) {
      const report = await monthReport(context, visitor, posyanduId, month)
      if (!report.ok) return report
      return accept({
        posyandu: headOf(context, visitor, report.value.posyandu),
        report: report.value,
        today: context.today(visitor.region!.code),
      })
    },
    closeMonth: (visitor, posyanduId, month, reason) =>
      closeMonth(context, visitor, posyanduId, month, reason === '' ? {} : { reason }),
    readAlike: (visitor, posyanduId) => readAlike(context, visitor, posyanduId),
    decideAlike: (visitor, _posyanduId, decision) => decideAlike(context, visitor, decision),
  }
}

export function bindParent(context: GrowthContext, papers: Pick<PaperWork, 'report'> = PAPER_WORK_HERE): ParentPort {
  return {
    now: () => context.clock.now(),
    today: (visitor) => context.today(visitor.region!.code),
    drawReport: (report) => papers.report(report),
    visitor: (request) => context.visitor(request),
    listOwn: (visitor) => listOwnChildren(context, visitor),
    readOwn: (visitor, childId) => readOwnChild(context, visitor, childId),
  }
}

export function growthRoutes(context: GrowthHouse, papers?: Pick<PaperWork, 'report'>): readonly Hono[] {
  return [
    editionRoutes(bindEditions(context)),
    schoolRoutesOf(context),
    childrenRoutes(bindChildren(context), newId),
    midwifeRoutes(bindMidwife(context)),
    parentRoutes(bindParent(context, papers)),
    posyanduRoutes(bindPosyandu(context, papers), newId),
    exchangeRoutes(bindExchange(context)),
  ]
}
