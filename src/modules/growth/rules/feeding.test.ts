// Diversity of complementary food: five of eight groups, who is asked, what is advised.
import { expect, test } from 'vitest'
import { FOOD_GROUPS, isAskedAboutFood, judgeFeeding } from './feeding.ts'

test('five of eight groups are enough, four are not; who was not asked is unknown', () => {
  expect(judgeFeeding(FOOD_GROUPS.slice(0, 5))).toMatchObject({ groups: 5, of: 8, isVaried: true })
  expect(judgeFeeding(FOOD_GROUPS.slice(0, 4))).toMatchObject({ isVaried: false })
  expect(judgeFeeding([])?.missing.map(({ code }) => code)).toEqual(FOOD_GROUPS.slice(1))
  expect(judgeFeeding(['grains', 'grains', 'grains', 'grains', 'grains'])).toMatchObject({ groups: 1, isVaried: false })
  expect(judgeFeeding(undefined)).toBeUndefined()
})

test('children of 6 to 23 completed months are asked', () => {
  expect([5, 6, 23, 24].map((months) => isAskedAboutFood(months))).toEqual([false, true, true, false])
})
