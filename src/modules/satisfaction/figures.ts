// How figures of the survey read: decimal comma in Indonesian, signs before changes, names of groups and marks.
// Must stay true: digits come from the stored text and are never computed again here.
import { grouped } from '../../kernel/rupiah.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { Mark } from './patterns.ts'
import type { ExtraQuestion } from './period.ts'
import { ABOUT } from './questionnaire.ts'

/** `84.17` as "84,17" / "84.17"; no figure is a word, never a zero. */
export function figure(text: string | null, language: Language): string {
  if (text === null) return language === 'id' ? 'tidak ada' : 'none'
  return language === 'id' ? text.replace('.', ',') : text
}

/** A change with its sign: "+1,20", "−0,35", "0,00". */
export function signed(text: string, language: Language): string {
  const shown = figure(text.replace('-', ''), language)
  if (text.startsWith('-')) return `−${shown}`
  return /[1-9]/.test(text) ? `+${shown}` : shown
}

/** 1.206 / 1,206 for whole numbers up to nine digits. */
export function whole(n: number, language: Language): string {
  return grouped(BigInt(n), language === 'id' ? '.' : ',')
}

export const MARK_NAMES: Readonly<Record<Mark, Text>> = {
  'all-equal': { id: 'semua jawabannya sama', en: 'all answers equal' },
  'one-device': {
    id: 'banyak jawaban dari satu perangkat dalam 15 menit',
    en: 'many answers from one device within 15 minutes',
  },
  'last-day': { id: 'membanjir pada hari terakhir', en: 'a flood on the last day' },
}

const CHANNEL_NAMES: Readonly<Record<string, Text>> = {
  web: { id: 'Situs', en: 'Website' },
  app: { id: 'Aplikasi', en: 'App' },
  whatsapp: { id: 'WhatsApp', en: 'WhatsApp' },
  village: { id: 'Kantor desa', en: 'Village office' },
  counter: { id: 'Loket', en: 'Counter' },
  mobile: { id: 'Layanan keliling', en: 'Mobile service' },
  notice: { id: 'Pemberitahuan', en: 'Notice' },
}

const OTHER: Text = { id: 'lainnya, digabung', en: 'others, merged' }
export const NOT_SAID: Text = { id: 'tidak disebut', en: 'not said' }

/** The name of an attribute that is counted: channel, sex, an extra question. */
export function attributeName(attribute: string, extras: readonly ExtraQuestion[]): Text {
  if (attribute === 'channel') return { id: 'Kanal', en: 'Channel' }
  const extra = extras.find(({ key }) => attribute === `extra:${key}`)
  return extra?.question ?? ABOUT.find(({ name }) => name === attribute)?.label ?? { id: attribute, en: attribute }
}

/** The name of one group of an attribute. */
export function groupName(attribute: string, value: string, extras: readonly ExtraQuestion[]): Text {
  if (value === 'other') return OTHER
  const extra = extras.find(({ key }) => attribute === `extra:${key}`)
  const known =
    attribute === 'channel'
      ? CHANNEL_NAMES[value]
      : (extra?.answers[Number(value) - 1] ??
        ABOUT.find(({ name }) => name === attribute)?.values.find((v) => v.value === value)?.label)
  return known ?? { id: value, en: value }
}
