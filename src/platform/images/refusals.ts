// Sentences about uploaded pictures.
import type { RefusalList } from '../http/refusal-registry.ts'

export const refusals = {
  'upload-empty': {
    status: 422,
    text: {
      id: 'Belum ada foto yang dipilih. Pilih satu foto, lalu unggah.',
      en: 'No photo was chosen. Choose one photo and upload it.',
    },
  },
  'upload-pdf': {
    status: 422,
    text: {
      id: 'Ini berkas PDF. Foto suratnya, atau simpan halamannya sebagai gambar, lalu unggah gambarnya.',
      en: 'This is a PDF. Photograph the letter, or save its page as a picture, and upload that.',
    },
  },
  'upload-unreadable': {
    status: 422,
    text: {
      id: 'Berkas ini tidak dapat dibuka sebagai foto. Foto lagi suratnya, lalu unggah foto itu.',
      en: 'This file cannot be opened as a photo. Photograph the letter again and upload that photo.',
    },
  },
  'upload-too-small': {
    status: 422,
    text: {
      id: 'Foto ini terlalu kecil untuk dibaca. Unggah foto asli dari kamera, paling sedikit {px} piksel.',
      en: 'This photo is too small to read. Upload the original from the camera, at least {px} pixels.',
    },
  },
  'upload-too-many-pixels': {
    status: 422,
    text: {
      id: 'Gambar ini terlalu besar. Foto lagi dengan kamera ponsel biasa.',
      en: 'This picture is too large. Photograph it again with an ordinary phone camera.',
    },
  },
} as const satisfies RefusalList
