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
} as const satisfies RefusalList
