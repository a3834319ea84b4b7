// The words of messages that belong to no process (those stand in services/shared/notices). Must stay true: what to do and
// an address or code; no name, no NIK, no document.
import { fill, type Language, type Text } from '../../kernel/text.ts'

const TEMPLATES = {
  survey: {
    id: 'Bagaimana pelayanan kami? Sembilan pertanyaan, kurang dari 90 detik, tanpa nama: {link}',
    en: 'How did we do? Nine questions, under 90 seconds, no name: {link}',
  },
  download_pin: {
    id: 'PIN unduhan Anda: {pin}. Berlaku 7 hari. Jangan berikan kepada siapa pun.',
    en: 'Your download PIN: {pin}. Valid for 7 days. Give it to nobody.',
  },
  sign_in_code: {
    id: 'Kode masuk Puja Indah: {code}. Berlaku 5 menit. Petugas tidak pernah menanyakan kode ini.',
    en: 'Puja Indah sign-in code: {code}. Valid 5 minutes. No officer ever asks for it.',
  },
  step_up_code: {
    id: 'Kode tanda tangan Puja Indah: {code}. Berlaku 5 menit.',
    en: 'Puja Indah signing code: {code}. Valid 5 minutes.',
  },
  officer_way: {
    id: 'Seseorang meminta kode masuk Puja Indah untuk alamat ini. Ini akun petugas: masuk dengan kata sandi dan langkah kedua di {link}. Bukan Anda? Abaikan.',
    en: 'Someone asked for a Puja Indah sign-in code for this address. It is an officer account: sign in with password and second step at {link}. Not you? Ignore this.',
  },
  odd_reads: {
    id: 'Ada {count} pembacaan data yang perlu dijelaskan di kantor Anda. Buka {link} . Tidak ada nama di pesan ini.',
    en: 'There are {count} reads of data to explain in your office. Open {link} . This message holds no names.',
  },
  work_clock: {
    id: 'Daftar kerja Anda: {what}. Buka {link} . Tidak ada nama di pesan ini.',
    en: 'Your work list: {what}. Open {link} . This message holds no names.',
  },
  invitation: {
    id: 'Anda diundang bertugas di Puja Indah. Buka tautan ini dalam 3 hari untuk membuat kata sandi dan langkah kedua: {link} . Jangan teruskan pesan ini.',
    en: 'You are invited to work in Puja Indah. Open this link within 3 days to set a password and a second step: {link} . Do not pass this message on.',
  },
} as const satisfies Record<string, Text>

export type TemplateName = keyof typeof TEMPLATES
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[]
export type TemplateParams = Readonly<Record<string, string | number>>

/** The text of a notice; a parameter the template needs and does not get is a bug and throws. */
export function renderNotice(template: TemplateName, params: TemplateParams, language: Language): string {
  const text = TEMPLATES[template][language]
  // The template's own places are looked at, not the filled text: a value may be a place itself (the survey's address comes later).
  for (const [, name] of text.matchAll(/\{(\w+)\}/g))
    if (params[name!] === undefined) throw new Error(`Notice ${template} lacks ${name}`)
  return fill(text, params)
}
