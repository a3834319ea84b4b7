// One line of the copy a person gets of their own data. Must stay true: what is not known is left out, never shown as empty.
import type { Text } from '../kernel/text.ts'
import type { DataItem } from '../modules/privacy/port.ts'
import { both } from '../modules/register/office-texts.ts'

type Field = DataItem['fields'][number]
export const field = (name: string, label: Text, value: Text | string | number | undefined): Field[] =>
  value === undefined ? [] : [{ name, label, value: typeof value === 'object' ? value : both(String(value)) }]
