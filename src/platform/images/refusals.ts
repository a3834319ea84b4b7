// Sentences about uploaded pictures and PDFs.
import type { RefusalList } from '../http/refusal-registry.ts'

export const refusals = {
  'upload-empty': {
    status: 422,
    text: {
      id: 'Belum ada berkas yang dipilih. Pilih satu foto atau PDF, lalu unggah.',
      en: 'No file was chosen. Choose one photo or PDF and upload it.',
    },
  },
  'upload-pdf': {
    status: 422,
    text: {
      id: 'Di sini hanya foto yang dapat dipakai, bukan PDF. Ambil fotonya, lalu unggah.',
      en: 'Only a photo can be used here, not a PDF. Take the photo and upload it.',
    },
  },
  'upload-pdf-too-large': {
    status: 422,
    text: {
      id: 'PDF ini lebih besar dari {mb} MB. Pindai lagi dengan mutu lebih rendah, atau foto halaman yang diminta.',
      en: 'This PDF is larger than {mb} MB. Scan it again in lower quality, or photograph the page that is asked for.',
    },
  },
  'upload-pdf-too-many-pages': {
    status: 422,
    text: {
      id: 'PDF ini {pages} halaman, paling banyak {most}. Unggah hanya halaman yang diminta, atau foto halaman itu.',
      en: 'This PDF has {pages} pages, at most {most} are taken. Upload only the pages that are asked for, or photograph them.',
    },
  },
  'upload-pdf-locked': {
    status: 422,
    text: {
      id: 'PDF ini terkunci. Simpan salinan tanpa kata sandi (cetak ke PDF), atau foto suratnya, lalu unggah.',
      en: 'This PDF is locked. Save a copy without a password (print to PDF), or photograph the letter, and upload that.',
    },
  },
  'upload-pdf-active': {
    status: 422,
    text: {
      id: 'PDF ini memuat program atau berkas lain, jadi tidak dapat diterima. Cetak ke PDF baru, atau foto suratnya, lalu unggah.',
      en: 'This PDF brings a program or another file, so it cannot be taken. Print it to a new PDF, or photograph the letter, and upload that.',
    },
  },
  'upload-pdf-unreadable': {
    status: 422,
    text: {
      id: 'PDF ini tidak dapat dibuka dengan aman. Cetak ke PDF baru, atau foto suratnya, lalu unggah.',
      en: 'This PDF cannot be opened safely. Print it to a new PDF, or photograph the letter, and upload that.',
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
