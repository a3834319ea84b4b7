// DHIS2 `dataValueSets` as JSON and CSV. Must stay true: values are strings, periods yyyyMM; one place and month uses the head
// of the set, several give both on each value; a correction is the value again, a removal says `deleted`.
import { stringify } from 'csv-stringify/sync'
import type { PlainDate } from '../../../../kernel/date.ts'
import type { DataValue, Dhis2Map } from './mapping.ts'

export type DataValueSet = {
  readonly dataSet: string
  readonly completeDate?: PlainDate
  readonly period?: string
  readonly orgUnit?: string
  readonly dataValues: readonly {
    readonly dataElement: string
    readonly period?: string
    readonly orgUnit?: string
    readonly categoryOptionCombo: string
    readonly value: string
    readonly deleted?: true
  }[]
}

const periodOf = (month: string) => month.replace('-', '')

export function dataValueSet(values: readonly DataValue[], map: Dhis2Map, completeDate?: PlainDate): DataValueSet {
  const [first] = values
  const single =
    first !== undefined && values.every(({ month, orgUnit }) => month === first.month && orgUnit === first.orgUnit)
  return {
    dataSet: map.dataSet,
    ...(single && completeDate !== undefined ? { completeDate } : {}),
    ...(single ? { period: periodOf(first.month), orgUnit: first.orgUnit } : {}),
    dataValues: values.map(({ dataElement, month, orgUnit, categoryOptionCombo, value, deleted }) => ({
      dataElement,
      ...(single ? {} : { period: periodOf(month), orgUnit }),
      categoryOptionCombo,
      value,
      ...(deleted === true ? { deleted: true as const } : {}),
    })),
  }
}

/** The CSV that the same address of DHIS2 takes. */
export function dataValueCsv(values: readonly DataValue[]): string {
  return stringify(
    values.map((value) => [
      value.dataElement,
      periodOf(value.month),
      value.orgUnit,
      value.categoryOptionCombo,
      '',
      value.value,
    ]),
    {
      header: true,
      columns: ['dataelement', 'period', 'orgunit', 'categoryoptioncombo', 'attributeoptioncombo', 'value'],
    },
  )
}
