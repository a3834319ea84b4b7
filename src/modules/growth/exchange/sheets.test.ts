// The four e-PPGBM sheets: every cell written is read back, NIK as text, hostile texts as they are; and what the parsers make
// of sheets as people fill them.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { MEASURING_2020 } from '../rules/editions.ts'
import { questionOf } from './questions.ts'
import { readLines } from './read-lines.ts'
import { sheetRows, type WrittenSheet } from './sheet-fields.ts'
import { readSheetFile } from './sheet-read.ts'
import { TEMPLATES, templateOn } from './sheet-template.ts'
import { csvBytes, xlsxBytes } from './sheet-write.ts'
import type { ChildRecord, ComplementaryFoodRecord, MeasurementRecord, OfChild, PmtRecord } from './types.ts'
import { unpackedSize } from './zip-size.ts'

const DAY = '2026-06-20'
const child: ChildRecord = {
  childId: '018f3a6e-0000-7000-8000-000000000001',
  nik: '6311065011259901',
  kk: '6311060101109902',
  name: 'Contoh Anak',
  sex: 2,
  birthDate: '2025-11-10',
  birthExact: true,
  birthOrder: 2,
  birthWeightG: 3150,
  birthLengthTenthMm: 4950,
  gestationWeeks: 39,
  earlyBreastfed: true,
  book: 'kia',
  motherName: 'Contoh Ibu',
  motherNik: '6311064101959903',
  fatherName: 'Contoh Bapak',
  phone: '081234567890',
  address: 'Jalan Contoh 1',
  rt: '001',
  rw: '002',
  posyandu: 'Melati',
  villageCode: '63.11.06.1001',
  moved: false,
}
const measurement: OfChild<MeasurementRecord> = {
  child,
  measurementId: 'm1',
  date: '2026-06-10',
  weightG: 7350,
  lengthHeightTenthMm: 6725,
  position: 'l',
  armTenthMm: 1320,
  headTenthMm: 4300,
  oedema: 0,
  vitaminA: true,
  breastfed: { 0: true, 1: true, 5: false },
  motherClass: false,
  verified: true,
}
const pmt: OfChild<PmtRecord> = {
  child,
  firstDay: '2026-06-01',
  cycle: 1,
  kind: 'local',
  money: 'village-fund',
  perGuideline: true,
  reason: 'not-gaining',
  week: 1,
  monitoredOn: '2026-06-08',
  given: [true, true, false, true, true, true, true],
  weightG: 7400,
  lengthHeightTenthMm: 6730,
  position: 'l',
  ill: false,
  next: 'continue',
}
const food: OfChild<ComplementaryFoodRecord> = {
  child,
  date: '2026-06-10',
  eaten: {
    breastmilk: true,
    grains: true,
    pulses: false,
    dairy: false,
    flesh: true,
    eggs: true,
    vitaminAFruit: true,
    otherFruit: false,
  },
  intervened: false,
}
const table = {
  identity: () => [...sheetRows(templateOn('identity', DAY), 'identity', [child])],
  measurements: () => [...sheetRows(templateOn('measurements', DAY), 'measurements', [measurement])],
  pmt: () => [...sheetRows(templateOn('pmt', DAY), 'pmt', [pmt])],
  'complementary-food': () => [...sheetRows(templateOn('complementary-food', DAY), 'complementary-food', [food])],
} satisfies Record<WrittenSheet, () => readonly (readonly string[])[]>
const SHEET_NAMES = Object.keys(table) as WrittenSheet[]

const read = async (bytes: Uint8Array) => {
  const rows = await readSheetFile(bytes)
  if (!rows.ok) throw new Error(JSON.stringify(rows.refusals))
  return rows.value
}
const lines = async (text: string) => {
  const done = readLines(await read(Buffer.from(text)))
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value
}

describe('written', () => {
  test('who gave the food and the free meal stand in their cells, and nowhere when nobody said', () => {
    const cell = (rows: readonly (readonly string[])[], name: string) => rows[1]![rows[0]!.indexOf(name)]
    const fed = [
      ...sheetRows(templateOn('pmt', DAY), 'pmt', [
        { ...pmt, money: 'partner', partner: 'PT Contoh', partnerOther: 'Baznas' },
      ]),
    ]
    expect(['sumber_anggaran', 'mitra', 'mitra_lain'].map((name) => cell(fed, name))).toEqual([
      '3',
      'PT Contoh',
      'Baznas',
    ])
    const midweek = [
      ...sheetRows(templateOn('pmt', DAY), 'pmt', [
        { ...pmt, monitoredOn: '2026-06-04', given: [true, true, false, false, false, false, false] },
      ]),
    ]
    expect([1, 2, 3, 4, 5, 6, 7].map((day) => cell(midweek, `hari_${day}`))).toEqual(['1', '1', '0', '0', '', '', ''])
    expect(['mitra', 'mitra_lain'].map((name) => cell(table.pmt(), name))).toEqual(['', ''])
    const mbg = (freeMeal: boolean | undefined) =>
      cell(
        [
          ...sheetRows(templateOn('measurements', DAY), 'measurements', [
            freeMeal === undefined ? measurement : { ...measurement, freeMeal },
          ]),
        ],
        'mbg',
      )
    expect([mbg(true), mbg(false), mbg(undefined)]).toEqual(['ya', 'tidak', ''])
  })

  test('a child list with classes and free meals is read with them', async () => {
    const { lines: found } = await lines(
      'No;NIK;Nama;JK;Tgl Lahir;Nama Ortu;Tanggal Pengukuran;Berat;Kelas Ibu Balita;MBG;Detail\n1;-;SITI;P;2025-11-10;Ibu A;2026-06-10;7,35;ya;tidak;',
    )
    expect(found[0]!.measurement).toMatchObject({ motherClass: true, freeMeal: false })
  })

  test('as the golden file has them, column for column', () => {
    const golden = JSON.parse(readFileSync(new URL('./fixtures/sheets.json', import.meta.url), 'utf8'))
    expect(Object.fromEntries(SHEET_NAMES.map((sheet) => [sheet, table[sheet]()]))).toEqual(golden)
  })

  test.each(SHEET_NAMES)('%s: every cell of XLSX and CSV read back, NIK as text', async (sheet) => {
    const rows = table[sheet]()
    const [back] = await readXlsxFile(Buffer.from(await xlsxBytes(rows, 'Lembar')))
    expect(back?.data).toEqual(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))))
    const at = rows[0]!.findIndex((name) => name.toLowerCase() === 'nik')
    expect(back?.data[1]?.[at]).toBe('6311065011259901')
    expect((await read(csvBytes(rows))).map(({ cells }) => cells)).toEqual(rows)
  })

  test('named columns hold numbers with their decimals; codes, NIK, telephones, dates and hidden counts stay text anywhere', async () => {
    const rows = [
      ['kode_desa', 'NIK', 'hp', 'tanggal', 'berat_kg', 'z', 'kasus', 'rp'],
      ['63.10', '6311065011259901', '0811', '2026-06-10', '7.350', '-2.10', '<5', '1250000'],
      ['63.11', '9901', '62811', '2026-06-11', '', '0.00', 'ditutup', '1234567890123456'],
    ]
    const figures = ['berat_kg', 'z', 'kasus', 'rp']
    const bytes = Buffer.from(await xlsxBytes(rows, 'x', figures))
    const [back] = await readXlsxFile(bytes)
    expect(back?.data).toEqual([
      rows[0],
      ['63.10', '6311065011259901', '0811', '2026-06-10', 7.35, -2.1, '<5', 1_250_000],
      ['63.11', '9901', '62811', '2026-06-11', null, 0, 'ditutup', '1234567890123456'],
    ])
    // zeros in front are a code's, whatever the heading says
    const [odd] = await readXlsxFile(
      Buffer.from(await xlsxBytes([['a'], ['007'], ['1e5'], ['+1'], ['--1']], 'x', ['a'])),
    )
    expect(odd?.data.slice(1).flat()).toEqual(['007', '1e5', '+1', '--1'])
  })

  test('layouts: editions differ, each sheet has one for the day, a day before has none', () => {
    expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length)
    expect(templateOn('child-list', DAY).columns.map(({ name }) => name)).toContain('Pukesmas')
    expect(() => templateOn('pmt', '2023-12-31')).toThrow(RangeError)
    const wrong = { ...templateOn('pmt', DAY), columns: [{ name: 'x', field: 'nonsense' }] }
    expect(() => [...sheetRows(wrong, 'pmt', [])]).toThrow(/unknown field/)
  })

  test('hostile texts stay texts: formulas, quotes, line breaks, emoji, ten thousand letters', async () => {
    const rows = [
      ['a', 'b'],
      ['=HYPERLINK("http://x","y")', '+62811'],
      ['@sum(1)', "-1+1|cmd' /C calc'!A0"],
      ["Robert'; drop table x; --", '👶🏽 Ñoño'],
      ['zwei\nZeilen', '"<&>"'],
      ['x'.repeat(10_000), "'="],
      ['__proto__', 'constructor'],
    ]
    const [back] = await readXlsxFile(Buffer.from(await xlsxBytes(rows, 'x')))
    expect(back?.data).toEqual(rows)
    const csv = csvBytes(rows)
    expect((await read(csv)).map(({ cells }) => cells)).toEqual(
      rows.map((row) => row.map((c) => (c === "'=" ? '=' : c))),
    )
    expect(Buffer.from(csvBytes([['z'], ['-2.14']])).toString('utf8')).toContain('\r\n-2.14\r\n')
    // no cell of the CSV begins with a sign that a spreadsheet takes for a formula
    expect(Buffer.from(csv).toString('utf8')).not.toMatch(/(^|[,\n])"?[=+@-]/)
  })

  test('any texts come back from both forms', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 12 }).map((text) =>
      text
        .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')
        .trim()
        .replace(/^'+/, ''),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), async (body) => {
        const rows = [['satu', 'dua', 'tiga'], ...body.map((row) => ['x', ...row.slice(1)])]
        const [back] = await readXlsxFile(Buffer.from(await xlsxBytes(rows, 'x')), { trim: true })
        expect(back?.data.map((row) => [0, 1, 2].map((i) => row[i] ?? ''))).toEqual(rows)
        expect((await read(csvBytes(rows))).map(({ cells }) => cells)).toEqual(rows)
      }),
      { numRuns: 15 },
    )
  })
})

describe('read', () => {
  test('a download with title lines, semicolons, commas in decimals and masked numbers', async () => {
    const {
      sheet,
      template,
      lines: found,
    } = await lines(
      [
        'DAFTAR BALITA;;;;;;;;;;;;',
        'data tanggal: 2026-06-15;;;;;;;;;;;;',
        '',
        'No;NIK;Nama;JK;Tgl Lahir;BB Lahir;Nama Ortu;Posyandu;Usia Saat Ukur;Tanggal Pengukuran;Berat;Tinggi;Cara Ukur;ZS TB/U',
        '1;6311****9901;SITI;P;10 November 2025;3,15;Ibu A / Bapak B;Melati;0 Tahun - 7 Bulan - 0 Hari;10-06-2026;7,35;67,25;Terlentang;-0,12',
        '2;-;BUDI;L;2025-01-05;2900;Ibu C dan Bapak D;Melati;-;-;-;-;-;-',
      ].join('\r\n'),
    )
    expect([sheet, template]).toEqual(['child-list', 'eppgbm-child-list-2024'])
    expect(found).toEqual([
      {
        line: 5,
        child: {
          name: 'SITI',
          sex: 2,
          birthDate: '2025-11-10',
          birthWeightG: 3150,
          motherName: 'Ibu A',
          fatherName: 'Bapak B',
          posyandu: 'Melati',
        },
        measurement: {
          date: '2026-06-10',
          weightG: 7350,
          lengthHeightTenthMm: 6725,
          position: 'l',
          reported: { length: -12 },
        },
        printedAge: { kind: 'parts', months: 7, days: 0 },
        refusals: [],
      },
      {
        line: 6,
        child: {
          name: 'BUDI',
          sex: 1,
          birthDate: '2025-01-05',
          birthWeightG: 2900,
          motherName: 'Ibu C',
          fatherName: 'Bapak D',
          posyandu: 'Melati',
        },
        refusals: [],
      },
    ])
  })

  test('what was written is read again as it was', async () => {
    const { lines: identity } = await lines(Buffer.from(csvBytes(table.identity())).toString('utf8'))
    const { childId: _, birthExact: __, moved: ___, posyandu: ____, villageCode: _____, ...given } = child
    expect(identity).toEqual([{ line: 2, child: given, refusals: [] }])
    const { lines: measured } = await lines(Buffer.from(csvBytes(table.measurements())).toString('utf8'))
    const { child: ______, measurementId: _______, verified: ________, ...values } = measurement
    expect(measured).toEqual([
      { line: 2, child: { name: child.name, nik: child.nik }, measurement: values, refusals: [] },
    ])
  })

  test('every bad cell of a line has its reason; a long number is not repeated', async () => {
    const { lines: found } = await lines(
      'NIK,nama_anak,TANGGALUKUR,BERAT,TINGGI,CARAUKUR\n631106501125,=cmd,31-02-2026,berat,6311065011259901,miring\n',
    )
    expect(
      found[0]?.refusals.map(({ code, params }) => [code, params?.column, params?.value ?? params?.count]),
    ).toEqual([
      ['exchange.line-number', 'NIK', 12],
      ['exchange.line-date', 'TANGGALUKUR', '31-02-2026'],
      ['exchange.line-unreadable', 'BERAT', 'berat'],
      ['exchange.line-unreadable', 'TINGGI', '…'],
      ['exchange.line-unreadable', 'CARAUKUR', 'miring'],
    ])
  })

  test('weight and length are above nothing; 0 where an arm or a head was not measured says nothing', async () => {
    const { lines: found } = await lines(
      'NIK,nama_anak,TANGGALUKUR,BERAT,TINGGI,LILA,lingkar_kepala\n,a,2026-06-10,0,-5,0,"0,0"\n,b,2026-06-10,7.35,67.2,-1,0\n',
    )
    expect(
      found.map(({ refusals }) => refusals.map(({ code, params }) => [code, params?.column, params?.value])),
    ).toEqual([
      [
        ['exchange.line-not-above-zero', 'BERAT', '0'],
        ['exchange.line-not-above-zero', 'TINGGI', '-5'],
      ],
      [['exchange.line-not-above-zero', 'LILA', '-1']],
    ])
    expect(found[1]?.measurement).toEqual({ date: '2026-06-10', weightG: 7350, lengthHeightTenthMm: 6720 })
  })

  test('a number that a spreadsheet rounded is told; one that it kept is taken', async () => {
    const { default: writeXlsxFile } = await import('write-excel-file/node')
    const bytes = await writeXlsxFile(
      [
        ['NIK', 'nama_anak', 'TANGGALUKUR', 'BERAT', 'TINGGI'],
        [6311065011259900, 'a', new Date('2026-06-10T00:00:00Z'), 7.35, 67.25],
        [6311065011259901, 'b', '10/06/2026', '7,35', '67,25'],
      ],
      { dateFormat: 'dd/mm/yyyy' },
    ).toBuffer()
    const done = readLines(await read(bytes))
    const found = done.ok ? done.value.lines : []
    expect(found[0]?.refusals.map(({ code }) => code)).toEqual(['exchange.line-number-rounded'])
    expect(found[1]?.child.nik).toBe('6311065011259901')
    expect(found.map((line) => [line.line, line.measurement?.date, line.measurement?.weightG])).toEqual([
      [2, '2026-06-10', 7350],
      [3, '2026-06-10', 7350],
    ])
  })

  test('no sheet: pictures, empty files, other tables, a file that claims to unpack to gigabytes', async () => {
    const code = async (bytes: Uint8Array) => {
      const rows = await readSheetFile(bytes)
      const done = rows.ok ? readLines(rows.value) : rows
      return done.ok ? 'fine' : done.refusals[0]?.code
    }
    expect(await code(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe('exchange.not-a-sheet')
    expect(await code(Buffer.from(''))).toBe('exchange.empty')
    expect(await code(Buffer.from('a,b\n1,2\n'))).toBe('exchange.no-header')
    expect(await code(Buffer.from('PK\u0003\u0004 and nothing else that is a file'))).toBe('exchange.not-a-sheet')
    const bomb = Buffer.from(await xlsxBytes([['a']], 'x'))
    bomb.writeUInt32LE(0xffff_ffff, bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
    expect(unpackedSize(bomb)).toBeGreaterThan(0xffff_ffff - 1)
    expect(await code(bomb)).toBe('exchange.too-large')
  })

  test.each([
    [
      'swapped',
      { weightG: 67_250, lengthHeightTenthMm: 735 },
      'exchange.ask-swapped',
      { weightG: 7350, lengthHeightTenthMm: 6725 },
    ],
    [
      'a slipped point',
      { weightG: 735, lengthHeightTenthMm: 6725 },
      'exchange.ask-unit',
      { weightG: 7350, lengthHeightTenthMm: 6725 },
    ],
    [
      'metres',
      { weightG: 7350, lengthHeightTenthMm: 67 },
      'exchange.ask-unit',
      { weightG: 7350, lengthHeightTenthMm: 6700 },
    ],
    ['nonsense', { weightG: 7350, lengthHeightTenthMm: 1 }, 'exchange.ask-outside', undefined],
    ['plausible', { weightG: 7350, lengthHeightTenthMm: 6725 }, undefined, undefined],
  ])('asked: %s', (_, figures, code, proposal) => {
    const asked = questionOf(
      { line: 1, child: { name: 'x' }, measurement: { date: '2026-06-10', ...figures }, refusals: [] },
      '2025-11-10',
      MEASURING_2020,
    )
    expect([asked?.code, asked?.proposal]).toEqual([code, proposal])
  })

  test.each([
    ['0 Tahun - 7 Bulan - 0 Hari', undefined],
    ['7', undefined],
    ['212', undefined],
    ['0 Tahun - 0 Bulan - 7 Hari', 'exchange.ask-months-as-days'],
    ['1 Tahun - 7 Bulan', 'exchange.ask-age'],
    ['70', 'exchange.ask-age'],
  ])('an age printed as %s', async (age, code) => {
    const { lines: found } = await lines(
      `Nama,JK,Tgl Lahir,Usia Saat Ukur,Tanggal Pengukuran,Berat,Tinggi\nx,P,2025-11-10,${age},2026-06-10,7.35,67.25\n`,
    )
    expect(questionOf(found[0]!, '2025-11-10', MEASURING_2020)?.code).toBe(code)
  })
})
