// Sentences of the documents module: what is wrong, then what to do.
export const refusals = {
  'signer-unavailable': {
    status: 503,
    text: {
      id: 'Layanan tanda tangan elektronik belum menjawab. Berkas aman dan ditunda; begitu layanan kembali, ditandatangani dengan sendirinya.',
      en: 'The signing service does not answer yet. The files are safe and on hold; they are signed by themselves once it is back.',
    },
  },
  'signer-answer': {
    status: 502,
    text: {
      id: 'Berkas yang kembali dari layanan tanda tangan tidak utuh ({fault}), jadi tidak ada yang terbit. Tanda tangani lagi; bila terulang, hubungi {provider}.',
      en: 'The file that came back from the signing service is not sound ({fault}), so nothing was issued. Sign again; if it repeats, contact {provider}.',
    },
  },
  'document-unknown': {
    status: 404,
    text: {
      id: 'Dokumen ini tidak ada di wilayah ini. Periksa lagi alamat atau kodenya.',
      en: 'This document is not in this region. Check the address or the code again.',
    },
  },
  'document-none-valid': {
    status: 409,
    text: {
      id: 'Tidak ada dokumen jenis ini yang masih berlaku. Terbitkan dulu yang baru.',
      en: 'No document of this kind is valid. Issue a new one first.',
    },
  },
  'document-not-valid': {
    status: 409,
    text: {
      id: 'Dokumen ini tidak berlaku lagi, jadi tidak bisa diunduh. Minta yang baru, tanpa biaya.',
      en: 'This document is no longer valid, so it cannot be downloaded. Ask for a new one, free of charge.',
    },
  },
  'document-no-term': {
    status: 409,
    text: {
      id: 'Dokumen jenis ini tidak punya masa berlaku, jadi tidak perlu diperpanjang.',
      en: 'This kind of document has no term, so it need not be extended.',
    },
  },
  'document-term-shorter': {
    status: 409,
    text: {
      id: 'Tanggal baru tidak lebih lama dari masa berlaku sekarang ({untilId}). Tulis tanggal setelahnya.',
      en: 'The new date is not later than the present term ({untilEn}). Write a later date.',
    },
  },
  'document-kind-unknown': {
    status: 422,
    text: {
      id: 'Jenis dokumen “{kind}” tidak punya templat. Pakai jenis dari daftar templat.',
      en: 'The kind "{kind}" has no template. Use a kind from the list of templates.',
    },
  },
  'document-data-missing': {
    status: 422,
    text: {
      id: 'Dokumen {kind} perlu “{name}”, dan isinya belum ada. Lengkapi datanya di layanan ini.',
      en: 'The document {kindEn} needs "{nameEn}", which is not supplied. Add it to the data of this service.',
    },
  },
  'document-value-missing': {
    status: 409,
    text: {
      id: '{kind} belum dapat dibuat: “{name}” masih kosong. Kembalikan ke verifikasi supaya datanya dilengkapi.',
      en: '{kindEn} cannot be made yet: “{nameEn}” is empty. Send it back to verification to be completed.',
    },
  },
  'document-data-unknown': {
    status: 422,
    text: {
      id: 'Dokumen {kind} tidak mengenal “{name}”. Hapus, atau pakai nama dari templatnya.',
      en: 'The document {kindEn} does not know "{nameEn}". Remove it, or use a name from the template.',
    },
  },
  'document-data-shape': {
    status: 422,
    text: {
      id: 'Isi “{name}” tidak sesuai dengan dokumen {kind}. Periksa bentuknya: tanggal, kode, angka, atau daftar.',
      en: 'The value of "{nameEn}" does not fit the document {kindEn}. Check its shape: date, code, number or list.',
    },
  },
  'document-data-too-many': {
    status: 422,
    text: {
      id: '“{name}” berisi lebih banyak baris daripada yang muat di dokumen {kind}. Bagi menjadi dua dokumen.',
      en: '"{nameEn}" has more rows than the document {kindEn} can hold. Split it over two documents.',
    },
  },
  'document-unprintable': {
    status: 422,
    text: {
      id: 'Huruf {letters} di “{name}” tidak ada di huruf dokumen. Tulis dengan huruf Latin seperti di paspor.',
      en: 'The letters {letters} in "{nameEn}" cannot be printed. Write them in Latin letters, as in the passport.',
    },
  },
  'document-template-unknown-field': {
    status: 422,
    text: {
      id: 'Templat {kind} memakai “{name}” yang tidak ada di daftar isiannya. Tambahkan isian itu atau perbaiki namanya.',
      en: 'The template {kind} uses "{name}", which is not among its fields. Add the field or correct the name.',
    },
  },
  'document-template-unused-field': {
    status: 422,
    text: {
      id: 'Isian “{name}” di templat {kind} tidak pernah dicetak. Cetak atau hapus isian itu.',
      en: 'The field "{name}" of the template {kind} is never printed. Print it or remove it.',
    },
  },
  'document-template-format': {
    status: 422,
    text: {
      id: 'Format “{name}” di templat {kind} tidak cocok dengan jenis isiannya. Pilih format lain.',
      en: 'The format "{name}" of the template {kind} does not fit the type of its field. Choose another one.',
    },
  },
  'document-template-unguarded': {
    status: 422,
    text: {
      id: 'Isian “{name}” di templat {kind} boleh kosong, tetapi kalimatnya selalu dicetak. Beri syarat “given”.',
      en: 'The field "{name}" of the template {kind} may be empty, but its sentence is always printed. Guard it with "given".',
    },
  },
  'document-template-list': {
    status: 422,
    text: {
      id: 'Templat {kind} memakai daftar kode “{name}” yang tidak ada, atau untuk isian yang bukan kode. Perbaiki namanya.',
      en: 'The template {kind} uses the code list "{name}", which does not exist or is not for a code. Correct the name.',
    },
  },
  'document-template-not-printable': {
    status: 422,
    text: {
      id: '“{name}” di templat {kind} adalah daftar dan tidak bisa dicetak dalam kalimat. Pakai tabel.',
      en: '"{name}" of the template {kind} is a list and cannot stand in a sentence. Use a table.',
    },
  },
  'document-compare-closed': {
    status: 409,
    text: {
      id: 'Dokumen ini sudah dicabut, jadi isinya tidak dicocokkan lagi. Jangan terima kertasnya.',
      en: 'This document was revoked, so its content is no longer compared. Do not accept the paper.',
    },
  },
  'document-compare-two': {
    status: 422,
    text: {
      id: 'Tulis dua hal yang tercetak di kertas, misalnya NIK dan tanggal lahir.',
      en: 'Write two things that are printed on the paper, for example the NIK and the date of birth.',
    },
  },
  'document-compare-paused': {
    status: 429,
    text: {
      id: 'Sudah 10 kali dicocokkan dalam satu jam. Coba lagi {minutes} menit lagi, atau bawa kertasnya ke loket.',
      en: 'It was compared 10 times within an hour. Try again in {minutes} minutes, or bring the paper to the counter.',
    },
  },
  'document-link-one-channel': {
    status: 422,
    text: {
      id: 'Tautan dan PIN harus lewat dua saluran yang berbeda. Pilih saluran lain untuk PIN.',
      en: 'The link and the PIN must go by two different channels. Choose another one for the PIN.',
    },
  },
  'document-link-unknown': {
    status: 404,
    text: {
      id: 'Tautan unduhan ini tidak dikenal. Buka lagi dari pesan yang Anda terima.',
      en: 'This download link is not known. Open it again from the message you received.',
    },
  },
  'document-link-ended': {
    status: 410,
    text: {
      id: 'Tautan ini sudah habis masanya. Minta tautan baru, tanpa biaya.',
      en: 'This link has ended. Ask for a new one, free of charge.',
    },
  },
  'document-link-pin': {
    status: 422,
    text: {
      id: 'PIN tidak cocok. Lihat lagi pesan yang berisi PIN; masih ada {left} kesempatan.',
      en: 'The PIN does not match. Look at the message with the PIN again; {left} tries are left.',
    },
  },
  'document-link-locked': {
    status: 423,
    text: {
      id: 'PIN salah lima kali, tautan ini ditutup. Dokumen Anda aman; minta tautan baru, tanpa biaya.',
      en: 'Five wrong PINs, this link is closed. Your document is safe; ask for a new link, free of charge.',
    },
  },
  'card-no-stock': {
    status: 409,
    text: {
      id: 'Blangko {kind} di kantor ini habis. Catat blangko yang datang, atau tunda dengan alasan stok.',
      en: 'This office has no blank {kind} cards. Record the ones that arrive, or put the case on hold for stock.',
    },
  },
  'card-state': {
    status: 409,
    text: {
      id: 'Kartu ini sedang “{state}”, jadi langkah itu tidak berlaku. Muat ulang daftarnya.',
      en: 'This card is "{state}", so that step does not apply. Load the list again.',
    },
  },
  'card-unknown': {
    status: 404,
    text: { id: 'Kartu ini tidak ada. Muat ulang daftarnya.', en: 'This card does not exist. Load the list again.' },
  },
  'card-count': {
    status: 422,
    text: {
      id: 'Jumlah blangko harus bilangan bulat dari 1 sampai 100.000. Hitung lagi.',
      en: 'The number of blanks must be a whole number from 1 to 100,000. Count again.',
    },
  },
  'card-receiver': {
    status: 422,
    text: {
      id: 'Tulis nama lengkap penerima dan hubungannya dengan pemilik kartu.',
      en: 'Write the full name of the receiver and the relation to the holder.',
    },
  },
  'card-proof': {
    status: 422,
    text: {
      id: 'Lampirkan bukti serah terima: foto penerima dengan kartu, atau tanda terima yang ditandatangani.',
      en: 'Attach the proof of hand-over: a photo of the receiver with the card, or a signed slip.',
    },
  },
  'card-blank-number': {
    status: 422,
    text: {
      id: 'Nomor blangko diakhiri angka, misalnya KT0001234. Tulis seperti pada kartunya.',
      en: 'A blank number ends in digits, for example KT0001234. Write it as on the card.',
    },
  },
  'card-blank-unknown': {
    status: 422,
    text: {
      id: 'Blangko {blank} belum tercatat diterima di kantor ini. Periksa nomornya, atau catat kirimannya lebih dulu.',
      en: 'Blank {blank} was not recorded as received at this office. Check the number, or record its delivery first.',
    },
  },
  'card-blank-used': {
    status: 409,
    text: {
      id: 'Blangko {blank} sudah dipakai atau rusak. Tulis nomor blangko yang ada di printer.',
      en: 'Blank {blank} was used or spoiled. Write the number of the blank in the printer.',
    },
  },
  'card-blank-known': {
    status: 409,
    text: {
      id: 'Nomor itu sudah ada di kiriman lain. Periksa nomor blangko pertama dan jumlahnya.',
      en: 'These numbers are in another delivery already. Check the first number and the count.',
    },
  },
} as const
