// Reading what the pages about a child's data show. Must stay true: only those who may measure the child see its sealed data
// here, and opening them leaves a row in the journal.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { asRole, MEASURERS } from './access.ts'
import { findPosyandu, listPosyandus } from './child-store.ts'
import type { ChildDataView, MoveView, NewcomersView } from './children-port.ts'
import type { GrowthContext } from './context.ts'
import { listNewcomers } from './newcomer-store.ts'
import type { PosyanduHead } from './posyandu-port.ts'
import { bornAfter, headOf, openChild } from './posyandu-queries.ts'

export async function readPosyandu(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
): Promise<Result<PosyanduHead>> {
  const region = visitor.region!.code
  const posyandu = await context.database.inRegion(region, (tx) => findPosyandu(tx, region, posyanduId), {
    readOnly: true,
  })
  return posyandu === undefined || !asRole(visitor, posyandu, MEASURERS).ok
    ? refuse('not-found')
    : accept(headOf(context, visitor, posyandu))
}

export async function readNewcomers(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
): Promise<Result<NewcomersView>> {
  const region = visitor.region!.code
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<NewcomersView>> => {
      const posyandu = await findPosyandu(tx, region, posyanduId)
      if (posyandu === undefined || !asRole(visitor, posyandu, MEASURERS).ok) return refuse('not-found')
      const rows = await listNewcomers(tx, region, posyandu, bornAfter(context.today(region)))
      return accept({
        posyandu: headOf(context, visitor, posyandu),
        newcomers: rows.map((row) => ({
          personId: row.person_id,
          name: row.name,
          sex: row.sex === 'L' ? 1 : 2,
          birthDate: row.birth_date,
          ...(row.mother_name === null ? {} : { motherName: row.mother_name }),
        })),
      })
    },
    { readOnly: true },
  )
}

export async function readData(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
): Promise<Result<ChildDataView>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx): Promise<Result<ChildDataView>> => {
    const opened = await openChild(tx, context, visitor, childId, MEASURERS)
    if (!opened.ok) return opened
    const { child, head, role } = opened.value
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role,
      device: visitor.device,
      subject: child.personId ?? child.childId,
      action: 'child.read-data',
    })
    return accept({ child: head, record: child })
  })
}

export async function readMove(context: GrowthContext, visitor: Visitor, childId: string): Promise<Result<MoveView>> {
  const region = visitor.region!.code
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<MoveView>> => {
      const opened = await openChild(tx, context, visitor, childId, MEASURERS)
      if (!opened.ok) return opened
      const { posyandu, head } = opened.value
      const near = (village: string) =>
        village === posyandu.villageCode ? 0 : village.startsWith(posyandu.villageCode.slice(0, 8)) ? 1 : 2
      const targets = (await listPosyandus(tx, region))
        .filter(({ posyanduId }) => posyanduId !== posyandu.posyanduId)
        .sort((a, b) => near(a.villageCode) - near(b.villageCode))
      return accept({
        child: head,
        targets: targets.map(({ posyanduId, name, villageCode }) => ({
          posyanduId,
          name,
          village: context.villageName(villageCode) ?? villageCode,
        })),
      })
    },
    { readOnly: true },
  )
}
