// What a region says of itself, and its own days and hours. Must stay true: what comes in by a form never breaks the clock.
import { expect, it } from 'vitest'
import calendar from '../../../instruments/calendars/63.11-2026.json' with { type: 'json' }
import { readOfficeCalendar } from '../../kernel/office-calendar.ts'
import {
  effectiveCalendar,
  hoursOf,
  NO_OWN_CALENDAR,
  readHours,
  readProfile,
  withDay,
  withoutDay,
} from './profile-rules.ts'

const { $schema: _schema, ...file } = calendar as typeof calendar & { $schema?: string }
const read = readOfficeCalendar(file)
if (!read.ok) throw new Error('calendar')
const base = read.value
const FORM = {
  office: 'Disdukcapil Balangan',
  unit: 'Dinas Kependudukan dan Pencatatan Sipil',
  address: 'Jalan Contoh 1, Paringin',
  place: 'Paringin',
  contact: '0526 000000',
  notices: '+62 811 000 000, 0526-1234',
  headName: 'Contoh, S.H.',
  headNip: '',
  headTitle: '',
  deedTitle: '',
  hue: '168',
}
const TODAY = '2026-04-10'
const codes = (result: ReturnType<typeof readProfile> | ReturnType<typeof withDay> | ReturnType<typeof readHours>) =>
  result.ok ? [] : result.refusals.map(({ code, at }) => `${code} ${at}`)

it('takes a profile as it was written and names each fault', () => {
  expect(readProfile(FORM)).toMatchObject({ ok: true, value: { hue: 168, notices: ['+62 811 000 000', '0526-1234'] } })
  const wrong = { ...FORM, office: '<b>', address: 'x'.repeat(10_000), headNip: '12', hue: '400', notices: "'; --" }
  expect(codes(readProfile(wrong))).toEqual([
    'profile-text office',
    'profile-text address',
    'profile-nip headNip',
    'profile-hue hue',
    'profile-notices notices',
  ])
})

it('adds a day off, takes a published one out, and brings it back', () => {
  const added = withDay(base, NO_OWN_CALENDAR, '2026-04-13', 'Hari jadi Balangan', TODAY)
  expect(added).toMatchObject({ ok: true })
  const own = added.ok ? added.value : NO_OWN_CALENDAR
  const now = effectiveCalendar(base, own)
  expect(now.ok && now.value.daysOff.some((day) => day.date === '2026-04-13' && day.kind === 'regional')).toBe(true)
  expect(codes(withDay(base, own, '2026-04-13', 'Lagi', TODAY))).toEqual(['day-off-known day'])
  expect(codes(withDay(base, own, '2026-02-30', '', TODAY))).toEqual(['day-off-date day', 'day-off-name dayName'])
  expect(codes(withDay(base, own, '2026-04-09', 'Kemarin', TODAY))).toEqual(['day-off-past day'])
  const open = withoutDay(base, own, '2026-12-25', TODAY)
  expect(open).toMatchObject({ ok: true, value: { remove: ['2026-12-25'] } })
  const back = open.ok ? withDay(base, open.value, '2026-12-25', 'Natal', TODAY) : open
  expect(back).toEqual({ ok: true, value: own })
  expect(withoutDay(base, own, '2026-04-13', TODAY)).toEqual({ ok: true, value: { add: [], remove: [] } })
})

it('reads hours as people write them; a day that cannot be is named', () => {
  const week = readHours(hoursOf(base.week))
  expect(week).toEqual({ ok: true, value: base.week })
  const closed = { open: '', close: '', breaks: '' }
  const form = [{ open: '8', close: '16.30', breaks: '12.00-13.00' }, closed, closed, closed, closed, closed, closed]
  expect(readHours(form)).toEqual({
    ok: true,
    value: [{ days: [1], open: '08:00', close: '16:30', breaks: [{ from: '12:00', to: '13:00' }] }],
  })
  expect(codes(readHours(form.map(() => closed)))).toEqual(['hours-none hours-1'])
  expect(codes(readHours([{ open: '16.00', close: '08.00', breaks: '' }, closed]))).toEqual(['hours-day hours-1'])
  expect(codes(readHours([closed, { open: '8', close: '16', breaks: '13.00-12.00' }]))).toEqual(['hours-day hours-2'])
})
