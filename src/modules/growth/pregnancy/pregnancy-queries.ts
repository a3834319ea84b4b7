// Pregnant women as pages show them: the list of a posyandu, one pregnancy with its visits. Must stay true: only for those who see
// pregnant women there; opening one is a look at a person and is written in the journal.
import { addMonths, ageOn, type PlainDate } from '../../../kernel/date.ts'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { asRole, HEALTH_WORKERS, PREGNANCY_ROLES, withinReach } from '../access.ts'
import type { Posyandu } from '../child.ts'
import { findPosyandu, listPosyandus } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { headOf, openOnes } from '../posyandu-queries.ts'
import { PREGNANCY_2021, pregnancyState } from '../rules/pregnancy.ts'
import { visitFacts, visitShown, womanOf } from './pregnancy-codec.ts'
import type { AllPregnanciesView, PregnancyLine, PregnancyListView, PregnancyView } from './pregnancy-port.ts'
import {
  findPregnancy,
  listAlertsOfPregnancy,
  listBorn,
  listEnded,
  listRunning,
  listVisits,
  type PregnancyRead,
  type VisitRead,
} from './pregnancy-store.ts'

const ENDED_MONTHS = 6

const stateOf = (
  context: GrowthContext,
  region: string,
  row: PregnancyRead,
  visits: readonly VisitRead[],
  on: PlainDate,
) => pregnancyState(row.due_on, visitFacts(visits), on, PREGNANCY_2021, context.editions(region).categories)

/** The women who are pregnant now at these posyandu, the nearest due date first. */
async function runningLines(
  tx: Tx,
  context: GrowthContext,
  region: string,
  posyandus: readonly Posyandu[],
): Promise<readonly PregnancyLine[]> {
  const today = context.today(region)
  const names = new Map(posyandus.map(({ posyanduId, name }) => [posyanduId, name]))
  const running = await listRunning(tx, region, [...names.keys()])
  const visits = await listVisits(
    tx,
    region,
    running.map(({ pregnancy_id }) => pregnancy_id),
  )
  return running.map((row) => {
    const own = visits.filter((visit) => visit.pregnancy_id === row.pregnancy_id)
    const lastVisit = visitFacts(own).at(-1)?.on
    return {
      pregnancyId: row.pregnancy_id,
      name: row.name,
      ageYears: ageOn(row.birth_date, today),
      posyandu: names.get(row.posyandu_id) ?? '',
      dueOn: row.due_on,
      state: stateOf(context, region, row, own, today),
      ...(lastVisit === undefined ? {} : { lastVisit }),
    }
  })
}

/** All women who are pregnant now within the visitor's reach. Refuses `not-found` to who reaches no posyandu in such a role. */
export async function readAllPregnancies(
  context: GrowthContext,
  visitor: Visitor,
): Promise<Result<AllPregnanciesView>> {
  const region = visitor.region!.code
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<AllPregnanciesView>> => {
      const within = withinReach(visitor, await listPosyandus(tx, region), PREGNANCY_ROLES)
      if (within.length === 0) return refuse('not-found')
      return accept({
        today: context.today(region),
        running: await runningLines(tx, context, region, within),
        posyandus: within.map(({ posyanduId, name }) => ({ posyanduId, name })),
      })
    },
    { readOnly: true },
  )
}

export async function readPregnancies(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
): Promise<Result<PregnancyListView>> {
  const region = visitor.region!.code
  const today = context.today(region)
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<PregnancyListView>> => {
      const posyandu = await findPosyandu(tx, region, posyanduId)
      if (posyandu === undefined || !asRole(visitor, posyandu, PREGNANCY_ROLES).ok) return refuse('not-found')
      const ended = await listEnded(tx, region, posyanduId, addMonths(today, -ENDED_MONTHS))
      return accept({
        posyandu: headOf(context, visitor, posyandu),
        today,
        running: await runningLines(tx, context, region, [posyandu]),
        ended: ended.flatMap((row) =>
          row.state === 'running' || row.ended_on === null
            ? []
            : [
                {
                  pregnancyId: row.pregnancy_id,
                  name: row.name,
                  outcome: row.state,
                  on: row.ended_on,
                  children: row.children,
                },
              ],
        ),
        mayWrite: asRole(visitor, posyandu, HEALTH_WORKERS).ok,
      })
    },
    { readOnly: true },
  )
}

export async function readPregnancy(
  context: GrowthContext,
  visitor: Visitor,
  pregnancyId: string,
): Promise<Result<PregnancyView>> {
  const region = visitor.region!.code
  if (!isUuid(pregnancyId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<PregnancyView>> => {
    const row = await findPregnancy(tx, region, pregnancyId)
    const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
    const role = asRole(visitor, posyandu, PREGNANCY_ROLES)
    if (row === undefined || posyandu === undefined || !role.ok) return refuse('not-found')
    const today = context.today(region)
    const visits = await listVisits(tx, region, [pregnancyId])
    const { nik, details } = womanOf(context.ring, row)
    const edition = context.editions(region).alerts
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role: role.value,
      device: visitor.device,
      subject: row.person_id ?? pregnancyId,
      action: 'pregnancy.read',
    })
    return accept({
      pregnancyId,
      posyandu: headOf(context, visitor, posyandu),
      today,
      name: row.name,
      birthDate: row.birth_date,
      ageYears: ageOn(row.birth_date, today),
      ...(nik === undefined ? {} : { nik }),
      inRegister: row.person_id !== null,
      details,
      ...(row.gravida === null ? {} : { gravida: row.gravida }),
      dueOn: row.due_on,
      outcome: row.state,
      ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
      state: stateOf(context, region, row, visits, row.ended_on ?? today),
      visits: [...visits].reverse().map((visit) => ({
        visitId: visit.visit_id,
        ...visitShown(visit),
        ...(visit.state === 'withdrawn' ? { withdrawn: visit.reason ?? '' } : {}),
      })),
      alerts: openOnes(await listAlertsOfPregnancy(tx, region, pregnancyId), edition),
      born: (await listBorn(tx, region, pregnancyId)).map((child) => ({
        childId: child.child_id,
        name: child.name,
        sex: child.sex,
        birthDate: child.birth_date,
        ...(child.birth_weight_g === null ? {} : { birthWeightG: child.birth_weight_g }),
      })),
      mayWrite: asRole(visitor, posyandu, HEALTH_WORKERS).ok,
    })
  })
}
