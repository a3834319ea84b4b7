// What the page of one outgoing item says: a refused one was read there and not received; counts are no children's data.
import { expect, test } from 'vitest'
import { OutgoingItemPage, OutgoingPage } from './outgoing-pages.tsx'
import type { ItemView } from './outgoing-port.ts'

const at = new Date('2026-11-23T06:25:00Z')
const refused: ItemView = {
  itemId: '01a20714-672d-70fd-a3ae-fb3d9263db34',
  target: 'satusehat',
  about: { kind: 'visit' },
  version: 1,
  state: 'refused',
  attempts: 1,
  createdAt: at,
  changedAt: at,
}
const page = (item: ItemView) =>
  String(
    OutgoingItemPage({
      base: '/63.11/balanting/exchange/outbox',
      view: {
        item,
        attempts: [{ attempt: 1, at, outcome: 'refused', status: 400, received: { Patient: 1, Observation: 6 } }],
        received: 'abc',
        inside: { Patient: 1, Observation: 6 },
        lacks: ['Patient.birthDate', 'Encounter.period'],
      },
      zone: 'Asia/Makassar',
      language: 'id',
      tell: ({ code }) => code,
    }),
  )

test('what was read in a refused attempt is not called received', () => {
  expect(page(refused)).toContain('1 pasien, 6 hasil ukur')
  expect(page(refused)).toContain('Yang dibaca di sana')
  expect(page(refused)).not.toContain('Yang diterima di sana')
  expect(page({ ...refused, state: 'accepted', remoteId: 'x1' })).toContain('Yang diterima di sana')
})

test('a visit holds data of a child, a month of a district holds counts', () => {
  expect(page(refused)).toContain('memuat data anak')
  const month = page({ ...refused, target: 'dhis2', about: { kind: 'month', month: '2026-11', place: 'Juai' } })
  expect(month).toContain('tanpa nama anak')
  expect(month).not.toContain('memuat data anak')
})

test('what is inside and what is empty is told by kind and element, before the first try too', () => {
  expect(page(refused)).toContain('pasien: tanggal lahir yang pasti (Patient.birthDate); Encounter.period')
})

test('a day of accepted items is one line that opens; what needs somebody stands open', () => {
  const items: readonly ItemView[] = [
    refused,
    ...Array.from({ length: 3 }, (_, n) => ({
      ...refused,
      itemId: `01a20714-672d-70fd-a3ae-fb3d9263db3${n}`,
      state: 'accepted' as const,
    })),
  ]
  const html = String(
    OutgoingPage({
      base: '/63.11/balanting/exchange/outbox',
      view: { targets: [], counts: { accepted: 3, refused: 1 }, show: 'all', items, demo: true },
      today: '2026-11-23',
      zone: 'Asia/Makassar',
      language: 'id',
      tell: ({ code }) => code,
    }),
  )
  const folded = /<details.*<\/details>/s.exec(html)?.[0] ?? ''
  expect(folded).toContain('3 diterima')
  expect(folded.match(/Kunjungan anak/g)).toHaveLength(3)
  expect(html.replace(folded, '')).toContain('Kunjungan anak …63db34')
  expect(html).toContain('Senin, 23 November 2026')
})
