// Sessions of school screening as pages show them. Must stay true: only for people of the health centre; a list of names is a look that is
// written in the journal.
import { ageOn } from '../../../kernel/date.ts'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import type { GrowthContext } from '../context.ts'
import { SCHOOL_DESCRIBED, type SchoolIndicator } from '../indicators.ts'
import { MEASURE_AGAIN } from '../rules/classify.ts'
import type { CategoriesEdition } from '../rules/editions.ts'
import { centresOf, inSession, schoolJournal } from './school-commands.ts'
import type { ClassView, SchoolChildView, SessionsView } from './school-port.ts'
import { listSchoolChildren, listSessions, type SchoolChildRow, type SessionLine } from './school-store.ts'

const PAGE = 30

const sessionView = (row: SessionLine) => ({
  sessionId: row.session_id,
  school: row.school,
  className: row.class_name,
  heldOn: row.held_on,
  children: row.children,
  waiting: row.waiting,
  late: row.late,
})

export async function readSessions(
  context: GrowthContext,
  visitor: Visitor,
  before?: string,
): Promise<Result<SessionsView>> {
  const region = visitor.region!.code
  const centres = [...centresOf(visitor).keys()]
  if (centres.length === 0) return refuse('not-found')
  const [, on, id] = /^(\d{4}-\d{2}-\d{2})_(.+)$/.exec(before ?? '') ?? []
  const today = context.today(region)
  const rows = await context.database.inRegion(
    region,
    (tx) =>
      listSessions(
        tx,
        region,
        centres,
        today,
        PAGE + 1,
        on === undefined || id === undefined || !isUuid(id) ? undefined : { on, id },
      ),
    { readOnly: true },
  )
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return accept({
    today,
    sessions: shown.map(sessionView),
    ...(rows.length > PAGE && last !== undefined ? { next: `${last.held_on}_${last.session_id}` } : {}),
  })
}

/** The class with its lines: who needs something first. Refuses `not-found`. */
export function readClass(context: GrowthContext, visitor: Visitor, sessionId: string): Promise<Result<ClassView>> {
  const region = visitor.region!.code
  return inSession(context, visitor, sessionId, async ({ tx, session, role }): Promise<Result<ClassView>> => {
    const rows = await listSchoolChildren(tx, region, sessionId)
    const today = context.today(region)
    const editions = context.editions(region)
    const { categories } = editions.on?.(session.held_on) ?? editions
    const waits = (row: SchoolChildRow) => row.due_on !== null && row.result === null
    if (rows.length > 0) await schoolJournal(tx, context, visitor, role, 'school-screening.read', sessionId)
    return accept({
      today,
      edition: categories.name,
      session: sessionView({
        ...session,
        children: rows.length,
        waiting: rows.filter(waits).length,
        late: rows.filter((row) => waits(row) && row.due_on! < today).length,
      }),
      lines: [...rows]
        .sort((a, b) => Number(waits(b)) - Number(waits(a)) || (a.due_on ?? '9').localeCompare(b.due_on ?? '9'))
        .map((row) => lineView(row, session.held_on, categories)),
    })
  })
}

function lineView(row: SchoolChildRow, heldOn: string, categories: CategoriesEdition): SchoolChildView {
  const score = (name: SchoolIndicator, value: number | null) => {
    if (value === null) return {}
    const { flagBelow, flagAbove } = SCHOOL_DESCRIBED[name]
    return { [name]: { z: value / 100, flagged: value / 100 < flagBelow || value / 100 > flagAbove } }
  }
  const category = [...categories.schoolBmiForAge, MEASURE_AGAIN].find(({ code }) => code === row.category)
  return {
    lineId: row.line_id,
    name: row.name,
    sex: row.sex,
    ageYears: ageOn(row.birth_date, heldOn),
    ...(row.weight_g === null ? {} : { weightG: row.weight_g }),
    ...(row.height_tenth_mm === null ? {} : { heightTenthMm: row.height_tenth_mm }),
    scores: {
      ...score('schoolHeightForAge', row.z_height),
      ...score('schoolWeightForAge', row.z_weight),
      ...score('schoolBmiForAge', row.z_bmi),
    },
    ...(category === undefined ? {} : { category: { code: category.code, tone: category.tone, text: category.text } }),
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    ...(row.result === null || row.result_on === null
      ? {}
      : { result: { code: row.result, words: row.result_words ?? '', on: row.result_on } }),
  }
}
