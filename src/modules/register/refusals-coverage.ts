// Sentences about coverage figures.
export const coverageRefusals = {
  'coverage-no-snapshot': {
    status: 404,
    text: {
      id: 'Belum ada potret data untuk hari itu. Pilih hari lain dari daftar.',
      en: 'There is no snapshot of that day. Choose another day from the list.',
    },
  },
  'coverage-mixed-snapshots': {
    status: 409,
    text: {
      id: 'Pembilang dan penyebut berasal dari hari yang berbeda. Pakai satu potret data untuk keduanya.',
      en: 'Numerator and denominator come from different days. Use one snapshot for both.',
    },
  },
  'coverage-over-hundred': {
    status: 409,
    text: {
      id: 'Pembilang lebih besar dari penyebut, jadi angka ini tidak ditampilkan. Ambil ulang potret datanya.',
      en: 'The numerator is larger than the denominator, so no figure is shown. Take the snapshot again.',
    },
  },
  'coverage-reason-missing': {
    status: 422,
    text: {
      id: 'Keadaannya belum dipilih. Pilih satu dari daftar, lalu simpan.',
      en: 'No state was chosen. Choose one from the list, then save.',
    },
  },
  'coverage-person-outside': {
    status: 409,
    text: {
      id: 'Orang ini tidak ada dalam daftar ini: dokumennya sudah ada, atau ia tidak termasuk hitungan ini. Muat ulang daftarnya.',
      en: 'This person is not on this list: the document is there already, or they do not count here. Load the list again.',
    },
  },
  'coverage-person-elsewhere': {
    status: 409,
    text: {
      id: 'Orang ini tidak lagi tercatat di desa ini. Muat ulang daftarnya.',
      en: 'This person is no longer recorded in this village. Load the list again.',
    },
  },
} as const
