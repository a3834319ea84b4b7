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

  it('keeps of a database error what helps and nothing that it quotes', () => {
    const lines: string[] = []
    const thrown = Object.assign(new Error('invalid input syntax for type uuid: "Siti Aminah"'), {
      code: '22P02',
      detail: 'Key (name)=(Siti Aminah) already exists',
      table: 'case_file',
      parameters: ['Siti Aminah'],
    })
    const log = createLog('info', { write: (line) => lines.push(line) })
    log.error({ err: thrown }, 'request failed')
    log.error({ err: new Error('outer', { cause: thrown }) }, 'request failed')
    expect(lines.join('')).not.toContain('Siti')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { code: '22P02', table: 'case_file' } })
    expect(lines[0]).toContain('log.test')
  })

  it('leaves other numbers alone', () => {
    expect(scrub('{"time":1700000000000,"hash":"12345678901234567"}')).toBe(
      '{"time":1700000000000,"hash":"12345678901234567"}',
    )
  })
})
