// A fault of a returned file in plain words: what is wrong with which answer or document, and what a good one looks like.
import type { Text } from '../../kernel/text.ts'
import type { CompiledService } from '../catalogue/compile.ts'

const SENTENCES: Readonly<Record<string, Text>> = {
  unreadable: {
    id: 'tidak terbaca. Foto lagi dekat jendela, tanpa lampu kilat.',
    en: 'cannot be read. Photograph it again near a window, without flash.',
  },
  'not-original': {
    id: 'bukan foto dari yang asli. Foto lembar aslinya.',
    en: 'is not a picture of the original. Photograph the original sheet.',
  },
  'wrong-document': {
    id: 'dokumennya lain. Unggah yang diminta.',
    en: 'is another document. Upload the one asked for.',
  },
  'expired-document': {
    id: 'sudah tidak berlaku. Unggah yang masih berlaku.',
    en: 'is no longer valid. Upload one that is.',
  },
  missing: { id: 'belum ada. Lengkapi, lalu kirim lagi.', en: 'is missing. Add it and send again.' },
  'differs-from-register': {
    id: 'berbeda dengan catatan kependudukan. Periksa lagi isiannya.',
    en: 'differs from the register. Check the answer again.',
  },
  'not-entitled': {
    id: 'perlu orang lain yang mengajukan. Lihat siapa yang boleh di halaman layanan.',
    en: 'must be applied for by someone else. See the service page.',
  },
  duplicate: {
    id: 'sudah pernah diajukan. Buka permohonan yang sudah ada.',
    en: 'was applied for before. Open that application.',
  },
  'outside-authority': {
    id: 'bukan wewenang kami. Kami tuliskan ke mana di bawah.',
    en: 'is not ours to decide. We wrote below where to go.',
  },
}

/** What a place is called: a field's or document's label. */
export function placeName(service: CompiledService, place: string): Text {
  const document = service.documents.find((one) => one.id === place)
  const field = service.fields[place.split('.')[0] ?? '']
  return document?.label ?? field?.label ?? { id: place, en: place }
}

export function faultText(service: CompiledService, place: string, reason: string): Text {
  const name = placeName(service, place)
  const sentence = SENTENCES[reason] ?? { id: 'perlu diperbaiki.', en: 'needs repair.' }
  return { id: joined(name.id, sentence.id), en: joined(name.en, sentence.en) }
}

/** A label that is a question keeps its mark, and takes no colon after it. */
const joined = (name: string, sentence: string): string =>
  name.endsWith('?') ? `“${name}” ${sentence}` : `${name}: ${sentence}`

/** What a good document of this place looks like, when it is a document. */
export function goodOne(service: CompiledService, place: string): Text | undefined {
  return service.documents.find((one) => one.id === place)?.hint
}
