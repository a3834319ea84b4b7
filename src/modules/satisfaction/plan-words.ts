// The sentences of the follow-up plan. Must stay true: who does it is a unit or post, never a person.
import type { Text } from '../../kernel/text.ts'

export const PLAN_WORDS = {
  caption: { id: 'Tindakan menurut unsur', en: 'Actions by element' },
  element: { id: 'Unsur', en: 'Element' },
  what: { id: 'Tindakan', en: 'Action' },
  who: { id: 'Pelaksana', en: 'Who' },
  until: { id: 'Sampai', en: 'Until' },
  status: { id: 'Status', en: 'Status' },
  none: { id: 'Belum ada rencana.', en: 'No plan yet.' },
  title: { id: 'Rencana tindak lanjut', en: 'Follow-up plan' },
  lead: {
    id: 'Nilai sudah dihitung sistem dan tidak dapat diubah. Tulis satu tindakan untuk tiap unsur terendah.',
    en: 'The figures were computed by the system and cannot be changed. Write one action for each of the lowest elements.',
  },
  whatHint: {
    id: 'Apa yang dikerjakan, sehingga orang merasakan bedanya',
    en: 'What will be done, so that people feel the difference',
  },
  whoHint: { id: 'Bidang atau jabatan, bukan nama orang', en: 'Unit or post, not a person’s name' },
  untilHint: { id: 'Contoh: 30 September 2026', en: 'Example: 30 September 2026' },
  now: { id: 'Sekarang {value}, mutu {grade}', en: 'Now {value}, grade {grade}' },
  publish: { id: 'Terbitkan untuk umum', en: 'Publish' },
  proof: { id: 'Bukti, atau alasan bila tidak dilanjutkan', en: 'Proof, or the reason when dropped' },
  proofHint: {
    id: 'Nomor berita acara, alamat foto, atau alasannya',
    en: 'Number of the minutes, address of a photo, or why',
  },
  report: { id: 'Simpan perkembangan', en: 'Save the progress' },
  save: { id: 'Simpan rencana', en: 'Save the plan' },
} as const satisfies Record<string, Text>
