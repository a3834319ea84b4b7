// How long somebody has to wait, in the words a person would use: nobody waits nine hundred seconds. Rounded up, never down.
import type { Text } from './text.ts'

export function waitWords(seconds: number): Text {
  if (seconds < 120) return counted(Math.max(1, Math.ceil(seconds)), 'detik', 'second')
  if (seconds <= 7200) return counted(Math.ceil(seconds / 60), 'menit', 'minute')
  return counted(Math.ceil(seconds / 3600), 'jam', 'hour')
}

const counted = (count: number, id: string, en: string): Text => ({
  id: `${count} ${id}`,
  en: `${count} ${en}${count === 1 ? '' : 's'}`,
})
