// From what growth keeps to what an exchange knows. Pure. Must stay true: nothing is made up: what growth does not keep is absent.

import { addDays } from '../../../kernel/date.ts'
import { todayIn } from '../../../kernel/zone.ts'
import type { PmtWeekRead } from '../care-store.ts'
import type { ChildRecord as KeptChild, StoredMeasurement } from '../child.ts'
import type { FoodGroup } from '../rules/feeding.ts'
import type { ChildFood } from './export-store.ts'
import { defined } from './read-lines.ts'
import type { ChildRecord, ComplementaryFoodRecord, MeasurementRecord, PmtRecord } from './types.ts'

export function exchangedChild(child: KeptChild, posyandu: string): ChildRecord {
  const { details } = child
  return {
    childId: child.childId,
    name: child.name,
    sex: child.sex,
    birthDate: child.birthDate,
    birthExact: child.birthExact,
    posyandu,
    villageCode: child.villageCode,
    moved: child.status === 'moved',
    ...defined({
      nik: child.nik,
      birthOrder: child.birthOrder,
      birthWeightG: child.birthWeightG,
      birthLengthTenthMm: child.birthLengthTenthMm,
      birthHeadTenthMm: child.birthHeadTenthMm,
      gestationWeeks: child.gestationWeeks,
      earlyBreastfed: child.earlyBreastfed,
      book: child.book,
      motherName: child.motherName,
      motherNik: details.motherNik,
      fatherName: details.fatherName,
      kk: details.kk,
      phone: details.phone,
      address: details.address,
      rt: details.rt,
      rw: details.rw,
    }),
  }
}

export function exchangedMeasurement(measurement: StoredMeasurement): MeasurementRecord {
  const { facts, ageMonths } = measurement
  return {
    measurementId: measurement.id,
    date: measurement.date,
    verified: measurement.verified,
    ...defined({
      weightG: measurement.weightG,
      lengthHeightTenthMm: measurement.lengthHeightTenthMm,
      position: measurement.position,
      armTenthMm: measurement.armTenthMm,
      headTenthMm: measurement.headTenthMm,
      oedema: measurement.oedema,
      vitaminA: facts.vitaminA === undefined ? undefined : true,
      breastfed:
        facts.exclusivelyBreastfed === undefined || ageMonths > 6
          ? undefined
          : { [ageMonths]: facts.exclusivelyBreastfed },
      motherClass: facts.attendedClass,
      freeMeal: facts.freeMeal,
    }),
  }
}

const MONEY: Readonly<Record<string, PmtRecord['money']>> = {
  dak: 'dak',
  apbd: 'apbd',
  partner: 'partner',
  village: 'village-fund',
  'village-fund': 'village-fund',
}

/** `zone` of the region: a week written at 7 in the morning was looked at on that day, wherever the server counts from. */
export function exchangedFood(programme: ChildFood, week: PmtWeekRead, zone: string): PmtRecord {
  const weekEnds = addDays(programme.first_day, week.week * 7 - 1)
  const writtenOn = todayIn(zone, week.recorded_at.getTime())
  return {
    firstDay: programme.first_day,
    cycle: programme.cycle,
    kind: programme.food === 'factory' ? 'factory' : 'local',
    money: MONEY[programme.money] ?? 'partner',
    perGuideline: programme.by_guideline,
    reason: programme.reason,
    week: week.week,
    // a week written before it is over was looked at on that day
    monitoredOn: writtenOn < weekEnds ? writtenOn : weekEnds,
    given: week.given,
    ill: week.ill === true,
    next: week.next_step,
    ...defined({
      weightG: week.weight_g ?? undefined,
      lengthHeightTenthMm: week.length_tenth_mm ?? undefined,
      position: week.position ?? undefined,
      partner: programme.partner ?? undefined,
      partnerOther: programme.partner_other ?? undefined,
    }),
  }
}

/** What a child ate, where somebody asked; `intervened`: it was in a programme of extra food. */
export function exchangedEaten(
  { date, facts: { eaten } }: StoredMeasurement,
  intervened: boolean,
): ComplementaryFoodRecord | undefined {
  if (eaten === undefined) return undefined
  const has = (group: FoodGroup) => eaten.includes(group)
  return {
    date,
    eaten: {
      breastmilk: has('breastmilk'),
      grains: has('grains'),
      pulses: has('pulses'),
      dairy: has('dairy'),
      flesh: has('flesh'),
      eggs: has('eggs'),
      vitaminAFruit: has('vitaminAFruit'),
      otherFruit: has('otherFruit'),
    },
    intervened,
  }
}
