// Sentences about the case itself: answers, deeds, numbers, the two steps of signing, undoing, moving letters.
export const caseRefusals = {
  'register-answer-missing': {
    status: 422,
    text: {
      id: 'Satu isian yang diperlukan belum ada. Kembali ke formulir dan lengkapi isian itu.',
      en: 'An answer that is needed is not there yet. Go back to the form and fill it in.',
    },
  },
  'register-condition-open': {
    status: 422,
    text: {
      id: 'Satu pertanyaan masih terbuka, jadi langkah ini belum dapat ditentukan. Lengkapi formulirnya dulu.',
      en: 'A question is still open, so this step cannot be decided yet. Complete the form first.',
    },
  },
  'register-code-unknown': {
    status: 422,
    text: {
      id: 'Isian ini tidak ada dalam daftar pilihan. Pilih salah satu dari daftar.',
      en: 'This answer is not in its list. Choose one from the list.',
    },
  },
  'register-field-unknown': {
    status: 422,
    text: {
      id: 'Elemen “{field}” tidak disimpan di data penduduk. Minta admin layanan memeriksa definisi layanan ini.',
      en: 'The register keeps no element “{field}”. Ask the service admin to check this definition.',
    },
  },
  'register-element-by-hand': {
    status: 409,
    text: {
      id: 'Perubahan “{element}” tidak dapat dicatat otomatis. Petugas mengerjakannya dengan tangan.',
      en: 'The change of “{element}” cannot be recorded by itself. An officer does it by hand.',
    },
  },
  'register-no-corrections': {
    status: 422,
    text: {
      id: 'Belum ada perubahan yang ditulis. Tulis bagian yang salah, isi lama, dan isi baru.',
      en: 'No change has been written yet. Write what is wrong, the old text and the new one.',
    },
  },
  'register-text-too-long': {
    status: 422,
    text: {
      id: 'Isian ini paling panjang {max} tanda. Pendekkan isiannya.',
      en: 'This answer may have {max} signs at most. Make it shorter.',
    },
  },
  'register-date-unreal': {
    status: 422,
    text: {
      id: 'Tanggal ini tidak ada di kalender. Periksa lagi suratnya.',
      en: 'No calendar has this date. Look at the letter again.',
    },
  },
  'register-date-future': {
    status: 422,
    text: {
      id: 'Tanggal ini belum tiba. Tulis tanggal peristiwanya, paling lambat hari ini.',
      en: 'This date has not come yet. Write the date of the event, today at the latest.',
    },
  },
  'register-village-unknown': {
    status: 422,
    text: {
      id: 'Kode desa ini tidak dikenal. Cari desanya dengan nama, lalu pilih.',
      en: 'This village code is not known. Search for the village by name and choose it.',
    },
  },
  'register-nothing-to-issue': {
    status: 422,
    text: {
      id: 'Dokumen ini belum dapat diterbitkan karena pemegangnya tidak ada di data kami. Periksa orang yang dipilih.',
      en: 'This document cannot be issued because its holder is not in our register. Check who was chosen.',
    },
  },
  'register-deed-missing': {
    status: 404,
    text: {
      id: 'Akta ini tidak ada di buku kami. Periksa nomornya, atau hubungi dinas yang menerbitkannya.',
      en: 'This deed is not in our books. Check its number, or ask the department that issued it.',
    },
  },
  'register-deed-cancelled': {
    status: 409,
    text: {
      id: 'Akta {number} sudah dibatalkan, jadi tidak dapat dibetulkan.',
      en: 'The deed {number} was cancelled, so it cannot be corrected.',
    },
  },
  'register-deed-without-party': {
    status: 422,
    text: {
      id: 'Akta ini belum menyebut seorang pun. Pilih dulu orangnya.',
      en: 'This deed names nobody yet. Choose the person first.',
    },
  },
  'register-deed-number-used': {
    status: 409,
    text: {
      id: 'Nomor {number} sudah dipakai di buku akta yang sama. Siapkan lagi permohonan ini untuk nomor baru.',
      en: 'The number {number} is already used in the same register. Prepare this case again for a new number.',
    },
  },
  'register-deed-of-another': {
    status: 409,
    text: {
      id: 'Akta nomor {number} bukan akta orang ini. Periksa lagi nomor dan jenis aktanya.',
      en: 'The deed with the number {number} is not a deed of this person. Check its number and its kind again.',
    },
  },
  'register-divorce-not-found': {
    status: 404,
    text: {
      id: 'Perceraian yang dibatalkan tidak ada di buku kami. Catat dulu perceraiannya dari surat yang lama.',
      en: 'The divorce that was annulled is not in our books. Record it from the old paper first.',
    },
  },
  'register-marriage-not-found': {
    status: 409,
    text: {
      id: 'Perkawinan yang berakhir ini tidak ada di buku kami. Perceraian tetap dicatat.',
      en: 'The marriage that ended is not in our books. The divorce is recorded all the same.',
    },
  },
  'register-no-marriage-to-reopen': {
    status: 409,
    text: {
      id: 'Perkawinan yang berlanjut ini tidak ada di buku kami. Pembatalan perceraian tetap dicatat.',
      en: 'The marriage that goes on is not in our books. The annulment of the divorce is recorded all the same.',
    },
  },
  'register-second-birth-deed': {
    status: 409,
    text: {
      id: '{name} sudah punya akta kelahiran. Untuk akta yang hilang, ajukan penerbitan kembali.',
      en: '{name} has a birth deed already. For a lost deed, apply for a new extract.',
    },
  },
  'register-second-death-deed': {
    status: 409,
    text: {
      id: '{name} sudah punya akta kematian. Untuk akta yang hilang, ajukan penerbitan kembali.',
      en: '{name} has a death deed already. For a lost deed, apply for a new extract.',
    },
  },
  'register-serials-used-up': {
    status: 409,
    text: {
      id: 'Nomor urut untuk tanggal dan tempat ini sudah habis. Berkas aman, kepala bidang menentukan langkahnya.',
      en: 'The serials for this date and place are used up. The file is safe; the section head decides.',
    },
  },
  'register-not-prepared': {
    status: 409,
    text: {
      id: 'Berkas ini belum disiapkan untuk ditandatangani. Buka lagi dari verifikasi.',
      en: 'This file is not prepared for signing. Open it again from verification.',
    },
  },
  'register-already-committed': {
    status: 409,
    text: {
      id: 'Berkas ini sudah selesai dicatat. Perubahan berikutnya memerlukan permohonan baru.',
      en: 'This file has been recorded already. Another change needs a new application.',
    },
  },
  'register-changed': {
    status: 409,
    text: {
      id: 'Data penduduk berubah sejak berkas disiapkan ({count} entri). Tidak ada yang dicatat, berkas kembali ke verifikasi.',
      en: 'The register changed since the file was prepared ({count} entries). Nothing was recorded; it returns to verification.',
    },
  },
  'register-past-case-missing': {
    status: 404,
    text: {
      id: 'Permohonan yang akan dibatalkan tidak ditemukan. Periksa nomornya.',
      en: 'The application to be undone was not found. Check its number.',
    },
  },
  'register-nothing-stored-to-undo': {
    status: 409,
    text: {
      id: 'Akta {number} berasal dari buku lama. Aktanya dibatalkan, akibatnya di data penduduk diperiksa petugas.',
      en: 'The deed {number} comes from an old book. It is cancelled; an officer checks what followed from it.',
    },
  },
  'register-later-cases': {
    status: 409,
    text: {
      id: 'Permohonan {case} dibuat setelahnya dan bertumpu padanya. Selesaikan yang itu lebih dulu.',
      en: 'Application {case} came later and builds on it. Settle that one first.',
    },
  },
  'register-changed-since': {
    status: 409,
    text: {
      id: 'Isian ini sudah berubah lagi sejak itu. Periksa riwayatnya, lalu betulkan dengan permohonan tersendiri.',
      en: 'This entry has changed again since. Look at its history and correct it with an application of its own.',
    },
  },
  'register-transfer-final': {
    status: 409,
    text: {
      id: 'Pindah datang dengan surat {letter} sudah selesai di kedua daerah. Ajukan pindah baru untuk kembali.',
      en: 'The move with letter {letter} is finished in both regions. Apply for a new move to go back.',
    },
  },
  'register-letter-not-fetched': {
    status: 409,
    text: {
      id: 'Data surat {letter} belum diambil dari daerah asal. Ambil dulu, jawabannya datang dalam beberapa saat.',
      en: 'The data of letter {letter} have not been fetched from the origin. Fetch them first; the answer comes soon.',
    },
  },
  'register-letter-used': {
    status: 409,
    text: {
      id: 'Surat {letter} sudah dipakai atau ditarik. Tanyakan ke daerah asal.',
      en: 'Letter {letter} was used or withdrawn already. Ask the region of origin.',
    },
  },
  'register-letter-claimed': {
    status: 409,
    text: {
      id: 'Daerah tujuan sedang memproses surat {letter}. Pembatalan diajukan di sana.',
      en: 'The destination is working on letter {letter}. Ask for the cancellation there.',
    },
  },
  'register-letter-unknown': {
    status: 404,
    text: {
      id: 'Daerah asal tidak mengenal surat {letter} untuk daerah ini. Periksa nomornya di surat.',
      en: 'The origin knows no letter {letter} for this region. Check the number on the letter.',
    },
  },
  'register-letter-unreadable': {
    status: 422,
    text: {
      id: 'Nomor surat pindah berbentuk SKPWNI/6309/05032026/0001. Untuk surat lama, petugas mencatatnya dari kertas.',
      en: 'A moving letter has a number like SKPWNI/6309/05032026/0001. Older letters are recorded from paper by an officer.',
    },
  },
  'register-letter-own': {
    status: 422,
    text: {
      id: 'Surat ini diterbitkan oleh kami sendiri. Untuk batal pindah, pilih layanan pembatalan surat pindah.',
      en: 'We issued this letter ourselves. To stay, choose the service that cancels a moving letter.',
    },
  },
  'register-letter-known': {
    status: 409,
    text: {
      id: 'Surat {letter} sudah tercatat. Buka permohonan yang memakainya.',
      en: 'Letter {letter} is recorded already. Open the application that uses it.',
    },
  },
} as const
