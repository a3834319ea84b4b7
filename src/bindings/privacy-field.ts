// One line of the copy a person gets of their own data. Must stay true: what is not known is left out, never shown as empty.
import { formatPhone } from '../kernel/phone.ts'
import type { Text } from '../kernel/text.ts'
import type { Contact } from '../modules/cases/case.ts'
import type { DataItem } from '../modules/privacy/port.ts'
import { both } from '../modules/register/office-texts.ts'

type Field = DataItem['fields'][number]
export const field = (name: string, label: Text, value: Text | string | number | undefined): Field[] =>
  value === undefined ? [] : [{ name, label, value: typeof value === 'object' ? value : both(String(value)) }]

const NEWS: Readonly<Record<Contact['channel'], Text>> = {
  whatsapp: { id: 'kabar lewat WhatsApp', en: 'news by WhatsApp' },
  sms: { id: 'kabar lewat SMS', en: 'news by SMS' },
  email: { id: 'kabar lewat email', en: 'news by e-mail' },
  none: { id: 'tanpa kabar', en: 'no news' },
}
/** How an application reaches the person, as people write it. */
export function contactInWords({ name, phone, email, digits, channel }: Contact): Text {
  const known = [name, phone === undefined ? undefined : formatPhone(phone), email]
  const listed = known.filter((one) => one !== undefined && one !== '')
  return {
    id: [...listed, ...(digits === undefined ? [] : [`4 angka pelacak ${digits}`]), NEWS[channel].id].join(', '),
    en: [...listed, ...(digits === undefined ? [] : [`4 digits to follow it ${digits}`]), NEWS[channel].en].join(', '),
  }
}
