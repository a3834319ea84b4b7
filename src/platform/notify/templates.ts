// The words that leave the house. Must stay true: case number, state, what to do and an address; no name, no NIK, no
// document, no service (a death notice on a shared phone is nobody's business).
import { fill, type Language, type Text } from '../../kernel/text.ts'

const TEMPLATES = {
  submitted: { id: 'Permohonan {number} sudah kami terima. Jawaban pertama paling lambat {due}. Lihat: {link}', en: 'We have received {number}. First answer by {due}. See: {link}' },
  returned: { id: 'Permohonan {number} perlu diperbaiki: {count} hal. Isian lain tetap tersimpan sampai {until}. Perbaiki di: {link}', en: '{number} needs repair: {count} item(s). The rest is kept until {until}. Repair at: {link}' },
  reminder: { id: 'Permohonan {number} masih menunggu perbaikan Anda sampai {until}. Buka: {link}', en: '{number} still waits for your repair until {until}. Open: {link}' },
  on_hold: { id: 'Permohonan {number} menunggu pihak lain. Kami periksa lagi {until}. Anda tidak perlu melakukan apa-apa. {link}', en: '{number} waits for another office. We look again on {until}. Nothing for you to do. {link}' },
  decision: { id: 'Permohonan {number} sedang diputuskan kepala dinas. Perkiraan selesai {due}. {link}', en: '{number} is being decided by the head of the office. Expected by {due}. {link}' },
  rejected: { id: 'Permohonan {number} tidak dapat dikabulkan. Alasan dan cara berkeberatan ada di: {link}', en: '{number} cannot be granted. The reason and how to object: {link}' },
  issued: { id: 'Permohonan {number} selesai. Hasilnya dapat diunduh dan dicetak sendiri di: {link}', en: '{number} is done. Download and print the result at: {link}' },
  ready: { id: 'Kartu untuk permohonan {number} siap diambil atau diantar. Rincian: {link}', en: 'The card of {number} is ready. Details: {link}' },
  delayed: { id: 'Permohonan {number} terlambat dari janji kami. Waktu yang baru: {due}. {link}', en: '{number} is later than we promised. New time: {due}. {link}' },
  expired: { id: 'Permohonan {number} ditutup karena belum diperbaiki. Isiannya dapat dipakai lagi di: {link}', en: '{number} was closed because it was not repaired. Use its answers again at: {link}' },
  survey: { id: 'Bagaimana pelayanan kami? Sembilan pertanyaan, kurang dari 90 detik, tanpa nama: {link}', en: 'How did we do? Nine questions, under 90 seconds, no name: {link}' },
  download_pin: { id: 'PIN unduhan Anda: {pin}. Berlaku 7 hari. Jangan berikan kepada siapa pun.', en: 'Your download PIN: {pin}. Valid for 7 days. Give it to nobody.' },
  sign_in_code: { id: 'Kode masuk Puja Indah: {code}. Berlaku 5 menit. Petugas tidak pernah menanyakan kode ini.', en: 'Puja Indah sign-in code: {code}. Valid 5 minutes. No officer ever asks for it.' },
  step_up_code: { id: 'Kode tanda tangan Puja Indah: {code}. Berlaku 5 menit.', en: 'Puja Indah signing code: {code}. Valid 5 minutes.' },
} as const satisfies Record<string, Text>

export type TemplateName = keyof typeof TEMPLATES
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[]
export type TemplateParams = Readonly<Record<string, string | number>>

/** The text of a notice; a parameter the template needs and does not get is a bug and throws. */
export function renderNotice(template: TemplateName, params: TemplateParams, language: Language): string {
  const text = fill(TEMPLATES[template][language], params)
  const open = /\{(\w+)\}/.exec(text)
  if (open !== null) throw new Error(`Notice ${template} lacks ${open[1]}`)
  return text
}
