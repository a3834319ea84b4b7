import { expect, test } from 'vitest'
import { purposeOf } from './access-purposes.ts'

test.each([
  ['partner', 'person.checked', 'Pembukaan rekening', 'Pembukaan rekening'],
  ['partner', 'child.read', 'Rujukan anak', 'Rujukan anak'],
  ['data-officer', 'person.read', 'register:duplicate', 'Memeriksa data ganda'],
  ['midwife', 'child.measure', null, 'Layanan posyandu dan kesehatan anak'],
  ['nutritionist', 'child-alert.read', null, 'Layanan posyandu dan kesehatan anak'],
  ['midwife', 'pregnancy.read', null, 'Layanan ibu hamil'],
  ['midwife', 'mother-food.start', null, 'Layanan ibu hamil'],
  ['data-officer', 'national.read', null, 'Kecocokan dengan register nasional'],
  ['auditor', 'privacy.request.read', null, 'Permintaan Anda tentang data pribadi'],
  ['verifier', 'case.verify', null, undefined],
  ['verifier', 'constructor.x', null, undefined],
  ['verifier', 'case.read', 'Pembukaan rekening', undefined],
])('%s %s (%s)', (role, action, reason, says) => {
  expect(purposeOf({ role, action, reason })?.id).toBe(says)
})
