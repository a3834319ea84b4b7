// Values of the register in words for officers: states, fields, days. Pure. Must stay true: what has no word is shown as it
// is stored, never left out.
import { isPlainDate } from '../../kernel/date.ts'
import { formatDate } from '../../kernel/date-format.ts'
import type { Text } from '../../kernel/text.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import { codeText } from '../catalogue/code-lists.ts'
import type { StatusMark } from './office-port.ts'
import type { FieldValue } from './snapshot.ts'
import { FIELD_LISTS, FIELD_WORDS, OWN_VALUES } from './words.ts'

export const t = (id: string, en: string): Text => ({ id, en })
export const both = (text: string): Text => ({ id: text, en: text })
export const NOTHING: Text = { id: 'belum tercatat', en: 'not recorded' }

const TONES: Readonly<Record<string, BadgeTone>> = {
  active: 'done',
  valid: 'done',
  moving: 'work',
  duplicate: 'care',
  cancelled: 'stop',
  revoked: 'stop',
  deceased: 'stop',
}

export function statusMark(status: string): StatusMark {
  return { label: codeText('personStatus', status) ?? both(status), tone: TONES[status] ?? 'wait' }
}

const OTHER_STATES: Readonly<Record<string, Text>> = {
  active: t('Berlaku', 'In force'),
  valid: t('Berlaku', 'Valid'),
  retired: t('Tidak berlaku lagi', 'No longer in force'),
  moving: t('Sedang pindah', 'Moving'),
  cancelled: t('Dibatalkan', 'Cancelled'),
  superseded: t('Diganti terbitan baru', 'Replaced by a newer one'),
  revoked: t('Dicabut', 'Revoked'),
  card: t('Kartu', 'Card'),
}

/** States of family cards, deeds and papers. */
export function thingMark(state: string): StatusMark {
  return { label: OTHER_STATES[state] ?? both(state), tone: TONES[state] ?? 'wait' }
}

export function dayText(day: string): Text {
  return isPlainDate(day) ? { id: formatDate(day, 'id'), en: formatDate(day, 'en') } : both(day)
}

/** Fields beside those of a person that a history line may name. */
const MORE_FIELDS: Readonly<Record<string, Text>> = {
  created: t('Dicatat pertama kali', 'Recorded for the first time'),
  card: t('Anggota Kartu Keluarga', 'Family card membership'),
  headId: t('Kepala keluarga', 'Head of the family'),
  address: t('Alamat', 'Address'),
  kk: t('Nomor Kartu Keluarga', 'Family card number'),
  notes: t('Catatan pinggir', 'Margin note'),
  endedOn: t('Berakhir', 'Ended'),
  endedBy: t('Diakhiri akta', 'Ended by a deed'),
  fields: t('Isi akta', 'Contents of the deed'),
  date: t('Tanggal peristiwa', 'Date of the event'),
  place: t('Tempat', 'Place'),
  stay: t('Tinggal sementara', 'Temporary stay'),
}

export function fieldText(field: string): Text {
  return (FIELD_WORDS as Readonly<Record<string, Text>>)[field] ?? MORE_FIELDS[field] ?? both(field)
}

/** A plain value in words; undefined for what has parts (a whole first state, a membership). */
export function valueText(field: string, value: FieldValue | undefined): Text | undefined {
  if (value === undefined || value === null) return NOTHING
  if (typeof value === 'object') return undefined
  const text = String(value)
  const own = OWN_VALUES[field]?.[text]
  if (own !== undefined) return own
  const list = (FIELD_LISTS as Readonly<Record<string, Parameters<typeof codeText>[0] | undefined>>)[field]
  return (list === undefined ? undefined : codeText(list, text)) ?? dayText(text)
}
