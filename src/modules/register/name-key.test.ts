import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, nameKeys, nameWords, tellingKeys, wordKey } from './name-key.ts'
import { editDistance, nameSimilarity, wordSimilarity } from './name-key-similarity.ts'

describe('the sound of a name', () => {
  it('is one for the spellings of the specification', () => {
    const alike = [
      ['Soekarno', 'Sukarno'],
      ['Djoko', 'Joko'],
      ['Tjahyo', 'Cahyo'],
      ['Sjahrul', 'Syahrul', 'Sahrul'],
      ['Achmad', 'Akhmad', 'Ahmad'],
      ['Chairul', 'Khairul', 'Hairul'],
      ['Muhammad', 'Muh.', 'M.', 'Moh', 'Mohammad', 'Mochammad', 'Muhamad', 'MUHAMMAD'],
      ['Siti', 'St.', 'Sitti'],
      ['Nurhayati', 'Norhayati', 'Noerhayati'],
      ['Arsinah', 'Arsina'],
      ['Fatimah', 'Fathimah', 'Patimah'],
      ['Rizky', 'Rizki', 'Riski'],
      ["Nur'aini", 'Nuraini'],
      ['Yusuf', 'Yusup', 'Yoesoef'],
      ['Abdurrahman', 'Abdurahman'],
      ['Ramadhani', 'Ramadani'],
      ['Dzaki', 'Zaki'],
    ]
    for (const spellings of alike) expect(new Set(spellings.map(nameKey)).size, spellings.join(' ')).toBe(1)
  })

  it('differs for different names', () => {
    const different = [
      'Aminah',
      'Amin',
      'Hasan',
      'Hasanah',
      'Husin',
      'Rahman',
      'Rahmat',
      'Budi',
      'Rudi',
      'Dewi',
      'Dwi',
      'Sari',
      'Sri',
      'Fitri',
      'Putri',
      'Joko',
      'Yoko',
    ]
    expect(new Set(different.map(nameKey)).size).toBe(different.length)
  })

  it('knows titles, parents, order and forgotten spaces', () => {
    expect(nameWords('Hj. Siti Aminah binti Ahmad')).toEqual(['siti', 'aminah', 'ahmad'])
    expect(nameKey('Aminah Siti')).toBe(nameKey('Siti Aminah'))
    expect(nameKeys('SitiAminah')).toEqual(nameKeys('siti aminah'))
    expect(nameKeys('Muhammadyusuf')).toEqual(nameKeys('M. Yusuf'))
    expect(tellingKeys('Muhammad Rizky')).toEqual([wordKey('rizky')])
    expect(tellingKeys('Muhammad')).toEqual([wordKey('muhammad')])
    expect(nameKeys('123 ..')).toEqual([])
  })

  it('is the sound of itself: making a key of a key changes little and never fails', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const key of nameKeys(text)) expect(key).toMatch(/^[a-z]+$/)
      }),
    )
  })
})

describe('how alike names sound', () => {
  it('is 1 for one name written in two ways', () => {
    for (const [a, b] of [
      ['Siti Aminah', 'St. Aminah'],
      ['Nur Hayati', 'Nurhayati'],
      ['Moh. Djoenaidi', 'Muhammad Junaidi'],
      ['Hj. Rusmini', 'Rusmini'],
      ['Salamah Juleha', 'JulehaSalamah'],
    ] as const) {
      expect(nameSimilarity(a, b), `${a} ${b}`).toBeGreaterThan(0.99)
    }
  })

  it('is high for a slip or a word left out, low for a shared Muhammad alone', () => {
    expect(nameSimilarity('Arsinah', 'Arsnah')).toBeGreaterThan(0.8)
    expect(nameSimilarity('Siti Aminah Putri', 'Siti Aminah')).toBeGreaterThan(0.8)
    expect(nameSimilarity('Aisyah R.', 'Aisyah Ramadhani')).toBeGreaterThan(0.9)
    expect(nameSimilarity('Muhammad Rizky', 'Muhammad Fauzan')).toBeLessThan(0.5)
    expect(nameSimilarity('Siti Aminah', 'Siti Rahmah')).toBeLessThan(0.5)
    expect(nameSimilarity('Budi', '')).toBe(0)
  })

  it('does not depend on the order of the two and stays between 0 and 1', () => {
    const name = fc
      .array(fc.stringMatching(/^[A-Z][a-z]{1,9}$/), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(name, name, (a, b) => {
        const similarity = nameSimilarity(a, b)
        expect(similarity).toBeCloseTo(nameSimilarity(b, a), 10)
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        expect(nameSimilarity(a, a)).toBe(1)
      }),
      { numRuns: 300 },
    )
  })

  it('counts letters changed, added, left out and swapped', () => {
    expect(editDistance('aminah', 'amniah')).toBe(1)
    expect(editDistance('aminah', 'amina')).toBe(1)
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('', 'abc')).toBe(3)
    expect(wordSimilarity('a', 'aminah')).toBeGreaterThan(0.8)
    expect(wordSimilarity('b', 'aminah')).toBe(0)
  })
})
