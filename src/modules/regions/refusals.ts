// Sentences of regions, officers and invitations.
import type { RefusalList } from '../../platform/http/refusal-registry.ts'

export const refusals = {
  'region-known': {
    status: 409,
    text: {
      id: 'Daerah {region} sudah ada. Ubah dari halaman adminnya, atau periksa kodenya.',
      en: 'The region {region} exists already. Change it on its admin pages, or check the code.',
    },
  },
  'region-code': {
    status: 422,
    text: {
      id: '{region} bukan kode provinsi, kabupaten, atau kota. Contoh: 63.11.',
      en: '{region} is no code of a province, regency or city. Example: 63.11.',
    },
  },
  'region-unknown': {
    status: 404,
    text: {
      id: 'Daerah {region} belum ada. Tambahkan dulu: npx puja region add {region}.',
      en: 'There is no region {region} yet. Add it first: npx puja region add {region}.',
    },
  },
  'calendar-missing': {
    status: 422,
    text: {
      id: 'Belum ada kalender kantor untuk {region}. Pilih salah satu ({known}), atau buat dengan instruments/calendars/fill.mjs.',
      en: 'There is no office calendar for {region}. Choose one ({known}), or make it with instruments/calendars/fill.mjs.',
    },
  },
  'office-missing': {
    status: 422,
    text: {
      id: 'Tulis nama kantor, nama kepalanya, tempat, alamat, dan kontak: semuanya tercetak di dokumen. Kurang: {missing}.',
      en: 'Write the office, its head, place, address and contact: all of them are printed on documents. Missing: {missing}.',
    },
  },
  'role-unknown': {
    status: 422,
    text: { id: 'Pilih peran dari daftar.', en: 'Choose a role from the list.' },
  },
  'unit-unknown': {
    status: 422,
    text: {
      id: 'Pilih unit kerja dari daftar. Unit yang ada: {known}.',
      en: 'Choose a unit from the list. There are: {known}.',
    },
  },
  'unit-missing': {
    status: 422,
    text: { id: 'Pilih unit kerja dari daftar.', en: 'Choose a unit from the list.' },
  },
  'place-outside': {
    status: 422,
    text: {
      id: 'Wilayah tugas adalah kode daerah ini, kecamatan, atau desa di dalamnya. Contoh: {region} atau {region}.06.',
      en: 'The place is the code of this region or of a district or village inside it. Example: {region} or {region}.06.',
    },
  },
  'service-unknown': {
    status: 422,
    text: {
      id: 'Pilih semua layanan, atau layanan dari daftar.',
      en: 'Choose all services, or services from the list.',
    },
  },
  'until-past': {
    status: 422,
    text: {
      id: 'Hari terakhir tugas sudah lewat. Pilih hari sesudah hari ini, atau kosongkan.',
      en: 'The last day has passed. Choose a day after today, or leave it empty.',
    },
  },
  'until-unreadable': {
    status: 422,
    text: { id: 'Tulis tanggal lengkap: hari, bulan, tahun.', en: 'Write the whole date: day, month, year.' },
  },
  'officer-name': {
    status: 422,
    text: {
      id: 'Tulis nama petugas seperti di kartu pegawai, 3 sampai 80 huruf.',
      en: 'Write the name as on the staff card, 3 to 80 letters.',
    },
  },
  'not-for-oneself': {
    status: 403,
    text: {
      id: 'Peran sendiri diurus orang lain. Minta admin layanan lain atau kepala dinas.',
      en: 'Your own roles are handled by someone else. Ask another service admin or the head of office.',
    },
  },
  'officer-unknown': {
    status: 404,
    text: {
      id: 'Petugas ini tidak ada di daerah ini. Buka daftar petugas, lalu pilih lagi.',
      en: 'There is no such officer in this region. Open the list of officers and choose again.',
    },
  },
  'assignment-unknown': {
    status: 404,
    text: {
      id: 'Tugas ini tidak ada atau sudah berakhir. Muat ulang daftar petugas.',
      en: 'This role does not exist or has ended. Load the list of officers again.',
    },
  },
  'role-held': {
    status: 409,
    text: {
      id: 'Petugas ini sudah memegang peran itu di unit dan wilayah yang sama.',
      en: 'This officer holds that role in the same unit and place already.',
    },
  },
  'last-admin': {
    status: 409,
    text: {
      id: 'Ini admin layanan terakhir. Beri peran itu kepada orang lain dulu, baru akhiri yang ini.',
      en: 'This is the last service admin. Give the role to someone else first, then end this one.',
    },
  },
  'request-unknown': {
    status: 404,
    text: {
      id: 'Permintaan ini tidak ada atau sudah diputus. Muat ulang daftarnya.',
      en: 'This request does not exist or is decided. Load the list again.',
    },
  },
  'request-own': {
    status: 403,
    text: {
      id: 'Permintaan ini dari Anda atau tentang Anda. Orang lain yang memutuskannya.',
      en: 'This request is yours or about you. Someone else decides it.',
    },
  },
  'request-waiting': {
    status: 409,
    text: {
      id: 'Permintaan yang sama sudah menunggu keputusan. Minta admin layanan lain atau kepala dinas membukanya.',
      en: 'The same request waits for a decision already. Ask another service admin or the head to open it.',
    },
  },
  'account-elsewhere': {
    status: 409,
    text: {
      id: 'Petugas ini juga bertugas di daerah lain. Kuncinya hanya dapat diatur ulang oleh pengelola server.',
      en: 'This officer also works in another region. Only whoever runs the server can reset the keys.',
    },
  },
  'invitation-unknown': {
    status: 404,
    text: {
      id: 'Tautan undangan ini tidak dikenal. Salin seluruh tautannya, atau minta yang baru kepada admin layanan.',
      en: 'This invitation is not known. Copy the whole link, or ask the service admin for a new one.',
    },
  },
  'invitation-over': {
    status: 410,
    text: {
      id: 'Tautan undangan ini sudah dipakai atau lewat waktunya. Masuk bila akunnya sudah jadi, atau minta undangan baru.',
      en: 'This invitation is used or has run out. Sign in if the account is ready, or ask for a new invitation.',
    },
  },
  'account-known': {
    status: 409,
    text: {
      id: 'Alamat ini sudah punya akun. Masuk dulu dengan akun itu, lalu buka tautan ini lagi.',
      en: 'This address has an account. Sign in with it first, then open this link again.',
    },
  },
  'factor-first': {
    status: 409,
    text: {
      id: 'Pasang langkah kedua dulu: aplikasi autentikator atau kunci sandi.',
      en: 'Set up the second step first: an authenticator app or a passkey.',
    },
  },
  'passwords-differ': {
    status: 422,
    text: {
      id: 'Kedua kata sandi tidak sama. Tulis yang sama dua kali.',
      en: 'The two passwords differ. Write the same one twice.',
    },
  },
  'officer-reason': {
    status: 422,
    text: {
      id: 'Tulis alasannya, misalnya: ponsel hilang, sudah dilaporkan lisan.',
      en: 'Write the reason, for example: phone lost, reported in person.',
    },
  },
} as const satisfies RefusalList
