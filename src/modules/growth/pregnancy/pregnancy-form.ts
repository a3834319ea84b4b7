// From the forms of a pregnancy to its facts: comma or point, a date or none. Pure. Must stay true: all faults at once, each at its
// box; a NIK is asked for and never demanded.
import type { PlainDate } from '../../../kernel/date.ts'
import { readNik } from '../../../kernel/nik.ts'
import { readStoredName } from '../../../kernel/person-name.ts'
import { readPhone } from '../../../kernel/phone.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../../kernel/refusal.ts'
import { parseDayParts } from '../day-parts.ts'
import type { FormFields } from '../measure-form.ts'
import { readTenthMm, readWeightG } from '../rules/measurement.ts'
import { dueFrom, type PregnancyEdition } from '../rules/pregnancy.ts'
import type { VisitRequest, WomanFacts } from './pregnancy-port.ts'

const first = (fields: FormFields, name: string) => (fields[name]?.[0] ?? '').trim()
const parts = (fields: FormFields, name: string) => ({
  day: first(fields, `${name}.day`),
  month: first(fields, `${name}.month`),
  year: first(fields, `${name}.year`),
})
const isEmpty = (date: ReturnType<typeof parts>) => Object.values(date).every((part) => part === '')

function collecting() {
  const refusals: Refusal[] = []
  return {
    refusals,
    take: <T>(read: Result<T>): T | undefined => {
      if (read.ok) return read.value
      refusals.push(...read.refusals)
      return undefined
    },
  }
}

export function readWomanForm(fields: FormFields, today: PlainDate, edition: PregnancyEdition): Result<WomanFacts> {
  const { refusals, take } = collecting()
  const maybe = <T>(name: string, read: (typed: string) => Result<T>): T | undefined => {
    const typed = first(fields, name)
    return typed === '' ? undefined : take(read(typed))
  }
  const name = take(readStoredName(first(fields, 'name'), 'name'))?.name
  const birthDate = take(parseDayParts(parts(fields, 'birth'), 'birth', { today, when: 'past' }))
  const nik = maybe('nik', (typed) => {
    const read = readNik(typed, { today, at: 'nik' })
    return read.ok ? accept(read.value.nik) : read
  })
  const husband = maybe('husband', (typed) => readStoredName(typed, 'husband'))?.name
  const phone = maybe('phone', (typed) => readPhone(typed, 'phone'))
  const gravida = maybe('gravida', (typed) =>
    /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 20
      ? accept(Number(typed))
      : refuse('growth.pregnancy-gravida', 'gravida'),
  )
  const date = (box: string) => (isEmpty(parts(fields, box)) ? undefined : take(parseDayParts(parts(fields, box), box)))
  const before = refusals.length
  const lastPeriod = date('period')
  const due = date('due')
  const dueOn =
    refusals.length > before
      ? undefined
      : take(
          dueFrom(
            { ...(lastPeriod === undefined ? {} : { lastPeriod }), ...(due === undefined ? {} : { due }) },
            today,
            edition,
          ),
        )
  if (refusals.length > 0 || name === undefined || birthDate === undefined || dueOn === undefined)
    return refuseAll(refusals)
  const address = first(fields, 'address').slice(0, 150)
  return accept({
    name,
    birthDate,
    ...(nik === undefined ? {} : { nik }),
    details: {
      ...(husband === undefined ? {} : { husband }),
      ...(phone === undefined ? {} : { phone }),
      ...(address === '' ? {} : { address }),
    },
    ...(lastPeriod === undefined ? {} : { lastPeriod }),
    dueOn,
    ...(gravida === undefined ? {} : { gravida }),
  })
}

const shown = (value: number, by: number, language: 'id' | 'en') =>
  String(value / by).replace('.', language === 'id' ? ',' : '.')

export function readVisitForm(fields: FormFields, edition: PregnancyEdition): Result<VisitRequest> {
  const { refusals, take } = collecting()
  const { entry } = edition
  const figure = (
    box: string,
    read: (typed: string, at: string) => Result<number>,
    { min, max }: { readonly min: number; readonly max: number },
    by: number,
    unit: string,
  ): number | undefined => {
    const typed = first(fields, box)
    if (typed === '') return undefined
    const value = take(read(typed, box))
    if (value === undefined) return undefined
    if (value >= min && value <= max) return value
    refusals.push({
      code: 'growth.visit-figure',
      at: box,
      params: {
        minId: shown(min, by, 'id'),
        maxId: shown(max, by, 'id'),
        minEn: shown(min, by, 'en'),
        maxEn: shown(max, by, 'en'),
        unit,
      },
    })
    return undefined
  }
  const tenth = (typed: string, at: string): Result<number> => {
    const read = readTenthMm(typed, at)
    return read.ok ? accept(Math.round(read.value / 10)) : read
  }
  const whole = (typed: string, at: string): Result<number> => {
    const read = readTenthMm(typed, at)
    return read.ok ? accept(Math.round(read.value / 100)) : read
  }
  const on = take(parseDayParts(parts(fields, 'on'), 'on'))
  const armTenthMm = figure('arm', readTenthMm, entry.armTenthMm, 100, 'cm')
  const haemoglobinTenthGdl = figure('hb', tenth, entry.haemoglobinTenthGdl, 10, 'g/dL')
  const weightG = figure('weight', readWeightG, entry.weightG, 1000, 'kg')
  const tabletsGiven = figure('given', whole, entry.tablets, 1, 'TTD') ?? 0
  const tabletsTaken = figure('taken', whole, entry.tablets, 1, 'TTD') ?? 0
  if (refusals.length > 0 || on === undefined) return refuseAll(refusals)
  return accept({
    visitId: first(fields, 'visitId'),
    on,
    ...(armTenthMm === undefined ? {} : { armTenthMm }),
    ...(haemoglobinTenthGdl === undefined ? {} : { haemoglobinTenthGdl }),
    ...(weightG === undefined ? {} : { weightG }),
    tabletsGiven,
    tabletsTaken,
    foodGiven: (fields.also ?? []).includes('food'),
    classAttended: (fields.also ?? []).includes('class'),
  })
}
