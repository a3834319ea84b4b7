// ADX (IHE QRPH Aggregate Data Exchange): the XML message, the rules that are checked before it goes out, and the XML Schema
// that a jurisdiction derives from its codes, so that a tool of others can check the message too (adx.test.ts, libxml2).
// Must stay true: one group for each data set, place and period; no value twice; exported with an offset; codes only.
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { DataValue, Dhis2Map } from './mapping.ts'

export const ADX_NAMESPACE = 'urn:ihe:qrph:adx:2015'
export const ADX_CONTENT_TYPE = 'application/adx+xml'

const xmlText = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
const attribute = ([name, value]: readonly [string, string]) => ` ${name}="${xmlText(value)}"`

/** `2026-08-01/P1M`: the start of the period and how long it is, as ISO 8601 writes it. */
export const adxPeriod = (month: string) => `${month}-01/P1M`

/** The message. `exported` is an instant with offset, such as `2026-09-05T08:00:00+08:00`. Groups and values in a fixed order. */
export function adxMessage(values: readonly DataValue[], map: Dhis2Map, exported: string): string {
  const groups = new Map<string, DataValue[]>()
  // ADX has no way to take a value back: removals go by dataValueSets
  for (const value of values.filter(({ deleted }) => deleted !== true)) {
    const key = `${value.orgUnit} ${value.month}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  const lines = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const { orgUnit, month } = group[0]!
      return [
        `  <group${[['dataSet', map.dataSet] as const, ['orgUnit', orgUnit] as const, ['period', adxPeriod(month)] as const].map(attribute).join('')}>`,
        ...group.map(
          ({ dataElement, dimensions, value }) =>
            `    <dataValue${[['dataElement', dataElement] as const, ...Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1)), ['value', value] as const].map(attribute).join('')}/>`,
        ),
        '  </group>',
      ]
    })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<adx xmlns="${ADX_NAMESPACE}" exported="${xmlText(exported)}">\n${lines.join('\n')}\n</adx>\n`
}

/**
 * What would break the profile, told before sending: nothing in it, an exported time without offset, a month that is none, a
 * value that is no number, a value twice. Source: IHE QRPH supplement ADX, message content.
 */
export function checkAdx(values: readonly DataValue[], exported: string): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (values.length === 0) refusals.push({ code: 'exchange.adx-empty' })
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(exported))
    refusals.push({ code: 'exchange.adx-exported', at: 'exported' })
  const seen = new Set<string>()
  for (const value of values) {
    const at = `${value.orgUnit} ${value.month} ${value.dataElement}`
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(value.month)) refusals.push({ code: 'exchange.adx-period', at })
    if (!/^-?\d+(\.\d+)?$/.test(value.value)) refusals.push({ code: 'exchange.adx-value', at })
    const key = `${at} ${JSON.stringify(Object.entries(value.dimensions).sort())}`
    if (seen.has(key)) refusals.push({ code: 'exchange.adx-twice', at, params: { element: value.dataElement } })
    seen.add(key)
  }
  return refusals
}

/**
 * The XML Schema of this jurisdiction's messages, as the profile has it derived from a data structure: required attributes,
 * codes as enumerations, values as decimals, periods as start and duration; and the keys that allow nothing twice.
 */
export function adxSchema(map: Dhis2Map, orgUnits: readonly string[]): string {
  const list = (name: string, codes: readonly string[]) =>
    `<xs:simpleType name="${name}"><xs:restriction base="xs:token">${[...new Set(codes)]
      .map((code) => `<xs:enumeration value="${xmlText(code)}"/>`)
      .join('')}</xs:restriction></xs:simpleType>`
  const dimensions = Object.values(map.dimensions)
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${ADX_NAMESPACE}" xmlns:adx="${ADX_NAMESPACE}" targetNamespace="${ADX_NAMESPACE}" elementFormDefault="qualified">
${list('orgUnits', orgUnits)}
${list(
  'dataElements',
  map.elements.map(({ code }) => code),
)}
${dimensions.map(({ adx, codes }) => list(`codes_${adx}`, Object.values(codes))).join('\n')}
<xs:simpleType name="period"><xs:restriction base="xs:token"><xs:pattern value="\\d{4}-(0[1-9]|1[0-2])-\\d{2}/P\\d+[DWMY]"/></xs:restriction></xs:simpleType>
<xs:simpleType name="instant"><xs:restriction base="xs:dateTime"><xs:pattern value=".*(Z|[+\\-]\\d{2}:\\d{2})"/></xs:restriction></xs:simpleType>
<xs:complexType name="dataValue">
 <xs:sequence><xs:element name="annotation" type="xs:string" minOccurs="0"/></xs:sequence>
 <xs:attribute name="dataElement" type="dataElements" use="required"/>
 <xs:attribute name="value" type="xs:decimal" use="required"/>
${dimensions.map(({ adx }) => ` <xs:attribute name="${adx}" type="codes_${adx}"/>`).join('\n')}
</xs:complexType>
<xs:complexType name="group">
 <xs:sequence><xs:element name="dataValue" type="dataValue" maxOccurs="unbounded"/></xs:sequence>
 <xs:attribute name="dataSet" type="xs:token" use="required" fixed="${xmlText(map.dataSet)}"/>
 <xs:attribute name="orgUnit" type="orgUnits" use="required"/>
 <xs:attribute name="period" type="period" use="required"/>
</xs:complexType>
<xs:element name="adx">
 <xs:complexType>
  <xs:sequence><xs:element name="group" maxOccurs="unbounded" type="group">
   <xs:unique name="valueOnce"><xs:selector xpath="adx:dataValue"/><xs:field xpath="@dataElement"/>${dimensions.map(({ adx }) => `<xs:field xpath="@${adx}"/>`).join('')}</xs:unique>
  </xs:element></xs:sequence>
  <xs:attribute name="exported" type="instant" use="required"/>
 </xs:complexType>
 <xs:unique name="groupOnce"><xs:selector xpath="adx:group"/><xs:field xpath="@dataSet"/><xs:field xpath="@orgUnit"/><xs:field xpath="@period"/></xs:unique>
</xs:element>
</xs:schema>
`
}
