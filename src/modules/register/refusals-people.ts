// Sentences about people: who they are, their parents, marriages, births and deaths.
export const peopleRefusals = {
  'register-person-missing': {
    status: 404,
    text: {
      id: 'Orang ini tidak ada di data penduduk kami. Periksa NIK dan namanya, atau pilih dari daftar.',
      en: 'This person is not in our register. Check the NIK and the name, or choose from the list.',
    },
  },
  'register-person-not-living': {
    status: 409,
    text: {
      id: '{name} tidak tercatat sebagai penduduk yang hidup di sini. Pilih orang lain.',
      en: '{name} is not recorded as a living resident here. Choose somebody else.',
    },
  },
  'register-person-deceased': {
    status: 409,
    text: {
      id: '{name} sudah tercatat meninggal. Bila keliru, ajukan pembatalan akta kematian.',
      en: '{name} is recorded as deceased. If that is wrong, apply to cancel the death deed.',
    },
  },
  'register-already-resident': {
    status: 409,
    text: {
      id: '{name} sudah tercatat sebagai penduduk di sini. Pindah datang tidak diperlukan.',
      en: '{name} is a resident here already. No arrival is needed.',
    },
  },
  'register-own-ancestor': {
    status: 409,
    text: {
      id: '{name} menjadi leluhur dirinya sendiri menurut data ini. Periksa ayah dan ibunya.',
      en: 'By these data {name} would be an ancestor of self. Check the father and the mother.',
    },
  },
  'register-mother-sex': {
    status: 409,
    text: {
      id: '{name} tercatat laki-laki, jadi tidak dapat dicatat sebagai ibu. Periksa orang yang dipilih.',
      en: '{name} is recorded as male and cannot be entered as mother. Check who was chosen.',
    },
  },
  'register-father-sex': {
    status: 409,
    text: {
      id: '{name} tercatat perempuan, jadi tidak dapat dicatat sebagai ayah. Periksa orang yang dipilih.',
      en: '{name} is recorded as female and cannot be entered as father. Check who was chosen.',
    },
  },
  'register-parent-too-young': {
    status: 409,
    text: {
      id: '{name} berumur {years} tahun saat kelahiran ini, terlalu muda untuk orang tua. Periksa kedua tanggal lahir.',
      en: '{name} was {years} at this birth, too young for a parent. Check both birth dates.',
    },
  },
  'register-parent-young': {
    status: 409,
    text: {
      id: '{name} berumur {years} tahun saat kelahiran ini. Pastikan dengan suratnya sebelum melanjutkan.',
      en: '{name} was {years} at this birth. Make sure with the papers before going on.',
    },
  },
  'register-mother-died-before': {
    status: 409,
    text: {
      id: '{name} tercatat meninggal {days} hari sebelum kelahiran ini. Periksa kedua tanggalnya.',
      en: '{name} is recorded as having died {days} days before this birth. Check both dates.',
    },
  },
  'register-posthumous-late': {
    status: 409,
    text: {
      id: '{name} meninggal {days} hari sebelum kelahiran ini, lebih dari 300 hari. Periksa asal-usul anaknya.',
      en: '{name} died {days} days before this birth, more than 300. Check the descent of the child.',
    },
  },
  'register-twin-to-check': {
    status: 409,
    text: {
      id: 'Entri {name} tidak mencatat kelahiran kembar. Pastikan keduanya memang lahir bersama.',
      en: 'The entry of {name} does not say that it was a multiple birth. Make sure the two were born together.',
    },
  },
  'register-already-married': {
    status: 409,
    text: {
      id: '{name} masih terikat perkawinan yang tercatat. Diperlukan akta cerai, akta kematian, atau izin pengadilan.',
      en: '{name} is in a recorded marriage. A divorce deed, a death deed or a court permit is needed.',
    },
  },
  'register-marriage-too-young': {
    status: 409,
    text: {
      id: '{name} berumur {years} tahun, di bawah 19. Diperlukan dispensasi pengadilan.',
      en: '{name} is {years}, under 19. A dispensation of the court is needed.',
    },
  },
  'register-marriage-of-kin': {
    status: 409,
    text: {
      id: 'Keduanya bersaudara kandung atau satu garis keturunan dengan {name}. Perkawinan ini tidak dapat dicatat.',
      en: 'The two are siblings or of one line of descent with {name}. This marriage cannot be recorded.',
    },
  },
  'register-event-after-death': {
    status: 409,
    text: {
      id: '{name} sudah meninggal sebelum peristiwa ini. Periksa tanggalnya.',
      en: '{name} had died before this event. Check the date.',
    },
  },
  'register-event-before-birth': {
    status: 409,
    text: {
      id: '{name} belum lahir pada tanggal peristiwa ini. Periksa tanggalnya.',
      en: '{name} was not born yet on the date of this event. Check the date.',
    },
  },
  'register-very-old': {
    status: 409,
    text: {
      id: 'Menurut data ini {name} berumur lebih dari 130 tahun. Periksa tanggal lahirnya.',
      en: 'By these data {name} lived more than 130 years. Check the birth date.',
    },
  },
  'register-stay-over': {
    status: 422,
    text: {
      id: 'Masa tinggal sementara ini sudah lewat. Tulis tanggal berakhir yang masih akan datang.',
      en: 'This temporary stay is already over. Write an end that is still to come.',
    },
  },
  'duplicate-decided': {
    status: 409,
    text: {
      id: 'Pasangan ini sudah diputuskan. Batalkan dulu keputusan yang lama.',
      en: 'This pair is decided already. Take the old decision back first.',
    },
  },
  'duplicate-not-decided': {
    status: 404,
    text: {
      id: 'Keputusan ini tidak ada atau sudah dibatalkan. Muat ulang halamannya.',
      en: 'This decision does not exist or was taken back. Load the page again.',
    },
  },
  'duplicate-reason-missing': {
    status: 422,
    text: {
      id: 'Tulis alasannya, supaya petugas lain mengerti keputusan ini.',
      en: 'Write the reason, so that other officers understand this decision.',
    },
  },
  'duplicate-same-entry': {
    status: 422,
    text: {
      id: 'Kedua entri adalah entri yang sama. Pilih dua entri yang berbeda.',
      en: 'Both are the same entry. Choose two different ones.',
    },
  },
  'duplicate-gone': {
    status: 409,
    text: {
      id: 'Salah satu entri tidak ada lagi atau sudah digabung. Muat ulang halamannya.',
      en: 'One of the entries is gone or merged already. Load the page again.',
    },
  },
} as const
