// What people read when the database cannot answer. Must stay true: says what to do next, names no cause only an
// administrator understands; the details stand in the log.
export const refusals = {
  'idempotency-key-reused': {
    status: 409,
    text: {
      id: 'Formulir ini sudah terkirim dengan isi yang berbeda. Muat ulang halaman, periksa isian Anda, lalu kirim lagi.',
      en: 'This form was already sent with different content. Reload the page, check your answers, then send again.',
    },
  },
  'database-lost': {
    status: 503,
    text: {
      id: 'Layanan sedang tidak tersambung ke basis data. Data yang sudah terkirim tetap aman. Coba lagi dalam satu menit.',
      en: 'The service has lost its database for the moment. What was already sent is safe. Try again in a minute.',
    },
  },
  'database-busy': {
    status: 503,
    text: {
      id: 'Layanan sedang sangat ramai. Coba lagi dalam satu menit; isian Anda tidak terkirim dua kali.',
      en: 'The service is very busy. Try again in a minute; your form is not sent twice.',
    },
  },
  'database-slow': {
    status: 503,
    text: {
      id: 'Permintaan ini terlalu lama dan dihentikan. Persempit pencarian atau coba lagi beberapa saat lagi.',
      en: 'This request took too long and was stopped. Narrow the search or try again in a little while.',
    },
  },
  'database-full': {
    status: 507,
    text: {
      id: 'Ruang penyimpanan server penuh, jadi data tidak tersimpan. Hubungi pengelola sistem daerah Anda.',
      en: 'The server has no storage space left, so nothing was saved. Contact the system manager of your region.',
    },
  },
  'data-folder-in-use': {
    status: 409,
    text: {
      id: 'Folder data ini sedang dipakai proses lain. Hentikan proses itu dahulu, atau pilih folder lain lewat PUJA_DATA.',
      en: 'Another process is using this data folder. Stop that process first, or choose another folder with PUJA_DATA.',
    },
  },
} as const
