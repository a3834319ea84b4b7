// Sentences of signing in.
import type { RefusalList } from '../http/refusal-registry.ts'

export const refusals = {
  'code-wrong': {
    status: 422,
    text: {
      id: 'Kode ini tidak cocok. Periksa pesan terakhir, lalu tulis 6 angkanya lagi.',
      en: 'This code does not match. Look at the latest message and write its 6 digits again.',
    },
  },
  'code-expired': {
    status: 422,
    text: {
      id: 'Kode ini sudah lewat 5 menit. Minta kode baru, lalu tulis kode yang baru itu.',
      en: 'This code is older than 5 minutes. Ask for a new one and write that.',
    },
  },
  'password-wrong': {
    status: 422,
    text: {
      id: 'Alamat email atau kata sandi tidak cocok. Periksa keduanya, huruf besar dan kecil dibedakan.',
      en: 'The e-mail address or the password does not match. Check both; capitals matter.',
    },
  },
  'sign-in-address': {
    status: 422,
    text: {
      id: 'Tulis nomor ponsel (diawali 08) atau alamat email Anda.',
      en: 'Write your mobile number (starting with 08) or your e-mail address.',
    },
  },
  'step-up-needed': {
    status: 403,
    text: {
      id: 'Tanda tangan perlu kode baru. Masukkan kodenya, lalu Anda kembali ke halaman ini.',
      en: 'Signing needs a fresh code. Enter it and you return to this page.',
    },
  },
  'code-used': {
    status: 422,
    text: {
      id: 'Kode ini sudah dipakai. Tunggu sampai aplikasinya menampilkan kode baru, lalu tulis yang itu.',
      en: 'This code has been used. Wait until the app shows a new one and write that.',
    },
  },
  'code-not-sent': {
    status: 503,
    text: {
      id: 'Kodenya belum bisa dikirim. Coba lagi beberapa menit lagi, pakai alamat lain, atau datang ke loket.',
      en: 'The code could not be sent. Try again in some minutes, use another address, or come to the counter.',
    },
  },
  'officer-way': {
    status: 403,
    text: {
      id: 'Akun ini milik petugas dan dibuka dengan kata sandi dan langkah kedua. Masuk lewat halaman petugas.',
      en: 'This is an officer account and opens with a password and a second step. Use the officers’ sign-in page.',
    },
  },
  'passkey-way': {
    status: 403,
    text: {
      id: 'Akun ini dibuka dengan kunci sandi. Tekan “Masuk dengan kunci sandi” di perangkat yang menyimpannya.',
      en: 'This account opens with a passkey. Press “Sign in with a passkey” on the device that keeps it.',
    },
  },
  'passkey-refused': {
    status: 422,
    text: {
      id: 'Kunci sandi ini tidak dapat diterima di sini. Coba lagi dari awal, atau pakai cara masuk yang lain.',
      en: 'This passkey cannot be accepted here. Begin again, or sign in another way.',
    },
  },
  'passkey-many': {
    status: 409,
    text: {
      id: 'Satu akun menyimpan paling banyak 10 kunci sandi. Hapus satu yang tidak dipakai.',
      en: 'An account keeps at most 10 passkeys. Remove one you no longer use.',
    },
  },
  'factor-missing': {
    status: 403,
    text: {
      id: 'Akun ini belum punya langkah kedua. Pasang aplikasi autentikator atau kunci sandi di halaman Akun saya.',
      en: 'This account has no second step yet. Set up an authenticator app or a passkey on the page My account.',
    },
  },
  'factor-last': {
    status: 409,
    text: {
      id: 'Ini satu-satunya langkah kedua akun petugas ini. Pasang yang lain dulu, baru hapus yang ini.',
      en: 'This is the only second step of an officer account. Set up another first, then remove this one.',
    },
  },
  'password-short': {
    status: 422,
    text: {
      id: 'Kata sandi paling sedikit 12 huruf. Empat kata yang tidak berhubungan mudah diingat dan cukup panjang.',
      en: 'A password has at least 12 characters. Four unrelated words are easy to remember and long enough.',
    },
  },
  'password-long': {
    status: 422,
    text: {
      id: 'Kata sandi paling panjang 128 huruf. Pendekkan sedikit.',
      en: 'A password has at most 128 characters. Shorten it a little.',
    },
  },
  'password-common': {
    status: 422,
    text: {
      id: 'Kata sandi ini mudah ditebak: kata umum, nama sendiri, atau deret angka. Pakai empat kata yang tidak berhubungan.',
      en: 'This password is easily guessed: common words, your own name, or a row of digits. Use four unrelated words.',
    },
  },
} as const satisfies RefusalList
