import { expect, test } from 'vitest'
import { progressBar, readDemoArguments } from './demo-arguments.ts'

test.each<[string[], number | undefined]>([
  [[], 4000],
  [['--residents', '138950'], 138_950],
  [['--residents=100'], 100],
  [['--residents', '99'], undefined],
  [['--residents', '1200001'], undefined],
  [['--residents'], undefined],
  [['--residents='], undefined],
  [['--residents', '1e3'], undefined],
  [['--residents', '-5'], undefined],
  [['--residents', '500', 'more'], undefined],
  [['--people', '500'], undefined],
])('%j', (args, residents) => {
  expect(readDemoArguments(args)?.residents).toBe(residents)
})

test('the bar ends full, also when whole families made a few more', () => {
  expect(progressBar(50, 100, 'residents')).toBe(`\r[${'#'.repeat(15)}${'.'.repeat(15)}] 50 of 100 residents`)
  expect(progressBar(103, 100, 'residents')).toBe(`\r[${'#'.repeat(30)}] 103 of 103 residents\n`)
})
