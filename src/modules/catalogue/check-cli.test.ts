import { describe, expect, test } from 'vitest'
import { servicesCli } from './check-cli.ts'

describe('the services of this repository', () => {
  test('are without faults', async () => {
    const lines: string[] = []
    const code = await servicesCli(['check', 'services'], {
      out: (line) => lines.push(line),
      err: (line) => lines.push(line),
    })
    expect(lines.filter((line) => !line.includes(' are true.'))).toEqual([])
    expect(code).toBe(0)
  })
})
