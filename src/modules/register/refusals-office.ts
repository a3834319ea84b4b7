// Sentences of the officers' pages of the register.
export const officeRefusals = {
  'register-purpose-missing': {
    status: 422,
    text: {
      id: 'Belum dipilih untuk apa data dibuka. Pilih satu tujuan; warga dapat membacanya.',
      en: 'No purpose was chosen. Choose one; the citizen can read it.',
    },
  },
  'register-search-empty': {
    status: 422,
    text: {
      id: 'Belum ada yang dicari. Tulis nama, NIK, nomor KK, atau tanggal lahir.',
      en: 'Nothing to search for yet. Write a name, a NIK, a family card number or a birth date.',
    },
  },
  'register-search-short': {
    status: 422,
    text: {
      id: 'Nama ini terlalu pendek untuk dicari. Tulis sedikitnya 3 huruf.',
      en: 'This name is too short to search for. Write at least 3 letters.',
    },
  },
  'register-search-long': {
    status: 422,
    text: {
      id: 'Nama paling panjang 60 tanda. Pendekkan, atau tulis kata yang paling khas saja.',
      en: 'A name has 60 signs at most. Make it shorter, or write only its rarest word.',
    },
  },
  'register-reason-missing': {
    status: 422,
    text: {
      id: 'Alasan belum ditulis. Tulis satu kalimat pendek mengapa nomor ini perlu dibuka.',
      en: 'There is no reason yet. Write one short sentence why this number must be opened.',
    },
  },
  'register-reason-number': {
    status: 422,
    text: {
      id: 'Alasan tidak boleh memuat NIK atau nomor KK. Hapus nomornya; siapa orangnya sudah tercatat.',
      en: 'A reason must not hold a NIK or family card number. Take it out; who it is about is noted anyway.',
    },
  },
  'duplicate-verdict-missing': {
    status: 422,
    text: {
      id: 'Belum dipilih. Pilih sama, berbeda, atau belum yakin, lalu tulis alasannya.',
      en: 'Nothing is chosen yet. Choose same, different or not sure, and write the reason.',
    },
  },
  'duplicate-keep-missing': {
    status: 422,
    text: {
      id: 'Pilih dulu data mana yang tetap dipakai. Yang lain menunjuk ke data itu.',
      en: 'Choose which entry stays in use. The other will point to it.',
    },
  },
  'duplicate-four-eyes': {
    status: 403,
    text: {
      id: 'Anda yang menyatakan keduanya sama, jadi petugas lain yang menggabungkannya. Keputusan Anda sudah tersimpan.',
      en: 'You found them to be the same, so another officer joins them. Your decision is kept.',
    },
  },
  'duplicate-own': {
    status: 403,
    text: {
      id: 'Ini data Anda sendiri atau keluarga satu kartu. Petugas lain yang memutuskan.',
      en: 'This is your own entry or one on your family card. Another officer decides.',
    },
  },
} as const
