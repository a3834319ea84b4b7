// What people read when something is already in the register or already under way; collected with the other refusals.
export const refusals = {
  'same-person-sure': {
    status: 409,
    text: {
      id: 'Orang ini tampaknya sudah terdaftar, jadi nomornya belum diberikan. Petugas data atau verifikator membandingkan keduanya di “Data ganda”. Sesudah itu sahkan lagi, atau tolak permohonannya.',
      en: 'This person seems to be registered already, so no number is given yet. A data officer or verifier compares the two in “Duplicates”. Then approve again, or reject the application.',
    },
  },
  'same-person-undecided': {
    status: 409,
    text: {
      id: 'Ada {count} orang yang mirip, jadi nomor belum diberikan. Petugas data atau verifikator membandingkannya di “Data ganda” dan memutuskan. Sesudah itu sahkan lagi.',
      en: 'There are {count} similar persons, so no number is given yet. A data officer or verifier compares them in “Duplicates” and decides. Then approve again.',
    },
  },
  'same-birth': {
    status: 409,
    text: {
      id: 'Ibu ini sudah tercatat melahirkan pada {birthId}. Kalau kembar, tandai kelahiran kembar. Kalau tidak, periksa tanggalnya.',
      en: 'A birth of this mother on {birthEn} is already recorded. For twins, mark a multiple birth. Otherwise check the date.',
    },
  },
  'same-birth-order': {
    status: 409,
    text: {
      id: 'Anak ke-{order} dari kelahiran kembar {birthId} sudah tercatat. Pilih urutan lahir yang lain.',
      en: 'Child {order} of the multiple birth of {birthEn} is already recorded. Choose another birth order.',
    },
  },
  'same-death': {
    status: 409,
    text: {
      id: 'Kematian orang ini sudah tercatat, pada {diedId}. Untuk akta yang hilang, ajukan penerbitan kembali.',
      en: 'This death is already recorded, on {diedEn}. For a lost deed, apply for a new extract.',
    },
  },
  'same-application': {
    status: 409,
    text: {
      id: 'Permohonan ini sudah ada, diajukan {submittedId}. Buka {caseNumber}.',
      en: 'This application exists since {submittedEn}. Open {caseNumber}.',
    },
  },
} as const
