// Why an officer opens the register: a short closed list, because the citizen reads the answer under "Who looked at my
// data". Must stay true: a code is never given another meaning; the journal keeps the code, pages keep the words.
import type { Text } from '../../kernel/text.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const PURPOSES = {
  application: t('Memproses permohonan', 'Handling an application'),
  counter: t('Menjawab warga di loket', 'Answering a citizen at the counter'),
  correction: t('Memeriksa dan membetulkan data', 'Checking and correcting data'),
  duplicate: t('Memeriksa data ganda', 'Checking a possible duplicate'),
  coverage: t('Mendata dokumen yang belum dimiliki', 'Finding who lacks a document'),
  transfer: t('Mengurus pindah datang', 'Handling a move between regions'),
  authority: t('Permintaan resmi instansi berwenang', 'Lawful request of an authority'),
} as const satisfies Record<string, Text>
export type Purpose = keyof typeof PURPOSES

export function isPurpose(text: string | undefined): text is Purpose {
  return text !== undefined && Object.hasOwn(PURPOSES, text)
}

/** What the journal keeps: the code, and an officer's own words behind it where a number was opened. */
export function journalReason(purpose: Purpose, words?: string): string {
  return words === undefined ? `register:${purpose}` : `register:${purpose}: ${words}`
}

/** The purpose of a journal row in words for the person it is about; an officer's own words stay inside the office. */
export function purposeOfReason(reason: string | null): Text | undefined {
  const code = /^register:([a-z]+)(?::|$)/.exec(reason ?? '')?.[1]
  return isPurpose(code) ? PURPOSES[code] : undefined
}
