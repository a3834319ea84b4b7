// DHIS2 values and ADX: the golden JSON of the specification, missing codes, and the message checked by libxml2 (xmllint-wasm,
// written by others) against the schema derived from our codes.

import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { NO_COUNTS } from '../../rollup.ts'
import type { MonthCountsRecord } from '../types.ts'
import { adxMessage, adxSchema, checkAdx } from './adx.ts'
import { dataValueCsv, dataValueSet } from './data-value-sets.ts'
import { DHIS2_2026, dataValues } from './mapping.ts'
import { dhis2Id, dhis2Metadata } from './metadata.ts'
import { monthRecords } from './month-records.ts'

const record = (more: Partial<MonthCountsRecord> = {}): MonthCountsRecord => ({
  area: '63.11.06.1001',
  month: '2026-08',
  sex: 1,
  ageGroup: 'all',
  counts: { S: 20, D: 17 },
  ...more,
})
const values = (...records: MonthCountsRecord[]) => dataValues(records, DHIS2_2026).values
const EXPORTED = '2026-09-05T08:00:00+08:00'
const SCHEMA = adxSchema(DHIS2_2026, ['6311061001', '6311042001'])
const byLibxml = async (contents: string) => {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'adx.xml', contents }],
    schema: [{ fileName: 'adx.xsd', contents: SCHEMA }],
  })
  return valid ? [] : errors.map(({ message }) => message)
}

describe('dataValueSets', () => {
  test('one place and month has a head, several say both on each value; values are strings', () => {
    const one = values(record())
    expect(dataValueSet(one, DHIS2_2026, '2026-09-05')).toEqual({
      dataSet: 'BLT_GIZI_BULANAN',
      completeDate: '2026-09-05',
      period: '202608',
      orgUnit: '6311061001',
      dataValues: [
        { dataElement: 'BLT_S', categoryOptionCombo: 'L_0_59', value: '20' },
        { dataElement: 'BLT_D', categoryOptionCombo: 'L_0_59', value: '17' },
      ],
    })
    const two = dataValueSet(
      values(record({ counts: { S: 1 } }), record({ month: '2026-09', counts: { S: 0 } })),
      DHIS2_2026,
    )
    expect(two).toMatchObject({
      dataValues: [
        { period: '202608', orgUnit: '6311061001', value: '1' },
        { period: '202609', value: '0' },
      ],
    })
    expect(two).not.toHaveProperty('period')
    expect(dataValueCsv(one).split('\n').slice(0, 2)).toEqual([
      'dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value',
      'BLT_S,202608,6311061001,L_0_59,,20',
    ])
  })
  test('what has no code is told once and stops itself only; what was not counted is not sent', () => {
    const { values: sent, missing } = dataValues(
      [
        record({ counts: { S: 3, unheardOf: 1, D: undefined } }),
        record({ area: 'pkm-unknown' }),
        record({ area: 'pkm-unknown', month: '2026-09' }),
        record({ month: '2025-12' }),
      ],
      DHIS2_2026,
    )
    expect(sent.map(({ dataElement, value }) => [dataElement, value])).toEqual([['BLT_S', '3']])
    expect(missing).toEqual([
      { kind: 'element', local: 'unheardOf' },
      { kind: 'place', local: 'pkm-unknown' },
      // the table begins in 2026
      { kind: 'element', local: 'S' },
      { kind: 'element', local: 'D' },
    ])
  })
  test('ages that go by one code are added; what overlaps stays home; a nought only where the record is kept', () => {
    const S = (sex: 0 | 1 | 2, age_group: string, n: number) => ({
      area: '63.11.06.1001',
      month: '2026-08',
      sex,
      age_group,
      counts: { ...NO_COUNTS, S: n },
    })
    const rollups = [
      S(0, 'all', 9),
      S(1, 'all', 6),
      S(0, '24-35', 3),
      S(1, '24-35', 2),
      S(1, '48-59', 4),
      S(2, '0-5', 3),
    ]
    const care = [
      { area: '63.11.06.1001', sex: 1 as const, age_group: '24-35', local: 'dose.MR2', n: 1 },
      { area: '63.11.06.1001', sex: 0 as const, age_group: 'all', local: 'women.pregnant', n: 2 },
    ]
    const { values: sent, missing } = dataValues(monthRecords(rollups, care, DHIS2_2026.elements), DHIS2_2026)
    const of = (code: string) =>
      sent.flatMap((one) => (one.dataElement === code ? [`${one.categoryOptionCombo}=${one.value}`] : []))
    expect(missing).toEqual([])
    expect(of('BLT_S')).toEqual(['L_24_59=6', 'P_0_5=3'])
    expect(of('BLT_IMM_MR2')).toEqual(['L_24_59=1', 'P_0_5=0'])
    expect(of('BLT_IMM_BCG')).toEqual(['L_24_59=0', 'P_0_5=0'])
    expect([of('BLT_BUMIL'), of('BLT_BUMIL_KEK')]).toEqual([['default=2'], ['default=0']])
    expect([of('BLT_MPASI'), of('BLT_SAM_NEW')]).toEqual([[], []])
  })
  test('metadata for an empty DHIS2: ids of its shape, the same every time, all references inside', () => {
    const units = [
      { code: '6311', name: 'Balangan', openingDate: '2003-02-25' },
      { code: '6311061001', name: 'Paringin Kota', parent: '6311', openingDate: '2003-02-25' },
    ]
    const made = JSON.stringify(dhis2Metadata(DHIS2_2026, units))
    expect(JSON.stringify(dhis2Metadata(DHIS2_2026, units))).toBe(made)
    const ids = [...made.matchAll(/"id":"([^"]+)","code"/g)].map((match) => match[1]!)
    expect(ids.every((id) => /^[A-Za-z][A-Za-z0-9]{10}$/.test(id))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    const referred = [...made.matchAll(/\{"id":"([^"]+)"\}/g)].map((match) => match[1]!)
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
    expect(dhis2Id('dataElement', 'BLT_S')).toBe(dhis2Id('dataElement', 'BLT_S'))
  })
})

describe('ADX', () => {
  const sent = values(
    record({ area: '63.11.04.2001', sex: 2, ageGroup: '24-35', counts: { stunted: 2 } }),
    record({ sex: 2, ageGroup: '0-5', counts: { S: 4, breastfed: 3 } }),
    record({ sex: 1, ageGroup: '0-5', counts: { S: 5 } }),
    record({ sex: 0, counts: { 'women.pregnant': 9, S: 9 } }),
  )
  const message = adxMessage(sent, DHIS2_2026, EXPORTED)

  test('the golden message', () => {
    expect(message).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<adx xmlns="urn:ihe:qrph:adx:2015" exported="2026-09-05T08:00:00+08:00">
  <group dataSet="BLT_GIZI_BULANAN" orgUnit="6311042001" period="2026-08-01/P1M">
    <dataValue dataElement="BLT_TBU_STUNTED" AGE="24_59" SEX="F" value="2"/>
  </group>
  <group dataSet="BLT_GIZI_BULANAN" orgUnit="6311061001" period="2026-08-01/P1M">
    <dataValue dataElement="BLT_S" AGE="0_5" SEX="F" value="4"/>
    <dataValue dataElement="BLT_ASI" AGE="0_5" SEX="F" value="3"/>
    <dataValue dataElement="BLT_S" AGE="0_5" SEX="M" value="5"/>
    <dataValue dataElement="BLT_BUMIL" value="9"/>
  </group>
</adx>
`)
  })
  test('libxml2 finds it valid by the schema', async () => {
    expect(await byLibxml(message)).toEqual([])
    expect(checkAdx(sent, EXPORTED)).toEqual([])
  })
  test.each([
    ['a time without offset', message.replace('+08:00', '')],
    ['no exported', message.replace(/ exported="[^"]+"/, '')],
    ['a period of DHIS2', message.replace('2026-08-01/P1M', '202608')],
    ['a group twice', message.replace('6311042001', '6311061001')],
    ['a value twice', message.replace('SEX="M" value="5"', 'SEX="F" value="5"')],
    ['a word for a value', message.replace('value="5"', 'value="lima"')],
    ['a code of nobody', message.replace('BLT_ASI', 'BLT_X')],
    ['another namespace', message.replace('adx:2015', 'adx:2014')],
    ['an empty group', message.replace(/ {4}<dataValue dataElement="BLT_TBU_STUNTED"[^\n]+\n/, '')],
  ])('libxml2 refuses %s', async (_, broken) => {
    expect(broken).not.toBe(message)
    expect(await byLibxml(broken)).not.toEqual([])
  })
  test('our own check before sending tells the same and more', () => {
    const codes = (list: typeof sent, exported = EXPORTED) => checkAdx(list, exported).map(({ code }) => code)
    expect(codes([])).toEqual(['exchange.adx-empty'])
    expect(codes(sent, '2026-09-05T08:00:00')).toEqual(['exchange.adx-exported'])
    const [first] = sent
    expect(codes([first!, first!])).toEqual(['exchange.adx-twice'])
    expect(codes([{ ...first!, value: '', month: '2026-13' }])).toEqual(['exchange.adx-period', 'exchange.adx-value'])
    // totals carry no dimension, where the schema's keys do not reach
    const total = sent.at(-1)!
    expect(codes([total, total])).toEqual(['exchange.adx-twice'])
  })
  test('hostile codes stay text', async () => {
    const hostile = adxMessage([{ ...sent[0]!, orgUnit: '"/><x a="&' }], DHIS2_2026, EXPORTED)
    expect(hostile).toContain('orgUnit="&quot;/&gt;&lt;x a=&quot;&amp;"')
    expect((await byLibxml(hostile)).join()).toMatch(/orgUnit/)
  })
})
