// School screening in the house: its port bound to its use cases.
import type { Hono } from 'hono'
import type { GrowthContext } from '../modules/growth/context.ts'
import {
  addSchoolChild,
  beginSession,
  finishSchoolChild,
  withdrawSchoolChild,
} from '../modules/growth/school/school-commands.ts'
import { readClass, readSessions } from '../modules/growth/school/school-queries.ts'
import { schoolRoutes } from '../modules/growth/school/school-routes.tsx'
import { newId } from '../platform/ids.ts'

export function schoolRoutesOf(context: GrowthContext): Hono {
  return schoolRoutes(
    {
      visitor: (request) => context.visitor(request),
      readSessions: (visitor, before) => readSessions(context, visitor, before),
      readClass: (visitor, sessionId) => readClass(context, visitor, sessionId),
      begin: (visitor, input) => beginSession(context, visitor, input),
      addChild: (visitor, sessionId, input) => addSchoolChild(context, visitor, sessionId, input),
      withdraw: (visitor, sessionId, lineId) => withdrawSchoolChild(context, visitor, sessionId, lineId),
      finish: (visitor, sessionId, lineId, end) => finishSchoolChild(context, visitor, sessionId, lineId, end),
    },
    newId,
  )
}
