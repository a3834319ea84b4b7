// Entries of the demo that look like others, and a birth whose child is registered already, so that the page of duplicates
// has work. Must stay true: invented people; made by the same scan and commands that the house uses at night and officers by day.

import { keepScanned } from '../modules/register/duplicate-pair-store.ts'
import { scanForPairs } from '../modules/register/duplicate-queries.ts'
import { snapshotOfExample } from '../modules/register/example-register.ts'
import { importSnapshot } from '../modules/register/import-snapshot.ts'
import { newId } from '../platform/ids.ts'
import type { House } from './house.ts'

type Entry = { readonly name: string; readonly sex: 'L' | 'P'; readonly born: string; readonly village: string }
const PAIRS: readonly (readonly [Entry, Entry])[] = [
  [
    { name: 'Muhammad Yusransyah', sex: 'L', born: '1979-08-12', village: '63.11.06.2006' },
    { name: 'Moh. Yusransjah', sex: 'L', born: '1979-12-08', village: '63.11.06.2006' },
  ],
  [
    { name: 'Siti Rukayah', sex: 'P', born: '1954-07-01', village: '63.11.02.2001' },
    { name: 'St. Rukaiyah', sex: 'P', born: '1954-07-01', village: '63.11.02.2001' },
  ],
  [
    { name: 'Djamaluddin Effendi', sex: 'L', born: '1961-03-29', village: '63.11.01.2003' },
    { name: 'Jamaludin Efendi', sex: 'L', born: '1961-03-20', village: '63.11.01.2003' },
  ],
  [
    { name: 'Nor Jannah Mardiana', sex: 'P', born: '1996-10-05', village: '63.11.06.2006' },
    { name: 'Nurjannah Mardiana', sex: 'P', born: '1996-10-06', village: '63.11.06.2006' },
  ],
]

export async function seedLookalikes(house: House, region: string, now: Date): Promise<void> {
  const { ring } = house.cases
  const writing = { ring, region, caseId: null, now, newId }
  await house.database.inRegion(region, async (tx) => {
    // The invented residents are no work for the night: only those who come from here on are compared.
    await keepScanned(tx, region, newId(), now)
    const people = PAIRS.flat().map((entry, index) => ({ ...entry, id: newId(), serial: 9981 + index }))
    await importSnapshot(
      tx,
      writing,
      snapshotOfExample(region, {
        persons: people.map(({ id, name, sex, born, village, serial }) => ({
          id,
          nik: nikOf(village, sex, born, serial),
          name,
          sex,
          birthDate: born,
          birthPlace: 'Balangan',
          maritalStatus: '1',
          religion: '1',
          village,
          occupation: 'Petani',
        })),
        families: people.map(({ id, village, serial }) => ({
          id: newId(),
          kk: `${village.slice(0, 8).replaceAll('.', '')}060719${serial}`,
          head: id,
          members: [{ person: id, relation: '1' }],
          address: { street: `Jalan Contoh Kenanga ${serial - 9980}`, rt: '3', rw: '1', village, postalCode: '71611' },
        })),
      }),
    )
    await scanForPairs(tx, writing, 100)
  })
}

function nikOf(village: string, sex: 'L' | 'P', born: string, serial: number): string {
  const [year = '', month = '', day = ''] = born.split('-')
  const written = String(Number(day) + (sex === 'P' ? 40 : 0)).padStart(2, '0')
  return `${village.slice(0, 8).replaceAll('.', '')}${written}${month}${year.slice(2)}${serial}`
}
