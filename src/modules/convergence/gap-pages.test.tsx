// What the page of a gap says where the count is withheld, and where every name stands on somebody's list already.
import { expect, test } from 'vitest'
import { indicators } from './editions.ts'
import { GapPage, SubjectTable } from './gap-pages.tsx'
import type { GapView, NamedSubject } from './port.ts'

const view: GapView = {
  village: { code: '63.11.06.1019', name: 'Contoh', district: 'Paringin' },
  period: { key: '2026-Q4', name: { id: 'Triwulan IV 2026', en: 'Fourth quarter of 2026' }, isCurrent: true },
  line: {
    indicator: indicators.indicators[0]!,
    ownerName: 'Dinas Contoh',
    count: { kind: 'withheld' },
    targetShare: '90.0',
    isTargetConfirmed: true,
    missing: 'withheld',
    waiting: 5,
    basis: 'list',
  },
  serviceName: { id: 'Jamban sehat', en: 'Latrine' },
  assignments: [],
  unassigned: 0,
  programmes: [],
  proposedDueOn: '2026-12-23',
  reports: [],
  shared: { kind: 'withheld' },
  counted_twice: 0,
}
const page = (missing: GapView['line']['missing']) =>
  String(GapPage({ view: { ...view, line: { ...view.line, missing } }, action: '/x' }))

test('a withheld count is said to be withheld, others count what is missing', () => {
  expect(page('withheld')).toContain('Target belum tercapai; jumlahnya ditutup')
  expect(page('withheld')).not.toContain('ditutup lagi')
  expect(page('few')).toContain('&lt;5 lagi untuk mencapai target')
  expect(page(0)).toContain('Target sudah tercapai')
})

test('names that are assigned are not said to have received anything', () => {
  expect(page(2)).toContain('atau ada di daftar program')
  expect(page(2)).not.toContain('Semua nama di daftar desa sudah menerima')
})

test('a family is told by its head and no head of a family stands under "Umur"', () => {
  const child: NamedSubject = {
    subjectId: 'x',
    kind: 'person',
    name: 'Contoh',
    about: { id: '14 bulan', en: '14 months' },
    isAtRisk: false,
    state: 'due',
    givenOn: null,
    agencyName: null,
    assignedTo: null,
  }
  const table = (subject: NamedSubject) =>
    String(SubjectTable({ subjects: [subject], caption: { id: 'Yang masih menunggu', en: 'Who still waits' } }))
  expect(table(child)).toContain('Umur')
  const family = table({ ...child, kind: 'family', about: { id: 'kepala keluarga', en: 'head of the family' } })
  expect(family).toContain('Siapa')
  expect(family).not.toContain('Umur')
})
