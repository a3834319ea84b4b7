import * as v from 'valibot'
import { expect, test } from 'vitest'
import { effectsSchema } from './effect.ts'
import { neededKeys } from './needed-keys.ts'

test('people, numbers, deeds and letters are found wherever they stand', () => {
  const effects = v.parse(effectsSchema, [
    { op: 'reverseEffects', of: { caseOf: { deedNumber: 'deedNo', register: 'death' } } },
    { op: 'acceptTransfer', letter: 'skpwni', as: 'movers' },
    { op: 'reverseEffects', of: { letter: 'own' } },
  ])
  const one = '00000000-0000-7000-8000-000000000001'
  const two = '00000000-0000-7000-8000-000000000002'
  const answers = {
    mother: { personId: one },
    movers: [two],
    host: { nik: '6311061703909901', name: 'Hamdi' },
    targetKk: '6311061205219901',
    deedNo: ' 12/1990 ',
    skpwni: 'SKPWNI/6309/05032026/9901',
    own: 'L-2',
    note: 'Paringin',
  }
  expect(neededKeys({ effects, answers, applicant: one })).toEqual({
    personIds: [one, two],
    niks: ['6311061703909901', '6311061205219901'],
    kks: ['6311061703909901', '6311061205219901'],
    deedNumbers: ['12/1990'],
    letters: ['SKPWNI/6309/05032026/9901', 'L-2'],
  })
})
