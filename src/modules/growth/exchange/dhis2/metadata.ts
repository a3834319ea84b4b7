// DHIS2 metadata as JSON, so that an empty DHIS2 can be prepared in one step: organisation units, data elements, categories,
// the data set. Must stay true: ids are made of the codes, so preparing twice changes nothing.
import { createHash } from 'node:crypto'
import type { Dhis2Map } from './mapping.ts'

/** A DHIS2 id: a letter and ten letters or digits, always the same for the same thing. */
export function dhis2Id(kind: string, code: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(`${kind} ${code}`).digest('hex').slice(0, 32)}`)
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  let rest = digits
  let id = signs[Number(rest % 52n)] ?? 'A'
  rest /= 52n
  while (id.length < 11) {
    id += signs[Number(rest % 62n)] ?? '0'
    rest /= 62n
  }
  return id
}

export type OrgUnit = {
  readonly code: string
  readonly name: string
  readonly parent?: string
  readonly openingDate: string
}

export function dhis2Metadata(map: Dhis2Map, orgUnits: readonly OrgUnit[]): object {
  const named = (kind: string, code: string, name: string) => ({
    id: dhis2Id(kind, code),
    code,
    name,
    shortName: name.slice(0, 50),
  })
  const category = {
    id: dhis2Id('category', 'SEX_AGE'),
    code: `${map.dataSet}_SEX_AGE`,
    name: 'Jenis kelamin dan umur',
  }
  // the options do not overlap, so that a DHIS2 may add them up
  const options = [
    ...new Set(map.optionCombos.filter(({ sex, ageGroup }) => sex !== 0 && ageGroup !== 'all').map(({ code }) => code)),
  ].map((code) => named('categoryOption', code, code))
  const combo = {
    id: dhis2Id('categoryCombo', map.dataSet),
    code: `${map.dataSet}_COMBO`,
    name: 'Jenis kelamin dan umur',
  }
  const elements = map.elements.map(({ code, name, by }) => ({
    ...named('dataElement', code, `${name.id} (${code})`),
    domainType: 'AGGREGATE',
    valueType: 'INTEGER_ZERO_OR_POSITIVE',
    aggregationType: 'SUM',
    // without one a DHIS2 takes its own default
    ...(by === 'total' ? {} : { categoryCombo: { id: combo.id } }),
  }))
  return {
    organisationUnits: orgUnits.map(({ code, name, parent, openingDate }) => ({
      ...named('organisationUnit', code, name),
      openingDate,
      ...(parent === undefined ? {} : { parent: { id: dhis2Id('organisationUnit', parent) } }),
    })),
    categoryOptions: options,
    categories: [
      {
        ...category,
        shortName: category.name,
        dataDimensionType: 'DISAGGREGATION',
        categoryOptions: options.map(({ id }) => ({ id })),
      },
    ],
    categoryCombos: [{ ...combo, dataDimensionType: 'DISAGGREGATION', categories: [{ id: category.id }] }],
    categoryOptionCombos: options.map(({ id, code, name }) => ({
      id: dhis2Id('categoryOptionCombo', code),
      code,
      name,
      categoryCombo: { id: combo.id },
      categoryOptions: [{ id }],
    })),
    dataElements: elements,
    dataSets: [
      {
        ...named('dataSet', map.dataSet, map.name.id),
        periodType: map.periodType,
        categoryCombo: { code: 'default' },
        dataSetElements: elements.map(({ id }) => ({ dataElement: { id } })),
        organisationUnits: orgUnits.map(({ code }) => ({ id: dhis2Id('organisationUnit', code) })),
      },
    ],
  }
}
