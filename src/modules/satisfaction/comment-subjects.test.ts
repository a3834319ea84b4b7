import { describe, expect, it } from 'vitest'
import { SUBJECTS, speaksOfPayment, subjectsOf } from './comment-subjects.ts'
import { editions } from './editions.ts'

const comments = [
  'Antrean panjang, menunggu dua jam',
  'antre dari jam 7',
  'Nunggu lama sekali',
  'Toilet kotor',
  'Kursi sedikit, panas',
  'kursi roda tidak bisa masuk',
  'Petugas ramah',
]

describe('subjects of comments', () => {
  it('counts comments, most frequent first, and names none that only one person wrote', () => {
    expect(subjectsOf('time', comments).map((s) => [s.key, s.comments])).toEqual([
      ['queue', 2],
      ['waiting', 2],
    ])
    expect(subjectsOf('facilities', comments).map((s) => [s.key, s.comments])).toEqual([['room', 2]])
    expect(subjectsOf('conduct', comments)).toEqual([])
    expect(subjectsOf('facilities', comments, 5, 1).map((s) => s.key)).toEqual(['room', 'toilet', 'access'])
  })

  it('hears talk of payment, and not in a word that only contains it', () => {
    for (const text of ['Saya diminta uang rokok', 'harus bayar 50 ribu', 'ada PUNGLI', 'they asked for money'])
      expect(speaksOfPayment(text), text).toBe(true)
    for (const text of ['Ruang tunggu sempit', 'Petugas ramah', 'bayangan saya salah', ''])
      expect(speaksOfPayment(text), text).toBe(false)
  })

  it('belongs to elements that exist', () => {
    const meanings = new Set(editions.flatMap((e) => e.elements.map((element) => element.meaning)))
    for (const s of SUBJECTS)
      for (const meaning of s.meanings) expect(meanings.has(meaning), `${s.key}: ${meaning}`).toBe(true)
  })
})
