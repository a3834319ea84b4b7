// COPY against the statement that does the same: whatever a person is called, both write the same row.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { bulkInsert } from './bulk-insert.ts'
import { CopyRows } from './copy-rows.ts'
import { fillEmpty } from './demo/fill-empty.ts'
import { personRow } from './person-row.ts'
import type { Person } from './snapshot.ts'
import { openRegister, ring } from './testing/register-database.ts'

const NAMES = [
  "'; drop table person; --",
  'Siti "Ita" \\ Aminah',
  '👶🏽 Nur',
  'é',
  ' ',
  'A'.repeat(10_000),
  'Ñ'.repeat(70),
]
const person = (name: string, n: number): Person => ({
  id: `0196abCD-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
  version: 1,
  nikStatus: 'none',
  status: 'active',
  name,
  sex: 'P',
  birthDate: n === 0 ? '1899-12-31' : '2000-02-29',
  birthPlace: name,
  citizenship: 'WNI',
  maritalStatus: '1',
  occupation: name,
  villageCode: '63.11.01.2001',
})
const rows = NAMES.map(person).map((one) => ({
  ...personRow(ring, '63.11', one, undefined, new Date('2026-04-01T01:02:03.456Z')),
  ...(one.name === ' ' ? { keys: [] } : {}),
}))

test.skipIf(process.env.PUJA_TEST_DB !== 'postgres')('what is copied in reads as what is inserted', async () => {
  const [inserted, copied] = [await openRegister(), await openRegister()]
  await inserted.inRegion('63.11', (tx) => bulkInsert(tx, 'person', rows))
  const filled = await fillEmpty(copied, '63.11', ['person'], async ({ copy }) => {
    const copies = new CopyRows('person')
    for (const row of rows) copies.add(row)
    await copy?.('person', CopyRows.columnsOf('person'), copies.take())
  })
  expect(filled).toBe(true)
  const read = (db: typeof copied) =>
    db.inRegion(
      '63.11',
      async (tx) =>
        (await sql<{ line: string }>`select to_jsonb(p)::text as line from person p order by person_id`.execute(tx))
          .rows,
    )
  expect(await read(copied)).toEqual(await read(inserted))
  expect(await fillEmpty(copied, '63.11', ['person'], () => Promise.reject(new Error('filled twice')))).toBe(false)

  // A row of another region is not taken, and nothing of the fill stays.
  const elsewhere = fillEmpty(inserted, '63.09', ['deed_party', 'person_name_word'], async ({ copy }) => {
    const copies = new CopyRows('person_name_word')
    copies.add({ region_code: '63.11', word: 'siti', person_id: rows[0]!.person_id })
    await copy?.('person_name_word', CopyRows.columnsOf('person_name_word'), copies.take())
  })
  await expect(elsewhere).rejects.toThrow('A row of another region came into person_name_word')
  await inserted.close()
  await copied.close()
})

test('what a column cannot hold is refused', () => {
  const add = (row: object) => () => new CopyRows('person_name_word').add(row)
  expect(add({ region_code: '63.11', word: 'siti', person_id: '0196abcd' })).toThrow('not a uuid')
  expect(add({ region_code: '63.11', word: 'siti\0', person_id: rows[0]!.person_id })).toThrow('zero byte')
  expect(() => new CopyRows('person').add({ ...rows[0], birth_date: '2000-02-30' })).toThrow('not a plain date')
  expect(() => new CopyRows('person').add({ ...rows[0], version: 1.5 })).toThrow('whole number')
})
