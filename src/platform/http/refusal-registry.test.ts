import { expect, test } from 'vitest'
import { createRefusalRegistry } from './refusal-registry.ts'
import { refusals } from './refusals.ts'

test('a wait is told in minutes, in the language of the page', () => {
  const registry = createRefusalRegistry([refusals])
  const refusal = { code: 'too-many', params: { seconds: 900 } }
  expect(registry.tell(refusal, 'id')).toContain('Tunggu 15 menit, lalu coba lagi.')
  expect(registry.tell(refusal, 'en')).toContain('Wait 15 minutes and try again.')
})
