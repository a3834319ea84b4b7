// What is said when a notice about a case does not leave the house: to the applicant, that nothing is lost by it; to the officer,
// whether anything is to be done. Must stay true: no address is told, only the way; the page of the case is always newer.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { findUnsent } from '../../platform/notify/store.ts'

export type UnsentNotice = { readonly fact: Text; readonly text: Text }

const WAYS: Readonly<Record<string, Text>> = {
  sms: { id: 'SMS', en: 'SMS' },
  whatsapp: { id: 'WhatsApp', en: 'WhatsApp' },
  email: { id: 'email', en: 'e-mail' },
}
const TO_APPLICANT = {
  waiting: {
    id: 'Kami mencoba mengirimnya lagi dengan sendirinya. Keadaan di halaman ini yang terbaru; Anda tidak perlu menunggu kabar itu.',
    en: 'We go on trying by ourselves. What this page says is the newest; you need not wait for the message.',
  },
  failed: {
    id: 'Keadaan di halaman ini yang terbaru. Bila nomor atau email Anda berganti, beri tahu petugas loket.',
    en: 'What this page says is the newest. If your number or e-mail has changed, tell the counter.',
  },
} as const
const TO_OFFICER = {
  waiting: {
    id: 'Dicoba lagi dengan sendirinya sampai beberapa hari. Bila mendesak, hubungi pemohon.',
    en: 'It is tried again by itself for some days. If it is urgent, call the applicant.',
  },
  failed: {
    id: 'Tidak dicoba lagi. Hubungi pemohon dengan cara lain; di halamannya ia tetap membaca keadaan terbaru.',
    en: 'It is not tried again. Reach the applicant another way; their page still tells the newest state.',
  },
} as const

export async function unsentNotice(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  reader: 'applicant' | 'officer',
): Promise<UnsentNotice | undefined> {
  const unsent = await findUnsent(tx, region, caseId)
  if (unsent === undefined) return undefined
  const way = WAYS[unsent.channel] ?? { id: unsent.channel, en: unsent.channel }
  const fact =
    unsent.state === 'waiting'
      ? { id: `Kabar lewat ${way.id} belum terkirim`, en: `The message by ${way.en} has not left yet` }
      : { id: `Kabar lewat ${way.id} tidak dapat dikirim`, en: `The message by ${way.en} could not be sent` }
  return { fact, text: (reader === 'applicant' ? TO_APPLICANT : TO_OFFICER)[unsent.state] }
}
