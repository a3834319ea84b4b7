// Sentences of moving letters on paper.
export const paperRefusals = {
  'paper-letter-number': {
    status: 422,
    text: {
      id: 'Nomor surat belum benar. Salin persis seperti tercetak: huruf, angka, titik, garis miring.',
      en: 'The number of the letter is not right. Copy it as printed: letters, digits, full stops, slashes.',
    },
  },
  'paper-letter-village': {
    status: 422,
    text: {
      id: 'Cari lalu pilih desa asal di luar daerah ini. Pindah di dalam daerah punya layanan sendiri.',
      en: 'Search and choose the village of origin outside this region. Moves inside it have services of their own.',
    },
  },
  'paper-letter-platform': {
    status: 409,
    text: {
      id: 'Daerah asal itu sudah memakai Puja Indah: datanya datang sendiri. Ajukan pindah datang dengan nomor suratnya.',
      en: 'That region is on Puja Indah: its data come by themselves. Apply to arrive with the number of the letter.',
    },
  },
  'paper-letter-nobody': {
    status: 422,
    text: { id: 'Isi paling sedikit satu orang dari surat itu.', en: 'Write at least one person of the letter.' },
  },
  'paper-letter-head': {
    status: 422,
    text: {
      id: 'Hanya satu orang dapat menjadi kepala keluarga. Periksa hubungannya.',
      en: 'Only one person can be the head of the family. Look at the relations again.',
    },
  },
  'paper-letter-twice': {
    status: 422,
    text: {
      id: 'NIK yang sama ditulis dua kali. Periksa suratnya.',
      en: 'The same NIK stands twice. Look at the letter.',
    },
  },
  'paper-letter-person': {
    status: 422,
    text: { id: 'Belum diisi. Salin dari surat.', en: 'Not filled in yet. Copy it from the letter.' },
  },
  'paper-letter-date': {
    status: 422,
    text: {
      id: 'Tanggal ini tidak ada atau di masa depan. Periksa hari, bulan, dan tahunnya.',
      en: 'There is no such date, or it lies ahead. Look at day, month and year.',
    },
  },
} as const
