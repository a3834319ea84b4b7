// Sentences of the edge itself: addresses, sizes, sessions, limits.
import type { RefusalList } from './refusal-registry.ts'

export const refusals = {
  'not-found': {
    status: 404,
    text: {
      id: 'Halaman ini tidak ada, atau bukan untuk akun ini. Mulai lagi dari beranda.',
      en: 'This page does not exist, or is not for this account. Start again from the home page.',
    },
  },
  method: {
    status: 405,
    text: {
      id: 'Alamat ini tidak bisa dibuka dengan cara ini, misalnya karena halamannya hasil mengirim formulir. Kembali ke halaman sebelumnya, lalu kirim lagi dari sana.',
      en: 'This address cannot be opened this way, for example because it answers a form. Go back to the page before it and send from there.',
    },
  },
  'sign-in-needed': {
    status: 401,
    text: {
      id: 'Masuk dulu untuk membuka halaman ini. Setelah masuk Anda kembali ke sini.',
      en: 'Sign in first to open this page. You return here afterwards.',
    },
  },
  'not-yours': {
    status: 403,
    text: {
      id: 'Halaman ini untuk peran atau wilayah lain. Hubungi admin layanan bila Anda memang bertugas di sini.',
      en: 'This page is for another role or place. Ask the service admin if you do work here.',
    },
  },
  'other-site': {
    status: 403,
    text: {
      id: 'Formulir ini dikirim dari alamat lain. Buka halamannya di sini, lalu kirim lagi.',
      en: 'This form came from another address. Open the page here and send it again.',
    },
  },
  'too-large': {
    status: 413,
    text: {
      id: 'Kiriman ini lebih besar dari {limit} MB. Kirim foto satu per satu, atau perkecil dulu.',
      en: 'This is larger than {limit} MB. Send the photos one by one, or make them smaller.',
    },
  },
  'too-many': {
    status: 429,
    text: {
      id: 'Terlalu banyak percobaan. Tunggu {wait}, lalu coba lagi. Isian Anda aman.',
      en: 'Too many tries. Wait {wait} and try again. What you typed is safe.',
    },
  },
  'database-away': {
    status: 503,
    text: {
      id: 'Penyimpanan sedang tidak terjangkau. Yang sudah terkirim aman. Tunggu satu menit, lalu tekan “Kirim lagi”.',
      en: 'The store cannot be reached. What was sent is safe. Wait a minute, then send again.',
    },
  },
  'disk-full': {
    status: 507,
    text: {
      id: 'Tempat penyimpanan berkas penuh. Isian lain tersimpan. Coba unggah lagi nanti; petugas sudah diberi tahu.',
      en: 'The file store is full. Everything else is saved. Upload again later; the office has been told.',
    },
  },
} as const satisfies RefusalList
