// The form at the scale: comma or point, two and three readings, hostile text, and the child's form with its ages.
import { expect, test } from 'vitest'
import { readChildForm } from './child-form.ts'
import { type FormFields, readMeasureForm } from './measure-form.ts'
import { MEASURING_2020 } from './rules/editions.ts'

const read = (fields: Readonly<Record<string, string | readonly string[]>>) =>
  readMeasureForm(form(fields), '2026-04-16', MEASURING_2020, ['no-appetite'])
const form = (fields: Readonly<Record<string, string | readonly string[]>>): FormFields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]))
const codes = (result: ReturnType<typeof read> | ReturnType<typeof readChildForm>) =>
  result.ok ? [] : result.refusals.map(({ code, at }) => `${code} ${at}`)

test('comma and point are the same; facts nobody asked stay absent', () => {
  const comma = read({ weight: '8,75', length: '74,5', position: 'l', illness: ['fever', "'; --"], sign: 'made-up' })
  expect(comma.ok && comma.value).toMatchObject({
    measurement: { weightG: 8750, lengthHeightTenthMm: 7450, position: 'l', oedema: 0, date: '2026-04-16' },
    facts: { illness: ['fever'] },
    confirmed: false,
  })
  expect(comma.ok && 'dangerSigns' in comma.value.facts).toBe(false)
  const point = read({ weight: '8.750' })
  expect(point.ok && point.value.measurement.weightG).toBe(8750)
})

test('two readings within the limit give their mean; else a third is asked, and the closest two count', () => {
  const pair = read({ weight: '8,70', weight2: '8,80' })
  expect(pair.ok && pair.value.measurement.weightG).toBe(8750)
  expect(codes(read({ weight: '8,7', weight2: '9,7' }))).toEqual(['growth.third-reading weight3'])
  const three = read({ weight: '8,7', weight2: '9,7', weight3: '8,8' })
  expect(three.ok && three.value).toMatchObject({
    measurement: { weightG: 8750 },
    facts: { readings: { weightG: [8700, 9700, 8800] } },
  })
})

test('what is no number is refused at its box, all at once', () => {
  expect(codes(read({ weight: 'delapan', length: '7💥', arm: '' })).map((one) => one.split(' ')[1])).toEqual([
    'weight',
    'length',
  ])
  expect(read({ weight: '8', note: 'x'.repeat(10_000) }).ok).toBe(true)
  expect(codes(read({ weight: '8', 'date.day': '31', 'date.month': '2', 'date.year': '2026' }))).toEqual([
    'growth.day-of-month date.day',
  ])
})

test('a child without NIK and with an age about is fine; 120 months are asked about as days', () => {
  const child = { name: 'Contoh Anak', sex: '2' }
  const about = readChildForm(form({ ...child, age: '14', ageUnit: 'months' }), '2026-04-16')
  expect(about.ok && about.value).toMatchObject({ birthDate: '2025-02-16', birthExact: false })
  expect(codes(readChildForm(form({ ...child, age: '120', ageUnit: 'months' }), '2026-04-16'))).toEqual([
    'growth.age-in-days age',
  ])
  const days = readChildForm(form({ ...child, age: '120', ageUnit: 'days' }), '2026-04-16')
  expect(days.ok && days.value.birthDate).toBe('2025-12-17')
  expect(codes(readChildForm(form({}), '2026-04-16'))).toEqual([
    'name-missing name',
    'growth.sex-missing sex',
    'date-missing birth',
  ])
  expect(
    codes(readChildForm(form({ ...child, 'birth.day': '1', 'birth.month': '1', 'birth.year': '2019' }), '2026-04-16')),
  ).toEqual(['growth.too-old birth'])
})
