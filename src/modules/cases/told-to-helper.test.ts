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

it('leaves a sentence that speaks to nobody as it is', () => {
  const text = { id: 'Pandangan ini untuk anak.', en: 'This is for a child of young age.' }
  expect(toldOf(text, 'Siti Contoh')).toEqual(text)
})
