// A screening of a class: begun, children entered, follow-ups ended with a result. Must stay true: only by people of the health centre that
// holds the session; every look at names and every change is in the journal; sent twice is once.
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { Role, Visitor } from '../../../platform/http/visitor.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { AT_CENTRE } from '../access.ts'
import type { GrowthContext } from '../context.ts'
import { CARE_2022 } from '../rules/care-edition.ts'
import type { SchoolChildInput, SessionInput } from './school-port.ts'
import * as store from './school-store.ts'
import { judgeSchoolChild } from './screening.ts'

const MOST_NAME = 120
const MOST_WORDS = 500
const MOST_CHILDREN = 200

/** The centres whose people the visitor is one of, with the role for the journal. */
export function centresOf(visitor: Visitor): ReadonlyMap<string, Role> {
  return new Map(
    (visitor.actor?.assignments ?? []).flatMap((one): [string, Role][] =>
      one.region === visitor.region?.code && AT_CENTRE.includes(one.role) && one.unitId !== undefined
        ? [[one.unitId, one.role]]
        : [],
    ),
  )
}

export function schoolJournal(
  tx: Tx,
  context: GrowthContext,
  visitor: Visitor,
  role: Role,
  action: string,
  sessionId: string,
): Promise<unknown> {
  return writeJournal(tx, {
    at: context.clock.now(),
    actor: visitor.actor!.accountId,
    role,
    device: visitor.device,
    action,
    subject: `school-session:${sessionId}`,
  })
}

const wanted = (text: string, at: string): readonly Refusal[] =>
  text.trim().length < 1 || text.trim().length > MOST_NAME
    ? [{ code: 'growth.school-text', at, params: { most: MOST_NAME } }]
    : []

/** Refuses `not-found`, `growth.school-text`, `growth.in-future`. */
export async function beginSession(
  context: GrowthContext,
  visitor: Visitor,
  input: SessionInput,
): Promise<Result<string>> {
  const region = visitor.region!.code
  const [centre] = centresOf(visitor)
  if (centre === undefined || !isUuid(input.sessionId)) return refuse('not-found')
  const faults = [
    ...wanted(input.school, 'school'),
    ...wanted(input.className, 'className'),
    ...(input.heldOn > context.today(region) ? [{ code: 'growth.in-future', at: 'heldOn' }] : []),
  ]
  if (faults.length > 0) return refuseAll(faults)
  return context.database.inRegion(region, async (tx): Promise<Result<string>> => {
    const [centreId, role] = centre
    const editions = context.editions(region)
    await store.insertSession(tx, {
      region_code: region,
      session_id: input.sessionId,
      centre_id: centreId,
      school: input.school.trim(),
      class_name: input.className.trim(),
      held_on: input.heldOn,
      edition: (editions.on?.(input.heldOn) ?? editions).categories.id,
      made_by: visitor.actor!.accountId,
      made_at: context.clock.now(),
    })
    await schoolJournal(tx, context, visitor, role, 'school-screening.begin', input.sessionId)
    return accept(input.sessionId)
  })
}

type At = { readonly tx: Tx; readonly session: store.SessionRow; readonly role: Role }

/** The session, held, for people of its centre. Refuses `not-found`. */
export function inSession<T>(
  context: GrowthContext,
  visitor: Visitor,
  sessionId: string,
  work: (at: At) => Promise<Result<T>>,
): Promise<Result<T>> {
  const region = visitor.region!.code
  if (!isUuid(sessionId)) return Promise.resolve(refuse('not-found'))
  return context.database.inRegion(region, async (tx): Promise<Result<T>> => {
    const session = await store.findSession(tx, region, sessionId)
    const role = session === undefined ? undefined : centresOf(visitor).get(session.centre_id)
    return session === undefined || role === undefined ? refuse('not-found') : work({ tx, session, role })
  })
}

/** Refuses `not-found`, `growth.school-*`, `growth.nothing-measured`. */
export function addSchoolChild(
  context: GrowthContext,
  visitor: Visitor,
  sessionId: string,
  input: SchoolChildInput,
): Promise<Result<null>> {
  const region = visitor.region!.code
  if (!isUuid(input.lineId)) return Promise.resolve(refuse('not-found'))
  return inSession(context, visitor, sessionId, async ({ tx, session, role }): Promise<Result<null>> => {
    const editions = context.editions(region)
    const { categories } = editions.on?.(session.held_on) ?? editions
    const judged = judgeSchoolChild(input, session.held_on, categories)
    const faults = [...wanted(input.name, 'name'), ...(judged.ok ? [] : judged.refusals)]
    if (faults.length > 0 || !judged.ok) return refuseAll(faults)
    if ((await store.listSchoolChildren(tx, region, sessionId)).length >= MOST_CHILDREN)
      return refuse('growth.school-full', 'name', { most: MOST_CHILDREN })
    const { scores, category, dueOn } = judged.value
    const hundredths = (z: number | undefined) => (z === undefined ? null : Math.round(z * 100))
    const isNew = await store.insertSchoolChild(tx, {
      region_code: region,
      session_id: sessionId,
      line_id: input.lineId,
      name: input.name.trim(),
      sex: input.sex,
      birth_date: input.birthDate,
      weight_g: input.weightG ?? null,
      height_tenth_mm: input.heightTenthMm ?? null,
      z_height: hundredths(scores.schoolHeightForAge?.z),
      z_weight: hundredths(scores.schoolWeightForAge?.z),
      z_bmi: hundredths(scores.schoolBmiForAge?.z),
      category: category?.code ?? null,
      due_on: dueOn ?? null,
      result: null,
      result_words: null,
      result_on: null,
      result_by: null,
      state: 'recorded',
      recorded_by: visitor.actor!.accountId,
      recorded_at: context.clock.now(),
    })
    if (isNew) await schoolJournal(tx, context, visitor, role, 'school-screening.child', sessionId)
    return accept(null)
  })
}

async function findLine(tx: Tx, region: string, sessionId: string, lineId: string) {
  return (await store.listSchoolChildren(tx, region, sessionId)).find((one) => one.line_id === lineId)
}

/** A line written by mistake. Refuses `not-found`, `growth.school-ended` once a result stands. */
export function withdrawSchoolChild(
  context: GrowthContext,
  visitor: Visitor,
  sessionId: string,
  lineId: string,
): Promise<Result<null>> {
  const region = visitor.region!.code
  return inSession(context, visitor, sessionId, async ({ tx, role }): Promise<Result<null>> => {
    const line = await findLine(tx, region, sessionId, lineId)
    if (line === undefined) return refuse('not-found')
    if (line.result !== null) return refuse('growth.school-ended')
    await store.updateSchoolChild(tx, region, line, { state: 'withdrawn' })
    await schoolJournal(tx, context, visitor, role, 'school-screening.withdraw', sessionId)
    return accept(null)
  })
}

/** A follow-up ends with its result. Refuses `not-found`, `growth.alert-result-missing`, `growth.words-long`, `growth.school-ended`. */
export function finishSchoolChild(
  context: GrowthContext,
  visitor: Visitor,
  sessionId: string,
  lineId: string,
  { result, words }: { readonly result: string; readonly words: string },
): Promise<Result<null>> {
  const region = visitor.region!.code
  return inSession(context, visitor, sessionId, async ({ tx, role }): Promise<Result<null>> => {
    const line = await findLine(tx, region, sessionId, lineId)
    if (line === undefined || line.due_on === null) return refuse('not-found')
    if (!CARE_2022.results.some(({ code }) => code === result)) return refuse('growth.alert-result-missing', 'result')
    if (words.length > MOST_WORDS) return refuse('growth.words-long', 'words', { most: MOST_WORDS })
    if (line.result !== null) return line.result === result ? accept(null) : refuse('growth.school-ended')
    await store.updateSchoolChild(tx, region, line, {
      result,
      result_words: words.trim() === '' ? null : words.trim(),
      result_on: context.today(region),
      result_by: visitor.actor!.accountId,
    })
    await schoolJournal(tx, context, visitor, role, 'school-screening.result', sessionId)
    return accept(null)
  })
}
