// A bride or groom was checked: the figures are kept, and the service "health check" counts as received in its quarter. Must stay true:
// only of somebody who is noted as couple-to-be, by those who may check in the village; the same figures of one day stand once.
import { isPlainDate } from '../../kernel/date.ts'
import { readDecimal } from '../../kernel/decimal.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { readTenthMm, readWeightG } from '../growth/rules/measurement.ts'
import { type Acting, entryOf } from './acting.ts'
import { COUPLE_2021, SMOKE } from './couple.ts'
import { type CoupleCheckRow, insertCoupleCheck, listCoupleChecks } from './couple-store.ts'
import { conditionsOn } from './due.ts'
import { services } from './editions.ts'
import { queueRollup } from './list-commands.ts'
import * as people from './people-store.ts'
import { periodOn } from './period.ts'
import { listServicesOfSubjects, putServices } from './service-store.ts'

export type CoupleInput = {
  readonly checkedOn: string
  /** Empty: not fixed yet. */
  readonly weddingOn: string
  readonly weight: string
  readonly height: string
  readonly arm: string
  readonly haemoglobin: string
  readonly smoke: string
}

/** Refuses `convergence-subject-unknown`, `convergence-couple-*`, those of the number reader. */
export async function noteCoupleCheck(
  tx: Tx,
  acting: Acting,
  mayCheckIn: (village: string) => boolean,
  personId: string,
  input: CoupleInput,
): Promise<Result<null>> {
  const person = await people.findTargetPerson(tx, acting.region, personId)
  if (person === undefined || !mayCheckIn(person.village_code)) return refuse('convergence-subject-unknown')
  const conditions = await people.listConditions(tx, acting.region, [personId], acting.today)
  const held = conditionsOn(conditions.map(people.conditionOf), acting.today, services)
  if (!held.has('couple-to-be')) return refuse('convergence-couple-not', 'checkedOn')
  const read = readFigures(input, acting.today)
  if (!read.ok) return read
  const known = await listCoupleChecks(tx, acting.region, personId)
  const same = (row: CoupleCheckRow) =>
    Object.entries(read.value).every(([name, value]) => row[name as keyof CoupleCheckRow] === value)
  if (known.some(same)) return accept(null)
  await insertCoupleCheck(tx, {
    ...read.value,
    region_code: acting.region,
    check_id: newId(),
    person_id: personId,
    village_code: person.village_code,
    edition: COUPLE_2021.id,
    source: acting.role,
    noted_by: acting.actor.accountId,
    noted_at: acting.now,
  })
  const period = periodOn(read.value.checked_on).key
  const [row] = await listServicesOfSubjects(tx, acting.region, period, [personId], 'couple-check', true)
  if (row !== undefined && row.state !== 'received') {
    await putServices(tx, [
      {
        ...row,
        state: 'received',
        given_on: read.value.checked_on,
        reason: null,
        changed_by: acting.actor.accountId,
        changed_at: acting.now,
      },
    ])
    await queueRollup(tx, period, row.village_code)
  }
  await writeJournal(tx, entryOf(acting, 'convergence.couple-check', { subject: personId, fields: ['health'] }))
  return accept(null)
}

type Figures = Pick<
  CoupleCheckRow,
  'checked_on' | 'wedding_on' | 'weight_g' | 'height_tenth_mm' | 'arm_tenth_mm' | 'haemoglobin_tenth_gdl' | 'smoke'
>

function readFigures(input: CoupleInput, today: string): Result<Figures> {
  const refusals: Refusal[] = []
  const { entry } = COUPLE_2021
  const figure = (
    at: 'weight' | 'height' | 'arm' | 'haemoglobin',
    reader: (typed: string) => Result<number>,
    { min, max }: { readonly min: number; readonly max: number },
    by: number,
  ): number | null => {
    if (input[at].trim() === '') return null
    const value = reader(input[at])
    if (!value.ok) refusals.push(...value.refusals)
    else if (value.value < min || value.value > max)
      refusals.push({ code: 'convergence-couple-figure', at, params: { min: min / by, max: max / by } })
    else return value.value
    return null
  }
  const tenths = (typed: string): Result<number> => {
    const value = readDecimal(typed, 'haemoglobin', { maxDecimals: 1 })
    return value.ok ? accept(Number(value.value.units) * 10 ** (1 - value.value.scale)) : value
  }
  const weight = figure('weight', (typed) => readWeightG(typed, 'weight'), entry.weightG, 1000)
  const height = figure('height', (typed) => readTenthMm(typed, 'height'), entry.heightTenthMm, 100)
  const arm = figure('arm', (typed) => readTenthMm(typed, 'arm'), entry.armTenthMm, 100)
  const haemoglobin = figure('haemoglobin', tenths, entry.haemoglobinTenthGdl, 10)
  const smoke = SMOKE.find((one) => one === input.smoke) ?? null
  if (!isPlainDate(input.checkedOn) || input.checkedOn > today)
    refusals.push({ code: 'convergence-couple-day', at: 'checkedOn' })
  const isFixed = /\d/.test(input.weddingOn)
  if (isFixed && (!isPlainDate(input.weddingOn) || input.weddingOn < input.checkedOn))
    refusals.push({ code: 'convergence-couple-wedding', at: 'weddingOn' })
  if (refusals.length > 0) return refuseAll(refusals)
  if ([weight, height, arm, haemoglobin, smoke].every((one) => one === null))
    return refuse('convergence-couple-nothing', 'weight')
  return accept({
    checked_on: input.checkedOn,
    wedding_on: isFixed ? input.weddingOn : null,
    weight_g: weight,
    height_tenth_mm: height,
    arm_tenth_mm: arm,
    haemoglobin_tenth_gdl: haemoglobin,
    smoke,
  })
}
