// Pieces on pages: a page that its stretched spaces fill exactly stays one page.
import { expect, test } from 'vitest'
import { paginate, totalHeight } from './paginate.ts'

const flows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    space: 8.1 + index * 0.37,
    pieces: [{ height: 41.3 + (index % 3) * 7.7, draw() {} }],
  }))

test('spaces stretched to the very end of the page leave nothing for a second one', () => {
  for (let count = 2; count <= 12; count++) {
    const all = flows(count)
    const spaces = all.slice(1).reduce((sum, flow) => sum + flow.space, 0)
    for (const stretch of [1.05, 1.1, 1.3, 1.7]) {
      const last = totalHeight(all) + spaces * (stretch - 1)
      const filled = 1 + (last - totalHeight(all)) / spaces
      expect(paginate(all, { full: last, last }, filled)).toHaveLength(1)
    }
  }
})

test('what really does not fit takes the last piece along', () => {
  const all = flows(4)
  const last = totalHeight(all) - 1
  expect(paginate(all, { full: last + 100, last }).map((page) => page.length)).toEqual([3, 1])
})
