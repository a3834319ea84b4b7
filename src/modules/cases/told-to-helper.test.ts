import { expect, it } from 'vitest'
import { toldOf } from './told-to-helper.ts'

it('calls the person concerned by name to whoever acts for them', () => {
  const said = toldOf(
    { id: 'Anda belum direkam. Minta orang tua Anda mengajukannya.', en: 'You were not recorded yet.' },
    'Siti Contoh',
  )
  expect(said.id).toBe('Siti Contoh belum direkam. Minta orang tua Siti Contoh mengajukannya.')
  expect(said.en).toBe('You were not recorded yet. Here “you” is Siti Contoh.')
})

it('calls a couple the person concerned and the other', () => {
  const told = (id: string) => toldOf({ id, en: 'x' }, 'Siti Contoh').id
  expect(told('status salah satu dari Anda bukan kawin')).toBe(
    'status salah satu dari Siti Contoh dan pasangannya bukan kawin',
  )
  expect(told('KTP-el Anda berdua berubah')).toBe('KTP-el Siti Contoh dan pasangannya berubah')
  expect(told('surat pindah dari Anda')).toBe('surat pindah dari Siti Contoh')
})

it('leaves a sentence that speaks to nobody as it is', () => {
  const text = { id: 'Pandangan ini untuk anak.', en: 'This is for a child of young age.' }
  expect(toldOf(text, 'Siti Contoh')).toEqual(text)
})
