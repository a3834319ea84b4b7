import { expect, it } from 'vitest'
import { waitWords } from './wait.ts'

it.each([
  [0.2, '1 detik', '1 second'],
  [45, '45 detik', '45 seconds'],
  [119.5, '120 detik', '120 seconds'],
  [120, '2 menit', '2 minutes'],
  [841, '15 menit', '15 minutes'],
  [900, '15 menit', '15 minutes'],
  [3600, '60 menit', '60 minutes'],
  [86_400, '24 jam', '24 hours'],
])('%d seconds', (seconds, id, en) => {
  expect(waitWords(seconds)).toEqual({ id, en })
})
