import { describe, expect, it } from 'vitest'
import { CODE_LIST_NAMES, codeLabel, codeList, findCode, findCodeByLabel, isCodeListName } from './code-lists.ts'

describe('code lists', () => {
  it('are 32 lists with unique codes and both languages', () => {
    expect(CODE_LIST_NAMES).toHaveLength(32)
    for (const name of CODE_LIST_NAMES) {
      const codes = codeList(name)
      expect(codes.length, name).toBeGreaterThan(1)
      expect(new Set(codes.map((code) => code.code)).size, name).toBe(codes.length)
      for (const code of codes) {
        expect(typeof code.code).toBe('string')
        expect(code.id.trim(), name).not.toBe('')
        expect(code.en.trim(), name).not.toBe('')
      }
    }
  })

  it('have the codes that are printed on papers', () => {
    expect(codeLabel('sex', 'P', 'id')).toBe('Perempuan')
    expect(codeLabel('maritalStatus', '6', 'id')).toBe('Cerai mati')
    expect(codeList('familyRelation').map((code) => code.code)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
    ])
    expect(findCode('religion', '8')).toBeUndefined()
    expect(codeLabel('religion', '8', 'en')).toBe('8')
    expect(findCodeByLabel('sex', ' perempuan ')?.code).toBe('P')
    expect(findCodeByLabel('sex', 'l')?.code).toBe('L')
    expect(isCodeListName('religion')).toBe(true)
    expect(isCodeListName('toString')).toBe(false)
  })
})
