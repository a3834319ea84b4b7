// Titles over a signer's name: the usual ones, a region's own, a deputy's.
import { expect, test } from 'vitest'
import { signerRole } from './signer-role.ts'

const fill = (text: string): string =>
  text
    .replace('{office.office}', 'Dinas Contoh')
    .replace('{office.regency}', 'Kabupaten Contoh')
    .replace('{office.regencyName}', 'Contoh')
const letter = { id: 'Kepala {office.office}\n{office.regency}', en: '' }
const deed = { id: 'Pejabat Pencatatan Sipil\n{office.regency}', en: '' }

test('an office called by its place says the place once; a title without the region keeps it', () => {
  const alone = { id: 'Kepala {office.office}', en: '' }
  expect(signerRole(alone, {}, fill)).toBe('Kepala Dinas Contoh')
  expect(signerRole(letter, { acting: 'Plh.' }, fill)).toBe('Plh. Kepala Dinas\nKabupaten Contoh')
})

test('the usual title, unless the region has its own for this kind of paper; a deputy stands before it', () => {
  expect(signerRole(letter, {}, fill)).toBe('Kepala Dinas\nKabupaten Contoh')
  const titles = { office: 'Kepala Suku Dinas 🌼', deeds: 'Kepala Kantor Catatan Sipil' }
  expect(signerRole(letter, { titles }, fill)).toBe('Kepala Suku Dinas 🌼\nKabupaten Contoh')
  expect(signerRole(deed, { titles, acting: 'Plh.' }, fill)).toBe('Plh. Kepala Kantor Catatan Sipil\nKabupaten Contoh')
  expect(signerRole(deed, { titles: { office: 'Kepala' } }, fill)).toBe('Pejabat Pencatatan Sipil\nKabupaten Contoh')
})
