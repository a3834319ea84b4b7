// What the page of one outgoing item says: a refused one was read there and not received; counts are no children's data.
import { expect, test } from 'vitest'
import { OutgoingItemPage } from './outgoing-pages.tsx'
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
