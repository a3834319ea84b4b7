// Sentences about family cards: heads, members, addresses, who moves and who stays.
export const cardRefusals = {
  'register-family-missing': {
    status: 404,
    text: {
      id: 'Kartu Keluarga ini tidak ada di data kami. Periksa nomornya, atau pilih orang yang tercantum di dalamnya.',
      en: 'This family card is not in our register. Check its number, or choose a person who is on it.',
    },
  },
  'register-without-card': {
    status: 409,
    text: {
      id: '{name} belum masuk Kartu Keluarga mana pun. Pilih kartu yang diikuti, atau buat kartu baru.',
      en: '{name} is on no family card yet. Choose a card to join, or make a new one.',
    },
  },
  'register-on-two-cards': {
    status: 409,
    text: {
      id: '{name} tercantum di dua Kartu Keluarga. Keluarkan dulu dari salah satunya.',
      en: '{name} is on two family cards. Remove the name from one of them first.',
    },
  },
  'register-on-another-card': {
    status: 409,
    text: {
      id: '{name} masih tercantum di Kartu Keluarga lain. Ajukan pindah KK untuk orang ini.',
      en: '{name} is still on another family card. Apply for joining this card instead.',
    },
  },
  'register-card-with-absent': {
    status: 409,
    text: {
      id: '{name} tidak lagi tinggal di sini ({status}), jadi tidak boleh tetap di KK. Keluarkan dulu dari kartu.',
      en: '{name} no longer lives here ({status}) and may not stay on the card. Remove the name first.',
    },
  },
  'register-card-empty': {
    status: 409,
    text: {
      id: 'KK {kk} tidak punya anggota lagi ({count}). Kartu ini ditutup, bukan dilanjutkan.',
      en: 'Card {kk} has no members left ({count}). It is closed, not continued.',
    },
  },
  'register-card-not-empty': {
    status: 409,
    text: {
      id: 'Masih ada {count} orang di KK ini. Pindahkan mereka dulu, lalu tutup kartunya.',
      en: 'There are still {count} people on this card. Move them first, then close it.',
    },
  },
  'register-card-retired': {
    status: 409,
    text: {
      id: 'Kartu Keluarga ini sudah ditutup. Pilih kartu yang masih berlaku.',
      en: 'This family card is closed. Choose one that is active.',
    },
  },
  'register-card-without-head': {
    status: 409,
    text: {
      id: 'KK {kk} belum punya kepala keluarga untuk {count} anggotanya. Pilih kepala keluarga yang baru.',
      en: 'Card {kk} has no head for its {count} members. Choose the new head of the family.',
    },
  },
  'register-card-of-minors': {
    status: 409,
    text: {
      id: 'Di KK {kk} hanya tersisa {count} anak. Pilih wali sebagai kepala keluarga, atau kartu lain yang mereka ikuti.',
      en: 'Only {count} children are left on card {kk}. Choose a guardian as head, or another card they join.',
    },
  },
  'register-one-head': {
    status: 409,
    text: {
      id: 'KK {kk} dengan {count} anggota harus punya tepat satu kepala keluarga. Periksa hubungan keluarganya.',
      en: 'Card {kk} with {count} members needs exactly one head. Check the relations on it.',
    },
  },
  'register-second-head': {
    status: 409,
    text: {
      id: 'KK ini sudah punya kepala keluarga. Pilih hubungan keluarga yang lain.',
      en: 'This card has a head already. Choose another relation.',
    },
  },
  'register-head-too-young': {
    status: 409,
    text: {
      id: '{name} belum 17 tahun dan belum pernah kawin, jadi belum dapat menjadi kepala keluarga. Pilih orang dewasa atau wali.',
      en: '{name} is under 17 and was never married, so cannot head a family. Choose an adult or a guardian.',
    },
  },
  'register-address-missing': {
    status: 422,
    text: {
      id: 'Alamatnya belum lengkap. Pilih desa dan tulis jalan serta RT.',
      en: 'The address is not complete. Choose the village and write street and RT.',
    },
  },
  'register-address-outside': {
    status: 422,
    text: {
      id: 'Desa {village} ada di luar daerah ini. Untuk pindah ke luar, pilih layanan pindah keluar.',
      en: 'The village {village} lies outside this region. To move away, choose the service for moving out.',
    },
  },
  'register-address-by-card': {
    status: 409,
    text: {
      id: 'Alamat mengikuti Kartu Keluarga, jadi {name} tidak dapat pindah alamat sendiri. Ajukan pindah dengan kartu baru.',
      en: 'The address belongs to the card, so {name} cannot change it alone. Apply for a move with a new card.',
    },
  },
  'register-nobody-moves': {
    status: 422,
    text: {
      id: 'Belum ada yang dipilih untuk pindah. Tandai siapa saja yang pindah.',
      en: 'Nobody was chosen to move. Mark everyone who moves.',
    },
  },
  'register-mover-not-on-card': {
    status: 422,
    text: {
      id: '{name} tidak tercantum di KK ini. Pilih hanya anggota kartu ini.',
      en: '{name} is not on this card. Choose only members of this card.',
    },
  },
  'register-minors-left-alone': {
    status: 409,
    text: {
      id: 'Yang tinggal {count} anak tanpa orang dewasa. Pilih wali, atau kartu lain yang mereka ikuti.',
      en: 'The {count} who stay are children without an adult. Choose a guardian, or another card they join.',
    },
  },
  'register-movers-cannot-head': {
    status: 409,
    text: {
      id: 'Yang pindah {count} anak tanpa orang dewasa. Pilih kartu yang mereka ikuti di tempat baru.',
      en: 'The {count} who move are children without an adult. Choose the card they join at the new place.',
    },
  },
  'register-same-card': {
    status: 422,
    text: {
      id: 'Kartu tujuan sama dengan kartu sekarang. Pilih kartu yang lain.',
      en: 'The card to join is the one they are on. Choose another card.',
    },
  },
} as const
