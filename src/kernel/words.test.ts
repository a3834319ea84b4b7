// The three smallest words (text, refusal, region code), tested together.
import { describe, expect, it } from 'vitest'
import { accept, refuse, refuseAll } from './refusal.ts'
import { isInside, isTenantCode, regionLevel, tenantOf } from './region-code.ts'
import { fill, say } from './text.ts'

describe('region codes', () => {
  it('tell their level', () => {
    expect(['00', '63', '63.11', '63.11.06', '63.11.06.2001', '63.11.06.1019'].map(regionLevel)).toEqual([
      'nation',
      'province',
      'regency',
      'district',
      'village',
      'village',
    ])
    for (const wrong of ['', '6311', '63.1', '03', '63.11.06.0001', '63.11.6', '63.11 '])
      expect(regionLevel(wrong), wrong).toBeUndefined()
    expect(isTenantCode('63.11')).toBe(true)
    expect(isTenantCode('63.11.06')).toBe(false)
  })

  it('lie inside one another by whole parts', () => {
    expect(tenantOf('63.11.06.2001')).toBe('63.11')
    expect(isInside('63.11.06', '63.11')).toBe(true)
    expect(isInside('63.11', '63.1')).toBe(false)
    expect(isInside('63', '63.11')).toBe(false)
    expect(isInside('63.11', '00')).toBe(true)
  })
})

describe('texts and refusals', () => {
  it('fill places and leave unknown ones visible', () => {
    expect(fill('Yang tertulis {count}, {other}.', { count: 0 })).toBe('Yang tertulis 0, {other}.')
    expect(say({ id: 'ya', en: 'yes' }, 'en')).toBe('yes')
  })

  it('carry only what was given', () => {
    expect(refuse('code')).toEqual({ ok: false, refusals: [{ code: 'code' }] })
    expect(refuse('code', 'field', { count: 1 }).refusals[0]).toEqual({
      code: 'code',
      at: 'field',
      params: { count: 1 },
    })
    expect(refuseAll([{ code: 'a' }, { code: 'b' }]).refusals).toHaveLength(2)
    expect(accept(1)).toEqual({ ok: true, value: 1 })
  })
})
