// What a region may say of itself and how its office calendar differs from the published one. Pure. Must stay true: what is
// printed on papers is complete and holds no signs that break a page; a calendar that the arithmetic cannot use is refused.

import { isPlainDate, type PlainDate } from '../../kernel/date.ts'
import { dateParams } from '../../kernel/date-format.ts'
import { type OfficeCalendar, type OfficeWeek, readOfficeCalendar } from '../../kernel/office-calendar.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'

export const PROFILE_FIELDS = [
  'office',
  'unit',
  'address',
  'place',
  'contact',
  'notices',
  'headName',
  'headNip',
  'headTitle',
  'deedTitle',
  'hue',
] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]
export type ProfileForm = Readonly<Record<ProfileField, string>>

const LENGTHS: Readonly<
  Record<Exclude<ProfileField, 'headNip' | 'headTitle' | 'deedTitle' | 'hue' | 'notices'>, readonly [number, number]>
> = {
  office: [3, 60],
  unit: [5, 120],
  address: [5, 200],
  place: [2, 60],
  contact: [3, 160],
  headName: [3, 80],
}

/** The form as it is kept: trimmed, hue as a number. Refusals `profile-text`, `profile-nip`, `profile-hue`, `profile-notices`. */
export function readProfile(form: ProfileForm): Result<Readonly<Record<string, unknown>>> {
  const refusals: Refusal[] = []
  const text = (field: keyof typeof LENGTHS): string => {
    const value = form[field].trim().replace(/\s+/g, ' ')
    const [least, most] = LENGTHS[field]
    const length = [...value].length
    if (length < least || length > most || /[\p{Cc}<>{}]/u.test(value))
      refusals.push({ code: 'profile-text', at: field, params: { least, most } })
    return value
  }
  const values = Object.fromEntries((Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]).map((key) => [key, text(key)]))
  const nip = form.headNip.replace(/\s/g, '')
  if (nip !== '' && !/^\d{18}$/.test(nip)) refusals.push({ code: 'profile-nip', at: 'headNip' })
  // Empty: the title an office of this kind usually has.
  const title = (field: 'headTitle' | 'deedTitle'): string => {
    const value = form[field].trim().replace(/\s+/g, ' ')
    const length = [...value].length
    if (value !== '' && (length < 3 || length > 100 || /[\p{Cc}<>{}]/u.test(value)))
      refusals.push({ code: 'profile-text', at: field, params: { least: 3, most: 100 } })
    return value
  }
  const own = { office: title('headTitle'), deeds: title('deedTitle') }
  const titles = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== ''))
  const hue = Number(form.hue.trim())
  if (!/^\d{1,3}$/.test(form.hue.trim()) || hue > 359) refusals.push({ code: 'profile-hue', at: 'hue' })
  const notices = form.notices
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (notices.length > 4 || !notices.every((one) => /^[+0-9][0-9 ()-]{2,20}$/.test(one)))
    refusals.push({ code: 'profile-notices', at: 'notices' })
  if (refusals.length > 0) return refuseAll(refusals)
  const { headName, ...rest } = values
  return accept({
    ...rest,
    hue,
    notices,
    head: {
      name: headName,
      ...(nip === '' ? {} : { nip }),
      ...(Object.keys(titles).length === 0 ? {} : { titles }),
    },
  })
}

export type OwnDay = { readonly date: PlainDate; readonly name: { readonly id: string; readonly en: string } }
/** Setting `office-calendar`: how the region's calendar differs from the published one. */
export type OwnCalendar = {
  readonly week?: OfficeWeek
  readonly add: readonly OwnDay[]
  readonly remove: readonly PlainDate[]
}
export const NO_OWN_CALENDAR: OwnCalendar = { add: [], remove: [] }

/** The calendar the region works by. Refusals: `calendar-shape`. */
export function effectiveCalendar(base: OfficeCalendar, own: OwnCalendar): Result<OfficeCalendar> {
  const removed = new Set(own.remove)
  const added = new Set(own.add.map((day) => day.date))
  return readOfficeCalendar({
    ...base,
    week: own.week ?? base.week,
    daysOff: [
      ...base.daysOff.filter((day) => !removed.has(day.date) && !added.has(day.date)),
      ...own.add.map(({ date, name }) => ({ date, kind: 'regional' as const, name })),
    ].sort((a, b) => (a.date < b.date ? -1 : 1)),
  })
}

/** One more day off. Refusals: `day-off-date`, `day-off-past`, `day-off-name`, `day-off-known`. */
export function withDay(
  base: OfficeCalendar,
  own: OwnCalendar,
  date: string,
  name: string,
  today: PlainDate,
): Result<OwnCalendar> {
  const said = name.trim().replace(/\s+/g, ' ')
  const refusals: Refusal[] = []
  if (!isPlainDate(date) || date < base.covers.from || date > base.covers.to)
    refusals.push({
      code: 'day-off-date',
      at: 'day',
      params: { ...dateParams('from', base.covers.from), ...dateParams('to', base.covers.to) },
    })
  else if (date < today) refusals.push({ code: 'day-off-past', at: 'day' })
  if ([...said].length < 3 || [...said].length > 80 || /[\p{Cc}<>{}]/u.test(said))
    refusals.push({ code: 'day-off-name', at: 'dayName' })
  if (refusals.length > 0 || !isPlainDate(date)) return refuseAll(refusals)
  const effective = effectiveCalendar(base, own)
  if (effective.ok && effective.value.daysOff.some((day) => day.date === date)) return refuse('day-off-known', 'day')
  // A published day off that was taken out comes back under its own name.
  if (own.remove.includes(date)) return accept({ ...own, remove: own.remove.filter((one) => one !== date) })
  return accept({ ...own, add: [...own.add, { date, name: { id: said, en: said } }] })
}

/** The office works on that day after all. Refusals: `day-off-unknown`, `day-off-past`. */
export function withoutDay(
  base: OfficeCalendar,
  own: OwnCalendar,
  date: string,
  today: PlainDate,
): Result<OwnCalendar> {
  const effective = effectiveCalendar(base, own)
  const isOff = effective.ok && effective.value.daysOff.some((day) => day.date === date)
  if (!isOff || !isPlainDate(date)) return refuse('day-off-unknown', 'day')
  if (date < today) return refuse('day-off-past', 'day')
  const add = own.add.filter((day) => day.date !== date)
  const isPublished = base.daysOff.some((day) => day.date === date)
  return accept({ ...own, add, remove: isPublished ? [...new Set([...own.remove, date])] : own.remove })
}

export type HoursForm = readonly { readonly open: string; readonly close: string; readonly breaks: string }[]

/** Monday to Sunday as it stands: empty boxes where the office is closed. */
export function hoursOf(week: OfficeWeek): HoursForm {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const row = week.find((one) => one.days.includes(day))
    if (row === undefined) return { open: '', close: '', breaks: '' }
    return {
      open: dotted(row.open),
      close: dotted(row.close),
      breaks: row.breaks.map((pause) => `${dotted(pause.from)}-${dotted(pause.to)}`).join(', '),
    }
  })
}

/** Seven rows as people write them (08.00, 12.00-13.00). Refusals `hours-day` for each wrong day, `hours-none`. */
export function readHours(form: HoursForm): Result<OfficeWeek> {
  const refusals: Refusal[] = []
  const week: OfficeWeek = []
  form.slice(0, 7).forEach((row, index) => {
    if ([row.open, row.close, row.breaks].every((one) => one.trim() === '')) return
    const open = clock(row.open)
    const close = clock(row.close)
    const pauses = row.breaks
      .split(/[,;]/)
      .filter((one) => one.trim() !== '')
      .map((one) => one.split(/[-–]/).map(clock))
    const breaks = pauses.flatMap(([from, to]) => (from === undefined || to === undefined ? [] : [{ from, to }]))
    const days = [index + 1]
    const one = open === undefined || close === undefined ? undefined : { days, open, close, breaks }
    const read =
      one === undefined || breaks.length !== pauses.length ? undefined : readOfficeCalendar({ ...SAMPLE, week: [one] })
    if (one === undefined || read?.ok !== true) refusals.push({ code: 'hours-day', at: `hours-${index + 1}` })
    else week.push(one)
  })
  if (refusals.length > 0) return refuseAll(refusals)
  if (week.length === 0) return refuse('hours-none', 'hours-1')
  // Days with the same hours stand in one row, as they are read aloud.
  const rows = new Map<string, OfficeWeek[number]>()
  for (const { days, ...hours } of week) {
    const key = JSON.stringify(hours)
    rows.set(key, { ...hours, days: [...(rows.get(key)?.days ?? []), ...days] })
  }
  return accept([...rows.values()])
}

const SAMPLE = {
  id: 'sample',
  region: '00',
  edition: '-',
  zone: 'Asia/Makassar',
  confirmedByOffice: false,
  covers: { from: '2026-01-01', to: '2026-12-31' },
  periods: [],
  daysOff: [],
  sources: [],
}
const dotted = (time: string): string => time.replace(':', '.')
function clock(typed: string | undefined): string | undefined {
  const found = /^\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/.exec(typed ?? '')
  return found === null ? undefined : `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}`
}
