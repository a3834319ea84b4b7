// Growth in the house: the pages of the posyandu bound to their use cases.
import type { Hono } from 'hono'
import { accept } from '../kernel/refusal.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { recordMeasurement } from '../modules/growth/measure-command.ts'
import { askAbout } from '../modules/growth/measure-questions.ts'
import type { PosyanduPort } from '../modules/growth/posyandu-port.ts'
import { listPosyandus, readChild, readDay, readMeasure, readResult } from '../modules/growth/posyandu-queries.ts'
import { posyanduRoutes } from '../modules/growth/posyandu-routes.tsx'
import { newId } from '../platform/ids.ts'

export function bindPosyandu(context: GrowthContext): PosyanduPort {
  return {
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

export function growthRoutes(context: GrowthContext): readonly Hono[] {
  return [posyanduRoutes(bindPosyandu(context), newId)]
}
