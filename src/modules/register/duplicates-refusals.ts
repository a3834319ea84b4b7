// What people read when something is already in the register or already under way; collected with the other refusals.
export const refusals = {
  'same-person-sure': {
    status: 409,
    text: {
      id: 'Orang ini tampaknya sudah terdaftar. Permohonan aman dan menunggu keputusan petugas, Anda tidak perlu apa-apa.',
      en: 'This person seems to be registered already. The application is safe and waits for an officer; nothing for you to do.',
    },
  },
  'same-person-undecided': {
    status: 409,
    text: {
      id: 'Ada {count} orang yang mirip. Bandingkan dulu, lalu pilih sama atau berbeda dengan alasannya.',
      en: 'There are {count} similar persons. Compare first, then choose same or different with the reason.',
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
