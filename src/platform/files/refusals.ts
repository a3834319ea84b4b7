// What people read when a file cannot be kept.
export const refusals = {
  'files-full': {
    status: 507,
    text: {
      id: 'Ruang penyimpanan berkas penuh, jadi berkas ini belum tersimpan. Isian Anda tetap ada. Hubungi pengelola sistem daerah Anda.',
      en: 'File storage is full, so this file was not saved. Your answers are kept. Contact the system manager of your region.',
    },
  },
  'files-lost': {
    status: 503,
    text: {
      id: 'Penyimpanan berkas sedang tidak dapat dihubungi. Coba unggah lagi dalam beberapa menit.',
      en: 'File storage cannot be reached just now. Try the upload again in a few minutes.',
    },
  },
} as const
