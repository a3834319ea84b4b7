// A small child of another region with a measuring and an open alert, for tests that must not reach it.

import { growthContext } from '../../src/bindings/growth-context.ts'
import { addDays } from '../../src/kernel/date.ts'
import { listAlertsOfChild } from '../../src/modules/growth/alert-store.ts'
import { childColumns } from '../../src/modules/growth/child-codec.ts'
import { insertChildren, insertPosyandus, insertStays } from '../../src/modules/growth/child-store.ts'
import { recordMeasurement } from '../../src/modules/growth/measure-command.ts'
import { registerPregnancy } from '../../src/modules/growth/pregnancy/pregnancy-commands.ts'
import { visitor } from '../../src/modules/growth/testing/growth-world.ts'
import { insertAgency, insertUnits } from '../../src/modules/regions/store.ts'
import { newId } from '../../src/platform/ids.ts'
import type { TestServer } from './server.ts'

/** Settles the child `Rahasia Tabalong Balita` at the posyandu `rahasia`; and a pregnant woman there; gives their keys. */
export async function settleChild(
  { house }: TestServer,
  region: string,
  village: string,
): Promise<{ readonly child: string; readonly alert: string; readonly pregnancy: string }> {
  const context = growthContext(house.cases)
  const today = context.today(region)
  const childId = newId()
  await house.database.inRegion(region, async (tx) => {
    await insertAgency(tx, {
      region_code: region,
      agency_id: 'dinkes',
      name: 'Dinas Kesehatan',
      address: '',
      phone: '',
    })
    await insertUnits(tx, [
      { region_code: region, unit_id: 'pkm-tabalong', agency_id: 'dinkes', name: 'Puskesmas', place: region },
      // a cadre belongs to it
      { region_code: region, unit_id: 'rahasia', agency_id: 'dinkes', name: 'Posyandu', place: village },
    ])
    await insertPosyandus(tx, [
      {
        region_code: region,
        posyandu_id: 'rahasia',
        name: 'Rahasia Tabalong Posyandu',
        village_code: village,
        centre_id: 'pkm-tabalong',
        active: true,
      },
    ])
    const now = context.clock.now()
    await insertChildren(tx, [
      {
        region_code: region,
        ...childColumns(context.ring, {
          childId,
          posyanduId: 'rahasia',
          villageCode: village,
          name: 'Rahasia Tabalong Balita',
          sex: 1,
          birthDate: `${Number(today.slice(0, 4)) - 2}${today.slice(4, 8)}01`,
          birthExact: true,
          details: {},
          status: 'active',
          version: 1,
        }),
        created_at: now,
        updated_at: now,
      },
    ])
    await insertStays(tx, [
      {
        region_code: region,
        child_id: childId,
        from_day: '2024-01-01',
        to_day: null,
        posyandu_id: 'rahasia',
        village_code: village,
      },
    ])
  })
  const nutritionist = visitor('nutritionist', { unitId: 'pkm-tabalong', region, place: region })
  const measured = await recordMeasurement(context, nutritionist, childId, {
    measurementId: newId(),
    measurement: { date: today, place: 'posyandu', weightG: 7200 },
    facts: {},
    confirmed: true,
  })
  if (!measured.ok) throw new Error(JSON.stringify(measured.refusals))
  const [alert] = await house.database.inRegion(region, (tx) => listAlertsOfChild(tx, region, childId))
  const pregnancy = newId()
  const registered = await registerPregnancy(
    context,
    visitor('midwife', { region, place: region }),
    'rahasia',
    pregnancy,
    {
      name: 'Rahasia Tabalong Ibu Hamil',
      birthDate: `${Number(today.slice(0, 4)) - 28}-01-15`,
      details: {},
      dueOn: addDays(today, 60),
    },
  )
  if (!registered.ok) throw new Error(JSON.stringify(registered.refusals))
  return { child: childId, alert: alert!.alert_id, pregnancy }
}
