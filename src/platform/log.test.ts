// The log carries no citizen's data, by name and by shape.
import { describe, expect, it } from 'vitest'
import { createLog, scrub } from './log.ts'

describe('the log', () => {
  it('cuts known fields and masks sixteen-digit numbers anywhere', () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line) => lines.push(line) })
    log.info(
      { requestId: 'r1', person: { nik: '6311060101909901', name: 'Siti' }, form: { answers: { a: 1 } }, count: 3 },
      'sent',
    )
    log.error(new Error('duplicate key (nik)=(6311060101909902)'))
    log.debug('not at this level')
    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      requestId: 'r1',
      person: { nik: '[cut]', name: '[cut]' },
      form: { answers: '[cut]' },
      count: 3,
      msg: 'sent',
    })
    expect(lines[1]).toContain('631106**********')
    expect(lines.join('')).not.toMatch(/990[12]/)
  })

  it('leaves other numbers alone', () => {
    expect(scrub('{"time":1700000000000,"hash":"12345678901234567"}')).toBe(
      '{"time":1700000000000,"hash":"12345678901234567"}',
    )
  })
})
