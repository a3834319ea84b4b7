// The sentences about NIK, family card number and name. Must stay true: what is wrong with this answer first, then what to write;
// nobody is blamed. Collected in refusals.ts.
import type { Text } from './text.ts'

/** A refusal of one answer. Status 422: the request was understood, this answer cannot be used. */
export const answer = (id: string, en: string): { readonly status: 422; readonly text: Text } => ({
  status: 422,
  text: { id, en },
})

export const identityRefusals = {
  'nik-missing': answer(
    'NIK belum ditulis. Lihat 16 angka di KTP atau KK.',
    'The NIK is missing. Look for the 16 digits on the KTP or KK.',
  ),
  'nik-rounded': answer(
    'NIK ini sudah dibulatkan oleh lembar kerja, angka terakhirnya hilang. Ubah kolomnya menjadi teks, lalu tulis lagi dari KTP.',
    'A spreadsheet has rounded this NIK and lost its last digits. Make the column text, then write it again from the KTP.',
  ),
  'nik-sign': answer(
    'NIK hanya berisi angka. Hapus “{sign}”, lalu periksa lagi 16 angkanya.',
    'A NIK has digits only. Remove “{sign}” and check the 16 digits.',
  ),
  'nik-one-missing': answer(
    'NIK terdiri dari 16 angka. Yang tertulis {count}, mungkin satu angka tertinggal.',
    'A NIK has 16 digits. You wrote {count}; one may be missing.',
  ),
  'nik-too-short': answer(
    'NIK terdiri dari 16 angka. Yang tertulis baru {count}. Lihat lagi KTP atau KK.',
    'A NIK has 16 digits. You wrote only {count}. Look at the KTP or KK again.',
  ),
  'nik-too-long': answer(
    'NIK terdiri dari 16 angka. Yang tertulis {count}, mungkin ada angka yang tertulis dua kali.',
    'A NIK has 16 digits. You wrote {count}; one may stand there twice.',
  ),
  'nik-province': answer(
    'Angka 1 dan 2 pada NIK adalah provinsi. Tidak ada provinsi {province}. Periksa lagi KTP atau KK.',
    'Digits 1 and 2 of a NIK are the province. There is no province {province}. Look at the KTP or KK again.',
  ),
  'nik-day': answer(
    'Angka 7 dan 8 pada NIK adalah tanggal lahir, untuk perempuan ditambah 40. {day} tidak mungkin. Periksa lagi KTP atau KK.',
    'Digits 7 and 8 of a NIK are the day of birth, plus 40 for a woman. {day} is not possible. Look at the KTP or KK again.',
  ),
  'nik-month': answer(
    'Angka 9 dan 10 pada NIK adalah bulan lahir, 01 sampai 12. Yang tertulis {month}. Periksa lagi KTP atau KK.',
    'Digits 9 and 10 of a NIK are the month of birth, 01 to 12. You wrote {month}. Look at the KTP or KK again.',
  ),
  'nik-date': answer(
    'NIK ini memuat tanggal {day} {monthId}, yang tidak ada di kalender. Periksa lagi angka 7 sampai 12.',
    'This NIK holds {day} {monthEn}, which no calendar has. Check digits 7 to 12.',
  ),
  'nik-serial': answer(
    'Empat angka terakhir NIK tidak pernah 0000. Periksa lagi KTP atau KK.',
    'The last four digits of a NIK are never 0000. Look at the KTP or KK again.',
  ),
  'nik-district-unknown': answer(
    'Kecamatan {district} pada NIK tidak ada lagi di daftar. NIK tetap berlaku, cocokkan dengan KTP.',
    'District {district} of this NIK is no longer on the list. The NIK stays valid; compare it with the KTP.',
  ),
  'nik-district-elsewhere': answer(
    'NIK ini pertama dibuat di daerah lain ({district}). NIK tetap berlaku, cocokkan dengan KTP.',
    'This NIK was first given in another region ({district}). It stays valid; compare it with the KTP.',
  ),
  'nik-sex-differs': answer(
    'Menurut NIK, ini {encodedId}. NIK tidak berubah, pastikan isian jenis kelamin.',
    'By its NIK this is {encodedEn}. A NIK never changes; make sure of the sex stated.',
  ),
  'nik-birth-date-differs': answer(
    'NIK memuat tanggal {encodedId}, isian menyebut {statedId}. Pastikan mana yang tertulis di akta.',
    'The NIK holds {encodedEn}, the answer says {statedEn}. Make sure which one the deed shows.',
  ),

  'kk-missing': answer(
    'Nomor KK belum ditulis. Lihat 16 angka di bagian atas Kartu Keluarga.',
    'The family card number is missing. Look for the 16 digits at the top of the card.',
  ),
  'kk-rounded': answer(
    'Nomor KK ini sudah dibulatkan oleh lembar kerja, angka terakhirnya hilang. Ubah kolomnya menjadi teks, lalu tulis lagi dari KK.',
    'A spreadsheet has rounded this number and lost its last digits. Make the column text, then write it again from the card.',
  ),
  'kk-sign': answer(
    'Nomor KK hanya berisi angka. Hapus “{sign}”, lalu periksa lagi 16 angkanya.',
    'A family card number has digits only. Remove “{sign}” and check the 16 digits.',
  ),
  'kk-one-missing': answer(
    'Nomor KK terdiri dari 16 angka. Yang tertulis {count}, mungkin satu angka tertinggal.',
    'A family card number has 16 digits. You wrote {count}; one may be missing.',
  ),
  'kk-too-short': answer(
    'Nomor KK terdiri dari 16 angka. Yang tertulis baru {count}. Lihat lagi bagian atas KK.',
    'A family card number has 16 digits. You wrote only {count}. Look at the top of the card again.',
  ),
  'kk-too-long': answer(
    'Nomor KK terdiri dari 16 angka. Yang tertulis {count}, mungkin ada angka yang tertulis dua kali.',
    'A family card number has 16 digits. You wrote {count}; one may stand there twice.',
  ),
  'kk-is-nik': answer(
    'Ini tampaknya NIK, bukan nomor KK. Nomor KK tercetak di bagian atas Kartu Keluarga.',
    'This looks like a NIK, not a family card number. That one is printed at the top of the card.',
  ),
  'kk-province': answer(
    'Angka 1 dan 2 pada nomor KK adalah provinsi. Tidak ada provinsi {province}. Periksa lagi KK.',
    'Digits 1 and 2 of the number are the province. There is no province {province}. Look at the card again.',
  ),
  'kk-day': answer(
    'Angka 7 dan 8 pada nomor KK adalah tanggal, 01 sampai 31. Yang tertulis {day}. Periksa lagi KK.',
    'Digits 7 and 8 of the number are a day, 01 to 31. You wrote {day}. Look at the card again.',
  ),
  'kk-month': answer(
    'Angka 9 dan 10 pada nomor KK adalah bulan, 01 sampai 12. Yang tertulis {month}. Periksa lagi KK.',
    'Digits 9 and 10 of the number are a month, 01 to 12. You wrote {month}. Look at the card again.',
  ),
  'kk-date': answer(
    'Nomor KK ini memuat tanggal {day} {monthId}, yang tidak ada di kalender. Periksa lagi angka 7 sampai 12.',
    'This number holds {day} {monthEn}, which no calendar has. Check digits 7 to 12.',
  ),
  'kk-serial': answer(
    'Empat angka terakhir nomor KK tidak pernah 0000. Periksa lagi KK.',
    'The last four digits of the number are never 0000. Look at the card again.',
  ),
  'kk-district-unknown': answer(
    'Kecamatan {district} pada nomor KK tidak ada lagi di daftar. Cocokkan dengan kartunya.',
    'District {district} of this number is no longer on the list. Compare it with the card.',
  ),
  'kk-district-elsewhere': answer(
    'KK ini diterbitkan di daerah lain ({district}). Pastikan keluarga ini sudah pindah datang.',
    'This card was issued in another region ({district}). Make sure that the family has moved in.',
  ),

  'name-missing': answer(
    'Nama belum ditulis. Tulis seperti di akta atau KTP.',
    'The name is missing. Write it as on the deed or KTP.',
  ),
  'name-title': answer(
    '“{title}” adalah gelar, tidak dicatat di akta. Tulis namanya saja: {name}.',
    '“{title}” is a title and is not recorded on a deed. Write the name alone: {name}.',
  ),
  'name-abbreviation': answer(
    '“{abbreviation}” adalah singkatan. Tulis lengkap: {suggestion}.',
    '“{abbreviation}” is an abbreviation. Write it in full: {suggestion}.',
  ),
  'name-abbreviation-unknown': answer(
    '“{abbreviation}” adalah singkatan. Tulis kata lengkapnya, tanpa titik.',
    '“{abbreviation}” is an abbreviation. Write the whole word, without a full stop.',
  ),
  'name-digit': answer(
    'Nama tidak memuat angka. Tulis semuanya dengan huruf.',
    'A name holds no digits. Write all of it in letters.',
  ),
  'name-letters': answer(
    'Nama baru hanya memuat huruf dan spasi, tanpa “{signs}”. Bisa ditulis: {suggestion}.',
    'A new name has letters and spaces only, no “{signs}”. It can be written: {suggestion}.',
  ),
  'name-length': answer(
    'Nama paling panjang {max} huruf dengan spasi. Yang tertulis {count}. Pendekkan sedikit.',
    'A name has at most {max} letters, spaces included. You wrote {count}. Make it a little shorter.',
  ),
  'name-control': answer(
    'Di dalam nama ada tanda yang tidak terlihat. Hapus, lalu ketik lagi namanya.',
    'The name holds a sign that cannot be seen. Clear the box and type the name again.',
  ),
  'name-one-word': answer(
    'Nama dua kata lebih mudah di sekolah, bank, dan paspor. Satu kata tetap boleh, pastikan dulu.',
    'Two words are easier at school, bank and passport office. One word is allowed; make sure first.',
  ),
  'name-single-letter': answer(
    '“{letter}” mungkin singkatan. Kalau ya, tulis lengkap. Kalau memang namanya, teruskan.',
    '“{letter}” may be an abbreviation. If so, write it in full. If it is the name itself, go on.',
  ),
} as const
