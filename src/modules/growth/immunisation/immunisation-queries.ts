// Vaccines as pages show them: of one child, of the small children of a posyandu, of a family's own child. Must stay true: within
// the visitor's reach only; the list is worked out for the day it is read; opening one child's is a look the family sees.
import { addMonths, completedMonths } from '../../../kernel/date.ts'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { asRole, CHILD_ROLES } from '../access.ts'
import { childOf } from '../child-codec.ts'
import { findChild, findPosyandu } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { headOf, openChild } from '../posyandu-queries.ts'
import { decideDoses, IMMUNISATION_2023, summarizeDoses } from '../rules/immunisation.ts'
import { followVaccines } from './immunisation-commands.ts'
import type { VaccineChild, VaccineListView, VaccinesView } from './immunisation-port.ts'
import { listDoses, listOverdue, listWatched } from './immunisation-store.ts'
import { givenDoses } from './vaccines-of.ts'

export async function readVaccines(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
): Promise<Result<VaccinesView>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx): Promise<Result<VaccinesView>> => {
    const opened = await openChild(tx, context, visitor, childId, CHILD_ROLES)
    if (!opened.ok) return opened
    const { head, child, role } = opened.value
    const today = context.today(region)
    const doses = await listDoses(tx, region, childId)
    const given = givenDoses(doses)
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role,
      device: visitor.device,
      subject: child.personId ?? childId,
      action: 'child.read-vaccines',
    })
    return accept({
      child: head,
      today,
      lines: decideDoses(head.birthDate, given, today, IMMUNISATION_2023),
      summary: summarizeDoses(head.birthDate, given, today, IMMUNISATION_2023),
      fromBook: doses.filter(({ source }) => source === 'book').map(({ dose }) => dose),
      may: head.posyandu.may.verify ? 'give' : head.posyandu.may.measure ? 'copy' : 'see',
    })
  })
}

export async function readVaccineList(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
): Promise<Result<VaccineListView>> {
  const region = visitor.region!.code
  const today = context.today(region)
  const edition = IMMUNISATION_2023
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<VaccineListView>> => {
      const posyandu = await findPosyandu(tx, region, posyanduId)
      if (posyandu === undefined || !asRole(visitor, posyandu, CHILD_ROLES).ok) return refuse('not-found')
      const rows = await listWatched(tx, region, posyanduId, addMonths(today, -edition.watchedMonths))
      const children = rows.map((row): VaccineChild => {
        const lines = decideDoses(row.birth_date, row.doses, today, edition)
        return {
          childId: row.child_id,
          name: row.name,
          ageMonths: completedMonths(row.birth_date, today),
          ...(row.mother_name === null ? {} : { motherName: row.mother_name }),
          summary: summarizeDoses(row.birth_date, row.doses, today, edition),
          overdue: lines.filter(({ state }) => state === 'overdue'),
          due: lines.filter(({ state }) => state === 'due'),
        }
      })
      const ofAge = children.filter(({ ageMonths }) => ageMonths >= edition.completeByMonths)
      const since = (child: VaccineChild) => child.summary.overdueOn ?? child.summary.nextOn ?? '9999'
      return accept({
        posyandu: headOf(context, visitor, posyandu),
        today,
        waiting: children
          .filter(({ overdue, due }) => overdue.length + due.length > 0)
          .sort((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0)),
        watched: children.length,
        upToDate: children.filter(({ summary }) => summary.isUpToDate).length,
        ofAge: ofAge.length,
        complete: ofAge.filter(({ summary }) => summary.basicOn !== undefined).length,
        unknown: children.filter(({ summary }) => summary.given === 0).length,
      })
    },
    { readOnly: true },
  )
}

const AT_ONCE = 200

/** Each night: alerts of children whose dose became overdue; gives how many children were looked at. */
export async function openForOverdue(context: GrowthContext, region: string): Promise<number> {
  const today = context.today(region)
  let looked = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const ids = await context.database.inRegion(region, (tx) =>
      listOverdue(tx, region, { today, after, limit: AT_ONCE }),
    )
    for (const id of ids.filter((one) => isUuid(one)))
      await context.database.inRegion(region, async (tx) => {
        const row = await findChild(tx, region, id)
        const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
        if (row === undefined || posyandu === undefined) return
        await followVaccines(tx, context, region, childOf(context.ring, row), posyandu, {
          actor: 'system:vaccines',
          role: 'system',
          at: context.clock.now(),
        })
      })
    looked += ids.length
    if (ids.length < AT_ONCE) return looked
    after = ids.at(-1)!
  }
}
